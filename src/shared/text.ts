/**
 * The beginning of a text, at most so many UTF-16 units long, and never half a character: the two halves of one beyond the first
 * 65,536 (an emoji, a rare character of a name) are no text each, and a database may refuse them.
 */
export function beginningOf(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/** Whether a value of JSON says half a character somewhere: what nobody can have typed, and not every database can keep. */
export function saysHalfCharacters(value: unknown): boolean {
  // Written out, half a character alone becomes an escape; a backslash that somebody typed comes as two.
  return /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/.test(JSON.stringify(value));
}
