import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { CountersArgs, CounterSlotsArgs, PutCounterInput } from './counter.input';
import { type CounterService } from './counter.service';
import { CounterConnection, CounterPayload, CounterSlot, CounterType } from './counter.type';

type Context = RequestContext<{ counters: CounterService }>;

/** Service counters, and when they have time. */
@Resolver()
export class CounterResolver {
  @Query(() => CounterConnection, {
    nullable: true,
    description:
      'The service counters (便民服务中心) of an area, of what lies in it and of what it lies in: the nearest first, or the lowest level first.',
  })
  async counters(
    @Ctx() { actor, services }: Context,
    @Args(() => CountersArgs) { area, near, ...page }: CountersArgs,
  ): Promise<CounterConnection> {
    const search = { area: area ?? undefined, near: near ?? undefined };
    return toConnection(await services.counters.list(actor, search, page));
  }

  @Query(() => CounterType, {
    nullable: true,
    description: 'A service counter (便民服务中心); NOT_FOUND in another district.',
  })
  counter(
    @Arg('id', () => ID, { description: 'Id (编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<CounterType> {
    return services.counters.get(actor, reads, id);
  }

  @Query(() => [CounterSlot], {
    nullable: true,
    description: 'When a counter has time (可预约时段), the first first; what has begun is left out.',
  })
  counterSlots(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => CounterSlotsArgs) { counter, from, days }: CounterSlotsArgs,
  ): Promise<CounterSlot[]> {
    return services.counters.slots(actor, reads, { counter, from: from ?? undefined, days });
  }

  @Mutation(() => CounterPayload, {
    description: 'Put a service counter, or change one (维护便民服务中心), by staff of its area.',
  })
  putCounter(
    @Arg('input', () => PutCounterInput, { description: 'The counter (便民服务中心).' })
    input: PutCounterInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<CounterPayload> {
    return asPayload(language, () => services.counters.put(actor, reads, input));
  }
}
