import { isWithin } from '../../shared/area-code';
import { type AreaService } from '../areas/area.service';
import { levelAbove } from './case-ladder.rules';
import { isEnded } from './case.machine';
import { areaCustodian, type CaseStep, type Custodian } from './case.rules';
import { type Case } from './case.type';

/** Who has a case after a step, and the names down to them where the ladder goes on elsewhere. */
export type Held = Pick<CaseStep, 'holder' | 'names'>;

/** Cases that come back to a grid or courtyard come to what has taken its place since. */
export class CaseReturnService {
  constructor(private readonly areas: Pick<AreaService, 'standingFor' | 'gridAt'>) {}

  /**
   * Who is to have a case that the ladder gives to somebody: a grid or courtyard that has ended since has it under today's code, a
   * grid that went on as several where its point lies; where nobody can tell, the level above. Reads nothing for a case that was
   * open all the time and in no adjustment.
   */
  async held(found: Case, holder: Custodian | undefined): Promise<Held> {
    if (holder === undefined || !isOfGrid(holder) || isCurrent(found, holder)) return { holder };
    const { grid, point, areaNames: names, steps } = found;
    const code = holder.level === 'GRID' ? (grid ?? holder.code) : holder.code;
    const area =
      (await this.areas.standingFor(code)) ??
      (point === undefined ? undefined : await this.areas.gridAt(point));
    if (area === undefined) return { holder: levelAbove(holder, { steps, names }) };
    if (area.code === holder.code) return { holder };
    return { holder: areaCustodian(area.code, area.names), names: area.names };
  }
}

function isOfGrid({ level }: Custodian): boolean {
  return level === 'GRID' || level === 'COURTYARD';
}

/** Whether a holder is known to be of today: of an open case an adjustment has noted it. */
function isCurrent({ state, grid, holder: now }: Case, { code }: Custodian): boolean {
  if (code === now?.code) return true;
  return !isEnded(state) && (grid === undefined || isWithin(code, grid));
}
