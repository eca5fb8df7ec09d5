import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { GeoPoint } from '../../shared/point.type';
import {
  EVIDENCE_KINDS,
  EVIDENCE_ROLES,
  EVIDENCE_STATUSES,
  type EvidenceKind,
  type EvidenceRole,
  type EvidenceStatus,
  REJECTION_REASONS,
  type RejectionReason,
} from './evidence.rules';

export const EvidenceKindEnum = enumOf(EVIDENCE_KINDS);
registerEnumType(EvidenceKindEnum, {
  name: 'EvidenceKind',
  description: 'What a file is (取证材料种类).',
  valuesConfig: {
    PHOTO: { description: 'Picture (照片): JPEG, PNG, WebP or HEIC, at most 20 MB and 50 megapixels.' },
    VIDEO: { description: 'Video (视频): MP4 or MOV, at most 500 MB; over 100 MB in parts.' },
    PDF: {
      description:
        'PDF (PDF 文书), at most 20 MB and 50 pages: a paper (DOCUMENT) of an application (办件), material or result; of no other record.',
    },
  },
});

export const EvidenceRoleEnum = enumOf(EVIDENCE_ROLES);
registerEnumType(EvidenceRoleEnum, {
  name: 'EvidenceRole',
  description: 'What a file shows (取证环节).',
  valuesConfig: {
    SCENE: { description: 'The scene as it was found (现场).' },
    BEFORE: { description: 'Before the work (处置前).' },
    DURING: { description: 'During the work (处置中).' },
    AFTER: { description: 'After the work: the result (处置后).' },
    DOCUMENT: { description: 'A paper (文书).' },
  },
});

export const EvidenceStatusEnum = enumOf(EVIDENCE_STATUSES);
registerEnumType(EvidenceStatusEnum, {
  name: 'EvidenceStatus',
  description: 'Where a file stands (取证材料状态).',
  valuesConfig: {
    AWAITED: { description: 'Promised, not checked yet (待上传).' },
    VERIFIED: { description: 'Arrived and checked: size, type, hash and content are right (已核验).' },
    REJECTED: { description: 'Arrived and refused, see `rejection` (已拒绝).' },
    EXPIRED: { description: 'Did not arrive in seven days (逾期未传); still taken when it comes.' },
    REMOVED: {
      description: 'Was there, and was removed when its term was over (已销毁): what is told of it stays.',
    },
  },
});

export const RejectionReasonEnum = enumOf(REJECTION_REASONS);
registerEnumType(RejectionReasonEnum, {
  name: 'RejectionReason',
  description: 'Why a file was refused (拒绝原因).',
  valuesConfig: {
    EMPTY: { description: 'It has no bytes (空文件).' },
    TOO_LARGE: { description: 'It is over the limit of its kind (超过大小上限).' },
    SIZE_MISMATCH: { description: 'Its size is not the one announced (大小不符).' },
    HASH_MISMATCH: { description: 'Its SHA-256 is not the one announced (哈希不符).' },
    TYPE_NOT_ALLOWED: { description: 'Its true type is not taken (类型不允许).' },
    TYPE_MISMATCH: { description: 'Its true type is not the one announced (类型不符).' },
    NOT_DECODABLE: { description: 'It cannot be decoded: broken or cut off (无法解码).' },
    TOO_MANY_PIXELS: { description: 'It has more than 50 megapixels (像素过多).' },
    TOO_MANY_FRAMES: { description: 'It is an animation; a photo has one picture (动图，画面过多).' },
    METADATA_TOO_LARGE: { description: 'It has more than 8 MB beside its pixels (附加信息过大).' },
    ACTIVE_CONTENT: {
      description:
        'There is a script, a page, a document or an archive in the picture; a script, a program to start, a form that sends, a film or another file in the PDF (含可执行内容).',
    },
    ENCRYPTED: { description: 'It is a PDF with a password, or with rights that are reserved (已加密).' },
    TOO_MANY_PAGES: { description: 'It is a PDF of more than 50 pages (页数过多).' },
    TOO_MANY_OBJECTS: { description: 'It is a PDF of more than 100,000 objects (对象过多).' },
    UNPACKS_TOO_LARGE: {
      description:
        'It is a PDF whose content unpacks to more than 300 MB, or its objects to more than 32 MB (解压后过大).',
    },
    TOO_LONG_TO_DECODE: { description: 'It was given up after twenty seconds (解码超时).' },
  },
});

