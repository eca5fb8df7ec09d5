import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';

@ObjectType('UploadPart', {
  simpleResolvers: true,
  description:
    'One part of a file (分片): PUT its bytes to `url` with the header `x-amz-checksum-sha256` set to `sha256`.',
})
export class UploadPart {
  @Field(() => Int, { description: 'Number (序号), from 1.' })
  number: number;

  @Field(() => Int, { description: 'Size in bytes (大小).' })
  size: number;

  @Field(() => String, { description: 'SHA-256 of the part, base64 (哈希值), as you announced it.' })
  sha256: string;

  @Field(() => String, { nullable: true, description: 'Where to send it (上传地址); null when it is there.' })
  url?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Its ETag when it is there (已上传标识).' })
  etag?: string | undefined;
}

@ObjectType('MultipartUpload', {
  simpleResolvers: true,
  description:
    'An upload in parts (分片上传): send those that have a `url`, in any order, then `completeUpload`. After a break ask again: what is there needs no second sending.',
})
export class MultipartUpload {
  @Field(() => Int, { description: 'Bytes of each part but the last (分片大小).' })
  partSize: number;

  @Field(() => [UploadPart], { description: 'All parts in order (各分片).' })
  parts: UploadPart[];

  @Field(() => Date, { description: 'Until when the addresses are good (有效期至); ask again for new ones.' })
  expiresAt: Date;
}

@ObjectType('MultipartUploadPayload', {
  simpleResolvers: true,
  description: 'What came of opening an upload in parts (分片上传结果).',
})
export class MultipartUploadPayload {
  @Field(() => MultipartUpload, { nullable: true, description: 'The upload (上传); null when refused.' })
  upload?: MultipartUpload | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
