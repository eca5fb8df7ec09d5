import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type Clock } from '../../shared/clock';
import { type RouteService } from '../routing/route.service';
import { CHECKLIST_CODES, newestOf } from './checklist.rules';

/** Of which checklists somebody sees what is due. */
export interface Sight {
  /** Whether they see all of them. */
  readonly seesAll: boolean;
  /** Those that they may see anywhere in the area. */
  readonly checklists: readonly string[];
  /** Whether they see one at a place. */
  readonly sees: (checklist: string, area: string) => boolean;
}

/**
 * Whose a checklist is: a department sees those whose failed items the rules of its district bring to it, all others who see the
 * place all.
 */
export class InspectionSightService {
  constructor(
    private readonly routes: Pick<RouteService, 'leadsOf'>,
    private readonly clock: Clock,
  ) {}

  /** What the actor sees in an area; no read for who sees all, else one Query that is kept for a minute. */
  async in(actor: Actor, area: string): Promise<Sight> {
    if (grantFor(actor, 'inspection:read-all', { area }) !== undefined)
      return { seesAll: true, checklists: CHECKLIST_CODES, sees: () => true };
    const own = new Set(actor.appointments.flatMap(({ department }) => department ?? []));
    const { leads, everywhere } = await this.routes.leadsOf(area, this.clock.now());
    const isOwn = (departments: ReadonlySet<string>) => [...departments].some((code) => own.has(code));
    const known = new Map<string, boolean>();
    return {
      seesAll: false,
      checklists: CHECKLIST_CODES.filter((code) =>
        categoriesOf(code).some((category) => isOwn(everywhere(category))),
      ),
      sees: (checklist, place) => {
        const key = `${checklist} ${place}`;
        const seen =
          known.get(key) ?? categoriesOf(checklist).some((category) => isOwn(leads(category, place)));
        known.set(key, seen);
        return seen;
      },
    };
  }
}

/** The categories of the cases that failed items become. */
function categoriesOf(checklist: string): readonly string[] {
  return [...new Set(newestOf(checklist)?.items.map(({ category }) => category))];
}
