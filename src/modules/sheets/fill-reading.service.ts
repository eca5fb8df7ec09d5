import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { levelOf } from '../../shared/area-code';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type Answers } from './answer.rules';
import { type FillsAboutArgs, type SheetResultsArgs } from './fill.input';
import { SHEET_FILL_STATES } from './fill.machine';
import { type SheetFillRepo } from './fill.repo';
import { type SheetFill, type SheetFillFile, type SheetFillSummary } from './fill.rules';
import { type SheetAnswerService } from './sheet-answer.service';
import { type SheetSubjectService } from './sheet-subject.service';

/** Rows that an export and a resident's own file read at a time. */
const READ_AT_ONCE = 100;

/** Reading what was filled in: of an area, about somebody, one by one, and all of it for a file. */
export class SheetFillReadingService {
  constructor(
    private readonly repo: SheetFillRepo,
    private readonly subjects: SheetSubjectService,
    private readonly answers: SheetAnswerService,
  ) {}

  /** What was filled in of a sheet in an area and stands in a state, by area; NOT_FOUND for another area. */
  async results(actor: Actor, args: SheetResultsArgs): Promise<Page<SheetFillSummary>> {
    const { sheet, state, ...page } = args;
    const area = args.area ?? actor.appointments[0]?.area ?? '';
    if (levelOf(area) === undefined) throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    if (grantFor(actor, 'sheet:read-fills', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    return this.repo.results({ sheet, area, state }, pageOf(page));
  }

  /**
   * What was filled in about a resident or a household, under whatever record, the newest first; NOT_FOUND outside the
   * actor's area. One round trip, two where records were merged.
   */
  async about(actor: Actor, reads: CollectionReader, args: FillsAboutArgs): Promise<Page<SheetFillSummary>> {
    const { resident, household, ...rest } = args;
    if ((resident == null) === (household == null))
      throw new TechnicalError('BAD_USER_INPUT', { what: 'resident / household' });
    const page = pageOf(rest);
    const id = resident ?? household ?? '';
    const [{ subject }, own] = await Promise.all([
      this.subjects.reach(actor, reads, { resident, household }, 'sheet:read-fills'),
      isId(id) ? this.repo.about([id], page) : undefined,
    ]);
    const isWhole = own !== undefined && subject.ids.every((each) => each === id);
    return isWhole ? own : this.repo.about(subject.ids, page);
  }

  /** The newest of each sheet among the last hundred that were filled in about a resident, by the sheet's id, under these ids; for a caller who has been authorised. */
  async newestAbout(ids: readonly string[]): Promise<ReadonlyMap<string, SheetFillSummary>> {
    const { rows } = await this.repo.about(ids, { limit: READ_AT_ONCE, afterKey: undefined });
    return new Map(rows.toReversed().map(({ row }) => [row.sheet, row]));
  }

  /** What was answered, numbers masked, for a caller who has been authorised; one Get. */
  async answersOf(id: string): Promise<Answers | undefined> {
    const [found] = await this.repo.whole([id]);
    return found?.answers;
  }

  /** What was filled in, with what was done with it since; NOT_FOUND outside the actor's area, then and now. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<SheetFillFile> {
    const found = isId(id) ? await this.repo.find(reads, id) : undefined;
    if (found === undefined) throw new TechnicalError('NOT_FOUND');
    const { kind, area, subject } = found;
    const target = { area, ...(kind === 'RESIDENT' ? { residentId: subject } : {}) };
    if (grantFor(actor, 'sheet:read-fills', target) !== undefined) return found;
    // They may have moved into the actor's area since, or been on file under another id.
    const key = kind === 'RESIDENT' ? { resident: subject } : { household: subject };
    await this.subjects.reach(actor, reads, key, 'sheet:read-fills');
    return found;
  }

  /** All that was filled in of a sheet in an area, whole, by state and area; for a caller who has been authorised. */
  async *allIn(sheet: string, area: string): AsyncGenerator<SheetFill> {
    for (const state of SHEET_FILL_STATES) {
      let afterKey: string | undefined;
      do {
        const page = { limit: READ_AT_ONCE, afterKey };
        const { rows, hasNextPage } = await this.repo.results({ sheet, area, state }, page);
        yield* await this.repo.whole(rows.map(({ row }) => row.id));
        afterKey = hasNextPage ? rows.at(-1)?.key : undefined;
      } while (afterKey !== undefined);
    }
  }

  /** All that was filled in about a resident under these ids, for themselves. */
  async ofOwnFile(ids: readonly string[]): Promise<SheetFill[]> {
    const found: SheetFill[] = [];
    let afterKey: string | undefined;
    do {
      const { rows, hasNextPage } = await this.repo.about(ids, { limit: READ_AT_ONCE, afterKey });
      found.push(...(await this.repo.whole(rows.map(({ row }) => row.id))));
      afterKey = hasNextPage ? rows.at(-1)?.key : undefined;
    } while (afterKey !== undefined);
    return found;
  }

  /** The answers in the open, for the resident's own file, once it is on record that it is asked for. */
  async opened(fill: SheetFill): Promise<Answers> {
    return this.answers.opened(fill);
  }
}
