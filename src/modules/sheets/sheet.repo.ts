import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Change } from '../../shared/change';
import { type Text } from '../../shared/messages/text';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createSheetEntity, type SheetEntity } from './sheet.entity';
import {
  SHEET_FILLERS,
  SHEET_SUBJECTS,
  type SheetField,
  type SheetSummary,
  type SheetVersion,
} from './sheet.rules';

/** What lists show; short, because a hundred rows must stay small. A draft has no publication. */
interface Row {
  readonly v: number;
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Initials of the subject and of who fills it in. */
  readonly k: string;
  readonly review: boolean;
  readonly area: string;
  /** Areas, first and last day. */
  readonly out?: readonly [readonly string[], string, string] | undefined;
}

/** Reads and writes the versions of sheets. */
export class SheetRepo {
  readonly #sheets: SheetEntity;

  constructor(private readonly table: Table) {
    this.#sheets = lazily(() => createSheetEntity(table));
  }

  /** One version; one Get. Strongly consistent for who fills it in, who may have it from a colleague's screen. */
  async find(id: string, version: number, { consistent = false } = {}): Promise<SheetVersion | undefined> {
    const { data } = await this.#sheets.get({ id, order: orderOf(version) }).go({ consistent });
    return data === null ? undefined : toVersion(data);
  }

  /** All versions, the first first; one Query, shared within a request. */
  async versionsOf(reads: CollectionReader, id: string): Promise<SheetVersion[]> {
    return this.fromItems(await reads.read(`SHEET#${id}`, { consistent: true }));
  }

  /** The versions in items of a sheet's collection, or that stood in the way of a write. */
  fromItems(items: readonly (Record<string, unknown> | undefined)[]): SheetVersion[] {
    return items
      .filter((item) => item?.__edb_e__ === 'sheet')
      .map((item) => this.#sheets.parse({ Item: item }).data)
      .filter((data) => data !== null)
      .map(toVersion);
  }

  /** The versions of a district that are not over by `today` and are wanted, those that end first first. One Query. */
  async out(
    district: string,
    today: string,
    page: PageKey,
    isWanted: (summary: SheetSummary) => boolean,
  ): Promise<Page<SheetSummary>> {
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from: cursorAfter('gsi1', `SHEETS#${district}`, page) },
      async (limit, cursor) => {
        const query = this.#sheets.query.out({ outIn: district }).gte({ turn: today });
        const answer = await query.go({ limit, cursor, ignoreOwnership: true });
        return { cursor: answer.cursor, data: answer.data.map(({ id, row }) => toSummary(id, row as Row)) };
      },
      isWanted,
    );
    return pageFrom(
      rows.map((row) => ({ row, key: turnOf(row, row.publication?.until) })),
      page.limit,
    );
  }

  /** All versions of an area's district whose period is not over by a day; a Query for each page. */
  async current(area: string, day: string): Promise<readonly SheetSummary[]> {
    const { data } = await this.#sheets.query
      .out({ outIn: districtOf(area) })
      .gte({ turn: day })
      .go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id, row }) => toSummary(id, row as Row));
  }

  /** Ids of all sheets that are or were out in the district of an area; a Query for each page. */
  async allPublished(area: string): Promise<readonly string[]> {
    const { data } = await this.#sheets.query
      .out({ outIn: districtOf(area) })
      .go({ pages: 'all', ignoreOwnership: true });
    return [...new Set(data.map(({ id }) => id))];
  }

  /** The drafts of an area and inside it, by area; one Query. */
  async drafts(area: string, page: PageKey): Promise<Page<SheetSummary>> {
    const district = districtOf(area);
    const { data } = await this.#sheets.query
      .drafts({ draftedIn: district })
      .begins({ draft: area })
      .go({
        limit: rowsToRead(page.limit),
        cursor: cursorAfter('gsi2', `SHEET_DRAFTS#${district}`, page),
        ignoreOwnership: true,
      });
    const rows = data.map(({ id, row }) => {
      const summary = toSummary(id, row as Row);
      return { row: summary, key: turnOf(summary, summary.area) };
    });
    return pageFrom(rows, page.limit);
  }

  /** Writes versions, each new or changed by nobody since `revision - 1`: all or nothing. */
  async save(
    reads: CollectionReader,
    versions: readonly SheetVersion[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(
      reads,
      this.table,
      versions.map((version) => this.#saving(version)),
      gate,
    );
  }

  #saving(version: SheetVersion): PreparedPut {
    const put = this.#sheets.put(toStored(version));
    const condition =
      version.revision === 1
        ? put.where(({ id }, { notExists }) => notExists(id))
        : put.where(({ revision }, { eq }) => eq(revision, version.revision - 1));
    return condition.params<PreparedPut>();
  }
}

function toVersion({ id, revision, row, about, fields, changes }: EntityItem<SheetEntity>): SheetVersion {
  return {
    ...toSummary(id, row as Row),
    ...{ revision, about: about as Text },
    fields: fields as readonly SheetField[],
    changes: changes as readonly Change[],
  };
}

function toSummary(id: string, { v, key, zh, en, k, review, area, out }: Row): SheetSummary {
  const initial = <Name extends string>(names: readonly [Name, ...Name[]], letter = '') =>
    names.find((name) => name.startsWith(letter)) ?? names[0];
  return {
    ...{ id, version: v, key, title: { zh, en }, review, area },
    subject: initial(SHEET_SUBJECTS, k[0]),
    filledBy: initial(SHEET_FILLERS, k[1]),
    state: out === undefined ? 'DRAFT' : 'PUBLISHED',
    publication: out && { areas: out[0], from: out[1], until: out[2] },
  };
}

function toRow({ version, key, title, subject, filledBy, review, area, publication }: SheetVersion): Row {
  return {
    ...{ v: version, key, ...title, k: subject.charAt(0) + filledBy.charAt(0), review, area },
    out: publication && [publication.areas, publication.from, publication.until],
  };
}

function toStored(sheet: SheetVersion): EntityItem<SheetEntity> {
  const { id, version, revision, about, fields, changes, area, state, publication } = sheet;
  const district = districtOf(area);
  return {
    ...{ id, revision, about, fields, changes, row: toRow(sheet), order: orderOf(version) },
    ...(state === 'DRAFT'
      ? { draftedIn: district, draft: turnOf(sheet, area) }
      : { outIn: district, turn: turnOf(sheet, publication?.until) }),
  };
}

/** By what a version is sorted in an index, then its id and version. */
function turnOf({ id, version }: Pick<SheetSummary, 'id' | 'version'>, by = ''): string {
  return `${by}#${id}#${orderOf(version)}`;
}

function districtOf(area: string): string {
  return ancestorAt(area, 'DISTRICT') ?? area;
}

function orderOf(version: number): string {
  return String(version).padStart(4, '0');
}

/** ElectroDB's cursor for the row with the page's key: what sorts it, the sheet's id, its version. */
function cursorAfter(index: 'gsi1' | 'gsi2', partition: string, { afterKey }: PageKey): string | null {
  if (afterKey === undefined) return null;
  const [, id = '', order = ''] = afterKey.split('#');
  const start = {
    ...{ pk: `SHEET#${id}`, sk: `VERSION#${order}` },
    ...{ [`${index}pk`]: partition, [`${index}sk`]: afterKey },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
