const MESSAGES = {
  TOO_LARGE: {
    zh: '这条记录过大，请减少文字或拆成几条。',
    en: 'This entry is too large: shorten it, or make several of it.',
  },
  TAKES_NO_FILES: {
    zh: '这类记录不能附带照片或视频。',
    en: 'Pictures and videos cannot go with this kind of entry.',
  },
  PIECE_UNKNOWN: {
    zh: '请说明照片或视频属于哪一项（检查项或材料）。',
    en: 'Say which item of the checklist, or which material, a file is of.',
  },
  TOO_MANY_FILES: { zh: '每条记录最多附带 9 个文件。', en: 'At most 9 files go with one entry.' },
  FILE_EMPTY: { zh: '文件是空的。', en: 'The file is empty.' },
  ONE_KIND: { zh: '每条记录只能填写一种事项。', en: 'An entry is of exactly one kind.' },
  ID_INVALID: { zh: '编号必须是小写的 UUID v7。', en: 'An id is a lower-case UUID version 7.' },
  ID_USED: { zh: '该编号已用于另一条记录。', en: 'This id is that of another entry.' },
  PART_HAS_FILES: { zh: '请先删除该部分的照片或视频。', en: 'Give up the files of that part first.' },
  NOT_SENT_YET: {
    zh: '仍有未送达的记录，不能清除。',
    en: 'There are entries that have not been taken in; they are not wiped.',
  },
} as const;

/** Why something was not taken into the queue: nothing was kept of it. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
  readonly sentence: { readonly zh: string; readonly en: string };
  constructor(readonly code: keyof typeof MESSAGES) {
    super(MESSAGES[code].en);
    this.sentence = MESSAGES[code];
  }
}
