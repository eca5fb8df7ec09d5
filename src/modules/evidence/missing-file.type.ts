import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { RecordLink } from '../../shared/record-link.type';
import { Evidence } from './evidence.type';

@ObjectType('MissingFile', {
  simpleResolvers: true,
  description: 'A file you announced that has not arrived, or was refused (缺失材料).',
})
export class MissingFile {
  @Field(() => ID, {
    nullable: true,
    description: 'The case it belongs to (所属事件); null for a file of another record.',
  })
  caseId?: string | undefined;

  @Field(() => RecordLink, {
    nullable: true,
    description:
      'The record it belongs to (所属记录): a case, a visit, a note, an application or a notice; pass it to `openUpload`.',
  })
  record?: RecordLink | undefined;

  @Field(() => Evidence, {
    description: 'The file (材料): when its slot was opened, why it was refused, and how to upload it.',
  })
  file: Evidence;
}

export const MissingFileConnection = connectionOf(MissingFile, 'MissingFile', 'missing files (缺失材料)');
export type MissingFileConnection = InstanceType<typeof MissingFileConnection>;
