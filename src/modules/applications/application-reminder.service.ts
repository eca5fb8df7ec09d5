import { type CollectionReader } from '../../data/collection-reader';
import { type ApplicationLimitFound, limitStateOf } from './application-limit.rules';
import { type ApplicationRepo } from './application.repo';

/** What the clock is told of an application. */
export class ApplicationReminderService {
  constructor(
    private readonly repo: Pick<ApplicationRepo, 'find'>,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * How an application stands in the limit that ends at this moment (milliseconds since 1970); undefined where that limit runs
   * no more: it was decided, or stands still. One Query, strongly consistent.
   */
  async inLimit(id: string, dueAt: number, now: Date): Promise<ApplicationLimitFound | undefined> {
    const found = await this.repo.find(this.newReads(), id, { consistent: true });
    if (found?.dueAt?.getTime() !== dueAt) return undefined;
    const limitState = limitStateOf(found, now);
    return limitState && { area: found.area, state: found.state, limitState };
  }
}
