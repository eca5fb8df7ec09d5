/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Ratios of what was measured side by side: the median, and between which values the middle half lies. */
export function compare(ours: readonly number[], theirs: readonly number[]) {
  const ratios = ours.map((value, index) => value / (theirs[index] ?? NaN)).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.floor((ratios.length - 1) * share)] ?? NaN;
  return { ratio: median(ratios), from: at(0.25), to: at(0.75), ours: median(ours), theirs: median(theirs) };
}

/** A line of the report. */
export function line(
  what: string,
  unit: string,
  { ratio, from, to, ours, theirs }: ReturnType<typeof compare>,
) {
  const pair = `${ours.toFixed(2)} / ${theirs.toFixed(2)} ${unit}`;
  return `  ${what.padEnd(34)} ${ratio.toFixed(2)}×  (middle half ${from.toFixed(2)}–${to.toFixed(2)})   ${pair}`;
}
