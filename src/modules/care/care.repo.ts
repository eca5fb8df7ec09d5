import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type PreparedPut, type Gate } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type CareTagEntity, createCareTagEntity } from './care.entity';
import { type CareTag } from './care.rules';

type Facts = Omit<CareTag, 'id' | 'resident' | 'version' | 'kind' | 'sealed' | 'setAt'> & {
  readonly kind: CareTag['kind'] | 'ERASED';
  readonly setAt: string;
};

/** How long a tag stays after it was valid, for questions about it. */
const KEPT_MS = 30 * 86_400_000;

/** Reads and writes care tags. */
export class CareTagRepo {
  readonly #tags: CareTagEntity;

  constructor(private readonly table: Table) {
    this.#tags = lazily(() => createCareTagEntity(table));
  }

  /** All tags of a resident, also those over; one Query, shared with whoever reads that collection. */
  async of(reads: CollectionReader, resident: string, { consistent = true } = {}): Promise<CareTag[]> {
    const items = await reads.read(`RESIDENT#${resident}`, { consistent });
    return items
      .filter(({ __edb_e__ }) => __edb_e__ === 'care')
      .map((item) => this.#tags.parse({ Item: item }).data)
      .filter((data) => data !== null && (data.facts as Facts).kind !== 'ERASED')
      .filter((data) => data !== null)
      .map(toTag);
  }

  /** Writes a tag that is new, or that nobody changed since `version - 1`. */
  async save(reads: CollectionReader, tag: CareTag, gate: Gate | undefined): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.#saving(tag)], gate);
  }

  /** Prepared writes of tags of which nothing is left but that there was one. */
  erasing(tags: readonly CareTag[]): PreparedPut[] {
    return tags.map((tag) =>
      this.#saving({ ...tag, kind: 'ERASED', version: tag.version + 1, sealed: undefined, requests: [] }),
    );
  }

  #saving(tag: Omit<CareTag, 'kind'> & { readonly kind: CareTag['kind'] | 'ERASED' }): PreparedPut {
    const { id, resident, version, sealed, setAt, ...facts } = tag;
    const over = new Date(`${facts.endedOn ?? facts.expiresOn}T00:00:00Z`).getTime();
    const put = this.#tags.put({
      ...{ id, resident, version, sealed },
      facts: { ...facts, setAt: setAt.toISOString() } satisfies Facts,
      expiresAt: Math.ceil((over + KEPT_MS) / 1000),
    });
    const condition =
      version === 1
        ? put.where((attributes, { notExists }) => notExists(attributes.id))
        : put.where((attributes, { eq }) => eq(attributes.version, version - 1));
    return condition.params<PreparedPut>();
  }
}

function toTag({ id, resident, version, facts, sealed }: EntityItem<CareTagEntity>): CareTag {
  const { setAt, ...rest } = facts as Omit<Facts, 'kind' | 'requests'> &
    Pick<CareTag, 'kind'> & { readonly requests?: CareTag['requests'] };
  return {
    ...{ id, resident, version, requests: [], ...rest, setAt: new Date(setAt) },
    sealed: sealed as Uint8Array | undefined,
  };
}
