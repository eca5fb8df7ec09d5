import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { CASE_SOURCES } from './case-source.rules';

export const CaseSourceEnum = enumOf(CASE_SOURCES);
registerEnumType(CaseSourceEnum, {
  name: 'CaseSource',
  description: 'From where a case came to be known (事件来源).',
  valuesConfig: {
    PATROL: { description: 'A grid worker saw it (网格员巡查).' },
    RESIDENT: { description: 'A resident reported it (居民上报).' },
    SECONDARY_WORKER: { description: 'A secondary worker saw it (二级网格员上报).' },
    STAFF: { description: 'Staff of a community, street, district or department found it (工作人员发现).' },
    HOTLINE: { description: 'A ticket of the hotline 12345 (12345 热线工单).' },
    HANDED_DOWN: { description: 'A level above handed it down (上级交办).' },
    SENSOR: { description: 'A machine noticed it (感知设备).' },
    INSPECTION: { description: 'Found at an inspection of premises (场所巡查).' },
  },
});
