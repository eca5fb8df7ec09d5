import * as operations from '../../generated/operations';
import { inspectionPolicyInput } from '../inspection-plans';
import { inspect, inspectionInput } from '../inspections';
import { manyPremises } from '../places';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** Premises in the world's courtyard. */
const premises = async (world: World) => (await manyPremises(world, 1, { area: world.courtyard }))[0] ?? '';

/** Inspections: read and made in a courtyard of the world's grid. */
export const INSPECTIONS_ROWS: readonly MatrixRow[] = [
  {
    field: 'checklists',
    document: operations.ChecklistDocument,
    variables: () => ({ kind: 'RIVERSIDE_RESTAURANT' }),
  },
  {
    field: 'inspection',
    document: operations.InspectionDocument,
    arrange: async (world) => {
      const input = inspectionInput(world, await premises(world));
      await inspect(world, world.actor('GRID_WORKER'), input);
      return input.id;
    },
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'premisesFile',
    document: operations.PremisesFileDocument,
    arrange: premises,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'submitInspection',
    document: operations.SubmitInspectionDocument,
    arrange: premises,
    variables: (world, id) => ({ input: inspectionInput(world, id, ['PURIFIER_RUNNING']) }),
  },
  {
    field: 'dueInspections',
    document: operations.DueInspectionsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'inspectionCoverage',
    document: operations.InspectionCoverageDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'findingEvents',
    document: operations.FindingEventsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'findingAlerts',
    document: operations.FindingAlertsDocument,
    live: { moment: 'OPENED', watch: () => undefined },
    variables: ({ grid }) => ({ area: grid }),
  },
  { field: 'inspectionPolicy', document: operations.InspectionPolicyDocument, variables: () => ({}) },
  {
    field: 'setInspectionPolicy',
    document: operations.SetInspectionPolicyDocument,
    variables: async (world) => {
      const boss = world.actor('DISTRICT_STAFF');
      const { version } = await world.services.inspectionPolicies.get(boss);
      return { input: inspectionPolicyInput(world, { expectedVersion: version }) };
    },
  },
];
