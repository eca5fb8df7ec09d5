import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { CaseCategory } from '../cases/category.type';
import { type PremisesKind } from '../places/premises.rules';
import { PremisesKindEnum } from '../places/premises.type';
import { CHECKLIST_EVIDENCE, type ChecklistEvidence } from './checklist.rules';

export const ChecklistEvidenceEnum = enumOf(CHECKLIST_EVIDENCE);
registerEnumType(ChecklistEvidenceEnum, {
  name: 'ChecklistEvidence',
  description: 'What an item asks to be shown when it fails (取证要求).',
  valuesConfig: {
    BEFORE: { description: 'A picture of how it was found (整改前照片): evidence with the role BEFORE.' },
    NONE: { description: 'Nothing (不要求).' },
  },
});

@ObjectType('ChecklistItem', {
  simpleResolvers: true,
  description: 'An item of a checklist (检查项).',
})
export class ChecklistItemType {
  @Field(() => ID, { description: 'Code (检查项编码), unique in its checklist.' })
  code: string;

  @Field(() => String, { description: 'What is looked at (检查内容).' })
  title: string;

  @Field(() => String, { description: 'What counts as failing (不合格情形); the case says it in Chinese.' })
  fails: string;

  @Field(() => ChecklistEvidenceEnum, { description: 'What it asks to be shown when it fails (取证要求).' })
  evidence: ChecklistEvidence;

  @Field(() => CaseCategory, { description: 'Category of the case that it becomes (转为事件的类别).' })
  category: CaseCategory;
}

@ObjectType('Checklist', {
  simpleResolvers: true,
  description:
    'A checklist (检查表) for kinds of premises. A version never changes: keep it by code and version.',
})
export class ChecklistType {
  @Field(() => ID, { description: 'Code (检查表编码), our own.' })
  code: string;

  @Field(() => Int, { description: 'Version (版本号): name it when you submit what was filled in.' })
  version: number;

  @Field(() => String, { description: 'Name (检查表名称).' })
  name: string;

  @Field(() => [PremisesKindEnum], { description: 'The kinds of premises it is for (适用场所类型).' })
  kinds: readonly PremisesKind[];

  @Field(() => [ChecklistItemType], { description: 'Its items (检查项), in the order in which to look.' })
  items: readonly ChecklistItemType[];
}
