import { Refusal } from '../../shared/errors';
import { type Person, type ResidentState } from './resident.rules';

/** How somebody stands to the head of the household (GB/T 4761 has the finer classes). */
export const RELATIONS = [
  'HEAD',
  'SPOUSE',
  'CHILD',
  'PARENT',
  'GRANDCHILD',
  'GRANDPARENT',
  'SIBLING',
  'OTHER_RELATIVE',
  'TENANT',
  'OTHER',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** How a residence began. */
export const RESIDENCE_BEGINNINGS = ['RECORDED', 'MOVED_IN', 'BORN'] as const;
export type ResidenceBeginning = (typeof RESIDENCE_BEGINNINGS)[number];

/** How a residence ended. */
export const RESIDENCE_ENDINGS = ['MOVED_OUT', 'DECEASED', 'RECORDED_BY_MISTAKE'] as const;
export type ResidenceEnding = (typeof RESIDENCE_ENDINGS)[number];

/** When somebody lives somewhere; dates are business dates, the day of leaving is not lived there any more. */
export interface Stay {
  readonly from: string;
  readonly until?: string | undefined;
  readonly relation: Relation;
  readonly beginning: ResidenceBeginning;
  readonly ending?: ResidenceEnding | undefined;
}

/** A residence as the resident's record tells it: where. */
export interface Residence extends Stay {
  readonly household: string;
  readonly courtyard: string;
  readonly address: string;
}

/** A residence as the household's record tells it: who. */
export interface Member extends Stay, Person {
  readonly resident: string;
}

/** Whether a stay covers a day. */
export function covers({ from, until }: Pick<Stay, 'from' | 'until'>, day: string): boolean {
  return from <= day && (until === undefined || day < until);
}

/** Who lives in a household, counted for its row; somebody recorded by mistake never did. */
export function countsOf(members: readonly Member[]): {
  memberCount: number;
  floatingCount: number;
  headName: string | undefined;
} {
  const here = members.filter(({ until }) => until === undefined);
  return {
    memberCount: here.filter(({ kind }) => kind !== 'OWNER_ABSENT').length,
    floatingCount: here.filter(({ kind }) => kind === 'FLOATING').length,
    headName: here.find(({ relation }) => relation === 'HEAD')?.name,
  };
}

/** Who lived in a household on a day, the head first. */
export function membersOn(members: readonly Member[], day: string): Member[] {
  return members
    .filter((member) => member.ending !== 'RECORDED_BY_MISTAKE' && covers(member, day))
    .sort((a, b) => rank(a) - rank(b) || (a.birthDate ?? '9').localeCompare(b.birthDate ?? '9'));
}

/**
 * Throws unless somebody may move in: not twice at once, and one head only.
 * @throws Refusal LIVES_THERE_ALREADY, HEAD_TAKEN, DATE_IN_FUTURE
 */
export function assertMovesIn(
  members: readonly Member[],
  stay: { resident: string; relation: Relation; from: string },
  today: string,
): void {
  if (stay.from > today) throw new Refusal('DATE_IN_FUTURE', {}, ['from']);
  const here = members.filter(({ until }) => until === undefined);
  if (here.some(({ resident }) => resident === stay.resident))
    throw new Refusal('LIVES_THERE_ALREADY', {}, ['household']);
  if (members.some(({ resident, from }) => resident === stay.resident && from === stay.from))
    throw new Refusal('LIVES_THERE_ALREADY', {}, ['from']);
  if (stay.relation === 'HEAD' && here.some(({ relation }) => relation === 'HEAD'))
    throw new Refusal('HEAD_TAKEN', {}, ['relation']);
}

/**
 * The stay, ended on a day.
 * @throws Refusal DATE_IN_FUTURE, ENDS_BEFORE_IT_BEGINS
 */
export function ended<Kind extends Stay>(
  stay: Kind,
  on: string,
  ending: ResidenceEnding,
  today: string,
): Kind {
  if (on > today) throw new Refusal('DATE_IN_FUTURE', {}, ['on']);
  if (on < stay.from) throw new Refusal('ENDS_BEFORE_IT_BEGINS', {}, ['on']);
  return { ...stay, until: on, ending };
}

/** What a resident is, by the residences: living here while one is open. */
export function stateOf(residences: readonly Residence[]): ResidentState {
  if (residences.some(({ ending }) => ending === 'DECEASED')) return 'DECEASED';
  return residences.some(({ until }) => until === undefined) ? 'LIVING_HERE' : 'MOVED_OUT';
}

/** Residences in the order that records keep them: open ones before ended ones, the latest first. */
export function ordered(residences: readonly Residence[]): readonly Residence[] {
  return [...residences].sort(
    (a, b) => Number(a.until !== undefined) - Number(b.until !== undefined) || b.from.localeCompare(a.from),
  );
}

function rank({ relation }: Member): number {
  return RELATIONS.indexOf(relation);
}
