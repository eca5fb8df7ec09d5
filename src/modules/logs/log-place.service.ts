import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { isWithin, levelOf } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { type Point } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { type AreaService } from '../areas/area.service';
import { type Area } from '../areas/area.type';
import { type HouseholdService } from '../residents/household.service';
import { type HouseholdFile } from '../residents/household.type';
import { gridOf } from './log.rules';

/** What is said about where something was. */
export interface Whereabouts {
  readonly area?: string | null | undefined;
  readonly household?: string | null | undefined;
  readonly point?: Point | undefined;
}

/** Where something was, in whose area it lies, and by which appointment it is the actor's. */
export interface LogPlace {
  readonly area: Area;
  readonly household?: string | undefined;
  readonly appointment: Appointment;
}

/** Finds the grid or courtyard of what somebody notes or plans. */
export class LogPlaceService {
  constructor(
    private readonly areas: AreaService,
    private readonly households: HouseholdService,
  ) {}

  /**
   * The grid or courtyard that is named, or what has taken its place; else that of the household, the grid of the point,
   * the actor's own. Area and household are read side by side; without an area the household goes first.
   * @throws Refusal AREA_UNKNOWN, OUT_OF_AREA, PLACE_REQUIRED, PLACE_OUTSIDE_GRIDS, NOT_FOUND (the household)
   */
  async find(actor: Actor, reads: CollectionReader, where: Whereabouts): Promise<LogPlace> {
    const { area: named, household: id, point } = where;
    const [known, home] = await Promise.all([
      named == null ? undefined : this.#standing(named),
      id == null ? undefined : this.#home(actor, reads, id),
    ]);
    const area = known ?? (await this.#elsewhere(actor, home, point));
    const appointment = grantFor(actor, 'log:keep', { area: area.code });
    if (appointment === undefined) throw new Refusal('OUT_OF_AREA', {}, ['area']);
    if (home !== undefined && !isWithin(home.courtyard, gridOf(area.code)))
      throw new Refusal('NOT_FOUND', {}, ['household']);
    return { area, household: home?.id, appointment };
  }

  async #elsewhere(actor: Actor, home: HouseholdFile | undefined, point: Point | undefined): Promise<Area> {
    if (home !== undefined) return this.#standing(home.courtyard);
    if (point !== undefined) {
      const grid = await this.areas.gridAt(point);
      if (grid === undefined) throw new Refusal('PLACE_OUTSIDE_GRIDS', {}, ['point']);
      return grid;
    }
    const own = actor.appointments.map(dutyOf).find((duty) => duty !== undefined && isSmall(duty));
    if (own === undefined) throw new Refusal('PLACE_REQUIRED', {}, ['area']);
    return this.#standing(own);
  }

  async #standing(code: string): Promise<Area> {
    const area = await this.areas.standingFor(code);
    if (area === undefined || !isSmall(area.code))
      throw new Refusal('AREA_UNKNOWN', { area: code }, ['area']);
    return area;
  }

  async #home(actor: Actor, reads: CollectionReader, id: string): Promise<HouseholdFile> {
    const home = isId(id) ? await this.households.lookUp(reads, id) : undefined;
    if (home === undefined || grantFor(actor, 'log:keep', { area: home.courtyard }) === undefined)
      throw new Refusal('NOT_FOUND', {}, ['household']);
    return home;
  }
}

function isSmall(code: string): boolean {
  const level = levelOf(code);
  return level === 'GRID' || level === 'COURTYARD';
}
