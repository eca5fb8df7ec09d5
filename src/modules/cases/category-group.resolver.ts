import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Terms } from './case-terms.rules';
import { CATEGORIES, CATEGORY_GROUPS, filedUnder } from './category.rules';
import { groupNameOf, offered } from './category.service';
import { CaseCategory, CaseCategoryGroup, OfferArgs } from './category.type';

type Context = RequestContext<{ terms: Terms }>;

/** The tree of what a case can be about. */
@Resolver(() => CaseCategoryGroup)
export class CategoryGroupResolver {
  @Query(() => [CaseCategoryGroup], {
    description:
      'The categories as a tree of two levels (事件类别树): events (事件), components (部件), community governance (社区治理). With an area: what its district offers at a moment, with what it says of it itself (本区规定), a group without anything left out. Without, it changes with a release only: ask once and keep it.',
  })
  async caseCategoryGroups(
    @Ctx() { services }: Context,
    @Args(() => OfferArgs) offer: OfferArgs,
  ): Promise<CaseCategoryGroup[]> {
    const categories = await offered(services.terms, offer);
    return CATEGORY_GROUPS.map(({ code }) => ({
      code,
      members: categories.filter((category) => filedUnder(category.code).group === code),
    })).filter(({ members }) => members.length > 0);
  }

  @FieldResolver(() => String, { description: 'Name (名称) in the language of `Accept-Language`.' })
  name(@Root() { code }: CaseCategoryGroup, @Ctx() { language }: Context): Promise<string> {
    return groupNameOf(code, language);
  }

  @FieldResolver(() => [CaseCategory], {
    description: 'Its categories (小类), in the order in which people choose.',
  })
  categories(@Root() { code, members }: CaseCategoryGroup): readonly CaseCategory[] {
    return members ?? CATEGORIES.filter(({ group }) => group === code);
  }
}
