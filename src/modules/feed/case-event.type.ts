import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type CaseState } from '../cases/case.machine';
import { CaseStateEnum } from '../cases/case-state.type';
import { Case } from '../cases/case.type';
import { TimelineEntry } from '../cases/case-timeline.type';

@ObjectType('CaseEvent', {
  simpleResolvers: true,
  description: 'Something that happened to a case (事件动态): one step of its history.',
})
export class CaseEvent {
  @Field(() => ID, {
    description:
      'Id (动态编号): the same each time it is told. Drop what you have; nothing else is told twice.',
  })
  id: string;

  @Field(() => Int, { description: 'Number of the step in the history of its case (序号), from 1.' })
  number: number;

  @Field(() => CaseStateEnum, { nullable: true, description: 'State before (原状态); null for the report.' })
  from?: CaseState | undefined;

  @Field(() => CaseStateEnum, { description: 'State after (新状态).' })
  to: CaseState;

  @Field(() => TimelineEntry, {
    description: 'What happened, when, by whom, who holds it afterwards (事件经过).',
  })
  step: TimelineEntry;

  @Field(() => Case, { description: 'The case as it stands when this is told (事件): it may have moved on.' })
  case: Case;
}

@ObjectType('CaseEventFeed', {
  simpleResolvers: true,
  description: 'What happened in an area since a cursor (补发的事件动态).',
})
export class CaseEventFeed {
  @Field(() => [CaseEvent], {
    description:
      'The events (动态) you may see, in the order of noting; those of one case by their number. May be fewer than asked for, or none, while more follow.',
    // The rows are counted where `first` is given.
    complexity: ({ childComplexity }) => childComplexity,
  })
  events: readonly CaseEvent[];

  @Field(() => String, { description: 'Where to go on from (游标): give it the next time.' })
  cursor: string;

  @Field(() => Boolean, { description: 'Whether more follows (是否还有): ask on at once with the cursor.' })
  hasMore: boolean;
}
