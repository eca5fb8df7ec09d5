import { type Category, CATEGORIES, CATEGORY_GROUPS, wordsKey } from '../src/modules/cases/category.rules';
import { type Words } from '../src/modules/cases/category-units.words';
import { CATEGORY_WORDS, GROUP_NAMES } from '../src/modules/cases/category-words.lazy';
import { type Limit, type LimitUnit } from '../src/shared/limit';

const UNIT_NAMES: Readonly<Record<LimitUnit, string>> = {
  WORKING_HOURS: '工作时 working h',
  WORKING_DAYS: '工作日 working d',
  CALENDAR_HOURS: '小时 h',
};

/** The page about everything that a case can be about, made from the rules and their texts. */
export function listCategories(): string {
  return [
    '# What a case can be about',
    '',
    'Made from `src/modules/cases/category-*.ts` by `npm run docs`; a test fails when this page is stale. Groups and names are',
    'those of published practice (events and components of GB/T 30428, community governance as grid workers use it). The codes',
    'are our own: official ones are not confirmed, and none are claimed. Limits marked by a comment in the rules are published by',
    'a city; all others, urgencies and conditions are ours.',
    '',
    'A category never goes: when it says something else, a row with the next version is added, and a case keeps the one it was',
    'filed under. `caseCategoryGroups` tells this page to a client in one operation.',
    '',
    'A district may say otherwise for a time: limits, urgency, texts, and whether a category is offered at all, and its office hours and',
    'days ([ADR 30](adr/0030-a-district-s-own-rules.md)). With `area` and `at`, `caseCategoryGroups` and `caseCategories` tell what holds there; this page does not.',
    '',
    ...CATEGORY_GROUPS.flatMap(({ code }) => [
      `## ${both(GROUP_NAMES[code])}`,
      '',
      `\`${code}\``,
      '',
      '| code | 类别 category | kind | urgency | 处置时限 limit | 责任单位 who answers | 立案条件 filed when | 结案条件 closed when |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...CATEGORIES.filter(({ group }) => group === code).map(row),
      '',
    ]),
  ].join('\n');
}

function row(category: Category): string {
  const { code, kind, urgency, handle } = category;
  const words = CATEGORY_WORDS[wordsKey(category)];
  const texts = [
    ...[both(words?.name), kind, urgency, limit(handle)],
    ...[words?.unit, words?.filing, words?.closing].map(both),
  ];
  return `| \`${code}\` | ${texts.join(' | ')} |`;
}

const both = (words: Words | undefined) => (words === undefined ? '' : `${words.zh} ${words.en}`);

const limit = ({ count, unit }: Limit) => `${count} ${UNIT_NAMES[unit]}`;
