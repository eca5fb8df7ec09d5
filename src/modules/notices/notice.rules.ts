import { type Author } from '../../shared/change';
import { Refusal } from '../../shared/errors';
import { type CareKind } from '../care/care.rules';

/** What a notice is. */
export const NOTICE_KINDS = ['NOTICE', 'POLICY', 'SAFETY', 'MEETING'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whom a notice is for, within its areas. */
export const AUDIENCES = ['ALL', 'RESIDENTS', 'FLOATING_RESIDENTS', 'CARE_TAG', 'WORKERS'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Where a notice stands. */
export const NOTICE_STATES = ['PLANNED', 'OUT', 'OVER', 'WITHDRAWN'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Where and when a courtyard meeting is. */
export interface Meeting {
  readonly place: string;
  readonly at: Date;
}

/** What was said at a courtyard meeting, by whom it was recorded and when. */
export interface Minutes {
  readonly topics: readonly string[];
  /** How many came. */
  readonly present: number;
  readonly decisions: readonly string[];
  readonly text?: string | undefined;
  readonly by: Author;
  readonly at: Date;
}

/** What of a notice can be changed. */
export interface NoticeContent {
  readonly title: string;
  readonly text: string;
  readonly urgent: boolean;
  readonly from: Date;
  readonly until: Date;
  readonly commentsOpen: boolean;
  readonly meeting?: Meeting | undefined;
  readonly minutes?: Minutes | undefined;
  /** Ids of its pictures, in the order in which they are shown; whether their files have come is another question. */
  readonly pictures: readonly string[];
}

/** What a notice said before, until when, and who changed it then. */
export interface FormerContent extends NoticeContent {
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: Author;
}

/** That a notice was taken back. */
export interface Withdrawal {
  readonly at: Date;
  readonly by: Author;
  readonly reason: string;
}

/** A request that a record has taken in, by its id and fingerprint. */
export interface Taken {
  readonly id: string;
  readonly mark: string;
}

/** A notice as it is kept. */
export interface NoticeRecord extends NoticeContent {
  readonly id: string;
  readonly version: number;
  readonly kind: NoticeKind;
  /** Codes of the areas it is for. */
  readonly areas: readonly string[];
  readonly audience: Audience;
  /** The kind of care tag it is for, exactly with that audience. */
  readonly careKind?: CareKind | undefined;
  readonly by: Author;
  readonly publishedAt: Date;
  readonly withdrawal?: Withdrawal | undefined;
  readonly history: readonly FormerContent[];
  readonly requests: readonly Taken[];
}

/** How many requests a record remembers beside the one that made it. */
const REMEMBERED = 20;

/** The state of a notice at a moment. It is out from `from` on, and over at `until`. */
export function stateOf(
  { from, until, withdrawn }: { readonly from: Date; readonly until: Date; readonly withdrawn: boolean },
  now: Date,
): NoticeState {
  if (withdrawn) return 'WITHDRAWN';
  if (now < from) return 'PLANNED';
  return now < until ? 'OUT' : 'OVER';
}

/** The state of a notice as it is kept. */
export function stateOfRecord(notice: NoticeRecord, now: Date): NoticeState {
  return stateOf({ ...notice, withdrawn: notice.withdrawal !== undefined }, now);
}

/**
 * Whether this very request was taken in before.
 * @throws Refusal CONFLICT when its id was another's
 */
export function isTaken(requests: readonly Taken[], { id, mark }: Taken): boolean {
  const known = requests.find((request) => request.id === id);
  if (known !== undefined && known.mark !== mark)
    throw new Refusal('CONFLICT', { what: { zh: `编号 ${id} 已被使用`, en: `the id ${id} is taken` } }, [
      'id',
    ]);
  return known !== undefined;
}

/** The requests taken in, with one more; the first, which made the record, is never forgotten. */
export function withRequest(requests: readonly Taken[], request: Taken): readonly Taken[] {
  return [...requests.slice(0, 1), ...[...requests.slice(1), request].slice(-REMEMBERED)];
}

/** The refusal that tells that a notice was changed since its editor saw it. */
export function conflictWith({ version, history, withdrawal }: NoticeRecord): Refusal {
  const by = withdrawal?.by ?? history.at(-1)?.changedBy;
  const who = by?.name ?? '';
  const what = { zh: `${who}已更改，现为第 ${version} 版`, en: `changed by ${who}, now version ${version}` };
  return new Refusal('CONFLICT', { what }, ['expectedVersion']);
}

/** A notice with other content; what it said is kept. */
export function changedTo(
  before: NoticeRecord,
  next: NoticeContent,
  { request, by, at }: { readonly request: Taken; readonly by: Author; readonly at: Date },
): NoticeRecord {
  const { version, title, text, urgent, from, until, commentsOpen, meeting, minutes, pictures } = before;
  const was = { version, title, text, urgent, from, until, commentsOpen, meeting, minutes, pictures };
  return {
    ...{ ...before, ...next, version: version + 1 },
    history: [...before.history, { ...was, changedAt: at, changedBy: by }],
    requests: withRequest(before.requests, request),
  };
}

/** A notice that is taken back. */
export function withdrawnBy(before: NoticeRecord, withdrawal: Withdrawal, request: Taken): NoticeRecord {
  const { version, requests } = before;
  return { ...before, version: version + 1, withdrawal, requests: withRequest(requests, request) };
}
