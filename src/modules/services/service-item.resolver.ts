import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { PublishServiceItemInput, ServiceItemsArgs } from './service-item.input';
import { type ServiceItemService } from './service-item.service';
import { ServiceItemConnection, ServiceItemPayload, ServiceItemType } from './service-item.type';

type Context = RequestContext<{ serviceItems: ServiceItemService }>;

/** One-stop services: finding them, and publishing them. */
@Resolver()
export class ServiceItemResolver {
  @Query(() => ServiceItemConnection, {
    nullable: true,
    description:
      'The services of a district that can be had today (服务事项), by name, former name or initials of pinyin, the best fit first.',
  })
  async serviceItems(
    @Ctx() { actor, services }: Context,
    @Args(() => ServiceItemsArgs) { area, query, ...page }: ServiceItemsArgs,
  ): Promise<ServiceItemConnection> {
    const search = { area: area ?? undefined, query: query ?? undefined };
    return toConnection(await services.serviceItems.list(actor, search, page));
  }

  @Query(() => ServiceItemType, {
    nullable: true,
    description:
      'A service and how one gets it (办事指南), as it holds today or on a day; NOT_FOUND in another district.',
  })
  serviceItem(
    @Ctx() { actor, reads, services }: Context,
    @Arg('id', () => ID, { description: 'Id of the service (事项编号).' }) id: string,
    @Arg('on', () => GraphQLLocalDate, { nullable: true, description: 'Day (日期), in Shanghai.' })
    on?: string,
  ): Promise<ServiceItemType> {
    return services.serviceItems.get(actor, reads, id, on ?? undefined);
  }

  @Mutation(() => ServiceItemPayload, {
    description: 'Publish the next version of a service (发布办事指南), by staff of its district.',
  })
  publishServiceItem(
    @Arg('input', () => PublishServiceItemInput, { description: 'The version (办事指南).' })
    input: PublishServiceItemInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ServiceItemPayload> {
    return asPayload(language, () => services.serviceItems.publish(actor, reads, input));
  }
}
