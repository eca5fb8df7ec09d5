import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from './graphql-enum';

/** Kinds of records that another can name. */
export const RECORD_TYPES = [
  'CASE',
  'HOUSEHOLD',
  'RESIDENT',
  'COURTYARD',
  'BUILDING',
  'DWELLING',
  'ORGANISATION',
  'PREMISES',
  'FACILITY',
  'LOG_ENTRY',
  'VISIT',
  'WORK_PLAN',
  'PATROL_ROUND',
  'SHEET_FILL',
  'NOTICE',
  'APPLICATION',
  'INSPECTION',
  'BOOKING',
  'MEDIATION',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export const RecordTypeEnum = enumOf(RECORD_TYPES);
registerEnumType(RecordTypeEnum, {
  name: 'RecordType',
  description: 'What kind of record is named (记录类型).',
  valuesConfig: {
    CASE: { description: 'Case (事件).' },
    HOUSEHOLD: { description: 'Household (户).' },
    RESIDENT: { description: 'Resident (居民).' },
    COURTYARD: { description: 'Profile of a courtyard (院落档案).' },
    BUILDING: { description: 'Building (楼栋).' },
    DWELLING: { description: 'Dwelling (房屋).' },
    ORGANISATION: { description: 'Organisation (单位).' },
    PREMISES: { description: 'Premises (场所).' },
    FACILITY: { description: 'Facility (部件).' },
    VISIT: { description: 'Visit (入户走访).' },
    WORK_PLAN: { description: 'Planned work (工作计划).' },
    PATROL_ROUND: { description: 'Patrol round (巡查).' },
    SHEET_FILL: { description: 'A sheet filled in (采集表填报).' },
    NOTICE: { description: 'Notice (公告).' },
    APPLICATION: { description: 'Application for a service (办件).' },
    INSPECTION: { description: 'Inspection of premises (场所巡查).' },
    BOOKING: { description: 'Booking at a service counter (窗口预约).' },
    MEDIATION: { description: 'Mediation record of a dispute (调解记录), by the id of its case.' },
    LOG_ENTRY: { description: 'Note in a work log (日志条目).' },
  },
});

@ObjectType('RecordLink', {
  simpleResolvers: true,
  description: 'Another record (关联记录), by its kind and id; reading it is a question of its own.',
})
export class RecordLink {
  @Field(() => RecordTypeEnum, { description: 'What kind of record (记录类型).' })
  type: RecordType;

  @Field(() => ID, { description: 'Its id (记录编号).' })
  id: string;
}
