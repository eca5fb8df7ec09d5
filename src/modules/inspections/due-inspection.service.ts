import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt, levelOf } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Language } from '../../shared/language';
import { type Page, pageOf } from '../../shared/page';
import { daysOf, type DueWindow } from '../visits/due-window.rules';
import { newestOf } from './checklist.rules';
import { wordsOf } from './checklist.service';
import { mergedPage, shareOf } from './due-inspection.rules';
import { type DueInspection } from './due-inspection.type';
import { type DueList, type DueRow, type InspectionPlanRepo } from './inspection-plan.repo';
import { type InspectionSightService } from './inspection-sight.service';

/** What part of a due list is asked for. */
export interface DueInspectionQuery {
  /** An area of any level; the actor's own where none is named. */
  readonly area?: string | undefined;
  readonly window: DueWindow;
  readonly checklist?: string | undefined;
}

/** Due lists: which premises are to be inspected, when, by which checklist. */
export class DueInspectionService {
  constructor(
    private readonly plans: InspectionPlanRepo,
    private readonly sight: InspectionSightService,
    private readonly clock: Clock,
  ) {}

  /**
   * What is due in an area, by day, then by area and premises; of a department only what failed items would bring to it. One Query;
   * for a district one a checklist, side by side. NOT_FOUND for an area the actor does not answer for.
   */
  async list(
    actor: Actor,
    query: DueInspectionQuery,
    args: PageArgs,
    language: Language,
  ): Promise<Page<DueInspection>> {
    const area = query.area ?? actor.appointments.find((held) => mayRead(actor, held.area))?.area;
    if (area === undefined || levelOf(area) === undefined || !mayRead(actor, area))
      throw new TechnicalError('NOT_FOUND');
    const { limit, afterKey } = pageOf(args);
    const days = daysOf(query.window, businessDate(this.clock.now()));
    const { checklists, sees, seesAll } = await this.sight.in(actor, area);
    const wanted = checklists.filter((code) => query.checklist === undefined || code === query.checklist);
    const lists = listsOf(area, wanted);
    const keep = (row: DueRow) =>
      row.area.startsWith(area) && wanted.includes(row.checklist) && sees(row.checklist, row.area);
    const count = shareOf(limit, lists.length);
    const read = await Promise.all(
      lists.map(async (list) => {
        const rows = await this.plans.due(
          list,
          days,
          { limit: count, afterKey },
          // A page of whoever sees all is filled; to a department one list may have little to show.
          lists.length === 1 && seesAll ? keep : undefined,
        );
        return { rows, isAll: rows.length < count };
      }),
    );
    const page = mergedPage(read, limit, keep);
    const rows = page.rows.map(async ({ row, key }) => ({ key, row: await shown(row, language) }));
    return { ...page, rows: await Promise.all(rows) };
  }
}

function mayRead(actor: Actor, area: string): boolean {
  return grantFor(actor, 'inspection:read-due', { area }) !== undefined;
}

/** The lists to be read: a district has one for each checklist, all other areas one; that of a courtyard is its grid's. */
function listsOf(area: string, wanted: readonly string[]): readonly DueList[] {
  if (wanted.length === 0) return [];
  if (ancestorAt(area, 'DISTRICT') === area) return wanted.map((checklist) => ({ area, checklist }));
  return [{ area: ancestorAt(area, 'GRID') ?? area }];
}

async function shown(row: DueRow, language: Language): Promise<DueInspection> {
  const { premises, area, name, kind, control, checklist, dueOn, lastOn } = row;
  const version = newestOf(checklist)?.version ?? 1;
  const words = await wordsOf({ code: checklist, version });
  return {
    ...{ premises, area, name, kind, control, checklist, version, dueOn, lastOn },
    checklistName: words.name[language],
  };
}
