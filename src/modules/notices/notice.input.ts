import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { type CareKind } from '../care/care.rules';
import { CareKindEnum } from '../care/care.type';
import { EvidenceSlotInput } from '../evidence/evidence.input';
import { MeetingInput } from '../logs/log-entry.input';
import { type Audience, type NoticeKind } from './notice.rules';
import { NoticeKindEnum } from './notice-kind.type';
import { NoticeAudienceEnum } from './notice.type';

@InputType('NoticeMeetingInput', { description: 'Where and when a courtyard meeting is (坝坝会).' })
export class NoticeMeetingInput {
  @Field(() => String, { description: 'Place (地点), at most 60 characters.' })
  place: string;

  @Field(() => Date, { description: 'Time (时间), not before the notice is out.' })
  at: Date;
}

@InputType('PublishNoticeInput', {
  description: 'A notice to publish or plan (发布公告). The same id and content may be sent again.',
})
export class PublishNoticeInput {
  @Field(() => ID, {
    description: 'Id of the notice, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => NoticeKindEnum, { description: 'Kind (类别). A grid worker announces meetings only.' })
  kind: NoticeKind;

  @Field(() => String, { description: 'Title (标题): one line of at most 50 characters.' })
  title: string;

  @Field(() => String, {
    description:
      'Text (内容): plain text of at most 2,000 characters, without identity or phone numbers of a mobile. Markup stays text.',
  })
  text: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is urgent (紧急): pushed to whoever watches when it comes out.',
  })
  urgent: boolean;

  @Field(() => [ID], {
    description: 'Codes of the areas it is for (发布范围): 1 to 20 of your own, none inside another.',
  })
  areas: string[];

  @Field(() => NoticeAudienceEnum, { description: 'Whom it is for there (发布对象).' })
  audience: Audience;

  @Field(() => CareKindEnum, {
    nullable: true,
    description:
      'The kind of care tag (关爱标签), with the audience CARE_TAG: by the community that sets such tags.',
  })
  careKind?: CareKind | null;

  @Field(() => Date, { nullable: true, description: 'From when it is out (开始时间); now when not said.' })
  from?: Date | null;

  @Field(() => Date, { description: 'When it ends (截止时间), at most 366 days later.' })
  until: Date;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it takes comments (开放评论).' })
  commentsOpen: boolean;

  @Field(() => NoticeMeetingInput, {
    nullable: true,
    description: 'The meeting (坝坝会): with that kind, and only then.',
  })
  meeting?: NoticeMeetingInput | null;

  @Field(() => [EvidenceSlotInput], {
    defaultValue: [],
    description:
      'Its pictures (图片), at most 9, in the order in which they are shown: SCENE or DOCUMENT. Send the files to the `files` of the answer.',
  })
  evidence: EvidenceSlotInput[];
}

@InputType('ChangeNoticeInput', {
  description: 'A change to a notice (更改公告), before or after it is out; what it said before is kept.',
})
export class ChangeNoticeInput {
  @Field(() => ID, {
    description:
      'Id of this change, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the notice (公告编号).' })
  notice: string;

  @Field(() => Int, { description: 'Version as you saw it (所见版本); CONFLICT when it has changed since.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Title (标题), where it is another.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Text (内容), where it is another.' })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is urgent (紧急), where that changes.' })
  urgent?: boolean | null;

  @Field(() => Date, {
    nullable: true,
    description: 'From when it is out (开始时间), where that changes: before it is out only.',
  })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends (截止时间), where that changes.' })
  until?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it takes comments (开放评论), where that changes.',
  })
  commentsOpen?: boolean | null;

  @Field(() => NoticeMeetingInput, { nullable: true, description: 'The meeting (坝坝会), where it changes.' })
  meeting?: NoticeMeetingInput | null;

  @Field(() => [EvidenceSlotInput], {
    defaultValue: [],
    description: 'Pictures to put after those it has (新增图片): 9 at most with these.',
  })
  evidence: EvidenceSlotInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Ids of pictures that it is to show no longer (撤下图片).',
  })
  withoutPictures: string[];
}

@InputType('WithdrawNoticeInput', { description: 'Taking a notice back (撤回公告).' })
export class WithdrawNoticeInput {
  @Field(() => ID, {
    description:
      'Id of this request, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the notice (公告编号).' })
  notice: string;

  @Field(() => Int, { description: 'Version as you saw it (所见版本); CONFLICT when it has changed since.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Why (撤回原因), at most 300 characters.' })
  reason: string;
}

@InputType('MinuteMeetingInput', {
  description:
    'The minutes of a courtyard meeting (坝坝会记录). They stand on its notice, and in the work log of who records them.',
})
export class MinuteMeetingInput {
  @Field(() => ID, {
    description:
      'Id of this request, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the notice (公告编号) that announced it.' })
  notice: string;

  @Field(() => Int, { description: 'Version as you saw it (所见版本); CONFLICT when it has changed since.' })
  expectedVersion: number;

  @Field(() => MeetingInput, {
    description: 'What about, and how many came (坝坝会情况): entered here and nowhere else.',
  })
  meeting: MeetingInput;

  @Field(() => [String], {
    defaultValue: [],
    description: 'What was decided (决定事项), at most 10, of at most 60 characters each.',
  })
  decisions: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What else was said (记录), at most 1,000 characters.',
  })
  text?: string | null;
}

@InputType('ConfirmNoticeReadInput', { description: 'That you have read a notice (确认已读).' })
export class ConfirmNoticeReadInput {
  @Field(() => ID, { description: 'Id of the notice (公告编号).' })
  notice: string;
}

@InputType('MarkNoticesSeenInput', { description: 'A look at your notices (查看公告).' })
export class MarkNoticesSeenInput {
  @Field(() => Date, {
    nullable: true,
    description:
      'When you looked (查看时间): when the list was answered, not in the future; now when not said.',
  })
  at?: Date | null;
}

@InputType('CommentOnNoticeInput', {
  description: 'A comment on a notice (评论公告). The same id and content may be sent again.',
})
export class CommentOnNoticeInput {
  @Field(() => ID, {
    description: 'Id of the comment, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the notice (公告编号).' })
  notice: string;

  @Field(() => String, { description: 'What is said (内容): plain text of at most 300 characters.' })
  text: string;
}

@InputType('HideNoticeCommentInput', { description: 'A comment to hide (隐藏评论).' })
export class HideNoticeCommentInput {
  @Field(() => ID, {
    description:
      'Id of this request, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the notice (公告编号).' })
  notice: string;

  @Field(() => ID, { description: 'Id of the comment (评论编号).' })
  comment: string;

  @Field(() => String, { description: 'Why (隐藏原因), at most 300 characters.' })
  reason: string;
}

@ArgsType()
export class NoticesOfAreaArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area of yours (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'What is over or withdrawn (已结束或撤回), instead of what is planned or out.',
  })
  over: boolean;
}
