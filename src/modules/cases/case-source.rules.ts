import { Refusal } from '../../shared/errors';

/** From where a case came to be known. */
export const CASE_SOURCES = [
  'PATROL',
  'RESIDENT',
  'SECONDARY_WORKER',
  'STAFF',
  'HOTLINE',
  'HANDED_DOWN',
  'SENSOR',
  'INSPECTION',
] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** Those that a reporter names: they report what others have said. All else follows from who reports. */
const SAID = ['HOTLINE', 'HANDED_DOWN'] as const;
export type SaidSource = (typeof SAID)[number];

/** Those that are kept with a case: the named ones, and what follows from the record it was made of. */
export type KeptSource = SaidSource | 'INSPECTION';

/** Who may name one: whoever tickets and instructions come to. */
const MAY_SAY: readonly string[] = ['COMMUNITY_STAFF', 'STREET_STAFF', 'DISTRICT_STAFF'];

const OF_ROLE: Readonly<Record<string, CaseSource>> = {
  RESIDENT: 'RESIDENT',
  SECONDARY_WORKER: 'SECONDARY_WORKER',
  GRID_WORKER: 'PATROL',
  SENSOR: 'SENSOR',
};

/** From where a case came that somebody of a role reported, who may have named it, or that was made of a record. */
export function sourceOf(role: string, said: KeptSource | undefined): CaseSource {
  return said ?? OF_ROLE[role] ?? 'STAFF';
}

/** A number under which others keep a case: letters, digits and hyphens, so that it names nobody. */
const REFERENCE = /^[A-Z\d-]{1,40}$/;

/** What a report says of its source. */
export interface SaidOfSource {
  readonly source?: CaseSource | null | undefined;
  readonly reference?: string | null | undefined;
}

/**
 * The source that a reporter names, and the number it has there.
 * @throws Refusal SOURCE_NOT_YOURS, where it follows from who reports or is not theirs to name; REFERENCE_REQUIRED for a
 *   hotline's ticket; REFERENCE_INVALID
 */
export function saidSource(
  { source, reference }: SaidOfSource,
  role: string,
): { readonly said?: SaidSource; readonly reference?: string } {
  const said = SAID.find((each) => each === source);
  if (source != null && said === undefined && source !== sourceOf(role, undefined))
    throw new Refusal('SOURCE_NOT_YOURS', {}, ['source']);
  if (said !== undefined && !MAY_SAY.includes(role)) throw new Refusal('SOURCE_NOT_YOURS', {}, ['source']);
  if (said === 'HOTLINE' && reference == null) throw new Refusal('REFERENCE_REQUIRED', {}, ['reference']);
  if (reference == null) return said === undefined ? {} : { said };
  if (said === undefined || !REFERENCE.test(reference))
    throw new Refusal('REFERENCE_INVALID', {}, ['reference']);
  return { said, reference };
}
