import { type ModuleFields } from './module-fields';

/** What lists of staff show. */
const MEMBER = [
  ...['id', 'person', 'role', 'area', 'department', 'workName', 'workPhone', 'photoUrl'],
  ...['from', 'to', 'covers'],
];

/** Who sees what of its types. */
export const PEOPLE_FIELDS: ModuleFields = {
  Self: { guard: 'self:read', fields: ['id', 'name', 'appointments'] },
  Appointment: { guard: 'self:read', fields: ['role', 'area', 'department'] },
  StaffMember: { guard: 'staff:read', fields: MEMBER },
  StaffMemberConnection: { guard: 'staff:read', fields: ['edges', 'pageInfo'] },
  StaffMemberEdge: { guard: 'staff:read', fields: ['node', 'cursor'] },
  StaffPerson: { guard: 'staff:read', fields: ['id', 'name'] },
  StaffAppointment: {
    guard: 'staff:read',
    fields: [...MEMBER, ...['appointedBy', 'appointedAt', 'end', 'households', 'householdsVersion']],
  },
  AppointmentEnd: { guard: 'staff:read', fields: ['at', 'by', 'reason'] },
  StaffAppointmentPayload: { guard: 'staff:read', fields: ['appointment', 'userErrors'] },
  // What residents see: no id of the person, and a telephone only of the duty.
  GridWorker: {
    guard: 'grid-worker:read',
    fields: ['id', 'workName', 'workPhone', 'photoUrl', 'onLeave', 'standsIn'],
  },
  AccessRevocation: { guard: 'staff:appoint', fields: ['id', 'person', 'at', 'by', 'reason'] },
  RevokeAccessPayload: { guard: 'staff:appoint', fields: ['revocation', 'userErrors'] },
  Department: { guard: 'department:read', fields: ['code', 'name', 'area'] },
};
