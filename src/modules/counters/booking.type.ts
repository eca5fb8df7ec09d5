import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { BOOKING_STATES, type BookingState, type BookingSummary } from './booking.rules';

export const BookingStateEnum = enumOf(BOOKING_STATES);
registerEnumType(BookingStateEnum, {
  name: 'BookingState',
  description: 'What became of a booking (预约状态).',
  valuesConfig: {
    BOOKED: { description: 'It stands (已预约).' },
    ARRIVED: { description: 'Who booked has come and is in the queue, or was (已签到).' },
    MISSED: { description: 'Nobody came until half an hour after its slot (爽约).' },
    CANCELLED: { description: 'Given back (已取消).' },
  },
});

@ObjectType('BookingSummary', {
  simpleResolvers: true,
  description: 'A booking at a service counter as a list shows it (预约): the name is masked.',
})
export class BookingSummaryType implements BookingSummary {
  @Field(() => ID, { description: 'Id (预约编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => String, { description: 'Name of the counter (便民服务中心名称).' })
  counterName: string;

  @Field(() => Date, { description: 'When it begins (开始时间).' })
  start: Date;

  @Field(() => Date, { description: 'When it ends (结束时间).' })
  end: Date;

  @Field(() => ID, { description: 'Id of the service (事项编号).' })
  service: string;

  @Field(() => String, { description: 'Name of the service (事项名称).' })
  serviceName: string;

  @Field(() => String, { description: 'Name of who comes, masked (预约人,已脱敏).' })
  maskedName: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who comes (预约人编号): yourself or family, by the ids of `myAccount`; null in the list of a counter.',
  })
  resident?: string | undefined;

  @Field(() => BookingStateEnum, { description: 'What became of it (预约状态).' })
  state: BookingState;

  @Field(() => Int, {
    nullable: true,
    description: 'Number in the queue of that day (排队号), once they came.',
  })
  ticket?: number | undefined;

  @Field(() => Date, { nullable: true, description: 'When who booked was last reminded of it (提醒时间).' })
  remindedAt?: Date | undefined;
}

@ObjectType('Booking', {
  simpleResolvers: true,
  description: 'A booking at a service counter (预约).',
})
export class Booking extends BookingSummaryType {
  @Field(() => Int, { description: 'Version (版本号); give it when you move or cancel it.' })
  version: number;

  @Field(() => ID, { nullable: true, description: 'Id of the application it is about (办件编号).' })
  application?: string | undefined;
}

export const BookingConnection = connectionOf(BookingSummaryType, 'Booking', 'bookings (预约)');
export type BookingConnection = InstanceType<typeof BookingConnection>;

@ObjectType('BookingPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a booking (预约操作结果).',
})
export class BookingPayload {
  @Field(() => Booking, { nullable: true, description: 'The booking as it stands now (预约).' })
  booking?: Booking | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
