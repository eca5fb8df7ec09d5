import { Field, ID, InputType, Int } from 'type-graphql';
import { type ExportFormat, type ImportFormat, type JobKind } from './job.rules';
import { ExportFormatEnum, ImportFormatEnum, JobKindEnum } from './job.type';

@InputType('OpenImportInput', { description: 'A file that will follow (导入登记).' })
export class OpenImportInput {
  @Field(() => ID, { description: 'Id, made by the client: UUID version 7, lower case (客户端生成的编号).' })
  id: string;

  @Field(() => JobKindEnum, { description: 'What its rows are (数据种类).' })
  kind: JobKind;

  @Field(() => ImportFormatEnum, {
    nullable: true,
    description: 'Its format (格式); found out by its content when not given.',
  })
  format?: ImportFormat | null;

  @Field(() => ID, { description: 'Area its rows must lie in (区域); lines outside are refused.' })
  area: string;

  @Field(() => Boolean, { description: 'Check and report, but write nothing (试运行).' })
  dryRun: boolean;

  @Field(() => Int, { description: 'Size in bytes (大小), at most 60 MB.' })
  size: number;

  @Field(() => String, { description: 'SHA-256 of the bytes, base64 (哈希值).' })
  sha256: string;
}

@InputType('OpenExportInput', { description: 'What is to be taken out (导出登记).' })
export class OpenExportInput {
  @Field(() => ID, { description: 'Id, made by the client: UUID version 7, lower case (客户端生成的编号).' })
  id: string;

  @Field(() => JobKindEnum, { description: 'What its rows are (数据种类).' })
  kind: JobKind;

  @Field(() => ExportFormatEnum, { description: 'Format of the file (格式).' })
  format: ExportFormat;

  @Field(() => ID, { description: 'Area whose rows are taken out (区域).' })
  area: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the sheet (采集表编号): of SHEET_RESULTS, and only of them.',
  })
  sheet?: string | null;
}

@InputType('CancelJobInput', { description: 'A job to be called off (取消任务).' })
export class CancelJobInput {
  @Field(() => ID, { description: 'Id of the job (任务编号).' })
  id: string;
}
