import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { type CareKind } from '../care/care.rules';
import { CareKindEnum } from '../care/care.type';
import { CasePersonType } from '../cases/case.type';
import { type Author } from '../../shared/change';
import {
  type Audience,
  AUDIENCES,
  type FormerContent,
  type Meeting,
  type Minutes,
  NOTICE_STATES,
  type NoticeKind,
  type NoticeState,
  type Withdrawal,
} from './notice.rules';
import { NoticeKindEnum } from './notice-kind.type';

export const NoticeAudienceEnum = enumOf(AUDIENCES);
registerEnumType(NoticeAudienceEnum, {
  name: 'NoticeAudience',
  description: 'Whom a notice is for within its areas (发布对象).',
  valuesConfig: {
    ALL: { description: 'Everybody (全体): residents, workers and staff.' },
    RESIDENTS: { description: 'All residents (全体居民).' },
    FLOATING_RESIDENTS: { description: 'Residents who are registered elsewhere (流动人口).' },
    CARE_TAG: {
      description:
        'Residents who have a care tag of a kind (关爱对象). Nobody is told whom it reaches, it is not counted, and only its publisher sees that it is for them.',
    },
    WORKERS: { description: 'Workers and staff (网格员与工作人员).' },
  },
});

export const NoticeStateEnum = enumOf(NOTICE_STATES);
registerEnumType(NoticeStateEnum, {
  name: 'NoticeState',
  description: 'Where a notice stands (公告状态).',
  valuesConfig: {
    PLANNED: { description: 'It is not out yet (待发布).' },
    OUT: { description: 'It is out (公示中).' },
    OVER: { description: 'Its time is over (已结束).' },
    WITHDRAWN: { description: 'It was taken back (已撤回).' },
  },
});

/** What lists and the page of a notice show alike. */
@ObjectType('NoticeFacts', { simpleResolvers: true })
abstract class NoticeFacts {
  @Field(() => ID, { description: 'Id (公告编号): `notice(id:)` gives the whole.' })
  id: string;

  @Field(() => NoticeKindEnum, { description: 'Kind (类别).' })
  kind: NoticeKind;

  @Field(() => String, { description: 'Title (标题): plain text of one line.' })
  title: string;

  @Field(() => Boolean, { description: 'Whether it is urgent (紧急).' })
  urgent: boolean;

  @Field(() => Date, { description: 'From when it is out (开始时间).' })
  from: Date;

  @Field(() => Date, { description: 'When it ends (截止时间), or ended.' })
  until: Date;

  @Field(() => NoticeStateEnum, { description: 'Where it stands now (状态).' })
  state: NoticeState;

  @Field(() => NoticeAudienceEnum, {
    nullable: true,
    description:
      'Whom it is for (发布对象): for who published it; null for everybody else, whoever it is for.',
  })
  audience?: Audience | undefined;

  @Field(() => CareKindEnum, {
    nullable: true,
    description: 'The kind of care tag it is for (关爱标签): for its publisher only.',
  })
  careKind?: CareKind | undefined;

  @Field(() => Boolean, { description: 'Whether you have confirmed that you read it (已读).' })
  read: boolean;
}

@ObjectType('NoticeSummary', {
  simpleResolvers: true,
  description: 'A notice as lists show it (公告条目).',
})
export class NoticeSummary extends NoticeFacts {
  @Field(() => Boolean, {
    description: 'Whether it has come out since your last look (新公告), see `markNoticesSeen`.',
  })
  isNew: boolean;

  @Field(() => Date, { nullable: true, description: 'When the meeting is that it announces (开会时间).' })
  meetsAt?: Date | undefined;
}

@ObjectType('NoticeMeeting', { simpleResolvers: true, description: 'A courtyard meeting (坝坝会).' })
export class NoticeMeeting {
  @Field(() => String, { description: 'Place (地点).' })
  place: string;

  @Field(() => Date, { description: 'Time (时间).' })
  at: Date;
}

@ObjectType('NoticeMinutes', {
  simpleResolvers: true,
  description: 'What was said at a courtyard meeting (会议记录).',
})
export class NoticeMinutes {
  @Field(() => [String], { description: 'Topics (议题).' })
  topics: readonly string[];

  @Field(() => Int, { description: 'How many came (到会人数).' })
  present: number;

  @Field(() => [String], { description: 'What was decided (决定事项).' })
  decisions: readonly string[];

  @Field(() => String, { nullable: true, description: 'What else was said (记录).' })
  text?: string | undefined;

