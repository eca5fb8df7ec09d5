import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AREA_LEVELS } from '../../shared/area-code';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { Node } from '../../shared/node.type';
import { GeoPoint } from '../../shared/point.type';
import { RecordLink } from '../../shared/record-link.type';
import { RoleEnum } from '../people/person.type';
import { CaseClockType } from './case-clock.type';
import { type CaseState } from './case.machine';
import {
  type CasePerson,
  type CaseStep,
  type Custodian,
  type CustodyLevel,
  URGENCIES,
  type Urgency,
} from './case.rules';
import { type CaseSource, type KeptSource } from './case-source.rules';
import { CaseSourceEnum } from './case-source.type';
import { CaseStateEnum } from './case-state.type';
import { type CaseRoute } from './case-route.rules';
import { CaseCategory } from './category.type';

export const UrgencyEnum = enumOf(URGENCIES);
registerEnumType(UrgencyEnum, {
  name: 'Urgency',
  description: 'How soon a case must be looked at (紧急程度).',
  valuesConfig: {
    EMERGENCY: { description: 'At once: danger to life (特急).' },
    URGENT: { description: 'Today (紧急).' },
    NORMAL: { description: 'In its turn (一般).' },
  },
});

export const CustodyLevelEnum = enumOf([...AREA_LEVELS, 'DEPARTMENT']);
registerEnumType(CustodyLevelEnum, {
  name: 'CustodyLevel',
  description: 'Level of the ladder that holds a case (处置层级).',
  valuesConfig: {
    COURTYARD: { description: 'Courtyard (院落): the secondary worker.' },
    GRID: { description: 'Grid (网格): its grid workers.' },
    COMMUNITY: { description: 'Community (社区).' },
    STREET: { description: 'Street (街道): its governance centre.' },
    DISTRICT: { description: 'District (区).' },
    DEPARTMENT: { description: 'Department (部门).' },
  },
});

@ObjectType('Custodian', {
  simpleResolvers: true,
  description: 'Who holds a case (责任单位): an area or a department.',
})
export class CustodianType implements Custodian {
  @Field(() => CustodyLevelEnum, { description: 'Level of the ladder (层级).' })
  level: CustodyLevel;

  @Field(() => ID, { description: 'Code of the area or department (编码).' })
  code: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;
}

@ObjectType('CasePerson', {
  simpleResolvers: true,
  description: 'Somebody in the history of a case, as they were then.',
})
export class CasePersonType implements CasePerson {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  id: string;

  @Field(() => String, { description: 'Name (姓名); a resident’s is masked (居民姓名已脱敏).' })
  name: string;

  @Field(() => RoleEnum, { description: 'Role (岗位) in which they acted.' })
  role: string;
}

/** What every view of a case shows. */
@ObjectType('CaseFacts', { simpleResolvers: true })
abstract class CaseFacts {
  @Field(() => ID, { description: 'Id (事件编号): `case(id:)` gives the whole.' })
  id: string;

  @Field(() => CaseStateEnum, { description: 'State (状态).' })
  state: CaseState;

  @Field(() => CaseCategory, { description: 'Category (类别).' })
  category: CaseCategory;

  @Field(() => UrgencyEnum, { description: 'Urgency (紧急程度).' })
  urgency: Urgency;

  @Field(() => ID, {
    description: 'Code of the grid or courtyard (所在网格或院落) it happened in; never changes.',
  })
  area: string;

  @Field(() => String, { nullable: true, description: 'Address in words (地址描述).' })
  address?: string | undefined;

  @Field(() => CasePersonType, { description: 'Who reported it (上报人).' })
  reporter: CasePerson;

  @Field(() => CaseSourceEnum, { description: 'From where it came to be known (来源).' })
  source: CaseSource;

  /** The source, where its reporter named one or it was made of an inspection. */
  said?: KeptSource | undefined;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the case of which it is a part (主办事件编号), where a department helps with that.',
  })
  partOf?: string | undefined;

  @Field(() => Date, { description: 'When it was reported (上报时间).' })
  reportedAt: Date;

  @Field(() => Date, { description: 'When it last moved (最近更新时间).' })
  updatedAt: Date;

  @Field(() => CustodianType, {
    nullable: true,
    description: 'Who holds it now (当前责任单位); null when closed.',
  })
  holder?: Custodian | undefined;

  @Field(() => CaseClockType, {
    nullable: true,
    description: 'By when the holder has to act (办理时限); null when closed.',
  })
  clock?: CaseClockType | undefined;
}

@ObjectType('CaseSummary', { simpleResolvers: true, description: 'A case (事件) as a list shows it.' })
export class CaseSummary extends CaseFacts {
  @Field(() => String, { description: 'Beginning of the text (摘要), at most 40 characters.' })
  summary: string;
}

@ObjectType('Case', {
  implements: Node,
  simpleResolvers: true,
  description: 'A case (事件): something that must be dealt with and is followed to its end.',
})
export class Case extends CaseFacts implements Node {
  @Field(() => Int, {
    description: 'Version (版本号): grows by one with each move; pass it as `expectedVersion`.',
  })
  version: number;

  @Field(() => String, { description: 'What was reported (事件描述), in the reporter’s words.' })
  text: string;

  @Field(() => [String], {
    description: 'Names from the district down to that area (区、街道、社区、网格、院落).',
  })
  areaNames: readonly string[];

  @Field(() => GeoPoint, { nullable: true, description: 'Where (坐标点), WGS 84.' })
  point?: GeoPoint | undefined;

  @Field(() => RecordLink, {
    nullable: true,
    description: 'What it was made of (来源记录), for instance a note in a work log.',
  })
  origin?: RecordLink | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The number it has where it came from (来源编号), for instance of a hotline’s ticket.',
  })
  reference?: string | undefined;

  /** Today's grid of its place, where an adjustment of grids has made it another than it happened in. */
  grid?: string | undefined;

  /** The last link of its history, as it was kept with the last step; absent in cases from before there were links. */
  link?: string | undefined;

  /** By which rule it was routed; absent where its district had none. */
  storedRoute?: CaseRoute | undefined;

  /** Its life so far, oldest first. */
  steps: readonly CaseStep[];
}

export const CaseSummaryConnection = connectionOf(CaseSummary, 'CaseSummary', 'cases (事件)');
export type CaseSummaryConnection = InstanceType<typeof CaseSummaryConnection>;
