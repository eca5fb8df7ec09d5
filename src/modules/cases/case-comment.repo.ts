import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type CaseCommentEntity, createCaseCommentEntity } from './case-comment.entity';
import { type CaseComment } from './case-comment.type';
import { caseKey } from './case-keys.rules';
import { type CasePerson } from './case.rules';
import { type Case } from './case.type';

/** A comment with the fingerprint of its request. */
export type MarkedComment = CaseComment & { readonly mark: string };

/** Reads and writes comments on cases. */
export class CaseCommentRepo {
  readonly #comments: CaseCommentEntity;

  constructor(private readonly table: Table) {
    this.#comments = lazily(() => createCaseCommentEntity(table));
  }

  /** The comments on a case, oldest first; from the Query that brought the case. */
  async ofCase(reads: CollectionReader, caseId: string): Promise<MarkedComment[]> {
    const items = await reads.read(caseKey(caseId));
    const own = items.filter(({ sk }) => String(sk).startsWith('COMMENT#'));
    return own.map((item) => this.fromItem(item)).filter((comment) => comment !== undefined);
  }

  /** Writes a comment, unless there is one with this id. One write of one unit for each kilobyte. */
  async add(
    reads: CollectionReader,
    { id: caseId, holder, reporter, area }: Pick<Case, 'id' | 'holder' | 'reporter' | 'area'>,
    comment: MarkedComment,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const concerned = { holder: holder?.code, reporter: reporter.id, area };
    const put = this.#comments
      .put({ ...comment, ...concerned, caseId, at: comment.at.toISOString() })
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    const result = await commitFor(reads, this.table, [put], gate);
    if (result.done) reads.wrote(caseKey(caseId), itemsOf([put]), 'KNOWN');
    return result;
  }

  /** The comment in an item. */
  fromItem(item: Record<string, unknown> | undefined): MarkedComment | undefined {
    const { data } = item === undefined ? { data: null } : this.#comments.parse({ Item: item });
    return data === null ? undefined : toComment(data);
  }
}

function toComment({ id, text, internal, by, at, mark }: EntityItem<CaseCommentEntity>): MarkedComment {
  return { id, text, internal, mark, by: by as CasePerson, at: new Date(at) };
}
