import { type CollectionReader } from '../../data/collection-reader';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Validity } from '../../shared/business-date';
import { type Point } from '../../shared/geo';
import { createBoundaryEntity, createCellEntity } from './boundary.entity';
import { type Boundary } from './boundary.rules';

/** An area near a point: its code, the names down to it, its boundary, and when it holds. */
export interface AreaNearby extends Validity {
  readonly code: string;
  readonly names: readonly string[];
  readonly boundary: Boundary;
}

/** Reads and writes boundaries, and the cells by which a point finds them. */
export class BoundaryRepo {
  readonly #boundaries;
  readonly #cells;

  constructor(table: Table) {
    this.#boundaries = lazily(() => createBoundaryEntity(table));
    this.#cells = lazily(() => createCellEntity(table));
  }

  /** The boundary of an area; one Query of its community's, shared by all that ask in this request. */
  async find(
    reads: CollectionReader,
    code: string,
    { consistent = false } = {},
  ): Promise<Boundary | undefined> {
    const items = await reads.read(`BOUNDARIES#${placeOf(code)}`, { consistent });
    const found = items.find(({ sk }) => sk === code);
    return found && parsed(found.boundary);
  }

  /** The boundaries of a community and of its grids and courtyards, by code; one Query, as above. */
  async ofCommunity(reads: CollectionReader, community: string): Promise<ReadonlyMap<string, Boundary>> {
    const items = await reads.read(`BOUNDARIES#${community}`);
    return new Map(items.map(({ sk, boundary }) => [String(sk), parsed(boundary)]));
  }

  /** The areas whose boundary touches the H3 cell of a point, by code; one Query. */
  async near(point: Point): Promise<AreaNearby[]> {
    const { cellOf } = await import('./cells.lazy');
    const { data } = await this.#cells.query.primary({ cell: cellOf(point) }).go({ pages: 'all' });
    return data.map(({ code, names, boundary, validFrom, validTo }) => ({
      ...{ code, names, validFrom, validTo },
      boundary: parsed(boundary),
    }));
  }

  /**
   * Writes a boundary: under each of its cells, and last beside those of its community. Cells that only the former
   * boundary touched get the new one too, which holds no point of theirs: so nothing has to be deleted, and a write
   * that was cut off may be repeated.
   */
  async save(area: AreaNearby, former: Boundary | undefined): Promise<void> {
    const { code, names, validFrom, validTo } = area;
    const boundary = JSON.stringify(area.boundary);
    const { cellsOf } = await import('./cells.lazy');
    const cells = new Set([...cellsOf(area.boundary), ...(former === undefined ? [] : cellsOf(former))]);
    const rows = [...cells].map((cell) => ({
      ...{ cell, code, names: [...names], boundary, validFrom, validTo },
    }));
    const { unprocessed } = await this.#cells.put(rows).go({ concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} cells were not written; repeat.`);
    await this.#boundaries.put({ place: placeOf(code), code, boundary }).go();
  }
}

/** Where a boundary is kept: with those of its community; above one, by itself. */
function placeOf(code: string): string {
  return ancestorAt(code, 'COMMUNITY') ?? code;
}

function parsed(text: unknown): Boundary {
  return JSON.parse(String(text)) as Boundary;
}
