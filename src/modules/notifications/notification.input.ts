import { Field, ID, InputType } from 'type-graphql';

@InputType('MarkNotificationsReadInput', { description: 'Notifications that were read (标记已读).' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { description: 'Their ids (提醒编号), 50 at most.' })
  ids: string[];
}
