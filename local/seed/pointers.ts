import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type WholeApp } from '../../src/app/backstage';
import { type Table } from '../../src/data/table';
import { type TableChange } from '../../src/data/table-change';

/** Items that are noted together. */
const AT_ONCE = 1_000;

/**
 * Notes all records of a small table as changes, for the phones that ask from the beginning and for the lists of cases, desks, files of premises and figures: the table's stream may not have
 * told of them yet, or never will. It reads the whole table, which only a laptop's seed may.
 */
export async function noteAll(
  { client, name }: Table,
  {
    changeNotes,
    caseListNotes,
    deskNotes,
    findingNotes,
    solved,
  }: Pick<WholeApp['services'], 'changeNotes' | 'caseListNotes' | 'deskNotes' | 'findingNotes' | 'solved'>,
): Promise<void> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ExclusiveStartKey: start, Limit: AT_ONCE }),
    );
    const items = page.Items ?? [];
    const changes = items.map((after): TableChange => ({ before: undefined, after }));
    await Promise.all([
      changeNotes.observe(changes),
      caseListNotes.observe(changes),
      deskNotes.observe(changes),
      findingNotes.observe(changes),
      solved.observe(changes),
    ]);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}
