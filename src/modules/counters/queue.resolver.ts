import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { CallNextInput, TakeTicketInput, TicketMoveInput } from './queue.input';
import { type QueueService } from './queue.service';
import { QueueBoard, QueueState, QueueTicketPayload } from './queue.type';

type Context = RequestContext<{ queues: QueueService }>;

/** The queue of a service counter. */
@Resolver()
export class QueueResolver {
  @Query(() => QueueState, {
    nullable: true,
    description: 'Who is in the queue of a counter today (排队情况), for its staff; NOT_FOUND for others.',
  })
  queue(
    @Arg('counter', () => ID, { description: 'Id of the counter (便民服务中心编号).' }) counter: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<QueueState> {
    return services.queues.state(actor, reads, counter);
  }

  @Query(() => QueueBoard, {
    nullable: true,
    description: 'What the board of a counter shows (叫号屏): numbers, how many wait, and about how long.',
  })
  queueBoard(
    @Arg('counter', () => ID, { description: 'Id of the counter (便民服务中心编号).' }) counter: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<QueueBoard> {
    return services.queues.board(actor, reads, counter);
  }

  @Mutation(() => QueueTicketPayload, {
    description:
      'Take a number (取号): check in for a booking within half an hour of its time, or give one to a walk-in, by the staff.',
  })
  takeTicket(
    @Arg('input', () => TakeTicketInput, { description: 'For what (取号).' }) input: TakeTicketInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<QueueTicketPayload> {
    return asPayload(language, () => services.queues.take(actor, reads, input));
  }

  @Mutation(() => QueueTicketPayload, {
    description: 'Call who is next to a window (叫号); the window must be free.',
  })
  callNext(
    @Arg('input', () => CallNextInput, { description: 'To which window (叫号).' }) input: CallNextInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<QueueTicketPayload> {
    return asPayload(language, () => services.queues.callNext(actor, reads, input));
  }

  @Mutation(() => QueueTicketPayload, { description: 'Whoever is at a window was served (办结).' })
  finishTicket(
    @Arg('input', () => TicketMoveInput, { description: 'Which number (排队号).' }) input: TicketMoveInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<QueueTicketPayload> {
    return asPayload(language, () => services.queues.move(actor, reads, 'FINISH', input));
  }

  @Mutation(() => QueueTicketPayload, { description: 'Whoever was called did not come (过号).' })
  ticketAbsent(
    @Arg('input', () => TicketMoveInput, { description: 'Which number (排队号).' }) input: TicketMoveInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<QueueTicketPayload> {
    return asPayload(language, () => services.queues.move(actor, reads, 'MISS', input));
  }

  @Mutation(() => QueueTicketPayload, {
    description: 'Whoever was absent is back (过号返回), at most twice: last in the queue again.',
  })
  ticketBack(
    @Arg('input', () => TicketMoveInput, { description: 'Which number (排队号).' }) input: TicketMoveInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<QueueTicketPayload> {
    return asPayload(language, () => services.queues.move(actor, reads, 'BACK', input));
  }
}
