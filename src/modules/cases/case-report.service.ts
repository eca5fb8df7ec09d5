import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { ancestorAt, type AreaLevel, levelOf } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type Point, toWgs84 } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type RecordLink } from '../../shared/record-link.type';
import { type AreaService } from '../areas/area.service';
import { type Area } from '../areas/area.type';
import { type EvidenceService } from '../evidence/evidence.service';
import { type ReportCaseInput } from './case.input';
import { caseKey } from './case-keys.rules';
import { type CaseRepo } from './case.repo';
import { clockFrom } from './case-clock.rules';
import { firstLink, linkAfter } from './case-chain.rules';
import { type CaseStep, entryHolder, MOST_TEXT } from './case.rules';
import { assertText, conflictWith } from './case-move.rules';
import { type KeptSource, saidSource, sourceOf } from './case-source.rules';
import { type FoundRoute, entryLevel, type Routes } from './case-route.rules';
import { reportMarks } from './case-report.rules';
import { type FoundTerms, type Terms } from './case-terms.rules';
import { type Case } from './case.type';
import { categoryOf, urgencyOf } from './category.rules';

/** The level at which a report by somebody of this role begins; the grid for all others. */
const ENTRY_LEVEL: Partial<Record<Appointment['role'], AreaLevel>> = {
  SECONDARY_WORKER: 'COURTYARD',
  COMMUNITY_STAFF: 'COMMUNITY',
  STREET_STAFF: 'STREET',
  DISTRICT_STAFF: 'DISTRICT',
};

/** The level at which a report begins; a department's begins with the centre of the area that it serves. */
function ownLevel({ role, area }: Appointment): AreaLevel {
  const level = role === 'DEPARTMENT_STAFF' ? levelOf(area) : undefined;
  return level ?? ENTRY_LEVEL[role] ?? 'GRID';
}

/** What another record has to do with a report: it comes from it, and is written with it. */
export interface ReportSource {
  readonly origin: RecordLink;
  /** What lets them make such a record, where that lets them report what it found; else `case:report`. */
  readonly action: Action;
  /** The source that follows from it. */
  readonly said: Extract<KeptSource, 'INSPECTION'>;
  /** Prepared writes of that record, which are made together with the case or not at all. */
  readonly together: readonly PreparedPut[];
}

/** Most characters of an address. */
const MOST_ADDRESS = 200;

/** Reporting a case (上报): at most one read to find the grid, once a minute one of each kind of rules beside it, and one write. */
export class CaseReportService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly areas: AreaService,
    private readonly evidence: EvidenceService,
    private readonly routes: Routes,
    private readonly terms: Terms,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in a report. The same id with the same content is accepted again and gives the same case; with other content
   * it is refused. A report that comes from another record is written together with it.
   * @throws Refusal ID_INVALID, CATEGORY_UNKNOWN, TEXT_REQUIRED, TEXT_TOO_LONG, PLACE_REQUIRED, PLACE_OUTSIDE_GRIDS,
   *   AREA_UNKNOWN, OUT_OF_AREA, CATEGORY_NOT_OFFERED, CONFLICT, REFERENCE_TAKEN, and those of a source and of evidence slots
   */
  async report(
    actor: Actor,
    reads: CollectionReader,
    input: ReportCaseInput,
    { origin, together, action, said }: Partial<ReportSource> = {},
  ): Promise<{ case: Case }> {
    assertReport(input);
    const point = input.place.point ? toWgs84(input.place.point, input.place.point.datum) : undefined;
    const at = this.clock.now();
    const [place, routeOf, termsOf] = await Promise.all([
      this.#locate(input, point),
      this.routes.of(districtsOf(actor), at),
      this.terms.of(districtsOf(actor), at),
    ]);
    const { area, appointment } = entryOf(actor, place, action);
    const route = routeOf(input.category, area.code);
    const terms = termsOf(input.category, area.code);
    if (terms?.own?.isOffered === false) return { case: await this.#known(actor, reads, input) };
    const facts = { actor, appointment, area, point, input, at, route, said, found: terms };
    const reported = { ...newCase(facts), origin };
    const slots = this.evidence.prepare(actor, { key: caseKey(input.id), area: area.code }, input.evidence);

    const ticket = this.#takingIn(reported);
    const others = [...slots, ...(together ?? []), ...ticket];
    const result = await this.repo.create(reads, reported, others, actor.standing);
    if (result.done) return { case: reported };
    const [found, ...rest] = result.found;
    const taken = rest.slice(0, slots.length);
    const standing = this.repo.fromItem(found);
    const mark = standing?.steps[0]?.fingerprint;
    if (standing !== undefined && reportMarks(actor.id, input).some((own) => own === mark)) {
      return { case: standing };
    }
    if (standing !== undefined) throw conflictWith(standing, ['id']);
    if (ticket.length > 0) assertFirst(rest.at(-1));
    // Somebody changed the record it comes from: the same request finds it as it stands.
    if (taken.every((slot) => slot === undefined)) throw new TechnicalError('TRY_AGAIN');
    throw this.evidence.slotConflict(taken);
  }

  /** That its ticket is taken in by it, where it has one. */
  #takingIn({ id, area, said, reference }: Case): PreparedPut[] {
    if (said === undefined || reference === undefined) return [];
    return [this.repo.takingIn(ancestorAt(area, 'DISTRICT') ?? area, said, reference, id)];
  }

  /** What the same report became while its category was still offered. */
  async #known(actor: Actor, reads: CollectionReader, input: ReportCaseInput): Promise<Case> {
    const standing = await this.repo.find(reads, input.id, true);
    const mark = standing?.steps[0]?.fingerprint;
    if (standing !== undefined && reportMarks(actor.id, input).some((own) => own === mark)) return standing;
    throw new Refusal('CATEGORY_NOT_OFFERED', { category: input.category }, ['category']);
  }

  /** The area named, or what has taken its place since the reporter's phone last asked; or the grid the point lies in. */
  async #locate({ place }: ReportCaseInput, point: Point | undefined): Promise<Area> {
    if (place.area != null) {
      const area = await this.areas.standingFor(place.area);
      if (area?.level === 'GRID' || area?.level === 'COURTYARD') return area;
      if (area !== undefined || point === undefined)
        throw new Refusal('AREA_UNKNOWN', { area: place.area }, ['place', 'area']);
    }
    const grid = point && (await this.areas.gridAt(point));
    if (grid === undefined) throw new Refusal('PLACE_OUTSIDE_GRIDS', {}, ['place', 'point']);
    return grid;
  }
}

