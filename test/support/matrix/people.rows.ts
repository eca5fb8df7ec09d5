import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { appointed, appointInput } from '../staff';
import { type MatrixRow } from './row';

/** Who works here. */
export const PEOPLE_ROWS: readonly MatrixRow[] = [
  { field: 'me', document: operations.MeDocument, variables: () => ({}) },
  {
    field: 'departments',
    document: operations.DepartmentsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  { field: 'staffOf', document: operations.StaffDocument, variables: ({ grid }) => ({ area: grid }) },
  {
    field: 'gridWorkersOf',
    document: operations.GridWorkersDocument,
    variables: ({ grid }) => ({ grid }),
  },
  {
    field: 'appointmentsOf',
    document: operations.PersonAppointmentsDocument,
    variables: async (world) => ({ person: (await appointed(world)).person }),
  },
  {
    field: 'appointStaff',
    document: operations.AppointStaffDocument,
    variables: (world) => ({
      input: appointInput(world, { role: 'SECONDARY_WORKER', area: world.courtyard }),
    }),
  },
  {
    field: 'endAppointment',
    document: operations.EndAppointmentDocument,
    variables: async (world) => ({
      input: { id: newId(), appointment: (await appointed(world)).id, reason: '调离' },
    }),
  },
  {
    field: 'assignHouseholds',
    document: operations.AssignHouseholdsDocument,
    variables: async (world) => ({
      input: {
        ...{ id: newId(), appointment: (await appointed(world)).id },
        ...{ households: [newId()], expectedVersion: 0 },
      },
    }),
  },
  {
    field: 'revokeAccess',
    document: operations.RevokeAccessDocument,
    variables: async (world) => ({
      input: { id: newId(), person: (await appointed(world)).person, reason: '手机遗失' },
    }),
  },
];
