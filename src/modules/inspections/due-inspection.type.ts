import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { type ControlLevel, type PremisesKind } from '../places/premises.rules';
import { ControlLevelEnum, PremisesKindEnum } from '../places/premises.type';

@ObjectType('DueInspection', {
  simpleResolvers: true,
  description:
    'Premises and when they are to be inspected next by a checklist (待查场所). It names no resident.',
})
export class DueInspection {
  @Field(() => ID, { description: 'Id of the premises (场所编号).' })
  premises: string;

  @Field(() => ID, { description: 'Code of the grid or courtyard (所在网格或院落).' })
  area: string;

  @Field(() => String, { description: 'Name of the premises (场所名称).' })
  name: string;

  @Field(() => PremisesKindEnum, { description: 'Kind (场所类型).' })
  kind: PremisesKind;

  @Field(() => ControlLevelEnum, { description: 'Control level (管控级别).' })
  control: ControlLevel;

  @Field(() => ID, { description: 'Code of the checklist (检查表编码) to fill in.' })
  checklist: string;

  @Field(() => Int, { description: 'Its newest version (检查表版本).' })
  version: number;

  @Field(() => String, { description: 'Its name (检查表名称).' })
  checklistName: string;

  @Field(() => GraphQLLocalDate, { description: 'When it is due (应查日期); always a working day.' })
  dueOn: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When they were inspected by it last (最近巡查日期); null where they never were.',
  })
  lastOn?: string | undefined;
}

export const DueInspectionConnection = connectionOf(
  DueInspection,
  'DueInspection',
  'premises to be inspected (待查场所)',
);
export type DueInspectionConnection = InstanceType<typeof DueInspectionConnection>;
