import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Day, momentOf } from '../../shared/business-date';
import {
  type CounterDayEntity,
  type CounterEntity,
  createCounterDayEntity,
  createCounterEntity,
} from './counter.entity';
import { type Counter, type CounterSummary } from './counter.rules';
import { type CounterDay } from './slot.rules';

/** What lists show, short, because a hundred must stay small. */
type Row = readonly [
  name: string,
  address: string,
  phone: string | null,
  latitude: number | null,
  longitude: number | null,
];

type Facts = Omit<Counter, keyof CounterSummary | 'version'>;

/** How long the numbers of a day are kept after it began, in ms. */
const KEPT_MS = 3 * 86_400_000;

/** When the clean-up of the table takes away what is of a day, in seconds. */
export function expiryOf(day: Day, kept = KEPT_MS): number {
  return Math.ceil((momentOf(day, '00:00:00').getTime() + kept) / 1000);
}

/** Key of a counter's collection. */
export function counterKey(id: string): string {
  return `COUNTER#${id}`;
}

/** Reads and writes counters, and how many places of their days are taken. */
export class CounterRepo {
  readonly #counters: CounterEntity;
  readonly #days: CounterDayEntity;

  constructor(private readonly table: Table) {
    this.#counters = lazily(() => createCounterEntity(table));
    this.#days = lazily(() => createCounterDayEntity(table));
  }

  /** A counter; one Query of its collection, shared with whoever reads its days. */
  async find(reads: CollectionReader, id: string, { consistent = false } = {}): Promise<Counter | undefined> {
    const items = await reads.read(counterKey(id), { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'COUNTER'));
  }

  /** What is taken on a day; shares the Query of the counter. */
  async dayOf(
    reads: CollectionReader,
    id: string,
    day: Day,
    { consistent = false } = {},
  ): Promise<CounterDay> {
    const items = await reads.read(counterKey(id), { consistent });
    const found = items.find(({ sk }) => sk === `DAY#${day}`);
    if (found === undefined) return { day, version: 0, taken: {} };
    return { day, version: Number(found.version), taken: found.taken as CounterDay['taken'] };
  }

  /** The counters whose area is one of these, or begins with the last of them; a Query each, at once. */
  async around(path: readonly string[]): Promise<CounterSummary[]> {
    const district = path[0] ?? '';
    const answers = await Promise.all(
      path.map(async (code, at) => {
        const begins = this.#counters.query.inArea({ district }).begins({ area: code });
        const exact = this.#counters.query.inArea({ district, area: code });
        const query = at === path.length - 1 ? begins : exact;
        return query.go({ pages: 'all', ignoreOwnership: true, data: 'includeKeys' });
      }),
    );
    return answers.flatMap(({ data }) => data.map(listed));
  }

  /** Writes a counter that is new, or that nobody changed since `version - 1`. */
  async save(reads: CollectionReader, counter: Counter, gate: Gate | undefined): Promise<CommitResult> {
    const { id, version, area, name, address, phone, point, ...facts } = counter;
    const row: Row = [name, address, phone ?? null, point?.latitude ?? null, point?.longitude ?? null];
    const district = ancestorAt(area, 'DISTRICT') ?? area;
    const put = this.#counters.put({ id, version, area, district, row, facts: facts satisfies Facts });
    const condition = put.where((found, { eq, notExists }) =>
      version === 1 ? notExists(found.version) : eq(found.version, version - 1),
    );
    return commitFor(reads, this.table, [condition.params<PreparedPut>()], gate);
  }

  /** The write of a day's numbers, if nobody changed them since they were read. */
  savingDay(counter: string, { day, version, taken }: CounterDay): PreparedPut {
    return this.#days
      .put({ counter, day, version: version + 1, taken, expiresAt: expiryOf(day) })
      .where((found, { eq, notExists }) =>
        version === 0 ? notExists(found.version) : eq(found.version, version),
      )
      .params<PreparedPut>();
  }

  /** The counter in an item. */
  fromItem(item: Record<string, unknown> | undefined): Counter | undefined {
    const { data } = item === undefined ? { data: null } : this.#counters.parse({ Item: item });
    return data === null ? undefined : toCounter(data);
  }
}

function toCounter({ id, version, area, row, facts }: EntityItem<CounterEntity>): Counter {
  return { ...(facts as Facts), ...toSummary(id, area, row as Row), version };
}

/** A row of the index, whose key has the area. */
function listed(item: object): CounterSummary {
  const { id, row, gsi1sk } = item as { id: string; row: Row; gsi1sk: string };
  return toSummary(id, gsi1sk.slice(0, gsi1sk.indexOf('#')), row);
}

function toSummary(id: string, area: string, row: Row): CounterSummary {
  const [name, address, phone, latitude, longitude] = row;
  const point = latitude === null || longitude === null ? undefined : { latitude, longitude };
  return { id, area, name, address, phone: phone ?? undefined, point };
}
