import { type DynamoDBBatchResponse, type DynamoDBRecord } from 'aws-lambda';
import { createStreamTaking, type TakeRecords } from '../../../src/app/stream';
import { caseIdOf } from '../../../src/modules/cases/case-keys.rules';
import { CaseEventRepo } from '../../../src/modules/feed/case-event.repo';
import { readEnv } from '../../../src/shared/env';
import { reportCase } from '../../support/cases';
import { toldBy } from '../../support/stream';
import { makeWorld, type World } from '../../support/world';

/** As `infra/functions.yml` says. */
const MOST_ATTEMPTS = 8;

/**
 * Brings batches as Lambda does: from the record that was named on, it brings a batch again; after so many attempts it puts aside what
 * is left of it, and goes on. Returns what was put aside.
 */
async function bring(
  door: TakeRecords,
  batches: readonly (readonly DynamoDBRecord[])[],
): Promise<DynamoDBRecord[]> {
  const aside: DynamoDBRecord[] = [];
  for (const batch of batches) {
    let left = batch;
    for (let attempt = 0; attempt < MOST_ATTEMPTS && left.length > 0; attempt += 1)
      left = fromNamed(left, await door(left));
    aside.push(...left);
  }
  return aside;
}

/** What is left of a batch: from the record that could not be passed on. */
function fromNamed(
  records: readonly DynamoDBRecord[],
  { batchItemFailures: [named] }: DynamoDBBatchResponse,
) {
  if (named === undefined) return [];
  return records.slice(
    records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === named.itemIdentifier),
  );
}

/** A record of a case whose history cannot be read. */
function poisoned(record: DynamoDBRecord): DynamoDBRecord {
  const NewImage = { ...record.dynamodb?.NewImage };
  delete NewImage.steps;
  return { ...record, dynamodb: { ...record.dynamodb, NewImage } };
}

describe('the table’s door', () => {
  let world: World;
  let door: TakeRecords;
  /** Four cases as the stream tells of them. */
  let told: DynamoDBRecord[];
  beforeAll(async () => {
    world = await makeWorld({ ownTable: true, stream: true });
    door = createStreamTaking(readEnv(), world.foundation);
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1)
      ids.push((await reportCase(world, world.actor('GRID_WORKER'))).id);
    const all = (await toldBy(world)) as unknown as DynamoDBRecord[];
    told = all.filter(({ dynamodb }) => dynamodb?.NewImage?.__edb_e__?.S === 'case');
    expect(told.map(idOf)).toEqual(ids);
  }, 60_000);

  const idOf = ({ dynamodb }: DynamoDBRecord) => caseIdOf(dynamodb?.NewImage?.pk?.S ?? '');
  const noted = async () => {
    const reading = { area: world.grid, from: 0, until: Date.now() };
    const { events } = await new CaseEventRepo(world.foundation.table).noted(reading, 100);
    return new Set(events.map(({ caseId, number }) => `${caseId}#${String(number)}`));
  };

  it('goes on behind a record that nobody can read, and passes on what was put aside with it once that is left out', async () => {
    const [first, second, third, fourth] = told as [
      DynamoDBRecord,
      DynamoDBRecord,
      DynamoDBRecord,
      DynamoDBRecord,
    ];
    const poison = poisoned(second);
    const aside = await bring(door, [[first, poison, third], [fourth]]);
    expect(aside).toEqual([poison, third]);
    const step = (record: DynamoDBRecord) => `${idOf(record)}#1`;
    expect(await noted()).toEqual(new Set([first, fourth].map(step)));

    // As docs/operations.md says: the whole batch; then, where one record cannot be mended, what lies behind it.
    const [, ...behind] = fromNamed(aside, await door(aside));
    expect(await door(behind)).toEqual({ batchItemFailures: [] });
    expect(await noted()).toEqual(new Set([first, third, fourth].map(step)));

    // And where what was wrong is mended, the batch as it was: nothing is another event for having been told twice.
    expect(await bring(door, [[first, second, third]])).toEqual([]);
    expect(await bring(door, [told])).toEqual([]);
    expect(await noted()).toEqual(new Set(told.map(step)));
  }, 60_000);
});