@ObjectType('UploadField', { simpleResolvers: true, description: 'One form field of an upload (表单字段).' })
export class UploadField {
  @Field(() => String, { description: 'Name (字段名).' })
  name: string;

  @Field(() => String, { description: 'Value (字段值).' })
  value: string;
}

@ObjectType('UploadTicket', {
  simpleResolvers: true,
  description:
    'How to upload one file (上传凭证): POST a multipart form with these fields in this order, then the bytes as `file`.',
})
export class UploadTicket {
  @Field(() => String, { description: 'Address (上传地址).' })
  url: string;

  @Field(() => [UploadField], { description: 'Form fields (表单字段), before the file.' })
  fields: UploadField[];

  @Field(() => Date, { description: 'Until when it is good (有效期至); ask again for a new one.' })
  expiresAt: Date;
}

@ObjectType('Evidence', {
  simpleResolvers: true,
  description:
    'A picture, video or PDF tied to a record (取证材料). It exists before its file, so what is missing is known.',
})
export class Evidence {
  @Field(() => ID, { description: 'Id (编号), made by the client.' })
  id: string;

  @Field(() => EvidenceRoleEnum, { description: 'What it shows (环节).' })
  role: EvidenceRole;

  @Field(() => EvidenceKindEnum, { description: 'What it is (种类).' })
  kind: EvidenceKind;

  @Field(() => String, { description: 'Content type announced (文件类型), for instance image/jpeg.' })
  contentType: string;

  @Field(() => Int, { description: 'Size in bytes (大小).' })
  size: number;

  @Field(() => String, { description: 'SHA-256 of the bytes, base64 (哈希值).' })
  sha256: string;

  @Field(() => Date, { description: 'When the slot was opened (登记时间).' })
  openedAt: Date;

  @Field(() => EvidenceStatusEnum, { description: 'Where it stands (状态).' })
  status: EvidenceStatus;

  @Field(() => RejectionReasonEnum, { nullable: true, description: 'Why it was refused (拒绝原因).' })
  rejection?: RejectionReason | undefined;

  @Field(() => Date, { nullable: true, description: 'When the file was checked (核验时间).' })
  checkedAt?: Date | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was taken (拍摄时间), as its EXIF says, or a video’s index.',
  })
  takenAt?: Date | undefined;

  @Field(() => GeoPoint, {
    nullable: true,
    description: 'Where it was taken (拍摄位置), as its EXIF says; WGS 84.',
  })
  takenPlace?: GeoPoint | undefined;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far from the reported place it was taken, in metres (与上报位置相距); null where one of them is not known.',
  })
  placeMetres?: number | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether that is more than 500 metres (位置不符): to be looked at, proof of nothing.',
  })
  placeDiffers?: boolean | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was taken more than a day before it was announced, or after (时间不符); null when it says no time.',
  })
  timeDiffers?: boolean | undefined;

  @Field(() => Int, { nullable: true, description: 'Width in pixels (宽).' })
  width?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'Height in pixels (高).' })
  height?: number | undefined;

  @Field(() => Float, { nullable: true, description: 'Length of a video in seconds (时长).' })
  seconds?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'How many pages a PDF has (页数).' })
  pages?: number | undefined;

  @Field(() => Date, {
    nullable: true,
    description:
      'Until when it is kept (保管期限至): removed soon afterwards, later where a legal hold stands. Null while its record goes on or it has not come.',
  })
  keptUntil?: Date | undefined;

  @Field(() => Date, { nullable: true, description: 'When it was removed (销毁时间).' })
  removedAt?: Date | undefined;

  /** Partition key of its record. */
  owner: string;
  /** Area of its record. */
  area: string;
  /** Person who opened the slot. */
  by: string;
  fingerprint: string;
  versionId?: string | undefined;
  hasThumbnail?: boolean | undefined;
  hasPicture?: boolean | undefined;
  hasCopy?: boolean | undefined;
  /** The upload in parts that is open. */
  uploadId?: string | undefined;
  /** When the clock looks for it, while it is awaited. */
  lookAt?: Date | undefined;
  /** Whether whoever asks may have the original, which carries its metadata. */
  mayReadOriginal?: boolean;
  /** Whether whoever asks opened the slot. */
  mayUpload?: boolean;
}
