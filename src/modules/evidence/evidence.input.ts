import { Field, ID, InputType, Int } from 'type-graphql';
import { type EvidenceRole } from './evidence.rules';
import { EvidenceRoleEnum } from './evidence.type';

@InputType('EvidenceSlotInput', {
  description: 'A file that will follow (取证材料登记). The hash is made first and signed into the upload.',
})
export class EvidenceSlotInput {
  @Field(() => ID, { description: 'Id, made by the client: UUID version 7, lower case (客户端生成的编号).' })
  id: string;

  @Field(() => EvidenceRoleEnum, { description: 'What it shows (环节).' })
  role: EvidenceRole;

  @Field(() => String, {
    description:
      'Content type (文件类型): image/jpeg, image/png, image/webp, image/heic, video/mp4 or video/quicktime; application/pdf for a DOCUMENT of an application.',
  })
  contentType: string;

  @Field(() => Int, { description: 'Size in bytes (大小).' })
  size: number;

  @Field(() => String, { description: 'SHA-256 of the bytes, base64 (哈希值).' })
  sha256: string;
}
