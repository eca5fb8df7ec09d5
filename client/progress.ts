import { Needs } from './batch.rules';
import { isFileOpen } from './file.machine';
import { isUnsent } from './queue.machine';
import { type FileRow, type ItemRow, type Trouble } from './rows';
import { sentenceOf } from './progress.words';

/** What the module is doing. */
export type Doing = 'IDLE' | 'SENDING' | 'OFFLINE' | 'BUSY' | 'LOGIN' | 'REFUSED';

/** Where things stand, in plain figures. */
export interface Progress {
  readonly doing: Doing;
  readonly items: {
    /** To be sent. */
    readonly waiting: number;
    /** To be sent, but for another that was refused or given up. */
    readonly blocked: number;
    /** For their user to mend or give up. */
    readonly refused: number;
    /** For a person to decide. */
    readonly conflicts: number;
    /** With the server. */
    readonly taken: number;
  };
  readonly files: {
    /** To be sent. */
    readonly waiting: number;
    /** Sent, and being checked. */
    readonly arrived: number;
    readonly verified: number;
    readonly rejected: number;
  };
  /** Of all files that were not given up. */
  readonly bytes: { readonly sent: number; readonly total: number };
  /** Whether everything has arrived and was checked, and nothing waits for a person. */
  readonly done: boolean;
  /** Why the last pass stopped. */
  readonly trouble?: Trouble | undefined;
  readonly sentence: { readonly zh: string; readonly en: string };
}

/** The figures without the words. */
export type Figures = Omit<Progress, 'sentence'>;

/** Where a queue stands. */
export function progressOf(
  items: readonly ItemRow[],
  files: readonly FileRow[],
  status: { readonly doing: Doing; readonly trouble?: Trouble | undefined },
): Progress {
  const needs = new Needs(items);
  const unsent = items.filter(isUnsent);
  const blocked = unsent.filter((item) => needs.blockerOf(item) !== undefined).length;
  const itemsIn = (state: ItemRow['state']) => items.filter((item) => item.state === state).length;
  const filesIn = (...states: FileRow['state'][]) =>
    files.filter(({ state }) => states.includes(state)).length;
  const wanted = files.filter(({ state }) => state !== 'GIVEN_UP');
  const figures: Figures = {
    ...status,
    items: {
      waiting: unsent.length - blocked,
      blocked,
      refused: itemsIn('REFUSED'),
      conflicts: itemsIn('CONFLICT'),
      taken: itemsIn('TAKEN'),
    },
    files: {
      waiting: filesIn('HELD', 'WAITING'),
      arrived: filesIn('ARRIVED'),
      verified: filesIn('VERIFIED'),
      rejected: filesIn('REJECTED'),
    },
    bytes: {
      sent: wanted.reduce((sum, { sent }) => sum + sent, 0),
      total: wanted.reduce((sum, { size }) => sum + size, 0),
    },
    done:
      items.every(({ state }) => state === 'TAKEN' || state === 'GIVEN_UP') &&
      files.every((file) => !isFileOpen(file) && file.state !== 'REJECTED' && file.state !== 'HELD'),
  };
  return { ...figures, sentence: sentenceOf(figures) };
}
