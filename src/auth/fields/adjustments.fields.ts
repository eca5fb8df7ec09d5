import { type ModuleFields } from './module-fields';

/** What every view of an adjustment shows. */
const FACTS = ['id', 'community', 'state', 'kinds', 'effectiveOn', 'proposedAt', 'changes'];

/** Who sees what of its types. */
export const ADJUSTMENTS_FIELDS: ModuleFields = {
  Adjustment: {
    guard: 'adjustment:read',
    // The preview is for who may read the load of the whole community.
    fields: [...FACTS, 'version', 'reason', 'grids', 'courtyards', 'workers', 'timeline', 'preview'],
  },
  AdjustmentSummary: { guard: 'adjustment:read', fields: FACTS },
  AdjustmentSummaryConnection: { guard: 'adjustment:read', fields: ['edges', 'pageInfo'] },
  AdjustmentSummaryEdge: { guard: 'adjustment:read', fields: ['node', 'cursor'] },
  AdjustedGrid: {
    guard: 'adjustment:read',
    fields: ['code', 'name', 'change', 'courtyardsIn', 'courtyardsOut'],
  },
  PlannedGrid: { guard: 'adjustment:read', fields: ['code', 'name', 'kind', 'department', 'boundary'] },
  CourtyardMove: { guard: 'adjustment:read', fields: ['courtyard', 'toGrid', 'code'] },
  GridStaffing: { guard: 'adjustment:read', fields: ['grid', 'person'] },
  AdjustmentStep: { guard: 'adjustment:read', fields: ['id', 'kind', 'at', 'by', 'reason'] },
  AdjustmentPerson: { guard: 'adjustment:read', fields: ['id', 'name', 'role'] },
  AdjustmentPreview: {
    guard: 'area:read-load',
    fields: ['grids', 'movedHouseholds', 'movedResidents', 'handedOnCases'],
  },
  GridForecast: {
    guard: 'area:read-load',
    fields: [
      ...['code', 'name', 'change', 'courtyardsIn', 'courtyardsOut', 'kind', 'households', 'residents'],
      ...['floating', 'openCases', 'workers', 'flags', 'withinNorm'],
    ],
  },
  AdjustmentPreviewPayload: { guard: 'adjustment:propose', fields: ['preview', 'userErrors'] },
  AdjustmentPayload: { guard: 'adjustment:read', fields: ['adjustment', 'userErrors'] },
};
