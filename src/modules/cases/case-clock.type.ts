import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { CLOCK_STEPS, type CaseClock, type ClockStep, PUNCTUALITIES } from './case-clock.rules';

export const ClockStepEnum = enumOf(CLOCK_STEPS);
registerEnumType(ClockStepEnum, {
  name: 'ClockStep',
  description: 'What a case waits for (当前时限环节); the limits are in docs/cases.md.',
  valuesConfig: {
    TRIAGE: { description: 'That its level of the ladder deals with it (受理).' },
    ACCEPT: { description: 'That the department accepts it (接收).' },
    HANDLE: { description: 'That the department reports back (处置).' },
    CHECK: { description: 'That the result is checked (核查).' },
  },
});

export const PunctualityEnum = enumOf(PUNCTUALITIES);
registerEnumType(PunctualityEnum, {
  name: 'Punctuality',
  description: 'Where a case or an application stands in its limit (时限状态).',
  valuesConfig: {
    WITHIN: { description: 'Within it (正常).' },
    NEAR: { description: 'Four fifths of it have passed (临期).' },
    OVER: { description: 'Over (超期).' },
  },
});

@ObjectType('CaseClock', {
  simpleResolvers: true,
  description:
    'By when whoever holds a case has to act (办理时限): in working time of Asia/Shanghai, or by the clock where it is urgent. It begins anew with each holder and state; nothing else moves it.',
})
export class CaseClockType implements CaseClock {
  @Field(() => ClockStepEnum, { description: 'What is waited for (环节).' })
  step: ClockStep;

  began: number;

  @Field(() => Date, { description: 'Since when (起算时间).' })
  since: Date;

  @Field(() => Date, { description: 'From when it is near its end (临期时间): four fifths of the limit.' })
  nearAt: Date;

  @Field(() => Date, { description: 'By when (截止时间).' })
  dueAt: Date;

  told?: true | undefined;
}
