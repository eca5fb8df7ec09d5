import { type ServiceHandler, type ServiceKind } from '../../src/modules/services/service-item.rules';

type Material = readonly [code: string, name: string, issuer?: string, note?: string];

/** A service as the seed tells it. */
export interface SeedService {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ServiceKind;
  readonly who: string;
  readonly needs: readonly Material[];
  readonly mayNeed?: readonly Material[];
  /** What is asked; the first must be answered. */
  readonly asks?: readonly (readonly [code: string, label: string])[];
  /** Of a department there is the end of its code. */
  readonly steps: readonly (readonly [
    name: string,
    by: ServiceHandler,
    workingDays: number,
    department?: string,
  ])[];
  readonly laws: readonly string[];
  readonly isInPersonOnly?: boolean;
  /** Number of the sheet that is its form. */
  readonly sheet?: number;
}

const IDENTITY: Material = ['IDENTITY_CARD', '居民身份证', '公安机关', '原件核验，不留复印件'];
const BOOK: Material = ['HOUSEHOLD_BOOK', '户口簿', '公安机关'];
const MARRIAGE: Material = ['MARRIAGE_CERTIFICATE', '结婚证', '民政部门'];
const PHOTO: Material = ['PHOTO', '近期免冠证件照', undefined, '白底彩色'];
const INCOME: Material = ['INCOME', '家庭收入和财产申报', undefined, '并签署核对授权书'];
const HOME: Material = [
  'RESIDENCE_PROOF',
  '合法稳定住所证明',
  undefined,
  '租赁合同、房产证明或单位出具的住宿证明',
];
const DISABILITY: Material = ['DISABILITY_CARD', '残疾人证', '残疾人联合会'];
const BANK: Material = ['BANK_CARD', '本人银行卡或社会保障卡'];

const ASSISTANCE_STEPS = [
  ['受理', 'COMMUNITY', 2],
  ['入户调查与公示', 'STREET', 10],
  ['审核确认', 'DISTRICT', 10, 'CAB'],
] as const;

