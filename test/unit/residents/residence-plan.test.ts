import fc from 'fast-check';
import { type HouseholdFile } from '../../../src/modules/residents/household.type';
import { membersOn } from '../../../src/modules/residents/residence.rules';
import {
  type Occasion,
  type Plan,
  planArrival,
  planDeparture,
  planMove,
  planReturn,
} from '../../../src/modules/residents/residence-plan.rules';
import { type Resident } from '../../../src/modules/residents/resident.type';
import { Refusal } from '../../../src/shared/errors';

const TODAY = '2026-05-12';
const occasion: Occasion = {
  today: TODAY,
  change: {
    id: 'c',
    mark: 'm',
    at: `${TODAY}T00:00:00Z`,
    by: { id: 'w', name: '王芳', role: 'GRID_WORKER' },
    what: [],
  },
};

function emptyHome(id: string): HouseholdFile {
  return {
    ...{ id, version: 1, grid: '510108008003001', courtyard: '510108008003001001', door: id, address: id },
    ...{ kind: 'FAMILY', memberCount: 0, floatingCount: 0, everyone: [], changes: [] },
  };
}

/** A whole registry in memory, changed by plans only, as the repositories would write them. */
class Registry {
  readonly homes = new Map(['h0', 'h1', 'h2'].map((id) => [id, emptyHome(id)]));
  readonly residents = new Map<string, Resident>();

  apply(plan: () => Plan): boolean {
    try {
      const { resident, homes } = plan();
      expect(resident.version).toBe((this.residents.get(resident.id)?.version ?? 0) + 1);
      this.residents.set(resident.id, resident);
      for (const { household } of homes) {
        expect(household.version).toBe((this.homes.get(household.id)?.version ?? 0) + 1);
        this.homes.set(household.id, household);
      }
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}

const day = fc.integer({ min: 1, max: 12 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`);
const home = fc.constantFrom('h0', 'h1', 'h2');
const who = fc.constantFrom('r0', 'r1', 'r2', 'r3');
const relation = fc.constantFrom('HEAD' as const, 'CHILD' as const, 'TENANT' as const);
const kind = fc.constantFrom('REGISTERED' as const, 'FLOATING' as const, 'OWNER_ABSENT' as const);
const step = fc.oneof(
  fc.record({ do: fc.constant('arrive' as const), who, home, relation, kind, day }),
  fc.record({ do: fc.constant('move' as const), who, home, to: home, relation, day }),
  fc.record({ do: fc.constant('return' as const), who, home, relation, day }),
  fc.record({
    ...{ do: fc.constant('leave' as const), who, home, day },
    ending: fc.constantFrom('MOVED_OUT' as const, 'DECEASED' as const, 'RECORDED_BY_MISTAKE' as const),
  }),
);

function take(
  registry: Registry,
  each: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
): boolean {
  const resident = registry.residents.get(each.who);
  const at = registry.homes.get(each.home)!;
  if (each.do === 'arrive') {
    if (resident !== undefined) return false;
    const newcomer = { id: each.who, name: each.who, sex: 'UNKNOWN' as const, kind: each.kind };
    const arrival = { relation: each.relation, from: each.day, beginning: 'RECORDED' as const };
    return registry.apply(() => planArrival(newcomer, at, arrival, occasion));
  }
  if (resident === undefined) return false;
  if (each.do === 'return') {
    const { relation: as, day: on } = each;
    return registry.apply(() => planReturn(resident, at, { relation: as, on }, occasion));
  }
  if (each.do === 'leave') {
    return registry.apply(() =>
      planDeparture(resident, [at], { on: each.day, ending: each.ending }, occasion),
    );
  }
  if (each.home === each.to) return false;
  const homes = { from: at, to: registry.homes.get(each.to)! };
  return registry.apply(() => planMove(resident, homes, { relation: each.relation, on: each.day }, occasion));
}

describe('who lives where', () => {
  it('is told the same by residents and by households, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const registry = new Registry();
        for (const each of steps) take(registry, each);
        const byResident = [...registry.residents.values()].flatMap(({ id, residences }) =>
          residences.map(({ household, from, until, relation: as, ending }) => [
            household,
            id,
            from,
            until,
            as,
            ending,
          ]),
        );
        const byHousehold = [...registry.homes.values()].flatMap(({ id, everyone }) =>
          everyone.map(({ resident, from, until, relation: as, ending }) => [
            id,
            resident,
            from,
            until,
            as,
            ending,
          ]),
        );
        expect(byHousehold.map(String).sort()).toEqual(byResident.map(String).sort());
      }),
    );
  });

  it('never has two heads, nobody twice at once, and counts those who live there', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const registry = new Registry();
        for (const each of steps) take(registry, each);
        for (const { everyone, memberCount, floatingCount } of registry.homes.values()) {
          const here = everyone.filter(({ until }) => until === undefined);
          expect(here.filter((member) => member.relation === 'HEAD').length).toBeLessThanOrEqual(1);
          expect(new Set(here.map(({ resident }) => resident)).size).toBe(here.length);
          expect(memberCount).toBe(here.filter((member) => member.kind !== 'OWNER_ABSENT').length);
          expect(floatingCount).toBe(here.filter((member) => member.kind === 'FLOATING').length);
        }
        for (const { state, residences } of registry.residents.values()) {
          const lives = residences.some(({ until }) => until === undefined);
          expect(state === 'LIVING_HERE').toBe(
            lives && residences.every(({ ending }) => ending !== 'DECEASED'),
          );
        }
      }),
    );
  });

  it('does not change for a day that is past when somebody moves on a later day', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), day, (steps, past) => {
        const registry = new Registry();
        const later = steps.filter(({ day: on }) => on > past);
        for (const each of steps.filter(({ day: on }) => on <= past)) take(registry, each);
        const then = [...registry.homes.values()].map(({ everyone }) =>
          membersOn(everyone, past).map((m) => m.resident),
        );
        for (const each of later.filter(
          (one) => one.do !== 'leave' || one.ending !== 'RECORDED_BY_MISTAKE',
        )) {
          take(registry, each);
        }
        const now = [...registry.homes.values()].map(({ everyone }) =>
          membersOn(everyone, past).map((m) => m.resident),
        );
        expect(now.map((list) => [...list].sort())).toEqual(then.map((list) => [...list].sort()));
      }),
    );
  });
});
