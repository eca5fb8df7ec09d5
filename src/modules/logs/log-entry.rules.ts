import { businessDate, type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type RecordLink } from '../../shared/record-link.type';
import { assertText } from '../cases/case-move.rules';
import { assertNoNumber } from '../privacy/access-record.rules';
import { type LogEntry, type LogEntryVersion } from './log-entry.type';
import { type MeetingFacts, type NoteContent } from './log.type';
import { type NoteKind } from './log.rules';

/** Most characters of a note, of a comment or plan, of a topic; most topics. */
const MOST_NOTE = 1_000;
const MOST_REMARK = 500;
const MOST_TOPIC = 30;
const MOST_TOPICS = 10;

/** Most who come to a meeting. */
const MOST_PRESENT = 10_000;

/**
 * A note as it is kept.
 * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT, MEETING_FACTS_NEEDED, MEETING_FACTS_MISPLACED,
 *   NUMBER_OUT_OF_RANGE
 */
export function checkedNote(note: {
  readonly kind: NoteKind;
  readonly text: string;
  readonly meeting?: { readonly topics: readonly string[]; readonly present: number } | null | undefined;
}): NoteContent {
  const { kind, meeting } = note;
  return { kind, text: checkedRemark(note.text, ['text'], MOST_NOTE), ...checkedMeeting(kind, meeting) };
}

/**
 * Words of a person as they are kept, without the spaces around them.
 * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function checkedRemark(text: string, path: readonly string[], max = MOST_REMARK): string {
  assertText(text, path, max);
  assertNoNumber(text, path);
  return text.trim();
}

function checkedMeeting(
  kind: NoteKind,
  meeting: { readonly topics: readonly string[]; readonly present: number } | null | undefined,
): MeetingFacts {
  const isMeeting = kind === 'COURTYARD_MEETING';
  if (meeting == null) {
    if (isMeeting) throw new Refusal('MEETING_FACTS_NEEDED', {}, ['meeting']);
    return {};
  }
  if (!isMeeting) throw new Refusal('MEETING_FACTS_MISPLACED', {}, ['meeting']);
  const { topics, present } = meeting;
  if (topics.length === 0) throw new Refusal('TEXT_REQUIRED', {}, ['meeting', 'topics']);
  if (topics.length > MOST_TOPICS)
    throw new Refusal('NUMBER_OUT_OF_RANGE', { least: 1, most: MOST_TOPICS }, ['meeting', 'topics']);
  if (present < 1 || present > MOST_PRESENT)
    throw new Refusal('NUMBER_OUT_OF_RANGE', { least: 1, most: MOST_PRESENT }, ['meeting', 'present']);
  const checked = topics.map((topic, index) =>
    checkedRemark(topic, ['meeting', 'topics', String(index)], MOST_TOPIC),
  );
  return { topics: checked, present };
}

/** Whether a note may still be changed by its author: on the day it was taken in, or until somebody has commented on it. */
export function isChangeable(
  { recordedAt, comments }: Pick<LogEntry, 'recordedAt' | 'comments'>,
  today: Day,
): boolean {
  return businessDate(recordedAt) === today || comments.length === 0;
}

/** How many requests a record remembers: enough to know a repeated one again. */
const REMEMBERED = 20;

/** A request that a record has taken in, by its id and fingerprint. */
export interface Taken {
  readonly id: string;
  readonly mark: string;
}

/** The requests taken in, with one more; the first, which made the record, is never forgotten. */
export function withRequest(requests: readonly Taken[], request: Taken): readonly Taken[] {
  return [...requests.slice(0, 1), ...[...requests.slice(1), request].slice(-REMEMBERED)];
}

/**
 * Whether this very request was taken in before.
 * @throws Refusal CONFLICT when its id was another's
 */
export function isTaken(requests: readonly Taken[], { id, mark }: Taken): boolean {
  const known = requests.find((request) => request.id === id);
  if (known !== undefined && known.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
  return known !== undefined;
}

/**
 * The note with what has become of it.
 * @throws Refusal LOG_ENTRY_LINKED when something else has already
 */
export function linkedTo(entry: LogEntry, linked: RecordLink, request: Taken): LogEntry {
  if (entry.linked !== undefined) throw new Refusal('LOG_ENTRY_LINKED', {}, ['entry']);
  return {
    ...{ ...entry, version: entry.version + 1, linked },
    requests: withRequest(entry.requests, request),
  };
}

/** The note with other content, and what it said until now. */
export function changedTo(
  entry: LogEntry,
  { kind, text, topics, present }: NoteContent,
  request: Taken,
  at: Date,
): { entry: LogEntry; was: LogEntryVersion } {
  const { version } = entry;
  const was = { version, kind: entry.kind, text: entry.text, topics: entry.topics, present: entry.present };
  const kept: LogEntryVersion = { ...was, until: at };
  return {
    entry: {
      ...entry,
      ...{ kind, text, topics, present, version: version + 1 },
      history: [...entry.history, kept],
      requests: withRequest(entry.requests, request),
    },
    was: kept,
  };
}
