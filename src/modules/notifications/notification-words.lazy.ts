import { type Language } from '../../shared/language';
import { type NotificationKind } from './notification.rules';

/** What people read of a notification. */
const NOTIFICATION_WORDS: Readonly<Record<NotificationKind, Readonly<Record<Language, string>>>> = {
  ASSIGNED: { zh: '有新事件待办', en: 'A case has come to you.' },
  RETURNED: { zh: '事件被退回', en: 'A case has come back to you.' },
  NEAR: { zh: '事件即将超期', en: 'The limit of a case is nearly over.' },
  OVER: { zh: '事件超期', en: 'The limit of a case is over.' },
  SUPERVISED: { zh: '事件被督办', en: 'A case of yours is supervised.' },
  EXTENSION_ASKED: { zh: '有延时申请待批', en: 'More time is asked for.' },
  TAKEN_ON: { zh: '事件已由部门认领', en: 'A department has taken on a case.' },
  REPORTED_BACK: {
    zh: '事件已处置，待现场核查',
    en: 'Something was done about a case; it is to be looked at.',
  },
  CHECKED: { zh: '事件已现场核查', en: 'Somebody has looked at the result of a case.' },
  DECIDED: { zh: '事件有了处理结果', en: 'It has been decided.' },
  COMMENTED: { zh: '事件有新批注', en: 'Somebody commented on a case.' },
  APPLICATION_ARRIVED: { zh: '有新办件待办', en: 'An application is there for you to handle.' },
  APPLICATION_ASKED: { zh: '办件需要补正材料', en: 'Something is missing in an application.' },
  APPLICATION_ACCEPTED: { zh: '办件已受理', en: 'An application was taken in.' },
  APPLICATION_DECIDED: { zh: '办件有了结果', en: 'An application has been decided.' },
  APPLICATION_NEAR: { zh: '办件即将超期', en: 'The limit of an application is nearly over.' },
  APPLICATION_OVER: { zh: '办件超期', en: 'The limit of an application is over.' },
  FOLLOW_UP_DUE: { zh: '今日有调解回访', en: 'A follow-up of a mediation is due today.' },
  FOLLOW_UP_OVER: { zh: '调解回访逾期', en: 'A follow-up of a mediation is overdue.' },
  CASE_FILES: { zh: '事件材料尚未上传', en: 'Files of a case have not come.' },
  APPLICATION_STEP_NEAR: { zh: '办件环节即将超期', en: 'The limit of an application’s step is nearly over.' },
  APPLICATION_STEP_OVER: { zh: '办件环节超期', en: 'The limit of an application’s step is over.' },
  APPLICATION_FILES: { zh: '办件材料尚未上传', en: 'Files of an application have not come.' },
  VISIT_FILES: { zh: '走访材料尚未上传', en: 'Files of a visit have not come.' },
  NOTE_FILES: { zh: '日志材料尚未上传', en: 'Files of a note have not come.' },
  NOTICE_FILES: { zh: '公告图片尚未上传', en: 'Pictures of a notice have not come.' },
  WEBHOOK_OFF: { zh: '对外推送已自动停用', en: 'A webhook was switched off by itself.' },
  WORK_DUE: { zh: '今日走访、巡查提醒', en: 'Visits and inspections are due.' },
  BOOKING_SOON: { zh: '窗口预约即将到时', en: 'Your booking at the counter is near.' },
  APPLICATION_TO_BRING: { zh: '有办理结果待送上门', en: 'A result is to be brought to a door in your grid.' },
};

/** What people read of a notification, with its numbers where it has any. */
export function wordsOf(kind: NotificationKind, language: Language, numbers?: readonly number[]): string {
  const words = NOTIFICATION_WORDS[kind][language];
  if (numbers === undefined) return words;
  const [late = '0', soon = '0', lateChecks = '0', soonChecks = '0'] = numbers.map(String);
  return language === 'zh'
    ? `${words}：走访逾期 ${late} 户、7 日内到期 ${soon} 户；巡查逾期 ${lateChecks} 项、7 日内到期 ${soonChecks} 项`
    : `${words} Visits: ${late} overdue, ${soon} within 7 days; inspections: ${lateChecks} overdue, ${soonChecks} within 7 days.`;
}
