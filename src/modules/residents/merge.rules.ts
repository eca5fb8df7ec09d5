import { type Change, withChange } from '../../shared/change';
import { Refusal } from '../../shared/errors';
import { type HouseholdFile } from './household.type';
import { memberOf, withMembers } from './residence-plan.rules';
import { type Member, ordered, type Residence, stateOf, type Stay } from './residence.rules';
import { type Resident } from './resident.type';

/** What of a record another one can be completed by. */
export const FILLED_FIELDS = ['sex', 'birthDate', 'identityNumber', 'phone'] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

/** How a record was merged into another, as far as it must be known to take it back. */
export interface Merge {
  /** Id of the record that goes on. */
  readonly into: string;
  /** Where the closed record lived, as it said until then. */
  readonly stays: readonly Residence[];
  /** Which of these the other record took over: the others it knew of already. */
  readonly joined: readonly StayKey[];
  /** What the other record did not know, and took from this one. */
  readonly filled: readonly FilledField[];
  /** Stays in which the other became the head because this one was, and what they had been before. */
  readonly promoted: readonly (StayKey & Pick<Stay, 'relation'>)[];
}

/** Which residence of a resident: nobody moves into a household twice on one day. */
export type StayKey = Pick<Residence, 'household' | 'from'>;

/** Two records of one person: the one that goes on, and the one that is closed. */
export interface Pair {
  readonly kept: Resident;
  readonly closed: Resident;
}

/** A household, and the stays in it that are new or have changed. */
export interface ChangedHome {
  readonly household: HouseholdFile;
  readonly members: readonly Member[];
}

/** Two records and the households concerned, as they are to be written together. */
export interface MergePlan extends Pair {
  readonly homes: readonly ChangedHome[];
}

/** The numbers of a record as they are stored and shown. */
export type NumberFields = Pick<
  Resident,
  'sealed' | 'identityIndex' | 'phoneIndex' | 'maskedIdentityNumber' | 'maskedPhone'
>;

/** Which fields the record that goes on lacks and the other has. */
export function fillable({ kept, closed }: Pair): readonly FilledField[] {
  return FILLED_FIELDS.filter((field) => !knows(kept, field) && knows(closed, field));
}

/** The ids under which a person is on file: the record itself and those that were merged into it. */
export function idsOf({ id, absorbed = [] }: Pick<Resident, 'id' | 'absorbed'>): readonly string[] {
  return [id, ...absorbed];
}

/** The households whose record tells of either of the two: all that a merge must rewrite. */
export function homesOf({ kept, closed }: Pair): readonly string[] {
  const open = kept.residences.filter(({ until }) => until === undefined);
  const stays = closed.merge?.stays ?? closed.residences;
  return [...new Set([...stays, ...open].map(({ household }) => household))];
}

/**
 * Throws unless the two can be records of one person.
 * @throws Refusal RECORD_CLOSED, IDENTITY_NUMBERS_DIFFER
 */
export function assertMergeable({ kept, closed }: Pair): void {
  const states = new Set([kept.state, closed.state]);
  const gone = states.has('MERGED') || states.has('ERASED');
  if (gone || (states.has('DECEASED') && states.has('LIVING_HERE'))) throw new Refusal('RECORD_CLOSED');
  const [own, other] = [kept.identityIndex, closed.identityIndex];
  if (own !== undefined && other !== undefined && own !== other) throw new Refusal('IDENTITY_NUMBERS_DIFFER');
}

/**
 * One record goes on for both: it takes over where the other one lived, and what it did not know itself. The other is
 * closed and keeps what is needed to take it back. `numbers` are those of the record that goes on, already completed.
 * @throws Refusal of `assertMergeable`
 */
export function planMerge(
  pair: Pair,
  numbers: NumberFields,
  households: readonly HouseholdFile[],
  change: Change,
): MergePlan {
  assertMergeable(pair);
  const { closed: before } = pair;
  const filled = fillable(pair);
  const joined = before.residences.filter((stay) => !isKnown(pair.kept, stay));
  const promoted = pair.kept.residences.filter((stay) => inheritsHead(stay, before));
  const own = pair.kept.residences.map((stay) =>
    promoted.includes(stay) ? { ...stay, relation: 'HEAD' as const } : stay,
  );
  const residences = ordered([...own, ...joined]);
  const kept: Resident = {
    ...pair.kept,
    ...numbers,
    ...(filled.includes('sex') ? { sex: before.sex } : {}),
    ...(filled.includes('birthDate') ? { birthDate: before.birthDate } : {}),
    ...{ residences, state: stateOf(residences) },
    absorbed: [...(pair.kept.absorbed ?? []), ...idsOf(before)],
    ...next(pair.kept, change),
  };
  const closed: Resident = {
    ...before,
    ...{ state: 'MERGED', mergedInto: kept.id, residences: before.residences.map(mistaken) },
    merge: {
      ...{ into: kept.id, stays: before.residences, joined: joined.map(keyOf), filled },
      promoted: promoted.map((stay) => ({ ...keyOf(stay), relation: stay.relation })),
    },
    // Nobody is found under a number by a record that is closed.
    ...{ identityIndex: undefined, phoneIndex: undefined },
    ...next(before, change),
  };
  return { kept, closed, homes: homesWith({ kept, closed }, households, [], change) };
}

/**
 * The two go their own ways again: the closed record takes back where it lived, as that stands today, and the other forgets
 * what it had from it. `numbers` are those of the two, already parted.
 * @throws Refusal RECORD_CLOSED
 */
