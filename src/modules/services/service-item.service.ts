import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt } from '../../shared/area-code';
import { businessDate, type Day, daysAfter } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, Refusals, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageFrom, pageOf } from '../../shared/page';
import { type DepartmentService } from '../people/department.service';
import { type SheetService } from '../sheets/sheet.service';
import { type PublishServiceItemInput } from './service-item.input';
import { type ServiceItemRepo } from './service-item.repo';
import {
  districtOfService,
  flawsOfService,
  holdingOn,
  MOST_OF_SERVICE,
  NO_END,
  type ServiceContent,
  type ServiceItem,
  type ServiceSummary,
  sheetsOf,
  type StepDepartment,
} from './service-item.rules';
import { needleOf, type SearchKeys, sortKeyOf } from './service-search.rules';

/** Most characters that are searched for, and most flaws told at once. */
const MOST = { query: 50, flaws: 20 } as const;

/** One-stop services (一站式服务): what there is, how one gets it, and the publishing of versions. */
export class ServiceItemService {
  constructor(
    private readonly repo: ServiceItemRepo,
    private readonly departments: Pick<DepartmentService, 'lookUp'>,
    private readonly sheets: Pick<SheetService, 'publishedIn'>,
    private readonly clock: Clock,
  ) {}

  /**
   * The services of an area's district that hold today and fit what was typed, the best fit first; the actor's own district
   * when no area is named. One Query of the district's rows; the match is pure.
   * @throws TechnicalError BAD_USER_INPUT, NOT_FOUND in another district
   */
  async list(
    actor: Actor,
    { area: named, query }: { area?: string | undefined; query?: string | undefined },
    args: PageArgs,
  ): Promise<Page<ServiceSummary>> {
    const area = named ?? actor.appointments[0]?.area ?? '';
    const district = ancestorAt(area, 'DISTRICT');
    if (district === undefined) throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    if (grantFor(actor, 'service:read', { area: district }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    if ((query ?? '').length > MOST.query)
      throw new TechnicalError('BAD_USER_INPUT', { what: `query: ${String(MOST.query)}` });
    const { limit, afterKey = '' } = pageOf(args);
    const needle = needleOf(query ?? '');
    const found = await this.repo.holdingIn(district, this.#today());
    const rows = found
      .flatMap((row) => {
        const key = sortKeyOf(row, needle);
        return key === undefined || key <= afterKey ? [] : [{ row, key }];
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return pageFrom(rows, limit);
  }

  /** The version of a service that holds on a day, or today; NOT_FOUND when there is none, or in another district. */
  async get(actor: Actor, reads: CollectionReader, id: string, on?: Day): Promise<ServiceItem> {
    const district = districtOfService(id);
    if (district === undefined || grantFor(actor, 'service:read', { area: district }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const found = await this.lookUp(reads, id, on);
    if (found === undefined) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** The same for a caller who has been authorised; undefined when there is none. */
  async lookUp(reads: CollectionReader, id: string, on?: Day): Promise<ServiceItem | undefined> {
    return holdingOn(await this.repo.versionsOf(reads, id), on ?? this.#today());
  }

  /** What the services of a district that hold today are called, by id, for a caller who has been authorised; one Query. */
  async namesIn(district: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.repo.holdingIn(district, this.#today());
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * Publishes the next version of a service; the one before ends the day before. The same request again gives the same answer.
   * @throws Refusal ID_INVALID, SERVICE_PERIOD, CONFLICT, and those of `flawsOfService`; NOT_FOUND in another district
   */
  async publish(
    actor: Actor,
    reads: CollectionReader,
    input: PublishServiceItemInput,
  ): Promise<{ service: ServiceItem }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const district = districtOfService(input.service);
    if (district === undefined || grantFor(actor, 'service:publish', { area: district }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const [versions, departments, sheets] = await Promise.all([
      this.repo.versionsOf(reads, input.service, { consistent: true }),
      this.#departments(input, district),
      this.sheets.publishedIn(reads, district, sheetIds(input)),
    ]);
    const mark = fingerprint([actor.id, input]);
    const standing = versions.find(({ published }) => published.id === input.id);
    if (standing !== undefined) return { service: repeated(standing, mark) };
    const content = contentFrom(input, departments);
    const flaws = [
      ...flawsOfService(content),
      ...flawsOfDepartments(input, departments),
      ...flawsOfSheets(input, sheets),
    ];
    if (flaws.length > 0) throw new Refusals(flaws.slice(0, MOST.flaws));
    const last = versions.at(-1);
    if (input.expectedVersion !== (last?.version ?? 0)) throw conflictWith(last);
    const { from } = input;
    const until = input.until ?? NO_END;
    const today = this.#today();
    if (until < from || (last !== undefined && (from <= last.from || from < today)))
      throw new Refusal('SERVICE_PERIOD', { today }, ['from']);
    const published = { id: input.id, mark, by: actor.name, at: this.clock.now().toISOString() };
    const next = { ...content, id: input.service, version: versions.length + 1, from, until, published };
    return { service: await this.#save(actor, reads, next, last) };
  }

  /** The departments of the district that do its steps, by code: those that there are. */
  async #departments({ steps }: PublishServiceItemInput, district: string) {
    const codes = [
      ...new Set(steps.slice(0, MOST_OF_SERVICE.steps).flatMap((step) => step.department ?? [])),
    ];
    const found = await Promise.all(codes.map((code) => this.departments.lookUp(code)));
    return new Map(found.flatMap((each) => (each?.area === district ? [[each.code, each] as const] : [])));
  }

  async #save(
    actor: Actor,
    reads: CollectionReader,
    next: ServiceItem,
    last: ServiceItem | undefined,
  ): Promise<ServiceItem> {
    const eve = daysAfter(next.from, -1);
    const before = last && { ...last, until: last.until < eve ? last.until : eve };
    const result = await this.repo.publish(
      ...([reads, await withKeys(next), before && (await withKeys(before)), actor.standing] as const),
    );
    if (result.done) return next;
    const [standing] = this.repo.fromItems(result.found.slice(0, 1));
    if (standing?.published.id !== next.published.id) throw conflictWith(standing);
    return repeated(standing, next.published.mark);
  }

  #today(): Day {
    return businessDate(this.clock.now());
  }
}

/** A version with what it is found by; the library is loaded here and by no search. */
async function withKeys(item: ServiceItem): Promise<ServiceItem & SearchKeys> {
  const { initialsOf } = await import('./service-initials.lazy');
  return { ...item, initials: [item.name, ...item.aliases].map(initialsOf) };
}

function repeated(standing: ServiceItem, mark: string): ServiceItem {
  if (standing.published.mark !== mark) throw conflictWith(standing, 'id');
  return standing;
}

/** The refusal that tells who published last, and when. */
function conflictWith(last: ServiceItem | undefined, field = 'expectedVersion'): Refusal {
  const what = last === undefined ? '' : `${last.published.by} ${last.published.at.replace(/\.\d+Z$/, 'Z')}`;
  return new Refusal('CONFLICT', { what }, [field]);
}

/** Ids of the sheets that it names, as many as a service may have. */
function sheetIds({ forms }: PublishServiceItemInput): readonly string[] {
  const ids = sheetsOf(forms).map(({ sheet }) => sheet);
  return [...new Set(ids)].slice(0, MOST_OF_SERVICE.forms);
}

/** The forms that are no sheet published in the district. */
function flawsOfSheets({ forms }: PublishServiceItemInput, sheets: ReadonlySet<string>): Refusal[] {
  return forms.flatMap(({ sheet }, at) =>
    sheet == null || sheets.has(sheet)
      ? []
      : [new Refusal('SERVICE_SHEET', {}, ['forms', String(at), 'sheet'])],
  );
}

type Departments = ReadonlyMap<string, StepDepartment>;

/**
 * The steps for which a department is named that is none of the district's, that are not done by the district, or that are the first:
 * any counter takes in.
 */
function flawsOfDepartments({ steps }: PublishServiceItemInput, departments: Departments): Refusal[] {
  return steps.flatMap(({ by, department }, at) =>
    department == null || (at > 0 && by === 'DISTRICT' && departments.has(department))
      ? []
      : [new Refusal('SERVICE_DEPARTMENT', {}, ['steps', String(at), 'department'])],
  );
}

function contentFrom(input: PublishServiceItemInput, departments: Departments): ServiceContent {
  const given = (text: string | null | undefined) => (text == null || text === '' ? undefined : text.trim());
  const { name, aliases, kind, whoMayApply, fees } = input;
  return {
    ...{ name: name.trim(), aliases: [...new Set(aliases.map((alias) => alias.trim()))], kind },
    ...{ channels: [...new Set(input.channels)], whoMayApply: whoMayApply.trim(), fees: fees.trim() },
    places: input.places.map((place) => ({
      ...{ name: place.name.trim(), address: given(place.address), hours: given(place.hours) },
    })),
    materials: input.materials.map(({ code, isRequired, issuer, note, example, ...material }) => ({
      ...{ code, name: material.name.trim(), isRequired, issuer: given(issuer) },
      ...{ note: given(note), example: given(example) },
    })),
    questions: input.questions.map(({ code, label, isRequired }) => ({
      ...{ code, label: label.trim(), isRequired },
    })),
    fromRegistry: [...new Set(input.fromRegistry)],
    steps: input.steps.map(({ by, workingDays, ...step }) => {
      const found = departments.get(step.department ?? '');
      const department = found && { code: found.code, name: found.name };
      return { name: step.name.trim(), by, department, workingDays: workingDays ?? undefined };
    }),
    legalBasis: input.legalBasis.map((law) => law.trim()),
    forms: input.forms.map((form) => ({
      ...{ name: form.name.trim(), url: given(form.url), sheet: form.sheet ?? undefined },
    })),
  };
}