/** Real services under their names of today and of old, with the laws they rest on. */
export const SERVICES: readonly SeedService[] = [
  {
    ...{ code: 'BIRTH_REGISTRATION', name: '生育登记', aliases: ['准生证', '生育服务证'], kind: 'BIRTH' },
    who: '生育子女的公民，可在户籍地或现居住地登记。',
    ...{ needs: [IDENTITY, BOOK], mayNeed: [MARRIAGE] },
    asks: [
      ['CHILD_ORDER', '本次登记为第几个子女'],
      ['DUE_DATE', '预产期或出生日期'],
    ],
    steps: [
      ['受理', 'COMMUNITY', 1],
      ['登记办结', 'STREET', 2],
    ],
    laws: ['中华人民共和国人口与计划生育法', '四川省人口与计划生育条例'],
  },
  {
    ...{ code: 'MINIMUM_LIVING', name: '最低生活保障申请', aliases: ['低保', '低保户'], kind: 'ASSISTANCE' },
    who: '共同生活的家庭成员人均收入低于当地最低生活保障标准，且财产状况符合规定的家庭。',
    ...{ needs: [IDENTITY, BOOK, INCOME], mayNeed: [DISABILITY] },
    asks: [
      ['FAMILY_SIZE', '共同生活的家庭成员人数'],
      ['REASON', '致困原因'],
    ],
    ...{ steps: ASSISTANCE_STEPS, laws: ['社会救助暂行办法', '最低生活保障审核确认办法'] },
  },
  {
    ...{
      code: 'EXTREME_POVERTY',
      name: '特困人员救助供养',
      aliases: ['五保供养', '五保户'],
      kind: 'ASSISTANCE',
    },
    who: '无劳动能力、无生活来源且无法定赡养、抚养、扶养义务人或其义务人无履行能力的老年人、残疾人和未成年人。',
    ...{ needs: [IDENTITY, BOOK, INCOME], mayNeed: [DISABILITY] },
    asks: [['CARE', '希望在家供养还是集中供养']],
    ...{ steps: ASSISTANCE_STEPS, laws: ['社会救助暂行办法', '特困人员认定办法'] },
  },
  {
    ...{ code: 'TEMPORARY_RELIEF', name: '临时救助申请', aliases: ['临时困难补助'], kind: 'ASSISTANCE' },
    who: '因火灾、交通事故、重大疾病等基本生活暂时出现严重困难的家庭或个人。',
    ...{
      needs: [IDENTITY, INCOME],
      mayNeed: [['HARDSHIP_PROOF', '困难情况的证明', undefined, '如诊断书、费用票据']],
    },
    asks: [['REASON', '遇到的困难']],
    steps: [
      ['受理', 'COMMUNITY', 1],
      ['审核确认', 'STREET', 5],
    ],
    laws: ['社会救助暂行办法'],
  },
  {
    code: 'MEDICAL_INSURANCE',
    ...{ name: '城乡居民基本医疗保险参保登记', aliases: ['医保', '新农合'], kind: 'MEDICAL_INSURANCE' },
    who: '未参加职工基本医疗保险的本地户籍居民、持居住证的居民及在校学生。',
    ...{ needs: [IDENTITY], mayNeed: [BOOK, ['RESIDENCE_PERMIT', '居住证', '公安机关']] },
    asks: [['FIRST_TIME', '是否首次参保']],
    steps: [['受理办结', 'STREET', 1]],
    laws: ['中华人民共和国社会保险法'],
  },
  {
    code: 'RESIDENT_PENSION',
    ...{ name: '城乡居民基本养老保险参保登记', aliases: ['社保', '居民养老保险'], kind: 'SOCIAL_INSURANCE' },
    who: '年满十六周岁（不含在校学生），未参加职工基本养老保险的本地户籍居民。',
    ...{ needs: [IDENTITY, BOOK], mayNeed: [BANK] },
    asks: [['TIER', '选择的缴费档次']],
    steps: [['受理办结', 'STREET', 3]],
    laws: ['中华人民共和国社会保险法', '国务院关于建立统一的城乡居民基本养老保险制度的意见'],
  },
  {
    code: 'PENSION_ALIVE',
    ...{ name: '养老保险待遇资格认证', aliases: ['生存认证', '养老金认证'], kind: 'SOCIAL_INSURANCE' },
    who: '领取基本养老保险待遇的人员。',
    needs: [IDENTITY],
    steps: [['认证办结', 'COMMUNITY', 1]],
    laws: ['中华人民共和国社会保险法'],
  },
  {
    ...{
      code: 'UNEMPLOYMENT',
      name: '失业登记',
      aliases: ['失业证', '就业失业登记'],
      kind: 'SOCIAL_INSURANCE',
    },
    who: '在法定劳动年龄内、有劳动能力、有就业要求、处于无业状态的城镇常住人员。',
    ...{ needs: [IDENTITY], mayNeed: [['END_OF_WORK', '终止就业的证明', '原用人单位']] },
    asks: [['LAST_WORK', '上一份工作']],
    steps: [['受理办结', 'STREET', 3]],
    laws: ['中华人民共和国就业促进法', '就业服务与就业管理规定'],
  },
  {
    ...{ code: 'FLOATING_REGISTRATION', name: '流动人口居住登记', aliases: ['暂住登记'], kind: 'RESIDENCE' },
    who: '离开户籍所在地到本区居住的公民。',
    needs: [IDENTITY, HOME],
    asks: [
      ['SINCE', '何时开始居住'],
      ['LANDLORD', '房主姓名'],
    ],
    steps: [['登记办结', 'COMMUNITY', 3]],
    sheet: 1,
    laws: ['居住证暂行条例'],
  },
  {
    ...{ code: 'RESIDENCE_PERMIT', name: '居住证申领', aliases: ['暂住证'], kind: 'RESIDENCE' },
    who: '办理居住登记满半年，有合法稳定就业、合法稳定住所或连续就读条件之一的流动人口。',
    ...{ needs: [IDENTITY, HOME, PHOTO], mayNeed: [['WORK_PROOF', '就业或就读证明', '用人单位或学校']] },
    asks: [['GROUND', '申领依据：就业、住所或就读']],
    steps: [
      ['受理', 'STREET', 1],
      ['制发证件', 'DISTRICT', 10],
    ],
    laws: ['居住证暂行条例'],
  },
  {
    ...{ code: 'DISABILITY_CARD', name: '残疾人证办理', aliases: ['残疾证'], kind: 'DISABILITY' },
    who: '符合残疾标准的本地户籍残疾人，自愿申领。',
    ...{ needs: [IDENTITY, BOOK, PHOTO], mayNeed: [['DIAGNOSIS', '病历或诊断材料', '医疗机构']] },
    asks: [['TYPE', '残疾类别']],
    steps: [
      ['受理', 'STREET', 2],
      ['残疾评定', 'DISTRICT', 15],
      ['发证', 'DISTRICT', 5],
    ],
    laws: ['中华人民共和国残疾人保障法', '中华人民共和国残疾人证管理办法'],
    isInPersonOnly: true,
  },
  {
    ...{
      code: 'DISABILITY_ALLOWANCE',
      name: '残疾人两项补贴申请',
      aliases: ['残疾人补贴', '护理补贴'],
      kind: 'DISABILITY',
    },
    who: '低保家庭中的残疾人，以及残疾等级被评定为一级、二级且需要长期照护的重度残疾人。',
    needs: [IDENTITY, DISABILITY, BANK],
    steps: [
      ['受理', 'COMMUNITY', 2],
      ['审核', 'STREET', 7],
      ['审定', 'DISTRICT', 7, 'CAB'],
    ],
    laws: ['国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见'],
  },
  {
    ...{
      code: 'ELDERLY_ALLOWANCE',
      name: '高龄津贴申请',
      aliases: ['长寿津贴', '高龄补贴'],
      kind: 'ELDERLY',
    },
    who: '年满八十周岁的本地户籍老年人。',
    needs: [IDENTITY, BOOK, BANK],
    steps: [
      ['受理', 'COMMUNITY', 2],
      ['审核', 'STREET', 5],
      ['审定', 'DISTRICT', 5, 'CAB'],
    ],
    laws: ['中华人民共和国老年人权益保障法'],
  },
  {
    ...{ code: 'ELDERLY_CARD', name: '老年人优待证办理', aliases: ['老年证', '敬老卡'], kind: 'ELDERLY' },
    who: '年满六十周岁的老年人。',
    needs: [IDENTITY, PHOTO],
    steps: [['受理办结', 'COMMUNITY', 3]],
    laws: ['中华人民共和国老年人权益保障法'],
  },
  {
    ...{ code: 'PUBLIC_RENTAL', name: '公共租赁住房申请', aliases: ['公租房', '廉租房'], kind: 'HOUSING' },
    who: '符合规定条件的城镇中等偏下收入住房困难家庭、新就业无房职工和在城镇稳定就业的外来务工人员。',
    ...{ needs: [IDENTITY, BOOK, INCOME], mayNeed: [MARRIAGE, HOME] },
    asks: [['FAMILY_SIZE', '共同申请人数']],
    steps: [
      ['受理初审', 'STREET', 10],
      ['联合审核', 'DISTRICT', 20],
      ['公示轮候', 'DISTRICT', 10],
    ],
    laws: ['公共租赁住房管理办法'],
  },
  {
    ...{
      code: 'FLEXIBLE_WORK',
      name: '灵活就业社会保险补贴',
      aliases: ['社保补贴', '4050补贴'],
      kind: 'SOCIAL_INSURANCE',
    },
    who: '灵活就业并缴纳社会保险费的就业困难人员和离校未就业高校毕业生。',
    needs: [IDENTITY, BANK],
    asks: [['WORK', '灵活就业的方式']],
    steps: [
      ['受理', 'STREET', 5],
      ['审核', 'DISTRICT', 10],
    ],
    laws: ['中华人民共和国就业促进法'],
  },
];
