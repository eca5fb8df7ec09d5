import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { type CaseState } from '../cases/case.machine';
import { CaseStateEnum } from '../cases/case-state.type';
import { type CategoryKind } from '../cases/category-leaf.rules';
import { CaseKindEnum } from '../cases/category.type';

@ArgsType()
export class CasesArgs extends PageArgs {
  @Field(() => ID, {
    description: 'Code of the area (区域编码): district, street, community, grid or courtyard.',
  })
  area: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Reported on this day or later (上报日期起).',
  })
  from?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Reported on this day or earlier (上报日期止).',
  })
  to?: string | null;

  @Field(() => [CaseStateEnum], { nullable: true, description: 'Only in one of these states (状态).' })
  states?: CaseState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only of one of these categories (类别编码).' })
  categories?: string[] | null;

  @Field(() => [CaseKindEnum], { nullable: true, description: 'Only of one of these kinds (事件性质).' })
  kinds?: CategoryKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only with these words (关键词), 1 to 30 characters, among the first 40 characters of its text. The rest of the text, the history, comments, names, phones and addresses are not searched.',
  })
  words?: string | null;
}
