/** The languages messages come in; codes never change with the language. */
export type Language = 'zh' | 'en';

/**
 * Chooses a language from an `Accept-Language` header (RFC 9110): the first of Chinese and English by weight,
 * Chinese when neither is named.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, order, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)(-|$)/.test(tag))
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  return ranked[0]?.tag.startsWith('en') === true ? 'en' : 'zh';
}
