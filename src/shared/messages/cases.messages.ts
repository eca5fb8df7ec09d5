import { type Text } from './text';

/** Refusals about cases. */
export const CASE_ERRORS = {
  CATEGORY_UNKNOWN: { zh: '没有“{category}”这个类别。', en: 'There is no category {category}.' },
  SOURCE_NOT_YOURS: {
    zh: '该来源不能由您的岗位填写。',
    en: 'This source is not yours to name.',
  },
  REFERENCE_REQUIRED: {
    zh: '热线工单须填写工单编号。',
    en: 'A hotline’s ticket needs its number.',
  },
  REFERENCE_INVALID: {
    zh: '来源编号为 1 至 40 位大写字母、数字或连字符，且须同时填写来源。',
    en: 'The number is 1 to 40 capital letters, digits and hyphens, and goes with a source.',
  },
  REFERENCE_TAKEN: {
    zh: '该工单已登记为事件 {case}。',
    en: 'This ticket was taken in as case {case}.',
  },
  MERGE_NOT_POSSIBLE: {
    zh: '只能并入同一街道、尚未办结的另一事件。',
    en: 'A case can be merged into another one of its street that has not come to its end.',
  },
  HAS_DUPLICATES: {
    zh: '该事件已并入其他重复事件，请将另一事件并入本事件。',
    en: 'Other cases were merged into this one: merge the other case into it instead.',
  },
  TOO_MANY_DUPLICATES: {
    zh: '一个事件最多并入 {max} 个重复事件。',
    en: 'A case takes {max} duplicates at most.',
  },
  PARTS_INVALID: {
    zh: '请填写 1 至 {max} 个协办部门（含在办协办，不含主办部门，不得重复），每个写明协办事项（至多 {length} 字）并有独立编号。',
    en: 'Name 1 to {max} departments that help, open ones included, each once and not the one that leads; each with an id of its own and what is asked, {length} characters at most.',
  },
  PARTS_OPEN: {
    zh: '协办尚未完成：{departments}。',
    en: 'These departments have not finished their part: {departments}.',
  },
  PART_OF_ANOTHER: {
    zh: '协办事件不能单独执行此操作，请在主办事件上办理。',
    en: 'It is a part of another case: make this move on that one.',
  },
  CATEGORY_NOT_OFFERED: {
    zh: '本区目前不按“{category}”这个类别受理。',
    en: 'The district takes no reports under category {category} at present.',
  },
  NOT_TAKEN_ON: {
    zh: '该事件不是部门自行认领的，由派遣单位核查结案。',
    en: 'No department took it on itself: whoever dispatched it checks and closes it.',
  },
  NOT_RECHECKED: {
    zh: '请先由网格或社区现场核查并确认符合结案条件（反馈人本人核查不算），再销号。',
    en: 'Somebody of the grid or community, and not who reported it back, has to look first and find the closing condition met.',
  },
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
  INTERNAL_FOR_STAFF: {
    zh: '内部批注仅限该事件的工作人员。',
    en: 'Internal comments are for the staff concerned with the case.',
  },
  TOO_MANY_COMMENTS: {
    zh: '一个事件最多 {max} 条批注。',
    en: 'A case has {max} comments at most.',
  },
  MOVE_NOT_YOURS: {
    zh: '您的岗位不能对该事件执行“{move}”。',
    en: 'The move {move} of this case is not yours to make.',
  },
  NOBODY_TO_RETURN_TO: {
    zh: '该事件不是由他人移交的，无处退回。',
    en: 'Nobody sent this case to its holder; there is nobody to return it to.',
  },
  NOTHING_TO_WITHDRAW: {
    zh: '该事件不是经上报或派遣移交的，不能撤回。',
    en: 'The case came to its holder neither by escalation nor by dispatch; there is nothing to withdraw.',
  },
  EXTENSION_PENDING: {
    zh: '已有延时申请等待答复。',
    en: 'More time was asked for already, and not decided on.',
  },
  NO_EXTENSION_ASKED: { zh: '没有等待答复的延时申请。', en: 'Nobody has asked for more time.' },
  EXTENSION_TOO_SHORT: {
    zh: '延长后的时间必须晚于现在的截止时间。',
    en: 'An extension ends after the case is due.',
  },
  EXTENSION_TOO_LONG: {
    zh: '一次最多延长 {days} 天。',
    en: 'An extension gives {days} days at most.',
  },
  CONDITION_NOT_CONFIRMED: {
    zh: '请确认已符合该类别的结案条件。',
    en: 'Confirm that the closing condition of the category is met.',
  },
  SCORE_INVALID: { zh: '评分为 1 到 5 的整数。', en: 'A score is a whole number from 1 to 5.' },
  RATED_ALREADY: { zh: '该事件已评价。', en: 'The case has been rated already.' },
  REOPEN_WINDOW_OVER: {
    zh: '结案超过 {days} 天，不能重新受理，请另行上报。',
    en: 'The case was closed more than {days} days ago; report it anew.',
  },
} as const satisfies Record<string, Text>;
