import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GeoPoint } from '../../shared/point.type';
import { RecordLink } from '../../shared/record-link.type';
import { UserError } from '../../shared/user-error.type';
import { Application } from '../applications/application.type';
import { Case } from '../cases/case.type';
import { type NoteKind } from './log.rules';
import { LogComment, LogPerson, type NoteContent, NoteKindEnum } from './log.type';

@ObjectType('NoteFacts', { simpleResolvers: true })
abstract class NoteFacts implements NoteContent {
  @Field(() => Int, { description: 'Version (版本号): grows by one with each change.' })
  version: number;

  @Field(() => NoteKindEnum, { description: 'Kind (类别).' })
  kind: NoteKind;

  @Field(() => String, { description: 'What was noted (内容), in the author’s words.' })
  text: string;

  @Field(() => [String], { nullable: true, description: 'What a meeting talked about (议题).' })
  topics?: readonly string[] | undefined;

  @Field(() => Int, { nullable: true, description: 'How many came to a meeting (到会人数).' })
  present?: number | undefined;
}

@ObjectType('LogEntryVersion', {
  simpleResolvers: true,
  description: 'What a note said before it was changed (修改前内容).',
})
export class LogEntryVersion extends NoteFacts {
  @Field(() => Date, { description: 'Until when it said so (修改时间).' })
  until: Date;
}

@ObjectType('LogEntry', {
  simpleResolvers: true,
  description: 'A note in a work log (民情日志条目).',
})
export class LogEntry extends NoteFacts {
  @Field(() => ID, { description: 'Id (日志条目编号), made by the client.' })
  id: string;

  @Field(() => Date, { description: 'When it happened (发生时间), to the second.' })
  at: Date;

  @Field(() => Date, { description: 'When it was taken in (记录时间), by the server’s clock.' })
  recordedAt: Date;

  @Field(() => ID, { description: 'Code of the grid or courtyard (网格或院落编码).' })
  area: string;

  @Field(() => [String], { description: 'Names from the district down to it (区、街道、社区、网格、院落).' })
  areaNames: readonly string[];

  @Field(() => LogPerson, { description: 'Whose note it is (作者).' })
  by: LogPerson;

  @Field(() => GeoPoint, { nullable: true, description: 'Where (坐标点), WGS 84.' })
  point?: GeoPoint | undefined;

  @Field(() => ID, { nullable: true, description: 'Id of the household (户编号) it is about.' })
  household?: string | undefined;

  @Field(() => ID, { nullable: true, description: 'Id of the visit (走访编号) it came from.' })
  visit?: string | undefined;

  @Field(() => RecordLink, { nullable: true, description: 'What it has become (转办结果).' })
  linked?: RecordLink | undefined;

  @Field(() => [LogEntryVersion], { description: 'What it said before (修改历史), earliest first.' })
  history: readonly LogEntryVersion[];

  @Field(() => [LogComment], { description: 'What supervisors said to it (批注), earliest first.' })
  comments: readonly LogComment[];

  /** The request that made it and the last ones it has taken in: a repeated one is known by id and fingerprint. */
  requests: readonly { readonly id: string; readonly mark: string }[];
}

@ObjectType('LogEntryPayload', { simpleResolvers: true, description: 'What came of a note (日志操作结果).' })
export class LogEntryPayload {
  @Field(() => LogEntry, { nullable: true, description: 'The note as it stands now (日志条目).' })
  entry?: LogEntry | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('LogCommentPayload', {
  simpleResolvers: true,
  description: 'What came of a comment (批注操作结果).',
})
export class LogCommentPayload {
  @Field(() => LogComment, { nullable: true, description: 'The comment (批注).' })
  comment?: LogComment | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('TurnIntoCasePayload', {
  simpleResolvers: true,
  description: 'What came of making a case of a note (转为事件结果).',
})
export class TurnIntoCasePayload {
  @Field(() => LogEntry, { nullable: true, description: 'The note, linked to the case (日志条目).' })
  entry?: LogEntry | undefined;

  @Field(() => Case, { nullable: true, description: 'The case, which names the note (事件).' })
  case?: Case | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('TurnIntoApplicationPayload', {
  simpleResolvers: true,
  description: 'What came of making an application of a note (转为办件结果).',
})
export class TurnIntoApplicationPayload {
  @Field(() => LogEntry, { nullable: true, description: 'The note, linked to the application (日志条目).' })
  entry?: LogEntry | undefined;

  @Field(() => Application, { nullable: true, description: 'The application, which names the note (办件).' })
  application?: Application | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
