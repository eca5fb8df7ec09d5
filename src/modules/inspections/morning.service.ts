import { type InspectionCountRepo } from './inspection-count.repo';

/** What the clock is told of inspections in the morning. */
export class MorningInspectionsService {
  constructor(private readonly repo: Pick<InspectionCountRepo, 'inside'>) {}

  /** How many plans of a grid are overdue, and due today or in the six days after, as counted last. One Query of one item. */
  async ofGrid(grid: string): Promise<{ readonly overdue: number; readonly soon: number }> {
    const [counted] = await this.repo.inside('NOW', grid);
    const all = [...(counted?.counts.values() ?? [])];
    const sum = (figure: 'overdue' | 'soon') => all.reduce((total, each) => total + each[figure], 0);
    return { overdue: sum('overdue'), soon: sum('soon') };
  }
}
