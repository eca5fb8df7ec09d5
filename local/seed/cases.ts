import { type ReportCaseInput } from '../../src/modules/cases/case.input';
import { type CaseMove } from '../../src/modules/cases/case.machine';
import { type MoveRequest } from '../../src/modules/cases/case-move.service';
import { pointIn } from './areas';
import { createHash } from 'node:crypto';
import { seedId } from './ids';

/** A case as it is brought in: who reported what, and who moved it how. */
export interface SeedCase {
  readonly by: string;
  readonly report: ReportCaseInput;
  readonly moves: readonly { readonly by: string; readonly move: CaseMove; readonly request: MoveRequest }[];
}

interface Row {
  readonly by: string;
  readonly grid: number;
  readonly category: string;
  readonly urgency: ReportCaseInput['urgency'];
  readonly text: string;
  readonly address: string;
  /** Whether a film was announced with it that has not come: there was no signal. */
  readonly film?: true;
  readonly moves?: readonly RowMove[];
}

type RowMove = readonly [by: string, move: CaseMove, text?: string, department?: string, parts?: RowPart[]];
type RowPart = readonly [department: string, text: string];

const ROWS: readonly Row[] = [
  {
    by: 'zhao-min',
    grid: 2,
    category: 'FIRE_HAZARD',
    urgency: 'URGENT',
    text: '机车厂生活区 3 栋消防通道被电动自行车占用，充电线从二楼窗户拉下。',
    address: '机车厂生活区 3 栋',
    moves: [['zhao-min', 'ESCALATE', '多次劝离无效，需社区协调物业。']],
  },
  {
    by: 'chen-jing',
    grid: 3,
    category: 'SANITATION_RUBBISH',
    urgency: 'NORMAL',
    text: '华林苑北门外暴露垃圾约两立方米，有异味。',
    address: '华林苑北门',
    moves: [['liu-bo', 'SOLVE', '已联系环卫清运，现场已冲洗。']],
  },
  {
    by: 'yang-lan',
    grid: 4,
    category: 'POLLUTION_WATER',
    urgency: 'URGENT',
    text: '沙河畔餐馆后门排水口有油污直排，河面可见油膜，未见隔油池。',
    address: '沙河畔小区沿河餐馆后门',
    moves: [
      ['yang-lan', 'ESCALATE', '涉及排污，网格无法处置。'],
      ['lin-yan', 'ESCALATE', '需街道协调生态环境局。'],
      ['xu-wei', 'DISPATCH', '请尽快到现场核查。', '510108-EEB'],
    ],
  },
  {
    by: 'huang-lei',
    grid: 5,
    category: 'DISPUTE',
    urgency: 'NORMAL',
    text: '建和路 12 号院两户因楼道堆物发生口角，已当面劝开，约定周末再调解。',
    address: '建和路 12 号院',
  },
  {
    by: 'zeng-dawei',
    grid: 4,
    category: 'REQUEST',
    urgency: 'NORMAL',
    text: '小区路灯有三盏不亮，老人晚上出门不方便，希望尽快修。',
    address: '跃进村安置小区中庭',
  },
  {
    by: 'wu-gang',
    grid: 6,
    category: 'EMERGENCY_PIPE_BURST',
    urgency: 'EMERGENCY',
    text: '万象里门口自来水管爆裂，路面积水约二十厘米，车辆无法通行。',
    address: '万象里东门',
    moves: [
      ['wu-gang', 'ESCALATE', '需立即抢修。'],
      ['guo-tao', 'ESCALATE', '社区已拉警戒线，请街道协调水务抢修。'],
    ],
  },
  {
    by: 'wang-fang',
    grid: 1,
    category: 'OTHER',
    urgency: 'NORMAL',
    text: '雨后地下车库入口积水约十厘米，排水沟被落叶堵住；视频因信号差尚未传完。',
    address: '地下车库入口',
    film: true,
  },
  {
    by: 'peng-xiaoli',
    grid: 1,
    category: 'REQUEST',
    urgency: 'NORMAL',
    text: '单元门禁失灵两天，外人随意进出，请帮忙联系维修。',
    address: '3 栋 1 单元门口',
    moves: [['wang-fang', 'SOLVE', '已联系物业更换门禁主板，现场试用正常。']],
  },
  {
    by: 'peng-xiaoli',
    grid: 1,
    category: 'DISPUTE_NEIGHBOURS',
    urgency: 'NORMAL',
    text: '楼上夜间装修噪声大，多次沟通无果，请网格员协调。',
    address: '1 栋 1 单元',
  },
  {
    by: 'xu-wei',
    grid: 5,
    category: 'POLLUTION_AIR',
    urgency: 'NORMAL',
    text: '临街餐馆油烟直排，占道摆桌，后厨通道堆放液化气瓶，居民多次反映。',
    address: '建和路临街餐馆',
    moves: [
      [
        ...(['xu-wei', 'SPLIT', '生态环境局主办，两家协办。', '510108-EEB'] as const),
        [
          ['510108-UMB', '请查处占道经营。'],
          ['510108008-UMO', '请督促清理后厨通道堆放的液化气瓶。'],
        ],
      ],
    ],
  },
];

/** A film of a case: small enough to go in one part, whose hash is then its own. Nobody has filmed it. */
const FILM: ReportCaseInput['evidence'][number] = {
  ...{ id: seedId('EVIDENCE', 1), role: 'SCENE', contentType: 'video/mp4', size: 6_400_000 },
  sha256: createHash('sha256').update('地下车库入口').digest('base64'),
};

/** Some cases of the demonstration community in every state a newcomer wants to see. */
export function cases(): SeedCase[] {
  let moves = 0;
  return ROWS.map(({ by, grid, category, urgency, text, address, film, moves: steps = [] }, index) => {
    const id = seedId('CASE', index + 1);
    const place = { point: { ...pointIn(grid), datum: 'WGS84' as const }, address };
    return {
      by,
      report: { id, category, urgency, text, place, evidence: film ? [FILM] : [] },
      moves: steps.map(([mover, move, reason, department, helping]) => {
        moves += 1;
        const parts = helping?.map(([code, asked], part) => ({
          ...{ id: seedId('CASE', 100 * (index + 1) + part), department: code, text: asked },
        }));
        return {
          by: mover,
          move,
          request: { id: seedId('MOVE', moves), caseId: id, text: reason, department, parts },
        };
      }),
    };
  });
}
