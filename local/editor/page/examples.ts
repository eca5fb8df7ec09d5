import { v7 } from 'uuid';

/** Where ids are remembered: a tab of the browser has such a place. */
interface Memory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** How far Shanghai’s clock is ahead of UTC, in milliseconds. */
const AHEAD_MS = 8 * 3_600_000;

const DAY_MS = 24 * 3_600_000;

/** The day in Shanghai so many milliseconds from now. */
const dayIn = (ahead: number) => new Date(Date.now() + AHEAD_MS + ahead).toISOString().slice(0, 10);

const NOTHING_KEPT: Memory = { getItem: () => null, setItem: () => undefined };

/**
 * Fills in an operation's example variables: `{{newId}}` becomes a new UUID version 7; `{{newJobId}}` one that is remembered
 * as the last job, and `{{jobId}}` that one; so for cases, adjustments and whatever else is named. Where none is remembered
 * a case is the seeded one, and anything else one that is nowhere. `{{now}}` is the time, `{{today}}` the day in Shanghai,
 * `{{tomorrow}}` the next one.
 */
export function fillIn(example: string, seededCase: string, memory = NOTHING_KEPT): string {
  return example
    .replaceAll('{{now}}', new Date().toISOString())
    .replaceAll('{{today}}', dayIn(0))
    .replaceAll('{{tomorrow}}', dayIn(DAY_MS))
    .replaceAll(/\{\{new(\w*)Id\}\}/g, (_all, kind: string) => {
      const id = v7();
      if (kind !== '') memory.setItem(keyOf(kind), id);
      return id;
    })
    .replaceAll(
      /\{\{(\w+)Id\}\}/g,
      (_all, kind: string) => memory.getItem(keyOf(kind)) ?? (kind === 'case' ? seededCase : v7()),
    );
}

/** Whether an example names something that one makes oneself before: an adjustment, a request, a job. */
export function needsWhatWasMade(example: string): boolean {
  return /\{\{(?!new|case)\w+Id\}\}/.test(example);
}

const keyOf = (kind: string) => `wangge:${kind.toLowerCase()}`;
