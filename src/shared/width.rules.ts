/** Full-width forms (U+FF01–U+FF5E, U+3000), as Chinese input methods write digits, letters and marks, made ASCII. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
