import { type Text } from './text';

/** Refusals about pictures and videos. */
export const EVIDENCE_ERRORS = {
  EVIDENCE_REQUIRED: { zh: '请附上处置后的照片。', en: 'Attach a picture of the result (role AFTER).' },
  EVIDENCE_NOT_VERIFIED: {
    zh: '处置后的照片尚未上传或未通过核验，暂不能结案。',
    en: 'No picture of the result has been verified yet, so the case cannot be closed.',
  },
  EVIDENCE_TOO_MANY: { zh: '一次最多 {max} 个文件。', en: 'At most {max} files at once.' },
  EVIDENCE_FULL: { zh: '该事件最多 {max} 个文件。', en: 'A case carries at most {max} files.' },
  EVIDENCE_TYPE_NOT_ALLOWED: {
    zh: '此处不接受 {contentType} 类型的文件。',
    en: 'Files of type {contentType} are not taken here.',
  },
  EVIDENCE_SIZE_INVALID: {
    zh: '文件大小须在 1 字节到 {max} 字节之间。',
    en: 'A file must have between 1 and {max} bytes.',
  },
  EVIDENCE_HASH_INVALID: {
    zh: 'sha256 必须是 32 字节摘要的 base64 形式。',
    en: 'sha256 must be the base64 form of a 32-byte digest.',
  },
  EVIDENCE_VERIFIED_ALREADY: { zh: '该文件已核验，无须再传。', en: 'This file has been verified already.' },
  PART_HASHES_INVALID: {
    zh: '须给出 {count} 个分片的 SHA-256（base64），每片 {bytes} 字节，最后一片为余下部分。',
    en: 'Give the SHA-256 (base64) of {count} parts, of {bytes} bytes each, the last of the rest.',
  },
  UPLOAD_RECORD_NEEDED: {
    zh: '请指明文件所属的记录：caseId 或 record，二者择一。',
    en: 'Say which record the file belongs to: either caseId or record.',
  },
  UPLOAD_NOT_OPEN: { zh: '该文件没有正在进行的分片上传。', en: 'No upload in parts is open for this file.' },
  UPLOAD_INCOMPLETE: {
    zh: '以下分片尚未上传：{parts}。',
    en: 'These parts have not been sent yet: {parts}.',
  },
  UPLOAD_IN_PARTS_UNAVAILABLE: {
    zh: '此存储服务不能续传分片，请一次上传。',
    en: 'This store cannot go on with an upload in parts; send the file at once.',
  },
} as const satisfies Record<string, Text>;
