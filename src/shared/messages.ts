import { type Language } from './language';

type Text = Readonly<Record<Language, string>>;

/** Refusals a client shows to a person; they come as `userErrors` of a mutation's payload. */
export const USER_ERRORS = {
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
  CATEGORY_UNKNOWN: { zh: '没有“{category}”这个类别。', en: 'There is no category {category}.' },
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
  EVIDENCE_REQUIRED: { zh: '请附上处置后的照片。', en: 'Attach a picture of the result (role AFTER).' },
  EVIDENCE_NOT_VERIFIED: {
    zh: '处置后的照片尚未上传或未通过核验，暂不能结案。',
    en: 'No picture of the result has been verified yet, so the case cannot be closed.',
  },
  EVIDENCE_TOO_MANY: { zh: '一次最多 {max} 个文件。', en: 'At most {max} files at once.' },
  EVIDENCE_FULL: { zh: '该事件最多 {max} 个文件。', en: 'A case carries at most {max} files.' },
  EVIDENCE_TYPE_NOT_ALLOWED: {
    zh: '不接受 {contentType} 类型的文件。',
    en: 'Files of type {contentType} are not taken.',
  },
  EVIDENCE_SIZE_INVALID: {
    zh: '文件大小须在 1 字节到 {max} 字节之间。',
    en: 'A file must have between 1 and {max} bytes.',
  },
  EVIDENCE_HASH_INVALID: {
    zh: 'sha256 必须是 32 字节摘要的 base64 形式。',
    en: 'sha256 must be the base64 form of a 32-byte digest.',
  },
} as const satisfies Record<string, Text>;

/** Technical errors; they come as GraphQL errors with this `extensions.code`. */
export const TECHNICAL_ERRORS = {
  UNAUTHENTICATED: {
    zh: '请先登录：令牌缺失、过期或无效。',
    en: 'Log in: the token is missing, expired or not valid.',
  },
  FORBIDDEN: { zh: '您的岗位不能使用“{operation}”。', en: 'None of your appointments may use {operation}.' },
  NOT_FOUND: { zh: '找不到该记录，或您无权查看。', en: 'There is no such record, or you may not see it.' },
  BAD_REQUEST: { zh: '请求正文不是有效的 JSON。', en: 'The body of the request is not valid JSON.' },
  BAD_USER_INPUT: { zh: '参数不正确：{what}', en: 'The input is not right: {what}' },
  WEBSOCKET_REQUIRED: {
    zh: '订阅须通过 WebSocket（graphql-transport-ws）进行。',
    en: 'Subscriptions go over WebSocket (graphql-transport-ws).',
  },
  SUBSCRIPTION_EXPECTED: {
    zh: 'WebSocket 上只受理订阅，查询和操作请通过 HTTP 发送。',
    en: 'Only subscriptions go over WebSocket: send queries and mutations by HTTP.',
  },
  TOO_MANY_WATCHES: {
    zh: '一个连接最多订阅 {max} 项。',
    en: 'A connection may watch at most {max} things.',
  },
  OPERATION_TOO_COSTLY: {
    zh: '该查询过大（{cost} 点，上限 {max} 点），请减少字段或条数。',
    en: 'This operation costs {cost} points, more than {max}: ask for fewer fields or rows.',
  },
  REQUEST_TOO_LARGE: { zh: '请求超过 {max} 字节。', en: 'The request has more than {max} bytes.' },
  TRY_AGAIN: {
    zh: '系统繁忙，请稍后用同一编号重试。',
    en: 'The system is busy: repeat with the same id in a moment.',
  },
  INTERNAL_SERVER_ERROR: {
    zh: '系统出错，请联系管理员并提供请求编号 {requestId}。',
    en: 'Something went wrong here. Quote the request id {requestId}.',
  },
} as const satisfies Record<string, Text>;

export type UserErrorCode = keyof typeof USER_ERRORS;
export type TechnicalErrorCode = keyof typeof TECHNICAL_ERRORS;
/** A value put into a message: the same in both languages, or a text of its own in each. */
export type MessageValue = string | number | Text;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** The sentence for a text in a language, its `{names}` filled in. */
export function sentence(text: Text, language: Language, values: MessageValues = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
