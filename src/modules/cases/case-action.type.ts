import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { type CaseMove, type MoveNeed } from './case.machine';
import { CaseMoveEnum, MoveNeedEnum } from './case-state.type';

@ObjectType('CaseAction', {
  simpleResolvers: true,
  description:
    'A move of a case as it stands for you (可执行操作): draw a button for it, greyed out with the reason.',
})
export class CaseAction {
  @Field(() => CaseMoveEnum, { description: 'The move (操作): pass it to `moveCase`.' })
  move: CaseMove;

  @Field(() => String, { description: 'What people call it (名称), in the language of `Accept-Language`.' })
  name: string;

  @Field(() => [MoveNeedEnum], {
    description: 'What it must bring along (所需材料), in the order in which a form asks for it.',
  })
  needs: readonly MoveNeed[];

  @Field(() => UserError, {
    nullable: true,
    description: 'Why you cannot make it now (不能执行的原因); null when you can.',
  })
  whyNot?: UserError | undefined;
}
