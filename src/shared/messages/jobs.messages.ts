import { type Text } from './text';

/** Refusals about imports and exports. */
export const JOB_ERRORS = {
  JOB_OUT_OF_AREA: {
    zh: '您不能对区域 {area} 进行此项导入或导出。',
    en: 'You may not bring in or take out this for area {area}.',
  },
  JOB_FILE_SIZE_INVALID: {
    zh: '文件大小须在 1 字节到 {max} 字节之间。',
    en: 'The file must have between 1 and {max} bytes.',
  },
  JOB_FILE_HASH_INVALID: {
    zh: 'sha256 必须是 32 字节摘要的 base64 形式。',
    en: 'sha256 must be the base64 form of a 32-byte digest.',
  },
  JOB_FORMAT_NOT_FOR_KIND: {
    zh: '这类数据不能用 {format} 格式。',
    en: 'Rows of this kind cannot be had as {format}.',
  },
  JOB_KIND_GOES_OUT_ONLY: { zh: '这类数据只能导出。', en: 'Rows of this kind are only taken out.' },
  JOB_SHEET_NEEDED: {
    zh: '导出采集结果须指明采集表，其他数据不需要。',
    en: 'The results of a sheet need the id of the sheet, and nothing else does.',
  },
  JOB_OVER: { zh: '任务已结束，不能取消。', en: 'The job is over and cannot be called off.' },
} as const satisfies Record<string, Text>;
