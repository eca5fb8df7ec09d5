import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { CasePersonType } from '../cases/case.type';
import { type BookingChangeService } from './booking-change.service';
import { type BookingMakingService } from './booking-making.service';
import { BookSlotInput, CancelBookingInput, CounterBookingsArgs, MoveBookingInput } from './booking.input';
import { type BookingRecord } from './booking.rules';
import { type BookingService } from './booking.service';
import { Booking, BookingConnection, BookingPayload } from './booking.type';

type Context = RequestContext<{
  bookings: BookingService;
  bookingMaking: BookingMakingService;
  bookingChanges: BookingChangeService;
}>;

/** Bookings at service counters. */
@Resolver(() => Booking)
export class BookingResolver {
  @Query(() => Booking, {
    nullable: true,
    description: 'A booking (预约), for whoever has to do with it; NOT_FOUND otherwise.',
  })
  booking(
    @Arg('id', () => ID, { description: 'Id (预约编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Booking> {
    return services.bookings.get(actor, reads, id);
  }

  @Query(() => BookingConnection, {
    nullable: true,
    description:
      'Your bookings and those of family for whom your account acts (我和家人的预约), the latest first, also those that somebody else made.',
  })
  async myBookings(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<BookingConnection> {
    return toConnection(await services.bookings.mine(actor, reads, page));
  }

  @Query(() => BookingConnection, {
    nullable: true,
    description: 'Whom a counter expects on a day (当日预约), the first first; for its staff.',
  })
  async counterBookings(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => CounterBookingsArgs) { counter, day, ...page }: CounterBookingsArgs,
  ): Promise<BookingConnection> {
    return toConnection(
      await services.bookings.atCounter(actor, reads, { counter, day: day ?? undefined }, page),
    );
  }

  @Mutation(() => BookingPayload, {
    description:
      'Book a slot (预约): for yourself, for family for whom your account acts, or for a resident of your area who agreed; at most three at a time of each, within 14 days.',
  })
  bookSlot(
    @Arg('input', () => BookSlotInput, { description: 'The booking (预约).' }) input: BookSlotInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<BookingPayload> {
    return asPayload(language, () => services.bookingMaking.book(actor, reads, input));
  }

  @Mutation(() => BookingPayload, {
    description: 'Move a booking to another slot (改约), at most five times.',
  })
  moveBooking(
    @Arg('input', () => MoveBookingInput, { description: 'Where to (改约).' }) input: MoveBookingInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<BookingPayload> {
    return asPayload(language, () => services.bookingChanges.move(actor, reads, input));
  }

  @Mutation(() => BookingPayload, { description: 'Give a booking back (取消预约): its place is free again.' })
  cancelBooking(
    @Arg('input', () => CancelBookingInput, { description: 'Which (取消).' }) input: CancelBookingInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<BookingPayload> {
    return asPayload(language, () => services.bookingChanges.cancel(actor, reads, input));
  }

  @FieldResolver(() => CasePersonType, {
    nullable: true,
    description: 'Who booked (预约办理人): who comes, family, or whoever helped them to.',
  })
  bookedBy(@Root() { steps }: BookingRecord): CasePersonType | undefined {
    return steps[0]?.by;
  }
}
