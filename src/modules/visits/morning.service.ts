import { type VisitCountRepo } from './visit-count.repo';

/** What lies before a worker of a grid. */
export interface WorkerVisits {
  readonly person: string;
  readonly overdue: number;
  /** Due today or in the six days after. */
  readonly soon: number;
}

/** What the clock is told of visits in the morning. */
export class MorningVisitsService {
  constructor(private readonly repo: Pick<VisitCountRepo, 'inside'>) {}

  /** What lies before each worker of a grid, as it was counted last: no list is read. One Query of one item. */
  async ofGrid(grid: string): Promise<readonly WorkerVisits[]> {
    const [counted] = await this.repo.inside('NOW', grid);
    return (counted?.workers ?? []).map(({ person, counts: { overdue, soon } }) => ({
      person,
      overdue,
      soon,
    }));
  }
}
