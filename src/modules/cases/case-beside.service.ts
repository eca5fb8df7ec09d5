import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { Refusal, TechnicalError } from '../../shared/errors';
import { derivedId, isId } from '../../shared/ids';
import { assertMergeable, besideMerge, mergedInto } from './case-merge.rules';
import { type CaseMove } from './case.machine';
import { type CaseRepo } from './case.repo';
import { type CaseStep } from './case.rules';
import { targetOf } from './case-target.rules';
import { besidePartEnd, newPart, wholeEndedBy } from './case-split.rules';
import { movedBy } from './case-step.rules';
import { type Case } from './case.type';

/** A move of a case that may concern others. */
interface Moving {
  readonly found: Case;
  /** Id of the case that it is merged into. */
  readonly into?: string | undefined;
}

/** The other cases that a move concerns: they are written together with it, or nothing is. */
export class CaseBesideService {
  constructor(private readonly repo: CaseRepo) {}

  /**
   * The case that another is merged into, or was, or of which it is a part that ends; undefined for any other move. One
   * Query, strongly consistent.
   * @throws Refusal MERGE_NOT_POSSIBLE, TOO_MANY_DUPLICATES
   */
  async other(
    actor: Actor,
    reads: CollectionReader,
    move: CaseMove,
    { found, into }: Moving,
  ): Promise<Case | undefined> {
    // It is told by the system: whoever ends a part need not see the whole.
    const whole = wholeEndedBy(move, found);
    if (whole !== undefined) return this.repo.find(reads, whole, true);
    if (move !== 'MERGE' && move !== 'UNMERGE') return undefined;
    const id = move === 'MERGE' ? into : mergedInto(found);
    const other = id !== undefined && isId(id) ? await this.repo.find(reads, id, true) : undefined;
    if (other === undefined || grantFor(actor, 'case:read', targetOf(other)) === undefined)
      throw new Refusal('MERGE_NOT_POSSIBLE', {}, ['into']);
    if (move === 'MERGE') assertMergeable(found, other);
    return other;
  }

  /**
   * What is to be written beside a case, as it was found, that a move has moved: what the other one says of it, or the parts
   * into which it is split.
   */
  writes(move: CaseMove, [found, moved]: [Case, Case], other: Case | undefined): readonly PreparedPut[] {
    const step = moved.steps.at(-1);
    if (step === undefined) return [];
    if (other === undefined) return partsMadeBy(found, step).map((part) => this.repo.creating(part));
    const isPart = wholeEndedBy(move, found) !== undefined;
    return [
      this.repo.replacing(isPart ? besidePartEnd(other, moved) : besideMerge(other, move, found, step)),
    ];
  }

  /**
   * Why nothing was written though the case stood as it was read, where it is for one of these writes: the other case moved
   * meanwhile, so that the same request finds it as it stands; or there is a case with the id of a part.
   */
  reason(move: CaseMove, found: readonly (Record<string, unknown> | undefined)[]): Error | undefined {
    const taken = found.findIndex((item) => item !== undefined);
    if (taken < 0) return undefined;
    if (move !== 'SPLIT') return new TechnicalError('TRY_AGAIN');
    const what = { zh: '协办事件编号已被使用', en: 'the id of this part is taken' };
    return new Refusal('CONFLICT', { what }, ['parts', String(taken), 'id']);
  }
}

/** The parts into which a step splits a case, each with its department. */
function partsMadeBy(found: Case, step: CaseStep): readonly Case[] {
  const { at, by, fingerprint, parts = [] } = step;
  return parts.map(({ id, text, holder }) => {
    const dispatch = {
      id: derivedId(`${step.id}|${id}`),
      move: 'DISPATCH',
      at,
      by,
      holder,
      fingerprint,
    } as const;
    return movedBy(newPart(found, id, text, step), 'DISPATCH', dispatch);
  });
}
