import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { type CaseHandoverService } from '../cases/case-handover.service';
import { type GridStaffService } from '../people/grid-staff.service';
import { type HouseholdService } from '../residents/household.service';
import { type AdjustmentDraftInput } from './adjustment.input';
import { touchedGrids, type AdjustmentContent, type Ground } from './adjustment.rules';
import { type Adjustment } from './adjustment.type';
import { type AdjustmentDraftService } from './adjustment-draft.service';
import { type GridChange } from './grid-change.rules';
import { type Counted, type Forecast, forecast } from './preview.rules';
import { staffingsOf } from './staffing.rules';

/** What counts the grids as they are. */
export interface Counters {
  readonly households: HouseholdService;
  readonly cases: CaseHandoverService;
  readonly staff: GridStaffService;
}

/** What plans will mean, before they are proposed and before they are decided; nothing is written. */
export class AdjustmentPreviewService {
  constructor(
    private readonly drafts: AdjustmentDraftService,
    private readonly counters: Counters,
  ) {}

  /**
   * What a plan would mean that nobody has proposed; one wave for the ground, one to count.
   * @throws Refusal OUT_OF_AREA and those of a draft
   */
  async ofDraft(
    actor: Actor,
    reads: CollectionReader,
    input: AdjustmentDraftInput,
  ): Promise<{ preview: Forecast }> {
    if (grantFor(actor, 'adjustment:propose', { area: input.community }) === undefined)
      throw new Refusal('OUT_OF_AREA', {}, ['community']);
    const { ground, content, changes } = await this.drafts.draft(reads, input);
    return { preview: this.#forecast(ground, content, changes, await this.#count(content)) };
  }

  /** What a plan will mean; undefined for who does not answer for the community. One wave beside the plan. */
  async ofPlan(actor: Actor, reads: CollectionReader, plan: Adjustment): Promise<Forecast | undefined> {
    if (grantFor(actor, 'area:read-load', { area: plan.community }) === undefined) return undefined;
    const [{ ground }, counted] = await Promise.all([
      this.drafts.groundOf(reads, plan),
      this.#count(plan.content),
    ]);
    return this.#forecast(ground, plan.content, plan.changes, counted);
  }

  #forecast(
    ground: Ground,
    content: AdjustmentContent,
    changes: readonly GridChange[],
    { rosters, ...counted }: Omit<Counted, 'workers'> & { rosters: ReadonlyMap<string, readonly string[]> },
  ): Forecast {
    const isNew = (code: string) => !ground.areas.has(code);
    const workers = new Map([...rosters].map(([grid, persons]) => [grid, persons.length]));
    for (const { role, area, persons } of staffingsOf(content, rosters, isNew))
      if (role === 'GRID_WORKER') workers.set(area, persons.length);
    return forecast(ground, content, changes, { ...counted, workers });
  }

  async #count(content: AdjustmentContent) {
    const { households, cases, staff } = this.counters;
    const grids = touchedGrids(content);
    const holders = [...grids, ...content.courtyards.map(({ courtyard }) => courtyard)];
    const [homes, held, rosters] = await Promise.all([
      Promise.all(grids.map((grid) => households.allIn(grid))),
      Promise.all(holders.map((holder) => cases.heldBy(holder))),
      Promise.all(grids.map(async (grid) => [grid, await staff.workersOf(grid, 'GRID_WORKER')] as const)),
    ]);
    return {
      homes: homes.flat(),
      cases: held.flat().map(({ area }) => area),
      rosters: new Map(rosters),
    };
  }
}
