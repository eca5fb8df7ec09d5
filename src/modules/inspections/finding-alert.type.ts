import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GeoPoint } from '../../shared/point.type';
import { Case } from '../cases/case.type';
import { CaseCategory } from '../cases/category.type';
import { type ControlLevel, type PremisesKind } from '../places/premises.rules';
import { ControlLevelEnum, PremisesKindEnum } from '../places/premises.type';
import { type FindingState } from './finding.rules';
import { FindingStateEnum } from './finding-state.type';

@ObjectType('FindingAlert', {
  simpleResolvers: true,
  description:
    'Something was found at premises, or what was found has another state now (问题动态). It names nobody.',
})
export class FindingAlert {
  @Field(() => ID, {
    description:
      'Id (动态编号): the same each time it is told. Drop what you have; nothing else is told twice.',
  })
  id: string;

  @Field(() => Int, {
    description:
      'Number of the step of its case (序号) that it follows from: puts those of one finding in order.',
  })
  number: number;

  @Field(() => FindingStateEnum, {
    nullable: true,
    description: 'State before (原状态); null when it was found.',
  })
  from?: FindingState | undefined;

  @Field(() => FindingStateEnum, { description: 'State after (问题状态).' })
  state: FindingState;

  @Field(() => Date, { description: 'When it came to that (发生时间), by the server’s clock.' })
  at: Date;

  @Field(() => ID, { description: 'Id of the inspection (巡查编号).' })
  inspection: string;

  @Field(() => Date, { description: 'When it was found (发现时间), by the inspector’s phone.' })
  foundAt: Date;

  @Field(() => ID, { description: 'Code of the grid (网格) it was found in.' })
  grid: string;

  @Field(() => ID, { description: 'Code of the checklist (检查表编码).' })
  checklist: string;

  @Field(() => String, { description: 'Its name (检查表名称).' })
  checklistName: string;

  @Field(() => ID, { description: 'Code of the item (检查项编码).' })
  item: string;

  @Field(() => String, { description: 'What was looked at (检查内容).' })
  title: string;

  @Field(() => String, { description: 'What counts as failing (不合格情形).' })
  fails: string;

  @Field(() => String, { nullable: true, description: 'Note (说明).' })
  note?: string | undefined;

  @Field(() => CaseCategory, { description: 'Category of its case (事件类别).' })
  category: CaseCategory;

  @Field(() => ID, {
    description: 'Id of the premises (场所编号): `premisesFile(id:)` has all that was found.',
  })
  premises: string;

  @Field(() => String, { description: 'Name of the premises (场所名称).' })
  name: string;

  @Field(() => PremisesKindEnum, { description: 'Kind of premises (场所类型).' })
  kind: PremisesKind;

  @Field(() => ControlLevelEnum, { description: 'Their control level (管控级别).' })
  control: ControlLevel;

  @Field(() => ID, { description: 'Code of the grid or courtyard (所在网格或院落) they lie in today.' })
  area: string;

  @Field(() => GeoPoint, { nullable: true, description: 'Where they are (坐标点), WGS 84.' })
  point?: GeoPoint | undefined;

  @Field(() => String, { nullable: true, description: 'Their address in words (地址描述).' })
  address?: string | undefined;

  @Field(() => Case, {
    nullable: true,
    description:
      'Its case as it stands (事件): a department sees what the rules of the district bring to it before anybody sends it, and may take it on (`TAKE_ON`). Null where you may see the premises and not the case.',
  })
  case?: Case | undefined;
}

@ObjectType('FindingAlertFeed', {
  simpleResolvers: true,
  description: 'What was found in an area since a cursor (补发的问题动态).',
})
export class FindingAlertFeed {
  @Field(() => [FindingAlert], {
    description:
      'What happened (动态) that you may see, in the order of noting; of one finding by `number`. May be fewer than asked for, or none, while more follow.',
    // The rows are counted where `first` is given.
    complexity: ({ childComplexity }) => childComplexity,
  })
  alerts: readonly FindingAlert[];

  @Field(() => String, { description: 'Where to go on from (游标): give it the next time.' })
  cursor: string;

  @Field(() => Boolean, { description: 'Whether more follows (是否还有): ask on at once with the cursor.' })
  hasMore: boolean;
}
