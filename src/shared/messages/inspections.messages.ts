import { type Text } from './text';

/** Refusals about inspections of premises. */
export const INSPECTION_ERRORS = {
  INSPECTION_TIME_INVALID: {
    zh: '巡查时间须在 {days} 天以内，且不能晚于现在。',
    en: 'An inspection lies within the last {days} days, and not in the future.',
  },
  CHECKLIST_UNKNOWN: {
    zh: '没有检查表 {code} 的第 {version} 版。',
    en: 'There is no version {version} of a checklist {code}.',
  },
  CHECKLIST_NOT_FOR_PREMISES: {
    zh: '该检查表不适用于这类场所。',
    en: 'This checklist is not for premises of this kind.',
  },
  CHECKLIST_ITEM_UNKNOWN: {
    zh: '检查表没有检查项 {item}，或重复填写。',
    en: 'The checklist has no item {item}, or it is answered twice.',
  },
  CHECKLIST_NOT_ANSWERED: {
    zh: '检查项 {item} 尚未填写。',
    en: 'The item {item} is not answered.',
  },
  FINDING_INVALID: {
    zh: '不合格的检查项须带事件编号；其他检查项不能带事件编号和取证材料。',
    en: 'An item that failed comes with the id of a case; others come with neither a case nor evidence.',
  },
  BEFORE_PICTURE_REQUIRED: {
    zh: '该检查项不合格时须附整改前照片。',
    en: 'This item asks for a picture of how it was found when it fails.',
  },
  INSPECTION_POLICY_INVALID: { zh: '数值应在 1 到 {max} 之间。', en: 'It is 1 to {max}.' },
  INSPECTION_RULE_INVALID: {
    zh: '没有该检查表，或它不适用于这些场所类型，或与另一条重复。',
    en: 'There is no such checklist, it is not for these kinds of premises, or another rule is about the same.',
  },
  PREMISES_CLOSED: { zh: '该场所已关闭。', en: 'These premises are closed.' },
} as const satisfies Record<string, Text>;
