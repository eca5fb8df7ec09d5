import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type MessageValues } from '../../shared/messages';
import { type Text } from '../../shared/messages/text';
import { JOB_FAILURE_CODES, JOB_FAILURES, type JobFailure } from './file.messages';
import { FINDING_CODES, type FindingCode, FINDINGS } from './finding.messages';
import { JOB_STATES, type JobState } from './job.machine';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  IMPORT_FORMATS,
  type ImportFormat,
  JOB_DIRECTIONS,
  JOB_KINDS,
  type JobDirection,
  type JobKind,
  type Tally,
} from './job.rules';

export const JobDirectionEnum = enumOf(JOB_DIRECTIONS);
registerEnumType(JobDirectionEnum, {
  name: 'JobDirection',
  description: 'In which direction a job moves rows (任务方向).',
  valuesConfig: {
    IMPORT: { description: 'From a file into the system (导入).' },
    EXPORT: { description: 'From the system into a file (导出).' },
  },
});

export const JobKindEnum = enumOf(JOB_KINDS);
registerEnumType(JobKindEnum, {
  name: 'JobKind',
  description: 'What the rows of a job are (数据种类).',
  valuesConfig: {
    AREAS: { description: 'Areas with boundaries (区域与边界).' },
    HOUSEHOLDS: { description: 'Households (户).' },
    RESIDENTS: { description: 'Residents with where they live (居民与住处); numbers go out masked only.' },
    STAFF: { description: 'Appointments of staff (任职).' },
    DWELLINGS: { description: 'Dwellings of buildings (房屋).' },
    PREMISES: { description: 'Premises with their equipment (场所与设备).' },
    SHEET_RESULTS: {
      description: 'What was filled in of a sheet (采集结果); goes out only, numbers masked.',
    },
  },
});

export const JobStateEnum = enumOf(JOB_STATES);
registerEnumType(JobStateEnum, {
  name: 'JobState',
  description: 'Where a job stands (任务状态).',
  valuesConfig: {
    AWAITING_FILE: { description: 'Opened; its file has not come yet (待上传).' },
    QUEUED: { description: 'Waits for a worker, a minute at most (排队中).' },
    RUNNING: { description: 'Is being worked through, see `progress` (进行中).' },
    DONE: { description: 'Done; lines that were refused are in the report (已完成).' },
    FAILED: { description: 'The whole file was refused, see `failure` (失败).' },
    CANCELLED: { description: 'Called off; what was written stays (已取消).' },
  },
});

export const ImportFormatEnum = enumOf(IMPORT_FORMATS);
registerEnumType(ImportFormatEnum, {
  name: 'ImportFormat',
  description: 'Format of a file to be imported (导入格式).',
  valuesConfig: {
    CSV: { description: 'CSV in UTF-8 or GB 18030.' },
    XLSX: { description: 'Excel workbook; its first sheet counts (电子表格).' },
    GEOJSON: { description: 'GeoJSON FeatureCollection in WGS 84 (地理数据).' },
  },
});

export const ExportFormatEnum = enumOf(EXPORT_FORMATS);
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'Format of a file that is exported (导出格式).',
  valuesConfig: {
    CSV: { description: 'CSV in UTF-8 with a byte order mark, as Excel opens it.' },
    XLSX: { description: 'Excel workbook (电子表格).' },
    JSONL: { description: 'JSON Lines: one object a line.' },
    GEOJSON: { description: 'GeoJSON FeatureCollection in WGS 84; areas only (地理数据).' },
  },
});

const described = <Code extends string>(texts: Readonly<Record<Code, Text>>) =>
  Object.fromEntries(
    (Object.entries(texts) as [Code, Text][]).map(([code, { zh, en }]) => [
      code,
      { description: `${en} (${zh})` },
    ]),
  );

export const FindingCodeEnum = enumOf(FINDING_CODES);
registerEnumType(FindingCodeEnum, {
  name: 'FindingCode',
  description: 'What is said of a line (问题代码). Codes never change; messages may.',
  valuesConfig: described(FINDINGS),
});

export const JobFailureEnum = enumOf(JOB_FAILURE_CODES);
registerEnumType(JobFailureEnum, {
  name: 'JobFailureCode',
  description: 'Why a job failed as a whole (失败原因代码).',
  valuesConfig: described(JOB_FAILURES),
});

@ObjectType('JobFailure', { simpleResolvers: true, description: 'Why a job failed as a whole (失败原因).' })
export class JobFailureReason {
  @Field(() => JobFailureEnum, { description: 'Code (代码).' })
  code: JobFailure;

  @Field(() => String, { description: 'Sentence (说明) in the language of `Accept-Language`.' })
  message: string;
}

@ObjectType('JobProgress', { simpleResolvers: true, description: 'How far a job has got (进度).' })
export class JobProgress {
  @Field(() => Int, {
    nullable: true,
    description: 'Lines there are (总行数); known once the file was looked through.',
  })
  total?: number | undefined;

