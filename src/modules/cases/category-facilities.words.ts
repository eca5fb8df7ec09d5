import { type CategoryWords, UNITS } from './category-units.words';

/** What people read of the categories of components (部件类); the wording is our own. */
export const FACILITY_WORDS: Readonly<Record<string, CategoryWords>> = {
  FACILITY_MANHOLE: {
    name: { zh: '井盖缺损', en: 'Manhole cover missing or broken' },
    unit: UNITS.OWNER,
    filing: { zh: '井盖缺失、破损、移位', en: 'A cover is missing, broken or out of place' },
    closing: { zh: '补装或修复，平整牢固', en: 'Replaced or repaired, level and firm' },
  },
  FACILITY_STREET_LAMP: {
    name: { zh: '路灯故障', en: 'Street lamp broken' },
    unit: UNITS.LIGHTING,
    filing: { zh: '路灯不亮或灯杆损坏', en: 'A lamp is dark or its post damaged' },
    closing: { zh: '恢复照明', en: 'It shines again' },
  },
  FACILITY_HYDRANT: {
    name: { zh: '消火栓损坏', en: 'Hydrant broken' },
    unit: UNITS.FIRE,
    filing: { zh: '消火栓缺失、损坏或被埋压', en: 'A hydrant is missing, broken or blocked' },
    closing: { zh: '恢复正常使用', en: 'Works again' },
  },
  FACILITY_CABLE: {
    name: { zh: '线缆垂落', en: 'Hanging cable' },
    unit: UNITS.LINES,
    filing: { zh: '架空线缆断落、低垂', en: 'An overhead line is down or hangs low' },
    closing: { zh: '整理加固，无安全隐患', en: 'Put up and made safe' },
  },
  FACILITY_ROAD_SURFACE: {
    name: { zh: '路面破损', en: 'Road surface broken' },
    unit: UNITS.ROADS,
    filing: { zh: '车行道、人行道破损、坑洼', en: 'Carriageway or pavement is broken or pitted' },
    closing: { zh: '修复平整', en: 'Mended and level' },
  },
  FACILITY_TRAFFIC_SIGN: {
    name: { zh: '交通标志缺损', en: 'Traffic sign missing or broken' },
    unit: UNITS.TRAFFIC_POLICE,
    filing: { zh: '标志、标线缺失、损坏或不清', en: 'A sign or marking is missing, broken or unreadable' },
    closing: { zh: '修复或补设', en: 'Repaired or replaced' },
  },
  FACILITY_TRAFFIC_LIGHT: {
    name: { zh: '信号灯故障', en: 'Traffic light broken' },
    unit: UNITS.TRAFFIC_POLICE,
    filing: { zh: '交通信号灯不亮或错乱', en: 'A traffic light is dark or wrong' },
    closing: { zh: '恢复正常', en: 'Works again' },
  },
  FACILITY_GUARD_RAIL: {
    name: { zh: '护栏缺损', en: 'Guard rail missing or broken' },
    unit: UNITS.ROADS,
    filing: { zh: '护栏缺失、损坏、移位', en: 'A rail is missing, broken or out of place' },
    closing: { zh: '修复或补装', en: 'Repaired or replaced' },
  },
  FACILITY_BIN: {
    name: { zh: '垃圾箱破损', en: 'Litter bin broken' },
    unit: UNITS.SANITATION,
    filing: { zh: '垃圾箱缺失、破损或满溢', en: 'A bin is missing, broken or overflows' },
    closing: { zh: '修复、更换或清空', en: 'Repaired, replaced or emptied' },
  },
  FACILITY_TOILET: {
    name: { zh: '公共厕所故障', en: 'Public toilet broken' },
    unit: UNITS.SANITATION,
    filing: { zh: '公厕设施损坏或无法使用', en: 'A public toilet is damaged or out of use' },
    closing: { zh: '恢复使用', en: 'In use again' },
  },
  FACILITY_GREEN_SPACE: {
    name: { zh: '绿地缺损', en: 'Green space damaged' },
    unit: UNITS.GREENING,
    filing: { zh: '绿地、树木缺株、枯死或被损坏', en: 'Plants are missing, dead or damaged' },
    closing: { zh: '补植或养护到位', en: 'Planted again or cared for' },
  },
  FACILITY_FALLEN_TREE: {
    name: { zh: '树木倒伏', en: 'Fallen tree' },
    unit: UNITS.GREENING,
    filing: { zh: '树木倒伏或断枝危及安全', en: 'A fallen tree or branch is a danger' },
    closing: { zh: '清除或扶正，恢复通行', en: 'Cleared or set upright, the way is free' },
  },
  FACILITY_FITNESS: {
    name: { zh: '健身设施损坏', en: 'Fitness equipment broken' },
    unit: UNITS.SPORTS,
    filing: { zh: '公共健身设施损坏', en: 'Public fitness equipment is broken' },
    closing: { zh: '修复或拆除', en: 'Repaired or removed' },
  },
  FACILITY_UNSPECIFIED: {
    name: { zh: '其他设施损坏', en: 'Other facility broken' },
    unit: UNITS.OWNER,
    filing: {
      zh: '公共设施损坏且不属于以上各类',
      en: 'A public facility is broken and is none of the above',
    },
    closing: { zh: '修复或拆除', en: 'Repaired or removed' },
  },
};
