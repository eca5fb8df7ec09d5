import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, levelOf } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type AreaService } from '../areas/area.service';
import { changeBy, isRepeated } from './change.rules';
import { type RegisterHouseholdInput } from './household.input';
import { type HouseholdRepo } from './household.repo';
import { checkedDoor } from './household.rules';
import { type Household, type HouseholdFile } from './household.type';
import { type Member, membersOn } from './residence.rules';

/** How many there are of what in a grid. */
export interface PopulationCounts {
  readonly households: number;
  readonly residents: number;
  readonly floating: number;
}

/** Households: the doors of a grid, and who is behind one. */
export class HouseholdService {
  constructor(
    private readonly repo: HouseholdRepo,
    private readonly areas: AreaService,
    private readonly clock: Clock,
  ) {}

  /** The households of a grid or courtyard, by door; NOT_FOUND for an area the actor does not answer for. */
  async inArea(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<Household>> {
    const code = area ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    const level = code === undefined ? undefined : levelOf(code);
    if (code === undefined || (level !== 'GRID' && level !== 'COURTYARD')) {
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 15 / 18' });
    }
    if (grantFor(actor, 'household:read', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return this.repo.inArea(code, pageOf(args));
  }

  /** A household with its people; NOT_FOUND when there is none or it lies outside the actor's area. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<HouseholdFile> {
    const found = isId(id) ? await this.repo.find(reads, id) : undefined;
    if (found === undefined || grantFor(actor, 'household:read', { area: found.courtyard }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** Those of these households that the actor may see, without their people. */
  async many(actor: Actor, ids: readonly string[]): Promise<Omit<HouseholdFile, 'everyone'>[]> {
    const found = await this.repo.many(ids);
    return found.filter(({ courtyard }) => grantFor(actor, 'household:read', { area: courtyard }));
  }

  /** A household with its people, for a caller who has been authorised; undefined when there is none. */
  async lookUp(
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<HouseholdFile | undefined> {
    return this.repo.find(reads, id, options);
  }

  /** All households of a grid or courtyard, for a caller who has been authorised. */
  async allIn(area: string): Promise<Household[]> {
    return this.repo.allIn(area);
  }

  /** Who lives in a household, the head first; or who did on a day (YYYY-MM-DD in Shanghai). */
  membersOn({ everyone }: HouseholdFile, day?: string): Member[] {
    return membersOn(everyone, day ?? businessDate(this.clock.now()));
  }

  /**
   * Puts a household on file, still without people.
   * @throws Refusal ID_INVALID, AREA_UNKNOWN, OUT_OF_AREA, DOOR_INVALID, CONFLICT
   */
  async register(
    actor: Actor,
    reads: CollectionReader,
    input: RegisterHouseholdInput,
  ): Promise<{ household: HouseholdFile }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const door = checkedDoor(input.door);
    const grant = grantFor(actor, 'household:write', { area: input.courtyard });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['courtyard']);
    const courtyard = await this.areas.standingFor(input.courtyard);
    if (courtyard?.code !== input.courtyard || courtyard.level !== 'COURTYARD')
      throw new Refusal('AREA_UNKNOWN', { area: input.courtyard }, ['courtyard']);

    const mark = fingerprint([actor.id, input]);
    const change = changeBy(actor, grant, { id: input.id, mark, at: this.clock.now(), what: ['REGISTERED'] });
    const household: HouseholdFile = {
      ...{ id: input.id, version: 1, courtyard: courtyard.code, door, kind: input.kind },
      grid: ancestorAt(courtyard.code, 'GRID') ?? courtyard.code,
      address: `${courtyard.name} ${door}`,
      ...{ memberCount: 0, floatingCount: 0, everyone: [], changes: [change] },
    };
    const result = await this.repo.create(reads, household, actor.standing);
    if (result.done) return { household };
    const standing = this.repo.fromItems(result.found.filter((item) => item !== undefined));
    if (standing !== undefined && isRepeated(standing.changes, input.id, mark))
      return { household: standing };
    throw new Refusal('CONFLICT', { what: input.id }, ['id']);
  }

  /** How many households and residents a grid has, counted from its rows; for the load of grids. */
  async countsOf(grid: string): Promise<PopulationCounts> {
    const all = await this.repo.allIn(grid);
    const sum = (of: (household: Household) => number) => all.reduce((total, each) => total + of(each), 0);
    return {
      households: all.length,
      residents: sum(({ memberCount }) => memberCount),
      floating: sum(({ floatingCount }) => floatingCount),
    };
  }
}
