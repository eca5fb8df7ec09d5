import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { PageArgs } from '../../shared/connection.type';
import { ApplicationConsentInput } from '../applications/application.input';

@InputType('BookSlotInput', {
  description: 'A new booking (预约). The same id and content may be sent again.',
})
export class BookSlotInput {
  @Field(() => ID, { description: 'Id of the booking, made by the client: UUID version 7 (预约编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => Date, { description: 'When the slot begins (时段开始时间): one of `counterSlots`.' })
  start: Date;

  @Field(() => ID, { nullable: true, description: 'Id of the service (事项编号); this or `application`.' })
  service?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the application it is about (办件编号).' })
  application?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For whom (居民编号): family for whom your account acts, or by a worker or at the counter, with `consent`; yourself when nobody is named.',
  })
  resident?: string | null;

  @Field(() => ApplicationConsentInput, {
    nullable: true,
    description:
      'That the resident agreed (委托代办授权): by a worker or at the counter, and only then; family agreed when it was bound.',
  })
  consent?: ApplicationConsentInput | null;
}

@InputType('CancelBookingInput', {
  description: 'A booking that is given back (取消预约). The same id and content may be sent again.',
})
export class CancelBookingInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the booking (预约编号).' })
  booking: string;

  @Field(() => Int, { description: 'Version as you saw it (版本号).' })
  expectedVersion: number;
}

@InputType('MoveBookingInput', {
  description: 'Another slot for a booking (改约). The same id and content may be sent again.',
})
export class MoveBookingInput extends CancelBookingInput {
  @Field(() => Date, { description: 'When the new slot begins (新时段开始时间), at the same counter.' })
  start: Date;
}

@ArgsType()
export class CounterBookingsArgs extends PageArgs {
  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Day (日期); today when none is named.' })
  day?: Day | null;
}
