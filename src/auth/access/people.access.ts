import { type ModuleAccess } from './module-access';

/** Who works here: the caller, appointments, departments. */
export const PEOPLE_ACCESS: ModuleAccess = {
  Query: { me: 'self:read', departments: 'department:read' },
  recordless: ['me'],
  types: {
    Self: { guard: 'self:read', fields: ['id', 'name', 'appointments'] },
    Appointment: { guard: 'self:read', fields: ['role', 'area', 'department'] },
    Department: { guard: 'department:read', fields: ['code', 'name', 'area'] },
  },
};
