import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { mergedTwins, twins } from '../duplicates';
import { type MatrixRow } from './row';

/** Records that may be of one person. */
export const DUPLICATES_ROWS: readonly MatrixRow[] = [
  {
    field: 'duplicates',
    document: operations.DuplicatesDocument,
    variables: ({ community }) => ({ area: community }),
  },
  {
    field: 'duplicate',
    document: operations.DuplicatePageDocument,
    variables: async (world) => ({ id: (await twins(world)).id }),
  },
  {
    field: 'decideDuplicate',
    document: operations.DecideDuplicateDocument,
    variables: async (world) => ({
      input: { id: newId(), duplicate: (await twins(world)).id, verdict: 'SAME' },
    }),
  },
  {
    field: 'undoMerge',
    document: operations.UndoMergeDocument,
    variables: async (world) => ({ input: { id: newId(), duplicate: (await mergedTwins(world)).id } }),
  },
];
