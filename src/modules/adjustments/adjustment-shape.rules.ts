import { Refusal } from '../../shared/errors';
import { type Boundary } from '../areas/boundary.rules';
import { type DrawnGrid, type Fault, type ShapeRules } from '../areas/coverage.rules';
import { distinct, type Ground, type Link, standing, type WantedContent } from './adjustment.rules';

/** The grids of a community as they are drawn, before and after. */
export interface Shapes {
  readonly before: readonly DrawnGrid[];
  readonly after: readonly DrawnGrid[];
  /** The community's own boundary, where it is drawn. */
  readonly community: Boundary | undefined;
}

/** The grids of the community before and after a plan; those that nobody has drawn are left out. */
export function shapesOf(
  ground: Ground,
  { grids, ends }: WantedContent,
  drawn: ReadonlyMap<string, Boundary>,
): Shapes {
  const shape = (code: string, boundary = drawn.get(code)) => (boundary ? [{ code, boundary }] : []);
  const codes = standing(ground, 'GRID').map(({ code }) => code);
  const changed = new Set([...grids.map(({ code }) => code), ...ends]);
  return {
    before: codes.flatMap((code) => shape(code)),
    after: [
      ...codes.filter((code) => !changed.has(code)).flatMap((code) => shape(code)),
      ...grids.flatMap(({ code, boundary }) => shape(code, boundary)),
    ],
    community: drawn.get(ground.community),
  };
}

/**
 * Throws when the plan leaves a gap or an overlap that was not there before.
 * @throws Refusal GAP_LEFT, OVERLAP_MADE
 */
export function assertSeamless(rules: ShapeRules, { before, after, community }: Shapes): void {
  const { faultsBeyond, gapsOf, overlapsOf } = rules;
  // Land that the grids had outside their community's boundary, or inside it, is seen as theirs: what was covered stays so.
  const gaps = faultsBeyond(gapsOf(after, community), gapsOf(before, community));
  const lost = community === undefined ? landLost(rules, before, after) : [];
  refuse('GAP_LEFT', [...gaps, ...lost]);
  refuse('OVERLAP_MADE', faultsBeyond(overlapsOf(after), overlapsOf(before)));
}

/** From which grid land goes to which. */
export function landLinks(
  { faultsBeyond, overlapsOf }: ShapeRules,
  { before, after }: Shapes,
): readonly Link[] {
  const former = new Map(before.map((grid) => [grid.code, grid]));
  return distinct(
    after
      .filter(({ code, boundary }) => former.get(code)?.boundary !== boundary)
      .flatMap((to): Link[] => {
        const own = former.get(to.code);
        return before
          .filter(({ code }) => code !== to.code)
          .filter((from) => {
            const shared = own === undefined ? [] : overlapsOf([from, own]);
            return faultsBeyond(overlapsOf([from, to]), shared).length > 0;
          })
          .map((from) => [from.code, to.code]);
      }),
  );
}

/** Land that a grid had and none has: where the community is not drawn, a strip along its outside is no gap else. */
function landLost(
  { faultsBeyond }: ShapeRules,
  before: readonly DrawnGrid[],
  after: readonly DrawnGrid[],
): Fault[] {
  const kept = new Set(after.map(({ boundary }) => boundary));
  const gone = before
    .filter(({ boundary }) => !kept.has(boundary))
    .map(({ code, boundary }) => ({ codes: [code], boundary, squareMetres: 0 }));
  return faultsBeyond(
    gone,
    after.map(({ code, boundary }) => ({ codes: [code], boundary, squareMetres: 0 })),
  );
}

function refuse(code: 'GAP_LEFT' | 'OVERLAP_MADE', [worst]: readonly Fault[]): void {
  if (worst === undefined) return;
  const values = { grids: worst.codes.join('、'), squareMetres: Math.round(worst.squareMetres) };
  throw new Refusal(code, values, ['grids']);
}
