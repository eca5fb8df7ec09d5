import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Limit } from '../../shared/limit';
import { LimitType } from '../../shared/limit.type';
import { type Urgency } from './case.rules';
import { UrgencyEnum } from './case.type';
import { type Terms } from './case-terms.rules';
import { type CategoryKind } from './category-leaf.rules';
import { filedUnder } from './category.rules';
import { offered, ownOf, ownTextsOf } from './category.service';
import { CaseCategory, CaseCategoryGroup, CaseKindEnum, OfferArgs } from './category.type';

type Context = RequestContext<{ terms: Terms }>;

/** What a case can be about. */
@Resolver(() => CaseCategory)
export class CategoryResolver {
  @Query(() => [CaseCategory], {
    description:
      'The categories a case can have (事件类别), in the order in which people choose; `caseCategoryGroups` has them as a tree. With an area: those that its district offers at a moment, with what it says of them itself (本区规定).',
  })
  caseCategories(
    @Ctx() { services }: Context,
    @Args(() => OfferArgs) offer: OfferArgs,
  ): Promise<CaseCategory[]> {
    return offered(services.terms, offer);
  }

  @FieldResolver(() => Int, {
    description:
      'Version (版本号): grows by one when what is said here changes; a case keeps the one it was filed under.',
  })
  version(@Root() { code, version }: CaseCategory): number {
    return filedUnder(code, version).version;
  }

  @FieldResolver(() => String, { description: 'Name (名称) in the language of `Accept-Language`.' })
  async name(@Root() category: CaseCategory, @Ctx() { language, services }: Context): Promise<string> {
    return (await ownTextsOf(category, language, services.terms)).name;
  }

  @FieldResolver(() => CaseCategoryGroup, { description: 'Its group (大类).' })
  group(@Root() { code, version }: CaseCategory): CaseCategoryGroup {
    return { code: filedUnder(code, version).group };
  }

  @FieldResolver(() => CaseKindEnum, { description: 'What sort of thing it is (性质).' })
  kind(@Root() { code, version }: CaseCategory): CategoryKind {
    return filedUnder(code, version).kind;
  }

  @FieldResolver(() => String, {
    description:
      'What sort of department answers for it (责任单位), in words; the department that a case is dispatched to is chosen for the case.',
  })
  async unit(@Root() category: CaseCategory, @Ctx() { language, services }: Context): Promise<string> {
    return (await ownTextsOf(category, language, services.terms)).unit;
  }

  @FieldResolver(() => UrgencyEnum, {
    description: 'Urgency (默认紧急程度) of a case whose reporter does not say.',
  })
  async urgency(@Root() category: CaseCategory, @Ctx() { services }: Context): Promise<Urgency> {
    const own = await ownOf(category, services.terms);
    return own?.urgency ?? filedUnder(category.code, category.version).urgency;
  }

  @FieldResolver(() => LimitType, {
    description:
      'How long handling it may take (处置时限), whatever its urgency. A few are published by cities; most are our own.',
  })
  handlingLimit(@Root() { code, version, terms }: CaseCategory): Limit {
    return terms?.limits?.HANDLE ?? filedUnder(code, version).handle;
  }

  @FieldResolver(() => String, { description: 'When it is filed as a case (立案条件).' })
  async filingCondition(
    @Root() category: CaseCategory,
    @Ctx() { language, services }: Context,
  ): Promise<string> {
    return (await ownTextsOf(category, language, services.terms)).filing;
  }

  @FieldResolver(() => String, { description: 'When it may be closed (结案条件).' })
  async closingCondition(
    @Root() category: CaseCategory,
    @Ctx() { language, services }: Context,
  ): Promise<string> {
    return (await ownTextsOf(category, language, services.terms)).closing;
  }
}
