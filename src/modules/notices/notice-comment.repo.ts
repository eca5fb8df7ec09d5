import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Author } from '../../shared/change';
import { createNoticeCommentEntity, type NoticeCommentEntity } from './notice.entity';
import { type NoticeComment } from './notice-comment.type';
import { noticeKey } from './notice.repo';
import { type Taken } from './notice.rules';

/** A comment as it is kept. */
export interface CommentRecord extends NoticeComment {
  readonly notice: string;
  readonly version: number;
  /** Code of the area of who said it: its staff may hide it. */
  readonly area: string;
  readonly requests: readonly Taken[];
}

interface Facts {
  readonly text: string;
  readonly by: Author;
  readonly at: string;
  readonly area: string;
  readonly hiding?: { readonly at: string; readonly by: Author; readonly reason: string } | undefined;
}

/** Reads and writes comments on notices. */
export class NoticeCommentRepo {
  readonly #comments: NoticeCommentEntity;

  constructor(private readonly table: Table) {
    this.#comments = lazily(() => createNoticeCommentEntity(table));
  }

  /** The comments on a notice, oldest first; from the Query that brought the notice. */
  async of(reads: CollectionReader, notice: string, { consistent = false } = {}): Promise<CommentRecord[]> {
    const items = await reads.read(noticeKey(notice), { consistent });
    return items
      .filter(({ sk }) => String(sk).startsWith('COMMENT#'))
      .flatMap((item) => this.fromItem(item) ?? [])
      .sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** Writes a comment that is new, or that nobody changed since `version - 1`. One write. */
  async save(
    reads: CollectionReader,
    { id, notice, version, requests, ...rest }: CommentRecord,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const { text, by, at, area, hiding } = rest;
    const hidden = hiding && { ...hiding, at: hiding.at.toISOString() };
    const facts: Facts = { text, by, at: at.toISOString(), area, hiding: hidden };
    const put = this.#comments
      .put({ id, notice, version, requests, facts })
      .where((found, { eq, notExists }) =>
        version === 1 ? notExists(found.version) : eq(found.version, version - 1),
      )
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
  }

  /** The comment in an item. */
  fromItem(item: Record<string, unknown> | undefined): CommentRecord | undefined {
    const { data } = item === undefined ? { data: null } : this.#comments.parse({ Item: item });
    if (data === null) return undefined;
    const { at, hiding, ...facts } = data.facts as Facts;
    const { id, notice, version } = data;
    const requests = data.requests as readonly Taken[];
    return {
      ...{ id, notice, version, requests, ...facts, at: new Date(at) },
      hiding: hiding && { ...hiding, at: new Date(hiding.at) },
    };
  }
}
