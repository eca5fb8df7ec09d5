import { Field, ID, InputType } from 'type-graphql';
import { FileRecordInput } from '../evidence/evidence-upload.input';

@InputType('FileOfRecordInput')
abstract class FileOfRecordInput {
  @Field(() => ID, { nullable: true, description: 'Id of the case (事件编号); none for another record.' })
  caseId?: string | null;

  @Field(() => FileRecordInput, {
    nullable: true,
    description:
      'The record the file belongs to (所属记录), as `missingFiles` names it; instead of `caseId`.',
  })
  record?: FileRecordInput | null;

  @Field(() => ID, { description: 'Id of the file’s slot (材料编号).' })
  evidenceId: string;
}

@InputType('OpenUploadInput', {
  description: 'An upload in parts (分片上传): of a film over 100 MB, or wherever the network is bad.',
})
export class OpenUploadInput extends FileOfRecordInput {
  @Field(() => [String], {
    description:
      'SHA-256 of each part, base64, in order (各分片哈希值): parts have 8,388,608 bytes, the last has the rest.',
  })
  partHashes: string[];
}

@InputType('CompleteUploadInput', {
  description: 'The end of an upload in parts (完成分片上传).',
})
export class CompleteUploadInput extends FileOfRecordInput {}
