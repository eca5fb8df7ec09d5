import { type InspectionPolicy, USUAL_INSPECTION_POLICY } from '../modules/inspections/inspection-plan.rules';
import { inspectionPolicyFrom } from '../modules/inspections/inspection-policy.rules';
import {
  type InspectionPolicyService,
  type SetInspectionPolicyInput,
} from '../modules/inspections/inspection-policy.type';
import { PolicyRepo } from '../modules/policies/policy.repo';
import { PolicyService } from '../modules/policies/policy.service';
import { USUAL_POLICY, type VisitPolicy } from '../modules/visits/visit-plan.rules';
import { policyFrom } from '../modules/visits/visit-policy.rules';
import { type SetVisitPolicyInput, type VisitPolicyService } from '../modules/visits/visit-policy.type';
import { type Foundation } from './foundation';

type Ground = Pick<Foundation, 'table' | 'clock'>;

/** How often households are visited. */
export function createVisitPolicies({ table, clock }: Ground): VisitPolicyService {
  const rules = { read: 'visit:read-policy', set: 'visit:set-policy', from: policyFrom } as const;
  return new PolicyService<VisitPolicy, SetVisitPolicyInput>(
    new PolicyRepo(table, 'visit', USUAL_POLICY),
    rules,
    clock,
  );
}

/** How often premises are inspected, by which checklist. */
export function createInspectionPolicies({ table, clock }: Ground): InspectionPolicyService {
  const rules = {
    ...({ read: 'inspection:read-policy', set: 'inspection:set-policy' } as const),
    from: inspectionPolicyFrom,
  };
  return new PolicyService<InspectionPolicy, SetInspectionPolicyInput>(
    new PolicyRepo(table, 'inspection', USUAL_INSPECTION_POLICY),
    rules,
    clock,
  );
}
