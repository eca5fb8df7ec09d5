import { type Store } from '../../../client';

/** A process that dies at a certain operation of its store. */
export interface Mortal {
  readonly store: Store;
  /** Whether it has died. */
  isDead(): boolean;
  /** Operations made since. */
  operations(): number;
}

/** What the operations of a dead process throw. */
class Killed extends Error {}

/**
 * The store as a process has it that dies at its operation of this number: before the operation is kept, or just after.
 * Whatever it asks for afterwards does not happen.
 */
export function mortal(store: Store, at = Infinity, moment: 'before' | 'after' = 'before'): Mortal {
  let [made, dead] = [0, false];
  const die = (): never => {
    dead = true;
    throw new Killed('The process was killed.');
  };
  return {
    isDead: () => dead,
    operations: () => made,
    store: {
      run: async (mode, tables, work) => {
        if (dead) die();
        const isLast = made === at;
        made += 1;
        if (isLast && moment === 'before') die();
        const result = await store.run(mode, tables, work);
        return isLast ? die() : result;
      },
      close: () => Promise.resolve(),
    },
  };
}
