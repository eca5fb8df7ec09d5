import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { type SubmitInspectionInput } from '../../generated/operations';
import { idOfItem } from '../../support/case-rows';
import { randomFrom } from '../../support/faults';
import { caseOf, inspect, inspectionInput, premisesFile, restaurant } from '../../support/inspections';
import { killAt } from '../../support/kills';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable, type Way } from '../../support/memory-table';
import { makeNetwork } from '../../support/networks';
import { manyPremises } from '../../support/places';
import { type World } from '../../support/world';

const ITEMS = [
  'PURIFIER_INSTALLED',
  'PURIFIER_RUNNING',
  'GREASE_TRAP',
  'WASTE_WATER_TO_RIVER',
  'RIVER_COLOUR',
];
const asItIs: Way = (_name, act) => Promise.resolve().then(act);

let world: World;
let table: MemoryTable;
let premises: string;
let worker: Actor;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  premises = await restaurant(world);
  worker = world.actor('GRID_WORKER');
});

const kept = (kind: string) =>
  table
    .everything()
    .filter((item) => item.__edb_e__ === kind)
    .map(idOfItem)
    .sort();
/** Each inspection once, each of its findings one case, and nothing else. */
const expectWhole = (
  inputs: readonly SubmitInspectionInput[],
  fails: (input: SubmitInspectionInput) => string[],
) => {
  expect(kept('inspection')).toEqual(inputs.map(({ id }) => id).sort());
  expect(kept('case')).toEqual(
    inputs.flatMap((input) => fails(input).map((item) => caseOf(input, item))).sort(),
  );
};
const failsOf = ({ answers }: SubmitInspectionInput) =>
  answers.filter(({ result }) => result === 'FAIL').map(({ item }) => item);

it('is whole after the same request again, wherever it was killed, and no case is there without its inspection', async () => {
  const input = inspectionInput(world, premises, ITEMS.slice(0, 3));
  const restore = table.keep();
  const killedAt = async (nth: number, moment: 'before' | 'after', isRenamed: boolean) => {
    restore();
    const { way, wasKilled } = killAt(nth, moment);
    table.goBy(way);
    await inspect(world, worker, input).catch(() => undefined);
    table.goBy(asItIs);
    if (kept('case').length > 0) expect(kept('inspection')).toEqual([input.id]);
    // Until the phone has a signal again, the premises have another name.
    if (isRenamed) await manyPremises(world, 1, { id: premises, name: '新店名' });
    const { inspection, userErrors } = await inspect(world, worker, input);
    expect([userErrors, inspection?.findings.map(({ state }) => state)]).toEqual([
      [],
      ['OPEN', 'OPEN', 'OPEN'],
    ]);
    expectWhole([input], failsOf);
    return wasKilled();
  };
  let kills = 0;
  for (let nth = 1; await killedAt(nth, 'before', false); nth += 1) {
    for (const isRenamed of [true, false]) await killedAt(nth, 'after', isRenamed);
    kills += 3;
  }
  expect(kills).toBeGreaterThan(18);
}, 60_000);

it('a case whose premises have got another name before it was taken in says the one of the inspection', async () => {
  const input = inspectionInput(world, premises, ['ODOUR']);
  table.goBy((name, act, what) =>
    JSON.stringify(what).includes(`CASE#${caseOf(input, 'ODOUR')}`) && /Put|Transact/.test(name)
      ? Promise.reject(new Error('lost'))
      : asItIs(name, act, what),
  );
  await inspect(world, worker, input).catch(() => undefined);
  table.goBy(asItIs);
  const before = await premisesFile(world, worker, premises);
  expect(before.openFindings.map(({ state }) => state)).toEqual(['PENDING']);
  await manyPremises(world, 1, { id: premises, name: '新店名' });
  const { cases } = await inspect(world, worker, input);
  expect(cases?.[0]?.userErrors).toEqual([]);
  expect(JSON.stringify(table.everything().find(({ __edb_e__ }) => __edb_e__ === 'case'))).toContain(
    before.name,
  );
});

it('several inspectors at once, over a network that loses requests and answers: nothing is lost, nothing is twice', async () => {
  const actors = [worker, world.actor('COMMUNITY_STAFF')];
  const restore = table.keep();
  let troubles = 0;
  const plan = fc.array(fc.tuple(fc.nat(1), fc.subarray(ITEMS), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(plan, fc.nat(), async (acts, seed) => {
      restore();
      const trouble = { lost: 0.08, unanswered: 0.08, repeated: 0.08, throttled: 0, held: 0.08 };
      const network = makeNetwork(randomFrom(seed), trouble);
      table.goBy(network.way);
      const inputs = acts.map(([, fails]) => inspectionInput(world, premises, fails));
      const persist = async (index: number) => {
        for (let attempt = 1; attempt <= 60; attempt += 1) {
          try {
            const { userErrors } = await inspect(world, actors[acts[index]![0]]!, inputs[index]!);
            expect(userErrors).toEqual([]);
            return;
          } catch {
            // No answer: the same request again.
          }
        }
        throw new Error('It never came to an end.');
      };
      // Some send twice at once, because the first seemed to be lost.
      await Promise.all(
        acts.flatMap(([, , isTwice], index) => [persist(index), ...(isTwice ? [persist(index)] : [])]),
      );
      table.goBy(asItIs);
      troubles += Object.values(network.happened).reduce((sum, count) => sum + count, 0);
      expectWhole(inputs, failsOf);
      const { openFindings } = await premisesFile(world, worker, premises);
      expect(openFindings.map(({ caseId, state }) => [caseId, state]).sort()).toEqual(
        inputs.flatMap((input) => failsOf(input).map((item) => [caseOf(input, item), 'OPEN'])).sort(),
      );
    }),
    { numRuns: 20 },
  );
  expect(troubles).toBeGreaterThan(50);
}, 60_000);
