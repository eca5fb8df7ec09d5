import { imageOf } from '../notifications';
import * as operations from '../../generated/operations';
import { dispute, followUpInput, mediated, sessionInput } from '../mediation';
import { type World } from '../world';
import { type MatrixRow } from './row';

const DISPUTE = { state: 'REPORTED', category: 'DISPUTE' } as const;

/** The case with this id; where there is none, a dispute of the world's grid. */
const standing = (world: World, id: string): Promise<string> =>
  imageOf(world, id).then(
    () => id,
    () => dispute(world),
  );

/** The mediation of disputes. */
export const MEDIATION_ROWS: readonly MatrixRow[] = [
  {
    ...{ field: 'mediation', document: operations.MediationDocument, ...DISPUTE },
    variables: async (world, id) => ({ caseId: await mediated(world, await standing(world, id)) }),
  },
  {
    field: 'mediationFollowUps',
    document: operations.MediationFollowUpsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    ...{ field: 'recordMediation', document: operations.RecordMediationDocument, ...DISPUTE },
    variables: async (world, id) => ({ input: sessionInput(world, await standing(world, id)) }),
  },
  {
    ...{ field: 'recordMediationFollowUp', document: operations.RecordFollowUpDocument, ...DISPUTE },
    variables: async (world, id) => ({
      input: followUpInput(world, await mediated(world, await standing(world, id))),
    }),
  },
];
