import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { ITEM_KINDS, ITEM_STATUSES } from './item.rules';

export const ItemStatusEnum = enumOf(ITEM_STATUSES);
registerEnumType(ItemStatusEnum, {
  name: 'ItemStatus',
  description: 'What became of something that was handed in (受理结果).',
  valuesConfig: {
    APPLIED: { description: 'Taken in now (已受理).' },
    DUPLICATE: { description: 'Had been taken in before; the same answer again (此前已受理).' },
    CONFLICT: {
      description:
        'Somebody else has changed the same meanwhile (冲突): both versions are kept, see `conflict`, and a person decides.',
    },
    REJECTED: {
      description: 'Refused, see `userErrors` (未受理): will not do unchanged; others are not touched by it.',
    },
    TRY_AGAIN: {
      description:
        'Could not be done just now, or waits for another that could not (暂未完成): send the same again.',
    },
  },
});

export const ItemKindEnum = enumOf(ITEM_KINDS);
registerEnumType(ItemKindEnum, {
  name: 'FieldItemKind',
  description: 'What is made in the field and handed in (外勤事项类别).',
  valuesConfig: {
    VISIT: { description: 'A visit and what it brought home (走访).' },
    VISIT_TIER: { description: 'How often a household is visited (走访频次).' },
    NEW_HOUSEHOLD: { description: 'A household put on file (新登记户).' },
    NEW_RESIDENT: { description: 'Somebody put on file (新登记居民).' },
    RESIDENT_UPDATE: { description: 'What has changed about somebody (更新居民信息).' },
    RESIDENT_MOVE: { description: 'Somebody has moved (迁移).' },
    RESIDENCE_END: { description: 'Somebody has left (离开).' },
    CASE: { description: 'A case reported (上报事件).' },
    CASE_SOLVE: { description: 'A case solved on the spot (自办自结).' },
    CASE_ESCALATE: { description: 'A case escalated (上报上级).' },
    CASE_ACCEPT: { description: 'A case accepted (接收).' },
    CASE_RETURN: { description: 'A case returned (退回).' },
    CASE_REPORT_BACK: { description: 'What was done about a case (处置反馈).' },
    CASE_INSPECT: { description: 'What was found of a result on the spot (现场核查).' },
    CASE_EVIDENCE: { description: 'More evidence on a case (补充取证材料).' },
    NOTE: { description: 'A note in the work log (日志条目).' },
    NOTE_CHANGE: { description: 'A change of a note (修改日志条目).' },
    PLAN: { description: 'Planned work (工作计划).' },
    PLAN_SETTLEMENT: { description: 'What became of planned work (处理计划).' },
    ROUND_START: { description: 'The beginning of a patrol round (巡查开始).' },
    ROUND_END: { description: 'The end of a patrol round (巡查结束).' },
    SHEET_FILL: { description: 'A sheet filled in (采集表填报).' },
    COURTYARD: { description: 'Profile of a courtyard (院落档案).' },
    BUILDING: { description: 'A building (楼栋).' },
    DWELLING: { description: 'A dwelling (房屋).' },
    ORGANISATION: { description: 'An organisation (单位).' },
    PREMISES: { description: 'Premises (场所).' },
    FACILITY: { description: 'A facility (部件).' },
    INSPECTION: { description: 'An inspection of premises (场所巡查).' },
    APPLICATION: { description: 'An application for a resident (帮办代办申请).' },
    APPLICATION_AMENDMENT: { description: 'Materials and answers added to an application (补充材料).' },
    APPLICATION_MOVE: { description: 'An application submitted, or its result brought (办件办理).' },
    MEDIATION: { description: 'A session of mediation, with what was agreed (调解登记).' },
    MEDIATION_FOLLOW_UP: { description: 'What a follow-up of an agreement found (调解回访).' },
  },
});
