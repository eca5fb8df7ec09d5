import { type ModuleAccess } from './module-access';

/** The mediation of disputes. How much of a record somebody sees, the service decides. */
export const MEDIATION_ACCESS: ModuleAccess = {
  Query: { mediation: 'mediation:read', mediationFollowUps: 'mediation:list-due' },
  Mutation: { recordMediation: 'mediation:record', recordMediationFollowUp: 'mediation:record' },
};
