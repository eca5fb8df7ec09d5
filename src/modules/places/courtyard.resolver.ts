import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { PutBuildingInput, PutCourtyardInput, PutDwellingInput } from './courtyard.input';
import { type CourtyardService } from './courtyard.service';
import { CourtyardConnection, CourtyardPage, DwellingConnection } from './courtyard.type';
import { BuildingPayload, CourtyardPayload, DwellingPayload } from './place-payload.type';

type Context = RequestContext<{ courtyards: CourtyardService }>;

/** Courtyards, buildings and dwellings. */
@Resolver()
export class CourtyardResolver {
  @Query(() => CourtyardConnection, {
    nullable: true,
    description:
      'The courtyards (院落) of a grid that have a profile, by code; of your own grid when none is named.',
  })
  async courtyards(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, { nullable: true, description: 'Code of a grid or courtyard (网格或院落编码).' })
    area?: string,
  ): Promise<CourtyardConnection> {
    return toConnection(await services.courtyards.inGrid(actor, area ?? undefined, page));
  }

  @Query(() => CourtyardPage, {
    nullable: true,
    description: 'A courtyard with its buildings (院落详情); NOT_FOUND when you may not see it.',
  })
  courtyard(
    @Arg('code', () => ID, { description: 'Code of the courtyard (院落编码), 18 digits.' }) code: string,
    @Ctx() { actor, services }: Context,
  ): Promise<CourtyardPage> {
    return services.courtyards.page(actor, code);
  }

  @Query(() => DwellingConnection, {
    nullable: true,
    description: 'The dwellings (房屋) of a courtyard or of one of its buildings, by door.',
  })
  async dwellings(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('courtyard', () => ID, { description: 'Code of the courtyard (院落编码), 18 digits.' })
    courtyard: string,
    @Arg('building', () => String, { nullable: true, description: 'Number of a building (楼号).' })
    building?: string,
  ): Promise<DwellingConnection> {
    const where = { courtyard, building: building ?? undefined };
    return toConnection(await services.courtyards.dwellingsOf(actor, where, page));
  }

  @Mutation(() => CourtyardPayload, { description: 'Write the profile of a courtyard (登记院落档案).' })
  putCourtyard(
    @Arg('input', () => PutCourtyardInput, { description: 'The profile (院落档案).' })
    input: PutCourtyardInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<CourtyardPayload> {
    return asPayload(language, () => services.courtyards.putCourtyard(actor, input));
  }

  @Mutation(() => BuildingPayload, { description: 'Write a building (登记楼栋).' })
  putBuilding(
    @Arg('input', () => PutBuildingInput, { description: 'The building (楼栋).' }) input: PutBuildingInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<BuildingPayload> {
    return asPayload(language, () => services.courtyards.putBuilding(actor, input));
  }

  @Mutation(() => DwellingPayload, { description: 'Write a dwelling (登记房屋).' })
  putDwelling(
    @Arg('input', () => PutDwellingInput, { description: 'The dwelling (房屋).' }) input: PutDwellingInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<DwellingPayload> {
    return asPayload(language, () => services.courtyards.putDwelling(actor, input));
  }
}
