import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type CommentOnLogInput } from './log-entry.input';
import { type LogEntryRepo } from './log-entry.repo';
import { checkedRemark } from './log-entry.rules';
import { type LogService } from './log.service';
import { type LogComment } from './log.type';

/** What a comment is about. */
type Subject = Pick<LogComment, 'date' | 'entry' | 'entryVersion'> & { readonly person: string };

/** What supervisors say to logs (批注). */
export class LogCommentService {
  constructor(
    private readonly repo: LogEntryRepo,
    private readonly logs: LogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Says something to a note, or to a day of somebody's log. The same id and content gives the same answer.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT, LOG_SUBJECT_NEEDED, NOT_FOUND, CONFLICT
   */
  async comment(
    actor: Actor,
    reads: CollectionReader,
    input: CommentOnLogInput,
  ): Promise<{ comment: LogComment }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const text = checkedRemark(input.text, ['text']);
    const { person, ...about } = await this.#subject(actor, reads, input);
    const by = { id: actor.id, name: actor.name };
    const comment: LogComment = { id, at: this.clock.now(), by, text, ...about };
    const mark = fingerprint([actor.id, input]);
    const result = await this.repo.comment(reads, person, comment, mark, actor.standing);
    if (result.done) return { comment };
    const standing = result.found[0] && this.repo.commentFromItem(result.found[0]);
    if (standing?.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
    return { comment: standing.comment };
  }

  async #subject(actor: Actor, reads: CollectionReader, input: CommentOnLogInput): Promise<Subject> {
    const { entry, person, date } = input;
    if (entry != null) {
      const found = isId(entry) ? await this.repo.find(reads, entry, { consistent: true }) : undefined;
      if (found === undefined || grantFor(actor, 'log:supervise', { area: found.area }) === undefined)
        throw new Refusal('NOT_FOUND', {}, ['entry']);
      const { by, at, version } = found;
      return { person: by.id, date: businessDate(at), entry, entryVersion: version };
    }
    if (person == null || date == null) throw new Refusal('LOG_SUBJECT_NEEDED', {}, ['entry']);
    // One supervises others; to oneself there is nothing to say.
    if (person === actor.id) throw new Refusal('NOT_FOUND', {}, ['person']);
    await this.logs.assertReadable(actor, reads, person);
    return { person, date };
  }
}
