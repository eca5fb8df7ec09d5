import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, isWithin, levelOf } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type AreaService } from '../areas/area.service';
import { changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { checkedContent, MOST_OF_SHEET } from './definition.rules';
import { assertUnchanged } from './revision.rules';
import { type DraftSheetInput, type PublishSheetInput, type SheetsArgs } from './sheet.input';
import { type SheetRepo } from './sheet.repo';
import {
  isFilledBy,
  isOut,
  NO_END,
  type Publication,
  type SheetContent,
  type SheetField,
  type SheetSummary,
  type SheetVersion,
  superseded,
} from './sheet.rules';

/** Information sheets as data: what is out where, and the writing and publishing of versions. */
export class SheetService {
  constructor(
    private readonly repo: SheetRepo,
    private readonly areas: Pick<AreaService, 'lookUpAll'>,
    private readonly clock: Clock,
  ) {}

  /**
   * The sheets that are out now for an area or a part of it, of which residents see those that residents fill in; or the
   * drafts of an area and inside it. NOT_FOUND in another district, and drafts for who may not publish there. One Query.
   */
  async list(actor: Actor, { area, state, ...args }: SheetsArgs): Promise<Page<SheetSummary>> {
    const code = area ?? actor.appointments[0]?.area ?? '';
    const district = ancestorAt(code, 'DISTRICT');
    if (district === undefined) throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    const action = state === 'DRAFT' ? 'sheet:publish' : 'sheet:read';
    if (grantFor(actor, action, { area: code }) === undefined) throw new TechnicalError('NOT_FOUND');
    const page = pageOf(args);
    if (state === 'DRAFT') return this.repo.drafts(code, page);
    const isResident = actor.appointments.every(({ role }) => role === 'RESIDENT');
    const today = businessDate(this.clock.now());
    const isWanted = (sheet: SheetSummary) =>
      isOut(sheet, code, today) && (!isResident || isFilledBy(sheet, 'RESIDENT'));
    return this.repo.out(district, today, page, isWanted);
  }

  /** A version as a form needs it; NOT_FOUND in another district, and a draft for who may not publish it. */
  async get(actor: Actor, id: string, version: number): Promise<SheetVersion> {
    const found = isId(id) ? await this.repo.find(id, version) : undefined;
    const action = found?.state === 'PUBLISHED' ? 'sheet:read' : 'sheet:publish';
    if (found === undefined || grantFor(actor, action, { area: found.area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** A published version that somebody filled in, for a caller who will be authorised; undefined when there is none. */
  async lookUp(id: string, version: number): Promise<SheetVersion | undefined> {
    const found = isId(id) ? await this.repo.find(id, version, { consistent: true }) : undefined;
    return found?.state === 'PUBLISHED' ? found : undefined;
  }

  /** All published versions of a sheet, the first first, for a caller who has been authorised. */
  async publishedVersions(reads: CollectionReader, id: string): Promise<SheetVersion[]> {
    const all = isId(id) ? await this.repo.versionsOf(reads, id) : [];
    return all.filter(({ state }) => state === 'PUBLISHED');
  }

  /** The newest version of a sheet that is out in an area today, for a caller who has been authorised; undefined where none is. */
  async versionOut(reads: CollectionReader, id: string, area: string): Promise<number | undefined> {
    const today = businessDate(this.clock.now());
    const all = await this.publishedVersions(reads, id);
    return all.findLast((version) => isOut(version, area, today))?.version;
  }

  /** Those of these sheets that are published in the district of an area, for a caller who has been authorised; a Query each. */
  async publishedIn(
    reads: CollectionReader,
    district: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const all = await Promise.all(ids.map((id) => this.publishedVersions(reads, id)));
    const isTheirs = ({ area }: SheetVersion) => ancestorAt(area, 'DISTRICT') === district;
    return new Set(all.flatMap((versions) => versions.filter(isTheirs).map(({ id }) => id)));
  }

  /**
   * Writes a version that is not published yet, as a whole.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, AREA_UNKNOWN, SHEET_INVALID, SHEET_VERSION_NOT_NEXT, SHEET_SUBJECT_FIXED,
   *   SHEET_PUBLISHED_ALREADY, CONFLICT; NOT_FOUND for the sheet of an area that is not the actor's
   */
  async draft(
    actor: Actor,
    reads: CollectionReader,
    input: DraftSheetInput,
  ): Promise<{ sheet: SheetVersion }> {
    const { id, sheet, version, area } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    if (!isId(sheet)) throw new Refusal('ID_INVALID', {}, ['sheet']);
    const [versions, [known]] = await Promise.all([
      this.repo.versionsOf(reads, sheet),
      levelOf(area) === undefined ? [] : this.areas.lookUpAll([area]),
    ]);
    const [first] = versions;
    const grant = grantFor(actor, 'sheet:publish', { area: first?.area ?? area });
    if (grant === undefined && first !== undefined) throw new TechnicalError('NOT_FOUND');
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['area']);
    if (known === undefined) throw new Refusal('AREA_UNKNOWN', { area }, ['area']);
    const before = versions.find((each) => each.version === version);
    const mark = fingerprint([actor.id, input]);
    if (before !== undefined && isRepeated(before.changes, id, mark)) return { sheet: before };
    assertWritable(versions, before, input);
    const content = checkedContent(contentFrom(input));
    if (first !== undefined) assertSame(first, { ...content, area });
    const change = changeBy(actor, grant, { id, mark, at: this.clock.now(), what: ['DRAFTED'] });
    const draft: SheetVersion = {
      ...content,
      ...{ id: sheet, version, area, state: 'DRAFT', revision: (before?.revision ?? 0) + 1 },
      changes: withChange(before?.changes ?? [], change),
    };
    return { sheet: await this.#save(actor, reads, [draft], { id, mark }) };
  }

  /**
   * Publishes a version for areas and a period; the version before ends the day before.
   * @throws Refusal ID_INVALID, SHEET_PUBLISHED_ALREADY, SHEET_AREAS_INVALID, SHEET_PERIOD_INVALID, CONFLICT; NOT_FOUND for
   *   a sheet of an area that is not the actor's
   */
  async publish(
    actor: Actor,
    reads: CollectionReader,
    input: PublishSheetInput,
  ): Promise<{ sheet: SheetVersion }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const versions = isId(input.sheet) ? await this.repo.versionsOf(reads, input.sheet) : [];
    const before = versions.find(({ version }) => version === input.version);
    const grant = before && grantFor(actor, 'sheet:publish', { area: before.area });
    if (before === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    const mark = fingerprint([actor.id, input]);
    if (isRepeated(before.changes, id, mark)) return { sheet: before };
    if (before.state === 'PUBLISHED') throw new Refusal('SHEET_PUBLISHED_ALREADY', {}, ['version']);
    assertUnchanged(before, input);
    const at = this.clock.now();
    const publication = await this.#publication(before, input, businessDate(at));
    const change = changeBy(actor, grant, { id, mark, at, what: ['PUBLISHED'] });
    const published: SheetVersion = {
      ...before,
      ...{ state: 'PUBLISHED', publication, revision: before.revision + 1 },
      changes: withChange(before.changes, change),
    };
    const earlier = superseded(
      versions.filter(({ version }) => version < before.version),
      publication.from,
    );
    return { sheet: await this.#save(actor, reads, [published, ...earlier], { id, mark }) };
  }

  async #publication({ area, version }: SheetVersion, input: PublishSheetInput, today: string) {
    const { from, areas } = input;
    const until = input.until ?? NO_END;
    // A first version may have been out on paper before.
    if (until < from || (version > 1 && from < today))
      throw new Refusal('SHEET_PERIOD_INVALID', { today }, ['from']);
    const codes = [...new Set(areas)];
    const areInside = codes.every((code) => isWithin(code, area));
    const count = codes.length >= 1 && codes.length <= MOST_OF_SHEET.areas;
    const known = areInside && count ? await this.areas.lookUpAll(codes) : [];
    if (known.length < codes.length || !count)
      throw new Refusal('SHEET_AREAS_INVALID', { max: MOST_OF_SHEET.areas }, ['areas']);
    return { areas: codes, from, until } satisfies Publication;
  }

  async #save(
    actor: Actor,
    reads: CollectionReader,
    [first, ...others]: readonly [SheetVersion, ...SheetVersion[]],
    request: { readonly id: string; readonly mark: string },
  ): Promise<SheetVersion> {
    const result = await this.repo.save(reads, [first, ...others], actor.standing);
    if (result.done) return first;
    const [standing] = this.repo.fromItems(result.found.slice(0, 1));
    if (standing !== undefined && isRepeated(standing.changes, request.id, request.mark)) return standing;
    throw conflictWith(standing?.changes ?? [], ['expectedRevision']);
  }
}

function assertWritable(
  versions: readonly SheetVersion[],
  before: SheetVersion | undefined,
  { id, version, expectedRevision }: DraftSheetInput,
): void {
  if (before?.state === 'PUBLISHED') throw new Refusal('SHEET_PUBLISHED_ALREADY', {}, ['version']);
  if (before !== undefined) {
    assertUnchanged(before, { id, expectedRevision });
    return;
  }
  const last = versions.at(-1);
  const next = last?.state === 'DRAFT' ? last.version : versions.length + 1;
  if (version !== next) throw new Refusal('SHEET_VERSION_NOT_NEXT', { version: next }, ['version']);
}

function assertSame(first: SheetVersion, { key, subject, area }: SheetContent & { area: string }): void {
  if (first.key !== key || first.subject !== subject || first.area !== area)
    throw new Refusal('SHEET_SUBJECT_FIXED', {}, ['key']);
}

function contentFrom({
  key,
  title,
  about,
  subject,
  filledBy,
  review,
  fields,
}: DraftSheetInput): SheetContent {
  const text = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh.trim(), en: en.trim() });
  return {
    ...{ key, title: text(title), about: text(about), subject, filledBy, review },
    fields: fields.map((field): SheetField => {
      const { id, type, required, label, hint, choices, shownWhen, requiredWhen, ...limits } = field;
      const given = Object.entries(limits).filter(([, value]) => value != null);
      return {
        ...{ id, label: text(label), hint: hint == null ? undefined : text(hint), type, required },
        shownWhen: shownWhen == null ? undefined : { ...shownWhen },
        requiredWhen: requiredWhen == null ? undefined : { ...requiredWhen },
        choices: choices?.map(({ value, label: called }) => ({ value, label: text(called) })) ?? undefined,
        ...(Object.fromEntries(given) as Partial<SheetField>),
      };
    }),
  };
}
