import { levelOf } from '../../shared/area-code';
import { type AreaService } from '../areas/area.service';
import { householdIdOf } from '../residents/household.rules';
import { type HouseholdService } from '../residents/household.service';

/** What doors are looked for with. */
export interface DoorAccess {
  readonly areas: Pick<AreaService, 'lookUpAll' | 'allInside'>;
  readonly households: Pick<HouseholdService, 'allIn' | 'lookUp' | 'membersOn'>;
}

interface Courtyard {
  /** Undefined where there is no such courtyard. */
  readonly name: string | undefined;
  /** Ids of its households, by door. */
  readonly ids: Map<string, string>;
}

/** Who lives behind which door: one Query a courtyard, as long as the chunks that follow each other are about it. */
export class Doors {
  #courtyards: ReadonlyMap<string, Courtyard> = new Map();

  constructor(private readonly access: DoorAccess) {}

  /** Reads the courtyards of these rows that the last chunk was not about, and forgets the others. */
  async lookAt(rows: readonly { readonly courtyard: string }[]): Promise<void> {
    const codes = [...new Set(rows.map(({ courtyard }) => courtyard))];
    const unknown = codes.filter((code) => !this.#courtyards.has(code));
    const found = await this.access.areas.lookUpAll(unknown);
    const names = new Map(found.map(({ code, name }) => [code, name]));
    const all = codes.map(
      async (code) =>
        [code, this.#courtyards.get(code) ?? (await this.#read(code, names.get(code)))] as const,
    );
    this.#courtyards = new Map(await Promise.all(all));
  }

  /** The name of a courtyard that was looked at; undefined where there is none. */
  nameOf(courtyard: string): string | undefined {
    return this.#courtyards.get(courtyard)?.name;
  }

  /** The household behind a door: the one on file, or the one that a file would bring. */
  household(courtyard: string, door: string): { readonly id: string; readonly isThere: boolean } {
    const id = this.#courtyards.get(courtyard)?.ids.get(door);
    return { id: id ?? householdIdOf(courtyard, door), isThere: id !== undefined };
  }

  /** Remembers a household that was written. */
  wrote(courtyard: string, door: string): void {
    this.#courtyards.get(courtyard)?.ids.set(door, householdIdOf(courtyard, door));
  }

  async #read(code: string, name: string | undefined): Promise<Courtyard> {
    const all = name === undefined ? [] : await this.access.households.allIn(code);
    return { name, ids: new Map(all.map(({ door, id }) => [door, id])) };
  }
}

/** The grids of an area, each of which is one list of households; a grid or courtyard is itself. */
export async function gridsIn(areas: DoorAccess['areas'], area: string): Promise<readonly string[]> {
  if (levelOf(area) === 'GRID' || levelOf(area) === 'COURTYARD') return [area];
  return (await areas.allInside(area, 'GRID')).map(({ code }) => code);
}
