import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { levelOf } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type Datum, type Point, toWgs84 } from '../../shared/geo';
import { punctualityOf } from '../cases/case-clock.rules';
import { type DeskCase, trayOf } from './desk-case.events';
import { type DeskCaseRepo } from './desk-case.repo';
import { type DayPlan, planDay } from './day-plan.rules';
import { type DeskMap } from './desk.type';

/** Most that is shown of a desk. */
export const MOST_ON_DESK = 1_000;

/** Most officers, and most cases for each. */
export const MOST_CREW = { officers: 20, each: 12 } as const;

/** A case that has a place on a map. */
export type PlacedCase = DeskCase & { readonly point: Point };

/** The way of a day of everybody, and what could not be planned. */
export interface DeskPlan extends DayPlan<PlacedCase> {
  /** What has no point: somebody has to read the address. */
  readonly unplaced: readonly DeskCase[];
}

/** What an area or department holds, as a map draws it and as a day is planned. */
export class DeskService {
  constructor(
    private readonly repo: Pick<DeskCaseRepo, 'of'>,
    private readonly clock: Clock,
  ) {}

  /**
   * What lies on a desk, the actor's own when none is named, with where it is and how it stands in its limit; and of a department's,
   * what it can take on. Two Queries at once.
   * @throws TechnicalError NOT_FOUND when it is not theirs
   */
  async map(actor: Actor, holder: string | undefined): Promise<DeskMap> {
    const desk = deskOf(actor, holder);
    const [found, toTakeOn] = await Promise.all([
      this.repo.of(desk, MOST_ON_DESK),
      levelOf(desk) === undefined ? this.repo.of(trayOf(desk), MOST_ON_DESK) : [],
    ]);
    const now = this.clock.now();
    const placed = found.filter(isPlaced);
    return {
      toTakeOn,
      total: found.length,
      unplaced: found.length - placed.length,
      geoJson: { type: 'FeatureCollection', features: placed.map((each) => featureOf(each, now)) },
    };
  }

  /**
   * The day of those who can go out, planned from what is urgent and near.
   * @throws TechnicalError NOT_FOUND when the desk is not theirs; BAD_USER_INPUT
   */
  async plan(
    actor: Actor,
    holder: string | undefined,
    crew: { officers: number; each: number; start?: (Point & { datum: Datum }) | undefined },
  ): Promise<DeskPlan> {
    for (const name of ['officers', 'each'] as const)
      if (!(crew[name] >= 1 && crew[name] <= MOST_CREW[name]))
        throw new TechnicalError('BAD_USER_INPUT', { what: `${name}: 1–${String(MOST_CREW[name])}` });
    const start = crew.start && toWgs84(crew.start, crew.start.datum);
    const found = await this.repo.of(deskOf(actor, holder), MOST_ON_DESK);
    const plan = planDay(found.filter(isPlaced), { ...crew, start });
    return { ...plan, unplaced: found.filter((each) => !isPlaced(each)) };
  }
}

/** Code of a desk, the actor's own when none is named; NOT_FOUND when it is not theirs. */
function deskOf(actor: Actor, holder: string | undefined): string {
  const code = holder ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
  if (code === undefined || grantFor(actor, 'case:list-held', { holder: code }) === undefined)
    throw new TechnicalError('NOT_FOUND');
  return code;
}

function isPlaced(found: DeskCase): found is PlacedCase {
  return found.point !== undefined;
}

/** A case as GeoJSON has it: longitude first, and what a map draws it by. */
function featureOf({ id, point, state, category, urgency, nearAt, dueAt }: PlacedCase, now: Date) {
  const punctuality = nearAt && dueAt && punctualityOf({ nearAt, dueAt }, now);
  return {
    ...{ type: 'Feature', id },
    geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: {
      state,
      category,
      urgency,
      dueAt: dueAt?.toISOString() ?? null,
      punctuality: punctuality ?? null,
    },
  };
}
