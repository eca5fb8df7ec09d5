import { type CollectionReader } from '../../data/collection-reader';
import { type ApplicationLimitFound, limitStateOf } from './application-limit.rules';
import { departmentWith } from './application-step.rules';
import { type ApplicationRepo } from './application.repo';

/** What the clock is told of an application. */
export class ApplicationReminderService {
  constructor(
    private readonly repo: Pick<ApplicationRepo, 'find'>,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * How an application stands in its limit, or that of its step, that ends at this moment (milliseconds since 1970); undefined
   * where that limit runs no more: it was decided, or goes on with another step, or stands still. One Query, strongly consistent.
   */
  async inLimit(
    { id, of, dueAt }: { readonly id: string; readonly of: 'WHOLE' | 'STEP'; readonly dueAt: number },
    now: Date,
  ): Promise<ApplicationLimitFound | undefined> {
    const found = await this.repo.find(this.newReads(), id, { consistent: true });
    const limit = of === 'STEP' ? found?.step : found;
    if (found === undefined || limit?.dueAt?.getTime() !== dueAt) return undefined;
    const limitState = limitStateOf(limit, now);
    return (
      limitState && {
        ...{ area: found.area, state: found.state, step: found.step, limitState },
        department: departmentWith(found)?.code,
      }
    );
  }
}
