import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { caredFor, careTag } from '../care';
import { somebody, WHY } from '../privacy';
import { type MatrixRow } from './row';

/** Care tags. */
export const CARE_ROWS: readonly MatrixRow[] = [
  {
    field: 'readCareTags',
    document: operations.ReadCareTagsDocument,
    variables: async (world) => ({ input: { id: newId(), resident: await somebody(world), ...WHY } }),
  },
  {
    field: 'setCareTag',
    document: operations.SetCareTagDocument,
    variables: async (world) => ({ input: careTag(await somebody(world)) }),
  },
  {
    field: 'reviewCareTag',
    document: operations.ReviewCareTagDocument,
    variables: async (world) => ({
      input: { id: newId(), ...(await caredFor(world)), visits: 'KEY', reviewOn: '2026-09-01' },
    }),
  },
  {
    field: 'endCareTag',
    document: operations.EndCareTagDocument,
    variables: async (world) => ({ input: { id: newId(), ...(await caredFor(world)) } }),
  },
];
