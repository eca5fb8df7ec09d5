import { type Text } from './text';

/** Refusals that any record can meet. */
export const COMMON_ERRORS = {
  CONFLICT: {
    zh: '该记录已被他人更改：{what}。请刷新后再试。',
    en: 'Somebody else changed this first: {what}. Reload and try again.',
  },
  NOT_FOUND: { zh: '找不到该记录，或您无权查看。', en: 'There is no such record, or you may not see it.' },
  ID_INVALID: {
    zh: '编号必须是小写的 UUID v7，由客户端生成。',
    en: 'The id must be a lower-case UUID version 7, made by the client.',
  },
  TEXT_REQUIRED: { zh: '请填写说明。', en: 'Write what happened or why.' },
  TEXT_TOO_LONG: { zh: '文字不能超过 {max} 个字。', en: 'The text is longer than {max} characters.' },
  PLACE_REQUIRED: {
    zh: '请给出位置：坐标，或者网格、院落编码。',
    en: 'Say where it is: a point, or the code of a grid or courtyard.',
  },
  PLACE_OUTSIDE_GRIDS: { zh: '该位置不在任何网格内。', en: 'This place lies in no grid.' },
  AREA_UNKNOWN: {
    zh: '没有编码为 {area} 的网格或院落。',
    en: 'There is no grid or courtyard with code {area}.',
  },
  OUT_OF_AREA: { zh: '该位置不在您负责的范围内。', en: 'This place is outside the area you answer for.' },
} as const satisfies Record<string, Text>;
