import { type Actor, type Appointment } from './actor';
import { ACCOUNTS_PERMISSIONS } from './permissions/accounts.permissions';
import { AREAS_PERMISSIONS } from './permissions/areas.permissions';
import { CASES_PERMISSIONS } from './permissions/cases.permissions';
import { INSPECTIONS_PERMISSIONS } from './permissions/inspections.permissions';
import { COUNTERS_PERMISSIONS } from './permissions/counters.permissions';
import { FIELD_PERMISSIONS } from './permissions/field.permissions';
import { type Grants } from './permissions/grants';
import { NOTICES_PERMISSIONS } from './permissions/notices.permissions';
import { REGISTRY_PERMISSIONS } from './permissions/registry.permissions';
import { RULES_PERMISSIONS } from './permissions/rules.permissions';
import { SERVICES_PERMISSIONS } from './permissions/services.permissions';
import { RELATIONS, type Target } from './relations';

/**
 * Who may do what: action × role × relation to the area. What is not here is denied. An administrator runs the system
 * and sees no residents and no cases.
 */
export const PERMISSIONS = {
  ...AREAS_PERMISSIONS,
  ...REGISTRY_PERMISSIONS,
  ...FIELD_PERMISSIONS,
  ...INSPECTIONS_PERMISSIONS,
  ...RULES_PERMISSIONS,
  ...CASES_PERMISSIONS,
  ...NOTICES_PERMISSIONS,
  ...SERVICES_PERMISSIONS,
  ...COUNTERS_PERMISSIONS,
  ...ACCOUNTS_PERMISSIONS,
} as const satisfies Record<string, Grants>;
export type Action = keyof typeof PERMISSIONS;

/** The first of the actor's appointments that grants `action` on `target`; undefined when none does. */
export function grantFor(actor: Actor, action: Action, target: Target = {}): Appointment | undefined {
  const grants: Grants = PERMISSIONS[action];
  return actor.appointments.find((appointment) =>
    grants[appointment.role]?.some((relation) => RELATIONS[relation](appointment, target, actor)),
  );
}

/** Whether any appointment of the actor has a role that can be granted `action` at all, whatever the target. */
export function mayEver(actor: Actor, action: Action): boolean {
  const grants: Grants = PERMISSIONS[action];
  return actor.appointments.some(({ role }) => grants[role] !== undefined);
}

/** Whether an action is that of whoever holds the target. */
export function isOfHolders(action: Action): boolean {
  const grants: Grants = PERMISSIONS[action];
  return Object.values(grants).some((relations) => relations.includes('HOLDS'));
}
