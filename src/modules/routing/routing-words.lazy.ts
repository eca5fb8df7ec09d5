import { type Text } from '../../shared/messages/text';
import { type RouteLevel, type RuleOutcome } from './routing.rules';

/** What people call where a case begins. */
export const LEVEL_NAMES: Readonly<Record<RouteLevel, Text>> = {
  GRID: { zh: '由网格先行处置', en: 'it begins at its grid' },
  COMMUNITY: { zh: '直达社区', en: 'it goes straight to the community' },
  STREET: { zh: '直达街道', en: 'it goes straight to the street' },
  DISTRICT: { zh: '直达区级', en: 'it goes straight to the district' },
};

/** Why a rule decides, or does not. */
export const OUTCOME_WORDS: Readonly<Record<RuleOutcome, Text>> = {
  DECIDES: { zh: '相符，且最具体，按此条派遣。', en: 'It matches and is the most specific: it decides.' },
  LESS_SPECIFIC: { zh: '相符，但已有更具体的规则。', en: 'It matches, but a more specific rule decides.' },
  OTHER_CATEGORY: { zh: '不相符：针对其他类别。', en: 'It does not match: it is for other categories.' },
  OTHER_AREA: { zh: '不相符：针对其他区域。', en: 'It does not match: it is for another area.' },
  OTHER_TIME: { zh: '不相符：针对其他时间。', en: 'It does not match: it is for other times.' },
};

/** What a rule says, in a sentence. */
export const RULE_SENTENCE: Text = {
  zh: '第 {number} 条（{category}，{area}，{time}）：{level}，主办{lead}{coHandlers}。',
  en: 'Rule {number} ({category}, {area}, {time}): {level}; {lead} leads{coHandlers}.',
};

/** How co-handlers follow the lead in that sentence. */
export const CO_HANDLERS: Text = { zh: '，协办{names}', en: ', with {names}' };

/** What a rule is for that names nothing. */
export const ALL: Readonly<Record<'category' | 'area' | 'time', Text>> = {
  category: { zh: '全部类别', en: 'all categories' },
  area: { zh: '全区', en: 'the whole district' },
  time: { zh: '任何时间', en: 'at all times' },
};

/** Why a case is where it is that no rule routed. */
export const UNROUTED: Text = {
  zh: '本区当时没有派遣规则：从上报之处起办，需派遣时按责任单位“{unit}”选定部门。',
  en: 'The district had no routing rules: it begins where it is reported, and whoever dispatches it chooses a department ({unit}).',
};
