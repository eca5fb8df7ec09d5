import { type ProposeDistrictRulesInput } from '../../src/modules/district-rules/district-rules.input';
import { seedId } from './ids';

/** What the demonstration district says of its own: one category sooner than usual. Invented. */
export function ownRules(): ProposeDistrictRulesInput {
  return {
    ...{ id: seedId('ROUTING', 2), district: '510108', from: '2026-01-01', reason: '生活垃圾两小时内清运' },
    ...{ hours: [], free: [], worked: [] },
    categories: [
      {
        ...{ code: 'SANITATION_RUBBISH', isOffered: true },
        limits: [{ step: 'HANDLE', count: 2, unit: 'WORKING_HOURS' }],
      },
    ],
  };
}
