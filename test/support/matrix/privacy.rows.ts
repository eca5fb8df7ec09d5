import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { somebody, WHY } from '../privacy';
import { home, identityNumber, livingIn } from '../residents';
import { type MatrixRow } from './row';

/** Who looks at residents' data, and what residents see of it. */
export const PRIVACY_ROWS: readonly MatrixRow[] = [
  {
    field: 'revealResident',
    document: operations.RevealResidentDocument,
    variables: async (world) => ({ input: { id: newId(), resident: await somebody(world), ...WHY } }),
  },
  {
    field: 'lookUpResident',
    document: operations.PersonLookupDocument,
    variables: async (world) => {
      const number = identityNumber();
      await livingIn(world, await home(world), { identityNumber: number });
      return { input: { id: newId(), identityNumber: number, ...WHY } };
    },
  },
  { field: 'myFile', document: operations.MyFileDocument, variables: () => ({}) },
  { field: 'whoLooked', document: operations.WhoLookedDocument, variables: () => ({}) },
  {
    field: 'exportMyFile',
    document: operations.ExportMyFileDocument,
    variables: () => ({ input: { id: newId() } }),
  },
];
