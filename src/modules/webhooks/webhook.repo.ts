import { commit, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { createHookBookEntity, type HookBookEntity } from './webhook.entity';
import { type Hook, type HookBook, type HookRequest } from './webhook.rules';

/** Districts that have webhooks, read together. */
const PAGE = 100;

/** A webhook that is on, as the index knows it. */
export interface HookOn {
  readonly district: string;
  readonly id: string;
}

/** Reads and writes the webhooks of districts. */
export class HookRepo {
  readonly #books: HookBookEntity;

  constructor(private readonly table: Table) {
    this.#books = lazily(() => createHookBookEntity(table));
  }

  /** The webhooks of a district, none where nothing is written of it; one GetItem. */
  async find(district: string, { consistent = false } = {}): Promise<HookBook> {
    const { data } = await this.#books.get({ district }).go({ consistent });
    if (data === null) return { district, version: 0, hooks: [], requests: [] };
    const { hooks, requests } = data as { hooks: Hook[]; requests: HookRequest[] };
    return { district, version: data.version, hooks, requests };
  }

  /** The webhooks of all districts that are on; one Query for each hundred districts. */
  async allOn(): Promise<HookOn[]> {
    const found: HookOn[] = [];
    let cursor: string | null = null;
    do {
      const answer: { data: { row: unknown; district: string }[]; cursor: string | null } =
        await this.#books.query
          .on({ on: 'ON' })
          .go({ limit: PAGE, cursor, data: 'includeKeys', ignoreOwnership: true });
      for (const item of answer.data) {
        const { row, gsi1sk } = item as unknown as { row: readonly string[]; gsi1sk: string };
        found.push(...row.map((id) => ({ district: gsi1sk, id })));
      }
      ({ cursor } = answer);
    } while (cursor !== null);
    return found;
  }

  /** Writes them, if nobody has since they were read; says whether it did. */
  async save(book: HookBook, gate: Gate | undefined): Promise<boolean> {
    const { district, version, hooks, requests } = book;
    const row = hooks.filter(({ isOn }) => isOn).map(({ id }) => id);
    const put = this.#books
      .put({
        district,
        version,
        hooks,
        requests,
        row,
        ...(row.length > 0 ? { on: 'ON', onIn: district } : {}),
      })
      .where((found, { eq, notExists }) =>
        version === 1 ? notExists(found.district) : eq(found.version, version - 1),
      )
      .params<PreparedPut>();
    return (await commit(this.table, [put], gate)).done;
  }
}
