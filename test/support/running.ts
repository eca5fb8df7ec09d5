import { type Running } from '../../local/process';

const holder = globalThis as { wanggeRunning?: Running[] };

/** Remembers something that was started before the tests, to be stopped after them. */
export function keepRunning<Part extends Running>(part: Part): Part {
  (holder.wanggeRunning ??= []).push(part);
  return part;
}

/** Stops everything that was started before the tests. */
export async function stopAll(): Promise<void> {
  const all = holder.wanggeRunning ?? [];
  holder.wanggeRunning = [];
  await Promise.all(all.map((part) => part.stop()));
}
