import { type Answer, type ItemRow, type Trouble } from './rows';
import { type Fields, type Related } from './work.rules';

/** What happens to an item of the queue. */
export type ItemEvent =
  | { readonly type: 'SENT' }
  /** It is with the server, or its conflict is. */
  | {
      readonly type: 'ANSWERED';
      readonly revision: number;
      readonly status: 'TAKEN' | 'CONFLICT';
      readonly answer: Answer;
      readonly troubles: readonly Trouble[];
      readonly at: number;
    }
  | { readonly type: 'REFUSED'; readonly revision: number; readonly troubles: readonly Trouble[] }
  /** Not done by this sending, and to be sent again; `known`: by no earlier one either, the server says. */
  | {
      readonly type: 'POSTPONED';
      readonly revision: number;
      readonly known: boolean;
      readonly notBefore: number;
      readonly troubles: readonly Trouble[];
    }
  /** No answer came; it may have been done. */
  | {
      readonly type: 'LOST';
      readonly revision: number;
      readonly notBefore: number;
      readonly troubles: readonly Trouble[];
    }
  | { readonly type: 'RETRIED' }
  | {
      readonly type: 'MENDED';
      readonly changes: Pick<ItemRow, Related | 'after'> & { input: Fields };
    }
  | { readonly type: 'GIVEN_UP'; readonly at: number }
  /** A person has decided its conflict. */
  | { readonly type: 'RESOLVED'; readonly choice: 'MINE' | 'THEIRS'; readonly at: number };

/** Whether the server has it, or a person has dropped it: nothing more is to be done for it. */
export function isSettled({ state }: Pick<ItemRow, 'state'>): boolean {
  return state === 'TAKEN' || state === 'GIVEN_UP';
}

/** Whether it is still to be sent. */
export function isUnsent({ state }: Pick<ItemRow, 'state'>): boolean {
  return state === 'WAITING' || state === 'SENDING';
}

/** Whether its user may drop it: never while it may have been done without anybody knowing. */
export function mayGiveUp(item: Pick<ItemRow, 'state' | 'unanswered'>): boolean {
  return item.state === 'REFUSED' || (item.state === 'WAITING' && !item.unanswered);
}

/**
 * The item after what happened; the same object where that changes nothing. An item leaves the queue by an answer of the
 * server, or by a person's hand, and in no other way.
 */
export function step(item: ItemRow, event: ItemEvent): ItemRow {
  switch (event.type) {
    case 'SENT':
      // Who finds it being sent is another process: what became of that sending is not known.
      return isUnsent(item)
        ? {
            ...{ ...item, state: 'SENDING', attempts: item.attempts + 1 },
            unanswered: item.unanswered || item.state === 'SENDING',
          }
        : item;
    case 'ANSWERED':
      return answered(item, event);
    case 'REFUSED':
      return isUnsent(item) && event.revision === item.revision
        ? { ...item, state: 'REFUSED', notBefore: 0, troubles: event.troubles }
        : item;
    case 'POSTPONED':
    case 'LOST':
      return waiting(item, event);
    case 'RETRIED':
      return item.state === 'REFUSED' || item.state === 'WAITING'
        ? { ...item, state: 'WAITING', attempts: 0, notBefore: 0 }
        : item;
    case 'MENDED':
      return mayGiveUp(item)
        ? { ...item, ...event.changes, ...BEGUN, revision: item.revision + 1, troubles: [] }
        : item;
    case 'GIVEN_UP':
      return mayGiveUp(item) ? { ...item, state: 'GIVEN_UP', settledAt: event.at } : item;
    case 'RESOLVED':
      return item.state === 'CONFLICT'
        ? { ...item, state: event.choice === 'MINE' ? 'TAKEN' : 'GIVEN_UP', settledAt: event.at }
        : item;
  }
}

const BEGUN = { state: 'WAITING', attempts: 0, unanswered: false, notBefore: 0 } as const;

function answered(item: ItemRow, event: ItemEvent & { type: 'ANSWERED' }): ItemRow {
  // What the server has, it has: only then is the text dropped here.
  if (item.state === 'TAKEN' || item.state === 'CONFLICT' || event.revision !== item.revision) return item;
  const settled = event.status === 'TAKEN' ? { settledAt: event.at } : {};
  return {
    ...{ ...item, ...settled, input: undefined },
    ...{
      state: event.status,
      unanswered: false,
      notBefore: 0,
      troubles: event.troubles,
      answer: event.answer,
    },
  };
}

function waiting(item: ItemRow, event: ItemEvent & { type: 'POSTPONED' | 'LOST' }): ItemRow {
  if (!isUnsent(item) || event.revision !== item.revision) return item;
  const { notBefore, troubles } = event;
  const unanswered = event.type === 'LOST' || (item.unanswered && !event.known);
  return { ...item, state: 'WAITING', unanswered, notBefore, troubles };
}
