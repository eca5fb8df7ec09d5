import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type AreaLevel, levelBelow, pathOf } from '../../shared/area-code';
import { businessDate, isValidOn } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Point } from '../../shared/geo';
import { type Page, pageOf } from '../../shared/page';
import { type AreaRepo } from './area.repo';
import { type AreaFacts } from './area.rules';
import { type Area, areaFrom } from './area.type';
import { type AreaNearby, type BoundaryRepo } from './boundary.repo';
import { type Boundary, contains } from './boundary.rules';

/** Most children an area is listed with; no street of Chengdu has as many communities. */
const MOST_CHILDREN = 100;

/** How many adjustments of grids a code that somebody had may be behind. */
const MOST_HOPS = 4;

/** Areas: the tree, and where in it a point lies. */
export class AreaService {
  constructor(
    private readonly repo: AreaRepo,
    private readonly boundaries: BoundaryRepo,
    private readonly clock: Clock,
  ) {}

  /** The area with this code, past ones too; NOT_FOUND when there is none or it lies in another district. */
  async get(actor: Actor, code: string): Promise<Area> {
    const area = grantFor(actor, 'area:read', { area: code }) && (await this.repo.find(code));
    if (area === undefined) throw new TechnicalError('NOT_FOUND');
    return areaFrom(area);
  }

  /** Today's areas of a level inside another, by code; NOT_FOUND in another district. */
  async inside(actor: Actor, code: string, level: AreaLevel, args: PageArgs): Promise<Page<Area>> {
    if (grantFor(actor, 'area:read', { area: code }) === undefined) throw new TechnicalError('NOT_FOUND');
    const { rows, hasNextPage } = await this.repo.inside(code, level, this.#today(), pageOf(args));
    return { rows: rows.map(({ row, key }) => ({ row: areaFrom(row), key })), hasNextPage };
  }

  /** Today's areas one level below, by code. */
  async children(area: Area): Promise<Area[]> {
    const level = levelBelow(area.level);
    if (level === undefined) return [];
    const page = { limit: MOST_CHILDREN, afterKey: undefined };
    const { rows } = await this.repo.inside(area.code, level, this.#today(), page);
    return rows.map(({ row }) => areaFrom(row));
  }

  /** The areas from the district down to the one above this; no I/O. */
  ancestors({ code, names }: Area): Area[] {
    return pathOf(code)
      .slice(0, -1)
      .map((above, depth) => areaFrom({ code: above, names: names.slice(0, depth + 1) }));
  }

  /** What is known of an area beside its place; read once where it did not come along. */
  factsOf(area: Area): AreaFacts | Promise<AreaFacts> {
    area.facts ??= this.repo.find(area.code).then((found) => found?.facts ?? {});
    return area.facts;
  }

  /** The boundary of an area; undefined where none is drawn. */
  boundaryOf(reads: CollectionReader, { code }: Area): Promise<Boundary | undefined> {
    return this.boundaries.find(reads, code);
  }

  /** The smallest of today's areas that a point (WGS 84) lies in; undefined outside all of the actor's district. */
  async areaFor(actor: Actor, point: Point): Promise<Area | undefined> {
    const areas = await this.#areasAt(point);
    return visible(actor, areas.at(-1));
  }

  /** The grid that a point (WGS 84) lies in; undefined outside all grids of the actor's district. */
  async gridFor(actor: Actor, point: Point): Promise<Area | undefined> {
    return visible(actor, await this.gridAt(point));
  }

  /** The grid that a point (WGS 84) lies in, for a caller who has been authorised; undefined outside all grids. */
  async gridAt(point: Point): Promise<Area | undefined> {
    const [grid] = await this.#areasAt(point);
    return grid;
  }

  /** The area with this code, for a caller who has been authorised; undefined when there is none. */
  async lookUp(code: string): Promise<Area | undefined> {
    const found = await this.repo.find(code);
    return found && areaFrom(found);
  }

  /** Those of the areas that there are, for a caller who has been authorised. */
  async lookUpAll(codes: readonly string[]): Promise<Area[]> {
    return (await this.repo.findAll(codes)).map(areaFrom);
  }

  /** All of today's areas of a level inside an area, or it itself, for a caller who has been authorised. */
  async allInside(code: string, level: AreaLevel): Promise<Area[]> {
    return (await this.repo.allInside(code, level, this.#today())).map(areaFrom);
  }

  /** The boundaries of a community and of what lies in it, by code, for a caller who has been authorised. */
  async boundariesIn(reads: CollectionReader, community: string): Promise<ReadonlyMap<string, Boundary>> {
    return this.boundaries.ofCommunity(reads, community);
  }

  /**
   * Today's area for a code that somebody had: the area itself, or what has taken its place, where that is one. For a
   * caller who has been authorised; undefined when there is none.
   */
  async standingFor(code: string, hops = MOST_HOPS): Promise<Area | undefined> {
    const found = await this.repo.find(code);
    if (found === undefined || isValidOn(found.facts, this.#today())) return found && areaFrom(found);
    const [heir, ...others] = found.facts.replacedBy ?? [];
    return heir === undefined || others.length > 0 || hops === 0
      ? undefined
      : this.standingFor(heir, hops - 1);
  }

  /** Today's grid and, where one is drawn, its courtyard around a point. On a shared edge the lower code has it. */
  async #areasAt(point: Point): Promise<Area[]> {
    const today = this.#today();
    const near = (await this.boundaries.near(point)).filter(
      (area) => isValidOn(area, today) && contains(area.boundary, point),
    );
    const grid = near.find(({ code }) => code.length === 15);
    const courtyard = near.find(({ code }) => code.length === 18 && grid && code.startsWith(grid.code));
    return [grid, courtyard].filter((area): area is AreaNearby => area !== undefined).map(areaFrom);
  }

  #today(): string {
    return businessDate(this.clock.now());
  }
}

function visible(actor: Actor, area: Area | undefined): Area | undefined {
  return area && grantFor(actor, 'area:read', { area: area.code }) && area;
}
