import { ancestorAt } from '../../shared/area-code';
import { type Language } from '../../shared/language';
import { type CaseCategory } from './category.type';
import { type OwnCategory, type Terms } from './case-terms.rules';
import { CATEGORIES, filedUnder, wordsKey } from './category.rules';

/** What people read of a category, in one language. */
export interface CategoryTexts {
  readonly name: string;
  readonly unit: string;
  readonly filing: string;
  readonly closing: string;
}

/** The texts of what a case was filed under. They are loaded when they are first asked for. */
export async function textsOf({ code, version }: CaseCategory, language: Language): Promise<CategoryTexts> {
  const { CATEGORY_WORDS } = await import('./category-words.lazy');
  const filed = filedUnder(code, version);
  const words = CATEGORY_WORDS[wordsKey(filed)];
  if (words === undefined) throw new Error(`The category ${wordsKey(filed)} has no texts.`);
  const { name, unit, filing, closing } = words;
  return {
    name: filed.code === code ? name[language] : code,
    unit: unit[language],
    filing: filing[language],
    closing: closing[language],
  };
}

/** The same with the district's own texts in place of those that it has written itself. */
export async function ownTextsOf(
  category: CaseCategory,
  language: Language,
  terms: Terms,
): Promise<CategoryTexts> {
  const [usual, own] = await Promise.all([textsOf(category, language), ownOf(category, terms)]);
  return {
    name: own?.name?.[language] ?? usual.name,
    unit: usual.unit,
    filing: own?.filing?.[language] ?? usual.filing,
    closing: own?.closing?.[language] ?? usual.closing,
  };
}

/** What its district said of a category when a case was filed under it; read once, as it never changes. */
export async function ownOf(category: CaseCategory, terms: Terms): Promise<OwnCategory | undefined> {
  if (category.own !== undefined || category.terms === undefined) return category.own;
  return terms.ownOf(category.terms, category.code);
}

/** Where and when somebody wants to know what can be reported; the usual categories where no place is named. */
export interface Offer {
  readonly area?: string | null | undefined;
  readonly at?: Date | null | undefined;
}

/**
 * The categories that a case can have at a place and a moment, in the order in which people choose, each with what its district
 * says of it. At most one Query, kept for a minute.
 */
export async function offered(terms: Terms, { area, at }: Offer): Promise<CaseCategory[]> {
  const all = CATEGORIES.map(({ code, version }): CaseCategory => ({ code, version }));
  if (area == null) return all;
  const termsOf = await terms.of([ancestorAt(area, 'DISTRICT') ?? area], at ?? undefined);
  return all
    .map((category) => ({ ...category, ...termsOf(category.code, area) }))
    .filter(({ own }: CaseCategory) => own?.isOffered !== false);
}

/** What a group of categories is called. */
export async function groupNameOf(code: string, language: Language): Promise<string> {
  const { GROUP_NAMES } = await import('./category-words.lazy');
  return GROUP_NAMES[code]?.[language] ?? code;
}
