import { GraphQLGeoJSON, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Role } from '../../auth/actor';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type GridKind } from '../areas/area.rules';
import { GridKindEnum } from '../areas/area.type';
import { type Boundary } from '../areas/boundary.rules';
import { RoleEnum } from '../people/person.type';
import {
  ADJUSTMENT_MOVE_NAMES,
  ADJUSTMENT_STATES,
  type AdjustmentMove,
  type AdjustmentState,
} from './adjustment.machine';
import {
  ADJUSTMENT_KINDS,
  type AdjustmentContent,
  type AdjustmentKind,
  type CourtyardMove,
  type GridStaffing,
  type PlannedGrid,
} from './adjustment.rules';
import { type Progress } from './effect.rules';
import { GRID_CHANGES, type GridChangeKind, type GridChange } from './grid-change.rules';

export const AdjustmentStateEnum = enumOf(ADJUSTMENT_STATES);
registerEnumType(AdjustmentStateEnum, {
  name: 'AdjustmentState',
  description: 'State of an adjustment (调整方案状态).',
  valuesConfig: {
    PROPOSED: { description: 'Proposed (待审批): to be decided one level up.' },
    APPROVED: { description: 'Approved (已批准): waits for its day.' },
    REJECTED: { description: 'Rejected (已驳回).' },
    WITHDRAWN: { description: 'Withdrawn (已撤回) before its day.' },
    APPLYING: { description: 'Being applied (实施中): the day has come, the records follow.' },
    IN_EFFECT: { description: 'In effect (已生效): all records have followed.' },
  },
});

export const AdjustmentKindEnum = enumOf(ADJUSTMENT_KINDS);
registerEnumType(AdjustmentKindEnum, {
  name: 'AdjustmentKind',
  description: 'What an adjustment of grids is (调整类型); one plan may be several of them.',
  valuesConfig: {
    SPLIT: { description: 'Split (拆分): one grid goes on as two or more.' },
    MERGE: { description: 'Merge (合并): one grid takes over from another that ends.' },
    REDRAW: { description: 'Redraw (边界调整): grids that stay share out land or courtyards anew.' },
    RENUMBER: { description: 'Renumber or rename (编码、名称调整).' },
    REASSIGN: { description: 'Reassign workers (人员调整).' },
  },
});

export const AdjustmentStepKindEnum = enumOf(['PROPOSE', ...ADJUSTMENT_MOVE_NAMES]);
registerEnumType(AdjustmentStepKindEnum, {
  name: 'AdjustmentStepKind',
  description: 'What happened in one step of an adjustment (办理环节).',
  valuesConfig: {
    PROPOSE: { description: 'Proposed (提出).' },
    APPROVE: { description: 'Approved (批准).' },
    REJECT: { description: 'Rejected (驳回).' },
    WITHDRAW: { description: 'Withdrawn (撤回).' },
    BEGIN: { description: 'Begun on its day (开始实施).' },
    COMPLETE: { description: 'Completed (实施完成).' },
  },
});

export const GridChangeKindEnum = enumOf(GRID_CHANGES);
registerEnumType(GridChangeKindEnum, {
  name: 'GridChangeKind',
  description: 'What an adjustment means for one grid (网格变化).',
  valuesConfig: {
    NEW: { description: 'It is new (新设).' },
    ENDS: { description: 'It ends (撤销).' },
    CHANGED: { description: 'Its name, kind, boundary or courtyards change (变更).' },
    STAFF_ONLY: { description: 'Only who works there changes (仅人员调整).' },
  },
});

@ObjectType('AdjustedGrid', {
  simpleResolvers: true,
  description: 'What an adjustment means for one grid (某网格的变化).',
})
export class AdjustedGrid implements GridChange {
  @Field(() => ID, { description: 'Code of the grid (网格编码).' })
  code: string;

  @Field(() => String, { description: 'Name (名称); of one that stays, the one it will have.' })
  name: string;

  @Field(() => GridChangeKindEnum, { description: 'What happens to it (变化).' })
  change: GridChangeKind;

  @Field(() => Int, { description: 'How many courtyards come to it (划入院落数).' })
  courtyardsIn: number;

  @Field(() => Int, { description: 'How many courtyards leave it (划出院落数).' })
  courtyardsOut: number;
}

/** What every view of an adjustment shows. */
@ObjectType('AdjustmentFacts')
export abstract class AdjustmentFacts {
  @Field(() => ID, { description: 'Id (方案编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the community (社区编码).' })
  community: string;

  @Field(() => AdjustmentStateEnum, { description: 'State (状态).' })
  state: AdjustmentState;

  @Field(() => [AdjustmentKindEnum], { description: 'What it is (调整类型).' })
  kinds: readonly AdjustmentKind[];

  @Field(() => GraphQLLocalDate, { description: 'The day it takes effect (生效日期), in Shanghai.' })
  effectiveOn: string;

