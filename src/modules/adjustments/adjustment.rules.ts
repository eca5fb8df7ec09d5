import { ancestorAt, isWithin, levelOf } from '../../shared/area-code';
import { isValidOn } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type GridKind, type NamedArea } from '../areas/area.rules';
import { type Boundary } from '../areas/boundary.rules';
import { MOST_GRID_WORKERS } from '../people/appointment.rules';

/** What an adjustment can be; one plan may be several of them. */
export const ADJUSTMENT_KINDS = ['SPLIT', 'MERGE', 'REDRAW', 'RENUMBER', 'REASSIGN'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** A grid as it will be, new or changed. */
export interface PlannedGrid {
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  /** The second managing department of a special grid. */
  readonly department?: string | undefined;
  /** WGS 84; a changed grid without one keeps the one it has. */
  readonly boundary?: Boundary | undefined;
}

/** A courtyard that goes to another grid, as it is asked for. */
export interface WantedMove {
  readonly courtyard: string;
  readonly toGrid: string;
}

/** A courtyard that goes to another grid, with the code it will have there. */
export interface CourtyardMove extends WantedMove {
  readonly code: string;
}

/** Somebody who works in a grid from the day on. */
export interface GridStaffing {
  readonly grid: string;
  readonly person: string;
}

/** What a plan wants changed. */
export interface WantedContent {
  readonly grids: readonly PlannedGrid[];
  /** Codes of the grids that end. */
  readonly ends: readonly string[];
  readonly courtyards: readonly WantedMove[];
  /** For each grid named, all who work there from the day on. */
  readonly workers: readonly GridStaffing[];
}

/** That land or courtyards of one grid go to another. */
export type Link = readonly [from: string, to: string];

/** The content of a plan, worked out. */
export interface AdjustmentContent extends WantedContent {
  readonly courtyards: readonly CourtyardMove[];
  readonly links: readonly Link[];
}

/** A community as a plan finds it: its own item, and all grids and courtyards there ever were, by code. */
export interface Ground {
  readonly community: string;
  /** The business date the plan takes effect on. */
  readonly day: string;
  readonly areas: ReadonlyMap<string, NamedArea>;
}

/** Most of each in one plan: a plan and its grids are written in one transaction, and a plan is one item. */
export const MOST = { grids: 20, courtyards: 200, workers: 40 } as const;

/** Numbers a grid has for its courtyards: 001 to 999. */
const MOST_NUMBER = 999;

/**
 * Throws unless the content can be carried out on the ground.
 * @throws Refusal COMMUNITY_UNKNOWN, ADJUSTMENT_EMPTY, ADJUSTMENT_TOO_LARGE, GRID_CODE_UNFIT, GRID_CODE_USED,
 *   NAMED_TWICE, BOUNDARY_REQUIRED, AREA_UNKNOWN, MOVES_TO_ENDED_GRID, COURTYARD_STAYS, COURTYARD_LEFT_BEHIND,
 *   TEXT_REQUIRED, TOO_MANY_WORKERS
 */
export function assertContent(ground: Ground, content: WantedContent): void {
  const { grids, ends, courtyards, workers } = content;
  if (!ground.areas.has(ground.community))
    throw new Refusal('COMMUNITY_UNKNOWN', { community: ground.community }, ['community']);
  if (grids.length + ends.length + courtyards.length + workers.length === 0)
    throw new Refusal('ADJUSTMENT_EMPTY');
  if (
    touchedGrids(content).length > MOST.grids ||
    courtyards.length > MOST.courtyards ||
    workers.length > MOST.workers
  )
    throw new Refusal('ADJUSTMENT_TOO_LARGE', MOST);
  grids.forEach((grid, index) => {
    assertGrid(ground, grid, ['grids', String(index)]);
  });
  ends.forEach((code, index) => {
    assertStands(ground, code, 'GRID', ['ends', String(index)]);
  });
  assertOnce([...grids.map(({ code }) => code), ...ends], ['grids']);
  assertOnce(
    courtyards.map(({ courtyard }) => courtyard),
    ['courtyards'],
  );
  courtyards.forEach((move, index) => {
    assertMove(ground, content, move, ['courtyards', String(index)]);
  });
  for (const { courtyard } of leftBehind(ground, content))
    throw new Refusal('COURTYARD_LEFT_BEHIND', { courtyard }, ['courtyards']);
  assertOnce(
    workers.map(({ grid, person }) => `${grid} ${person}`),
    ['workers'],
  );
  const full = workers.find(
    ({ grid }) => workers.filter((each) => each.grid === grid).length > MOST_GRID_WORKERS,
  );
  if (full !== undefined)
    throw new Refusal('TOO_MANY_WORKERS', { grid: full.grid, max: MOST_GRID_WORKERS }, ['workers']);
  workers.forEach(({ grid }, index) => {
    assertStandsAfter(ground, content, grid, ['workers', String(index), 'grid']);
  });
}

/** Courtyards of ended grids that no move takes along. */
export function leftBehind(
  ground: Ground,
  { ends, courtyards }: WantedContent,
): readonly { courtyard: string }[] {
  const moved = new Set(courtyards.map(({ courtyard }) => courtyard));
  return standing(ground, 'COURTYARD')
    .filter(({ code }) => !moved.has(code) && ends.includes(ancestorAt(code, 'GRID') ?? ''))
    .map(({ code }) => ({ courtyard: code }));
}

/** The grids or courtyards that stand on the day. */
export function standing({ areas, day }: Ground, level: 'GRID' | 'COURTYARD'): readonly NamedArea[] {
  return [...areas.values()].filter(({ code, facts }) => levelOf(code) === level && isValidOn(facts, day));
}

/**
 * The moves with the code that each courtyard will have: the new grid's and the last three digits it has where they are
 * free, else the lowest free number. A number that was ever used is not free.
 * @throws Refusal NO_NUMBER_FREE
 */
export function numbered({ areas }: Ground, moves: readonly WantedMove[]): readonly CourtyardMove[] {
  const taken = new Set(areas.keys());
  const take = (code: string) => taken.size < taken.add(code).size;
  const kept = new Map(
    moves
      .map(({ courtyard, toGrid }) => [courtyard, toGrid + courtyard.slice(-3)] as const)
      .filter(([, code]) => take(code)),
  );
  return moves.map(({ courtyard, toGrid }) => ({
    ...{ courtyard, toGrid },
    code: kept.get(courtyard) ?? firstFree(toGrid, take),
  }));
}

/** The grids that a plan touches: no other open plan may. */
export function touchedGrids({ grids, ends, courtyards, workers }: WantedContent): readonly string[] {
  const codes = [
    ...grids.map(({ code }) => code),
    ...ends,
    ...courtyards.flatMap(({ courtyard, toGrid }) => [ancestorAt(courtyard, 'GRID') ?? courtyard, toGrid]),
    ...workers.map(({ grid }) => grid),
  ];
  return [...new Set(codes)].sort();
}

/** From which grid courtyards go to which. */
export function courtyardLinks(moves: readonly WantedMove[]): readonly Link[] {
  return distinct(moves.map(({ courtyard, toGrid }) => [ancestorAt(courtyard, 'GRID') ?? courtyard, toGrid]));
}

/** The links without those that are named twice, in their order. */
export function distinct(links: readonly Link[]): readonly Link[] {
  return [...new Map(links.map((link) => [link.join(), link])).values()];
}

/** The grids that take over from a grid, those first that courtyards go to. */
export function successorsOf({ links }: Pick<AdjustmentContent, 'links'>, grid: string): readonly string[] {
  return links.filter(([from]) => from === grid).map(([, to]) => to);
}

/** The grids that a grid takes over from. */
export function predecessorsOf({ links }: Pick<AdjustmentContent, 'links'>, grid: string): readonly string[] {
  return links.filter(([, to]) => to === grid).map(([from]) => from);
}

/**
 * What a plan is, by its content. A grid that goes on as two or more, one of them new, is split; one that takes over
 * from an ended one beside another or its own former self is merged; an ended one with one new successor of its own is
 * renumbered, as is one that keeps its code and gets another name or kind; two that stay and share out land or
 * courtyards anew are redrawn.
 */
export function kindsOf(ground: Ground, content: AdjustmentContent): readonly AdjustmentKind[] {
  const { grids, ends, links, workers } = content;
  const before = new Set(standing(ground, 'GRID').map(({ code }) => code));
  const goesOn = (code: string) => before.has(code) && !ends.includes(code);
  const parts = (code: string) => [...successorsOf(content, code), ...(goesOn(code) ? [code] : [])];
  const origins = (code: string) => [...predecessorsOf(content, code), ...(before.has(code) ? [code] : [])];
  const isNew = (code: string) => !before.has(code);
  const after = grids.map(({ code }) => code);
  const touched = touchedGrids(content);
  const found: Record<AdjustmentKind, boolean> = {
    SPLIT: touched.some((code) => before.has(code) && parts(code).length > 1 && parts(code).some(isNew)),
    MERGE: touched.some(
      (code) => origins(code).length > 1 && origins(code).some((from) => ends.includes(from)),
    ),
    RENUMBER:
      ends.some(
        (code) =>
          parts(code).length === 1 && parts(code).every((to) => isNew(to) && origins(to).length === 1),
      ) || grids.some((grid) => goesOn(grid.code) && isRenamed(ground, grid)),
    REDRAW:
      links.some(([from, to]) => goesOn(from) && goesOn(to)) ||
      grids.some(
        ({ code, boundary }) => goesOn(code) && boundary !== undefined && !links.flat().includes(code),
      ) ||
      after.some((code) => isNew(code) && origins(code).length === 0),
    REASSIGN: workers.length > 0,
  };
  return ADJUSTMENT_KINDS.filter((kind) => found[kind]);
}

function isRenamed({ areas }: Ground, { code, name, kind }: PlannedGrid): boolean {
  const known = areas.get(code);
  return known?.names.at(-1) !== name || (known.facts.kind ?? kind) !== kind;
}

function assertGrid(ground: Ground, grid: PlannedGrid, path: readonly string[]): void {
  const { community, areas, day } = ground;
  const { code, name, boundary } = grid;
  if (levelOf(code) !== 'GRID' || !isWithin(code, community))
    throw new Refusal('GRID_CODE_UNFIT', { grid: code }, [...path, 'code']);
  if (name.trim() === '') throw new Refusal('TEXT_REQUIRED', {}, [...path, 'name']);
  const known = areas.get(code);
  if (known !== undefined && !isValidOn(known.facts, day))
    throw new Refusal('GRID_CODE_USED', { grid: code }, [...path, 'code']);
  if (known === undefined && boundary === undefined)
    throw new Refusal('BOUNDARY_REQUIRED', { grid: code }, [...path, 'boundary']);
}

function assertMove(ground: Ground, content: WantedContent, move: WantedMove, path: readonly string[]): void {
  assertStands(ground, move.courtyard, 'COURTYARD', [...path, 'courtyard']);
  assertStandsAfter(ground, content, move.toGrid, [...path, 'toGrid']);
  if (isWithin(move.courtyard, move.toGrid))
    throw new Refusal('COURTYARD_STAYS', { courtyard: move.courtyard }, [...path, 'toGrid']);
}

/** Throws unless the area stands on the day; one that ends must have begun before, as no area can hold for no day. */
function assertStands(
  { areas, day, community }: Ground,
  code: string,
  level: 'GRID' | 'COURTYARD',
  path: readonly string[],
): void {
  const known = levelOf(code) === level && isWithin(code, community) ? areas.get(code) : undefined;
  if (known === undefined || !isValidOn(known.facts, day) || known.facts.validFrom === day)
    throw new Refusal('AREA_UNKNOWN', { area: code }, path);
}

function assertStandsAfter(
  ground: Ground,
  { grids, ends }: WantedContent,
  grid: string,
  path: readonly string[],
): void {
  if (ends.includes(grid)) throw new Refusal('MOVES_TO_ENDED_GRID', { grid }, path);
  const stays = standing(ground, 'GRID').some(({ code }) => code === grid);
  if (!stays && !grids.some(({ code }) => code === grid))
    throw new Refusal('AREA_UNKNOWN', { area: grid }, path);
}

function assertOnce(names: readonly string[], path: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal('NAMED_TWICE', { code: twice.slice(0, 18) }, path);
}

function firstFree(grid: string, take: (code: string) => boolean): string {
  for (let number = 1; number <= MOST_NUMBER; number += 1) {
    const code = grid + String(number).padStart(3, '0');
    if (take(code)) return code;
  }
  throw new Refusal('NO_NUMBER_FREE', { grid }, ['courtyards']);
}
