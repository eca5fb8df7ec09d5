import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { type PremisesKind } from '../places/premises.rules';
import { Premises, PremisesKindEnum } from '../places/premises.type';
import { shownChecklists } from './checklist.service';
import { ChecklistType } from './checklist.type';
import { SubmitInspectionInput } from './inspection.input';
import { type InspectionService } from './inspection.service';
import { Inspection, SubmitInspectionPayload } from './inspection.type';
import { type PremisesFileService } from './premises-file.service';

type Context = RequestContext<{ inspections: InspectionService; premisesFiles: PremisesFileService }>;

/** Inspections of premises. */
@Resolver()
export class InspectionResolver {
  @Query(() => [ChecklistType], {
    nullable: true,
    description:
      'The checklists (检查表) for premises of a kind, each in its newest version; those made for the kind first.',
  })
  checklists(
    @Arg('kind', () => PremisesKindEnum, { description: 'Kind of premises (场所类型).' }) kind: PremisesKind,
    @Ctx() { language }: Context,
  ): Promise<ChecklistType[]> {
    return shownChecklists(kind, language);
  }

  @Query(() => Inspection, {
    nullable: true,
    description: 'The inspection (巡查) with this id; NOT_FOUND outside your area.',
  })
  inspection(
    @Arg('id', () => ID, { description: 'Id (巡查编号).' }) id: string,
    @Ctx() { actor, reads, language, services }: Context,
  ): Promise<Inspection> {
    return services.premisesFiles.get({ actor, reads, language }, id);
  }

  @Query(() => Premises, {
    nullable: true,
    description:
      'The same as `premises`, for a screen that shows their file (场所档案): inspections and findings are read at once with them. What became of a finding may be a second old; its case is not.',
  })
  premisesFile(
    @Arg('id', () => ID, { description: 'Id (场所编号).' }) id: string,
    @Ctx() { actor, reads, language, services }: Context,
  ): Promise<Premises> {
    return services.premisesFiles.open({ actor, reads, language }, id);
  }

  @Mutation(() => SubmitInspectionPayload, {
    description:
      'Hand in an inspection (提交巡查): each item that failed becomes a case, which goes to whoever answers for it.',
  })
  submitInspection(
    @Arg('input', () => SubmitInspectionInput, { description: 'The inspection (巡查).' })
    input: SubmitInspectionInput,
    @Ctx() { actor, reads, language, services }: Context,
  ): Promise<SubmitInspectionPayload> {
    return asPayload(language, () => services.inspections.submit({ actor, reads, language }, input));
  }
}
