import { type Relation } from '../../../src/modules/residents/residence.rules';
import { dice } from './dice';

/** Somebody of a family, before they have a name: all that follows from the household alone. */
export interface Place {
  readonly relation: Relation;
  /** Band of birth years: 0 is 1930–1935, 15 is 2020–2025. */
  readonly band: number;
  readonly isWoman: boolean;
  readonly status: 'HERE' | 'MOVED_OUT' | 'OWNER_ABSENT';
}

/** A kind of household: how many of a hundred are like it, and who lives in it. */
interface Family {
  readonly share: number;
  readonly isFloating: boolean;
  readonly isShared: boolean;
  readonly places: readonly Place[];
}

type Row = readonly [relation: Relation, band: number, sex: 'm' | 'f'];

const family = (share: number, lives: 'REGISTERED' | 'FLOATING' | 'SHARED', ...rows: Row[]): Family => ({
  share,
  isFloating: lives !== 'REGISTERED',
  isShared: lives === 'SHARED',
  places: rows.map(([relation, band, sex]) => ({ relation, band, isWoman: sex === 'f', status: 'HERE' })),
});

const GRANDPARENTS: readonly Row[] = [
  ['PARENT', 3, 'm'],
  ['PARENT', 3, 'f'],
];

/** Of a hundred households, with 247 people of whom 50 are registered elsewhere. */
const FAMILIES: readonly Family[] = [
  family(8, 'REGISTERED', ['HEAD', 2, 'f']),
  family(8, 'REGISTERED', ['HEAD', 7, 'm']),
  family(6, 'FLOATING', ['HEAD', 11, 'f']),
  family(14, 'REGISTERED', ['HEAD', 3, 'm'], ['SPOUSE', 4, 'f']),
  family(9, 'REGISTERED', ['HEAD', 10, 'm'], ['SPOUSE', 10, 'f']),
  family(7, 'FLOATING', ['HEAD', 11, 'f'], ['TENANT', 11, 'f']),
  family(16, 'REGISTERED', ['HEAD', 8, 'm'], ['SPOUSE', 9, 'f'], ['CHILD', 13, 'f']),
  family(8, 'REGISTERED', ['HEAD', 5, 'm'], ['SPOUSE', 5, 'f'], ['CHILD', 10, 'm']),
  family(6, 'FLOATING', ['HEAD', 9, 'm'], ['SPOUSE', 9, 'f'], ['CHILD', 14, 'm']),
  family(6, 'REGISTERED', ['HEAD', 8, 'm'], ['SPOUSE', 9, 'f'], ['CHILD', 13, 'm'], ['CHILD', 15, 'f']),
  family(6, 'REGISTERED', ['HEAD', 8, 'm'], ['SPOUSE', 8, 'f'], ['CHILD', 12, 'm'], ['PARENT', 3, 'f']),
  family(3, 'SHARED', ['HEAD', 11, 'm'], ['TENANT', 10, 'm'], ['TENANT', 11, 'm'], ['TENANT', 11, 'm']),
  family(3, 'REGISTERED', ['HEAD', 7, 'f'], ['SPOUSE', 7, 'm'], ['CHILD', 12, 'm'], ...GRANDPARENTS),
];

const HUNDRED = FAMILIES.flatMap((each) => Array.from({ length: each.share }, () => each));

const FORMER: Place = { relation: 'OTHER', band: 10, isWoman: true, status: 'MOVED_OUT' };
const OWNER: Place = { relation: 'OTHER', band: 6, isWoman: false, status: 'OWNER_ABSENT' };

/** Which family lives in the n-th household. */
export function familyAt(household: number): Family {
  return HUNDRED[dice(100, household, 1)] ?? family(1, 'REGISTERED');
}

/** Who is on file in the n-th household: its family, one in fourteen who left, the owner of every second rented home. */
export function placesIn(household: number): readonly Place[] {
  const { places, isFloating } = familyAt(household);
  const left = dice(14, household, 2) === 0 ? [FORMER] : [];
  const owner = isFloating && dice(2, household, 3) === 0 ? [OWNER] : [];
  return left.length + owner.length === 0 ? places : [...places, ...left, ...owner];
}
