import fc from 'fast-check';
import { homesOf } from '../../../local/seed/district/homes';
import { identityOf, phoneOf } from '../../../local/seed/district/numbers';
import { communityPlan, districtPlan, type GridPlan } from '../../../local/seed/district/plan';
import { gridsBetween, streetsIn, columnsFor } from '../../../local/seed/district/streets';
import { workersOf } from '../../../local/seed/district/workers';
import { grids } from '../../../local/seed/areas';
import { households } from '../../../local/seed/households';
import { PEOPLE } from '../../../local/seed/people';
import { actingResidents, familyOf } from '../../../local/seed/residents';
import { type Boundary, contains } from '../../../src/modules/areas/boundary.rules';
import { checkedDoor } from '../../../src/modules/residents/household.rules';
import { assertMovesIn, RELATIONS } from '../../../src/modules/residents/residence.rules';
import { checkedPerson } from '../../../src/modules/residents/resident.rules';
import { ancestorAt, parentOf } from '../../../src/shared/area-code';
import { readIdentityNumber } from '../../../src/shared/identity-number.rules';
import { isId } from '../../../src/shared/ids';

const TODAY = '2026-01-01';
const plan = districtPlan();
const some = (count: number) => plan.filter((_grid, index) => index % Math.ceil(plan.length / count) === 0);
const peopleOf = (grid: GridPlan) => [...homesOf(grid)].flatMap(({ people }) => people);

/** Twice the area between the corners; positive when they go against the clock. */
function doubleArea({ coordinates: [ring = []] }: Boundary): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = ring[index] ?? [];
    return sum + (fromX * y - x * fromY);
  }, 0);
}

describe('the district of the seed', () => {
  it('has 11 streets, 83 communities and 855 grids, each with courtyards of its own', () => {
    const codes = plan.map(({ grid }) => grid.code);
    const countAt = (level: 'STREET' | 'COMMUNITY') =>
      new Set(codes.map((code) => ancestorAt(code, level))).size;
    expect({
      streets: countAt('STREET'),
      communities: countAt('COMMUNITY'),
      grids: new Set(codes).size,
    }).toEqual({
      ...{ streets: 11, communities: 83, grids: 855 },
    });
    expect(codes).toHaveLength(855);
    for (const { grid, courtyards } of plan) {
      expect(courtyards.length).toBeGreaterThan(0);
      for (const { code } of courtyards) expect(parentOf(code)).toBe(grid.code);
    }
  });

  it('has about 340,000 households, 300 to 500 a grid, and about 900,000 persons', () => {
    for (const { households: count } of plan) {
      expect(count).toBeGreaterThanOrEqual(300);
      expect(count).toBeLessThanOrEqual(500);
    }
    const last = plan.at(-1)!;
    expect(last.firstHousehold + last.households).toBe(340_730);
    expect(last.firstPerson + peopleOf(last).length).toBe(903_010);
  });

  it('counts on from grid to grid exactly as many persons as it makes', () => {
    plan.slice(0, 12).forEach((grid, index) => {
      expect(grid.firstPerson + peopleOf(grid).length).toBe(plan[index + 1]?.firstPerson);
    });
  });

  it('keeps the grids, courtyards and doors of the demonstration community, and adds doors that it has not', () => {
    const own = communityPlan();
    expect(own.map(({ grid }) => grid)).toEqual(plan.slice(0, 6).map(({ grid }) => grid));
    expect(grids()).toEqual(
      expect.arrayContaining(own.flatMap(({ grid, courtyards }) => [grid, ...courtyards])),
    );
    const known = new Set(households().map(({ courtyard, door }) => `${courtyard} ${door}`));
    const added = own.flatMap((grid) =>
      [...homesOf(grid)].map(({ home }) => `${home.courtyard} ${home.door}`),
    );
    expect(added.filter((door) => known.has(door))).toEqual([]);
    expect(new Set(added).size).toBe(added.length);
    expect(added.length).toBeGreaterThan(2_200);
  });

  it('is made of rows that the registry takes in: numbers, phones, doors, one head a household', () => {
    for (const grid of some(6)) {
      for (const { home, people } of homesOf(grid)) {
        expect(isId(home.id)).toBe(true);
        expect(checkedDoor(home.door)).toBe(home.door);
        expect(ancestorAt(home.courtyard, 'GRID')).toBe(grid.grid.code);
        expect(people.filter(({ relation }) => relation === 'HEAD')).toHaveLength(1);
        for (const row of people) {
          const { person } = checkedPerson(row, TODAY);
          expect(person.birthDate! <= row.from || row.relation === 'OTHER').toBe(true);
          assertMovesIn([], { resident: row.id, relation: row.relation, from: row.from }, TODAY);
          if (row.until !== undefined) expect(row.until > row.from && row.until <= TODAY).toBe(true);
          expect(RELATIONS).toContain(row.relation);
        }
      }
    }
  });

  it('never gives one number to two persons, nor one that the demonstration community has given', () => {
    const given = [
      ...households().flatMap((_home, index) => familyOf(index)),
      ...actingResidents().map(({ row }) => row),
    ];
    const numbers = new Set(given.map(({ identityNumber }) => identityNumber));
    const phones = new Set(given.flatMap(({ phone = [] }) => phone));
    const ids = new Set<string>();
    let made = { people: given.length, phones: phones.size };
    for (const grid of plan.filter((_grid, index) => index % 25 === 0)) {
      for (const { id, identityNumber, phone } of peopleOf(grid)) {
        numbers.add(identityNumber);
        ids.add(id);
        if (phone !== undefined) phones.add(phone);
        made = { people: made.people + 1, phones: made.phones + (phone === undefined ? 0 : 1) };
      }
    }
    expect({ people: numbers.size, phones: phones.size }).toEqual(made);
    expect(ids.size).toBe(made.people - given.length);
  });

  it('gives any two persons of the district two numbers, whatever their ages, and each number holds', () => {
    const someone = fc.record({
      person: fc.integer({ min: 0, max: 910_000 }),
      band: fc.integer({ min: 0, max: 15 }),
      isWoman: fc.boolean(),
    });
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        const [first, second] = [one, other].map(({ person, band, isWoman }) =>
          identityOf(person, band, isWoman),
        );
        const read = readIdentityNumber(first!.number, TODAY);
        expect(read).toMatchObject({
          ok: true,
          sex: one.isWoman ? 'FEMALE' : 'MALE',
          birthDate: first!.birthDate,
        });
        if (one.person === other.person) return;
        expect(first!.number).not.toBe(second!.number);
        expect(phoneOf(one.person)).not.toBe(phoneOf(other.person));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has all ages, every fifth person registered elsewhere, and some who left', () => {
    const people = some(10).flatMap(peopleOf);
    const share = (of: (row: (typeof people)[number]) => boolean) => people.filter(of).length / people.length;
    expect(share(({ kind }) => kind === 'FLOATING')).toBeCloseTo(0.19, 1);
    expect(share(({ until }) => until !== undefined)).toBeGreaterThan(0.01);
    expect(share(({ identityNumber = '' }) => identityNumber.slice(6, 10) < '1966')).toBeGreaterThan(0.15);
    expect(share(({ identityNumber = '' }) => identityNumber.slice(6, 10) > '2007')).toBeGreaterThan(0.08);
  });

  it('is the same each time it is made', () => {
    const [first] = districtPlan().slice(400, 401);
    expect([...homesOf(first!)]).toEqual([...homesOf(plan[400]!)]);
  });

  it('has 1,630 grid workers, one or two a grid, among them those whom one can act as', () => {
    const workers = workersOf(plan);
    expect(workers).toHaveLength(1_630);
    expect(new Set(workers.map(({ person }) => person)).size).toBe(1_630);
    const counts = plan.map(({ grid }) => workers.filter(({ area }) => area === grid.code).length);
    expect(counts.every((count) => count === 1 || count === 2)).toBe(true);
    const acting = PEOPLE.filter(({ appointments }) =>
      appointments.some(({ role }) => role === 'GRID_WORKER'),
    );
    for (const { id: person } of acting) expect(workers).toContainEqual(expect.objectContaining({ person }));
  });
});

