import { type ResidentRow } from '../../src/modules/residents/registry-rows.rules';
import { type Relation } from '../../src/modules/residents/residence.rules';
import { type ResidentKind } from '../../src/modules/residents/resident.rules';
import { checkCharacter } from '../../src/shared/identity-number.rules';
import { seedId } from './ids';
import { PEOPLE, type SeedPerson } from './people';

/** No division has this code, so that no number of the seed is anybody's. */
export const NOWHERE = '510199';
/** No operator has these numbers, as far as is known. */
export const NOBODYS = '154';

const FAMILY_NAMES = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN_NAMES = {
  women: ['秀英', '玉兰', '桂芳', '丽华', '雨桐', '欣怡'],
  men: ['建国', '志强', '晓东', '文博', '子轩', '思远'],
} as const;

/** Families as they are common: relation, year of birth, and whether a woman. */
const FAMILIES: readonly (readonly (readonly [Relation, number, boolean])[])[] = [
  [
    ['HEAD', 1982, false],
    ['SPOUSE', 1984, true],
    ['CHILD', 2012, true],
  ],
  [
    ['HEAD', 1951, false],
    ['SPOUSE', 1953, true],
  ],
  [
    ['HEAD', 1978, true],
    ['SPOUSE', 1975, false],
    ['CHILD', 2004, false],
    ['PARENT', 1949, true],
  ],
  [['HEAD', 1940, true]],
  [
    ['HEAD', 1990, false],
    ['SPOUSE', 1991, true],
    ['CHILD', 2018, false],
    ['CHILD', 2022, true],
    ['PARENT', 1960, true],
  ],
  [
    ['HEAD', 1996, true],
    ['TENANT', 1998, true],
  ],
];

/** Who lives in the n-th household of a seed (from 0): the same at each seeding; every fifth household is from elsewhere. */
export function familyOf(index: number): ResidentRow[] {
  const family = FAMILIES[index % FAMILIES.length] ?? [];
  const kind: ResidentKind = index % 5 === 4 ? 'FLOATING' : 'REGISTERED';
  const surname = FAMILY_NAMES[(index * 7) % FAMILY_NAMES.length] ?? '李';
  return family.map(([relation, year, isWoman], place) => {
    const number = index * 6 + place;
    const own = relation === 'HEAD' || relation === 'CHILD';
    const other = FAMILY_NAMES[(index * 3 + place) % FAMILY_NAMES.length] ?? '王';
    const names = isWoman ? GIVEN_NAMES.women : GIVEN_NAMES.men;
    const given = names[(index * 5 + place) % names.length] ?? '明';
    return {
      name: `${own ? surname : other}${given}`,
      kind,
      identityNumber: identityNumber(year, number, isWoman),
      phone: year < 2010 ? `${NOBODYS}${String(number).padStart(8, '0')}` : undefined,
      relation,
      from: year < 2015 ? '2015-03-01' : `${year}-${monthOf(number)}-${dayOf(number)}`,
      beginning: year < 2015 ? 'RECORDED' : 'BORN',
    };
  });
}

/** The records of the residents whom one can act as: they live where their appointment says. */
export function actingResidents(): { readonly person: SeedPerson; readonly row: ResidentRow }[] {
  const residents = PEOPLE.filter(({ appointments }) => appointments.some(({ role }) => role === 'RESIDENT'));
  return residents.map((person, index) => ({
    person,
    row: {
      id: person.id,
      name: person.name,
      kind: 'REGISTERED',
      identityNumber: identityNumber(1986 + index, 900_000 + index, index % 2 === 0),
      phone: `${NOBODYS}9000000${index}`,
      relation: 'OTHER_RELATIVE',
      from: '2019-06-01',
    },
  }));
}

/** The child of one of them, who lives in the same household. */
export const CHILD = {
  parent: 'peng-xiaoli',
  row: {
    ...{ id: seedId('ACCOUNT', 1), name: '彭雨桐', kind: 'REGISTERED', relation: 'OTHER_RELATIVE' },
    identityNumber: identityNumber(2018, 900_201, true),
    from: '2019-06-01',
  } satisfies ResidentRow,
} as const;

/**
 * People who are on file twice, so that there is something to decide: each record with the place of its household in the
 * seed. The first was put on file again at the door, without a number at hand; the second has moved, and was put on file at
 * the new door as if new.
 */
export function doubleRecords(): {
  readonly household: number;
  readonly row: ResidentRow & { readonly id: string };
}[] {
  const record = (number: number, household: number, row: Omit<ResidentRow, 'kind' | 'relation'>) => ({
    household,
    row: { id: seedId('DOUBLE_RECORD', number), kind: 'REGISTERED', relation: 'OTHER', ...row } as const,
  });
  const [aunt, uncle] = [identityNumber(1958, 900_101, true), identityNumber(1955, 900_103, false)];
  return [
    record(1, 0, { name: '罗秀英', identityNumber: aunt, from: '2016-08-01' }),
    record(2, 0, {
      ...{ name: '罗秀英', sex: 'FEMALE', birthDate: dayIn(aunt), phone: `${NOBODYS}90000101` },
      from: '2024-05-06',
    }),
    record(3, 1, { name: '马建国', identityNumber: uncle, from: '2015-03-01' }),
    record(4, 7, { name: '马建国', identityNumber: uncle, phone: `${NOBODYS}90000102`, from: '2025-11-03' }),
  ];
}

/** The birth date in an identity number. */
function dayIn(number: string): string {
  return number.slice(6, 14).replace(/^(....)(..)(..)$/, '$1-$2-$3');
}

function identityNumber(year: number, number: number, isWoman: boolean): string {
  const sequence = ((number % 499) * 2 + (isWoman ? 0 : 1)) % 1000;
  const digits = `${NOWHERE}${year}${monthOf(number)}${dayOf(number)}${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

function monthOf(number: number): string {
  return String((number % 12) + 1).padStart(2, '0');
}

function dayOf(number: number): string {
  return String((Math.floor(number / 12) % 28) + 1).padStart(2, '0');
}
