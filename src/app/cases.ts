import { type AreaService } from '../modules/areas/area.service';
import { CaseActionService } from '../modules/cases/case-action.service';
import { CaseBesideService } from '../modules/cases/case-beside.service';
import { CaseCommentRepo } from '../modules/cases/case-comment.repo';
import { CaseCommentService } from '../modules/cases/case-comment.service';
import { CaseMoveService } from '../modules/cases/case-move.service';
import { CaseReportService } from '../modules/cases/case-report.service';
import { CaseRepo } from '../modules/cases/case.repo';
import { CaseReturnService } from '../modules/cases/case-return.service';
import { CaseService } from '../modules/cases/case.service';
import { type OwnRules } from '../modules/district-rules/district-rules.rules';
import { DistrictRulesService } from '../modules/district-rules/district-rules.service';
import { type DepartmentService } from '../modules/people/department.service';
import { RouteService } from '../modules/routing/route.service';
import { type RoutingRule } from '../modules/routing/routing.rules';
import { RoutingService } from '../modules/routing/routing.service';
import { RulesetRepo } from '../modules/rulesets/ruleset.repo';
import { RulesetService } from '../modules/rulesets/ruleset.service';
import { createEvidence } from './evidence';
import { type Foundation } from './foundation';

/** Under which names the table has the routing rules. */
const ROUTING_NAMES = { entity: 'routing', set: 'ROUTING_SET', list: 'ROUTING_SETS', days: 'ROUTING' };

/** Under which names the table has the districts' own rules. */
const OWN_NAMES = {
  entity: 'district-rules',
  set: 'OWN_RULES',
  list: 'OWN_RULES_SETS',
  days: 'OWN_RULES_DAYS',
};

/** Cases, where they go, and the files that belong to them and to others. */
export function createCases(foundation: Foundation, areas: AreaService, departments: DepartmentService) {
  const { table, clock } = foundation;
  const repo = new CaseRepo(table);
  const files = createEvidence(foundation, repo);
  const { evidence } = files;
  const sets = new RulesetRepo<readonly RoutingRule[]>(table, ROUTING_NAMES);
  const routing = new RoutingService((kind) => new RulesetService(sets, kind, clock), areas, departments);
  const own = new RulesetRepo<OwnRules>(table, OWN_NAMES);
  const terms = new DistrictRulesService((kind) => new RulesetService(own, kind, clock), clock);
  const routes = new RouteService(routing, areas, (district, at) => terms.officeAt(district, at), clock);
  const beside = new CaseBesideService(repo);
  const returns = new CaseReturnService(areas);
  return {
    ...files,
    terms,
    cases: new CaseService(repo, evidence, clock),
    caseComments: new CaseCommentService(repo, new CaseCommentRepo(table), clock),
    caseActions: new CaseActionService(clock),
    caseReports: new CaseReportService(repo, areas, evidence, routes, terms, clock),
    caseMoves: new CaseMoveService(repo, evidence, departments, beside, returns, clock),
    routes,
    routing,
  };
}
