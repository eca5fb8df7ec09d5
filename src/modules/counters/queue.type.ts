import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { TICKET_STATES, type TicketState } from './queue.machine';
import { type QueuePlace, type Ticket } from './queue.rules';

export const TicketStateEnum = enumOf(TICKET_STATES);
registerEnumType(TicketStateEnum, {
  name: 'TicketState',
  description: 'Where somebody in a queue stands (排队状态).',
  valuesConfig: {
    WAITING: { description: 'Waits (等候中).' },
    CALLED: { description: 'Called to a window (已叫号).' },
    ABSENT: { description: 'Called and not there; may come back twice (过号).' },
    DONE: { description: 'Served (已办结).' },
    GONE: { description: 'Absent a third time: out of the queue (已失效).' },
  },
});

@ObjectType('QueueTicket', {
  simpleResolvers: true,
  description: 'A number in the queue of a counter (排队号), as its staff see it.',
})
export class QueueTicket implements Omit<Ticket, 'resident' | 'calledAt'> {
  @Field(() => Int, { description: 'Number (排队号); it begins with 1 each day.' })
  number: number;

  @Field(() => TicketStateEnum, { description: 'Where it stands (排队状态).' })
  state: TicketState;

  @Field(() => ID, { nullable: true, description: 'Id of the service (事项编号).' })
  service?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Name of the service (事项名称).' })
  serviceName?: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'Name of who booked, masked (预约人,已脱敏); null for a walk-in, whom nobody asks.',
  })
  maskedName?: string | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When the booked slot begins (预约时间); null for a walk-in.',
  })
  booked?: Date | undefined;

  @Field(() => Date, { description: 'When it was taken, or they came back (取号时间).' })
  joinedAt: Date;

  @Field(() => Int, { nullable: true, description: 'Window it is called to (窗口).' })
  window?: number | undefined;

  @Field(() => Int, { description: 'How often nobody came when it was called (过号次数).' })
  absences: number;
}

@ObjectType('QueueState', {
  simpleResolvers: true,
  description: 'The queue of a counter today (排队情况), for its staff.',
})
export class QueueState {
  @Field(() => GraphQLLocalDate, { description: 'Day (日期), in Shanghai.' })
  day: Day;

  @Field(() => [QueueTicket], {
    description: 'Who waits, in the order in which they will be called (等候中).',
  })
  waiting: readonly QueueTicket[];

  @Field(() => [QueueTicket], { description: 'Who is at a window (正在办理).' })
  called: readonly QueueTicket[];

  @Field(() => [QueueTicket], { description: 'Who was called and not there (过号).' })
  absent: readonly QueueTicket[];
}

@ObjectType('QueueCall', {
  simpleResolvers: true,
  description: 'A number that is called to a window (叫号).',
})
export class QueueCall {
  @Field(() => Int, { description: 'Number (排队号).' })
  number: number;

  @Field(() => Int, { description: 'Window (窗口).' })
  window: number;
}

@ObjectType('QueuePlace', {
  simpleResolvers: true,
  description: 'A number that waits (等候位置).',
})
export class QueuePlaceType implements QueuePlace {
  @Field(() => Int, { description: 'Number (排队号).' })
  number: number;

  @Field(() => Int, { description: 'How many are called before it, as it looks now (前面等候人数).' })
  before: number;

  @Field(() => Int, { description: 'About how many minutes that takes (预计等候分钟数).' })
  minutes: number;
}

@ObjectType('QueueBoard', {
  simpleResolvers: true,
  description: 'What the board in the hall shows (叫号屏): numbers, and nobody’s name.',
})
export class QueueBoard {
  @Field(() => GraphQLLocalDate, { description: 'Day (日期), in Shanghai.' })
  day: Day;

  @Field(() => [QueueCall], { description: 'Who is called (正在叫号).' })
  calls: readonly QueueCall[];

  @Field(() => [QueuePlaceType], {
    description: 'Who waits, in the order in which they will be called (等候中).',
  })
  waiting: readonly QueuePlaceType[];

  @Field(() => QueuePlaceType, {
    nullable: true,
    description:
      'Your own place (我的位置), or that of family for whom your account acts, whoever is next: where you checked in with a booking and wait.',
  })
  mine?: QueuePlaceType | undefined;
}

@ObjectType('QueueTicketPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a queue (排队叫号结果).',
})
export class QueueTicketPayload {
  @Field(() => QueueTicket, { nullable: true, description: 'The number as it stands then (排队号).' })
  ticket?: QueueTicket | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
