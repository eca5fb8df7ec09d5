import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type VisitTier } from '../care/care.rules';
import { VisitTierEnum } from '../care/care.type';
import { DUE_WINDOWS } from './due-window.rules';
import { VisitOutcomeEnum } from './visit.type';
import { type VisitOutcome } from './visit-plan.rules';

export const DueWindowEnum = enumOf(DUE_WINDOWS);
registerEnumType(DueWindowEnum, {
  name: 'DueWindow',
  description: 'Which part of the visits or inspections that are due (待访、待查范围).',
  valuesConfig: {
    OVERDUE: { description: 'Due before today (已逾期).' },
    TODAY: { description: 'Due today (今日).' },
    UNTIL_TODAY: { description: 'Due today or before (今日及逾期).' },
    THIS_WEEK: { description: 'Due by the end of this week, overdue ones too (本周).' },
    ALL: { description: 'All, soonest first (全部).' },
  },
});

@ObjectType('LastVisit', { simpleResolvers: true, description: 'The last knock at a door (最近一次走访).' })
export class LastVisit {
  @Field(() => GraphQLLocalDate, { description: 'Day (日期), in Shanghai.' })
  on: string;

  @Field(() => VisitOutcomeEnum, { description: 'What it came to (结果).' })
  outcome: VisitOutcome;
}

@ObjectType('DueVisit', {
  simpleResolvers: true,
  description:
    'A household and when it is to be visited next (待访户). Why, where somebody there is looked after, is not told here: see `readCareTags`.',
})
export class DueVisit {
  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落).' })
  courtyard: string;

  @Field(() => String, { description: 'Door (门牌).' })
  door: string;

  @Field(() => String, { description: 'Address (地址).' })
  address: string;

  @Field(() => String, { nullable: true, description: 'Name of the head, masked (户主,已脱敏).' })
  maskedHeadName?: string | undefined;

  @Field(() => Int, { description: 'How many live there (居住人数).' })
  memberCount: number;

  @Field(() => VisitTierEnum, { description: 'Tier of the household (走访频次).' })
  tier: VisitTier;

  @Field(() => GraphQLLocalDate, { description: 'When it is due (应访日期); always a working day.' })
  dueOn: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When somebody was met there last (最近见到日期); null where nobody ever was.',
  })
  seenOn?: string | undefined;

  @Field(() => LastVisit, { nullable: true, description: 'The last visit (最近一次走访).' })
  last?: LastVisit | undefined;
}

export const DueVisitConnection = connectionOf(DueVisit, 'DueVisit', 'households to be visited (待访户)');
export type DueVisitConnection = InstanceType<typeof DueVisitConnection>;
