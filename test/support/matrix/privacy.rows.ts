import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { correctionAsked, somebody, WHY } from '../privacy';
import { home, identityNumber, livingIn, mobile } from '../residents';
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
  { field: 'myDataRequests', document: operations.MyDataRequestsDocument, variables: () => ({}) },
  {
    field: 'dataRequests',
    document: operations.DataRequestsDocument,
    variables: ({ community }) => ({ area: community }),
  },
  {
    field: 'dataRequest',
    document: operations.DataRequestPageDocument,
    variables: async (world) => correctionAsked(world),
  },
  {
    field: 'requestCorrection',
    document: operations.RequestCorrectionDocument,
    variables: () => ({ input: { id: newId(), reason: '电话号码已更换', phone: mobile() } }),
  },
  {
    field: 'requestDeletion',
    document: operations.RequestDeletionDocument,
    variables: () => ({ input: { id: newId(), reason: '已搬离本区，请删除' } }),
  },
  {
    field: 'decideDataRequest',
    document: operations.DecideDataRequestDocument,
    variables: async (world) => {
      const { resident, id: request } = await correctionAsked(world);
      return { input: { id: newId(), resident, request, decision: 'ACCEPT', reason: '已经核对户口簿' } };
    },
  },
];
