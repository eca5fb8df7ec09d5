import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type CommentOnCaseInput } from './case-comment.input';
import { type CaseCommentRepo } from './case-comment.repo';
import { type CaseComment } from './case-comment.type';
import { assertText } from './case-move.rules';
import { type CaseRepo } from './case.repo';
import { targetOf } from './case-target.rules';
import { type Case } from './case.type';

/** Most comments on a case: they are read with its page and before each of its moves. */
export const MOST_COMMENTS = 100;

/** What those concerned say about a case. */
export class CaseCommentService {
  constructor(
    private readonly cases: CaseRepo,
    private readonly comments: CaseCommentRepo,
    private readonly clock: Clock,
  ) {}

  /** The comments that the actor may see, oldest first; what is internal only for staff concerned with the case. */
  async of(actor: Actor, reads: CollectionReader, found: Case): Promise<CaseComment[]> {
    const seesAll = grantFor(actor, 'case:read-internal', targetOf(found)) !== undefined;
    const all = await this.comments.ofCase(reads, found.id);
    return all.filter(({ internal }) => seesAll || !internal);
  }

  /**
   * Says something about a case. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, INTERNAL_FOR_STAFF, TOO_MANY_COMMENTS, CONFLICT
   */
  async add(actor: Actor, reads: CollectionReader, input: CommentOnCaseInput): Promise<{ case: Case }> {
    const { id, caseId, text, internal } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    assertText(text, ['text']);
    const found = isId(caseId) ? await this.cases.find(reads, caseId, true) : undefined;
    const appointment = found && grantFor(actor, 'case:comment', targetOf(found));
    if (found === undefined || appointment === undefined) throw new Refusal('NOT_FOUND', {}, ['caseId']);
    if (internal && grantFor(actor, 'case:read-internal', targetOf(found)) === undefined)
      throw new Refusal('INTERNAL_FOR_STAFF', {}, ['internal']);

    const mark = fingerprint([actor.id, caseId, text, internal]);
    const known = await this.comments.ofCase(reads, caseId);
    const isKnown = known.some((each) => each.id === id);
    if (!isKnown && known.length >= MOST_COMMENTS)
      throw new Refusal('TOO_MANY_COMMENTS', { max: MOST_COMMENTS });
    const name = appointment.role === 'RESIDENT' ? maskedName(actor.name) : actor.name;
    const by = { id: actor.id, name, role: appointment.role };
    const comment = { id, text: text.trim(), internal, by, at: this.clock.now(), mark };
    const result = await this.comments.add(reads, found, comment, actor.standing);
    if (result.done || this.comments.fromItem(result.found[0])?.mark === mark) return { case: found };
    const what = { zh: `编号 ${id} 已被使用`, en: `the id ${id} is taken` };
    throw new Refusal('CONFLICT', { what }, ['id']);
  }
}