  @Field(() => Date, { description: 'When it was proposed (提出时间).' })
  proposedAt: Date;

  @Field(() => [AdjustedGrid], { description: 'What it means for each grid concerned (涉及网格), by code.' })
  changes: readonly GridChange[];
}

@ObjectType('AdjustmentSummary', {
  simpleResolvers: true,
  description: 'An adjustment of grids (网格调整方案) as a list shows it.',
})
export class AdjustmentSummary extends AdjustmentFacts {}

export const AdjustmentSummaryConnection = connectionOf(
  AdjustmentSummary,
  'AdjustmentSummary',
  'adjustments (网格调整方案)',
);
export type AdjustmentSummaryConnection = InstanceType<typeof AdjustmentSummaryConnection>;

@ObjectType('PlannedGrid', {
  simpleResolvers: true,
  description: 'A grid as it will be (调整后的网格), new or changed.',
})
export class PlannedGridType implements PlannedGrid {
  @Field(() => ID, { description: 'Code (编码).' })
  code: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;

  @Field(() => GridKindEnum, { description: 'Kind (网格类型).' })
  kind: GridKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Second managing department (双重管理部门) of a special grid.',
  })
  department?: string | undefined;

  @Field(() => GraphQLGeoJSON, {
    nullable: true,
    description: 'Boundary (边界) as a GeoJSON Polygon in WGS 84; null where it stays as it is.',
  })
  boundary?: Boundary | undefined;
}

@ObjectType('CourtyardMove', {
  simpleResolvers: true,
  description: 'A courtyard that goes to another grid (院落划转).',
})
export class CourtyardMoveType implements CourtyardMove {
  @Field(() => ID, { description: 'Code of the courtyard until the day (原院落编码).' })
  courtyard: string;

  @Field(() => ID, { description: 'Code of the grid it goes to (划入网格).' })
  toGrid: string;

  @Field(() => ID, { description: 'Code it has from the day on (新院落编码).' })
  code: string;
}

@ObjectType('GridStaffing', {
  simpleResolvers: true,
  description: 'Somebody who works in a grid from the day on (网格员安排).',
})
export class GridStaffingType implements GridStaffing {
  @Field(() => ID, { description: 'Code of the grid (网格编码).' })
  grid: string;

  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  person: string;
}

/** Somebody in the history of an adjustment, as they were then. */
@ObjectType('AdjustmentPerson', {
  simpleResolvers: true,
  description: 'Somebody in the history of an adjustment, as they were then (经办人).',
})
export class AdjustmentPerson {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  id: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => RoleEnum, { description: 'Role (岗位) in which they acted.' })
  role: Role;
}

/** One step in the life of an adjustment, as it is stored; times are RFC 3339 UTC. */
export interface AdjustmentStep {
  readonly id: string;
  readonly move: AdjustmentMove | 'PROPOSE';
  readonly at: string;
  /** Absent for the clock's own moves. */
  readonly by?: AdjustmentPerson | undefined;
  readonly reason?: string | undefined;
  /** Fingerprint of the request. */
  readonly mark: string;
}

@ObjectType('AdjustmentStep', {
  simpleResolvers: true,
  description: 'One step in the life of an adjustment (办理过程).',
})
export class AdjustmentStepType {
  @Field(() => ID, { description: 'Id of the step (环节编号).' })
  id: string;

  @Field(() => AdjustmentStepKindEnum, { description: 'What happened (环节).' })
  kind: AdjustmentMove | 'PROPOSE';

  @Field(() => Date, { description: 'When (时间), by the server’s clock.' })
  at: Date;

  @Field(() => AdjustmentPerson, {
    nullable: true,
    description: 'By whom (经办人); null for the system itself.',
  })
  by?: AdjustmentPerson | undefined;

  @Field(() => String, { nullable: true, description: 'Reason (理由).' })
  reason?: string | undefined;
}

@ObjectType('Adjustment', {
  simpleResolvers: true,
  description:
    'A plan to change grids (网格动态调整方案): proposed, decided one level up, and carried out on its day.',
})
export class Adjustment extends AdjustmentFacts {
  @Field(() => Int, { description: 'How often it was changed (版本); pass it as `expectedVersion`.' })
  version: number;

  @Field(() => String, { description: 'Why (调整理由).' })
  reason: string;

  @Field(() => [PlannedGridType], { description: 'Grids that will be new or changed (新设或变更的网格).' })
  grids: readonly PlannedGrid[];

  @Field(() => [CourtyardMoveType], { description: 'Courtyards that go to another grid (院落划转).' })
  courtyards: readonly CourtyardMove[];

  @Field(() => [GridStaffingType], {
    description: 'For each grid named, all who work there from the day on (网格员安排).',
  })
  workers: readonly GridStaffing[];

  content: AdjustmentContent;
  steps: readonly AdjustmentStep[];
  /** How far it has been carried out; absent before its day. */
  progress?: Progress | undefined;
}
