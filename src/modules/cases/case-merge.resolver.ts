import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { absorbedBy } from './case-merge.rules';
import { type CaseService } from './case.service';
import { Case } from './case.type';
import { LeadCase } from './lead-case.type';

type Context = RequestContext<{ cases: CaseService }>;

/** One matter that was reported as several cases. */
@Resolver(() => Case)
export class CaseMergeResolver {
  @FieldResolver(() => LeadCase, {
    nullable: true,
    description: 'The case that goes on for it (主事件); null for one that is not merged.',
  })
  leadCase(@Root() found: Case, @Ctx() { reads, services }: Context): Promise<LeadCase | undefined> {
    return services.cases.leadOf(reads, found);
  }

  @FieldResolver(() => [ID], { description: 'Ids of the cases that were merged into it (并入的重复事件).' })
  duplicates(@Root() { steps }: Case): string[] {
    return absorbedBy(steps).flatMap(({ other }) => other ?? []);
  }
}
