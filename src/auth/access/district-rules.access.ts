import { type ModuleAccess } from './module-access';

/** A district's own rules: staff read them, the district proposes and decides. */
export const DISTRICT_RULES_ACCESS: ModuleAccess = {
  Query: {
    districtRules: 'district-rules:read',
    districtRulesSet: 'district-rules:read',
    districtRulesProposals: 'district-rules:read',
  },
  Mutation: {
    proposeDistrictRules: 'district-rules:propose',
    decideDistrictRules: 'district-rules:decide',
    withdrawDistrictRules: 'district-rules:propose',
  },
};
