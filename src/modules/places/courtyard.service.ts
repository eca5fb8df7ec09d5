import { type Actor } from '../../auth/actor';
import { levelOf } from '../../shared/area-code';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { type Area } from '../areas/area.type';
import { type PutBuildingInput, type PutCourtyardInput, type PutDwellingInput } from './courtyard.input';
import { assertBodies, assertKind, doorOf, doorPart, siteId } from './courtyard.rules';
import { type Building, type Courtyard, type CourtyardPage, type Dwelling } from './courtyard.type';
import { nameOf, numberBetween, workPhoneOf } from './register.rules';
import { type RegisterService } from './register.service';
import { type Draft, type ImportCheck, type ImportResult, type PutBasis } from './register.type';
import { type SiteRepo } from './site.repo';

/** Most buildings a courtyard is shown with. */
const MOST_BUILDINGS = 100;

/** Courtyards with their buildings and dwellings (院落、楼栋、房屋). */
export class CourtyardService {
  constructor(
    private readonly register: RegisterService,
    private readonly courtyards: SiteRepo<Courtyard>,
    private readonly buildings: SiteRepo<Building>,
    private readonly dwellings: SiteRepo<Dwelling>,
  ) {}

  /** The courtyards of a grid that have a profile, by code; NOT_FOUND for an area whose places the actor may not see. */
  async inGrid(actor: Actor, grid: string | undefined, args: PageArgs): Promise<Page<Courtyard>> {
    const area = this.register.readable(actor, grid);
    const level = levelOf(area);
    if (level !== 'GRID' && level !== 'COURTYARD') {
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 15 / 18' });
    }
    return this.courtyards.under(area, pageOf(args));
  }

  /** A courtyard's profile and buildings, read side by side; NOT_FOUND when the actor may not see its places. */
  async page(actor: Actor, courtyard: string): Promise<CourtyardPage> {
    this.#assertReadable(actor, courtyard);
    const [profile, buildings] = await Promise.all([
      this.courtyards.find(courtyard),
      this.buildings.under(siteId(courtyard, ''), { limit: MOST_BUILDINGS, afterKey: undefined }),
    ]);
    return { profile, buildings: buildings.rows.map(({ row }) => row) };
  }

  /** The dwellings of a courtyard, or of one of its buildings, by door; NOT_FOUND where the actor sees no places. */
  async dwellingsOf(
    actor: Actor,
    { courtyard, building }: { courtyard: string; building?: string | undefined },
    args: PageArgs,
  ): Promise<Page<Dwelling>> {
    this.#assertReadable(actor, courtyard);
    const prefix = siteId(courtyard, building === undefined ? '' : `${building}-`);
    return this.dwellings.under(prefix, pageOf(args));
  }

  /** Those of these profiles of courtyards that the actor may see. */
  manyCourtyards(actor: Actor, ids: readonly string[]): Promise<Courtyard[]> {
    return this.register.many(actor, this.courtyards, ids);
  }

  /** Those of these buildings that the actor may see. */
  manyBuildings(actor: Actor, ids: readonly string[]): Promise<Building[]> {
    return this.register.many(actor, this.buildings, ids);
  }

  /** Those of these dwellings that the actor may see. */
  manyDwellings(actor: Actor, ids: readonly string[]): Promise<Dwelling[]> {
    return this.register.many(actor, this.dwellings, ids);
  }

  /** Writes a courtyard's profile. @throws Refusal as {@link RegisterService.put} and the rules of courtyards */
  async putCourtyard(
    actor: Actor,
    input: PutCourtyardInput,
    basis?: PutBasis,
  ): Promise<{ courtyard: Courtyard }> {
    const area = this.register.courtyard(input.courtyard);
    const making = { id: input.courtyard, draft: area.then((found) => courtyardFrom(input, found)) };
    return { courtyard: await this.register.put(actor, this.courtyards, making, input, basis) };
  }

  /** A building by its number; undefined when there is none. NOT_FOUND where the actor may not see places. */
  async buildingAt(
    actor: Actor,
    { courtyard, number }: Pick<PutBuildingInput, 'courtyard' | 'number'>,
  ): Promise<Building | undefined> {
    this.#assertReadable(actor, courtyard);
    return this.buildings.find(siteId(courtyard, doorPart(number, ['number'])));
  }

  /** A dwelling by its door; undefined when there is none. NOT_FOUND where the actor may not see places. */
  async dwellingAt(
    actor: Actor,
    { courtyard, building, unit, room }: Pick<PutDwellingInput, 'courtyard' | 'building' | 'unit' | 'room'>,
  ): Promise<Dwelling | undefined> {
    this.#assertReadable(actor, courtyard);
    return this.dwellings.find(siteId(courtyard, doorOf({ building, unit, room })));
  }