export function planUnmerge(
  pair: Pair,
  numbers: { readonly kept: NumberFields; readonly closed: NumberFields },
  households: readonly HouseholdFile[],
  change: Change,
): MergePlan {
  const { merge } = pair.closed;
  const isOver = pair.kept.state === 'MERGED' || pair.kept.state === 'ERASED';
  if (merge?.into !== pair.kept.id || isOver) throw new Refusal('RECORD_CLOSED');
  const taken = pair.kept.residences.filter((stay) => merge.joined.some((key) => isSame(key, stay)));
  const left = pair.kept.residences
    .filter((stay) => !taken.includes(stay))
    .map((stay) => ({ ...stay, relation: demoted(stay, merge) }));
  const back = merge.stays.map((stay) => {
    const home = households.find(({ id }) => id === stay.household);
    const today = taken.find((each) => isSame(each, stay)) ?? stay;
    return home === undefined || today.until !== undefined ? today : asIn(home, pair, left, today);
  });
  const lost = (field: 'sex' | 'birthDate') =>
    merge.filled.includes(field) && pair.kept[field] === pair.closed[field];
  const kept: Resident = {
    ...pair.kept,
    ...numbers.kept,
    ...(lost('sex') ? { sex: 'UNKNOWN' } : {}),
    ...(lost('birthDate') ? { birthDate: undefined } : {}),
    ...{ residences: ordered(left), state: stateOf(left) },
    absorbed: (pair.kept.absorbed ?? []).filter((id) => !idsOf(pair.closed).includes(id)),
    ...next(pair.kept, change),
  };
  const closed: Resident = {
    ...pair.closed,
    ...numbers.closed,
    ...{ residences: ordered(back), state: stateOf(back), merge: undefined, mergedInto: undefined },
    ...next(pair.closed, change),
  };
  return { kept, closed, homes: homesWith({ kept, closed }, households, taken, change) };
}

/** The households as they tell of the two afterwards; `gone` are stays that the one going on has no more. */
function homesWith(
  { kept, closed }: Pair,
  households: readonly HouseholdFile[],
  gone: readonly Residence[],
  change: Change,
): ChangedHome[] {
  return households.flatMap((household) => {
    const here = (stays: readonly Residence[]) => stays.filter((stay) => stay.household === household.id);
    const members = [
      ...here(gone).map((stay) => memberOf(kept, mistaken(stay))),
      ...here(kept.residences).map((stay) => memberOf(kept, stay)),
      ...here(closed.residences).map((stay) => memberOf(closed, stay)),
    ];
    return members.length === 0 ? [] : [{ household: withMembers(household, members, change), members }];
  });
}

/** An open stay as its household allows it today: under the code its courtyard has now, and with one head only. */
function asIn(
  { id, courtyard, everyone }: HouseholdFile,
  { kept, closed }: Pair,
  left: readonly Residence[],
  stay: Residence,
): Residence {
  const isOpenHead = ({ relation, until }: Stay) => relation === 'HEAD' && until === undefined;
  const hasHead =
    left.some((own) => own.household === id && isOpenHead(own)) ||
    everyone.some((each) => isOpenHead(each) && each.resident !== kept.id && each.resident !== closed.id);
  return { ...stay, courtyard, relation: stay.relation === 'HEAD' && hasHead ? 'OTHER' : stay.relation };
}

/** Whether the household would lose its head with the record that is closed. */
function inheritsHead(own: Residence, { residences }: Resident): boolean {
  if (own.until !== undefined || own.relation === 'HEAD') return false;
  return residences.some(
    ({ household, until, relation }) =>
      household === own.household && until === undefined && relation === 'HEAD',
  );
}

/** What somebody was before the merge made them the head. */
function demoted(stay: Residence, { promoted }: Merge): Stay['relation'] {
  return promoted.find((each) => isSame(each, stay))?.relation ?? stay.relation;
}

function knows(resident: Resident, field: FilledField): boolean {
  switch (field) {
    case 'sex':
      return resident.sex === 'MALE' || resident.sex === 'FEMALE';
    case 'birthDate':
      return resident.birthDate !== undefined;
    case 'identityNumber':
      return resident.identityIndex !== undefined;
    case 'phone':
      return resident.phoneIndex !== undefined;
  }
}

/** Whether a record tells of a stay already: one in the same household at the same time. */
function isKnown({ residences }: Resident, stay: Residence): boolean {
  if (stay.ending === 'RECORDED_BY_MISTAKE') return true;
  return residences.some((own) => own.household === stay.household && overlap(own, stay));
}

function overlap(a: Stay, b: Stay): boolean {
  const open = '9999-12-31';
  return a.from === b.from || (a.from < (b.until ?? open) && b.from < (a.until ?? open));
}

/** A stay that never was: the days go to the other record. */
function mistaken<Kind extends Stay>(stay: Kind): Kind {
  return { ...stay, until: stay.from, ending: 'RECORDED_BY_MISTAKE' };
}

function next({ version, changes }: Resident, change: Change): Pick<Resident, 'version' | 'changes'> {
  return { version: version + 1, changes: withChange(changes, change) };
}

function keyOf({ household, from }: StayKey): StayKey {
  return { household, from };
}

function isSame(a: StayKey, b: StayKey): boolean {
  return a.household === b.household && a.from === b.from;
}
