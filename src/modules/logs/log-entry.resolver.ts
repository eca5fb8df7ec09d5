import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { Evidence } from '../evidence/evidence.type';
import { type LogApplicationService } from './log-application.service';
import { type LogCaseService } from './log-case.service';
import { type LogCommentService } from './log-comment.service';
import {
  AddLogEntryInput,
  ChangeLogEntryInput,
  CommentOnLogInput,
  TurnIntoApplicationInput,
  TurnIntoCaseInput,
} from './log-entry.input';
import { type LogEntryService } from './log-entry.service';
import {
  LogCommentPayload,
  LogEntry,
  LogEntryPayload,
  TurnIntoApplicationPayload,
  TurnIntoCasePayload,
} from './log-entry.type';

type Context = RequestContext<{
  logEntries: LogEntryService;
  logComments: LogCommentService;
  logCases: LogCaseService;
  logApplications: LogApplicationService;
}>;

/** Notes in work logs, and what is said to them and made of them. */
@Resolver(() => LogEntry)
export class LogEntryResolver {
  @Query(() => LogEntry, {
    nullable: true,
    description:
      'A note (日志条目) with its history, comments and pictures; NOT_FOUND when you may not see it.',
  })
  logEntry(
    @Arg('id', () => ID, { description: 'Id (日志条目编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<LogEntry> {
    return services.logEntries.get(actor, reads, id);
  }

  @Mutation(() => LogEntryPayload, {
    description: 'Note something in your work log (记日志). What is recorded elsewhere is there by itself.',
  })
  addLogEntry(
    @Arg('input', () => AddLogEntryInput, { description: 'The note (日志内容).' }) input: AddLogEntryInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<LogEntryPayload> {
    return asPayload(language, () => services.logEntries.add(actor, reads, input));
  }

  @Mutation(() => LogEntryPayload, {
    description:
      'Change a note of your own (修改日志), on the day it was taken in, or as long as nobody has commented on it.',
  })
  changeLogEntry(
    @Arg('input', () => ChangeLogEntryInput, { description: 'The change (修改内容).' })
    input: ChangeLogEntryInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<LogEntryPayload> {
    return asPayload(language, () => services.logEntries.change(actor, reads, input));
  }

  @Mutation(() => LogCommentPayload, {
    description: 'Say something to a note or a day of somebody’s log (批注日志); its author reads it there.',
  })
  commentOnLog(
    @Arg('input', () => CommentOnLogInput, { description: 'The comment (批注).' }) input: CommentOnLogInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<LogCommentPayload> {
    return asPayload(language, () => services.logComments.comment(actor, reads, input));
  }

  @Mutation(() => TurnIntoCasePayload, {
    description: 'Report a case from a note of your own (日志转事件): both name each other from then on.',
  })
  turnIntoCase(
    @Arg('input', () => TurnIntoCaseInput, { description: 'What to make of it (转办内容).' })
    input: TurnIntoCaseInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<TurnIntoCasePayload> {
    return asPayload(language, () => services.logCases.turnIntoCase(actor, reads, input));
  }

  @Mutation(() => TurnIntoApplicationPayload, {
    description:
      'Open an application from a note of your own (日志转办件), for a resident who agreed: both name each other from then on.',
  })
  turnIntoApplication(
    @Arg('input', () => TurnIntoApplicationInput, { description: 'What to make of it (转办内容).' })
    input: TurnIntoApplicationInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<TurnIntoApplicationPayload> {
    return asPayload(language, () => services.logApplications.turnIntoApplication(actor, reads, input));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may still change it (可否修改).' })
  mayChange(@Root() entry: LogEntry, @Ctx() { actor, services }: Context): boolean {
    return services.logEntries.mayChange(actor, entry);
  }

  @FieldResolver(() => [Evidence], { description: 'Pictures (照片), in the order of their ids.' })
  evidence(@Root() entry: LogEntry, @Ctx() { actor, reads, services }: Context): Promise<Evidence[]> {
    return services.logEntries.evidenceOf(actor, reads, entry);
  }
}
