import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { OWNER_TYPES, type OwnerType } from './evidence-owner.rules';

export const FileOwnerTypeEnum = enumOf(OWNER_TYPES);
registerEnumType(FileOwnerTypeEnum, {
  name: 'FileOwnerType',
  description:
    'Kinds of records that files belong to (材料所属记录类型); those of an inspection belong to the cases of what it found.',
  valuesConfig: {
    CASE: { description: 'Case (事件).' },
    VISIT: { description: 'Visit (入户走访).' },
    LOG_ENTRY: { description: 'Note in a work log (日志条目).' },
    APPLICATION: { description: 'Application for a service (办件).' },
    NOTICE: { description: 'Notice (公告).' },
  },
});

@InputType('HoldFilesInput', {
  description: 'A legal hold of a record’s files, to be set or lifted (证据保全).',
})
export class HoldFilesInput {
  @Field(() => FileOwnerTypeEnum, { description: 'What kind of record (记录类型).' })
  type: OwnerType;

  @Field(() => ID, { description: 'Its id (记录编号).' })
  id: string;

  @Field(() => Boolean, { description: 'Set it, or lift it (设置或解除).' })
  on: boolean;

  @Field(() => String, {
    description: 'Why (理由), for instance the number of the proceedings; at most 2,000 characters.',
  })
  reason: string;
}