  @Field(() => Int, { description: 'Lines done (已处理).' })
  rows: number;

  @Field(() => Int, { description: 'Lines taken, new or changed (有效).' })
  good: number;

  @Field(() => Int, { description: 'Lines refused (有误).' })
  bad: number;

  @Field(() => Int, { description: 'Lines that stood already exactly so (未变化).' })
  unchanged: number;
}

@ObjectType('ImportReport', { simpleResolvers: true, description: 'What came of an import (导入报告).' })
export class ImportReport {
  @Field(() => Int, { description: 'Lines taken, new or changed (有效).' })
  good: number;

  @Field(() => Int, { description: 'Lines refused (有误).' })
  bad: number;

  @Field(() => Int, { description: 'Lines that stood already exactly so (未变化).' })
  unchanged: number;

  @Field(() => String, {
    description:
      'Link to the report line by line in Chinese and English (逐行报告), a CSV, good for five minutes. Values of residents are masked.',
  })
  url: Promise<string>;
}

@ObjectType('ImportFinding', { simpleResolvers: true, description: 'Something to be said of a line (问题).' })
export class ImportFinding {
  @Field(() => Int, { description: 'Number of the line in the file (行号), from 1.' })
  line: number;

  @Field(() => String, { nullable: true, description: 'Name of the column (列).' })
  column?: string | undefined;

  @Field(() => FindingCodeEnum, { description: 'Code (代码).' })
  code: FindingCode;

  @Field(() => String, { description: 'Sentence (说明) in the language of `Accept-Language`.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The cell (内容); masked where it is a resident’s.' })
  value?: string | undefined;
}

@ObjectType('Job', {
  simpleResolvers: true,
  description:
    'An import or export (导入导出任务): who brought in or took out what, when, and how many rows. Never deleted.',
})
export class Job {
  @Field(() => ID, { description: 'Id (编号), made by the client.' })
  id: string;

  @Field(() => JobDirectionEnum, { description: 'Direction (方向).' })
  direction: JobDirection;

  @Field(() => JobKindEnum, { description: 'What its rows are (数据种类).' })
  kind: JobKind;

  @Field(() => ID, { description: 'Area it is confined to (区域).' })
  area: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Of SHEET_RESULTS: id of the sheet (采集表编号).',
  })
  sheet?: string | undefined;

  @Field(() => Boolean, { description: 'Whether it only checks and writes nothing (试运行).' })
  dryRun: boolean;

  @Field(() => JobStateEnum, { description: 'Where it stands (状态).' })
  state: JobState;

  @Field(() => String, { description: 'Who opened it (发起人).' })
  openedBy: string;

  @Field(() => Date, { description: 'When it was opened (发起时间).' })
  openedAt: Date;

  @Field(() => Date, { description: 'When its state last changed (更新时间).' })
  updatedAt: Date;

  /** Id of the person who opened it, and in which role. */
  by: string;
  role: string;
  /** Of an export, or as announced for an import. */
  format?: ExportFormat | ImportFormat | undefined;
  tally: Tally;
  total?: number | undefined;
  /** What was announced of the file. */
  size?: number | undefined;
  sha256?: string | undefined;
  failed?: { readonly code: JobFailure; readonly values: MessageValues } | undefined;
  fingerprint: string;
  /** Whether whoever asks opened it. */
  mine?: boolean;
}

export const JobConnection = connectionOf(Job, 'Job', 'imports and exports (导入导出任务)');
export type JobConnection = InstanceType<typeof JobConnection>;

@ObjectType('ImportColumn', {
  simpleResolvers: true,
  description: 'A column of a file to be imported (列说明).',
})
export class ImportColumn {
  @Field(() => String, { description: 'English heading (英文列名).' })
  name: string;

  @Field(() => String, { description: 'Chinese heading (中文列名).' })
  heading: string;

  @Field(() => [String], { description: 'Other headings that are understood (别名).' })
  aliases: readonly string[];

  @Field(() => Boolean, { description: 'Whether it must be there and filled (是否必填).' })
  required: boolean;

  @Field(() => String, { description: 'What goes into it (说明), in Chinese.' })
  about: string;

  @Field(() => String, { description: 'What goes into it, in English (英文说明).' })
  aboutInEnglish: string;

  @Field(() => String, { description: 'A synthetic example (示例).' })
  example: string;
}

@ObjectType('ImportTemplate', {
  simpleResolvers: true,
  description: 'What a file to be imported looks like (导入模板).',
})
export class ImportTemplate {
  @Field(() => JobKindEnum, { description: 'What its rows are (数据种类).' })
  kind: JobKind;

  @Field(() => String, { description: 'Name to save it under (文件名).' })
  fileName: string;

  @Field(() => String, {
    description: 'A CSV with the headings and an invented row (模板内容), UTF-8 with a byte order mark.',
  })
  content: string;

  @Field(() => [ImportColumn], { description: 'Its columns (各列).' })
  columns: readonly ImportColumn[];
}
