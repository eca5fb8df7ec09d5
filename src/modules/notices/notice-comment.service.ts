import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { checkedText, LENGTHS, MOST_COMMENTS } from './notice-content.rules';
import { type CommentRecord, type NoticeCommentRepo } from './notice-comment.repo';
import { type NoticeComment } from './notice-comment.type';
import { type FoundNotice, type NoticeReadingService } from './notice-reading.service';
import { type CommentOnNoticeInput, type HideNoticeCommentInput } from './notice.input';
import { isTaken, stateOfRecord, withRequest } from './notice.rules';
import { type Notice } from './notice.type';

/** What people say to a notice that takes comments. */
export class NoticeCommentService {
  constructor(
    private readonly comments: NoticeCommentRepo,
    private readonly reading: NoticeReadingService,
    private readonly clock: Clock,
  ) {}

  /** The comments on a notice that the actor may see, oldest first; hidden ones are for who said them and who may hide them. */
  async of(actor: Actor, reads: CollectionReader, { id }: Pick<Notice, 'id'>): Promise<NoticeComment[]> {
    const all = await this.comments.of(reads, id);
    return all.filter(
      (comment) => comment.hiding === undefined || comment.by.id === actor.id || mayHide(actor, comment),
    );
  }

  /**
   * Says something to a notice that is out and takes comments. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, NOT_FOUND, COMMENTS_OFF, NOTICE_COMMENTS_FULL, CONFLICT, and those of a text
   */
  async add(actor: Actor, reads: CollectionReader, input: CommentOnNoticeInput): Promise<{ notice: Notice }> {
    const { id, notice } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const text = checkedText(input.text, ['text'], LENGTHS.comment);
    const found = await this.#find(actor, reads, notice);
    const { record, reach } = found;
    const request = { id, mark: fingerprint([actor.id, input]) };
    const known = await this.comments.of(reads, notice, { consistent: true });
    const before = known.find((comment) => comment.id === id);
    if (before !== undefined) return this.#repeated(actor, found, before, request);
    const now = this.clock.now();
    if (!record.commentsOpen || stateOfRecord(record, now) !== 'OUT')
      throw new Refusal('COMMENTS_OFF', {}, ['notice']);
    if (known.length >= MOST_COMMENTS)
      throw new Refusal('NOTICE_COMMENTS_FULL', { max: MOST_COMMENTS }, ['notice']);
    const area = reach?.area ?? record.areas[0] ?? '';
    const role = actor.appointments.find((each) => each.area === area)?.role ?? actor.appointments[0]?.role;
    const name = role === 'RESIDENT' ? maskedName(actor.name) : actor.name;
    const by = { id: actor.id, name, role: role ?? '' };
    const comment = { id, notice, version: 1, text, by, at: now, area, requests: [request] };
    const result = await this.comments.save(reads, comment, actor.standing);
    if (result.done) return { notice: this.reading.shown(actor, found) };
    const standing = this.comments.fromItem(result.found[0]);
    if (standing === undefined) throw new TechnicalError('TRY_AGAIN');
    return this.#repeated(actor, found, standing, request);
  }

  /**
   * Hides a comment, with a reason; by staff of the area of who said it.
   * @throws Refusal ID_INVALID, NOT_FOUND, CONFLICT, and those of a text
   */
  async hide(
    actor: Actor,
    reads: CollectionReader,
    input: HideNoticeCommentInput,
  ): Promise<{ notice: Notice }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = checkedText(input.reason, ['reason'], LENGTHS.comment);
    const found = await this.#find(actor, reads, input.notice);
    const all = await this.comments.of(reads, input.notice, { consistent: true });
    const before = all.find(({ id }) => id === input.comment);
    if (before === undefined || !mayHide(actor, before)) throw new Refusal('NOT_FOUND', {}, ['comment']);
    const request = { id: input.id, mark: fingerprint([actor.id, input]) };
    if (isTaken(before.requests, request)) return { notice: this.reading.shown(actor, found) };
    const what = { zh: '已被隐藏', en: 'it is hidden already' };
    if (before.hiding !== undefined) throw new Refusal('CONFLICT', { what }, ['comment']);
    const grant = grantFor(actor, 'notice:moderate', { area: before.area });
    const by = { id: actor.id, name: actor.name, role: grant?.role ?? '' };
    const hiding = { at: this.clock.now(), by, reason };
    const requests = withRequest(before.requests, request);
    const next = { ...before, version: before.version + 1, hiding, requests };
    const result = await this.comments.save(reads, next, actor.standing);
    if (result.done) return { notice: this.reading.shown(actor, found) };
    const standing = this.comments.fromItem(result.found[0]);
    if (standing === undefined || !isTaken(standing.requests, request))
      throw new Refusal('CONFLICT', { what }, ['comment']);
    return { notice: this.reading.shown(actor, found) };
  }

  #repeated(
    actor: Actor,
    found: FoundNotice,
    standing: CommentRecord,
    request: { readonly id: string; readonly mark: string },
  ): { notice: Notice } {
    if (isTaken(standing.requests, request)) return { notice: this.reading.shown(actor, found) };
    throw new TechnicalError('TRY_AGAIN');
  }

  /** A notice that the actor sees, strongly consistent. @throws Refusal NOT_FOUND */
  async #find(actor: Actor, reads: CollectionReader, id: string): Promise<FoundNotice> {
    try {
      return await this.reading.find(actor, reads, id, { consistent: true });
    } catch (error) {
      if (error instanceof TechnicalError && error.code === 'NOT_FOUND')
        throw new Refusal('NOT_FOUND', {}, ['notice']);
      throw error;
    }
  }
}

function mayHide(actor: Actor, { area }: Pick<CommentRecord, 'area'>): boolean {
  return grantFor(actor, 'notice:moderate', { area }) !== undefined;
}
