import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate, type Day, daysAfter } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { grantFor } from '../../auth/permissions';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { checkedRemark, isTaken, type Taken, withRequest } from './log-entry.rules';
import { type LogPlace, type LogPlaceService } from './log-place.service';
import { type LogService } from './log.service';
import { type PlanWorkInput, type SettlePlanInput } from './work-plan.input';
import { type WorkPlanRepo } from './work-plan.repo';
import { MOST_DAYS_AHEAD, stateAfter } from './work-plan.rules';
import { type WorkPlan } from './work-plan.type';

/** Most characters of whom something was promised. */
const MOST_NAME = 50;

/** What somebody means to do and has promised: open until they say what became of it. */
export class WorkPlanService {
  constructor(
    private readonly repo: WorkPlanRepo,
    private readonly places: LogPlaceService,
    private readonly logs: LogService,
    private readonly clock: Clock,
  ) {}

  /** Open plans of the actor, or of somebody they supervise, by day; NOT_FOUND for all others. */
  async open(
    actor: Actor,
    reads: CollectionReader,
    person: string | undefined,
    args: PageArgs,
  ): Promise<Page<WorkPlan>> {
    const whose = person ?? actor.id;
    const [page] = await Promise.all([
      this.repo.openOf(whose, pageOf(args)),
      this.logs.assertReadable(actor, reads, whose),
    ]);
    if (whose === actor.id) return page;
    const isSeen = ({ area }: WorkPlan) => grantFor(actor, 'log:supervise', { area }) !== undefined;
    return { ...page, rows: page.rows.filter(({ row }) => isSeen(row)) };
  }

  /**
   * Plans something. The same id and content gives the same plan again.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT, PLAN_DAY_INVALID, CONFLICT, and those of the
   *   place
   */
  async plan(actor: Actor, reads: CollectionReader, input: PlanWorkInput): Promise<{ plan: WorkPlan }> {
    const { id, kind } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const text = checkedRemark(input.text, ['text']);
    const promisedTo =
      input.promisedTo == null ? undefined : checkedRemark(input.promisedTo, ['promisedTo'], MOST_NAME);
    const day = input.day ?? daysAfter(this.#today(), 1);
    const request = { id, mark: fingerprint([actor.id, input]) };
    const place = await this.#placeOrTaken(actor, reads, input, request);
    if ('plan' in place) return place;
    const { area, household } = place;
    const by = { id: actor.id, name: actor.name };
    const plan: WorkPlan = {
      ...{ id, version: 1, kind, day, text, area: area.code, by, household, promisedTo },
      ...{ state: 'OPEN', movedFrom: [], requests: [request] },
    };
    if (!this.#isPlannable(day)) {
      // A request that comes again after its day is no new plan for a day that is over.
      const late = await this.#taken(reads, request);
      if (late === undefined) throw dayInvalid();
      return { plan: late };
    }
    const result = await this.repo.save(reads, plan, actor.standing);
    if (result.done) return { plan };
    const standing = this.repo.fromItem(result.found[0]);
    if (standing === undefined || !isTaken(standing.requests, request))
      throw new Refusal('CONFLICT', { what: id }, ['id']);
    return { plan: standing };
  }

  /** The actor's own plan; NOT_FOUND for all others. */
  async own(actor: Actor, reads: CollectionReader, id: string): Promise<WorkPlan> {
    const found = isId(id) ? await this.repo.find(reads, id) : undefined;
    if (found?.by.id !== actor.id) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** Where it is, or the plan as it stands where it was taken in before its place became somebody else's. */
  async #placeOrTaken(
    actor: Actor,
    reads: CollectionReader,
    input: Parameters<LogPlaceService['find']>[2],
    request: Taken,
  ): Promise<LogPlace | { plan: WorkPlan }> {
    try {
      return await this.places.find(actor, reads, input);
    } catch (error) {
      const plan = await this.#taken(reads, request);
      if (plan === undefined) throw error;
      return { plan };
    }
  }

  /** The plan that this very request made; undefined where it has made none. @throws Refusal CONFLICT */
  async #taken(reads: CollectionReader, request: Taken): Promise<WorkPlan | undefined> {
    const found = await this.repo.find(reads, request.id);
    return found !== undefined && isTaken(found.requests, request) ? found : undefined;
  }

  /**
   * Says what became of a plan of the actor's own, or moves it to another day.
   * @throws Refusal ID_INVALID, NOT_FOUND, PLAN_SETTLED, PLAN_DAY_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT,
   *   CONFLICT
   */
  async settle(actor: Actor, reads: CollectionReader, input: SettlePlanInput): Promise<{ plan: WorkPlan }> {
    const { id, outcome } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const before = isId(input.plan) ? await this.repo.find(reads, input.plan) : undefined;
    if (before?.by.id !== actor.id) throw new Refusal('NOT_FOUND', {}, ['plan']);
    const request = { id, mark: fingerprint([actor.id, input]) };
    if (isTaken(before.requests, request)) return { plan: before };
    if (before.state !== 'OPEN') throw new Refusal('PLAN_SETTLED', {}, ['plan']);
    const postponed = outcome === 'POSTPONED';
    const needsWord = !postponed || input.text != null;
    const word = needsWord ? checkedRemark(input.text ?? '', ['text']) : undefined;
    const day = postponed ? input.day : before.day;
    if (day == null || (postponed ? !this.#isPlannable(day) : input.day != null)) throw dayInvalid();
    const plan: WorkPlan = {
      ...before,
      ...{ version: before.version + 1, state: stateAfter(outcome), day, word },
      movedFrom: postponed ? [...before.movedFrom, before.day].slice(-MOST_MOVES) : before.movedFrom,
      settledAt: postponed ? undefined : this.clock.now(),
      requests: withRequest(before.requests, request),
    };
    const { done } = await this.repo.save(reads, plan, actor.standing);
    if (done) return { plan };
    // Somebody was faster: this very request, sent twice, or another.
    const standing = await this.repo.find(reads, input.plan);
    if (standing === undefined || !isTaken(standing.requests, request))
      throw new Refusal('CONFLICT', { what: before.text }, ['plan']);
    return { plan: standing };
  }

  /** Whether a plan is open though its day is over. */
  isOverdue({ state, day }: WorkPlan): boolean {
    return state === 'OPEN' && day < this.#today();
  }

  #isPlannable(day: Day): boolean {
    const today = this.#today();
    return day >= today && day <= daysAfter(today, MOST_DAYS_AHEAD);
  }

  #today(): Day {
    return businessDate(this.clock.now());
  }
}

/** How many former days of a plan are kept. */
const MOST_MOVES = 20;

function dayInvalid(): Refusal {
  return new Refusal('PLAN_DAY_INVALID', {}, ['day']);
}
