import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { KEYS, type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createLogLineEntity } from './log.entity';
import { communityOf, type LogLine, placeOf, turnOf } from './log.rules';
import { contentFrom, type Indexed, itemFrom, lineRow, type LogContent, logOf } from './log-row.rules';
import { type LogItem } from './log.type';

/** Keeps the lines of logs, and reads logs with all that is in them. */
export class LogRepo {
  readonly #lines;

  constructor(private readonly table: Table) {
    this.#lines = lazily(() => createLogLineEntity(table));
  }

  /** Writes a line; one that stands already is written as it stands. */
  async keep(line: LogLine): Promise<void> {
    const { id, by, at, area } = line;
    const put = this.#lines.put({
      ...{ log: logOf(by.id), turn: turnOf(at), move: id, row: lineRow(line) },
      ...{ community: communityOf(area), place: placeOf({ at, area, person: by.id }) },
    });
    await commit(this.table, [put.params<PreparedPut>()], undefined);
  }

  /** All of a person's log from one day to another, both included; one Query, a trip for each megabyte. */
  async between(person: string, from: Day, to: Day): Promise<LogContent> {
    const found: Indexed[] = [];
    let start: Indexed | undefined;
    do {
      const page = await this.table.client.send(
        new QueryCommand({
          TableName: this.table.name,
          IndexName: KEYS.person.index,
          KeyConditionExpression: 'gsi2pk = :log AND gsi2sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':log': logOf(person), ':from': `${from}#`, ':to': `${to}#~` },
          ExclusiveStartKey: start,
        }),
      );
      found.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return contentFrom(found);
  }

  /** What was done in a community or grid on a day, by grid, person and time; one Query. */
  async inCommunity(area: string, day: Day, page: PageKey): Promise<Page<LogItem>> {
    const community = `LOGS#${communityOf(area)}`;
    const { Items = [] } = await this.table.client.send(
      new QueryCommand({
        TableName: this.table.name,
        IndexName: KEYS.queue.index,
        KeyConditionExpression: 'gsi1pk = :community AND begins_with(gsi1sk, :place)',
        ExpressionAttributeValues: { ':community': community, ':place': `${day}#${area}` },
        Limit: rowsToRead(page.limit),
        ExclusiveStartKey:
          page.afterKey === undefined ? undefined : after(community, `${day}#${area}`, page.afterKey),
      }),
    );
    const rows = Items.map((item) => ({ row: itemFrom(item), key: keyOf(item) }));
    return pageFrom(rows, page.limit);
  }
}

/** Where a page can go on after a row: its keys, which are not told apart by the index's alone. */
function keyOf({ gsi1sk, pk, sk }: Indexed): string {
  return [gsi1sk, pk, sk].map(String).join('|');
}

/** The key to go on after; BAD_USER_INPUT when it lies outside what is asked. */
function after(community: string, prefix: string, key: string): Record<string, string> {
  const [place = '', pk = '', sk = '', ...rest] = key.split('|');
  if (!place.startsWith(prefix) || pk === '' || sk === '' || rest.length > 0)
    throw new TechnicalError('BAD_USER_INPUT', { what: 'after' });
  return { gsi1pk: community, gsi1sk: place, pk, sk };
}
