import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type AreaLevel, ancestorAt, levelBelow, levelOf } from '../../shared/area-code';
import { businessMonth } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type Language } from '../../shared/language';
import { newestOf } from './checklist.rules';
import { wordsOf } from './checklist.service';
import { type CountedInspections, type InspectionCountRepo } from './inspection-count.repo';
import { addInspections, type InspectionCounts, inspectionCoverageOf } from './inspection-count.rules';
import { type InspectionCoverage } from './inspection-coverage.type';
import { type InspectionSightService, type Sight } from './inspection-sight.service';

/** How well plans of inspections are kept, as it was counted. */
export class InspectionCoverageService {
  constructor(
    private readonly repo: InspectionCountRepo,
    private readonly sight: InspectionSightService,
    private readonly clock: Clock,
  ) {}

  /**
   * How the inspections of an area stand, or stood at the end of a month (YYYY-MM); for a department those of its own checklists.
   * One Query beside that of the rules. NOT_FOUND outside the actor's own area.
   */
  async ofArea(
    actor: Actor,
    area: string,
    month: string | undefined,
    language: Language,
  ): Promise<InspectionCoverage> {
    if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw new TechnicalError('BAD_USER_INPUT', { what: 'month: YYYY-MM' });
    const level = levelOf(area);
    if (level === undefined || level === 'COURTYARD')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 6 / 9 / 12 / 15' });
    if (grantFor(actor, 'inspection:read-coverage', { area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const now = businessMonth(this.clock.now());
    const [grids, sight] = await Promise.all([
      this.repo.inside(month === undefined || month === now ? 'NOW' : month, area),
      this.sight.in(actor, area),
    ]);
    return coverage({ area, level, month: month ?? now }, grids, sight, language);
  }
}

/** The figures of an area from those of its grids, with the areas one level below and each checklist. */
async function coverage(
  { area, level, month }: { area: string; level: AreaLevel; month: string },
  grids: readonly CountedInspections[],
  { sees }: Sight,
  language: Language,
): Promise<InspectionCoverage> {
  const below = level === 'GRID' ? undefined : levelBelow(level);
  const parts = new Map<string, InspectionCounts>();
  const checklists = new Map<string, InspectionCounts>();
  for (const { grid, counts } of grids) {
    for (const [checklist, figures] of counts) {
      if (!sees(checklist, grid)) continue;
      checklists.set(checklist, addInspections(checklists.get(checklist), figures));
      const part = below && (ancestorAt(grid, below) ?? grid);
      if (part !== undefined) parts.set(part, addInspections(parts.get(part), figures));
    }
  }
  const times = grids.map(({ at }) => at.getTime());
  const all = [...checklists.values()].reduce(addInspections, addInspections());
  return {
    ...{ area, month, countedAt: times.length === 0 ? undefined : new Date(Math.min(...times)) },
    ...shown(all),
    parts: [...parts].map(([code, counts]) => ({ area: code, ...shown(counts) })),
    checklists: await Promise.all(
      [...checklists].map(async ([checklist, counts]) => {
        const version = newestOf(checklist)?.version ?? 1;
        const { name } = await wordsOf({ code: checklist, version });
        return { checklist, name: name[language], ...shown(counts) };
      }),
    ),
  };
}

function shown(counts: InspectionCounts) {
  return { ...counts, coverage: inspectionCoverageOf(counts) };
}
