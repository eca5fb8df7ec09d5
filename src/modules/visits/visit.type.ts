import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Author } from '../../shared/change';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { GeoPoint } from '../../shared/point.type';
import { VISIT_PART_KINDS, type VisitPartKind } from './visit.rules';
import { VISIT_OUTCOMES, type VisitOutcome } from './visit-plan.rules';

export const VisitOutcomeEnum = enumOf(VISIT_OUTCOMES);
registerEnumType(VisitOutcomeEnum, {
  name: 'VisitOutcome',
  description: 'What a knock at a door came to (走访结果).',
  valuesConfig: {
    MET: { description: 'Somebody was met (见到人).' },
    NOT_HOME: { description: 'Nobody was home (家中无人).' },
    REFUSED: {
      description:
        'They would not talk (不愿接待): an ordinary outcome with a next day, a visit like any other.',
    },
    MOVED: { description: 'They do not live there any more (已搬离).' },
  },
});

export const VisitPartKindEnum = enumOf(VISIT_PART_KINDS);
registerEnumType(VisitPartKindEnum, {
  name: 'VisitPartKind',
  description: 'What somebody brought home from a visit (走访所获类别).',
  valuesConfig: {
    NEW_RESIDENT: { description: 'Somebody to put on file (新登记居民).' },
    RESIDENT_UPDATE: { description: 'Something about a resident has changed (居民信息更新).' },
    RESIDENT_MOVE: { description: 'Somebody has moved in from another household (迁入).' },
    RESIDENCE_END: { description: 'Somebody has left (离开).' },
    CASE: { description: 'Something that must be dealt with (事件).' },
    NOTE: { description: 'A need, a wish, an errand or anything else for the work log (日志条目).' },
    INSPECTION: { description: 'An inspection of premises near the door (场所巡查).' },
    APPLICATION: { description: 'A service request: an application for a resident (帮办代办申请).' },
  },
});

@ObjectType('VisitPerson', { simpleResolvers: true, description: 'Who made a visit (走访人).' })
export class VisitPerson {
  @Field(() => String, { description: 'Name (姓名).' })
  name: string;
}

/** What every view of a visit shows. */
@ObjectType('VisitFacts', { simpleResolvers: true })
class VisitFacts {
  @Field(() => ID, { description: 'Id (走访编号), made by the client.' })
  id: string;

  @Field(() => Date, { description: 'When (走访时间), by the phone of whoever made it.' })
  at: Date;

  @Field(() => VisitOutcomeEnum, { description: 'What it came to (结果).' })
  outcome: VisitOutcome;

  @Field(() => VisitPerson, { description: 'Who made it (走访人).' })
  by: VisitPerson;

  @Field(() => String, { nullable: true, description: 'What was noted (备注); lists show its beginning.' })
  note?: string | undefined;
}

@ObjectType('VisitSummary', { simpleResolvers: true, description: 'A visit (入户走访) as lists show it.' })
export class VisitSummary extends VisitFacts {}

export const VisitSummaryConnection = connectionOf(VisitSummary, 'VisitSummary', 'visits (入户走访)');
export type VisitSummaryConnection = InstanceType<typeof VisitSummaryConnection>;

@ObjectType('VisitPartRef', {
  simpleResolvers: true,
  description: 'That a visit brought something home (走访所获).',
})
export class VisitPartRef {
  @Field(() => VisitPartKindEnum, { description: 'What (类别).' })
  kind: VisitPartKind;

  @Field(() => ID, {
    description:
      'Id of it (编号): of the case, note, inspection, application or resident it made, or of the change.',
  })
  id: string;
}

@ObjectType('Visit', {
  simpleResolvers: true,
  description: 'One knock at one door (入户走访): who, when, and what came of it.',
})
export class Visit extends VisitFacts {
  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落) at the time.' })
  courtyard: string;

  @Field(() => String, { description: 'Address (地址).' })
  address: string;

  @Field(() => Date, { description: 'When the server heard of it (登记时间).' })
  recordedAt: Date;

  @Field(() => [ID], { description: 'Ids of the residents who were met (见到的居民).' })
  met: readonly string[];

  @Field(() => GeoPoint, { nullable: true, description: 'Where it was recorded (坐标点); WGS 84.' })
  point?: GeoPoint | undefined;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When to come again, as agreed (约定再访日期).',
  })
  nextOn?: string | undefined;

  @Field(() => [VisitPartRef], { description: 'What else it brought home (所获各项).' })
  parts: readonly VisitPartRef[];

  declare by: VisitPerson & Author;
  /** Grid at the time. */
  grid: string;
  mark: string;
}
