import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { approved, propose, renameInput } from '../adjustments';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** The plan of each world that its grid workers may see; a second one of the same grid would be refused. */
const PUBLISHED = new WeakMap<World, Promise<string>>();

/** An approved plan for the world’s own grid. */
function published(world: World): Promise<string> {
  const known =
    PUBLISHED.get(world) ?? renameInput(world, world.grid).then((input) => approved(world, input));
  PUBLISHED.set(world, known);
  return known;
}

/** A plan that waits for its decision. */
async function waiting(world: World): Promise<string> {
  return (await propose(world, await renameInput(world))).id;
}

/** Adjustments of grids. */
export const ADJUSTMENTS_ROWS: readonly MatrixRow[] = [
  {
    field: 'adjustment',
    document: operations.AdjustmentPageDocument,
    arrange: published,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'adjustments',
    document: operations.AdjustmentsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'previewAdjustment',
    document: operations.PreviewAdjustmentDocument,
    variables: async (world) => {
      const { community, effectiveOn, grids } = await renameInput(world);
      return { input: { community, effectiveOn, grids } };
    },
  },
  {
    field: 'proposeAdjustment',
    document: operations.ProposeAdjustmentDocument,
    variables: async (world) => ({ input: await renameInput(world) }),
  },
  {
    field: 'decideAdjustment',
    document: operations.DecideAdjustmentDocument,
    arrange: waiting,
    variables: (_world, adjustment) => ({
      input: { id: newId(), adjustment, expectedVersion: 1, decision: 'APPROVE' },
    }),
  },
  {
    field: 'withdrawAdjustment',
    document: operations.WithdrawAdjustmentDocument,
    arrange: waiting,
    variables: (_world, adjustment) => ({
      input: { id: newId(), adjustment, expectedVersion: 1, reason: '另行提出' },
    }),
  },
];
