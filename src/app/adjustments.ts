import { type StandingService } from '../auth/standing.service';
import { createCollectionReader } from '../data/collection-reader';
import { AdjustmentDraftService } from '../modules/adjustments/adjustment-draft.service';
import { AdjustmentMoveService } from '../modules/adjustments/adjustment-move.service';
import { AdjustmentPreviewService } from '../modules/adjustments/adjustment-preview.service';
import { AdjustmentRepo } from '../modules/adjustments/adjustment.repo';
import { AdjustmentService } from '../modules/adjustments/adjustment.service';
import { AreaRepo } from '../modules/areas/area.repo';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { CommunityMapService } from '../modules/areas/community-map.service';
import { CaseHandoverService } from '../modules/cases/case-handover.service';
import { CaseRepo } from '../modules/cases/case.repo';
import { type HouseholdService } from '../modules/residents/household.service';
import { type Foundation } from './foundation';
import { createGridStaff } from './staff';

/** Plans to change grids, until their day. */
export function createAdjustments(
  { table, clock }: Foundation,
  households: HouseholdService,
  standings: StandingService,
) {
  const repo = new AdjustmentRepo(table);
  const adjustments = new AdjustmentService(repo);
  const staff = createGridStaff({ table, clock }, standings);
  const communities = new CommunityMapService(new AreaRepo(table), new BoundaryRepo(table));
  const drafts = new AdjustmentDraftService(communities, staff, clock);
  const cases = new CaseHandoverService(new CaseRepo(table), () => createCollectionReader(table));
  return {
    adjustments,
    adjustmentMoves: new AdjustmentMoveService(repo, adjustments, drafts, clock),
    adjustmentPreviews: new AdjustmentPreviewService(drafts, { households, cases, staff }),
  };
}
