import { type Text } from './text';

/** Refusals about service counters, bookings and the queue. */
export const COUNTER_ERRORS = {
  COUNTER_TOO_LARGE: { zh: '最多 {max} 项。', en: 'There may be {max} at most.' },
  COUNTER_SERVICE: {
    zh: '本区没有该事项，或重复填写。',
    en: 'The district has no such service today, or it is named twice.',
  },
  COUNTER_PHONE: { zh: '请填写座机号码。', en: 'Name a landline: nobody’s own number is shown.' },
  COUNTER_WINDOWS: { zh: '窗口数为 1 至 {max}。', en: 'There are 1 to {max} windows.' },
  COUNTER_SESSIONS: {
    zh: '服务时段有误：{what}。请检查星期、起止时间、时长与人数，同一天不能重叠。',
    en: 'This is no time of service: {what}. See weekday, times, minutes and places; those of a day do not overlap.',
  },
  SLOT_PAST: { zh: '该时段已开始，请选择以后的时段。', en: 'This slot has begun; take a later one.' },
  SLOT_TOO_FAR: { zh: '只能预约 {days} 天以内的时段。', en: 'One books within {days} days.' },
  SLOT_UNKNOWN: {
    zh: '该中心没有这个时段，或当日不开放。',
    en: 'The counter has no such slot, or is closed that day.',
  },
  SLOT_FULL: { zh: '该时段已约满，请选择其他时段。', en: 'This slot is full; take another.' },
  BOOKING_SERVICE: {
    zh: '请选择该中心可办的一个事项，或本人的一个办件。',
    en: 'Name one service that the counter offers, or one application of who comes.',
  },
  BOOKING_TOO_MANY: { zh: '最多同时有 {max} 个预约。', en: 'There may be {max} bookings at a time.' },
  BOOKING_OVERLAPS: { zh: '该时段已有预约。', en: 'There is a booking at that time already.' },
  BOOKING_NOT_OPEN: {
    zh: '该预约已取消、已签到或已过时。',
    en: 'This booking was cancelled or used, or is over.',
  },
  BOOKING_MOVED_OFTEN: { zh: '最多改约 {max} 次。', en: 'A booking is moved {max} times at most.' },
  QUEUE_NOT_NOW: {
    zh: '预约时间前 {minutes} 分钟至后 {minutes} 分钟内才能签到。',
    en: 'One checks in from {minutes} minutes before the slot until {minutes} minutes after.',
  },
  QUEUE_FULL: {
    zh: '排队人数已达 {max} 人，请稍后再来。',
    en: 'There are {max} in the queue: come back later.',
  },
  QUEUE_EMPTY: { zh: '现在没有等候的人。', en: 'Nobody waits now.' },
  WINDOW_UNKNOWN: { zh: '该中心窗口为 1 至 {max} 号。', en: 'The counter has windows 1 to {max}.' },
  WINDOW_BUSY: {
    zh: '{window} 号窗口还在办理 {number} 号，请先办结或标记过号。',
    en: 'Window {window} still serves number {number}; finish it or mark it absent first.',
  },
  TICKET_MOVE: {
    zh: '该排队号现在不能“{move}”。',
    en: 'This number cannot take the move {move} now.',
  },
} as const satisfies Record<string, Text>;
