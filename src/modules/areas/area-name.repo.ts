import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { TechnicalError } from '../../shared/errors';
import { districtOf, type NamedArea } from './area.rules';
import { createAreaNameEntity } from './area-name.entity';
import { packed, type PackedArea, unpacked } from './area-pack.rules';

/** How often a pack is made again because somebody else made it meanwhile. */
const MOST_ATTEMPTS = 5;

/** Reads and writes the packed names of areas. */
export class AreaNameRepo {
  readonly #packs;

  constructor(private readonly table: Table) {
    this.#packs = lazily(() => createAreaNameEntity(table));
  }

  /** All areas inside one of a district, past ones too; one Query, three read units for a district of 3,619. */
  async inside(code: string): Promise<NamedArea[]> {
    const packs = this.#packs.query.primary({ district: districtOf(code) });
    const street = ancestorAt(code, 'STREET');
    const { data } = await (street === undefined ? packs : packs.begins({ street })).go({ pages: 'all' });
    return data.flatMap((pack) => opened(pack.packed)).filter((area) => area.code.startsWith(code));
  }

  /**
   * Packs a street anew from its areas as `read` finds them. The pack's version is read before the areas are, so that of
   * two who do this at once neither can lose what the other has seen.
   */
  async repack(street: string, read: () => Promise<readonly NamedArea[]>): Promise<void> {
    const key = { district: districtOf(street), street };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { data: standing } = await this.#packs.get(key).go({ consistent: true });
      const pressed = brotliCompressSync(JSON.stringify(packed(await read())));
      // The same areas again, as when a file is taken in twice, leave it as it is.
      if (standing !== null && pressed.equals(standing.packed as Uint8Array)) return;
      const put = this.#packs
        .put({ ...key, packed: pressed, version: (standing?.version ?? 0) + 1 })
        .where(({ version }, { eq, notExists }) =>
          standing === null ? notExists(version) : eq(version, standing.version),
        )
        .params<PreparedPut>();
      if ((await commit(this.table, [put], undefined)).done) return;
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}

function opened(pressed: unknown): NamedArea[] {
  return unpacked(JSON.parse(brotliDecompressSync(pressed as Uint8Array).toString()) as PackedArea[]);
}
