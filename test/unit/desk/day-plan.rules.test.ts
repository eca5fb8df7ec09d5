import fc from 'fast-check';
import { URGENCIES } from '../../../src/modules/cases/case.rules';
import { type Errand, planDay } from '../../../src/modules/desk/day-plan.rules';
import { metresBetween } from '../../../src/shared/geo';

const point = fc.record({
  latitude: fc.double({ min: 30.5, max: 30.9, noNaN: true }),
  longitude: fc.double({ min: 103.9, max: 104.3, noNaN: true }),
});
const errand = fc.record({
  id: fc.uuid(),
  urgency: fc.constantFrom(...URGENCIES),
  dueAt: fc.option(
    fc.date({ min: new Date('2026-05-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
    { nil: undefined },
  ),
  point,
});
const errands = fc.uniqueArray(errand, { maxLength: 60, selector: ({ id }) => id });
const crew = fc.record({
  officers: fc.integer({ min: 1, max: 8 }),
  each: fc.integer({ min: 1, max: 8 }),
  start: fc.option(point, { nil: undefined }),
});
const rank = ({ urgency }: Errand) => URGENCIES.indexOf(urgency);
const dueOf = ({ dueAt }: Errand) => dueAt?.getTime() ?? Infinity;

describe('the plan of a day', () => {
  it('has every case once, in a way or left for later, and nobody goes to more than they can', () => {
    fc.assert(
      fc.property(errands, crew, (cases, hands) => {
        const { routes, later } = planDay(cases, hands);
        const planned = routes.flat().map(({ errand: { id } }) => id);
        expect([...planned, ...later.map(({ id }) => id)].sort()).toEqual(cases.map(({ id }) => id).sort());
        expect(planned).toHaveLength(Math.min(cases.length, hands.officers * hands.each));
        expect(routes).toHaveLength(Math.min(cases.length, hands.officers));
        for (const route of routes) expect(route.length).toBeLessThanOrEqual(hands.each);
      }),
    );
  });

  it('leaves nothing for later that is more urgent, or as urgent and due sooner, than what is planned', () => {
    fc.assert(
      fc.property(errands, crew, (cases, hands) => {
        const { routes, later } = planDay(cases, hands);
        for (const { errand: planned } of routes.flat())
          for (const waiting of later) {
            expect(rank(waiting)).toBeGreaterThanOrEqual(rank(planned));
            if (rank(waiting) === rank(planned))
              expect(dueOf(waiting)).toBeGreaterThanOrEqual(dueOf(planned));
          }
      }),
    );
  });

  it('goes on every way to the urgent first, then always to the nearest of those, and says how far it is', () => {
    fc.assert(
      fc.property(errands, crew, (cases, hands) => {
        for (const route of planDay(cases, hands).routes) {
          let from = hands.start;
          for (const [index, { errand: next, metres }] of route.entries()) {
            const left = route.slice(index).map(({ errand: each }) => each);
            expect(rank(next)).toBe(Math.min(...left.map(rank)));
            if (from === undefined) expect(metres).toBeUndefined();
            else {
              const here = from;
              const alike = left.filter((each) => rank(each) === rank(next));
              const nearest = Math.min(...alike.map((each) => metresBetween(here, each.point)));
              expect(metres).toBe(Math.round(nearest));
            }
            from = next.point;
          }
        }
      }),
    );
  });

  it('is the same in whatever order the cases come', () => {
    fc.assert(
      fc.property(
        errands.chain((cases) =>
          fc.tuple(fc.constant(cases), fc.shuffledSubarray(cases, { minLength: cases.length })),
        ),
        crew,
        ([cases, other], hands) => {
          expect(planDay(other, hands)).toEqual(planDay(cases, hands));
        },
      ),
    );
  });

  it('gives two parts of a district that lie apart to two officers', () => {
    const at = (id: string, longitude: number): Errand => ({
      id,
      urgency: 'NORMAL',
      point: { latitude: 30.66, longitude },
    });
    const { routes } = planDay([at('a', 104.1), at('b', 104.2), at('c', 104.101), at('d', 104.201)], {
      officers: 2,
      each: 4,
    });
    expect(routes.map((route) => route.map(({ errand: { id } }) => id).sort())).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });
});
