import { type Language } from '../../shared/language';

type Words = Readonly<Record<Language, string>>;

/** What people read of an item: what is looked at, and what counts as failing. */
export interface ItemWords {
  readonly title: Words;
  readonly fails: Words;
}

/** What people read of a checklist in one version. */
export interface ChecklistWords {
  readonly name: Words;
  readonly items: Readonly<Record<string, ItemWords>>;
}

const words = (zh: string, en: string, failsZh: string, failsEn: string): ItemWords => ({
  title: { zh, en },
  fails: { zh: failsZh, en: failsEn },
});

const EXITS = words(
  '安全出口',
  'Exits',
  '安全出口上锁、封堵或堆物',
  'An exit is locked, closed up or piled with things',
);
const EBIKES = words(
  '电动自行车',
  'Electric bicycles',
  '有电动自行车停放或充电',
  'Electric bicycles are parked or charged there',
);
const EXTINGUISHERS = words(
  '灭火器',
  'Fire extinguishers',
  '灭火器缺失、失压或过期',
  'Fire extinguishers are missing, empty or out of date',
);

/** What people read of each checklist, by `checklistKey`. A text never changes once its version is out: cases quote it. */
export const CHECKLIST_WORDS: Readonly<Record<string, ChecklistWords>> = {
  'RIVERSIDE_RESTAURANT@1': {
    name: { zh: '沿河餐饮检查表', en: 'Riverside restaurants' },
    items: {
      PURIFIER_INSTALLED: words(
        '油烟净化器安装',
        'Fume purifier fitted',
        '未安装油烟净化器',
        'No fume purifier is fitted',
      ),
      PURIFIER_RUNNING: words(
        '油烟净化器运行',
        'Fume purifier running',
        '油烟净化器未运行',
        'The fume purifier does not run while they cook',
      ),
      GREASE_TRAP: words(
        '隔油池',
        'Grease trap',
        '未设隔油池，或未清掏',
        'There is no grease trap, or it is not emptied',
      ),
      WASTE_WATER_TO_RIVER: words(
        '污水去向',
        'Where waste water goes',
        '污水直排河道',
        'Waste water runs straight into the river',
      ),
      RIVER_COLOUR: words(
        '河水颜色',
        'Colour of the river',
        '河水变色或有油膜',
        'The river is discoloured or has a film of oil',
      ),
      ODOUR: words('异味', 'Odour', '周边有明显异味', 'The air smells'),
    },
  },
  'SMALL_WORKSHOP@1': {
    name: { zh: '小作坊检查表', en: 'Small workshops' },
    items: {
      EXHAUST_TREATED: words(
        '废气处理',
        'Exhaust gas',
        '废气未经处理直接排放',
        'Exhaust gas is let out untreated',
      ),
      WASTE_WATER_TREATED: words(
        '废水废油处理',
        'Waste water and oil',
        '废水、废油直排',
        'Waste water or oil runs off untreated',
      ),
      NOISE: words('噪声', 'Noise', '作业噪声扰民', 'The work disturbs the neighbours'),
      FIRE_EXTINGUISHERS: EXTINGUISHERS,
      NOBODY_SLEEPS_THERE: words(
        '住宿情况',
        'Sleeping quarters',
        '生产、仓储、住宿合用',
        'Somebody lives where they work or store goods',
      ),
      WIRING: words('用电安全', 'Wiring', '私拉乱接电线', 'Wires are run or joined at will'),
    },
  },
  'CONSTRUCTION_DUST@1': {
    name: { zh: '工地扬尘检查表', en: 'Dust of construction sites' },
    items: {
      SITE_FENCED: words('施工围挡', 'Fence', '围挡缺失或破损', 'The fence is missing or broken'),
      SOIL_COVERED: words('裸土覆盖', 'Bare soil', '裸土、物料未覆盖', 'Soil or material lies uncovered'),
      SPRAYING: words('喷淋降尘', 'Spraying', '喷淋未开启，扬尘明显', 'Nothing is sprayed, and dust rises'),
      WHEELS_WASHED: words(
        '车辆冲洗',
        'Washing of wheels',
        '车辆带泥上路',
        'Lorries carry mud onto the road',
      ),
      LORRIES_COVERED: words(
        '渣土密闭运输',
        'Covered lorries',
        '渣土车未密闭',
        'Lorries with spoil are not covered',
      ),
    },
  },
  'FIRE_PASSAGES@1': {
    name: { zh: '消防通道检查表', en: 'Fire passages' },
    items: {
      PASSAGE_FREE: words(
        '消防通道',
        'Fire passage',
        '消防通道被占用、堵塞',
        'The fire passage is occupied or blocked',
      ),
      EXITS_OPEN: EXITS,
      NO_EBIKES: EBIKES,
      FIRE_EXTINGUISHERS: EXTINGUISHERS,
      SIGNS_AND_LIGHTS: words(
        '疏散指示与应急照明',
        'Escape signs and lights',
        '疏散指示或应急照明缺失、不亮',
        'Escape signs or lights are missing or out',
      ),
    },
  },
  'UNDERGROUND_GARAGE@1': {
    name: { zh: '地下车库检查表', en: 'Underground garages' },
    items: {
      NO_DANGEROUS_GOODS: words(
        '易燃易爆物品',
        'Dangerous goods',
        '存放烟花爆竹等易燃易爆物品',
        'Fireworks or other dangerous goods are kept there',
      ),
      NOTHING_STORED: words(
        '堆放杂物',
        'Stored goods',
        '堆放货物、杂物',
        'Goods or other things are piled up',
      ),
      EXITS_OPEN: EXITS,
      NO_EBIKES: EBIKES,
      SPRINKLERS: words(
        '喷淋与消火栓',
        'Sprinklers and hydrants',
        '喷淋、消火栓损坏或被遮挡',
        'Sprinklers or hydrants are broken or covered',
      ),
      FLOOD_BARRIERS: words(
        '防汛挡板与沙袋',
        'Flood barriers',
        '未备防汛挡板、沙袋',
        'There are no barriers or sandbags',
      ),
    },
  },
};
