import { setTimeout } from 'node:timers/promises';
import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type Language } from '../../shared/language';
import { logFailure } from '../../shared/logger';
import { type RecordLink } from '../../shared/record-link.type';
import { type UserError, userErrorsOf } from '../../shared/user-error.type';
import { type Conflict } from './conflict.rules';
import { type ConflictService } from './conflict.service';
import { type ItemKind, type ItemStatus } from './item.rules';

/** In whose name something is taken in, and in which language refusals are said. */
export interface Occasion {
  readonly actor: Actor;
  readonly reads: CollectionReader;
  readonly language: Language;
  /** The household at whose door it was brought home; none for what comes by itself. */
  readonly household?: { readonly id: string } | undefined;
}

/** Something that is handed in. */
export interface Item<Input extends object> {
  readonly id: string;
  readonly kind: ItemKind;
  readonly input: Input;
  /** Ids of the sender's own items that it was made on top of, before those were answered. */
  readonly after?: readonly string[] | undefined;
}

/** A record that an item made or changed, or wants to. */
export interface Taken<Made extends object> {
  readonly record: RecordLink;
  readonly version?: number | undefined;
  /** Code of the area it lies in. */
  readonly area?: string | undefined;
  /** What the answer shows of it. */
  readonly made: Made;
  /** The record itself, to be compared with what was sent. */
  readonly shown?: object | undefined;
  /** Whether part of it could not be done just now. */
  readonly isUnfinished?: boolean | undefined;
}

/** Who takes in items of a kind. */
export interface Taker<Input extends object, Made extends object> {
  /** Takes it in; safe to repeat. */
  take(occasion: Occasion, input: Input, item: Omit<Item<Input>, 'input'>): Promise<Taken<Made>>;
  /** The record that it is about as it stands; NOT_FOUND for whoever may not see it. */
  meet(occasion: Occasion, input: Input): Promise<Taken<Made>>;
  /** The same once more, decided by a person on the version they saw. */
  again(input: Input, decision: { readonly id: string; readonly version: number | undefined }): Input;
  /** Which fields are compared with the record, or every one; none where it is not of the same shape. */
  readonly fields?: readonly (keyof Input & string)[] | 'EVERY';
}

/** What became of an item. */
export interface Answer<Made extends object> {
  readonly id: string;
  /** Undefined where it was not exactly one thing. */
  readonly kind?: ItemKind | undefined;
  readonly status: ItemStatus;
  readonly record?: RecordLink | undefined;
  readonly version?: number | undefined;
  readonly made?: Made | undefined;
  readonly conflict?: Conflict | undefined;
  readonly userErrors: UserError[];
}

/** How often an item is tried when another transaction holds a record, and for how long it waits at most, in ms. */
const ATTEMPTS = 4;
const PAUSE_MS = 60;

/** Takes in what was made elsewhere and brought home: each item is answered by itself, and nothing of it is lost. */
export class IntakeService {
  constructor(private readonly conflicts: ConflictService) {}

  /** Hands an item to whoever takes it in. What collides with another's change is kept for a person to decide. */
  async answer<Input extends object, Made extends object>(
    occasion: Occasion,
    item: Item<Input>,
    taker: Taker<Input, Made>,
  ): Promise<Answer<Made>> {
    const watched = watching(occasion.actor);
    const { input, ...about } = item;
    try {
      const taken = await patiently(() => taker.take({ ...occasion, actor: watched.actor }, input, about));
      const isDone = taken.isUnfinished !== true;
      const status = isDone ? (watched.hasWritten() ? 'APPLIED' : 'DUPLICATE') : 'TRY_AGAIN';
      return answerOf(item, status, shownOf(taken));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'CONFLICT')
        return this.#conflict(occasion, item, taker, error);
      return failed(occasion, item, error);
    }
  }

  async #conflict<Input extends object, Made extends object>(
    occasion: Occasion,
    item: Item<Input>,
    taker: Taker<Input, Made>,
    refusal: Refusal,
  ): Promise<Answer<Made>> {
    const { id, kind, input } = item;
    try {
      const met = await taker.meet(occasion, input);
      const { record, area } = met;
      const collision = { id, kind, record, area, what: refusal.values.what, sent: input };
      const conflict = await this.conflicts.keep(occasion.actor, occasion.reads, collision);
      // Somebody has decided already, and this is only the answer that was lost.
      if (conflict.state !== 'OPEN') return answerOf(item, 'DUPLICATE', { ...shownOf(met), conflict });
      const userErrors = userErrorsOf(refusal, occasion.language);
      return answerOf(item, 'CONFLICT', { ...shownOf(met), conflict, userErrors });
    } catch (error) {
      const isHidden = error instanceof TechnicalError && error.code === 'NOT_FOUND';
      return failed(occasion, item, isHidden || error instanceof Refusal ? refusal : error);
    }
  }
}

/** An answer with what is known of the record. */
export function answerOf<Made extends object>(
  { id, kind }: Pick<Answer<Made>, 'id' | 'kind'>,
  status: ItemStatus,
  facts: Partial<Answer<Made>> = {},
): Answer<Made> {
  return { userErrors: [], ...facts, id, kind, status };
}

function shownOf<Made extends object>({ record, version, made }: Taken<Made>) {
  return { record, version, made };
}

/** What one may not see is refused like anything else; what merely failed may be sent again. */
function failed<Made extends object>(
  { language }: Occasion,
  item: Pick<Item<object>, 'id' | 'kind'>,
  error: unknown,
): Answer<Made> {
  if (error instanceof Refusal)
    return answerOf(item, 'REJECTED', { userErrors: userErrorsOf(error, language) });
  if (error instanceof TechnicalError && error.code !== 'TRY_AGAIN') {
    const refusal = new Refusal('ITEM_NOT_FOUND');
    return answerOf(item, 'REJECTED', { userErrors: userErrorsOf(refusal, language) });
  }
  if (!(error instanceof TechnicalError)) logFailure('item not taken in', error);
  return answerOf(item, 'TRY_AGAIN');
}

/** The actor, and whether anything was written in their name. */
function watching(actor: Actor): { readonly actor: Actor; hasWritten(): boolean } {
  let written = false;
  const { standing } = actor;
  const watched = {
    confirmed: () => standing?.confirmed() ?? Promise.resolve(),
    written: () => {
      written = true;
      standing?.written?.();
    },
    takesOver: async (writes: readonly object[]) => (await standing?.takesOver?.(writes)) === true,
  };
  return { actor: { ...actor, standing: watched }, hasWritten: () => written };
}

/** Tries again, a moment later, what only another transaction on the same records stood in the way of. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isHeld = error instanceof TechnicalError && error.code === 'TRY_AGAIN';
      if (!isHeld || attempt >= ATTEMPTS) throw error;
      await setTimeout(Math.random() * PAUSE_MS * attempt);
    }
  }
}
