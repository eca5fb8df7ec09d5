import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, type NewCodes } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Change } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { type Point } from '../../shared/geo';
import { derivedId } from '../../shared/ids';
import { type ReachAfter } from '../areas/area-reach.rules';
import { type AreaImportService } from '../areas/area-import.service';
import { type AreaService } from '../areas/area.service';
import { type LoadService } from '../areas/load.service';
import { type CaseHandoverService, type NewPlace } from '../cases/case-handover.service';
import { type Case } from '../cases/case.type';
import { type GridStaffService } from '../people/grid-staff.service';
import { type PlaceMoveService } from '../places/place-move.service';
import { type CourtyardMoveService } from '../residents/courtyard-move.service';
import { type AdjustmentMove } from './adjustment.machine';
import { type AdjustmentRepo } from './adjustment.repo';
import { type AdjustmentContent, type Ground, successorsOf, touchedGrids } from './adjustment.rules';
import { type Adjustment } from './adjustment.type';
import { type AdjustmentDraftService, contentOnTheDay } from './adjustment-draft.service';
import { after } from './adjustment-move.service';
import { areasAfter } from './area-change.rules';
import { type EffectStep, EFFECT_STEPS, isReady, type Progress, stepAfter } from './effect.rules';
import { reachAfter } from './reach.rules';
import { staffingsOf } from './staffing.rules';

/** What came of looking after a plan that is due. */
export interface Effected {
  readonly adjustment: string;
  /** WAITING for latecomers; OVERTAKEN by another round that looks after it. */
  readonly outcome: 'IN_EFFECT' | 'WAITING' | 'OVERTAKEN' | 'FAILED';
  /** Name of the error where it failed. */
  readonly failure?: string | undefined;
}

/** Keeps what is open in courtyards and is found by their codes. */
interface OpenMatters {
  /** Takes what is open in courtyards of a community to their new codes. May be cut off and repeated. */
  follow(community: string, codes: NewCodes): Promise<void>;
}

/** Keeps what is for areas by their codes. */
interface MadeKnown {
  /** Makes what is for areas of a community be for those that have taken their place. May be cut off and repeated. */
  follow(community: string, reachAfter: ReachAfter): Promise<void>;
}

/** Who takes part when a plan takes effect: each keeps the records of its own module. */
export interface Followers {
  readonly areas: AreaService;
  readonly areaImports: AreaImportService;
  readonly courtyards: CourtyardMoveService;
  readonly staff: GridStaffService;
  readonly places: PlaceMoveService;
  readonly cases: CaseHandoverService;
  readonly loads: LoadService;
  readonly matters: readonly OpenMatters[];
  readonly madeKnown: readonly MadeKnown[];
}

/** Carrying out plans on their day, step by step; each step may be cut off anywhere and repeated. */
export class AdjustmentEffectService {
  constructor(
    private readonly repo: AdjustmentRepo,
    private readonly drafts: AdjustmentDraftService,
    private readonly followers: Followers,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** Looks after all plans that are due, one after the other; one that fails is due again in the next round. */
  async applyDue(): Promise<Effected[]> {
    const done: Effected[] = [];
    for (const id of await this.repo.due(businessDate(this.clock.now()))) {
      try {
        done.push({ adjustment: id, outcome: await this.#apply(id) });
      } catch (error) {
        const failure = error instanceof Error ? error.name : 'unknown';
        done.push({ adjustment: id, outcome: 'FAILED', failure });
      }
    }
    return done;
  }

  async #apply(id: string): Promise<Effected['outcome']> {
    let plan = await this.repo.find(this.newReads(), id, { consistent: true });
    if (plan?.state === 'APPROVED') plan = await this.#begin(plan);
    while (plan?.state === 'APPLYING' && plan.progress !== undefined) {
      const { progress } = plan;
      if (!isReady(progress, this.clock.now())) return 'WAITING';
      await this.#do(progress.step, plan);
      plan = await this.#goOn(plan, progress);
    }
    return plan?.state === 'IN_EFFECT' ? 'IN_EFFECT' : 'OVERTAKEN';
  }

  /** Fixes what is to be done: courtyards that came since are taken along, codes that were taken since are given anew. */
  async #begin(plan: Adjustment): Promise<Adjustment | undefined> {
    const { ground } = await this.#groundOf(plan);
    const content = contentOnTheDay(ground, plan.content);
    const staffings = staffingsOf(content, await this.#rosters(content), (code) => !ground.areas.has(code));
    const progress: Progress = { step: EFFECT_STEPS[0], staffings };
    const begun = { ...plan, content, courtyards: content.courtyards, progress };
    return this.#save(this.#moved(begun, 'BEGIN'));
  }

  /** Who works in what ends: its roster is emptied on the way, so that it is read before. */
  async #rosters({ ends, courtyards }: AdjustmentContent) {
    const { staff } = this.followers;
    const found = await Promise.all([
      ...ends.map(async (code) => [code, await staff.workersOf(code, 'GRID_WORKER')] as const),
      ...courtyards.map(
        async ({ courtyard }) => [courtyard, await staff.workersOf(courtyard, 'SECONDARY_WORKER')] as const,
      ),
    ]);
    return new Map(found);
  }

  async #goOn(plan: Adjustment, progress: Progress): Promise<Adjustment | undefined> {
    const step = stepAfter(progress.step);
    if (step === undefined) return this.#save(this.#moved({ ...plan, progress: undefined }, 'COMPLETE'));
    const areasAt = progress.step === 'AREAS' ? this.clock.now().toISOString() : progress.areasAt;
    return this.#save({ ...plan, version: plan.version + 1, progress: { ...progress, step, areasAt } });
  }

