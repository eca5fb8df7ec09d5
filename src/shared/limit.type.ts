import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from './graphql-enum';
import { type Limit, LIMIT_UNITS, type LimitUnit } from './limit';

export const LimitUnitEnum = enumOf(LIMIT_UNITS);
registerEnumType(LimitUnitEnum, {
  name: 'LimitUnit',
  description: 'In what a limit counts (时限单位).',
  valuesConfig: {
    WORKING_HOURS: { description: 'Hours of office time (工作时).' },
    WORKING_DAYS: { description: 'Days on which people work (工作日).' },
    CALENDAR_HOURS: { description: 'Hours by the clock, day and night (自然小时).' },
  },
});

@ObjectType('Limit', { simpleResolvers: true, description: 'How long something may take (时限).' })
export class LimitType implements Limit {
  @Field(() => Int, { description: 'How many (数量).' })
  count: number;

  @Field(() => LimitUnitEnum, { description: 'Of what (单位).' })
  unit: LimitUnit;
}
