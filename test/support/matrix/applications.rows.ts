import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { offeredIn, onBehalf, ORIGINALS, submitted } from '../applications';
import { somebody } from '../privacy';
import { type MatrixRow } from './row';

/** Applications for services, which a worker submitted for a resident. */
export const APPLICATIONS_ROWS: readonly MatrixRow[] = [
  {
    field: 'application',
    document: operations.ApplicationDocument,
    variables: async (world) => ({ id: await submitted(world) }),
  },
  { field: 'myApplications', document: operations.MyApplicationsDocument, variables: () => ({}) },
  {
    field: 'applicationsToHandle',
    document: operations.ApplicationsToHandleDocument,
    variables: ({ community }) => ({ area: community }),
  },
  { field: 'errands', document: operations.ErrandsDocument, variables: ({ grid }) => ({ area: grid }) },
  {
    field: 'openApplication',
    document: operations.HelpWithApplicationDocument,
    variables: async (world) => ({
      input: onBehalf(world, await offeredIn(world), await somebody(world)),
    }),
  },
  {
    field: 'amendApplication',
    document: operations.ShowOriginalsDocument,
    variables: async (world) => ({
      input: { id: newId(), application: await submitted(world), expectedVersion: 3, materials: ORIGINALS },
    }),
  },
  {
    field: 'moveApplication',
    document: operations.DecideApplicationDocument,
    variables: async (world) => ({
      input: { id: newId(), application: await submitted(world), expectedVersion: 3, move: 'ACCEPT' },
    }),
  },
];
