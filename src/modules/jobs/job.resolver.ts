import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { sentence } from '../../shared/messages';
import { asPayload } from '../../shared/user-error.type';
import { UploadTicket } from '../evidence/evidence.type';
import { CancelJobInput, OpenExportInput, OpenImportInput } from './job.input';
import { findingTexts } from './finding-texts.service';
import { type JobService } from './job.service';
import {
  ImportFinding,
  ImportReport,
  ImportTemplate,
  Job,
  JobConnection,
  JobFailureReason,
  JobProgress,
} from './job.type';
import { JobPayload } from './job-payload.type';

type Context = RequestContext<{ jobs: JobService }>;

/** Imports and exports. */
@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, {
    nullable: true,
    description: 'The import or export with this id (导入导出任务); NOT_FOUND when you may not see it.',
  })
  job(@Arg('id', () => ID, { description: 'Id (任务编号).' }) id: string, @Ctx() ctx: Context): Promise<Job> {
    return ctx.services.jobs.get(ctx.actor, ctx.reads, id);
  }

  @Query(() => JobConnection, {
    nullable: true,
    description:
      'Imports and exports of an area, newest first (导入导出任务); those you opened when none is named.',
  })
  async jobs(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, { nullable: true, description: 'Code of the area (区域编码).' }) area?: string,
  ): Promise<JobConnection> {
    return toConnection(await services.jobs.list(actor, area ?? undefined, page));
  }

  @Query(() => [ImportTemplate], {
    nullable: true,
    description: 'What files to be imported look like (导入模板), to be downloaded.',
  })
  async importTemplates(): Promise<ImportTemplate[]> {
    const { importTemplates } = await import('./template.lazy');
    return importTemplates();
  }

  @Mutation(() => JobPayload, { description: 'Opens an import with a slot for its file (登记导入).' })
  openImport(
    @Arg('input', () => OpenImportInput, { description: 'The file that will follow (导入登记).' })
    input: OpenImportInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<JobPayload> {
    return asPayload(language, () => services.jobs.openImport(actor, input));
  }

  @Mutation(() => JobPayload, {
    description: 'Opens an export, which begins within a minute (登记导出). It is recorded for good.',
  })
  openExport(
    @Arg('input', () => OpenExportInput, { description: 'What is to be taken out (导出登记).' })
    input: OpenExportInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<JobPayload> {
    return asPayload(language, () => services.jobs.openExport(actor, input));
  }

  @Mutation(() => JobPayload, { description: 'Calls a job off; what was written stays (取消任务).' })
  cancelJob(
    @Arg('input', () => CancelJobInput, { description: 'The job (任务).' }) input: CancelJobInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<JobPayload> {
    return asPayload(language, () => services.jobs.cancel(actor, input));
  }

  @FieldResolver(() => JobProgress, { description: 'How far it has got (进度).' })
  progress(@Root() { tally, total }: Job): JobProgress {
    return { ...tally, total };
  }

  @FieldResolver(() => JobFailureReason, { nullable: true, description: 'Why it failed (失败原因).' })
  async failure(
    @Root() { failed }: Job,
    @Ctx() { language }: Context,
  ): Promise<JobFailureReason | undefined> {
    if (failed === undefined) return undefined;
    const { JOB_FAILURES } = await import('./file-messages.lazy');
    return { code: failed.code, message: sentence(JOB_FAILURES[failed.code], language, failed.values) };
  }

  @FieldResolver(() => UploadTicket, {
    nullable: true,
    description: 'How to upload the file (上传凭证); only for whoever opened the import, until it has come.',
  })
  upload(@Root() job: Job, @Ctx() { services }: Context): Promise<UploadTicket | undefined> {
    return services.jobs.ticket(job);
  }

  @FieldResolver(() => ImportReport, {
    nullable: true,
    description: 'What came of an import that is done (导入报告).',
  })
  report(@Root() job: Job, @Ctx() { services }: Context): ImportReport | undefined {
    return services.jobs.report(job);
  }

  @FieldResolver(() => [ImportFinding], {
    description: 'The first hundred things to be said of the lines (前 100 条问题), once the import is done.',
  })
  async findings(@Root() job: Job, @Ctx() { language, services }: Context): Promise<ImportFinding[]> {
    const [found, texts] = await Promise.all([services.jobs.findings(job), findingTexts()]);
    return found.map((each) => ({ ...each, message: sentence(texts[each.code], language, each.values) }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Link to the file of an export that is done (导出文件), good for five minutes; only for whoever took it out.',
  })
  fileUrl(@Root() job: Job, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.jobs.fileUrl(job);
  }
}
