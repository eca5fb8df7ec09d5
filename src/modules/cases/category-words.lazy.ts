import { COMMUNITY_WORDS } from './category-community.words';
import { EVENT_WORDS } from './category-events.words';
import { FACILITY_WORDS } from './category-facilities.words';
import { type CategoryWords, type Words } from './category-units.words';

/** What people call the groups, events first, then components, then community governance. */
export const GROUP_NAMES: Readonly<Record<string, Words>> = {
  CITY_APPEARANCE: { zh: '市容环境', en: 'City appearance' },
  ADVERTISING: { zh: '宣传广告', en: 'Advertising' },
  CONSTRUCTION: { zh: '施工管理', en: 'Construction' },
  STREET_ORDER: { zh: '街面秩序', en: 'Street order' },
  EMERGENCIES: { zh: '突发事件', en: 'Emergencies' },
  FACILITY_PUBLIC_UTILITY: { zh: '部件·公用设施', en: 'Facilities: public utilities' },
  FACILITY_ROAD_TRAFFIC: { zh: '部件·道路交通', en: 'Facilities: roads and traffic' },
  FACILITY_CITY_APPEARANCE: { zh: '部件·市容环境设施', en: 'Facilities: city appearance' },
  FACILITY_GREENING: { zh: '部件·园林绿化', en: 'Facilities: greening' },
  FACILITY_OTHER: { zh: '部件·其他设施', en: 'Facilities: other' },
  DISPUTES: { zh: '矛盾纠纷', en: 'Disputes' },
  REQUESTS: { zh: '群众诉求', en: 'Requests' },
  SUGGESTIONS: { zh: '意见建议', en: 'Suggestions' },
  SECURITY: { zh: '治安隐患', en: 'Security' },
  FIRE_SAFETY: { zh: '消防隐患', en: 'Fire safety' },
  POLLUTION: { zh: '环境污染', en: 'Pollution' },
  HYGIENE: { zh: '环境卫生', en: 'Hygiene' },
  WORK_SAFETY: { zh: '安全生产', en: 'Work safety' },
  CARE: { zh: '特殊人群服务', en: 'Care for special groups' },
  OTHERS: { zh: '其他', en: 'Other' },
};

/** What people read of each category, by `wordsKey`. */
export const CATEGORY_WORDS: Readonly<Record<string, CategoryWords>> = {
  ...EVENT_WORDS,
  ...FACILITY_WORDS,
  ...COMMUNITY_WORDS,
};
