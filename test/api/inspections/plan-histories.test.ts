import fc from 'fast-check';
import { type TableChange } from '../../../src/data/table-change';
import { dueRows } from '../../support/inspection-plans';
import { inspect, inspectionInput } from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { premisesInput, putPremises } from '../../support/places';
import { type World } from '../../support/world';

const DAY = 86_400_000;

let world: World;
let table: MemoryTable;
let back: () => void;
beforeAll(async () => {
  ({ world, table } = await makeMemoryWorld());
  back = table.keep();
});

/** What may happen to premises, in days that pass between. */
const step = fc.oneof(
  fc.record({
    what: fc.constant('CHANGE' as const),
    status: fc.constantFrom('OPERATING', 'OPERATING', 'SUSPENDED', 'CLOSED'),
    control: fc.constantFrom('NONE', 'DISTRICT', 'NATIONAL'),
    kind: fc.constantFrom('RIVERSIDE_RESTAURANT', 'WORKSHOP', 'OTHER'),
    isNear: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('INSPECT' as const),
    checklist: fc.constantFrom('RIVERSIDE_RESTAURANT', 'FIRE_PASSAGES'),
    daysAgo: fc.integer({ min: 0, max: 20 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Does it, as far as it can be done; what cannot be inspected is not. */
async function happen(id: string, version: number, made: Step): Promise<number> {
  const worker = world.actor('STREET_STAFF');
  if (made.what === 'CHANGE') {
    const { status, control, kind, isNear } = made;
    const area = isNear ? world.grid : world.nextGrid;
    const more = { ...premisesInput(world), id, expectedVersion: version, status, control, kind, area };
    return (await putPremises(world, worker, more)).version;
  }
  const at = new Date(world.clock.now().getTime() - made.daysAgo * DAY).toISOString();
  const inspector = world.actor('COMMUNITY_STAFF');
  await inspect(world, inspector, inspectionInput(world, id, [], { checklist: made.checklist, at }));
  return version;
}

/** Tells changes until none is left: in groups, of which some fail somewhere and come again with all after them. */
async function tellAll(changes: readonly TableChange[], groups: readonly number[], fails: readonly number[]) {
  let commands = 0;
  table.goBy((_name, act) => {
    commands += 1;
    if (fails.includes(commands)) return Promise.reject(new Error('The table did not answer.'));
    return Promise.resolve().then(act);
  });
  for (let told = 0, turn = 0; told < changes.length; turn += 1) {
    const some = changes.slice(told, told + (groups[turn % groups.length] ?? 1));
    const done = await world.services.inspectionPlans.observe(some).then(
      () => true,
      () => false,
    );
    if (done) told += some.length;
  }
  table.goBy((_name, act) => Promise.resolve().then(act));
}

it('every list has what premises and inspections say, however the stream tells of them and fails meanwhile', async () => {
  const history = fc.array(step, { minLength: 1, maxLength: 7 });
  const groups = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
  const fails = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(history, groups, fails, async (steps, sizes, failing) => {
      back();
      const changes = table.record();
      const boss = world.actor('DISTRICT_STAFF');
      const { id } = await putPremises(world, world.actor('STREET_STAFF'));
      let version = 1;
      for (const each of steps) version = await happen(id, version, each);
      await tellAll(changes.slice(), sizes, failing);
      const read = async (area: string) => dueRows(world, boss, { area, first: 2 });
      const all = await read(world.district);
      for (const area of [world.street, world.community]) expect(await read(area)).toEqual(all);
      expect([...(await read(world.grid)), ...(await read(world.nextGrid))]).toEqual(all);
      // Looking again changes nothing.
      await world.services.inspectionPlans.follow([id]);
      expect(await read(world.district)).toEqual(all);
    }),
    { numRuns: 40 },
  );
});
