import { isWithin, levelOf } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { type CareKind } from '../care/care.rules';
import { assertText } from '../cases/case-move.rules';
import { assertNoNumber } from '../privacy/access-record.rules';
import { type Audience, type Meeting, type NoticeContent, type NoticeKind } from './notice.rules';

/** Most areas of a notice, and most that are planned or out in one community, street or district. Both are ours. */
export const MOST_AREAS = 20;
export const MOST_CURRENT = 100;

/** Most comments on a notice, and how often it is changed: all of it is read with its page. */
export const MOST_COMMENTS = 100;
export const MOST_CHANGES = 20;

/** Most characters. */
export const LENGTHS = {
  ...{ title: 50, text: 2_000, place: 60, comment: 300, minutes: 1_000 },
  ...{ topic: 30, decision: 60 },
} as const;

/** Most topics or decisions of a meeting, and most who come to one. */
const MOST_ITEMS = 10;
const MOST_PRESENT = 10_000;

/** For how long a notice may be out, and how far ahead it may be planned, in days. */
export const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** What may not stand in a plain text: control characters other than a line's end. */
const CONTROL = /[^\P{C}\n]/u;

/** A meeting as a request names it. */
interface NamedMeeting {
  readonly place: string;
  readonly at: Date;
}

/** What a request says that a notice is to say. */
export interface NamedContent {
  readonly title: string;
  readonly text: string;
  readonly urgent: boolean;
  readonly from: Date;
  readonly until: Date;
  readonly commentsOpen: boolean;
  readonly meeting?: NamedMeeting | null | undefined;
  readonly pictures: readonly string[];
}

/**
 * A plain text as it is kept, without the spaces around it. Markup is text like any other: it is never HTML.
 * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NOTICE_TEXT_INVALID, NUMBER_IN_TEXT
 */
export function checkedText(text: string, path: readonly string[], max: number): string {
  assertText(text, path, max);
  const kept = text.replaceAll('\r\n', '\n').trim();
  if (CONTROL.test(kept)) throw new Refusal('NOTICE_TEXT_INVALID', {}, path);
  assertNoNumber(kept, path);
  return kept;
}

/**
 * What a notice says, checked.
 * @throws Refusal those of {@link checkedText}, NOTICE_TIMES_INVALID, NOTICE_MEETING_INVALID
 */
export function checkedContent(kind: NoticeKind, named: NamedContent): NoticeContent {
  const { urgent, commentsOpen, pictures } = named;
  const title = checkedText(named.title, ['title'], LENGTHS.title);
  if (title.includes('\n')) throw new Refusal('NOTICE_TEXT_INVALID', {}, ['title']);
  const text = checkedText(named.text, ['text'], LENGTHS.text);
  const [from, until] = [toTheSecond(named.from), toTheSecond(named.until)];
  const days = (until.getTime() - from.getTime()) / DAY_MS;
  if (!(days > 0 && days <= MOST_DAYS))
    throw new Refusal('NOTICE_TIMES_INVALID', { days: MOST_DAYS }, ['until']);
  return {
    title,
    text,
    urgent,
    from,
    until,
    commentsOpen,
    meeting: checkedMeeting(kind, named.meeting, from),
    pictures,
  };
}

/**
 * When a notice begins that is published or changed now: not before that, and not after a year.
 * @throws Refusal NOTICE_TIMES_INVALID
 */
export function checkedBegin(from: Date | null | undefined, now: Date): Date {
  if (from == null || from <= now) return now;
  if (from.getTime() > now.getTime() + MOST_DAYS * DAY_MS)
    throw new Refusal('NOTICE_TIMES_INVALID', { days: MOST_DAYS }, ['from']);
  return from;
}

function checkedMeeting(
  kind: NoticeKind,
  meeting: NamedMeeting | null | undefined,
  from: Date,
): Meeting | undefined {
  if ((kind === 'MEETING') !== (meeting != null))
    throw new Refusal('NOTICE_MEETING_INVALID', {}, ['meeting']);
  if (meeting == null) return undefined;
  const at = toTheSecond(meeting.at);
  if (at < from) throw new Refusal('NOTICE_MEETING_INVALID', {}, ['meeting', 'at']);
  return { place: checkedText(meeting.place, ['meeting', 'place'], LENGTHS.place), at };
}

/** Throws unless these are the areas of a notice: 1 to 20, each once and none in another. @throws Refusal NOTICE_AREAS_INVALID */
export function assertAreas(areas: readonly string[]): void {
  const isOne = (area: string, index: number) =>
    levelOf(area) !== undefined && areas.every((other, place) => place === index || !isWithin(area, other));
  if (areas.length === 0 || areas.length > MOST_AREAS || !areas.every(isOne)) throw areasInvalid();
}

/** The refusal of areas that are none, too many, or lie in each other. */
export function areasInvalid(): Refusal {
  return new Refusal('NOTICE_AREAS_INVALID', { max: MOST_AREAS }, ['areas']);
}

/**
 * Throws unless the audience is whole. What is for people with a care tag must not tell whom it reached: it is pushed to nobody,
 * nobody comments on it, and nobody meets.
 * @throws Refusal NOTICE_AUDIENCE_INVALID, CARE_NOTICE_PLAIN
 */
export function assertAudience(
  {
    kind,
    audience,
    careKind,
  }: {
    readonly kind: NoticeKind;
    readonly audience: Audience;
    readonly careKind?: CareKind | null | undefined;
  },
  { urgent, commentsOpen }: Pick<NoticeContent, 'urgent' | 'commentsOpen'>,
): void {
  if ((audience === 'CARE_TAG') !== (careKind != null))
    throw new Refusal('NOTICE_AUDIENCE_INVALID', {}, ['careKind']);
  if (audience === 'CARE_TAG' && (kind === 'MEETING' || urgent || commentsOpen))
    throw new Refusal('CARE_NOTICE_PLAIN', {}, ['audience']);
}

/** What a request says was said at a meeting. */
export interface NamedMinutes {
  readonly meeting: { readonly topics: readonly string[]; readonly present: number };
  readonly decisions: readonly string[];
  readonly text?: string | null | undefined;
}

/**
 * The minutes of a meeting as they are kept.
 * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NOTICE_TEXT_INVALID, NUMBER_IN_TEXT, NUMBER_OUT_OF_RANGE
 */
export function checkedMinutes({ meeting, decisions, text }: NamedMinutes) {
  const { topics, present } = meeting;
  if (topics.length === 0) throw new Refusal('TEXT_REQUIRED', {}, ['meeting', 'topics']);
  if (present < 1 || present > MOST_PRESENT)
    throw new Refusal('NUMBER_OUT_OF_RANGE', { least: 1, most: MOST_PRESENT }, ['meeting', 'present']);
  return {
    topics: checkedItems(topics, ['meeting', 'topics'], LENGTHS.topic),
    present,
    decisions: checkedItems(decisions, ['decisions'], LENGTHS.decision),
    text: text == null || text.trim() === '' ? undefined : checkedText(text, ['text'], LENGTHS.minutes),
  };
}

function checkedItems(items: readonly string[], path: readonly string[], max: number): readonly string[] {
  if (items.length > MOST_ITEMS)
    throw new Refusal('NUMBER_OUT_OF_RANGE', { least: 0, most: MOST_ITEMS }, path);
  return items.map((item, index) => checkedText(item, [...path, String(index)], max));
}

/** A moment without its milliseconds, as notices are kept. */
export function toTheSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}
