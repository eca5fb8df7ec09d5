import { type ModuleAccess } from './module-access';

/** Who works here: the caller, appointments, departments. */
export const PEOPLE_ACCESS: ModuleAccess = {
  Query: {
    me: 'self:read',
    departments: 'department:read',
    staffOf: 'staff:read',
    gridWorkersOf: 'grid-worker:read',
    appointmentsOf: 'staff:read',
  },
  Mutation: {
    appointStaff: 'staff:appoint',
    endAppointment: 'staff:appoint',
    revokeAccess: 'staff:appoint',
    assignHouseholds: 'household:write',
  },
  recordless: ['me'],
  unbound: ['me'],
};
