import { isWithin } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { type Change } from '../../shared/change';
import { type Text } from '../../shared/messages/text';

/** What kinds of answer there are. */
export const SHEET_FIELD_TYPES = [
  'TEXT',
  'NUMBER',
  'DATE',
  'CHOICE',
  'CHOICES',
  'YES_NO',
  'PHONE',
  'IDENTITY_NUMBER',
] as const;
export type SheetFieldType = (typeof SHEET_FIELD_TYPES)[number];

/** Types whose values are sealed, and shown masked only. */
export const SEALED_TYPES: ReadonlySet<SheetFieldType> = new Set(['PHONE', 'IDENTITY_NUMBER']);

/** What a sheet is about. */
export const SHEET_SUBJECTS = ['RESIDENT', 'HOUSEHOLD'] as const;
export type SheetSubject = (typeof SHEET_SUBJECTS)[number];

/** Who fills a sheet in. */
export const SHEET_FILLERS = ['WORKER', 'RESIDENT', 'EITHER'] as const;
export type SheetFiller = (typeof SHEET_FILLERS)[number];

/** What of a resident's or a household's record an answer can update. */
export const SHEET_ATTRIBUTES = [
  'NAME',
  'SEX',
  'BIRTH_DATE',
  'KIND',
  'IDENTITY_NUMBER',
  'PHONE',
  'HOUSEHOLD_KIND',
] as const;
export type SheetAttribute = (typeof SHEET_ATTRIBUTES)[number];

/** Whether a version is still written at, or is out and never changes again. */
export const SHEET_STATES = ['DRAFT', 'PUBLISHED'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** When something depends on another answer: it is one of these values, for YES_NO `true` or `false`. */
export interface SheetCondition {
  readonly field: string;
  readonly equals: readonly string[];
}

/** One of the values that can be chosen. */
export interface SheetChoice {
  readonly value: string;
  readonly label: Text;
}

/** A question of a sheet. */
export interface SheetField {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly type: SheetFieldType;
  /** Whether it must be answered wherever it is asked. */
  readonly required: boolean;
  /** Where it is asked only then; otherwise always. */
  readonly shownWhen?: SheetCondition | undefined;
  /** Where it must be answered then. */
  readonly requiredWhen?: SheetCondition | undefined;
  readonly choices?: readonly SheetChoice[] | undefined;
  /** Of a number. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean | undefined;
  /** Of a text: characters, and a pattern for all of it. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  /** Of a date: today at the latest. */
  readonly notInFuture?: boolean | undefined;
  /** Which attribute of the record the answer updates. */
  readonly updates?: SheetAttribute | undefined;
}

/** What a version asks, and how. */
export interface SheetContent {
  readonly key: string;
  readonly title: Text;
  readonly about: Text;
  readonly subject: SheetSubject;
  readonly filledBy: SheetFiller;
  /** Whether what is filled in waits for somebody to look at it. */
  readonly review: boolean;
  readonly fields: readonly SheetField[];
}

/** For which areas and when a version is out. */
export interface Publication {
  /** Codes of areas of any level, each with everything inside it. */
  readonly areas: readonly string[];
  readonly from: Day;
  /** Last day; earlier than published once a later version takes its place. */
  readonly until: Day;
}

/** A version of a sheet. */
export interface SheetVersion extends SheetContent {
  /** Id of the sheet: the same for all its versions. */
  readonly id: string;
  readonly version: number;
  /** Code of the area whose staff made the sheet, and make its later versions. */
  readonly area: string;
  readonly state: SheetState;
  readonly publication?: Publication | undefined;
  /** How often it was written. */
  readonly revision: number;
  readonly changes: readonly Change[];
}

/** A version as lists show it. */
export type SheetSummary = Omit<SheetVersion, 'about' | 'fields' | 'revision' | 'changes'>;

/** The last day of what has no end. */
export const NO_END: Day = '9999-12-31';

/** How long after its period a sheet is still taken in: a phone may have been without a signal all the while. */
export const GRACE_DAYS = 14;

/** Whether a version is out for an area, or for a part of it, on a day. */
export function isOut({ publication }: Pick<SheetVersion, 'publication'>, area: string, today: Day): boolean {
  if (publication === undefined || publication.from > today || publication.until < today) return false;
  return publication.areas.some((code) => isWithin(area, code) || isWithin(code, area));
}

/** Whether what was filled in against a version is still taken in: for its areas, until a while after its period. */
export function isTaken({ publication }: Pick<SheetVersion, 'publication'>, area: string, today: Day) {
  if (publication === undefined || publication.from > today) return false;
  if (publication.until < dayPlus(today, -GRACE_DAYS)) return false;
  return publication.areas.some((code) => isWithin(area, code));
}

/** The earlier versions whose place a later one takes from its first day, as they are then. */
export function superseded(earlier: readonly SheetVersion[], from: Day): SheetVersion[] {
  return earlier.flatMap((version) =>
    version.publication === undefined || version.publication.until < from
      ? []
      : [
          {
            ...version,
            publication: { ...version.publication, until: dayPlus(from, -1) },
            revision: version.revision + 1,
          },
        ],
  );
}

/** Whether residents fill in a sheet, and whether workers do. */
export function isFilledBy(
  { filledBy }: Pick<SheetContent, 'filledBy'>,
  who: 'RESIDENT' | 'WORKER',
): boolean {
  return filledBy === 'EITHER' || filledBy === who;
}

/** The fields by which answers update the record, by attribute. */
export function updatesOf({ fields }: Pick<SheetContent, 'fields'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ id, updates }) => (updates === undefined ? [] : [[updates, id]])),
  );
}

/** The day so many days later. */
export function dayPlus(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
