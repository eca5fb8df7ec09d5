import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { GeoPointInput } from '../../shared/point.type';
import { OpenApplicationInput } from '../applications/application.input';
import { type Urgency } from '../cases/case.rules';
import { UrgencyEnum } from '../cases/case.type';
import { EvidenceSlotInput } from '../evidence/evidence.input';
import { type NoteKind } from './log.rules';
import { NoteKindEnum } from './log.type';

@InputType('MeetingInput', { description: 'A courtyard meeting (坝坝会): what about, and how many came.' })
export class MeetingInput {
  @Field(() => [String], { description: 'Topics (议题), 1 to 10, of at most 30 characters each.' })
  topics: string[];

  @Field(() => Int, { description: 'How many came (到会人数), 1 to 10,000.' })
  present: number;
}

@InputType('AddLogEntryInput', {
  description: 'A note for the work log (记日志). The same id and content may be sent again.',
})
export class AddLogEntryInput {
  @Field(() => ID, {
    description: 'Id of the note, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => NoteKindEnum, { description: 'Kind (类别).' })
  kind: NoteKind;

  @Field(() => String, {
    description: 'What is to be noted (内容), at most 1,000 characters, without identity or phone numbers.',
  })
  text: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When it happened (发生时间), at most seven days back; now when it is not said.',
  })
  at?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the grid or courtyard (网格或院落编码); else that of the household, of the point, or your own.',
  })
  area?: string | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where (坐标点).' })
  point?: GeoPointInput | null;

  @Field(() => ID, { nullable: true, description: 'Id of the household (户编号) it is about.' })
  household?: string | null;

  @Field(() => MeetingInput, {
    nullable: true,
    description: 'For a courtyard meeting, and only there (坝坝会情况).',
  })
  meeting?: MeetingInput | null;

  @Field(() => ID, { nullable: true, description: 'Id of the visit (走访编号) it came from.' })
  visit?: string | null;

  @Field(() => [EvidenceSlotInput], { description: 'Pictures to follow (照片).', defaultValue: [] })
  evidence: EvidenceSlotInput[];
}

@InputType('ChangeLogEntryInput', {
  description: 'A change to a note of one’s own (修改日志); what it said before is kept.',
})
export class ChangeLogEntryInput {
  @Field(() => ID, {
    description:
      'Id of this change, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the note (日志条目编号).' })
  entry: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version the user saw (所见版本); CONFLICT when it has changed since.',
  })
  expectedVersion?: number | null;

  @Field(() => NoteKindEnum, { nullable: true, description: 'Kind (类别), where it is another.' })
  kind?: NoteKind | null;

  @Field(() => String, { nullable: true, description: 'What is to be noted (内容), where it is another.' })
  text?: string | null;

  @Field(() => MeetingInput, { nullable: true, description: 'A meeting’s facts (坝坝会情况), where others.' })
  meeting?: MeetingInput | null;
}

@InputType('CommentOnLogInput', {
  description: 'Something to say to a note, or to a day of somebody’s log (批注).',
})
export class CommentOnLogInput {
  @Field(() => ID, {
    description: 'Id of the comment, made by the client: UUID version 7 (批注编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Id of the note (日志条目编号).' })
  entry?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Without a note: whose log (人员编号), with `date`.',
  })
  person?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Without a note: which day (日期).' })
  date?: string | null;

  @Field(() => String, {
    description: 'What is to be said (批注内容), at most 500 characters, without identity or phone numbers.',
  })
  text: string;
}

@InputType('TurnIntoCaseInput', {
  description: 'A note to make a case of (日志转事件). The same content may be sent again.',
})
export class TurnIntoCaseInput {
  @Field(() => ID, {
    description: 'Id of the case, made by the client: UUID version 7, lower case (事件编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the note (日志条目编号).' })
  entry: string;

  @Field(() => ID, { description: 'Code of the category (类别编码), see `caseCategories`.' })
  category: string;

  @Field(() => UrgencyEnum, {
    nullable: true,
    description: 'Urgency (紧急程度); what is usual in the category (类别默认) when nothing is said.',
  })
  urgency?: Urgency | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be reported (事件描述); the note’s own words when nothing is said.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Address in words (地址描述).' })
  address?: string | null;

  @Field(() => [EvidenceSlotInput], { description: 'Pictures to follow (取证材料).', defaultValue: [] })
  evidence: EvidenceSlotInput[];
}

@InputType('TurnIntoApplicationInput', {
  description:
    'A note to make an application of (日志转办件), for a resident who agreed. The same content may be sent again.',
})
export class TurnIntoApplicationInput extends OpenApplicationInput {
  @Field(() => ID, { description: 'Id of the note (日志条目编号).' })
  entry: string;
}
