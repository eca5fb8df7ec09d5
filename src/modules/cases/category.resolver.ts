import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { CATEGORIES, categoryOf } from './category.rules';
import { CaseCategory } from './case.type';

/** What a case can be about. */
@Resolver(() => CaseCategory)
export class CategoryResolver {
  @Query(() => [CaseCategory], { description: 'The categories a case can have (事件类别).' })
  caseCategories(): CaseCategory[] {
    return CATEGORIES.map(({ code }) => ({ code }));
  }

  @FieldResolver(() => String, { description: 'Name (名称) in the language of `Accept-Language`.' })
  name(@Root() { code }: CaseCategory, @Ctx() { language }: RequestContext<object>): string {
    return categoryOf(code)?.name[language] ?? code;
  }
}
