import { GraphQLGeoJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GeoPoint } from '../../shared/point.type';
import { CaseStateEnum } from '../cases/case-state.type';
import { UrgencyEnum } from '../cases/case.type';
import { type CaseState } from '../cases/case.machine';
import { type Urgency } from '../cases/case.rules';

@ObjectType('DeskCase', {
  simpleResolvers: true,
  description: 'A case that is to be seen to (待办事件), as a plan shows it.',
})
export class DeskCaseType {
  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  id: string;

  @Field(() => CaseStateEnum, { description: 'State (状态).' })
  state: CaseState;

  @Field(() => String, { description: 'Code of its category (事项类别编码).' })
  category: string;

  @Field(() => UrgencyEnum, { description: 'Urgency (紧急程度).' })
  urgency: Urgency;

  @Field(() => ID, { description: 'Code of the area where it happened (所在区域编码).' })
  area: string;

  @Field(() => String, { nullable: true, description: 'Address (地址).' })
  address?: string | undefined;

  @Field(() => GeoPoint, { nullable: true, description: 'Where it is (坐标), in WGS 84.' })
  point?: GeoPoint | undefined;

  @Field(() => Date, { nullable: true, description: 'By when its holder has to act (期限).' })
  dueAt?: Date | undefined;
}

@ObjectType('DeskMap', {
  simpleResolvers: true,
  description: 'What an area or department holds, as a map draws it (待办事件地图); as it was a moment ago.',
})
export class DeskMap {
  @Field(() => Int, { description: 'How many cases it holds (事件数), at most 1,000.' })
  total: number;

  @Field(() => Int, { description: 'How many of them have no point (无坐标) and are not on the map.' })
  unplaced: number;

  @Field(() => GraphQLGeoJSON, {
    description:
      'A GeoJSON FeatureCollection in WGS 84 (地理数据): a Point for each case, its id, and as properties `state`, `category` (its code), `urgency`, `dueAt` and `punctuality`, null where no clock runs.',
  })
  geoJson: object;

  @Field(() => [DeskCaseType], {
    description:
      'What was found at inspections, is the department’s by the rules of its district, and nobody has sent yet (待认领): it can be taken on (`TAKE_ON`). At most 1,000; empty for an area.',
  })
  toTakeOn: readonly DeskCaseType[];
}

@ObjectType('DayStop', { simpleResolvers: true, description: 'A case on somebody’s way (行程站点).' })
export class DayStop {
  @Field(() => DeskCaseType, { description: 'The case (事件).' })
  errand: DeskCaseType;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far it is from the one before, or from the start (距上一站), in metres as the crow flies.',
  })
  metres?: number | undefined;
}

@ObjectType('DayRoute', { simpleResolvers: true, description: 'The way of one officer (执法人员行程).' })
export class DayRoute {
  @Field(() => Int, { description: 'Which officer (序号), from 1.' })
  officer: number;

  @Field(() => [DayStop], {
    description: 'Where they go (站点), in this order: what is urgent first, then what is nearest.',
  })
  stops: readonly DayStop[];
}

@ObjectType('DayPlan', {
  simpleResolvers: true,
  description:
    'The day of those who can go out (当日执法安排), planned from what is urgent and near. A proposal: it changes nothing and is not kept.',
})
export class DayPlanType {
  @Field(() => [DayRoute], {
    description: 'A way for each officer for whom there is something to do (行程).',
  })
  routes: readonly DayRoute[];

  @Field(() => [DeskCaseType], {
    description:
      'What there was no room for (顺延), in its turn; none of it is more urgent than what is planned.',
  })
  later: readonly DeskCaseType[];

  @Field(() => [DeskCaseType], { description: 'What has no point (无坐标) and could not be planned.' })
  unplaced: readonly DeskCaseType[];
}
