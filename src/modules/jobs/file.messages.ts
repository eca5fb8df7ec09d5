import { type Text } from '../../shared/messages/text';

/** What is said of a line of a file and of nothing else; `{names}` are filled in. */
export const OWN_FINDINGS = {
  REQUIRED: { zh: '必填项为空。', en: 'This cell must not be empty.' },
  TEXT_TOO_LONG: { zh: '超过 {max} 个字。', en: 'Longer than {max} characters.' },
  TEXT_INVALID: { zh: '含有不允许的字符。', en: 'It has characters that are not allowed here.' },
  VALUE_UNKNOWN: { zh: '不是可选值：{choices}。', en: 'Not one of: {choices}.' },
  NUMBER_INVALID: {
    zh: '应为 {min} 到 {max} 的整数。',
    en: 'Must be a whole number from {min} to {max}.',
  },
  NUMBER_DAMAGED: {
    zh: '表格软件把号码当作数字，末几位已经丢失。请把该列设为“文本”后重新填写。',
    en: 'The spreadsheet took it for a number and lost its last digits. Make the column text and enter it again.',
  },
  TURNED_INTO_DATE: {
    zh: '表格软件把内容变成了日期。请把该列设为“文本”后重新填写。',
    en: 'The spreadsheet turned it into a date. Make the column text and enter it again.',
  },
  LEADING_ZERO_RESTORED: {
    zh: '开头的 0 已丢失，已自动补回，请核对。',
    en: 'Its leading nought was lost and has been put back; please check.',
  },
  DATE_INVALID: { zh: '不是有效日期，应如 2026-05-12。', en: 'Not a date such as 2026-05-12.' },
  AREA_CODE_INVALID: {
    zh: '不是有效编码，应为 {digits} 位数字。',
    en: 'Not a code: it must have {digits} digits.',
  },
  AREA_NOT_YOURS: { zh: '不在本次导入的区域内。', en: 'Outside the area of this import.' },
  PARENT_UNKNOWN: {
    zh: '上级区域 {code} 不存在；上级须先导入，或排在前面的行。',
    en: 'The area above it, {code}, does not exist: import it first, or on an earlier line.',
  },
  COURTYARD_UNKNOWN: {
    zh: '院落 {courtyard} 不存在，请先导入区域。',
    en: 'There is no courtyard {courtyard}: import areas first.',
  },
  BOUNDARY_INVALID: {
    zh: '边界无法识别：应为 WGS 84 坐标的多边形（WKT 或 GeoJSON），首尾相接，跨度不超过 {degrees} 度。',
    en: 'Not a boundary: a closed polygon in WGS 84 as WKT or GeoJSON, at most {degrees} degrees wide.',
  },
  BOUNDARY_NOT_OF_GRID: { zh: '只有网格才有边界。', en: 'Only a grid has a boundary.' },
  IDENTITY_NUMBER_FORMAT: {
    zh: '公民身份号码应为 18 位（最后一位可为 X）。',
    en: 'An identity number has 18 characters, the last of which may be X.',
  },
  IDENTITY_NUMBER_REGION: {
    zh: '公民身份号码的地区码不存在。',
    en: 'The identity number names no region there is.',
  },
  IDENTITY_NUMBER_DATE: {
    zh: '公民身份号码中的出生日期不成立。',
    en: 'The birth date in the identity number cannot be.',
  },
  IDENTITY_NUMBER_CHECK_CHARACTER: {
    zh: '公民身份号码的校验码不符，请核对各位数字。',
    en: 'The check character of the identity number does not fit: one of its digits is wrong.',
  },
  BIRTH_DATE_DIFFERS: {
    zh: '出生日期与公民身份号码不一致。',
    en: 'The birth date is not the one in the identity number.',
  },
  SEX_DIFFERS: { zh: '性别与公民身份号码不一致。', en: 'The sex is not the one in the identity number.' },
  DUPLICATE_LINE: { zh: '与第 {first} 行重复。', en: 'The same as line {first}.' },
  LINE_UNREADABLE: { zh: '该行格式错误，无法读取。', en: 'The line cannot be read.' },
  COLUMN_UNKNOWN: {
    zh: '列“{column}”未使用，已忽略。',
    en: 'The column "{column}" is not used and was ignored.',
  },
  COLUMN_TWICE: {
    zh: '列“{column}”重复，只取第一列。',
    en: 'The column "{column}" comes twice; the first one counts.',
  },
} as const satisfies Record<string, Text>;

/** Why a whole file is refused; `{names}` are filled in. */
export const JOB_FAILURES = {
  FILE_NEVER_CAME: { zh: '七天内没有收到文件。', en: 'The file did not come in seven days.' },
  FILE_DIFFERS: {
    zh: '收到的文件与登记的大小或哈希值不符。',
    en: 'The file that came has another size or hash than announced.',
  },
  FILE_UNREADABLE: {
    zh: '文件无法读取：既不是 CSV（UTF-8 或 GB 18030），也不是 XLSX 或 GeoJSON，或者已损坏。',
    en: 'The file cannot be read: it is no CSV (UTF-8 or GB 18030), XLSX or GeoJSON, or it is broken.',
  },
  FORMAT_DIFFERS: { zh: '文件格式与登记的不符。', en: 'The file has another format than announced.' },
  FILE_EMPTY: { zh: '文件中没有数据行。', en: 'The file has no lines of data.' },
  FILE_UNPACKS_TOO_LARGE: {
    zh: '文件解压后过大（超过 {max} MB）。',
    en: 'The file unpacks to more than {max} MB.',
  },
  TOO_MANY_ROWS: { zh: '超过 {max} 行，请分成几个文件。', en: 'More than {max} lines: split the file.' },
  TOO_MANY_EXPORTED: {
    zh: '超过 {max} 行，请分区域导出。',
    en: 'More than {max} lines: export smaller areas.',
  },
  GIVEN_UP: {
    zh: '多次尝试均未成功，请联系管理员；已写入的行保留。',
    en: 'Several attempts got no further: tell an administrator. What was written stays.',
  },
  COLUMNS_MISSING: { zh: '缺少必需的列：{columns}。', en: 'Columns are missing: {columns}.' },
} as const satisfies Record<string, Text>;

export type JobFailure = keyof typeof JOB_FAILURES;
export const JOB_FAILURE_CODES = Object.keys(JOB_FAILURES) as readonly JobFailure[];
