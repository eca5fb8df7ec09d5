import { type AddLogEntryInput } from '../../src/modules/logs/log-entry.input';
import { type PlanWorkInput } from '../../src/modules/logs/work-plan.input';
import { COMMUNITY } from './areas';
import { households } from './households';
import { seedId } from './ids';

const GRID = `${COMMUNITY.code}001`;
const COURTYARD = `${GRID}001`;

type Note = Pick<AddLogEntryInput, 'kind' | 'text' | 'meeting'>;

const NOTES: readonly Note[] = [
  { kind: 'NEED', text: '一单元三位高龄老人希望楼道加装扶手，晚上下楼不方便。' },
  { kind: 'DISPUTE_SETTLED', text: '二楼两户因阳台滴水争执，当面说开，商定加装接水管。' },
  {
    kind: 'COURTYARD_MEETING',
    text: '在院坝商量电动自行车停放，多数同意划线并加装充电桩。',
    meeting: { topics: ['电动自行车停放', '充电桩选址'], present: 23 },
  },
  { kind: 'POLICY_PUBLICITY', text: '上门讲解城乡居民医保缴费期限和办理方式，发放宣传单。' },
  { kind: 'HAZARD_CHECK', text: '检查地下室和楼道，清走堆放的纸箱，灭火器压力正常。' },
];

/** What the first grid worker has noted, on the day on which the laptop is filled. */
export function logEntries(): AddLogEntryInput[] {
  return NOTES.map((note, index) => ({
    ...{ id: seedId('LOG_ENTRY', index + 1), ...note, area: COURTYARD, evidence: [] },
    ...(note.kind === 'NEED' ? { household: firstHousehold() } : {}),
  }));
}

/** What she means to do the day after, and what she has promised. */
export function workPlans(): PlanWorkInput[] {
  return [
    {
      ...{ id: seedId('WORK_PLAN', 1), kind: 'ERRAND', area: COURTYARD, household: firstHousehold() },
      ...{ text: '到社区窗口代交高龄津贴申请材料', promisedTo: '一单元的老人家' },
    },
    { id: seedId('WORK_PLAN', 2), kind: 'WORK', area: GRID, text: '复查沿河餐馆的油烟净化器是否开启' },
  ];
}

function firstHousehold(): string {
  const [first] = households().filter(({ courtyard }) => courtyard === COURTYARD);
  if (first === undefined) throw new Error('The courtyard has no households.');
  return first.id;
}
