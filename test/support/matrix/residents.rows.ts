import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { home, livingIn, newcomer } from '../residents';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** A household with somebody in it. */
async function inhabited(world: World): Promise<{ household: string; resident: string }> {
  const household = await home(world);
  return { household, resident: await livingIn(world, household) };
}

/** Households and residents. */
export const RESIDENTS_ROWS: readonly MatrixRow[] = [
  {
    field: 'households',
    document: operations.HouseholdsDocument,
    variables: ({ courtyard }) => ({ area: courtyard }),
  },
  {
    field: 'household',
    document: operations.HouseholdPageDocument,
    variables: async (world) => ({ id: await home(world) }),
  },
  {
    field: 'resident',
    document: operations.ResidentPageDocument,
    variables: async (world) => ({ id: (await inhabited(world)).resident }),
  },
  {
    field: 'registerHousehold',
    document: operations.RegisterHouseholdDocument,
    variables: ({ courtyard }) => ({ input: { id: newId(), courtyard, door: '9-9-901', kind: 'FAMILY' } }),
  },
  {
    field: 'registerResident',
    document: operations.RegisterResidentDocument,
    variables: async (world) => ({ input: newcomer(await home(world)) }),
  },
  {
    field: 'updateResident',
    document: operations.UpdateResidentDocument,
    variables: async (world) => ({
      input: { id: newId(), resident: (await inhabited(world)).resident, expectedVersion: 1, name: '新名' },
    }),
  },
  {
    field: 'moveResident',
    document: operations.MoveResidentDocument,
    variables: async (world) => ({
      input: {
        ...{ id: newId(), ...(await inhabited(world)), to: await home(world) },
        ...{ relation: 'HEAD', on: '2026-05-01' },
      },
    }),
  },
  {
    field: 'endResidence',
    document: operations.EndResidenceDocument,
    variables: async (world) => ({
      input: { id: newId(), ...(await inhabited(world)), on: '2026-05-01', ending: 'MOVED_OUT' },
    }),
  },
];
