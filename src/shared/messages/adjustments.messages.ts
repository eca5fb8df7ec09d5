import { type Text } from './text';

/** Refusals about adjustments of grids. */
export const ADJUSTMENT_ERRORS = {
  COMMUNITY_UNKNOWN: {
    zh: '没有编码为 {community} 的社区。',
    en: 'There is no community with code {community}.',
  },
  ADJUSTMENT_EMPTY: { zh: '调整方案没有内容。', en: 'The plan changes nothing.' },
  ADJUSTMENT_TOO_LARGE: {
    zh: '一个方案最多涉及 {grids} 个网格、{courtyards} 个院落、{workers} 名网格员。',
    en: 'One plan takes at most {grids} grids, {courtyards} courtyards and {workers} workers.',
  },
  EFFECTIVE_DATE_PAST: {
    zh: '生效日期 {date} 已过，请重新提出方案。',
    en: 'The day it was to take effect, {date}, is past: propose it anew.',
  },
  GRID_CODE_UNFIT: {
    zh: '网格编码 {grid} 不正确：应为本社区编码加三位数字。',
    en: 'The grid code {grid} is not right: it is that of the community and three digits.',
  },
  GRID_CODE_USED: {
    zh: '网格编码 {grid} 曾被使用，不能再用。',
    en: 'The grid code {grid} was used before and cannot be used again.',
  },
  NAMED_TWICE: { zh: '{code} 在方案中出现了两次。', en: '{code} is named twice in the plan.' },
  BOUNDARY_REQUIRED: { zh: '新网格 {grid} 须有边界。', en: 'The new grid {grid} needs a boundary.' },
  MOVES_TO_ENDED_GRID: {
    zh: '网格 {grid} 将撤销，不能划入。',
    en: 'Grid {grid} ends: nothing can be assigned to it.',
  },
  COURTYARD_STAYS: {
    zh: '院落 {courtyard} 已在该网格内。',
    en: 'Courtyard {courtyard} is in that grid already.',
  },
  COURTYARD_LEFT_BEHIND: {
    zh: '院落 {courtyard} 所在网格将撤销，须划入其他网格。',
    en: 'The grid of courtyard {courtyard} ends: say which grid it goes to.',
  },
  NO_NUMBER_FREE: {
    zh: '网格 {grid} 已无可用的院落编号。',
    en: 'Grid {grid} has no number free for a courtyard.',
  },
  TOO_MANY_WORKERS: {
    zh: '网格 {grid} 最多 {max} 名网格员。',
    en: 'Grid {grid} takes at most {max} workers.',
  },
  WORKER_UNKNOWN: {
    zh: '没有编号为 {person} 的工作人员任职记录。',
    en: 'Nobody with the id {person} was ever appointed.',
  },
  GAP_LEFT: {
    zh: '调整后将出现约 {squareMetres} 平方米的空白（{grids}）。',
    en: 'It would leave a gap of about {squareMetres} m² ({grids}).',
  },
  OVERLAP_MADE: {
    zh: '调整后 {grids} 将重叠约 {squareMetres} 平方米。',
    en: 'It would make {grids} overlap by about {squareMetres} m².',
  },
  GRID_IN_OTHER_PLAN: {
    zh: '网格 {grid} 已有尚未办结的调整方案。',
    en: 'Another open plan touches grid {grid} already.',
  },
  ADJUSTMENT_MOVE_NOT_ALLOWED: {
    zh: '方案“{state}”，不能“{move}”。',
    en: 'A plan that is {state} cannot take the move {move}.',
  },
  NOT_DECIDER: {
    zh: '应由上一级审批，您不能执行此操作。',
    en: 'This is for the level above the one that proposed it.',
  },
  OWN_PROPOSAL: { zh: '不能审批本人提出的方案。', en: 'Nobody decides what they proposed themselves.' },
  NOT_PROPOSERS_LEVEL: {
    zh: '应由提出方案的一级撤回。',
    en: 'Only the level that proposed it can withdraw it.',
  },
} as const satisfies Record<string, Text>;
