import { type Text } from './text';

/** Said with UNAUTHENTICATED to whoever comes with a token from before their appointments changed. */
export const TOKEN_VOID: Text = {
  zh: '您的任职已变更，当前令牌已失效，请重新获取令牌。',
  en: 'Your appointments have changed and this token is void: get a new one.',
};

/** Technical errors; they come as GraphQL errors with this `extensions.code`. */
export const TECHNICAL_ERRORS = {
  UNAUTHENTICATED: {
    zh: '请先登录：令牌缺失、过期或无效。',
    en: 'Log in: the token is missing, expired or not valid.',
  },
  FORBIDDEN: { zh: '您的岗位不能使用“{operation}”。', en: 'None of your appointments may use {operation}.' },
  ACCOUNT_NOT_BOUND: {
    zh: '该账户尚未绑定居民信息，请向网格员或社区窗口索取绑定码。',
    en: 'This account is bound to no resident yet: ask the grid worker or the counter for a code.',
  },
  NOT_FOUND: { zh: '找不到该记录，或您无权查看。', en: 'There is no such record, or you may not see it.' },
  BAD_REQUEST: {
    zh: '请求正文不是有效的 JSON，或含有不完整的字符。',
    en: 'The body of the request is not valid JSON, or it says half a character.',
  },
  BAD_USER_INPUT: { zh: '参数不正确：{what}', en: 'The input is not right: {what}' },
  CURSOR_INVALID: {
    zh: '同步游标无效，或不属于您本人。请不带游标重新同步。',
    en: 'The cursor is none of ours, or not yours: begin again without one.',
  },
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
  EVENT_TOO_LARGE: {
    zh: '该动态过大，无法推送，请重新查询该事件。',
    en: 'This event is larger than can be sent live: ask for the case again.',
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
