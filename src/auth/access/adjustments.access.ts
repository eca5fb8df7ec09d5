import { type ModuleAccess } from './module-access';

/** Adjustments of grids. */
export const ADJUSTMENTS_ACCESS: ModuleAccess = {
  Query: {
    adjustment: 'adjustment:read',
    adjustments: 'adjustment:read',
    previewAdjustment: 'adjustment:propose',
  },
  Mutation: {
    proposeAdjustment: 'adjustment:propose',
    decideAdjustment: 'adjustment:decide',
    withdrawAdjustment: 'adjustment:propose',
  },
};
