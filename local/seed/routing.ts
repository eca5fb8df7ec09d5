import { type ProposeRoutingInput } from '../../src/modules/routing/routing.input';
import { seedId } from './ids';

const DISTRICT = '510108';
const [ENFORCEMENT, ENVIRONMENT, HOUSING, POLICE] = ['UMB', 'EEB', 'HCB', 'PSB'].map(
  (office) => `${DISTRICT}-${office}`,
) as [string, string, string, string];

/** The rules by which the demonstration district routes its cases: ours, not the district's own. */
export function routingRules(): ProposeRoutingInput {
  return {
    ...{ id: seedId('ROUTING', 1), district: DISTRICT, from: '2026-01-01', reason: '明确各类事件主办部门' },
    rules: [
      { level: 'GRID', lead: ENFORCEMENT, coHandlers: [] },
      { category: 'POLLUTION', level: 'GRID', lead: ENVIRONMENT, coHandlers: [] },
      {
        ...{ category: 'POLLUTION_NOISE', time: 'OUTSIDE', level: 'STREET', lead: POLICE },
        ...{ coHandlers: [ENVIRONMENT], note: '夜间噪声由公安先行处置' },
      },
      {
        ...{ category: 'WORK_SAFETY_GAS', level: 'STREET', lead: HOUSING, coHandlers: [ENFORCEMENT] },
        note: '燃气异味直达街道，不在网格停留',
      },
      {
        ...{ category: 'SECURITY', area: '510108008', level: 'GRID', lead: '510108008-PSO' },
        ...{ coHandlers: [POLICE], note: '跳蹬河街道由综治办主办' },
      },
    ],
  };
}
