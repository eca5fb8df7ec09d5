import { type Appointment } from '../../auth/actor';
import { ancestorAt, isWithin, pathOf } from '../../shared/area-code';
import { type CareKind } from '../care/care.rules';
import { type ResidentKind } from '../residents/resident.rules';
import { type Audience } from './notice.rules';

/** What is on file about whoever reads, as far as an audience goes by it. */
export interface ReaderFacts {
  readonly kind?: ResidentKind | undefined;
  readonly careKinds: ReadonlySet<CareKind>;
}

/** Nothing: for who is no resident. */
export const NO_FACTS: ReaderFacts = { careKinds: new Set() };

/** What of a notice says whom it reaches. */
export interface Addressed {
  readonly area: string;
  readonly audience: Audience;
  readonly careKind?: CareKind | undefined;
}

/** As whom a notice reaches somebody, and by the appointment of which area. */
export interface Reach {
  readonly as: 'RESIDENT' | 'WORKER';
  readonly area: string;
}

/** Roles that see what is made known anywhere inside their area, because they explain it there. */
const FIELD_ROLES: ReadonlySet<string> = new Set(['SECONDARY_WORKER', 'GRID_WORKER']);

/** Who is no reader: the one runs the system, the other is a machine. */
const NO_READERS: ReadonlySet<string> = new Set(['ADMINISTRATOR', 'SENSOR']);

/**
 * As whom somebody is reached: whose area lies in the notice's, or, in the field, around it; undefined where it is not for them.
 * Who is both is reached as a worker.
 */
export function reachOf(
  notice: Addressed,
  appointments: readonly Appointment[],
  facts: ReaderFacts,
): Reach | undefined {
  const workers = appointments.filter(({ role }) => role !== 'RESIDENT' && !NO_READERS.has(role));
  const worker =
    notice.audience === 'ALL' || notice.audience === 'WORKERS'
      ? workers.find(
          ({ role, area }) =>
            isWithin(area, notice.area) || (FIELD_ROLES.has(role) && isWithin(notice.area, area)),
        )
      : undefined;
  if (worker !== undefined) return { as: 'WORKER', area: worker.area };
  const home = appointments.find(({ role, area }) => role === 'RESIDENT' && isWithin(area, notice.area));
  return home !== undefined && isMeant(notice, facts) ? { as: 'RESIDENT', area: home.area } : undefined;
}

/** Whether a notice is for a resident like this. */
function isMeant({ audience, careKind }: Addressed, { kind, careKinds }: ReaderFacts): boolean {
  switch (audience) {
    case 'ALL':
    case 'RESIDENTS':
      return true;
    case 'FLOATING_RESIDENTS':
      return kind === 'FLOATING';
    case 'CARE_TAG':
      return careKind !== undefined && careKinds.has(careKind);
    case 'WORKERS':
      return false;
  }
}

/** Where an area's notices are listed: those of a community and of all that lies in it together. */
export function listOf(area: string): string {
  return ancestorAt(area, 'COMMUNITY') ?? area;
}

/** Which lists somebody's notices stand in: at most three for each of their areas. */
export function listsFor(appointments: readonly Appointment[]): readonly string[] {
  const areas = appointments.filter(({ role }) => !NO_READERS.has(role)).flatMap(({ area }) => pathOf(area));
  return [...new Set(areas.map(listOf))];
}

/**
 * In which area a resident is counted who has read a notice: the grid, where it is for a community or less; the community, where
 * it is for more, or for few people of the grid only.
 */
export function countedIn({ area, audience }: Addressed, home: string): string {
  const isWide = ancestorAt(area, 'COMMUNITY') === undefined || audience === 'FLOATING_RESIDENTS';
  return ancestorAt(home, isWide ? 'COMMUNITY' : 'GRID') ?? home;
}
