import { isId, longId, shortId } from '../../shared/ids';
import { type CaseState } from './case.machine';
import { type Urgency } from './case.rules';

/**
 * Names as rows keep them: in a letter, because a page of a hundred rows is paid for by its bytes. A code is never given to
 * another name; a name without one is kept as it is.
 */
const STATES: Readonly<Record<CaseState, string>> = {
  REPORTED: 'R',
  FILED: 'F',
  DISPATCHED: 'D',
  HANDLING: 'H',
  HANDLED: 'V',
  SUSPENDED: 'S',
  CLOSED: 'C',
  DECLINED: 'N',
  CANCELLED: 'X',
  MERGED: 'M',
};

const URGENCIES: Readonly<Record<Urgency, string>> = { EMERGENCY: 'E', URGENT: 'U', NORMAL: 'N' };

const ROLES: Readonly<Record<string, string>> = {
  RESIDENT: 'R',
  SECONDARY_WORKER: 'S',
  GRID_WORKER: 'G',
  COMMUNITY_STAFF: 'C',
  STREET_STAFF: 'T',
  DISTRICT_STAFF: 'D',
  DEPARTMENT_STAFF: 'P',
  SENSOR: 'M',
};

/** From a name to what is kept of it, and back. */
interface Coding<Name extends string> {
  readonly short: (name: Name) => string;
  readonly long: (kept: string) => Name;
}

function codingOf<Name extends string>(codes: Readonly<Record<string, string>>): Coding<Name> {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name as Name]));
  return {
    short: (name) => codes[name] ?? name,
    long: (kept) => names.get(kept) ?? (kept as Name),
  };
}

/** The state, urgency and reporter's role of a row. */
export const STATE_CODES = codingOf<CaseState>(STATES);
export const URGENCY_CODES = codingOf<Urgency>(URGENCIES);
export const ROLE_CODES = codingOf(ROLES);

/** Before an id that is kept in short: no id begins so. */
const SHORT = '~';

/** The id of a person or a step: in 23 characters instead of 36 where it is one of ours. */
export const ID_CODES: Coding<string> = {
  short: (id) => (isId(id) ? SHORT + shortId(id) : id),
  long: (kept) => (kept.startsWith(SHORT) ? longId(kept.slice(1)) : kept),
};

/** Who holds a case: of an area around it only how many digits of its code that are. */
export function shortHolder(holder: string | undefined, area: string): string | number | null {
  if (holder === undefined) return null;
  return area.startsWith(holder) ? holder.length : holder;
}

/** Who holds a case that was kept so. */
export function longHolder(kept: string | number, area: string): string {
  return typeof kept === 'number' ? area.slice(0, kept) : kept;
}
