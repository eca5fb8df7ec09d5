const chinese = /^zh/i.test(
  process.env.WANGGE_LANGUAGE ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '',
);

/** The sentence in the language of whoever sits at the laptop: Chinese where the locale is, else English. */
export function say(en: string, zh: string): string {
  return chinese ? zh : en;
}

/** Erases what stands on the line from here. */
const ERASE = '\u001b[K';

/** How often a step that tells how far it has come is heard where there is no terminal. */
const TOLD_EVERY_MS = 15_000;

/**
 * A line about a step, and how long it took once it is done; on a terminal the seconds are seen to pass. A long step
 * may tell how far it has come.
 */
export async function step<Result>(
  name: string,
  work: (tell: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  const started = Date.now();
  let told = { text: '', at: started };
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  const tick = setInterval(() => {
    if (live) process.stdout.write(`\r… ${name}  ${told.text}  ${seconds()} ${ERASE}`);
  }, 200);
  if (!live) console.log(`… ${name}`);
  try {
    const result = await work((text) => {
      const isDue = Date.now() - told.at >= TOLD_EVERY_MS;
      if (!live && isDue) console.log(`    ${text}`);
      told = { text, at: isDue ? Date.now() : told.at };
    });
    console.log(`${live ? '\r' : ''}✔ ${name}  ${seconds()} ${live ? ERASE : ''}`);
    return result;
  } finally {
    clearInterval(tick);
  }
}

/** Rows as a table on the terminal; Chinese characters count as two columns wide. */
export function drawTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ');
  return rows.map((row) => `  ${line(row).trimEnd()}`).join('\n');
}

function width(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(character) ? 2 : 1),
    0,
  );
}
