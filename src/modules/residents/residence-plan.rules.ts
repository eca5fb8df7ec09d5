import { type Change, withChange } from '../../shared/change';
import { Refusal } from '../../shared/errors';
import { type HouseholdFile } from './household.type';
import {
  assertMovesIn,
  countsOf,
  ended,
  type Member,
  ordered,
  type Relation,
  type Residence,
  type ResidenceBeginning,
  type ResidenceEnding,
  stateOf,
  type Stay,
} from './residence.rules';
import { type Resident } from './resident.type';

/** A household with a stay in it that is new or has changed. */
export interface Home {
  readonly household: HouseholdFile;
  readonly member: Member;
}

/** A resident and the homes concerned, as they are to be written together. */
export interface Plan {
  readonly resident: Resident;
  /** The one that the request was about comes first. */
  readonly homes: readonly [Home, ...Home[]];
}

/** What is common to every plan: the change it will be told by, and the day it is. */
export interface Occasion {
  readonly change: Change;
  /** YYYY-MM-DD in Shanghai. */
  readonly today: string;
}

/** A resident without residences, as a new record begins. */
export type Newcomer = Omit<Resident, 'version' | 'state' | 'residences' | 'changes'>;

/**
 * Somebody new in a household.
 * @throws Refusal of `assertMovesIn`
 */
export function planArrival(
  who: Newcomer,
  household: HouseholdFile,
  arrival: { relation: Relation; from: string; beginning: ResidenceBeginning },
  { change, today }: Occasion,
): Plan {
  const { relation, from, beginning } = arrival;
  assertMovesIn(household.everyone, { resident: who.id, relation, from }, today);
  const stay: Stay = { relation, from, beginning };
  const residences = [residenceIn(household, stay)];
  const resident: Resident = { ...who, version: 1, state: 'LIVING_HERE', residences, changes: [change] };
  return { resident, homes: [withStay(household, resident, stay, change)] };
}

/**
 * A resident leaves one household for another.
 * @throws Refusal DOES_NOT_LIVE_THERE, DATE_IN_FUTURE, ENDS_BEFORE_IT_BEGINS, and those of `assertMovesIn`
 */
export function planMove(
  before: Resident,
  homes: { from: HouseholdFile; to: HouseholdFile },
  move: { relation: Relation; on: string },
  { change, today }: Occasion,
): Plan {
  const { from, to } = homes;
  const { on, relation } = move;
  const old = ended(openStay(from, before), on, 'MOVED_OUT', today);
  assertMovesIn(to.everyone, { resident: before.id, relation, from: on }, today);
  const stay: Stay = { relation, from: on, beginning: 'MOVED_IN' };
  const kept = replaceStay(before.residences, from, old);
  const resident = changed(before, [residenceIn(to, stay), ...kept], change);
  return {
    resident,
    homes: [withStay(to, resident, stay, change), withStay(from, resident, old, change)],
  };
}

/**
 * A resident comes to a household without leaving another: back after having left, or to a second home.
 * @throws Refusal RECORD_CLOSED, and those of `assertMovesIn`
 */
export function planReturn(
  before: Resident,
  to: HouseholdFile,
  { on, relation }: { relation: Relation; on: string },
  { change, today }: Occasion,
): Plan {
  if (before.state !== 'LIVING_HERE' && before.state !== 'MOVED_OUT')
    throw new Refusal('RECORD_CLOSED', {}, ['resident']);
  assertMovesIn(to.everyone, { resident: before.id, relation, from: on }, today);
  const stay: Stay = { relation, from: on, beginning: 'MOVED_IN' };
  const resident = changed(before, [residenceIn(to, stay), ...before.residences], change);
  return { resident, homes: [withStay(to, resident, stay, change)] };
}

/**
 * A resident leaves all these households.
 * @throws Refusal DOES_NOT_LIVE_THERE, DATE_IN_FUTURE, ENDS_BEFORE_IT_BEGINS
 */
export function planDeparture(
  before: Resident,
  homes: readonly [HouseholdFile, ...HouseholdFile[]],
  departure: { on: string; ending: ResidenceEnding },
  { change, today }: Occasion,
): Plan {
  const last = (home: HouseholdFile) => ended(openStay(home, before), departure.on, departure.ending, today);
  const residences = homes.reduce<readonly Residence[]>(
    (all, home) => replaceStay(all, home, last(home)),
    before.residences,
  );
  const resident = changed(before, residences, change);
  const [first, ...others] = homes;
  const left = (home: HouseholdFile) => withStay(home, resident, last(home), change);
  return { resident, homes: [left(first), ...others.map(left)] };
}

/** A household in which a resident lives whose record has changed; undefined where they do not live there. */
export function planPerson(household: HouseholdFile, resident: Resident, change: Change): Home | undefined {
  const stay = household.everyone.find((each) => each.resident === resident.id && each.until === undefined);
  return stay && withStay(household, resident, stay, change);
}

/** A resident's stay as the household's record tells it. */
export function memberOf(resident: Resident, stay: Stay): Member {
  const { id, name, sex, birthDate, kind, maskedIdentityNumber, maskedPhone } = resident;
  const { from, until, relation, beginning, ending } = stay;
  return {
    ...{ resident: id, name, sex, birthDate, kind, maskedIdentityNumber, maskedPhone },
    ...{ from, until, relation, beginning, ending },
  };
}

function openStay(household: HouseholdFile, { id }: Resident): Member {
  const stay = household.everyone.find(({ resident, until }) => resident === id && until === undefined);
  if (stay === undefined) throw new Refusal('DOES_NOT_LIVE_THERE', {}, ['household']);
  return stay;
}

function residenceIn({ id, courtyard, address }: HouseholdFile, stay: Stay): Residence {
  const { from, until, relation, beginning, ending } = stay;
  return { household: id, courtyard, address, from, until, relation, beginning, ending };
}

/** The residences with one of them ended; where it happened stays as it was recorded. */
function replaceStay(all: readonly Residence[], { id }: HouseholdFile, stay: Stay): readonly Residence[] {
  return all.map((each) =>
    each.household === id && each.from === stay.from
      ? { ...each, until: stay.until, ending: stay.ending }
      : each,
  );
}

function changed(before: Resident, residences: readonly Residence[], change: Change): Resident {
  return {
    ...before,
    version: before.version + 1,
    state: stateOf(residences),
    residences: ordered(residences),
    changes: withChange(before.changes, change),
  };
}

function withStay(before: HouseholdFile, resident: Resident, stay: Stay, change: Change): Home {
  const member = memberOf(resident, stay);
  return { household: withMembers(before, [member], change), member };
}

/** A household with stays in it that are new or have changed. */
export function withMembers(
  before: HouseholdFile,
  members: readonly Member[],
  change: Change,
): HouseholdFile {
  const keyOf = ({ resident, from }: Member) => `${resident} ${from}`;
  const changed = new Set(members.map(keyOf));
  const everyone = [...before.everyone.filter((each) => !changed.has(keyOf(each))), ...members];
  const { memberCount, floatingCount } = countsOf(everyone);
  return {
    ...before,
    ...{ everyone, memberCount, floatingCount },
    version: before.version + 1,
    changes: withChange(before.changes, change),
  };
}
