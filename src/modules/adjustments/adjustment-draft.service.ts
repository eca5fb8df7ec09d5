import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { assertArea } from '../areas/area.rules';
import { boundaryFrom } from '../areas/boundary.rules';
import { type CommunityMap, type CommunityMapService } from '../areas/community-map.service';
import { type GridStaffService } from '../people/grid-staff.service';
import { type AdjustmentDraftInput, type PlannedGridInput } from './adjustment.input';
import {
  type AdjustmentContent,
  type AdjustmentKind,
  assertContent,
  courtyardLinks,
  distinct,
  type Ground,
  kindsOf,
  leftBehind,
  MOST,
  numbered,
  type PlannedGrid,
  type WantedContent,
} from './adjustment.rules';
import { assertSeamless, landLinks, shapesOf } from './adjustment-shape.rules';
import { type Adjustment } from './adjustment.type';
import { changesOf, type GridChange } from './grid-change.rules';

/** A plan, checked and worked out. */
export interface Draft {
  readonly ground: Ground;
  readonly community: string;
  readonly effectiveOn: string;
  readonly content: AdjustmentContent;
  readonly kinds: readonly AdjustmentKind[];
  readonly changes: readonly GridChange[];
}

/** Working out plans on the ground as it is: one wave of reads, nothing is written. */
export class AdjustmentDraftService {
  constructor(
    private readonly communities: CommunityMapService,
    private readonly staff: Pick<GridStaffService, 'unknownOf'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks a plan and works it out, for a caller who has been authorised.
   * @throws Refusal EFFECTIVE_DATE_PAST, WORKER_UNKNOWN, those of boundaries and of `assertContent`, GAP_LEFT, OVERLAP_MADE
   */
  async draft(reads: CollectionReader, input: AdjustmentDraftInput): Promise<Draft> {
    const { community, effectiveOn } = input;
    if (effectiveOn < businessDate(this.clock.now()))
      throw new Refusal('EFFECTIVE_DATE_PAST', { date: effectiveOn }, ['effectiveOn']);
    const { courtyards, ends, workers } = input;
    const wanted: WantedContent = { grids: input.grids.map(gridFrom), ends, courtyards, workers };
    const persons = [...new Set(workers.map(({ person }) => person))].slice(0, MOST.workers);
    const [map, unknown, rules] = await Promise.all([
      this.communities.of(reads, community),
      this.staff.unknownOf(reads, persons),
      this.communities.shapeRules(),
    ]);
    const ground: Ground = { community, day: effectiveOn, areas: map.areas };
    assertContent(ground, wanted);
    for (const person of unknown) throw new Refusal('WORKER_UNKNOWN', { person }, ['workers']);
    assertKinds(ground, wanted.grids);
    const shapes = shapesOf(ground, wanted, map.boundaries);
    assertSeamless(rules, shapes);
    const links = distinct([...courtyardLinks(courtyards), ...landLinks(rules, shapes)]);
    const content = { ...wanted, courtyards: numbered(ground, courtyards), links };
    return {
      ...{ community, effectiveOn, ground, content },
      kinds: kindsOf(ground, content),
      changes: changesOf(ground, content),
    };
  }

  /** The community of a plan as it stands now. */
  async groundOf(
    reads: CollectionReader,
    { community, effectiveOn }: Pick<Adjustment, 'community' | 'effectiveOn'>,
  ): Promise<{ ground: Ground; map: CommunityMap }> {
    const map = await this.communities.of(reads, community);
    return { ground: { community, day: effectiveOn, areas: map.areas }, map };
  }
}

/**
 * The content as it can be carried out on the day: courtyards that came to an ended grid since go where most of its
 * others do, and numbers that were taken since are given anew.
 */
export function contentOnTheDay(ground: Ground, content: AdjustmentContent): AdjustmentContent {
  const late = leftBehind(ground, content).flatMap(({ courtyard }) => {
    const link = content.links.find(([from]) => courtyard.startsWith(from));
    return link === undefined ? [] : [{ courtyard, toGrid: link[1] }];
  });
  return { ...content, courtyards: numbered(ground, [...content.courtyards, ...late]) };
}

function gridFrom({ code, name, kind, department, boundary, datum }: PlannedGridInput): PlannedGrid {
  return {
    ...{ code, kind, name: name.trim() },
    department: department ?? undefined,
    boundary: boundary == null ? undefined : boundaryFrom(boundary, datum),
  };
}

function assertKinds({ areas, community }: Ground, grids: readonly PlannedGrid[]): void {
  const above = areas.get(community)?.names ?? [];
  for (const { code, name, kind, department } of grids)
    assertArea({ code, names: [...above, name], facts: { kind, department } });
}
