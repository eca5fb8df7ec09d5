import { type Actor } from '../../auth/actor';
import { type Bucket } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type AreaService } from '../areas/area.service';
import { CONTENT_TYPES, LINK_SECONDS } from '../jobs/job.rules';
import { sheetOf } from '../jobs/sheet-file.service';
import { type LogMonth } from './log-month.rules';
import { daysOf, type LogService } from './log.service';
import { type LogItem } from './log.type';
import { type ExportWorkMonthInput } from './work-plan.input';
import { type WorkMonthFiles } from './work-plan.type';

/** Prefix of the files, which are gone after thirty days like all that is taken out. */
const PREFIX = 'exports/logs/';

/** A month of a log as a table and as a page to print. */
export class LogExportService {
  constructor(
    private readonly logs: LogService,
    private readonly areas: AreaService,
    private readonly transfers: Bucket,
  ) {}

  /**
   * Writes both files and signs links to them. The same request again writes them again, as the log then stands.
   * @throws Refusal ID_INVALID; NOT_FOUND for somebody outside the actor's area
   */
  async month(
    actor: Actor,
    reads: CollectionReader,
    { id, month, person }: ExportWorkMonthInput,
  ): Promise<{ files: WorkMonthFiles }> {
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const { items } = await this.logs.stretch(actor, reads, {
      person: person ?? undefined,
      ...daysOf(month),
    });
    // Nothing is written, here to the bucket, before the actor's standing is known.
    const [areaNames] = await Promise.all([this.#namesOf(items), actor.standing?.confirmed()]);
    const own = person == null || person === actor.id ? actor.name : '';
    const content: LogMonth = { month, name: items[0]?.by.name ?? own, items, areaNames };
    const key = (file: string) => `${PREFIX}${encodeURIComponent(actor.id)}/${id}/${month}.${file}`;
    const { printablePage, sheetRows } = await import('./log-texts.lazy');
    const page = new TextEncoder().encode(printablePage(content));
    await Promise.all([
      this.transfers.write(key('xlsx'), await sheetOf(sheetRows(content)), CONTENT_TYPES.XLSX),
      this.transfers.write(key('html'), page, 'text/html; charset=utf-8'),
    ]);
    const [sheetUrl, pageUrl] = await Promise.all([this.#link(key('xlsx')), this.#link(key('html'))]);
    return { files: { sheetUrl, pageUrl } };
  }

  #link(key: string): Promise<string> {
    return this.transfers.presignDownload({ key, expiresInSeconds: LINK_SECONDS.download });
  }

  /** The names of the grids and courtyards of a month: a handful. */
  async #namesOf(items: readonly LogItem[]): Promise<ReadonlyMap<string, string>> {
    const codes = [...new Set(items.map(({ area }) => area))];
    const areas = await Promise.all(codes.map((code) => this.areas.lookUp(code)));
    return new Map(areas.flatMap((area) => (area === undefined ? [] : [[area.code, nameOf(area.names)]])));
  }
}

/** Of the grid and, where it is one, the courtyard: `第一网格 一号院`. */
function nameOf(names: readonly string[]): string {
  return names.slice(GRID_DEPTH).join(' ');
}

/** District, street and community come before the grid. */
const GRID_DEPTH = 3;
