import { ancestorAt } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Author, type Change, withChange } from '../../shared/change';
import { Refusal } from '../../shared/errors';
import { type UserErrorCode } from '../../shared/messages';
import { checkedDoor, householdIdOf } from './household.rules';
import { type HouseholdFile, type HouseholdKind } from './household.type';
import { type Home, type Newcomer, planArrival } from './residence-plan.rules';
import { type Relation, type ResidenceBeginning } from './residence.rules';
import { type PersonDraft } from './resident.rules';
import { type Resident } from './resident.type';

/** A household as a file brings it. */
export interface HouseholdRow {
  /** Where it has one; else it is derived from courtyard and door, so that the same file meets its own records. */
  readonly id?: string | undefined;
  readonly courtyard: string;
  readonly door: string;
  readonly address: string;
  readonly kind?: HouseholdKind | undefined;
}

/** A resident as a file brings them. */
export interface ResidentRow extends PersonDraft {
  /** Where they have one; else it is derived from the identity number, or from name, birth date and household. */
  readonly id?: string | undefined;
  readonly relation: Relation;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly beginning?: ResidenceBeginning | undefined;
}

/** What became of a row. */
export type RowOutcome =
  | { readonly outcome: 'ADDED' | 'UNCHANGED'; readonly id: string }
  | { readonly outcome: 'REFUSED'; readonly code: UserErrorCode; readonly refusal: Refusal };

/** A row that is ready to be taken in, or why it is not. */
export type RowDraft<Row extends ResidentRow = ResidentRow> =
  | { readonly id: string; readonly row: Row; readonly who: Newcomer }
  | Extract<RowOutcome, { outcome: 'REFUSED' }>;

/** In whose name rows are taken in that nobody brings. */
const IMPORT: Author = { id: 'import', name: '批量导入', role: 'ADMINISTRATOR' };

/** The change by which an import is told, made at a moment. */
export function importChange(at: Date, { what = 'IMPORTED', by = IMPORT } = {}): Change {
  return { id: IMPORT.id, mark: '', at: at.toISOString(), by, what: [what] };
}

/**
 * The household of a row, still without people.
 * @throws Refusal DOOR_INVALID, AREA_UNKNOWN
 */
export function householdOf({
  id,
  courtyard,
  door: written,
  address,
  kind = 'FAMILY',
}: HouseholdRow): HouseholdFile {
  const door = checkedDoor(written);
  const grid = ancestorAt(courtyard, 'GRID');
  if (grid === undefined || ancestorAt(courtyard, 'COURTYARD') !== courtyard)
    throw new Refusal('AREA_UNKNOWN', { area: courtyard }, ['courtyard']);
  return {
    ...{ id: id ?? householdIdOf(courtyard, door), version: 1, grid, courtyard, door },
    ...{ address, kind, memberCount: 0, floatingCount: 0, everyone: [], changes: [] },
  };
}

/** The household with everybody of the rows who is not on file in it yet; the outcomes are in the order of the rows. */
export function planRows(before: HouseholdFile, drafts: readonly RowDraft[], at: Date, by?: Author) {
  const change = importChange(at, by && { by });
  const arrivals: { resident: Resident; member: Home['member'] }[] = [];
  let after = before;
  const outcomes = drafts.map((draft): RowOutcome => {
    if ('refusal' in draft) return draft;
    const { id, who, row } = draft;
    if (after.everyone.some(({ resident }) => resident === id)) return { outcome: 'UNCHANGED', id };
    const { relation, from, beginning = 'RECORDED' } = row;
    return outcomeOf(() => {
      const occasion = { change, today: businessDate(at) };
      const plan = planArrival(who, after, { relation, from, beginning }, occasion);
      const [{ household, member }] = plan.homes;
      arrivals.push({ resident: plan.resident, member });
      after = household;
      return { outcome: 'ADDED', id };
    });
  });
  const changes = withChange(before.changes, change);
  return { outcomes, arrivals, after: { ...after, version: before.version + 1, changes } };
}

/** What `make` says, or the refusal it throws. */
export function outcomeOf<Made>(make: () => Made): Made | Extract<RowOutcome, { outcome: 'REFUSED' }> {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** The outcome of a row that is not taken in. */
export function refused(refusal: Refusal): Extract<RowOutcome, { outcome: 'REFUSED' }> {
  return { outcome: 'REFUSED', code: refusal.code, refusal };
}
