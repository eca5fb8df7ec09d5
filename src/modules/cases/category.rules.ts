import { type Language } from '../../shared/language';

/** What a case is about. */
export interface Category {
  readonly code: string;
  readonly name: Readonly<Record<Language, string>>;
}

/**
 * The categories, in the groups that published practice uses (GB/T 30428 events, GB/T 31000 disputes and security).
 * The codes are our own: official ones are not confirmed.
 */
export const CATEGORIES: readonly Category[] = [
  { code: 'SECURITY_DANGEROUS_GOODS', name: { zh: '治安隐患·危险物品', en: 'Security: dangerous goods' } },
  { code: 'SECURITY_OTHER', name: { zh: '治安隐患·其他', en: 'Security: other hazard' } },
  { code: 'FIRE_HAZARD', name: { zh: '消防隐患', en: 'Fire hazard' } },
  { code: 'POLLUTION_WATER', name: { zh: '环境污染·水体', en: 'Pollution: water' } },
  { code: 'POLLUTION_AIR', name: { zh: '环境污染·大气油烟', en: 'Pollution: air and cooking fumes' } },
  { code: 'SANITATION_RUBBISH', name: { zh: '市容环境·暴露垃圾', en: 'City appearance: exposed rubbish' } },
  {
    code: 'SANITATION_ILLEGAL_BUILDING',
    name: { zh: '市容环境·私搭乱建', en: 'City appearance: illegal building' },
  },
  { code: 'ORDER_STREET_TRADE', name: { zh: '街面秩序·占道经营', en: 'Street order: trading on the road' } },
  { code: 'EMERGENCY_PIPE_BURST', name: { zh: '突发事件·管道破裂', en: 'Emergency: burst pipe' } },
  { code: 'DISPUTE', name: { zh: '矛盾纠纷', en: 'Dispute' } },
  { code: 'REQUEST', name: { zh: '群众诉求', en: 'Request' } },
  { code: 'OTHER', name: { zh: '其他', en: 'Other' } },
];

/** The category with this code. */
export function categoryOf(code: string): Category | undefined {
  return CATEGORIES.find((category) => category.code === code);
}
