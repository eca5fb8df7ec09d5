import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { conflictOf, hazard } from '../field';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** A conflict in the world, whose community looks after it. */
const conflict = (world: World) => conflictOf(world, world.actor('GRID_WORKER'));

/** Work without a signal. */
export const FIELD_ROWS: readonly MatrixRow[] = [
  {
    field: 'submitFieldBatch',
    document: operations.SubmitFieldBatchDocument,
    variables: ({ courtyard }) => ({ input: { items: [{ after: [], ...hazard(courtyard) }] } }),
  },
  {
    field: 'fieldConflicts',
    document: operations.ConflictsOfCommunityDocument,
    variables: ({ community }) => ({ area: community }),
  },
  {
    field: 'fieldConflict',
    document: operations.ConflictDocument,
    arrange: conflict,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'resolveConflict',
    document: operations.ResolveConflictDocument,
    arrange: conflict,
    variables: (_world, id) => ({ input: { id: newId(), conflict: id, choice: 'THEIRS' } }),
  },
];
