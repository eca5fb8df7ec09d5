import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageFrom, pageOf } from '../../shared/page';
import { type ApplicationState } from '../applications/application.machine';
import { type ApplicationSummary } from '../applications/application.rules';
import { firstDueOf, urgencyOf } from '../applications/application-limit.rules';
import { type Punctuality } from '../cases/case-clock.rules';
import { type DeskApplicationRepo } from './desk-application.repo';
import { MOST_ON_DESK } from './desk.service';

/** The applications that a department has: steps of its own, and appeals against what it decided. */
export class DeskApplicationService {
  constructor(
    private readonly repo: Pick<DeskApplicationRepo, 'of'>,
    private readonly clock: Clock,
  ) {}

  /**
   * What a department has in a state, the actor's own when none is named, the most urgent first, also only what stands so in its
   * limit or in that of its step; one Query.
   * @throws TechnicalError NOT_FOUND when it is not theirs
   */
  async list(
    actor: Actor,
    named: string | undefined,
    { state, limitState }: { state?: ApplicationState | undefined; limitState?: Punctuality | undefined },
    args: PageArgs,
  ): Promise<Page<ApplicationSummary>> {
    const department = named ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    const target = { holder: department };
    if (department === undefined || grantFor(actor, 'application:handle-department', target) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const { limit, afterKey = '' } = pageOf(args);
    const now = this.clock.now();
    const rows = (await this.repo.of(department, MOST_ON_DESK))
      .filter((row) => state === undefined || row.state === state)
      .filter((row) => limitState === undefined || urgencyOf(row, now) === limitState)
      .map((row) => ({ row, key: turnOf(row) }))
      .filter(({ key }) => key > afterKey)
      .sort((one, other) => (one.key < other.key ? -1 : 1));
    return pageFrom(rows, limit);
  }
}

/** By when it, or its step, is due; after that, and first of all, its id. What no limit runs for comes last. */
function turnOf(row: ApplicationSummary): string {
  return `${firstDueOf(row)?.toISOString() ?? '~'}#${row.id}`;
}
