import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamodb } from '../../../local/dynamodb';
import { type Running } from '../../../local/process';
import { type Actor } from '../../../src/auth/actor';
import { type TableChange } from '../../../src/data/table-change';
import {
  type FieldItemInput,
  GridLoadsDocument,
  SubmitFieldBatchDocument,
  VisitCoverageDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { type Faults, injectFaults, randomFrom } from '../../support/faults';
import { type Given, queueOf } from '../../support/field-queues';
import { type Queued } from '../../support/field-steps';
import { deliver, type Told } from '../../support/histories';
import { freePorts } from '../../support/free-ports';
import { changesOf, readsOf } from '../../support/logs';
import { home, livingTogether } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

/** What is done offline, by how many, each with two devices; how much comes home together at most. */
const ITEMS = Number(process.env.ITEMS ?? 10_000);
const WORKERS = 6;
const DEVICES = 2 * WORKERS;
const MOST = 100;
const HOMES = 90;

/** The share of batches whose answer is lost, and of commands behind them to which something happens. */
const LOST_ANSWERS = 0.1;
const TROUBLE = { lostAnswers: 0.1, lostRequests: 0.01, throttled: 0.005, held: 0.03 };
const CALM = { lostAnswers: 0, lostRequests: 0, throttled: 0, held: 0 };

type Row = Readonly<Record<string, unknown>>;

let world: World;
let faults: Faults;
let items: readonly Given[];
let homes: readonly string[];
let changes: readonly TableChange[];
let stored: ReadonlyMap<string, readonly Row[]>;
const told = new Map<string, Set<string>>();
const sent = { batches: 0, items: 0, refusedBatches: 0 };

let store: Running;
const shared = process.env.DYNAMODB_ENDPOINT;

beforeAll(async () => {
  // A store of its own: it counts through every change told of any table whenever it is asked for anything, and there are many.
  const log = join(mkdtempSync(join(tmpdir(), 'wangge-test-')), 'dynamodb.log');
  const own = await startDynamodb({ port: await freePorts(1), log });
  process.env.DYNAMODB_ENDPOINT = own.endpoint;
  store = own;
  world = await makeWorld({ ownTable: true, stream: true });
  homes = await Promise.all(Array.from({ length: HOMES }, () => home(world)));
  const people = await Promise.all(homes.map((household) => livingTogether(world, household, [{}, {}])));
  await world.services.visitPlans.follow(homes);
  const ground = { world, homes, residents: people.flat(), devices: DEVICES };
  const queues = Array.from({ length: DEVICES }, (_none, device) =>
    queueOf(ground, device, Math.ceil(ITEMS / DEVICES)),
  );
  items = queues.flat();
  const workers = Array.from({ length: WORKERS }, () => world.actor('GRID_WORKER'));
  faults = injectFaults(world.foundation.table.client, 20_261_126);
  Object.assign(faults, TROUBLE);
  const began = Date.now();
  await Promise.all(
    queues.map((queue, device) =>
      bringHome(workers[device % WORKERS] ?? world.actor('GRID_WORKER'), queue, device),
    ),
  );
  Object.assign(faults, CALM);
  const seconds = Math.round((Date.now() - began) / 1000);
  stored = await everything();
  changes = await changesOf(world);
  const figures = { items: items.length, devices: DEVICES, seconds, sent, statuses: statusCounts() };
  process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.happened })}\n`);
}, 900_000);

afterAll(async () => {
  process.env.DYNAMODB_ENDPOINT = shared;
  await store.stop();
});

/** Sends a batch as a phone does, and hears what each item was answered; nothing where the whole was not taken. */
async function send(actor: Actor, batch: readonly Queued[]): Promise<readonly Told[]> {
  sent.batches += 1;
  sent.items += batch.length;
  const input = { items: batch.map(({ item }) => item as unknown as FieldItemInput) };
  const { data, errors } = await run(world, actor, SubmitFieldBatchDocument, { input });
  const answers = (data as typeof data | null)?.submitFieldBatch.answers;
  if (!answers) {
    if (errors.some(({ extensions }) => extensions?.code !== 'TRY_AGAIN'))
      throw new Error(JSON.stringify(errors));
    sent.refusedBatches += 1;
    return [];
  }
  for (const { id, status } of answers) told.set(id, (told.get(id) ?? new Set<string>()).add(status));
  return answers;
}

/** Brings a device's queue home, a hundred at a time. */
async function bringHome(actor: Actor, queue: readonly Given[], seed: number): Promise<void> {
  const random = randomFrom(seed);
  const own = new Set(queue.map(({ id }) => id));
  for (let start = 0; start < queue.length; start += MOST) {
    const some = queue.slice(start, start + MOST).map((item): Queued => {
      const resident = item.residentUpdate?.resident;
      return {
        item: { after: [], ...item } as never,
        needs: resident !== undefined && own.has(resident) ? [resident] : [],
      };
    });
    await deliver({
      ...{ queue: some, random, lostAnswers: LOST_ANSWERS, whole: true },
      send: (batch) => send(actor, batch),
    });
  }
}

/** Everything in the world's table, by what it is. */
async function everything(): Promise<Map<string, Row[]>> {
  const { client, name } = world.foundation.table;
  const all = new Map<string, Row[]>();
  let from: Row | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ExclusiveStartKey: from, ConsistentRead: true }),
    );
    for (const item of page.Items ?? []) {
      const kind = String(item.__edb_e__);
      all.set(kind, [...(all.get(kind) ?? []), item]);
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return all;
}

const count = (status: string) => items.filter(({ id }) => told.get(id)?.has(status)).length;
function statusCounts() {
  const names = ['APPLIED', 'DUPLICATE', 'TRY_AGAIN', 'CONFLICT', 'REJECTED'];
  return Object.fromEntries(names.map((name) => [name, count(name)]));
}
const partsOf = () => items.flatMap(({ visit }) => visit?.parts ?? []);
/** Ids of everything of a kind that was made, by itself or as part of a visit. */
const made = (field: 'case' | 'note' | 'visit' | 'plan' | 'newResident') => [
  ...items.flatMap((item) => item[field]?.id ?? []),
  ...(field === 'case' || field === 'note' ? partsOf().flatMap((part) => part[field]?.id ?? []) : []),
];
const storedIds = (kind: string) => (stored.get(kind) ?? []).map(({ id }) => String(id)).sort();

describe('ten thousand things done without a network, through lost answers, duplicates, throttling and held records', () => {
  it('are all answered for good: none refused, none called a conflict', () => {
    expect(statusCounts()).toMatchObject({ CONFLICT: 0, REJECTED: 0 });
    const open = items.filter(
      ({ id }) => !['APPLIED', 'DUPLICATE'].some((status) => told.get(id)?.has(status)),
    );
    expect(open).toEqual([]);
    expect(stored.get('conflict') ?? []).toEqual([]);
  });

  it('are all on file, and each once', () => {
    expect(storedIds('case')).toEqual(made('case').sort());
    expect(storedIds('log-entry')).toEqual(made('note').sort());
    expect(storedIds('visit')).toEqual(made('visit').sort());
    expect(storedIds('work-plan')).toEqual(made('plan').sort());
    const residents = new Set(storedIds('resident'));
    expect(made('newResident').filter((id) => !residents.has(id))).toEqual([]);
    expect(residents.size).toBe(2 * HOMES + made('newResident').length);
    const changes = (stored.get('resident') ?? []).flatMap(
      ({ changes: all }) => all as readonly { id: string }[],
    );
    const edits = items.flatMap(({ id, residentUpdate }) => (residentUpdate == null ? [] : id));
    const times = new Map(edits.map((id) => [id, changes.filter((change) => change.id === id).length]));
    expect([...times].filter(([, often]) => often !== 1)).toEqual([]);
  });

  it('count those who live in a household as those who were put on file there', async () => {
    for (const id of homes) {
      const found = await world.services.households.lookUp(readsOf(world), id, { consistent: true });
      const right = 2 + items.filter(({ newResident }) => newResident?.household === id).length;
      expect([id, found?.memberCount, found?.everyone.length]).toEqual([id, right, right]);
    }
  });

  it('count into the load of the grid and into the coverage of visits exactly', async () => {
    await Promise.all([world.services.loads.observe(changes), world.services.visitPlans.observe(changes)]);
    await world.services.loads.recount(world.grid);
    const staff = world.actor('STREET_STAFF');
    const { data } = await run(world, staff, GridLoadsDocument, { area: world.grid });
    const [load] = data.gridLoad?.edges ?? [];
    expect(load?.node).toMatchObject({
      ...{
        households: HOMES,
        residents: 2 * HOMES + made('newResident').length,
        openCases: made('case').length,
      },
    });
    const coverage = await run(world, staff, VisitCoverageDocument, { area: world.grid });
    const visited = new Set(items.flatMap(({ visit }) => visit?.household ?? [])).size;
    expect(coverage.data.visitCoverage).toMatchObject({ households: HOMES, visited });
  }, 300_000);

  it('write a line each into the log of the day, however often the stream tells of them', async () => {
    await world.services.logWatch.observe(changes);
    await world.services.logWatch.observe(changes.slice(0, 500));
    const all = await everything();
    const lines = (all.get('log-line') ?? []).map(({ row }) => (row as { readonly k: string }).k);
    const edits = items.filter(({ residentUpdate }) => residentUpdate != null).length;
    const of = (kind: string) => lines.filter((each) => each === kind).length;
    expect({ cases: of('CASE_REPORTED'), visits: of('VISIT_MET'), new: of('RESIDENT_REGISTERED') }).toEqual({
      ...{ cases: made('case').length, visits: made('visit').length, new: made('newResident').length },
    });
    expect(of('RESIDENT_CHANGED')).toBe(edits);
  }, 300_000);
});
