import { type Text } from './text';

/** Refusals about routing rules. */
export const ROUTING_ERRORS = {
  ROUTING_GAP: {
    zh: '类别 {category} 在{time}没有全区适用的规则，将无人承办。',
    en: 'No rule for the whole district has {category}, {time}: such a case would be without a holder.',
  },
  ROUTING_RULE_TWICE: {
    zh: '第 {first} 条与第 {second} 条的类别、区域、时间相同。',
    en: 'Rules {first} and {second} are for the same category, area and time.',
  },
  ROUTING_AREA_UNKNOWN: {
    zh: '本区届时没有编码为 {area} 的街道、社区或网格。',
    en: 'On that day the district has no street, community or grid with code {area}.',
  },
  ROUTING_DEPARTMENT_OUT_OF_AREA: {
    zh: '部门 {department} 不管辖整个区域 {area}。',
    en: 'Department {department} does not serve all of area {area}.',
  },
  ROUTING_TOO_LARGE: {
    zh: '一个方案最多 {rules} 条规则，每条最多 {coHandlers} 个协办部门。',
    en: 'A set has at most {rules} rules, and a rule at most {coHandlers} co-handlers.',
  },
  ROUTING_DAY_TOO_EARLY: {
    zh: '生效日期 {date} 应在明天或以后。',
    en: 'It can hold from tomorrow on at the earliest, not from {date}.',
  },
  ROUTING_NOT_PROPOSER: {
    zh: '只有提出人可以撤回。',
    en: 'Only whoever proposed it can withdraw it.',
  },
} as const satisfies Record<string, Text>;
