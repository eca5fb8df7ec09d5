import { GraphQLGeoJSON, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { type Datum } from '../../shared/geo';
import { enumOf } from '../../shared/graphql-enum';
import { DatumEnum } from '../../shared/point.type';
import { type GridKind } from '../areas/area.rules';
import { GridKindEnum } from '../areas/area.type';
import { type Boundary } from '../areas/boundary.rules';

/** How a plan can be decided. */
export const DECISIONS = ['APPROVE', 'REJECT'] as const;
export type Decision = (typeof DECISIONS)[number];
export const DecisionEnum = enumOf(DECISIONS);
registerEnumType(DecisionEnum, {
  name: 'AdjustmentDecision',
  description: 'How a plan is decided (审批意见).',
  valuesConfig: {
    APPROVE: { description: 'Approve (批准).' },
    REJECT: { description: 'Reject (驳回); the reason is required.' },
  },
});

@InputType('PlannedGridInput', { description: 'A grid as it will be (调整后的网格), new or changed.' })
export class PlannedGridInput {
  @Field(() => ID, { description: 'Code (编码): that of the community and three digits, never used before.' })
  code: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;

  @Field(() => GridKindEnum, { description: 'Kind (网格类型).', defaultValue: 'GENERAL' })
  kind: GridKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Second managing department (双重管理部门) of a special grid.',
  })
  department?: string | null;

  @Field(() => GraphQLGeoJSON, {
    nullable: true,
    description: 'Boundary (边界) as a GeoJSON Polygon; left out for a grid that keeps its own.',
  })
  boundary?: Boundary | null;

  @Field(() => DatumEnum, {
    description: 'Coordinate system (坐标系) of the boundary.',
    defaultValue: 'WGS84',
  })
  datum: Datum;
}

@InputType('CourtyardMoveInput', { description: 'A courtyard that goes to another grid (院落划转).' })
export class CourtyardMoveInput {
  @Field(() => ID, { description: 'Code of the courtyard (院落编码).' })
  courtyard: string;

  @Field(() => ID, { description: 'Code of the grid it goes to (划入网格).' })
  toGrid: string;
}

@InputType('GridStaffingInput', { description: 'Somebody who works in a grid from the day on (网格员安排).' })
export class GridStaffingInput {
  @Field(() => ID, { description: 'Code of the grid (网格编码).' })
  grid: string;

  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  person: string;
}

@InputType('AdjustmentDraftInput', { description: 'What a plan wants changed (调整方案内容).' })
export class AdjustmentDraftInput {
  @Field(() => ID, { description: 'Code of the community (社区编码); all grids of the plan lie in it.' })
  community: string;

  @Field(() => GraphQLLocalDate, { description: 'The day it is to take effect (生效日期): today or later.' })
  effectiveOn: string;

  @Field(() => [PlannedGridInput], {
    description: 'Grids that will be new or changed (新设或变更的网格).',
    defaultValue: [],
  })
  grids: PlannedGridInput[];

  @Field(() => [ID], { description: 'Codes of the grids that end (撤销的网格).', defaultValue: [] })
  ends: string[];

  @Field(() => [CourtyardMoveInput], {
    description: 'Courtyards that go to another grid (院落划转).',
    defaultValue: [],
  })
  courtyards: CourtyardMoveInput[];

  @Field(() => [GridStaffingInput], {
    description: 'For each grid named, all who work there from the day on (网格员安排).',
    defaultValue: [],
  })
  workers: GridStaffingInput[];
}

@InputType('ProposeAdjustmentInput', {
  description: 'A plan to propose (提出调整方案). The same id and content may be sent again.',
})
export class ProposeAdjustmentInput extends AdjustmentDraftInput {
  @Field(() => ID, {
    description: 'Id of the plan, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => String, { description: 'Why (调整理由), at most 500 characters.' })
  reason: string;
}

/** What every request about a plan that stands brings. */
@InputType('AdjustmentMoveInput')
abstract class AdjustmentMoveInput {
  @Field(() => ID, {
    description: 'Id of this request, made by the client: UUID version 7, lower case (客户端生成的操作编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the plan (方案编号).' })
  adjustment: string;

  @Field(() => Int, { description: 'The version that was seen (版本).' })
  expectedVersion: number;
}

@InputType('DecideAdjustmentInput', { description: 'A decision on a plan (审批调整方案).' })
export class DecideAdjustmentInput extends AdjustmentMoveInput {
  @Field(() => DecisionEnum, { description: 'Decision (审批意见).' })
  decision: Decision;

  @Field(() => String, { nullable: true, description: 'Reason (理由); required when it is rejected.' })
  reason?: string | null;
}

@InputType('WithdrawAdjustmentInput', { description: 'Withdrawing a plan before its day (撤回调整方案).' })
export class WithdrawAdjustmentInput extends AdjustmentMoveInput {
  @Field(() => String, { description: 'Reason (理由).' })
  reason: string;
}