describe('the boundaries of the district', () => {
  const boundaries = plan.map(({ grid }) => grid.boundary!);

  it('share no point inside: whatever lies in one grid lies in no other', () => {
    // On the way from the middle to a corner: every grid is seen whole from its middle.
    const inside = (index: number, corner: number, way: number) => {
      const ring = boundaries[index]!.coordinates[0]!.slice(1);
      const at = (axis: 0 | 1) => {
        const middle = ring.reduce((sum, each) => sum + each[axis]!, 0) / ring.length;
        return middle + way * (ring[corner % ring.length]![axis]! - middle);
      };
      return { longitude: at(0), latitude: at(1) };
    };
    const way = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.nat(boundaries.length - 1), fc.nat(5), way, (index, corner, share) => {
        const point = inside(index, corner, share);
        const hits = boundaries.flatMap((boundary, place) => (contains(boundary, point) ? [place] : []));
        expect(hits).toEqual([index]);
      }),
      { numRuns: 500 },
    );
  });

  it('tile each rectangle without gap or overlap: the areas add up, all run against the clock, every edge inside has two sides', () => {
    const rectangle = fc.record({
      west: fc.double({ min: 100, max: 110, noNaN: true }),
      south: fc.double({ min: 25, max: 35, noNaN: true }),
      width: fc.constant(0.024),
      height: fc.constant(0.008),
    });
    fc.assert(
      fc.property(rectangle, fc.integer({ min: 1, max: 14 }), (place, count) => {
        const streets = streetsIn(place, columnsFor(count));
        const made = gridsBetween(streets, count);
        expect(made).toHaveLength(count);
        for (const each of made) expect(doubleArea(each)).toBeGreaterThan(0);
        const outline: Boundary = {
          type: 'Polygon',
          coordinates: [
            [
              ...[streets[0][0]!, streets[1][0]!, ...streets[2]],
              ...[streets[1].at(-1)!, ...[...streets[0]].reverse()],
            ].map((corner) => [...corner]),
          ],
        };
        const sum = made.reduce((total, each) => total + doubleArea(each), 0);
        expect(Math.abs(sum - doubleArea(outline))).toBeLessThan(1e-9);
        expect(lonelyEdges(made)).toBe(edgesOf(outline).length);
      }),
    );
  });
});

function edgesOf({ coordinates: [ring = []] }: Boundary): string[] {
  return ring.slice(1).map((corner, index) => `${String(ring[index])} ${String(corner)}`);
}

/** How many edges have no grid on their other side. */
function lonelyEdges(boundaries: readonly Boundary[]): number {
  const edges = new Set(boundaries.flatMap(edgesOf));
  return [...edges].filter((edge) => !edges.has(edge.split(' ').reverse().join(' '))).length;
}
