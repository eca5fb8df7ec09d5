import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CasePartType } from './case-part.type';
import { partsOf } from './case-split.rules';
import { Case } from './case.type';

/** A case on which several departments work. */
@Resolver(() => Case)
export class CaseSplitResolver {
  @FieldResolver(() => [CasePartType], {
    description:
      'The parts of departments that help (协办事项), oldest first; whoever leads has the case itself.',
  })
  parts(@Root() { steps }: Case): readonly CasePartType[] {
    return partsOf(steps);
  }
}
