import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../auth/request';
import { type AreaService } from '../modules/areas/area.service';
import { type CaseService } from '../modules/cases/case.service';
import { levelOf } from '../shared/area-code';
import { Node } from '../shared/node.type';

type Context = RequestContext<{ areas: AreaService; cases: CaseService }>;

/** Anything that has an id of its own, by that id alone. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The area or case with this id (按编号取对象); NOT_FOUND when you may not see it.',
  })
  node(@Arg('id', () => ID, { description: 'Id (编号).' }) id: string, @Ctx() ctx: Context): Promise<Node> {
    const { areas, cases } = ctx.services;
    return levelOf(id) === undefined ? cases.get(ctx.actor, ctx.reads, id) : areas.get(ctx.actor, id);
  }
}
