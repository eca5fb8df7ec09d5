import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { appointed, appointInput } from '../staff';
import { type World } from '../world';
import { type Budget } from './budget';

/** Gives the world's grid two workers, and its courtyard so many secondary workers. */
const staff = async (world: World, count: number) => {
  const photoUrl = 'https://photos.example.cn/staff/0123456789abcdef.jpg';
  for (let worker = 0; worker < 2; worker += 1)
    await appointed(world, { role: 'GRID_WORKER', area: world.grid, photoUrl });
  for (let done = 0; done < count; done += 1) await appointed(world, { photoUrl });
};

/** Who works here. */
export const PEOPLE_BUDGETS: Readonly<Record<string, Budget>> = {
  Me: { trips: 0, reads: 0, as: 'GRID_WORKER', document: operations.MeDocument },
  Departments: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.DepartmentsDocument },
    arrange: ({ grid: area }) => ({ area }),
  },
  Staff: {
    ...{ trips: 1, reads: 5, as: 'STREET_STAFF', document: operations.StaffDocument },
    arrange: async (world) => {
      await staff(world, 100);
      return { area: world.street, first: 100 };
    },
  },
  GridWorkers: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.GridWorkersDocument },
    arrange: async (world) => {
      await staff(world, 3);
      return { grid: world.grid };
    },
  },
  MyGridWorker: {
    ...{ trips: 1, reads: 0.5, as: 'RESIDENT', document: operations.MyGridWorkerDocument },
    arrange: async (world) => {
      await staff(world, 3);
      return {};
    },
  },
  PersonAppointments: {
    ...{ trips: 1, reads: 0.5, as: 'COMMUNITY_STAFF', document: operations.PersonAppointmentsDocument },
    arrange: async (world) => ({ person: (await appointed(world)).person }),
  },
  AppointStaff: {
    // A transaction of appointment (with both lists), claim and roster; claim and roster are read strongly.
    ...{ trips: 2, reads: 2.5, writes: 10, as: 'COMMUNITY_STAFF', document: operations.AppointStaffDocument },
    arrange: (world) => ({ input: appointInput(world) }),
  },
  EndAppointment: {
    // The claim says whose collection and which roster to read; a transaction of appointment, standing and roster.
    ...{ trips: 3, reads: 3, writes: 8, as: 'COMMUNITY_STAFF', document: operations.EndAppointmentDocument },
    arrange: async (world) => ({
      input: { id: newId(), appointment: (await appointed(world)).id, reason: '调离' },
    }),
  },
  AssignHouseholds: {
    ...{ trips: 3, reads: 2, writes: 2, as: 'GRID_WORKER', document: operations.AssignHouseholdsDocument },
    arrange: async (world) => ({
      input: {
        ...{ id: newId(), appointment: (await appointed(world)).id, expectedVersion: 0 },
        households: Array.from({ length: 40 }, newId),
      },
    }),
  },
  RevokeAccess: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'COMMUNITY_STAFF', document: operations.RevokeAccessDocument },
    arrange: async (world) => ({
      input: { id: newId(), person: (await appointed(world)).person, reason: '手机遗失' },
    }),
  },
};
