import { type Role } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { AddCaseEvidenceDocument, type CaseMove, MoveCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, reportCase, slotInput } from '../../support/cases';
import { verifyAll } from '../../support/evidence';
import { makeWorld } from '../../support/world';

/** A long way up and down again, each move with a reason as people write them. */
const WAY: readonly (readonly [Role, CaseMove, string])[] = [
  ['GRID_WORKER', 'ESCALATE', '网格无法处置，需要社区协调物业与业主。'],
  ['COMMUNITY_STAFF', 'ESCALATE', '涉及消防与治安，请街道组织处置。'],
  ['STREET_STAFF', 'DISPATCH', '请今日内到场查处，并告知社区。'],
  ['DEPARTMENT_STAFF', 'ACCEPT', '已安排两名民警前往。'],
  ['DEPARTMENT_STAFF', 'REPORT_BACK', '查获烟花爆竹 288 箱，已清运，当事人已带回询问。'],
  ['STREET_STAFF', 'SEND_BACK', '通道里还有纸箱没有清走，请补充处置。'],
  ['DEPARTMENT_STAFF', 'REPORT_BACK', '纸箱已全部清走，通道恢复畅通。'],
  ['STREET_STAFF', 'CLOSE', '现场核查属实。'],
  ['GRID_WORKER', 'RATE', '处置及时。'],
];

describe('what a case costs', () => {
  it('is 3 write units for its report and 4 for each move at most, in 2 round trips, on a long way from report to close', async () => {
    const world = await makeWorld();
    const actors = new Map(WAY.map(([role]) => [role, world.actor(role)]));
    const worker = actors.get('GRID_WORKER')!;
    const text = '巡查时发现地下车库 B2 有人搬运成箱货物，询问时含糊其辞，疑似烟花爆竹，请尽快派人处置。';
    world.meter.reset();
    const { id: caseId } = await reportCase(world, worker, { text });
    const costs: [CaseMove | 'REPORT', number, number][] = [
      ['REPORT', world.meter.writeUnits, world.meter.waves],
    ];
    const slot = slotInput('AFTER');
    await run(world, worker, AddCaseEvidenceDocument, { input: { caseId, evidence: [slot] } });
    await verifyAll(world, caseId, [slot.id]);
    for (const [role, move, reason] of WAY) {
      world.meter.reset();
      const more = {
        ...(move === 'DISPATCH' && { department: world.office }),
        ...(move === 'CLOSE' && { conditionMet: true }),
        ...(move === 'RATE' && { score: 5 }),
      };
      const input = { id: newId(), caseId, move, text: reason, evidence: [], ...more };
      const { data, errors } = await run(world, actors.get(role), MoveCaseDocument, { input });
      expect([role, move, errors, data.moveCase.userErrors]).toEqual([role, move, [], []]);
      costs.push([move, world.meter.writeUnits, world.meter.waves]);
    }
    console.log(costs.map(([move, units, trips]) => `${move} ${units} units, ${trips} trips`).join('\n'));
    const most = (move: string) => (move === 'REPORT' ? 3 : 4);
    expect(costs.filter(([move, units, trips]) => units > most(move) || trips > 2)).toEqual([]);
    expect((await casePage(world, worker, caseId)).timeline).toHaveLength(WAY.length + 1);
  });
});