  async #do(step: EffectStep, plan: Adjustment): Promise<void> {
    switch (step) {
      case 'AREAS':
        return this.#changeAreas(plan);
      case 'STAFF':
        return this.followers.staff.staff(plan.progress?.staffings ?? [], {
          plan: plan.id,
          day: plan.effectiveOn,
        });
      case 'HOUSEHOLDS':
        return this.#moveHouseholds(plan);
      case 'PLACES':
        return this.#movePlaces(plan);
      case 'CASES':
        return this.#handCasesOn(plan);
      case 'OPEN_MATTERS':
        return this.#moveOpenMatters(plan);
      case 'LOADS':
        return this.followers.loads.markDue(touchedGrids(plan.content));
      case 'LATECOMERS':
        await this.#moveHouseholds(plan);
        await this.#movePlaces(plan);
        await this.#handCasesOn(plan);
        await this.#moveOpenMatters(plan);
        return this.followers.loads.markDue(touchedGrids(plan.content));
    }
  }

  async #changeAreas(plan: Adjustment): Promise<void> {
    const { ground, map } = await this.#groundOf(plan);
    const areas = areasAfter(ground, plan.content, map.boundaries);
    await this.followers.areaImports.importAreas(
      areas.map(({ code, names, facts, boundary }) => ({ code, names, boundary, ...facts })),
    );
  }

  async #moveHouseholds({ id, content }: Adjustment): Promise<void> {
    const change: Change = {
      ...{ id: derivedId(`adjustment|${id}`), mark: '', at: this.clock.now().toISOString() },
      ...{ by: { id: 'adjustment', name: '网格调整', role: 'ADMINISTRATOR' }, what: ['ADJUSTED'] },
    };
    for (const { courtyard, code } of content.courtyards)
      await this.followers.courtyards.follow({ from: courtyard, to: code }, change);
  }

  /** Courtyards with all in them take their new code; what lies in a touched grid follows its courtyard or its point. */
  async #movePlaces(plan: Adjustment): Promise<void> {
    const { content } = plan;
    const { places } = this.followers;
    for (const { courtyard, code } of content.courtyards) await places.recode(courtyard, code);
    for (const grid of touchedGrids(content))
      await places.moveThings(grid, (thing) => this.#codeOf(thing, content));
  }

  /** Whatever the touched grids and moved courtyards hold, and what is open in them, is looked at. */
  async #handCasesOn(plan: Adjustment): Promise<void> {
    const { content } = plan;
    const { cases, loads } = this.followers;
    const { ground } = await this.#groundOf(plan);
    const grids = touchedGrids(content);
    const holders = [...grids, ...content.courtyards.map(({ courtyard }) => courtyard)];
    const found = await Promise.all([
      ...holders.map(async (holder) => (await cases.heldBy(holder)).map(({ id }) => id)),
      ...grids.map((grid) => loads.openCasesOf(grid)),
    ]);
    const occasion = { plan: plan.id, at: this.clock.now() };
    await cases.handOn([...new Set(found.flat())], occasion, (each) => this.#placeOf(each, plan, ground));
  }

  /** What else is open follows the courtyard it lies in; what is made known reaches the areas of today. */
  async #moveOpenMatters(plan: Adjustment): Promise<void> {
    const { community, content } = plan;
    const { matters, madeKnown } = this.followers;
    const { ground } = await this.#groundOf(plan);
    const codes = new Map(content.courtyards.map(({ courtyard, code }) => [courtyard, code]));
    for (const each of matters) await each.follow(community, codes);
    for (const each of madeKnown) await each.follow(community, (area) => reachAfter(ground, content, area));
  }

  async #placeOf(found: Case, { content }: Adjustment, ground: Ground): Promise<NewPlace | undefined> {
    // What a courtyard holds goes with it, also where it happened under a code of long ago.
    const held = content.courtyards.find(({ courtyard }) => courtyard === found.holder?.code);
    const code = held?.code ?? (await this.#codeOf(found, content));
    const names = code === undefined ? undefined : ground.areas.get(code)?.names;
    return code === undefined || names === undefined ? undefined : { code, names };
  }

  /**
   * Where something lies from now on: with its courtyard, or where its point lies; where neither is known and its grid has
   * ended, in the grid that takes over most of it. Undefined where it stays.
   */
  async #codeOf(
    found: { readonly area: string; readonly grid?: string | undefined; readonly point?: Point | undefined },
    content: AdjustmentContent,
  ): Promise<string | undefined> {
    const { area, grid, point } = found;
    const move = content.courtyards.find(({ courtyard }) => courtyard === area);
    if (move !== undefined) return move.code;
    const now = grid ?? ancestorAt(area, 'GRID') ?? area;
    // What lies in a courtyard that stays, stays.
    if (!touchedGrids(content).includes(now) || (grid === undefined && area !== now)) return undefined;
    const [heir] = content.ends.includes(now) ? successorsOf(content, now) : [];
    const there = point && (await this.followers.areas.gridAt(point));
    const target = there?.code ?? heir;
    return target === now ? undefined : target;
  }

  async #groundOf(plan: Adjustment) {
    return this.drafts.groundOf(this.newReads(), plan);
  }

  #moved(plan: Adjustment, move: AdjustmentMove): Adjustment {
    const at = this.clock.now().toISOString();
    return after(plan, move, { id: derivedId(`${plan.id}|${move}`), move, at, mark: '' });
  }

  /** Undefined when another round was faster: it goes on with it. */
  async #save(plan: Adjustment): Promise<Adjustment | undefined> {
    return (await this.repo.replace(this.newReads(), plan, undefined)).done ? plan : undefined;
  }
}
