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
    zh: '不接受 {contentType} 类型的文件。',
    en: 'Files of type {contentType} are not taken.',
  },
  EVIDENCE_SIZE_INVALID: {
    zh: '文件大小须在 1 字节到 {max} 字节之间。',
    en: 'A file must have between 1 and {max} bytes.',
  },
  EVIDENCE_HASH_INVALID: {
    zh: 'sha256 必须是 32 字节摘要的 base64 形式。',
    en: 'sha256 must be the base64 form of a 32-byte digest.',
  },
} as const satisfies Record<string, Text>;
