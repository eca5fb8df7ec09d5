import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { GeoPoint } from '../../shared/point.type';
import { RecordLink } from '../../shared/record-link.type';
import { type KindCount, LOG_KINDS, type LogKind, NOTE_KINDS, type NoteKind } from './log.rules';
import { LOG_KIND_NAMES } from './log.words';

const described = (kinds: readonly LogKind[]) =>
  Object.fromEntries(
    kinds.map((kind) => {
      const { en, zh } = LOG_KIND_NAMES[kind];
      return [kind, { description: `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh}).` }];
    }),
  );

export const LogKindEnum = enumOf(LOG_KINDS);
registerEnumType(LogKindEnum, {
  name: 'LogKind',
  description: 'What a line of a work log says (日志类别): what was recorded, noted or planned.',
  valuesConfig: described(LOG_KINDS),
});

export const NoteKindEnum = enumOf(NOTE_KINDS);
registerEnumType(NoteKindEnum, {
  name: 'NoteKind',
  description: 'What a worker notes beside what is recorded anyway (民情日志类别).',
  valuesConfig: described(NOTE_KINDS),
});

@ObjectType('LogPerson', { simpleResolvers: true, description: 'Whose log it is (日志作者).' })
export class LogPerson {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  id: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;
}

@ObjectType('LogItem', {
  simpleResolvers: true,
  description: 'One line of a work log (日志条目): derived from a record, noted, or planned and settled.',
})
export class LogItem {
  @Field(() => ID, {
    description:
      'Id (编号): of the move that a line tells of, of the note or of the plan. Not unique across logs.',
  })
  id: string;

  @Field(() => LogKindEnum, { description: 'Kind (类别).' })
  kind: LogKind;

  @Field(() => Date, { description: 'When it happened (时间), to the second.' })
  at: Date;

  @Field(() => ID, { description: 'Code of the grid or courtyard (网格或院落) at that time.' })
  area: string;

  @Field(() => LogPerson, { description: 'Who did it (人员).' })
  by: LogPerson;

  @Field(() => RecordLink, {
    nullable: true,
    description: 'What it was about (关联记录): the record itself, for a note the note.',
  })
  record?: RecordLink | undefined;

  @Field(() => RecordLink, {
    nullable: true,
    description: 'What a note has become (转办结果), for instance a case.',
  })
  linked?: RecordLink | undefined;

  @Field(() => ID, { nullable: true, description: 'Id of the household (户编号) a note is about.' })
  household?: string | undefined;

  @Field(() => [String], { nullable: true, description: 'What a meeting talked about (议题).' })
  topics?: readonly string[] | undefined;

  @Field(() => Int, { nullable: true, description: 'How many came to a meeting (到会人数).' })
  present?: number | undefined;

  /** A note's or plan's own words; a line has none, it is made from words when it is read. */
  words?: string | undefined;
}

@ObjectType('LogCount', { simpleResolvers: true, description: 'How many there are of a kind (分类计数).' })
export class LogCount implements KindCount {
  @Field(() => LogKindEnum, { description: 'Kind (类别).' })
  kind: LogKind;

  @Field(() => Int, { description: 'How many (数量); counted from the log, never typed.' })
  count: number;
}

@ObjectType('LogComment', { simpleResolvers: true, description: 'What a supervisor said to a log (批注).' })
export class LogComment {
  @Field(() => ID, { description: 'Id (批注编号).' })
  id: string;

  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => LogPerson, { description: 'Who said it (批注人).' })
  by: LogPerson;

  @Field(() => String, { description: 'What was said (内容).' })
  text: string;

  @Field(() => GraphQLLocalDate, { description: 'On which day of the log (日志日期).' })
  date: Day;

  @Field(() => ID, { nullable: true, description: 'Id of the note (日志条目编号); null for the whole day.' })
  entry?: string | undefined;

  @Field(() => Int, { nullable: true, description: 'Version of the note that was read (所见版本).' })
  entryVersion?: number | undefined;
}

@ObjectType('PatrolRound', {
  simpleResolvers: true,
  description: 'A patrol round (巡查), if one likes to record it: no track, and no condition of anything.',
})
export class PatrolRound {
  @Field(() => ID, { description: 'Id (巡查编号).' })
  id: string;

  @Field(() => Date, { description: 'When it began (开始时间).' })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended (结束时间).' })
  endedAt?: Date | undefined;

  @Field(() => GeoPoint, { nullable: true, description: 'Where it began (起点), WGS 84.' })
  startPoint?: GeoPoint | undefined;

  @Field(() => GeoPoint, { nullable: true, description: 'Where it ended (终点), WGS 84.' })
  endPoint?: GeoPoint | undefined;
}

@ObjectType('RoundOfDay', {
  simpleResolvers: true,
  description: 'A patrol round with its points of work (巡查及沿途工作).',
})
export class RoundOfDay extends PatrolRound {
  @Field(() => [LogItem], {
    description: 'What was done on the way (沿途工作): the lines of that day in between, never entered.',
  })
  work: readonly LogItem[];
}

@ObjectType('WorkDay', { simpleResolvers: true, description: 'The log of a day (工作日志).' })
export class WorkDay {
  @Field(() => GraphQLLocalDate, { description: 'Business day (日期), in Shanghai.' })
  date: Day;

  @Field(() => ID, { description: 'Id of whose it is (人员编号).' })
  person: string;

  @Field(() => [LogItem], { description: 'What was done (工作记录), earliest first.' })
  items: readonly LogItem[];

  @Field(() => [LogCount], { description: 'How much of each kind (分类计数).' })
  counts: readonly KindCount[];

  @Field(() => [RoundOfDay], {
    description: 'Patrol rounds begun that day (巡查); shown to nobody but whoever went.',
  })
  rounds: readonly RoundOfDay[];

  @Field(() => [LogComment], { description: 'What supervisors said (批注), earliest first.' })
  comments: readonly LogComment[];
}

@ObjectType('DayCounts', { simpleResolvers: true, description: 'A day of a week or month (每日计数).' })
export class DayCounts {
  @Field(() => GraphQLLocalDate, { description: 'Business day (日期).' })
  date: Day;

  @Field(() => [LogCount], { description: 'How much of each kind (分类计数).' })
  counts: readonly KindCount[];
}

@ObjectType('WorkPeriod', {
  simpleResolvers: true,
  description: 'A week or month of a log (周、月工作汇总).',
})
export class WorkPeriod {
  @Field(() => ID, { description: 'Id of whose it is (人员编号).' })
  person: string;

  @Field(() => GraphQLLocalDate, { description: 'First day (起始日期).' })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: 'Last day (截止日期).' })
  to: Day;

  @Field(() => [DayCounts], { description: 'The days on which something was done (有记录的各日).' })
  days: readonly DayCounts[];

  @Field(() => [LogCount], { description: 'How much of each kind altogether (分类合计).' })
  counts: readonly KindCount[];
}

export const LogItemConnection = connectionOf(LogItem, 'LogItem', 'lines of work logs (日志条目)');
export type LogItemConnection = InstanceType<typeof LogItemConnection>;

/** What a courtyard meeting was about, and how many came. */
export interface MeetingFacts {
  readonly topics?: readonly string[] | undefined;
  readonly present?: number | undefined;
}

/** What a note says, which its author may change. */
export interface NoteContent extends MeetingFacts {
  readonly kind: NoteKind;
  readonly text: string;
}
