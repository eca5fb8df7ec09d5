import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { CATEGORIES, CATEGORY_GROUPS } from './category.rules';
import { groupNameOf } from './category.service';
import { CaseCategory, CaseCategoryGroup } from './category.type';

/** The tree of what a case can be about. */
@Resolver(() => CaseCategoryGroup)
export class CategoryGroupResolver {
  @Query(() => [CaseCategoryGroup], {
    description:
      'The categories as a tree of two levels (事件类别树): events (事件), components (部件), community governance (社区治理). It changes with a release only: ask once and keep it.',
  })
  caseCategoryGroups(): CaseCategoryGroup[] {
    return CATEGORY_GROUPS.map(({ code }) => ({ code }));
  }

  @FieldResolver(() => String, { description: 'Name (名称) in the language of `Accept-Language`.' })
  name(@Root() { code }: CaseCategoryGroup, @Ctx() { language }: RequestContext<object>): Promise<string> {
    return groupNameOf(code, language);
  }

  @FieldResolver(() => [CaseCategory], {
    description: 'Its categories (小类), in the order in which people choose.',
  })
  categories(@Root() { code }: CaseCategoryGroup): CaseCategory[] {
    return CATEGORIES.filter(({ group }) => group === code).map((category) => ({
      code: category.code,
      version: category.version,
    }));
  }
}
