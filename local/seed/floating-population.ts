import { type SheetFieldInput } from '../../src/modules/sheets/sheet.input';
import { type SheetFieldType } from '../../src/modules/sheets/sheet.rules';

type More = Partial<Omit<SheetFieldInput, 'id' | 'label' | 'type'>>;

function field(id: string, type: SheetFieldType, zh: string, en: string, more: More = {}): SheetFieldInput {
  return { id, type, label: { zh, en }, required: false, ...more };
}

function choice(value: string, zh: string, en: string) {
  return { value, label: { zh, en } };
}

const REQUIRED = { required: true } as const;
const RENTED = { field: 'housing', equals: ['RENTED'] };
const AT_WORK = { field: 'reason', equals: ['WORK', 'BUSINESS'] };

/** Who it is: what these answer is taken over into the record. */
const PERSON = [
  field('name', 'TEXT', '姓名', 'Name', { ...REQUIRED, maxLength: 50, updates: 'NAME' }),
  field('sex', 'CHOICE', '性别', 'Sex', {
    ...REQUIRED,
    updates: 'SEX',
    choices: [choice('MALE', '男', 'Male'), choice('FEMALE', '女', 'Female')],
  }),
  field('identityNumber', 'IDENTITY_NUMBER', '公民身份号码', 'Identity number', {
    ...REQUIRED,
    updates: 'IDENTITY_NUMBER',
  }),
  field('phone', 'PHONE', '联系电话', 'Phone', { ...REQUIRED, updates: 'PHONE' }),
  field('registeredAt', 'TEXT', '户籍地址', 'Registered address', {
    ...REQUIRED,
    maxLength: 100,
    hint: { zh: '填到县（市、区）即可。', en: 'As far as the county is enough.' },
  }),
  field('education', 'CHOICE', '文化程度', 'Education', {
    choices: [
      choice('PRIMARY', '小学及以下', 'Primary school or less'),
      choice('JUNIOR', '初中', 'Junior middle school'),
      choice('SENIOR', '高中、中专', 'Senior middle or vocational school'),
      choice('COLLEGE', '大专及以上', 'College or more'),
    ],
  }),
];

/** Where they live here, and since when. */
const STAY = [
  field('arrivedOn', 'DATE', '来本地日期', 'Arrived on', { ...REQUIRED, notInFuture: true }),
  field('housing', 'CHOICE', '居住方式', 'Housing', {
    ...REQUIRED,
    choices: [
      choice('RENTED', '租住房屋', 'Rented dwelling'),
      choice('DORMITORY', '单位宿舍', 'Dormitory of the employer'),
      choice('WITH_FAMILY', '投靠亲友', 'With family or friends'),
      choice('OWN', '自购房', 'Own dwelling'),
      choice('SITE', '工地', 'Building site'),
    ],
  }),
  field('landlord', 'TEXT', '房东姓名', 'Landlord', { ...REQUIRED, maxLength: 50, shownWhen: RENTED }),
  field('landlordPhone', 'PHONE', '房东电话', 'Phone of the landlord', { shownWhen: RENTED }),
  field('leaseUntil', 'DATE', '租期截止', 'Lease until', { shownWhen: RENTED }),
  field('companions', 'NUMBER', '同住人数', 'How many live together', { min: 0, max: 30, whole: true }),
];

/** What they do here, and what they need. */
const LIFE = [
  field('reason', 'CHOICE', '来本地原因', 'Why they came', {
    ...REQUIRED,
    choices: [
      choice('WORK', '务工', 'Employment'),
      choice('BUSINESS', '经商', 'Own business'),
      choice('STUDY', '学习培训', 'Study or training'),
      choice('FAMILY', '随迁', 'With the family'),
      choice('MEDICAL', '就医', 'Medical treatment'),
      choice('OTHER', '其他', 'Other'),
    ],
  }),
  field('otherReason', 'TEXT', '其他原因', 'Other reason', {
    maxLength: 100,
    requiredWhen: { field: 'reason', equals: ['OTHER'] },
  }),
  field('employer', 'TEXT', '工作单位', 'Employer', { ...REQUIRED, maxLength: 60, shownWhen: AT_WORK }),
  field('insured', 'YES_NO', '是否参加社会保险', 'Socially insured', { ...REQUIRED, shownWhen: AT_WORK }),
  field('hasPermit', 'YES_NO', '是否已办居住证', 'Has a residence permit', REQUIRED),
  field('permitNumber', 'TEXT', '居住证受理号', 'Receipt of the permit', {
    shownWhen: { field: 'hasPermit', equals: ['true'] },
    pattern: 'CD\\d{6,10}',
    hint: { zh: 'CD 开头，后接 6 至 10 位数字。', en: 'CD and 6 to 10 digits.' },
  }),
  field('children', 'NUMBER', '随迁未成年子女数', 'Children who came along', {
    min: 0,
    max: 10,
    whole: true,
  }),
  field('needs', 'CHOICES', '服务需求', 'What they need', {
    choices: [
      choice('SCHOOL', '子女入学', 'School for the children'),
      choice('JOB', '就业', 'Work'),
      choice('HEALTH', '医疗卫生', 'Health care'),
      choice('HOUSING', '住房', 'Housing'),
      choice('LEGAL', '法律援助', 'Legal aid'),
    ],
  }),
];

/** Registration of the floating population (流动人口信息采集表): twenty fields, as districts ask them at the door. */
export const FLOATING_POPULATION = {
  key: 'FLOATING_POPULATION',
  title: { zh: '流动人口信息采集表', en: 'Registration of the floating population' },
  about: {
    zh: '用于居住登记和基本公共服务；仅供社区、街道使用，迁出后按规定期限清除。',
    en: 'For the registration of residence and for basic services; read by community and street only, erased a while after they leave.',
  },
  subject: 'RESIDENT',
  filledBy: 'EITHER',
  review: true,
  fields: [...PERSON, ...STAY, ...LIFE],
} as const;
