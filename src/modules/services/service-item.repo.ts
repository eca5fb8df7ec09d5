import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { createServiceItemEntity, type ServiceItemEntity } from './service-item.entity';
import {
  districtOfService,
  SERVICE_CHANNELS,
  SERVICE_KINDS,
  type ServiceContent,
  type ServiceItem,
  type ServiceKind,
  type ServiceSummary,
} from './service-item.rules';
import { type SearchKeys } from './service-search.rules';

/** A service in a list, with what it is found by. */
export type ServiceRow = ServiceSummary & SearchKeys;

/** What lists show, short, because a hundred must stay small: the kind by its number, channels by their initials. */
type Row = readonly [
  name: string,
  aliases: readonly string[],
  initials: readonly string[],
  kind: number,
  channels: string,
  version: number,
  from: Day,
];

/** Reads and writes the versions of services. */
export class ServiceItemRepo {
  readonly #items: ServiceItemEntity;

  constructor(private readonly table: Table) {
    this.#items = lazily(() => createServiceItemEntity(table));
  }

  /** All versions, the first first; one Query, shared within a request. */
  async versionsOf(reads: CollectionReader, id: string, { consistent = false } = {}): Promise<ServiceItem[]> {
    return this.fromItems(await reads.read(`SERVICE#${id}`, { consistent }));
  }

  /** The versions among items, as a read or a failed write brings them. */
  fromItems(items: readonly (Record<string, unknown> | undefined)[]): ServiceItem[] {
    return items
      .filter((item) => item?.__edb_e__ === 'service-item')
      .map((item) => this.#items.parse({ Item: item }).data)
      .filter((data) => data !== null)
      .map(toItem);
  }

  /** What holds in a district on a day: one Query, of some tens of rows. */
  async holdingIn(district: string, day: Day): Promise<ServiceRow[]> {
    const { data } = await this.#items.query
      .ofDistrict({ district })
      .gte({ turn: day })
      .go({ pages: 'all', ignoreOwnership: true, data: 'includeKeys' });
    return data.map(listed).filter(({ from }) => from <= day);
  }

  /** Writes a version that is not there yet; with it, the last day of the one before. */
  async publish(
    reads: CollectionReader,
    next: ServiceItem & SearchKeys,
    before: (ServiceItem & SearchKeys) | undefined,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#items
      .put(toStored(next))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    // Nobody else writes it: whoever publishes the same next version comes second there.
    const shortened = before && this.#items.put(toStored(before)).params<PreparedPut>();
    return commitFor(reads, this.table, shortened === undefined ? [put] : [put, shortened], gate);
  }
}

function toStored(item: ServiceItem & SearchKeys): EntityItem<ServiceItemEntity> {
  const { id, version, name, aliases, initials, kind, channels, from, until, published, ...content } = item;
  const row: Row = [
    ...([name, aliases, initials, SERVICE_KINDS.indexOf(kind)] as const),
    ...([channels.map((channel) => channel.charAt(0)).join(''), version, from] as const),
  ];
  const district = districtOfService(id) ?? '';
  return { id, order: orderOf(version), row, content, published, district, turn: `${until}#${id}` };
}

function toItem({
  id,
  row,
  turn,
  content,
  published,
}: EntityItem<ServiceItemEntity>): ServiceItem & SearchKeys {
  return {
    ...(content as Omit<ServiceContent, keyof ServiceSummary>),
    ...toRow(id, row as Row, turn),
    published: published as ServiceItem['published'],
  };
}

/** A row of the index. */
function listed(item: object): ServiceRow {
  const { id, row, gsi1sk } = item as { id: string; row: Row; gsi1sk: string };
  return toRow(id, row, gsi1sk);
}

function toRow(id: string, row: Row, turn: string): ServiceRow {
  const [name, aliases, initials, kind, letters, version, from] = row;
  const channels = SERVICE_CHANNELS.filter((channel) => letters.includes(channel.charAt(0)));
  const known: ServiceKind = SERVICE_KINDS[kind] ?? 'OTHER';
  return { id, version, name, aliases, initials, kind: known, channels, from, until: turn.slice(0, 10) };
}

function orderOf(version: number): string {
  return String(version).padStart(4, '0');
}
