import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';

export const INTEGRITY_FINDINGS = ['EQUAL', 'DIFFERENT', 'MISSING', 'REMOVED', 'NOT_READ'] as const;
export type IntegrityFinding = (typeof INTEGRITY_FINDINGS)[number];

export const IntegrityFindingEnum = enumOf(INTEGRITY_FINDINGS);
registerEnumType(IntegrityFindingEnum, {
  name: 'IntegrityFinding',
  description: 'What reading a file again came to (复核结果).',
  valuesConfig: {
    EQUAL: { description: 'Its bytes are those that were verified (一致).' },
    DIFFERENT: { description: 'Its bytes are others (不一致).' },
    MISSING: { description: 'It is not there (文件缺失).' },
    REMOVED: {
      description: 'It was removed when its term was over (已按期销毁); its hash stays in the chain.',
    },
    NOT_READ: { description: 'It was not read in this call (本次未读取): see `next`.' },
  },
});

@ObjectType('EvidenceLink', {
  simpleResolvers: true,
  description: 'One verified file in the chain of its record (证据链的一环).',
})
export class EvidenceLink {
  @Field(() => ID, { description: 'Id of the file (材料编号).' })
  id: string;

  @Field(() => Int, { description: 'Size in bytes (大小).' })
  size: number;

  @Field(() => String, { description: 'SHA-256 that was announced and verified, base64 (登记哈希值).' })
  sha256: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what lies there now, base64 (现算哈希值).',
  })
  recomputed?: string | undefined;

  @Field(() => IntegrityFindingEnum, { description: 'Whether the two are equal (复核结果).' })
  finding: IntegrityFinding;

  @Field(() => Date, { description: 'When it was verified (核验时间).' })
  checkedAt: Date;

  @Field(() => ID, { description: 'Who sent it (上传人编号).' })
  by: string;

  @Field(() => String, {
    description:
      'The link (链值): SHA-256, hexadecimal, of the JSON list of the link before (first: the case’s id), `sha256`, `id`, `checkedAt` with milliseconds, `by`.',
  })
  link: string;
}

@ObjectType('EvidenceVerification', {
  simpleResolvers: true,
  description:
    'A record’s verified files, read again from the store (证据完整性复核), in the order of their check.',
})
export class EvidenceVerification {
  @Field(() => [EvidenceLink], { description: 'The chain (证据链), whole in every answer.' })
  links: EvidenceLink[];

  @Field(() => Boolean, { description: 'Whether all files read in this call are as they were (是否完好).' })
  intact: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Pass as `after` to have the rest read (续查位置); null when all have been read.',
  })
  next?: string | undefined;
}

@ObjectType('EvidenceVerificationPayload', {
  simpleResolvers: true,
  description: 'What came of reading a record’s files again (复核操作结果).',
})
export class EvidenceVerificationPayload {
  @Field(() => EvidenceVerification, {
    nullable: true,
    description: 'The findings (结果); null when refused.',
  })
  verification?: EvidenceVerification | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
