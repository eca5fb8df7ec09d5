import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { Premises } from '../places/premises.type';
import { FindingCount, InspectionConnection, InspectionFinding } from './inspection.type';
import { type PremisesFileService } from './premises-file.service';

/** Points of reading the file of one premises: so many that no list of premises can ask for the files of all. */
const READING = 500;

/** How many rows of findings are usual. */
const USUAL_FINDINGS = 10;

/** Points of such a field that lists so many rows. */
const points = (rows: number, childComplexity: number) => READING + rows * childComplexity;

type Context = RequestContext<{ premisesFiles: PremisesFileService }>;

/** What inspections add to premises. Departments see of what was found only what is theirs to deal with. */
@Resolver(() => Premises)
export class PremisesInspectionsResolver {
  @FieldResolver(() => InspectionConnection, {
    description: 'Their inspections (巡查记录), newest first.',
    complexity: ({ args, childComplexity }) => points(Number(args.first), childComplexity),
  })
  async inspections(
    @Root() premises: Premises,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, reads, language, services }: Context,
  ): Promise<InspectionConnection> {
    return toConnection(
      await services.premisesFiles.inspectionsOf({ actor, reads, language }, premises, page),
    );
  }

  @FieldResolver(() => [InspectionFinding], {
    description:
      'What was found in the last 365 days or at the last 20 inspections and is not settled (未销号问题), newest first.',
    complexity: ({ childComplexity }) => points(USUAL_FINDINGS, childComplexity),
  })
  openFindings(
    @Root() premises: Premises,
    @Ctx() { actor, reads, language, services }: Context,
  ): Promise<InspectionFinding[]> {
    return services.premisesFiles.openFindings({ actor, reads, language }, premises);
  }

  @FieldResolver(() => [FindingCount], {
    description:
      'How often something of each category was found in the last 365 days (近一年问题统计), the most frequent first.',
    complexity: ({ childComplexity }) => points(USUAL_FINDINGS, childComplexity),
  })
  findingsInYear(
    @Root() premises: Premises,
    @Ctx() { actor, reads, language, services }: Context,
  ): Promise<FindingCount[]> {
    return services.premisesFiles.findingsInYear({ actor, reads, language }, premises);
  }
}
