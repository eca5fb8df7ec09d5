import { type Appointment } from '../../src/auth/actor';
import { COMMUNITY } from './areas';
import { seedId } from './ids';

/** A person to act as on the laptop. All are invented. */
export interface SeedPerson {
  /** What one types: `npm run token -- <key>`. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** What they are, in both languages. */
  readonly title: string;
  readonly appointments: readonly Appointment[];
}

const DISTRICT = '510108';
const STREET = '510108008';

/** The departments: the story's two, and one more street office to dispatch wrongly to. */
export const DEPARTMENTS = [
  { code: `${STREET}-PSO`, name: '跳蹬河街道综治办', area: STREET },
  { code: `${STREET}-UMO`, name: '跳蹬河街道城市管理办', area: STREET },
  { code: `${DISTRICT}-EEB`, name: '成华生态环境局', area: DISTRICT },
  { code: `${DISTRICT}-HCB`, name: '成华住建和交通运输局', area: DISTRICT },
  { code: `${DISTRICT}-PSB`, name: '成华公安分局', area: DISTRICT },
  { code: `${DISTRICT}-UMB`, name: '成华综合行政执法局', area: DISTRICT },
  { code: `${DISTRICT}-CAB`, name: '成华民政局', area: DISTRICT },
] as const;

const grid = (number: number): string => `${COMMUNITY.code}00${number}`;
const worker = (key: string, name: string, number: number) =>
  [key, name, `第${number}网格 网格员 · grid worker`, { role: 'GRID_WORKER', area: grid(number) }] as const;
const secondary = (key: string, name: string, number: number, courtyard: number) =>
  [
    key,
    name,
    `第${number}网格 二级网格员 · secondary worker`,
    { role: 'SECONDARY_WORKER', area: `${grid(number)}00${courtyard}` },
  ] as const;
const department = (key: string, name: string, title: string, code: string) =>
  [key, name, title, { role: 'DEPARTMENT_STAFF', area: code.split('-')[0] ?? '', department: code }] as const;

const ROWS: readonly (readonly [key: string, name: string, title: string, ...appointments: Appointment[]])[] =
  [
    worker('wang-fang', '王芳', 1),
    worker('li-qiang', '李强', 1),
    worker('zhao-min', '赵敏', 2),
    worker('chen-jing', '陈静', 3),
    worker('liu-bo', '刘波', 3),
    worker('yang-lan', '杨兰', 4),
    worker('huang-lei', '黄磊', 5),
    worker('zhou-ting', '周婷', 5),
    worker('wu-gang', '吴刚', 6),
    secondary('sun-guixiang', '孙桂香', 1, 1),
    secondary('ma-jianguo', '马建国', 2, 3),
    secondary('he-shufen', '何淑芬', 5, 2),
    [
      'lin-yan',
      '林燕',
      '杉板桥社区 社区干部 · community staff',
      { role: 'COMMUNITY_STAFF', area: COMMUNITY.code },
    ],
    [
      'guo-tao',
      '郭涛',
      '杉板桥社区 社区干部 · community staff',
      { role: 'COMMUNITY_STAFF', area: COMMUNITY.code },
    ],
    ['xu-wei', '徐伟', '跳蹬河街道治理中心 · street staff', { role: 'STREET_STAFF', area: STREET }],
    ['deng-li', '邓丽', '跳蹬河街道治理中心 · street staff', { role: 'STREET_STAFF', area: STREET }],
    ['tang-hua', '唐华', '成华区 · district staff', { role: 'DISTRICT_STAFF', area: DISTRICT }],
    department('luo-jun', '罗军', '街道综治办 · street public-security office', `${STREET}-PSO`),
    department('xie-ming', '谢明', '街道综治办 · street public-security office', `${STREET}-PSO`),
    department('feng-yu', '冯宇', '街道城市管理办 · street urban management', `${STREET}-UMO`),
    department('song-ke', '宋科', '生态环境局 · environment bureau', `${DISTRICT}-EEB`),
    department('cao-rui', '曹睿', '生态环境局 · environment bureau', `${DISTRICT}-EEB`),
    ['peng-xiaoli', '彭晓丽', '居民 · resident', { role: 'RESIDENT', area: `${grid(1)}001` }],
    ['zeng-dawei', '曾大伟', '居民 · resident', { role: 'RESIDENT', area: `${grid(4)}002` }],
    ['ye-zhou', '叶舟', '系统管理员 · administrator', { role: 'ADMINISTRATOR', area: DISTRICT }],
    ['he-ping', '何萍', '成华区 · district staff', { role: 'DISTRICT_STAFF', area: DISTRICT }],
    [
      'smoke-panel',
      '烟感平台',
      '杉板桥社区 烟感报警平台 · machine',
      { role: 'SENSOR', area: COMMUNITY.code },
    ],
    // Logins that know no record: what they may do is what they are bound to.
    ['xiaoli-phone', '微信用户一', '居民账户（彭晓丽及其孩子）· account of 彭晓丽 and her child'],
    ['new-phone', '微信用户二', '居民账户（尚未绑定）· account, not bound'],
    department('qin-lu', '秦璐', '民政局 · civil affairs bureau', `${DISTRICT}-CAB`),
  ];

/** Everybody there is to act as. */
export const PEOPLE: readonly SeedPerson[] = ROWS.map(([key, name, title, ...appointments], index) => ({
  key,
  id: seedId('PERSON', index + 1),
  name,
  title,
  appointments,
}));

/** The person with this key; throws when there is none. */
export function person(key: string): SeedPerson {
  const found = PEOPLE.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`There is no person ${key}.`);
  return found;
}
