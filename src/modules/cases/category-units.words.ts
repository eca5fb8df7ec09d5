import { type Language } from '../../shared/language';

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** What people read of a category. */
export interface CategoryWords {
  readonly name: Words;
  /** What sort of department answers for it (责任单位). */
  readonly unit: Words;
  /** When a case is filed (立案条件). */
  readonly filing: Words;
  /** When it may be closed (结案条件). */
  readonly closing: Words;
}

/** A district's sorts of departments in words; which one it is in a district is said by its departments. */
export const UNITS = {
  ENFORCEMENT: { zh: '综合行政执法部门', en: 'urban management enforcement' },
  SANITATION: { zh: '环卫主管部门', en: 'sanitation department' },
  WATER: { zh: '水务主管部门', en: 'water affairs department' },
  GREENING: { zh: '园林绿化主管部门', en: 'parks and greening department' },
  MARKET: { zh: '市场监督管理部门', en: 'market supervision department' },
  LANGUAGE: { zh: '教育（语言文字）主管部门', en: 'education and language department' },
  CONSTRUCTION: { zh: '住建主管部门', en: 'housing and construction department' },
  TRANSPORT: { zh: '交通运输主管部门', en: 'transport department' },
  CIVIL_AFFAIRS: { zh: '民政部门', en: 'civil affairs department' },
  ROADS: { zh: '市政道路养护单位', en: 'road maintenance unit' },
  FIRE: { zh: '消防救援机构', en: 'fire and rescue service' },
  EMERGENCY: { zh: '应急管理部门', en: 'emergency management department' },
  POLICE: { zh: '公安机关', en: 'police' },
  TRAFFIC_POLICE: { zh: '公安交管部门', en: 'traffic police' },
  LIGHTING: { zh: '城市照明管理单位', en: 'street lighting unit' },
  OWNER: { zh: '设施权属单位', en: 'owner of the facility' },
  LINES: { zh: '线路权属单位（电力、通信）', en: 'owner of the line (power, telecom)' },
  SPORTS: { zh: '体育主管部门', en: 'sports department' },
  COMMUNITY: { zh: '社区居民委员会', en: 'residents’ committee' },
  MEDIATION: { zh: '人民调解委员会', en: 'people’s mediation committee' },
  HOUSING: { zh: '物业行业主管部门', en: 'property service supervision' },
  LABOUR: { zh: '人力资源社会保障部门', en: 'human resources department' },
  UTILITIES: { zh: '水、电、气供应单位', en: 'water, power or gas supplier' },
  SERVICE_HALL: { zh: '便民服务中心', en: 'public service centre' },
  STREET: { zh: '街道办事处', en: 'street office' },
  ENVIRONMENT: { zh: '生态环境部门', en: 'ecology and environment department' },
  HEALTH: { zh: '卫生健康部门', en: 'health department' },
  GAS: { zh: '燃气主管部门', en: 'gas administration' },
  DISABLED: { zh: '残疾人联合会', en: 'disabled persons’ federation' },
} as const satisfies Readonly<Record<string, Words>>;
