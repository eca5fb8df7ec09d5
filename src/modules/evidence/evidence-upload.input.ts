import { Field, ID, InputType } from 'type-graphql';
import { type RecordType, RecordTypeEnum } from '../../shared/record-link.type';

@InputType('FileRecordInput', { description: 'The record a file belongs to (材料所属记录).' })
export class FileRecordInput {
  @Field(() => RecordTypeEnum, {
    description: 'CASE, VISIT, LOG_ENTRY, APPLICATION or NOTICE (记录类型): no other record has files.',
  })
  type: RecordType;

  @Field(() => ID, { description: 'Its id (记录编号).' })
  id: string;
}
