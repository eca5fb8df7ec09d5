import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.type';
import { type FindingOrigin } from './inspection.service';
import { CaseFinding } from './inspection.type';

/** What inspections add to a case. */
@Resolver(() => Case)
export class CaseFindingResolver {
  @FieldResolver(() => CaseFinding, {
    nullable: true,
    description: 'Where it was found (巡查来源), where it is a finding of an inspection; null for any other.',
  })
  finding(@Root() { origin }: Case): CaseFinding | undefined {
    if (origin?.type !== 'INSPECTION') return undefined;
    const { id, premises, item } = origin as FindingOrigin;
    return { inspection: id, premises, item };
  }
}
