import { marshall } from '@aws-sdk/util-dynamodb';
import { type AttributeValue, type DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { createStreamTaking, type TakeRecords } from '../../../src/app/stream';
import { type TableChange } from '../../../src/data/table-change';
import { readEnv } from '../../../src/shared/env';
import { makeMove, moveCase, reportCase } from '../../support/cases';
import { inspect, inspectionInput, restaurant } from '../../support/inspections';
import { note } from '../../support/logs';
import { mediated, dispute } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { home, identityNumber, livingIn } from '../../support/residents';
import { appointed } from '../../support/staff';
import { visited } from '../../support/visits';
import { type World } from '../../support/world';

/** The kinds of items that follow from what happens. */
const FOLLOWS = [
  ...[
    'case-event',
    'case-list',
    'desk-case',
    'case-deadline',
    'open-case',
    'solved-count',
    'solved-note',
    'recount',
  ],
  ...[
    'change-pointer',
    'log-line',
    'visit-plan',
    'notification',
    'duplicate',
    'finding-event',
    'finding-case',
  ],
];

let world: World;
let table: MemoryTable;
let door: TakeRecords;

/** What happens in a day: each of these is what something follows from. */
async function aDay(): Promise<void> {
  const [worker, community] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
  const [street, office] = [world.actor('STREET_STAFF'), world.actor('DEPARTMENT_STAFF')];
  await appointed(world, { role: 'STREET_STAFF', area: world.street, person: street.id });
  const solved = await reportCase(world, worker, { category: 'FIRE_HAZARD' });
  await makeMove(world, worker, solved.id, 'SOLVE');
  world.clock.advance(60_000);
  await makeMove(world, street, solved.id, 'REOPEN');
  const { id } = await reportCase(world, worker);
  await moveCase(world, worker, id, 'escalate');
  await moveCase(world, community, id, 'escalate');
  await moveCase(world, street, id, 'dispatch');
  await makeMove(world, street, id, 'SUPERVISE');
  await moveCase(world, office, id, 'accept');
  await mediated(world, await dispute(world));
  const twin = { name: '钱小双', identityNumber: identityNumber('1970-02-03') };
  for (const door of [await home(world), await home(world)]) await livingIn(world, door, twin);
  await visited(world);
  await note(world, worker);
  await inspect(world, worker, inspectionInput(world, await restaurant(world), ['PURIFIER_RUNNING']));
}

const recordOf = ({ before, after }: TableChange, number: number): DynamoDBRecord => {
  const imageOf = (image: object | undefined) =>
    image && (marshall(image, { removeUndefinedValues: true }) as Record<string, AttributeValue>);
  const images = { OldImage: imageOf(before), NewImage: imageOf(after) };
  return { dynamodb: { ...images, SequenceNumber: String(number) } };
};
const keyOf = ({ before, after }: TableChange): string => {
  const image = after ?? before ?? {};
  return `${String(image.pk)} ${String(image.sk)}`;
};

/** Brings records until the door has taken them all, as Lambda does: from the one that is named, again. */
async function bring(changes: readonly TableChange[], size: number): Promise<void> {
  let left = changes.map(recordOf);
  while (left.length > 0) {
    const batch = left.slice(0, size);
    const { batchItemFailures } = await door(batch);
    const failed = batchItemFailures[0]?.itemIdentifier;
    const done =
      failed === undefined
        ? batch.length
        : batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failed);
    left = left.slice(done);
  }
}

/** A shard of the stream: its records keep their order, and from some of them on it is brought again. */
interface Shard {
  readonly batch: number;
  /** How far it came before it went back, and how far back, as shares. */
  readonly setbacks: readonly (readonly [number, number])[];
}

/** What a shard brings: all of its records in their order, with everything that was brought again after each setback. */
function broughtBy({ setbacks }: Shard, own: readonly TableChange[]): readonly TableChange[] {
  const again = setbacks.flatMap(([reached, back]) => {
    const until = Math.ceil(own.length * reached);
    return own.slice(Math.floor(until * back), until);
  });
  // Whatever it went back to, it comes to the end from there.
  return [...own.slice(0, Math.ceil(own.length * (setbacks[0]?.[0] ?? 0))), ...again, ...own];
}

/** Brings changes by several shards at once, each record by that of its key, then what follows from what was written. */
async function settle(changes: readonly TableChange[], shards: readonly Shard[]): Promise<void> {
  const followed = table.record();
  let some = changes;
  for (let told = 0; some.length > 0; some = followed.slice(told)) {
    told = followed.length;
    const round = some;
    await Promise.all(
      shards.map((shard, number) =>
        bring(
          broughtBy(
            shard,
            round.filter((change) => shardOf(change, shards.length) === number),
          ),
          shard.batch,
        ),
      ),
    );
  }
}

function shardOf(change: TableChange, shards: number): number {
  const letters = [...keyOf(change)].map((letter) => letter.charCodeAt(0));
  return letters.reduce((sum, code) => (sum * 31 + code) % 65_521, 7) % shards;
}

/**
 * What is in the table, but for what may differ: a mark is drawn anew each time; and of a household that is new and of what
 * is beside it, either may be noted last, which has it looked at alike.
 */
function state(): Record<string, unknown> {
  const told = table.everything().map((item): Record<string, unknown> => {
    if (item.__edb_e__ === 'recount') return { ...item, mark: undefined };
    if (item.__edb_e__ !== 'change-pointer') return item;
    const { kind, ...row } = item.row as { kind?: string };
    return { ...item, row: kind === 'TOUCHED' ? row : item.row };
  });
  return Object.fromEntries(told.map((item) => [keyOf({ before: undefined, after: item }), item]));
}

const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const shard = fc.record({
  batch: fc.integer({ min: 1, max: 12 }),
  setbacks: fc.array(fc.tuple(share, share), { maxLength: 2 }),
});

describe('the table’s door', () => {
  it('comes to the same by any number of shards, in whatever order those are, with whatever is brought again', async () => {
    ({ world, table } = await makeMemoryWorld());
    door = createStreamTaking(readEnv(), world.foundation);
    const changes = table.record();
    await aDay();
    const told = [...changes];
    const back = table.keep();
    await settle(told, [{ batch: 10, setbacks: [] }]);
    const right = state();
    const kinds = new Set(Object.values(right).map((item) => (item as { __edb_e__: string }).__edb_e__));
    expect([...kinds]).toEqual(expect.arrayContaining(FOLLOWS));
    await fc.assert(
      fc.asyncProperty(fc.array(shard, { minLength: 1, maxLength: 6 }), async (shards) => {
        back();
        await settle(told, shards);
        expect(state()).toEqual(right);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});
