import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { GeoPointInput } from '../../shared/point.type';
import { type DeskService } from './desk.service';
import { DayPlanType, DeskMap } from './desk.type';

type Context = RequestContext<{ desk: DeskService }>;

/** Of what one holds: where it is, and who goes to it. */
@Resolver()
export class DeskResolver {
  @Query(() => DeskMap, {
    nullable: true,
    description: 'What an area or department holds, on a map (待办事件地图).',
  })
  deskMap(
    @Ctx() { actor, services }: Context,
    @Arg('holder', () => ID, {
      nullable: true,
      description: 'Code of the area or department (办理单位编码); your first duty when none is named.',
    })
    holder?: string | null,
  ): Promise<DeskMap> {
    return services.desk.map(actor, holder ?? undefined);
  }

  @Query(() => DayPlanType, {
    nullable: true,
    description:
      'Who goes where today (当日执法安排): what an area or department holds, divided among those who can go out.',
  })
  async dayPlan(
    @Ctx() { actor, services }: Context,
    @Arg('officers', () => Int, { description: 'How many can go out (人数), 1 to 20.' }) officers: number,
    @Arg('each', () => Int, {
      defaultValue: 6,
      description: 'How many cases each can see to (每人件数), 1 to 12.',
    })
    each: number,
    @Arg('start', () => GeoPointInput, { nullable: true, description: 'From where they set out (出发地).' })
    start?: GeoPointInput | null,
    @Arg('holder', () => ID, {
      nullable: true,
      description: 'Code of the area or department (办理单位编码); your first duty when none is named.',
    })
    holder?: string | null,
  ): Promise<DayPlanType> {
    const crew = { officers, each, start: start ?? undefined };
    const { routes, later, unplaced } = await services.desk.plan(actor, holder ?? undefined, crew);
    return { routes: routes.map((stops, index) => ({ officer: index + 1, stops })), later, unplaced };
  }
}
