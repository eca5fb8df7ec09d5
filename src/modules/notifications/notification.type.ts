import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { type CasePerson } from '../cases/case.rules';
import { Case, CasePersonType } from '../cases/case.type';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.rules';

export const NotificationKindEnum = enumOf(NOTIFICATION_KINDS);
registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'Of what somebody is notified (提醒类型).',
  valuesConfig: {
    ASSIGNED: { description: 'A case has come to them (新事件待办).' },
    RETURNED: { description: 'A case has come back to them (退回).' },
    NEAR: { description: 'The limit of a case that they have is nearly over (即将超期).' },
    OVER: {
      description: 'The limit of a case is over (超期): it has come up to them, or they are to supervise.',
    },
    SUPERVISED: { description: 'A level above presses for a case that they have (督办).' },
    EXTENSION_ASKED: { description: 'Whom they sent a case to asks for more time (延时待批).' },
    TAKEN_ON: {
      description:
        'A department took on a case before anybody sent it (部门已认领): told to who had it, who is to check it, and who reported it.',
    },
    REPORTED_BACK: { description: 'Something was done about what they reported (已处置待核查).' },
    CHECKED: {
      description:
        'Somebody nearby has looked at the result of a case that they have or handled (已现场核查).',
    },
    DECIDED: {
      description: 'What they reported was settled or declined, or what they asked was answered (处理结果).',
    },
    COMMENTED: { description: 'Somebody commented on a case that they have or reported (批注).' },
    APPLICATION_ARRIVED: { description: 'An application is there to be handled (新办件待办).' },
    APPLICATION_ASKED: { description: 'More is asked for, or it was returned (办件待补正).' },
    APPLICATION_ACCEPTED: { description: 'An application was taken in (办件已受理).' },
    APPLICATION_DECIDED: { description: 'An application was decided (办件已办结).' },
    APPLICATION_NEAR: {
      description: 'The limit of an application that they have is nearly over (办件临期).',
    },
    APPLICATION_OVER: {
      description: 'The limit of an application is over (办件超期): they have it, or are the level above.',
    },
    APPLICATION_STEP_NEAR: {
      description: 'The limit of a step of an application that they have is nearly over (办件环节临期).',
    },
    APPLICATION_STEP_OVER: {
      description: 'The limit of a step is over (办件环节超期): they have it, or are the level above.',
    },
    FOLLOW_UP_DUE: { description: 'A follow-up of a mediation of theirs is due today (调解回访到期).' },
    FOLLOW_UP_OVER: { description: 'It was due yesterday or before (调解回访逾期).' },
    CASE_FILES: { description: 'Files that they announced for a case have not come (事件材料缺失).' },
    APPLICATION_FILES: {
      description: 'Files that they announced for an application have not come (办件材料缺失).',
    },
    VISIT_FILES: { description: 'Files that they announced for a visit have not come (走访材料缺失).' },
    NOTE_FILES: { description: 'Files that they announced for a note have not come (日志材料缺失).' },
    NOTICE_FILES: { description: 'Pictures that they announced for a notice have not come (公告图片缺失).' },
    WEBHOOK_OFF: { description: 'A webhook of their district was switched off by itself (推送停用).' },
    WORK_DUE: {
      description: 'What lies before them this week, with the numbers, once each morning (每日走访巡查提醒).',
    },
    BOOKING_SOON: { description: 'A booking at the counter is near (预约提醒): tomorrow, or in an hour.' },
    APPLICATION_TO_BRING: { description: 'A result is to be brought to a door of their grid (待送证上门).' },
  },
});

@ObjectType('Notification', {
  simpleResolvers: true,
  description:
    'That you are to know of something that happened to a case or an application, or of a booking that is near (提醒). Kept for 90 days.',
})
export class Notification {
  @Field(() => ID, { description: 'Id (提醒编号).' })
  id: string;

  @Field(() => NotificationKindEnum, { description: 'Of what (类型).' })
  kind: NotificationKind;

  @Field(() => Date, { description: 'When it happened (时间).' })
  at: Date;

  @Field(() => CasePersonType, { description: 'Who did it (操作人).' })
  by: CasePerson;

  @Field(() => Boolean, { description: 'Whether you have read it (已读).' })
  read: boolean;

  @Field(() => Case, {
    nullable: true,
    description:
      'The case (事件) as it stands now; null when you may see it no longer, or it is about something else.',
  })
  case?: Case | undefined;

  /** Id of what it is about. */
  recordId: string;

  /** What is counted in it, as in its notice. */
  numbers?: readonly number[] | undefined;
}

export const NotificationConnection = connectionOf(Notification, 'Notification', 'notifications (提醒)');
export type NotificationConnection = InstanceType<typeof NotificationConnection>;

@ObjectType('NotificationsReadPayload', {
  simpleResolvers: true,
  description: 'What came of marking notifications as read (标记已读结果).',
})
export class NotificationsReadPayload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many are unread now (未读数), 100 where they are 100 or more; null when refused.',
  })
  unread?: number | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
