import { pinyin } from 'pinyin-pro';

/**
 * The initials of a text's pinyin in lower case, whatever is not Chinese kept: 生育登记 is `sydj`. The library reads by words,
 * so that 参 in 参保 is `c`. A part of its own: only who publishes a service needs it.
 */
export function initialsOf(text: string): string {
  const parts = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return parts.join('').toLowerCase().replace(/\s+/g, '');
}
