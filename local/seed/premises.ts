import { type EquipmentInput, type PutPremisesInput } from '../../src/modules/places/premises.input';
import {
  type ControlLevel,
  type EquipmentState,
  type PollutionSource,
  type PremisesKind,
} from '../../src/modules/places/premises.rules';
import { COMMUNITY, pointIn } from './areas';
import { seedId } from './ids';

const CHECKED_AT = new Date('2026-04-20T02:00:00.000Z');
const [OK, BROKEN, NONE] = ['WORKING', 'NOT_WORKING', 'NOT_INSTALLED'] as const;

/** The restaurants along the river in grid 4. The fifth is the one of the story: its fume purifier does not run. */
const RESTAURANTS: readonly (readonly [
  name: string,
  control: ControlLevel,
  purifier: EquipmentState,
  trap: EquipmentState,
])[] = [
  ['沙河晨光酒楼', 'MUNICIPAL', OK, OK],
  ['河畔小馆', 'DISTRICT', OK, OK],
  ['柳荫鱼庄', 'DISTRICT', OK, OK],
  ['跃进烧烤', 'DISTRICT', OK, NONE],
  ['沙河渔舍', 'DISTRICT', BROKEN, NONE],
  ['老桥火锅', 'MUNICIPAL', OK, OK],
  ['水岸串串', 'DISTRICT', OK, BROKEN],
  ['竹林茶饭', 'NONE', OK, OK],
  ['临河面馆', 'NONE', OK, OK],
  ['渡口豆花', 'NONE', OK, OK],
  ['三槐私厨', 'DISTRICT', OK, OK],
  ['晚风餐吧', 'DISTRICT', OK, OK],
];

const OTHERS: readonly (readonly [
  grid: number,
  name: string,
  kind: PremisesKind,
  control: ControlLevel,
  sources: PollutionSource[],
  operator?: number,
])[] = [
  [2, '东郊机车配件加工点', 'WORKSHOP', 'PROVINCIAL', ['EXHAUST_GAS', 'HAZARDOUS_WASTE'], 3],
  [3, '净亮洗车场', 'CAR_WASH', 'DISTRICT', ['WASTE_WATER'], 4],
  [1, '杉板桥路旧改工地', 'CONSTRUCTION_SITE', 'MUNICIPAL', ['DUST', 'NOISE']],
  [1, '好梦旅馆', 'SMALL_HOTEL', 'NONE', []],
  [5, '建和青年公寓', 'RENTAL_DORMITORY', 'NONE', []],
  [5, '三友路小学校门周边', 'SCHOOL_SURROUNDINGS', 'NONE', [], 5],
];

/** Premises of the demonstration community. Names are invented. */
export function premises(): PutPremisesInput[] {
  const restaurants = RESTAURANTS.map(([name, control, purifier, trap], index) => ({
    ...base(index + 1, 4, name, index),
    ...{ kind: 'RIVERSIDE_RESTAURANT' as const, control, riverside: true },
    pollutionSources: ['WASTE_WATER', 'FUMES'] satisfies PollutionSource[],
    operator: index < 2 ? seedId('ORGANISATION', index + 1) : undefined,
    address: `沙河东岸 ${String(20 + index * 2)} 号`,
    equipment: [equipment('FUME_PURIFIER', purifier), equipment('GREASE_TRAP', trap)],
  }));
  const others = OTHERS.map(([grid, name, kind, control, pollutionSources, operator], index) => ({
    ...base(RESTAURANTS.length + index + 1, grid, name, 0),
    ...{ kind, control, riverside: false, pollutionSources },
    operator: operator === undefined ? undefined : seedId('ORGANISATION', operator),
    equipment: [equipment('FIRE_EXTINGUISHER', OK)],
  }));
  return [...restaurants, ...others];
}

function base(number: number, grid: number, name: string, step: number) {
  const { latitude, longitude } = pointIn(grid);
  return {
    ...{ id: seedId('PREMISES', number), area: `${COMMUNITY.code}00${String(grid)}`, name },
    ...{ status: 'OPERATING' as const, statusSince: new Date('2024-03-01T00:00:00.000Z') },
    point: { latitude: latitude + (step - 6) * 0.0002, longitude, datum: 'WGS84' as const },
    contactName: `${'邱龚柳雷蒋顾覃贺'[number % 8] ?? '柳'}老板`,
    workPhone: `028-000001${String(number).padStart(2, '0')}`,
  };
}

function equipment(kind: EquipmentInput['kind'], state: EquipmentState): EquipmentInput {
  const notes = { WORKING: undefined, NOT_WORKING: '风机不转，已要求停用整改', NOT_INSTALLED: '未见设备' };
  return { kind, state, checkedAt: CHECKED_AT, note: notes[state] };
}