  /** Writes a building. @throws Refusal as {@link RegisterService.put}, DOOR_INVALID, NUMBER_OUT_OF_RANGE */
  async putBuilding(
    actor: Actor,
    input: PutBuildingInput,
    basis?: PutBasis,
  ): Promise<{ building: Building }> {
    const building = buildingFrom(input);
    const making = { id: building.id, draft: this.#inCourtyard(building) };
    return { building: await this.register.put(actor, this.buildings, making, input, basis) };
  }

  /** Writes a dwelling. @throws Refusal as {@link RegisterService.put}, DOOR_INVALID, NUMBER_OUT_OF_RANGE */
  async putDwelling(
    actor: Actor,
    input: PutDwellingInput,
    basis?: PutBasis,
  ): Promise<{ dwelling: Dwelling }> {
    const dwelling = dwellingFrom(input);
    const making = { id: dwelling.id, draft: this.#inCourtyard(dwelling) };
    return { dwelling: await this.register.put(actor, this.dwellings, making, input, basis) };
  }

  /** Takes in profiles, see {@link RegisterService.import}. */
  async importCourtyards(actor: Actor, rows: readonly PutCourtyardInput[]): Promise<ImportResult[]> {
    const courtyard = this.#courtyards();
    return this.register.import(actor, this.courtyards, rows, async (row) =>
      courtyardFrom(row, await courtyard(row.courtyard)),
    );
  }

  /** Takes in buildings, see {@link RegisterService.import}. */
  async importBuildings(actor: Actor, rows: readonly PutBuildingInput[]): Promise<ImportResult[]> {
    const courtyard = this.#courtyards();
    return this.register.import(actor, this.buildings, rows, async (row) => {
      await courtyard(row.courtyard);
      return buildingFrom(row);
    });
  }

  /** Takes in dwellings, see {@link RegisterService.import}. */
  async importDwellings(actor: Actor, rows: readonly PutDwellingInput[]): Promise<ImportResult[]> {
    const courtyard = this.#courtyards();
    return this.register.import(actor, this.dwellings, rows, async (row) => {
      await courtyard(row.courtyard);
      return dwellingFrom(row);
    });
  }

  /** What taking in dwellings would come to, see {@link RegisterService.check}. */
  async checkDwellings(rows: readonly PutDwellingInput[]): Promise<ImportCheck[]> {
    const courtyard = this.#courtyards();
    return this.register.check(this.dwellings, rows, async (row) => {
      await courtyard(row.courtyard);
      return dwellingFrom(row);
    });
  }

  /** The dwellings of a grid or courtyard, for a caller who has been authorised; page by page as they are taken. */
  async *allDwellings(area: string): AsyncGenerator<Dwelling> {
    let afterKey: string | undefined;
    do {
      const { rows, hasNextPage } = await this.dwellings.under(area, { limit: MOST_BUILDINGS, afterKey });
      for (const { row } of rows) yield row;
      afterKey = hasNextPage ? rows.at(-1)?.key : undefined;
    } while (afterKey !== undefined);
  }

  /** Looks up courtyards, each once: an import has many rows of each. */
  #courtyards(): (code: string) => Promise<Area> {
    const known = new Map<string, Promise<Area>>();
    return (code) => {
      const found = known.get(code) ?? this.register.courtyard(code);
      known.set(code, found);
      return found;
    };
  }

  /** What is to be written, if there is such a courtyard. @throws Refusal COURTYARD_UNKNOWN */
  async #inCourtyard<Content extends { readonly courtyard: string }>(content: Content): Promise<Content> {
    await this.register.courtyard(content.courtyard);
    return content;
  }

  #assertReadable(actor: Actor, courtyard: string): void {
    if (levelOf(courtyard) !== 'COURTYARD')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'courtyard: 18' });
    this.register.readable(actor, courtyard);
  }
}

function courtyardFrom(input: PutCourtyardInput, area: Area): Draft<Courtyard> {
  const { courtyard, kind, hasPropertyManagement, hasGate, hasGuard, hasCommittee, committeeHead } = input;
  const content = {
    ...{ id: courtyard, courtyard, name: area.name, kind },
    ...{ hasPropertyManagement, hasGate, hasGuard, hasCommittee },
    propertyCompany:
      input.propertyCompany == null ? undefined : nameOf(input.propertyCompany, ['propertyCompany']),
    committeeHead: committeeHead == null ? undefined : headFrom(committeeHead),
    buildingsCount: numberBetween(input.buildingsCount, [0, 500], ['buildingsCount']),
    householdsPlanned: numberBetween(input.householdsPlanned, [0, 50_000], ['householdsPlanned']),
    closedAt: input.closedAt?.toISOString(),
  };
  assertKind(content);
  assertBodies(content);
  return content;
}

function headFrom({ name, personId, workPhone }: NonNullable<PutCourtyardInput['committeeHead']>) {
  return {
    name: nameOf(name, ['committeeHead', 'name']),
    personId: personId ?? undefined,
    workPhone: workPhoneOf(workPhone, ['committeeHead', 'workPhone']),
  };
}

function buildingFrom(input: PutBuildingInput): Draft<Building> {
  const number = doorPart(input.number, ['number']);
  const { courtyard, units, floors, hasLift } = input;
  numberBetween(units, [1, 50], ['units']);
  numberBetween(floors, [1, 150], ['floors']);
  return {
    ...{ id: siteId(courtyard, number), courtyard, number, units, floors, hasLift },
    name: input.name == null ? undefined : nameOf(input.name),
    yearBuilt: numberBetween(input.yearBuilt, [1800, 2100], ['yearBuilt']),
    closedAt: input.closedAt?.toISOString(),
  };
}

function dwellingFrom(input: PutDwellingInput): Draft<Dwelling> {
  const { courtyard, use } = input;
  const door = doorOf({
    building: doorPart(input.building, ['building']),
    unit: doorPart(input.unit, ['unit']),
    room: doorPart(input.room, ['room']),
  });
  return {
    ...{ id: siteId(courtyard, door), courtyard, door, use },
    squareMetres: numberBetween(input.squareMetres, [1, 100_000], ['squareMetres']),
    closedAt: input.closedAt?.toISOString(),
  };
}
