/** Asks again every tenth of a second until there is an answer; fails after `seconds`. */
export async function eventually<Found>(ask: () => Promise<Found | undefined>, seconds = 15): Promise<Found> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`It did not happen within ${String(seconds)} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
