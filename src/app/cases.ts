import { type AreaService } from '../modules/areas/area.service';
import { CaseActionService } from '../modules/cases/case-action.service';
import { CaseCommentRepo } from '../modules/cases/case-comment.repo';
import { CaseCommentService } from '../modules/cases/case-comment.service';
import { CaseMoveService } from '../modules/cases/case-move.service';
import { CaseReportService } from '../modules/cases/case-report.service';
import { CaseRepo } from '../modules/cases/case.repo';
import { CaseService } from '../modules/cases/case.service';
import { type DepartmentService } from '../modules/people/department.service';
import { RouteService } from '../modules/routing/route.service';
import { RoutingRepo } from '../modules/routing/routing.repo';
import { RoutingService } from '../modules/routing/routing.service';
import { createEvidence } from './evidence';
import { type Foundation } from './foundation';

/** Cases, where they go, and the files that belong to them and to others. */
export function createCases(foundation: Foundation, areas: AreaService, departments: DepartmentService) {
  const { table, clock } = foundation;
  const repo = new CaseRepo(table);
  const files = createEvidence(foundation, repo);
  const { evidence } = files;
  const rules = new RoutingRepo(table);
  const routes = new RouteService(rules, areas, clock);
  return {
    ...files,
    cases: new CaseService(repo, evidence, clock),
    caseComments: new CaseCommentService(repo, new CaseCommentRepo(table), clock),
    caseActions: new CaseActionService(clock),
    caseReports: new CaseReportService(repo, areas, evidence, routes, clock),
    caseMoves: new CaseMoveService(repo, evidence, departments, clock),
    routes,
    routing: new RoutingService(rules, areas, departments, clock),
  };
}
