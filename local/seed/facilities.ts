import { type PutFacilityInput } from '../../src/modules/places/facility.input';
import { type FacilityCategory, type FacilityState } from '../../src/modules/places/facility.rules';
import { COMMUNITY, pointIn } from './areas';
import { seedId } from './ids';
import { DEPARTMENTS } from './people';

const ROWS: readonly (readonly [
  grid: number,
  name: string,
  category: FacilityCategory,
  subcategory: string,
  state: FacilityState,
])[] = [
  [1, '杉板桥路 88 号院门口污水井盖', 'PUBLIC_UTILITY', '污水井盖', 'INTACT'],
  [1, '二环路东二段公交站牌', 'ROAD_TRAFFIC', '公交站牌', 'INTACT'],
  [2, '机车厂生活区消火栓', 'PUBLIC_UTILITY', '消火栓', 'INTACT'],
  [3, '华林苑北门垃圾箱', 'CITY_APPEARANCE', '垃圾箱', 'DAMAGED'],
  [4, '沙河畔 3 号雨水口', 'PUBLIC_UTILITY', '雨水口', 'INTACT'],
  [4, '跃进村中庭 2 号路灯', 'PUBLIC_UTILITY', '路灯', 'DAMAGED'],
  [4, '沙河东岸护栏', 'ROAD_TRAFFIC', '护栏', 'INTACT'],
  [5, '建和路行道树 17 号', 'GREENING', '行道树', 'INTACT'],
  [6, '万象里东门阀门井盖', 'PUBLIC_UTILITY', '阀门井盖', 'MISSING'],
];

/** Facilities of the demonstration community: owned by the street's office, kept up and watched by invented units. */
export function facilities(): PutFacilityInput[] {
  const office = DEPARTMENTS[1];
  return ROWS.map(([grid, name, category, subcategory, state], index) => ({
    ...{ id: seedId('FACILITY', index + 1), area: `${COMMUNITY.code}00${String(grid)}`, name, category },
    ...{ subcategory, state, stateSince: new Date('2026-02-10T03:00:00.000Z') },
    point: { ...pointIn(grid), datum: 'WGS84' as const },
    owner: { name: office.name, department: office.code },
    maintainer: { name: '东城市政养护队' },
    custodian: { name: '杉板桥社区物管中心' },
  }));
}
