import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('TakeTicketInput', {
  description:
    'A number in today’s queue (取号): for a booking, or for a walk-in. The same id and content may be sent again.',
})
export class TakeTicketInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the booking that is checked in (预约编号); none for a walk-in, by the counter’s staff.',
  })
  booking?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For a walk-in: id of the service (事项编号), where it is known.',
  })
  service?: string | null;
}

@InputType('CallNextInput', {
  description: 'Who is next, to a window (叫号). The same id and content may be sent again.',
})
export class CallNextInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => Int, { description: 'Window (窗口).' })
  window: number;
}

@InputType('TicketMoveInput', {
  description:
    'A number of today’s queue, with which something is done (办结、过号、返回). May be sent again.',
})
export class TicketMoveInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => Int, { description: 'Number (排队号).' })
  number: number;
}
