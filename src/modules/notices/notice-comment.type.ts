import { Field, ID, ObjectType } from 'type-graphql';
import { type Author } from '../../shared/change';
import { CasePersonType } from '../cases/case.type';

/** That a comment was hidden. */
export interface CommentHiding {
  readonly at: Date;
  readonly by: Author;
  readonly reason: string;
}

@ObjectType('NoticeCommentHiding', {
  simpleResolvers: true,
  description: 'That a comment was hidden (隐藏评论).',
})
export class NoticeCommentHiding {
  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => String, { description: 'Why (原因).' })
  reason: string;
}

@ObjectType('NoticeComment', {
  simpleResolvers: true,
  description: 'What somebody said to a notice (评论): plain text.',
})
export class NoticeComment {
  @Field(() => ID, { description: 'Id (评论编号), made by the client.' })
  id: string;

  @Field(() => String, { description: 'What was said (内容).' })
  text: string;

  @Field(() => CasePersonType, { description: 'By whom (评论人); a resident’s name is masked.' })
  by: Author;

  @Field(() => Date, { description: 'When (时间), by the server’s clock.' })
  at: Date;

  @Field(() => NoticeCommentHiding, {
    nullable: true,
    description:
      'That it was hidden, and why (隐藏): only who said it, and staff who may hide it, see it still.',
  })
  hiding?: CommentHiding | undefined;
}
