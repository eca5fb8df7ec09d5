import { ancestorAt } from '../../shared/area-code';
import { type Change } from '../../shared/change';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type Resident } from '../residents/resident.type';
import { type DuplicateState, stateWhen } from './duplicate.machine';

/** Why two records may be of one person. */
export const DUPLICATE_REASONS = ['SAME_IDENTITY_NUMBER', 'SAME_PERSON_AND_ADDRESS'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Two records that may be of one person, as it is kept: nothing that says who it is but the masked names. */
export interface Duplicate {
  /** `<older>.<younger>`: ids of residents sort by age. */
  readonly id: string;
  readonly version: number;
  readonly state: DuplicateState;
  /** Code of the smallest area that both lie in, a community at most. */
  readonly area: string;
  readonly reasons: readonly DuplicateReason[];
  readonly maskedNames: readonly string[];
  readonly foundAt: Date;
  readonly changes: readonly Change[];
}

/** The two ids of a pair, the older first. */
export type PairOfIds = readonly [older: string, younger: string];

/** The pair of two residents, whichever is named first. */
export function pairOf(one: string, other: string): PairOfIds {
  return one < other ? [one, other] : [other, one];
}

/** The id of a pair. */
export function duplicateIdOf([older, younger]: PairOfIds): string {
  return `${older}.${younger}`;
}

/** The pair with this id; undefined when it is none. */
export function readDuplicateId(id: string): PairOfIds | undefined {
  const [older = '', younger = '', ...more] = id.split('.');
  return isId(older) && isId(younger) && older < younger && more.length === 0 ? [older, younger] : undefined;
}

/** Why these two may be one person; empty when nothing says so, or one of the records is closed. */
export function reasonsFor(one: Resident, other: Resident): readonly DuplicateReason[] {
  if (isClosed(one) || isClosed(other)) return [];
  const { identityIndex } = one;
  return DUPLICATE_REASONS.filter((reason) =>
    reason === 'SAME_IDENTITY_NUMBER'
      ? identityIndex !== undefined && identityIndex === other.identityIndex
      : isSamePerson(one, other) && sharesHome(one, other),
  );
}

/** Whether nobody writes a record any more. */
export function isClosed({ state }: Pick<Resident, 'state'>): boolean {
  return state === 'MERGED' || state === 'ERASED';
}

/** The smallest area that both live in, or lived in last: a community at most; undefined when it is no district. */
export function commonArea(one: Resident, other: Resident): string | undefined {
  const [a, b] = [one, other].map(({ residences }) => residences[0]?.courtyard ?? '');
  return (['COMMUNITY', 'STREET', 'DISTRICT'] as const)
    .map((level) => [ancestorAt(a ?? '', level), ancestorAt(b ?? '', level)])
    .find(([of, other]) => of !== undefined && of === other)?.[0];
}

/** The households in which somebody lives now. */
export function homesOf({ residences }: Resident): readonly string[] {
  return residences.filter(({ until }) => until === undefined).map(({ household }) => household);
}

/**
 * A pair as the two records say it now, after what stood before; undefined when nothing has to be written. Computed from
 * the records alone, so that it does not matter how often and in which order it is told that they changed.
 */
export function pairAsItIs(
  [older, younger]: readonly [Resident, Resident],
  before: Duplicate | undefined,
  at: Date,
): Duplicate | undefined {
  const reasons = reasonsFor(older, younger);
  const area = commonArea(older, younger) ?? before?.area;
  if (area === undefined || (before === undefined && reasons.length === 0)) return undefined;
  const after: Duplicate = {
    id: duplicateIdOf([older.id, younger.id]),
    version: (before?.version ?? 0) + 1,
    state: stateWhen(before?.state, reasons.length > 0),
    area,
    reasons: reasons.length > 0 ? reasons : (before?.reasons ?? []),
    maskedNames: [older, younger].map(({ name }) => (name === '' ? '' : maskedName(name))),
    foundAt: before?.foundAt ?? at,
    changes: before?.changes ?? [],
  };
  return before !== undefined && says(before) === says(after) ? undefined : after;
}

function says({ state, area, reasons, maskedNames }: Duplicate): string {
  return JSON.stringify([state, area, reasons, maskedNames]);
}

function isSamePerson(one: Resident, other: Resident): boolean {
  const { name, sex, birthDate } = one;
  return birthDate !== undefined && name === other.name && sex === other.sex && birthDate === other.birthDate;
}

function sharesHome(one: Resident, other: Resident): boolean {
  const homes = homesOf(other);
  return homesOf(one).some((home) => homes.includes(home));
}
