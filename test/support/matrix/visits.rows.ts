import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { listed, visited, visitOf } from '../visits';
import { type World } from '../world';
import { type MatrixRow } from './row';

const POLICY = {
  ...{ closeDays: 7, keyDays: 30, generalDays: 90, trustedDays: 180, vacantDays: 365 },
  ...{ firstDays: 30, notHomeDays: 3, refusedDays: 30 },
};

const door = async (world: World) => (await listed(world)).household;

/** Visits and due lists. */
export const VISITS_ROWS: readonly MatrixRow[] = [
  {
    field: 'visit',
    document: operations.VisitPageDocument,
    variables: async (world) => ({ id: await visited(world) }),
  },
  {
    field: 'dueVisits',
    document: operations.DueVisitsDocument,
    variables: ({ courtyard }) => ({ area: courtyard }),
  },
  {
    field: 'visitCoverage',
    document: operations.VisitCoverageDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  { field: 'visitPolicy', document: operations.VisitPolicyDocument, variables: () => ({}) },
  {
    field: 'submitVisit',
    document: operations.SubmitVisitDocument,
    variables: async (world) => ({ input: visitOf(world, await door(world)) }),
  },
  {
    field: 'setVisitTier',
    document: operations.SetVisitTierDocument,
    variables: async (world) => ({ input: { id: newId(), household: await door(world), tier: 'KEY' } }),
  },
  {
    field: 'setVisitPolicy',
    document: operations.SetVisitPolicyDocument,
    variables: async (world) => {
      const boss = world.actor('DISTRICT_STAFF');
      const { version } = await world.services.visitPolicies.get(boss);
      return { input: { id: newId(), district: world.district, expectedVersion: version, ...POLICY } };
    },
  },
];
