import { type CategoryWords, UNITS } from './category-units.words';

/** What people read of the categories of community governance (社区治理类); the wording is our own. */
export const COMMUNITY_WORDS: Readonly<Record<string, CategoryWords>> = {
  DISPUTE_NEIGHBOURS: {
    name: { zh: '邻里纠纷', en: 'Dispute between neighbours' },
    unit: UNITS.MEDIATION,
    filing: { zh: '邻里争议，当事人愿意调解', en: 'Neighbours are at odds and willing to be mediated' },
    closing: { zh: '达成协议，或告知法律途径', en: 'Settled, or told of the way to court' },
  },
  DISPUTE_FAMILY: {
    name: { zh: '婚姻家庭纠纷', en: 'Family dispute' },
    unit: UNITS.MEDIATION,
    filing: { zh: '家庭争议，当事人愿意调解', en: 'A family is at odds and willing to be mediated' },
    closing: { zh: '达成协议，或告知法律途径', en: 'Settled, or told of the way to court' },
  },
  DISPUTE_PROPERTY_SERVICE: {
    name: { zh: '物业纠纷', en: 'Dispute with a property service' },
    unit: UNITS.HOUSING,
    filing: { zh: '业主与物业服务人发生争议', en: 'Owners and their property service are at odds' },
    closing: { zh: '达成协议，或告知法律途径', en: 'Settled, or told of the way to court' },
  },
  DISPUTE_LABOUR: {
    name: { zh: '劳动争议', en: 'Labour dispute' },
    unit: UNITS.LABOUR,
    filing: { zh: '欠薪等劳动争议', en: 'Unpaid wages or other labour disputes' },
    closing: { zh: '达成协议，或转入仲裁', en: 'Settled, or gone to arbitration' },
  },
  DISPUTE: {
    name: { zh: '其他矛盾纠纷', en: 'Other dispute' },
    unit: UNITS.MEDIATION,
    filing: { zh: '矛盾纠纷且不属于以上各类', en: 'A dispute that is none of the above' },
    closing: { zh: '达成协议，或告知法律途径', en: 'Settled, or told of the way to court' },
  },
  REQUEST_HARDSHIP: {
    name: { zh: '困难救助', en: 'Help in hardship' },
    unit: UNITS.CIVIL_AFFAIRS,
    filing: { zh: '居民因生活困难求助', en: 'A resident in hardship asks for help' },
    closing: { zh: '已受理救助，或答复原因', en: 'Help is under way, or the reason is given' },
  },
  REQUEST_UTILITIES: {
    name: { zh: '水电气诉求', en: 'Water, power and gas' },
    unit: UNITS.UTILITIES,
    filing: { zh: '居民反映水、电、气供应问题', en: 'A resident reports trouble with water, power or gas' },
    closing: { zh: '恢复供应，或答复居民', en: 'Supplied again, or the resident is answered' },
  },
  REQUEST_PUBLIC_SERVICE: {
    name: { zh: '政务服务诉求', en: 'Public services' },
    unit: UNITS.SERVICE_HALL,
    filing: { zh: '居民需要办事咨询或帮办代办', en: 'A resident needs advice or help with a public service' },
    closing: { zh: '办理完毕，或一次性告知', en: 'Done, or told all that is needed' },
  },
  REQUEST: {
    name: { zh: '其他群众诉求', en: 'Other request' },
    unit: UNITS.STREET,
    filing: { zh: '居民诉求且不属于以上各类', en: 'A request that is none of the above' },
    closing: { zh: '办理完毕并答复居民', en: 'Done, and the resident is answered' },
  },
  SUGGESTION_FACILITIES: {
    name: { zh: '设施建设建议', en: 'On facilities' },
    unit: UNITS.STREET,
    filing: { zh: '对公共设施的建议', en: 'A suggestion about public facilities' },
    closing: { zh: '研究并答复建议人', en: 'Considered and answered' },
  },
  SUGGESTION_GOVERNANCE: {
    name: { zh: '社区治理建议', en: 'On the community' },
    unit: UNITS.COMMUNITY,
    filing: { zh: '对社区治理、服务的建议', en: 'A suggestion about the community and its services' },
    closing: { zh: '研究并答复建议人', en: 'Considered and answered' },
  },
  SECURITY_DANGEROUS_GOODS: {
    name: { zh: '危险物品', en: 'Dangerous goods' },
    unit: UNITS.POLICE,
    filing: {
      zh: '违规存放、运输烟花爆竹等危险物品',
      en: 'Fireworks or other dangerous goods are kept or moved unlawfully',
    },
    closing: { zh: '物品依法处置，现场安全', en: 'Dealt with by law, the place is safe' },
  },
  SECURITY_RENTED_HOME: {
    name: { zh: '出租房屋隐患', en: 'Hazard in a rented home' },
    unit: UNITS.POLICE,
    filing: { zh: '出租房屋未登记、群租或有治安隐患', en: 'Not registered, crowded, or a danger to order' },
    closing: { zh: '登记或整改完毕', en: 'Registered or put right' },
  },
  SECURITY_OTHER: {
    name: { zh: '其他治安隐患', en: 'Other security hazard' },
    unit: UNITS.POLICE,
    filing: { zh: '治安隐患且不属于以上各类', en: 'A danger to order that is none of the above' },
    closing: { zh: '隐患消除', en: 'The danger is gone' },
  },
  FIRE_BLOCKED_ESCAPE: {
    name: { zh: '堵塞消防通道', en: 'Escape route blocked' },
    unit: UNITS.FIRE,
    filing: {
      zh: '消防通道、安全出口、楼道被占用或堵塞',
      en: 'A fire lane, exit or corridor is taken or blocked',
    },
    closing: { zh: '通道畅通', en: 'The way is free' },
  },
  FIRE_EBIKE: {
    name: { zh: '电动自行车违规停放充电', en: 'E-bike parked or charged unsafely' },
    unit: UNITS.FIRE,
    filing: { zh: '在楼道、室内违规停放或充电', en: 'Parked or charged in a corridor or indoors' },
    closing: { zh: '移出，停止违规充电', en: 'Moved out, no longer charged there' },
  },
  FIRE_EQUIPMENT: {
    name: { zh: '消防器材缺损', en: 'Fire equipment missing or broken' },
    unit: UNITS.FIRE,
    filing: {
      zh: '灭火器、消防栓箱等缺失、过期或损坏',
      en: 'Extinguishers and the like are missing, expired or broken',
    },
    closing: { zh: '补齐、更换，正常可用', en: 'Complete, replaced and working' },
  },
  FIRE_HAZARD: {
    name: { zh: '其他消防隐患', en: 'Other fire hazard' },
    unit: UNITS.FIRE,
    filing: { zh: '消防隐患且不属于以上各类', en: 'A fire hazard that is none of the above' },
    closing: { zh: '隐患消除', en: 'The hazard is gone' },
  },
  POLLUTION_WATER: {
    name: { zh: '水体污染', en: 'Water pollution' },
    unit: UNITS.ENVIRONMENT,
    filing: { zh: '向河道、雨水管网排放污水', en: 'Sewage goes into a river or storm drain' },
    closing: { zh: '排放停止，污染清除', en: 'Stopped, and the pollution removed' },
  },
  POLLUTION_AIR: {
    name: { zh: '大气油烟污染', en: 'Air and cooking fumes' },
    unit: UNITS.ENVIRONMENT,
    filing: {
      zh: '油烟、废气、露天焚烧影响周边',
      en: 'Fumes, waste gas or open burning trouble the neighbourhood',
    },
    closing: { zh: '整改到位，达标排放', en: 'Put right, within the limits' },
  },
  POLLUTION_NOISE: {
    name: { zh: '噪声污染', en: 'Noise' },
    unit: UNITS.ENVIRONMENT,
    filing: { zh: '经营、生活噪声扰民', en: 'Noise of trade or of neighbours disturbs' },
    closing: { zh: '噪声消除或达标', en: 'Gone, or within the limits' },
  },
  HYGIENE_CLUTTER: {
    name: { zh: '乱堆乱放', en: 'Clutter' },
    unit: UNITS.COMMUNITY,
    filing: { zh: '院落、楼道堆放杂物', en: 'Things are piled up in a courtyard or corridor' },
    closing: { zh: '清理完毕', en: 'Cleared' },
  },
  HYGIENE_PESTS: {
    name: { zh: '病媒生物孳生', en: 'Pests' },
    unit: UNITS.HEALTH,
    filing: { zh: '鼠、蚊、蝇、蟑等孳生', en: 'Rats, mosquitoes, flies or roaches breed' },
    closing: { zh: '消杀完毕，孳生地清除', en: 'Treated, and the breeding place removed' },
  },
  WORK_SAFETY_GAS: {
    name: { zh: '燃气隐患', en: 'Gas hazard' },
    unit: UNITS.GAS,
    filing: { zh: '燃气泄漏，或违规用气、违规存瓶', en: 'Gas leaks, or is used or stored against the rules' },
    closing: { zh: '隐患消除，检测合格', en: 'Removed, and tested' },
  },
  WORK_SAFETY_LIFT: {
    name: { zh: '电梯隐患', en: 'Lift hazard' },
    unit: UNITS.MARKET,
    filing: { zh: '电梯困人、带病运行或未检验', en: 'A lift traps people, runs faulty or was not inspected' },
    closing: { zh: '修复并检验合格', en: 'Repaired and inspected' },
  },
  WORK_SAFETY_PREMISES: {
    name: { zh: '场所安全隐患', en: 'Hazard in business premises' },
    unit: UNITS.EMERGENCY,
    filing: { zh: '小作坊、小门店等存在安全隐患', en: 'A workshop or shop is unsafe' },
    closing: { zh: '整改到位，复查合格', en: 'Put right and checked again' },
  },
  CARE_ELDERLY: {
    name: { zh: '老年人关爱', en: 'Care for the elderly' },
    unit: UNITS.CIVIL_AFFAIRS,
    filing: { zh: '独居、高龄老人需要帮助', en: 'An old person, often alone, needs help' },
    closing: { zh: '帮助落实并回访', en: 'Help is given and followed up' },
  },
  CARE_DISABLED: {
    name: { zh: '残疾人帮扶', en: 'Help for the disabled' },
    unit: UNITS.DISABLED,
    filing: { zh: '残疾人需要服务或帮助', en: 'A disabled person needs a service or help' },
    closing: { zh: '帮助落实并回访', en: 'Help is given and followed up' },
  },
  CARE_CHILDREN: {
    name: { zh: '困境儿童关爱', en: 'Care for children in need' },
    unit: UNITS.CIVIL_AFFAIRS,
    filing: { zh: '儿童监护、生活出现困难', en: 'A child’s care or living is in trouble' },
    closing: { zh: '保护措施落实并回访', en: 'Protection is in place and followed up' },
  },
  OTHER: {
    name: { zh: '其他', en: 'Other' },
    unit: UNITS.STREET,
    filing: { zh: '需要处置且不属于以上各类', en: 'Must be dealt with and is none of the above' },
    closing: { zh: '处置完毕', en: 'Dealt with' },
  },
};
