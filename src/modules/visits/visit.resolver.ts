import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { Evidence } from '../evidence/evidence.type';
import { SubmitVisitInput } from './visit.input';
import { type VisitService } from './visit.service';
import { Visit } from './visit.type';
import { SubmitVisitPayload } from './visit-payload.type';

type Context = RequestContext<{ visits: VisitService }>;

/** Visits: one mutation takes in all that a knock at a door brought home. */
@Resolver(() => Visit)
export class VisitResolver {
  @Query(() => Visit, {
    nullable: true,
    description: 'The visit (入户走访) with this id; NOT_FOUND outside your area.',
  })
  visit(
    @Arg('id', () => ID, { description: 'Id (走访编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Visit> {
    return services.visits.get(actor, reads, id);
  }

  @Mutation(() => SubmitVisitPayload, {
    description:
      'Hand in a visit with all that it brought home (提交走访): each part goes to whoever answers for it, and is answered by itself.',
  })
  submitVisit(
    @Arg('input', () => SubmitVisitInput, { description: 'The visit and its parts (走访及所获).' })
    input: SubmitVisitInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<SubmitVisitPayload> {
    return asPayload(language, () => services.visits.submit(actor, reads, language, input));
  }

  @FieldResolver(() => [Evidence], { description: 'Pictures of the visit (走访照片).' })
  evidence(@Root() visit: Visit, @Ctx() { actor, reads, services }: Context): Promise<Evidence[]> {
    return services.visits.evidenceOf(actor, reads, visit);
  }
}
