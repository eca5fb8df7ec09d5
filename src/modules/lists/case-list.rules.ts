import { isWithin } from '../../shared/area-code';
import { longId, shortId } from '../../shared/ids';
import { filedUnder } from '../cases/category.rules';
import { type CategoryKind } from '../cases/category-leaf.rules';
import { type CaseState } from '../cases/case.machine';

/** The names of lists. */
export const LIST = {
  /** All cases of a district, street, community or grid. */
  area: (code: string) => `IN#${code}`,
  /** What an area supervises. */
  supervisor: (code: string) => `SUPERVISED#${code}`,
  /** What somebody reported. */
  reporter: (person: string) => `REPORTED#${person}`,
} as const;

/** What somebody looks for. Everything that is not said may be anything. */
export interface CaseWish {
  readonly states?: readonly CaseState[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly kinds?: readonly CategoryKind[] | undefined;
  /** Words that its text has in the part that lists show; letters in either case. */
  readonly words?: string | undefined;
  /** Code of the area or courtyard it happened in. */
  readonly within?: string | undefined;
}

/** What of a case is looked at. */
interface Looked {
  readonly state: CaseState;
  readonly area: string;
  readonly summary: string;
  readonly category: { readonly code: string; readonly version?: number | undefined };
}

/** Whether a case is what somebody looks for. */
export function isWished(
  { state, area, summary, category }: Looked,
  { states, categories, kinds, words, within }: CaseWish,
): boolean {
  return (
    (states?.includes(state) ?? true) &&
    (categories?.includes(category.code) ?? true) &&
    (kinds?.includes(filedUnder(category.code, category.version).kind) ?? true) &&
    (within === undefined || isWithin(area, within)) &&
    (words === undefined || summary.toLowerCase().includes(words.toLowerCase()))
  );
}

/** Whether every case is wished for. */
export function isOpenWish(wish: CaseWish): boolean {
  return Object.values(wish).every((each) => each === undefined);
}

/** Digits of a time in ms in base 36, which sort as the times do until the year 5188. */
const TIME_DIGITS = 9;

/** The turn of a case in its lists: when it was reported, then its id in short. */
export function turnFrom(reportedAt: Date, id?: string): string {
  const time = reportedAt.getTime().toString(36).padStart(TIME_DIGITS, '0');
  return `${time}#${id === undefined ? '' : shortId(id)}`;
}

/** The id of the case that has a turn. */
export function idIn(turn: string): string {
  return longId(turn.slice(TIME_DIGITS + 1));
}
