import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createCollectionReader } from '../src/data/collection-reader';
import { CaseRepo } from '../src/modules/cases/case.repo';
import { URGENCIES } from '../src/modules/cases/case.rules';
import { type Case } from '../src/modules/cases/case.type';
import { newId } from '../src/shared/ids';
import { someAtOnce } from '../src/shared/some-at-once';
import { drawTable } from '../local/say';
import { CasePageDocument, InboxDocument, MyReportsDocument } from '../test/generated/operations';
import { run } from '../test/support/api';
import { reportCase, reportInput } from '../test/support/cases';
import { makeWorld, type World } from '../test/support/world';
import { median } from './statistics';

/** What a small demonstration has, and a district after some years; one in fifty of them in the inbox that is looked at. */
const FEW = 110;
const MANY = 200_000;
const SHARE_OF_INBOX = 50;
/** Grids that hold the others. */
const GRIDS = 1_500;

const BATCH = 25;
const AT_ONCE = 4;
const RUNS = 15;

/** What the screens of cases cost with few cases in the table and with many: units, round trips, and how long they take. */
export async function manyCases(): Promise<string> {
  const world = await makeWorld({ ownTable: true });
  const worker = world.actor('GRID_WORKER');
  const text = '雨后地下车库入口积水约十厘米，排水沟被落叶堵住，请尽快清理。';
  const { id } = await reportCase(world, worker, reportInput(world, { text, urgency: 'NORMAL' }));
  const model = await new CaseRepo(world.foundation.table).find(
    createCollectionReader(world.foundation.table),
    id,
  );
  if (model === undefined) throw new Error('There is no case to copy.');
  const screens = {
    'inbox of 100 rows': async () => run(world, worker, InboxDocument, { first: 100 }),
    'my 50 reports': async () => run(world, worker, MyReportsDocument, { first: 50 }),
    'case page': async () => run(world, worker, CasePageDocument, { id }),
  };
  await fill(world, model, FEW, 1);
  const few = await costsOf(world, screens);
  await fill(world, model, MANY, SHARE_OF_INBOX);
  const many = await costsOf(world, screens);
  const rows = Object.keys(screens).map((name, index) => [
    ...[name, ...shown(few[index]), ...shown(many[index])],
    `${((many[index]?.milliseconds ?? NaN) / (few[index]?.milliseconds ?? NaN)).toFixed(2)}×`,
  ]);
  const head = `screen,units,trips,ms,with ${String(MANY)} units,trips,ms,ratio of ms`;
  return drawTable([head.split(','), ...rows]);
}

interface Cost {
  readonly units: number;
  readonly trips: number;
  readonly milliseconds: number;
}

function shown(cost: Cost | undefined): string[] {
  return cost === undefined ? [] : [String(cost.units), String(cost.trips), cost.milliseconds.toFixed(1)];
}

async function costsOf(
  world: World,
  screens: Readonly<Record<string, () => Promise<{ errors: readonly unknown[] }>>>,
): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const [name, open] of Object.entries(screens)) {
    const times: number[] = [];
    for (let round = 0; round < RUNS; round += 1) {
      world.meter.reset();
      const began = performance.now();
      const { errors } = await open();
      times.push(performance.now() - began);
      if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    }
    costs.push({ units: world.meter.readUnits, trips: world.meter.waves, milliseconds: median(times) });
  }
  return costs;
}

/**
 * Writes so many copies of a case, one in `share` of them held by the area that holds it and in the lists it is in, the others
 * elsewhere.
 */
async function fill(
  { foundation, services }: World,
  model: Case,
  count: number,
  share: number,
): Promise<void> {
  const { table } = foundation;
  const repo = new CaseRepo(table);
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_none, index) => index * BATCH);
  await someAtOnce(AT_ONCE, batches, async (first) => {
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_none, index) => first + index);
    const items = numbers.map((number) => repo.creating(copyOf(model, number, share)).Item);
    const puts = items.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: puts } }),
    );
    if (UnprocessedItems?.[table.name] !== undefined) throw new Error('The table did not take all.');
    const here = items.filter((_item, index) => (first + index) % share === 0);
    await services.caseListNotes.observe(here.map((after) => ({ before: undefined, after })));
  });
}

function copyOf(model: Case, number: number, share: number): Case {
  const id = newId();
  const at = new Date(model.reportedAt.getTime() - number * 60_000);
  const isHere = number % share === 0;
  const area = isHere ? model.area : `${model.area.slice(0, 9)}${String(100_000 + (number % GRIDS))}`;
  const holder = model.holder && { ...model.holder, code: isHere ? model.holder.code : area };
  const reporter = isHere ? model.reporter : { ...model.reporter, id: newId() };
  const clock = model.clock && { ...model.clock, dueAt: new Date(at.getTime() + 3_600_000) };
  const urgency = URGENCIES[number % URGENCIES.length] ?? model.urgency;
  return { ...model, id, urgency, area, holder, reporter, clock, reportedAt: at, updatedAt: at };
}
