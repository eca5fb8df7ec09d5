import { OPERATION_ACCESS } from '../../auth/access';
import { type Actor } from '../../auth/actor';
import { mayEver } from '../../auth/permissions';
import { Refusal } from '../../shared/errors';
import { someAtOnce } from '../../shared/some-at-once';
import { type UserErrorCode } from '../../shared/messages';
import { userErrorsOf } from '../../shared/user-error.type';
import { type Answer, answerOf, type IntakeService, type Occasion } from '../intake/intake.service';
import { ITEM_KINDS, type ItemKind, onlyOne } from '../intake/item.rules';
import { type FieldItemInput } from './field-item.input';
import {
  type FieldItem,
  type FieldItemOf,
  itemOf,
  lanesOf,
  type Mention,
  mentionsOf,
  MOST_ITEMS,
} from './field-batch.rules';
import { type FieldMade, type FieldTakers, takerOf } from './field-takers.service';
import { MUTATION_OF } from './item-access.rules';

/** Lanes that are under way at once. */
const LANES_AT_ONCE = 8;

/** An item in its turn, and where in the batch it was. */
interface Turn extends Mention {
  readonly index: number;
  readonly item: FieldItem;
}

/** What came home from the field, all at once: each item is answered by itself, and no answer depends on their order. */
export class FieldBatchService {
  constructor(
    private readonly intake: IntakeService,
    private readonly takers: FieldTakers,
  ) {}

  /**
   * Takes in a batch. Items that share a record follow one another, those that mention another after it; all others go side by
   * side. The answers are in the order of the items. All may be sent again, as often as one likes.
   * @throws Refusal FIELD_BATCH_TOO_LARGE
   */
  async submit(occasion: Occasion, items: readonly FieldItemInput[]): Promise<Answer<FieldMade>[]> {
    if (items.length > MOST_ITEMS) throw new Refusal('FIELD_BATCH_TOO_LARGE', { max: MOST_ITEMS }, ['items']);
    const answers: Answer<FieldMade>[] = [];
    const turns: Turn[] = [];
    for (const [index, given] of items.entries()) {
      const item = itemOf(given);
      const refused = item === undefined ? 'FIELD_ITEM_INVALID' : refusalOf(occasion.actor, item);
      if (item === undefined || refused !== undefined)
        answers[index] = rejected(occasion, given, refused ?? 'FIELD_ITEM_INVALID', index);
      else turns.push({ ...mentionsOf(item), index, item });
    }
    await someAtOnce(LANES_AT_ONCE, lanesOf(turns), async (lane) => {
      for (const [index, answer] of await this.#inTurn(occasion, lane)) answers[index] = answer;
    });
    return answers;
  }

  /** The items of a lane, one after the other; one that mentions what could not be done just now waits with it. */
  async #inTurn(occasion: Occasion, lane: readonly Turn[]): Promise<[number, Answer<FieldMade>][]> {
    const answers: [number, Answer<FieldMade>][] = [];
    const undone = new Set<string>();
    for (const { index, item, mentions } of lane) {
      const waits = [...mentions].some((id) => undone.has(id));
      const answer = waits ? answerOf<FieldMade>(item, 'TRY_AGAIN') : await this.#answer(occasion, item);
      if (answer.status === 'TRY_AGAIN') undone.add(item.id);
      answers.push([index, answer]);
    }
    return answers;
  }

  #answer<Kind extends ItemKind>(occasion: Occasion, item: FieldItemOf<Kind>): Promise<Answer<FieldMade>> {
    return this.intake.answer(occasion, item, takerOf(this.takers, item));
  }
}

/** Why the actor may not hand in an item of this kind at all. */
function refusalOf(actor: Actor, { kind }: FieldItem): UserErrorCode | undefined {
  const action = OPERATION_ACCESS.Mutation[MUTATION_OF[kind]];
  return action !== undefined && mayEver(actor, action) ? undefined : 'FIELD_ITEM_NOT_YOURS';
}

function rejected(
  { language }: Occasion,
  given: FieldItemInput,
  code: UserErrorCode,
  index: number,
): Answer<FieldMade> {
  const kind = onlyOne(given, ITEM_KINDS)?.kind;
  const userErrors = userErrorsOf(new Refusal(code, {}, ['items', String(index)]), language);
  return answerOf({ id: given.id, kind }, 'REJECTED', { userErrors });
}
