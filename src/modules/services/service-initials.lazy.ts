import { OTHER_CHARACTERS, OTHER_WORDS } from './service-initials.words';

/** The first character of each letter, in the order in which the platform sorts Chinese by pinyin; no syllable has i, u or v. */
const FIRSTS = '阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const collator = new Intl.Collator('zh-CN-u-co-pinyin');
const known = new Map(
  [...OTHER_CHARACTERS, ...OTHER_WORDS].flatMap((line) =>
    line.split(' ').map((each) => [each.replace(/[a-z]/g, ''), each.replace(/[^a-z]/g, '')] as const),
  ),
);
/** Most characters of a word that is known. */
const LONGEST = 3;

/**
 * The initials of a text's pinyin in lower case, whatever is not Chinese kept: 生育登记 is `sydj`. The platform's own sorting
 * tells a character's letter; words in which one is read otherwise are known, so that 长 is `c` in 长寿 and `z` in 增长. A part of
 * its own: only who publishes a service needs it.
 */
export function initialsOf(text: string): string {
  const characters = [...text.normalize('NFKC').replace(/\s+/g, '')];
  let initials = '';
  for (let at = 0; at < characters.length;) {
    const [word, letters] = wordAt(characters, at);
    initials += letters;
    at += word;
  }
  return initials.toLowerCase();
}

/** How many characters are read together from here on, and their initials. */
function wordAt(characters: readonly string[], at: number): readonly [length: number, letters: string] {
  for (let length = LONGEST; length > 0; length -= 1) {
    const letters = known.get(characters.slice(at, at + length).join(''));
    if (letters !== undefined) return [length, letters];
  }
  return [1, letterOf(characters[at] ?? '')];
}

function letterOf(character: string): string {
  if (!/^\p{Script=Han}$/u.test(character)) return character;
  const place = [...FIRSTS].filter((first) => collator.compare(first, character) <= 0).length;
  return LETTERS.charAt(Math.max(place, 1) - 1);
}
