import { type Text } from './text';

/** Refusals about cases. */
export const CASE_ERRORS = {
  CATEGORY_UNKNOWN: { zh: '没有“{category}”这个类别。', en: 'There is no category {category}.' },
  NOT_HOLDER: {
    zh: '该事件现由“{holder}”处理，您不能执行此操作。',
    en: 'The case is held by {holder}; this move is theirs.',
  },
  MOVE_NOT_ALLOWED: {
    zh: '事件处于“{state}”，不能“{move}”。',
    en: 'A case that is {state} cannot take the move {move}.',
  },
  TOP_OF_LADDER: {
    zh: '已是最高层级，不能再上报。',
    en: 'There is no level above; the case cannot be escalated further.',
  },
  DEPARTMENT_UNKNOWN: {
    zh: '没有编码为 {department} 的部门。',
    en: 'There is no department with code {department}.',
  },
  DEPARTMENT_OUT_OF_AREA: {
    zh: '“{department}”不管辖该事件所在区域。',
    en: '{department} does not serve the place of this case.',
  },
} as const satisfies Record<string, Text>;