  @Field(() => CasePersonType, { description: 'Who recorded it (记录人).' })
  by: Author;

  @Field(() => Date, { description: 'When it was recorded (记录时间).' })
  at: Date;
}

@ObjectType('NoticeWithdrawal', {
  simpleResolvers: true,
  description: 'That a notice was taken back (撤回).',
})
export class NoticeWithdrawal {
  @Field(() => Date, { description: 'When (撤回时间).' })
  at: Date;

  @Field(() => CasePersonType, { description: 'By whom (撤回人).' })
  by: Author;

  @Field(() => String, { description: 'Why (撤回原因).' })
  reason: string;
}

@ObjectType('NoticeVersion', {
  simpleResolvers: true,
  description: 'What a notice said before it was changed (历史版本).',
})
export class NoticeVersion {
  @Field(() => Int, { description: 'Version (版本号).' })
  version: number;

  @Field(() => String, { description: 'Title (标题).' })
  title: string;

  @Field(() => String, { description: 'Text (内容).' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it was urgent (紧急).' })
  urgent: boolean;

  @Field(() => Date, { description: 'From when it was to be out (开始时间).' })
  from: Date;

  @Field(() => Date, { description: 'When it was to end (截止时间).' })
  until: Date;

  @Field(() => Boolean, { description: 'Whether it took comments (开放评论).' })
  commentsOpen: boolean;

  @Field(() => NoticeMeeting, { nullable: true, description: 'The meeting (坝坝会).' })
  meeting?: Meeting | undefined;

  @Field(() => NoticeMinutes, { nullable: true, description: 'The minutes (会议记录).' })
  minutes?: Minutes | undefined;

  @Field(() => [ID], { description: 'Ids of its pictures (图片编号), see `files` of the notice.' })
  pictures: readonly string[];

  @Field(() => Date, { description: 'When it was changed (更改时间).' })
  changedAt: Date;

  @Field(() => CasePersonType, { description: 'By whom (更改人).' })
  changedBy: Author;
}

@ObjectType('Notice', {
  simpleResolvers: true,
  description: 'Something that is made known (通知公告). All of it is plain text, never HTML.',
})
export class Notice extends NoticeFacts {
  @Field(() => Int, { description: 'Version (版本号): grows by one with each change.' })
  version: number;

  @Field(() => String, { description: 'Text (内容): plain text, with line ends.' })
  text: string;

  @Field(() => [ID], { description: 'Codes of the areas it is for (发布范围).' })
  areas: readonly string[];

  @Field(() => CasePersonType, { description: 'Who published it (发布人).' })
  by: Author;

  @Field(() => Date, { description: 'When it was published or planned (发布时间).' })
  publishedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed (更改时间).' })
  changedAt?: Date | undefined;

  @Field(() => Boolean, { description: 'Whether it takes comments (开放评论).' })
  commentsOpen: boolean;

  @Field(() => NoticeMeeting, { nullable: true, description: 'The meeting that it announces (坝坝会).' })
  meeting?: Meeting | undefined;

  @Field(() => NoticeMinutes, { nullable: true, description: 'What was said there (会议记录).' })
  minutes?: Minutes | undefined;

  @Field(() => NoticeWithdrawal, { nullable: true, description: 'That it was taken back (撤回).' })
  withdrawal?: Withdrawal | undefined;

  @Field(() => [NoticeVersion], {
    nullable: true,
    description: 'What it said before (历史版本), oldest first: for who may change it.',
  })
  history?: readonly FormerContent[] | undefined;

  /** Ids of its pictures, in the order in which they are shown. */
  pictureIds: readonly string[];

  /** Whether its reader may change it, and so see its receipts; whether readers are counted at all. */
  isManaged: boolean;
  isCounted: boolean;
}

export const NoticeConnection = connectionOf(NoticeSummary, 'Notice', 'notices (公告)');
export type NoticeConnection = InstanceType<typeof NoticeConnection>;

@ObjectType('NoticePayload', {
  simpleResolvers: true,
  description: 'What came of something done to a notice (公告操作结果).',
})
export class NoticePayload {
  @Field(() => Notice, {
    nullable: true,
    description: 'The notice as it stands now (公告); null when refused.',
  })
  notice?: Notice | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('NoticesSeenPayload', {
  simpleResolvers: true,
  description: 'What came of a look at the notices (查看公告结果).',
})
export class NoticesSeenPayload {
  @Field(() => Date, { nullable: true, description: 'Your last look (上次查看时间); null when refused.' })
  seenAt?: Date | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
