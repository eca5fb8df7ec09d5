import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { type CaseTerms, type OwnCategory } from './case-terms.rules';
import { CATEGORY_KINDS } from './category-leaf.rules';

export const CaseKindEnum = enumOf(CATEGORY_KINDS);
registerEnumType(CaseKindEnum, {
  name: 'CaseKind',
  description: 'What sort of thing a case is (事件性质).',
  valuesConfig: {
    EVENT: { description: 'Something happened or is broken (事件).' },
    HAZARD: { description: 'Something may happen (隐患).' },
    REQUEST: { description: 'Somebody asks for something (诉求).' },
    SUGGESTION: { description: 'Somebody suggests something (建议).' },
    DISPUTE: { description: 'Somebody is at odds with somebody (矛盾纠纷).' },
  },
});

@ObjectType('CaseCategory', {
  simpleResolvers: true,
  description:
    'What a case is about (事件类别，小类): a leaf of the tree. Codes are our own; official codes (GB/T 30428) are not confirmed, and none are claimed.',
})
export class CaseCategory {
  @Field(() => ID, { description: 'Code (类别编码).' })
  code: string;

  /** The version a case was filed under; the newest where none is named. */
  version?: number | undefined;

  /** The terms of its district when the case was filed; absent where the usual ones held. */
  terms?: CaseTerms | undefined;

  /** What the district says of it, where that was read already. */
  own?: OwnCategory | undefined;
}

@ObjectType('CaseCategoryGroup', {
  simpleResolvers: true,
  description:
    'A group of categories (事件大类). Nothing is reported under a group. Those whose codes begin with `FACILITY_` are about the facilities (部件) of the category that follows.',
})
export class CaseCategoryGroup {
  @Field(() => ID, { description: 'Code (大类编码), our own.' })
  code: string;

  /** What of it is offered, where that was asked for a place. */
  members?: readonly CaseCategory[] | undefined;
}

@ArgsType()
export class OfferArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Code of an area (区域编码), for the rules of its district; the usual ones where none is named.',
  })
  area?: string | null;

  @Field(() => Date, { nullable: true, description: 'When (时间); now when nothing is said.' })
  at?: Date | null;
}
