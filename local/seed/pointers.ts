import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type App } from '../../src/app';
import { type Table } from '../../src/data/table';
import { type TableChange } from '../../src/data/table-change';

/** Items that are noted together. */
const AT_ONCE = 1_000;

/**
 * Notes all records of a small table as changes, for the phones that ask from the beginning: the table's stream may not have
 * told of them yet, or never will. It reads the whole table, which only a laptop's seed may.
 */
export async function noteAll(
  { client, name }: Table,
  { changeNotes }: Pick<App['services'], 'changeNotes'>,
): Promise<void> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ExclusiveStartKey: start, Limit: AT_ONCE }),
    );
    const items = page.Items ?? [];
    await changeNotes.observe(items.map((after): TableChange => ({ before: undefined, after })));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}
