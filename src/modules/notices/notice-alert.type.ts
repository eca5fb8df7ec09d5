import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type NoticeKind } from './notice.rules';
import { NoticeKindEnum } from './notice-kind.type';

@ObjectType('UrgentNotice', {
  simpleResolvers: true,
  description: 'An urgent notice that has come out (紧急公告): `notice(id:)` gives the whole.',
})
export class UrgentNotice {
  @Field(() => ID, { description: 'Id of the notice (公告编号).' })
  id: string;

  @Field(() => Int, { description: 'Its version (版本号): with the id it tells what you have already.' })
  version: number;

  @Field(() => NoticeKindEnum, { description: 'Kind (类别).' })
  kind: NoticeKind;

  @Field(() => String, { description: 'Title (标题): plain text of one line.' })
  title: string;

  @Field(() => Date, { description: 'Since when it is out (开始时间).' })
  from: Date;

  @Field(() => Date, { description: 'When it ends (截止时间).' })
  until: Date;
}
