import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Conflict, differencesOf, shownInput } from '../intake/conflict.rules';
import { assertSettledBy, type ConflictService } from '../intake/conflict.service';
import { type Comparison } from '../intake/conflict.type';
import { type Occasion, type Taken, type Taker } from '../intake/intake.service';
import { type ResolveConflictInput } from './conflict.input';
import { type FieldMade, type FieldTakers } from './field-takers.service';

/** Deciding conflicts: both versions side by side, and the one that a person chooses. */
export class ConflictDecisionService {
  constructor(
    private readonly conflicts: ConflictService,
    private readonly takers: FieldTakers,
  ) {}

  /** Both versions, as they are now; for a caller who may see the conflict. */
  async sidesOf(occasion: Occasion, conflict: Conflict): Promise<Comparison> {
    const taker = this.#takerOf(conflict);
    const sent = await this.conflicts.sentOf(conflict);
    const met = await this.#met(occasion, taker, sent);
    const differences = differencesOf(sent, met?.shown, taker.fields);
    return { sent: shownInput(sent), version: met?.version, differences };
  }

  /**
   * Decides a conflict. THEIRS leaves what stands; MINE writes what was sent on the version the person saw, in their name and
   * by their rights. The same request again gives the same answer.
   * @throws Refusal ID_INVALID, CONFLICT_SETTLED, and for MINE those of what was sent: CONFLICT when somebody was faster again
   */
  async resolve(occasion: Occasion, input: ResolveConflictInput): Promise<{ conflict: Conflict }> {
    const { actor, reads } = occasion;
    const { id, choice } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const conflict = await this.conflicts.get(actor, reads, input.conflict);
    if (conflict.state !== 'OPEN') {
      assertSettledBy(conflict, id);
      return { conflict };
    }
    if (choice === 'MINE') await this.#write(occasion, conflict, input);
    return { conflict: await this.conflicts.settle(actor, reads, conflict, { id, choice }) };
  }

  async #write(
    occasion: Occasion,
    conflict: Conflict,
    { id, seenVersion }: ResolveConflictInput,
  ): Promise<void> {
    const taker = this.#takerOf(conflict);
    const sent = await this.conflicts.sentOf(conflict);
    const version = seenVersion ?? (await this.#met(occasion, taker, sent))?.version;
    await taker.take(occasion, taker.again(sent, { id, version }), { id, kind: conflict.kind });
  }

  /** What stands; undefined where it is gone, or no longer for the actor to see. */
  async #met(
    occasion: Occasion,
    taker: Taker<object, FieldMade>,
    sent: object,
  ): Promise<Taken<FieldMade> | undefined> {
    try {
      return await taker.meet(occasion, sent);
    } catch (error) {
      if (error instanceof TechnicalError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }

  /** The taker of a kind; what is kept of an item is of that kind. */
  #takerOf({ kind }: Conflict): Taker<object, FieldMade> {
    return this.takers[kind] as unknown as Taker<object, FieldMade>;
  }
}
