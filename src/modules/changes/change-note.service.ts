import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { pointersOf } from './pointer.events';
import { type PointerRepo } from './pointer.repo';
import { standsOfHousehold, standsOfResident } from './presence.rules';

/** A household of a fresh grid, and who lives in it. */
export interface LoadedDoor {
  readonly id: string;
  readonly courtyard: string;
  readonly residents: readonly string[];
}

/** Notes what has changed in which grids, as the table tells of it. */
export class ChangeNoteService {
  constructor(
    private readonly repo: Pick<PointerRepo, 'keep'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes note of changes of the table; may be told twice. It is noted by the time of noting and not by that of the change,
   * so that what comes late is told all the same to those who have been told what came before. Returns how many pointers
   * were written.
   */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.repo.keep(pointersOf(changes), this.clock.now());
  }

  /**
   * Notes households and residents that were loaded into a fresh grid while the table's stream stood still; nobody there may
   * have a second home elsewhere. Returns how many pointers were written.
   */
  async load(doors: Iterable<LoadedDoor>): Promise<number> {
    return this.repo.keep(pointersTo(doors), this.clock.now());
  }
}

function* pointersTo(doors: Iterable<LoadedDoor>) {
  const about = { kind: 'HERE' as const, isLast: false };
  for (const { id, courtyard, residents } of doors) {
    for (const stand of standsOfHousehold({ courtyard }))
      yield { type: 'HOUSEHOLD' as const, id, ...stand, ...about };
    for (const resident of residents)
      for (const stand of standsOfResident({ residences: [{ courtyard }] }))
        yield { type: 'RESIDENT' as const, id: resident, ...stand, ...about };
  }
}