/** The most exact area of the case, and in which appointment the actor reports it. */
function entryOf(
  actor: Actor,
  area: Area,
  action: Action = 'case:report',
): { area: Area; appointment: Appointment } {
  const appointment = grantFor(actor, action, { area: area.code });
  if (appointment !== undefined) return { area, appointment };
  throw new Refusal('OUT_OF_AREA', {}, ['place']);
}

/** Where somebody may report at all, known before the place is found. */
function districtsOf({ appointments }: Actor): string[] {
  return appointments.map(({ area }) => ancestorAt(area, 'DISTRICT') ?? area);
}

function assertReport(input: ReportCaseInput): void {
  if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
  if (categoryOf(input.category) === undefined) {
    throw new Refusal('CATEGORY_UNKNOWN', { category: input.category }, ['category']);
  }
  assertText(input.text, ['text'], MOST_TEXT);
  if (input.place.address != null) assertText(input.place.address, ['place', 'address'], MOST_ADDRESS);
  if (input.place.area == null && input.place.point == null)
    throw new Refusal('PLACE_REQUIRED', {}, ['place']);
}

/** Throws REFERENCE_TAKEN where another report has taken the ticket in. */
function assertFirst(found: Record<string, unknown> | undefined): void {
  if (found === undefined) return;
  throw new Refusal('REFERENCE_TAKEN', { case: String(found.caseId) }, ['reference']);
}

function newCase(facts: {
  actor: Actor;
  appointment: Appointment;
  area: Area;
  point: Point | undefined;
  input: ReportCaseInput;
  at: Date;
  route: FoundRoute | undefined;
  said: KeptSource | undefined;
  found: FoundTerms | undefined;
}): Case {
  const { actor, appointment, area, point, input, at, route, found } = facts;
  const level = entryLevel(ownLevel(appointment), route);
  const holder = entryHolder(area.code, area.names, level);
  const name = appointment.role === 'RESIDENT' ? maskedName(actor.name) : actor.name;
  const by = { id: actor.id, name, role: appointment.role };
  const { id, category, text, place, urgency } = input;
  const filed = { code: category, version: categoryOf(category)?.version, terms: found?.terms };
  const begins = {
    state: 'REPORTED',
    version: 1,
    urgency: urgencyOf(category, urgency ?? found?.own?.urgency),
  } as const;
  const clock = clockFrom({ ...begins, category: filed }, at);
  const dueAt = clock?.dueAt.toISOString();
  const [fingerprint] = reportMarks(actor.id, input);
  const step: CaseStep = { id, move: 'REPORT', at: at.toISOString(), by, holder, dueAt, fingerprint };
  const reported = {
    ...{ text: text.trim(), category: filed, area: area.code, address: place.address?.trim(), point },
    ...saidSource(input, appointment.role),
    ...(facts.said && { said: facts.said }),
  };
  return {
    ...{ id, ...begins, ...reported, holder, clock, areaNames: area.names },
    source: sourceOf(by.role, reported.said),
    ...{ reporter: by, reportedAt: at, updatedAt: at, steps: [step], storedRoute: route },
    link: linkAfter(firstLink(reported), step),
  };
}
