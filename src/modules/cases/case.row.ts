import { ancestorAt, levelOf } from '../../shared/area-code';
import { shortId } from '../../shared/ids';
import { beginningOf } from '../../shared/text';
import {
  ID_CODES,
  longHolder,
  ROLE_CODES,
  shortHolder,
  STATE_CODES,
  URGENCY_CODES,
} from './case-codes.rules';
import { type CaseClock, STEP_OF } from './case-clock.rules';
import { type CaseState } from './case.machine';
import { type KeptSource, sourceOf } from './case-source.rules';
import { type CasePerson, type Custodian, URGENCIES, type Urgency } from './case.rules';
import { type CaseTerms, type StoredTerms, storedTerms, termsFrom } from './case-terms.rules';
import { type Case, type CaseSummary } from './case.type';

/** What lists show of a case; times are RFC 3339 UTC. */
export interface Row {
  readonly state: CaseState;
  readonly category: string;
  /** The version of the category that it was filed under. */
  readonly filed: number;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly area: string;
  readonly address?: string | undefined;
  readonly reporter: CasePerson;
  readonly reportedAt: string;
  readonly updatedAt: string;
  readonly holder?: Custodian | undefined;
  readonly clock?: CaseClock | undefined;
  /** The source that its reporter named, or that follows from what it was made of. */
  readonly said?: KeptSource | undefined;
  /** The terms of its district when it was filed, without the office hours. */
  readonly terms?: CaseTerms | undefined;
  /** Id of the case of which it is a part. */
  readonly partOf?: string | undefined;
}

/**
 * The row as it is kept: a list, because both indexes copy it and names of fields would be a quarter of it, with codes for
 * what has few values. Times are
 * milliseconds since 1970, and null stands for what there is not.
 */
type StoredRow = readonly [
  state: string,
  category: string,
  filed: number,
  urgency: string,
  summary: string,
  area: string,
  address: string | null,
  reporter: string,
  reporterName: string,
  reporterRole: string,
  reportedAt: number,
  updatedAt: number | null,
  holder: string | number | null,
  holderName: string | null,
  clock: StoredClock | null,
  said?: KeptSource | null,
  terms?: StoredTerms | null,
  partOf?: string,
];

/**
 * A clock as it is kept: the version it began with and when, from there how long until it is near its end and until it is
 * due, and whether that it is over was told. The state says its step.
 */
type StoredClock = readonly [began: number, since: number, near: number, due: number, told?: 1];

/** Characters of the text that lists show. */
const SUMMARY_LENGTH = 40;

/** What lists show of a text. */
function summaryOf(text: string): string {
  return beginningOf(text, SUMMARY_LENGTH);
}

/** The row of a case, as it is kept; its second step is its first move. */
export function storedRowOf(found: Case): StoredRow {
  const { state, category, urgency, text, area, address, reporter, reportedAt, steps, holder, clock } = found;
  const { said } = found;
  const row = [
    ...([STATE_CODES.short(state), category.code, category.version ?? 1] as const),
    ...([URGENCY_CODES.short(urgency), summaryOf(text), area, address ?? null] as const),
    ...([ID_CODES.short(reporter.id), reporter.name, ROLE_CODES.short(reporter.role)] as const),
    ...([reportedAt.getTime(), steps.length > 1 ? found.updatedAt.getTime() : null] as const),
    ...([shortHolder(holder?.code, area), holder?.name ?? null, clock ? storedClock(clock) : null] as const),
  ] as const;
  const terms = category.terms && storedTerms(category.terms);
  if (found.partOf !== undefined) return [...row, said ?? null, terms ?? null, found.partOf];
  if (terms !== undefined) return [...row, said ?? null, terms];
  return said === undefined ? row : [...row, said];
}

/** The row that was kept so. */
export function rowFrom(stored: unknown): Row {
  const [
    stateCode,
    category,
    filed,
    urgency,
    summary,
    area,
    address,
    reporter,
    reporterName,
    reporterRole,
    ...rest
  ] = stored as StoredRow;
  const [reportedAt, updatedAt, holder, holderName, clock, said, terms, partOf] = rest;
  const state = STATE_CODES.long(stateCode);
  return {
    ...{ state, category, filed, summary, area, address: address ?? undefined },
    urgency: URGENCY_CODES.long(urgency),
    reporter: {
      id: ID_CODES.long(reporter),
      name: reporterName,
      role: ROLE_CODES.long(reporterRole),
    },
    reportedAt: new Date(reportedAt).toISOString(),
    updatedAt: new Date(updatedAt ?? reportedAt).toISOString(),
    holder: holder === null ? undefined : holderFrom(longHolder(holder, area), holderName),
    ...{ clock: clockFrom(state, clock), said: said ?? undefined },
    terms: terms ? termsFrom(terms, ancestorAt(area, 'DISTRICT') ?? area) : undefined,
    partOf,
  };
}

function holderFrom(code: string, name: string | null): Custodian {
  return { level: levelOf(code) ?? 'DEPARTMENT', code, name: name ?? '' };
}

/** What of a text its row does not hold. */
export function restOf(text: string): string | undefined {
  const { length } = summaryOf(text);
  return text.length > length ? text.slice(length) : undefined;
}

/** A case as a list shows it. */
export function toSummary(id: string, row: Row): CaseSummary {
  return { ...factsOf(id, row), summary: row.summary };
}

/** What every view of a case shows. */
export function factsOf(id: string, row: Row) {
  const { state, category, filed, urgency, area, address, reporter, reportedAt, updatedAt } = row;
  const { holder, clock, said, terms, partOf } = row;
  return {
    ...{ id, state, urgency, area, address, reporter, holder, clock, said, partOf },
    source: sourceOf(reporter.role, said),
    category: { code: category, version: filed, ...(terms && { terms }) },
    reportedAt: new Date(reportedAt),
    updatedAt: new Date(updatedAt),
  };
}

/** After all turns of an inbox. */
export const END = '~';

/** Its turn in an inbox: the most urgent first, then what is due first. */
export function turnOf({ urgency, clock, id }: Pick<CaseSummary, 'urgency' | 'clock' | 'id'>): string {
  return `${rankOf(urgency)}#${clock === undefined ? END : timeOf(clock.dueAt)}#${shortId(id)}`;
}

/** A time in a turn: milliseconds in nine digits of base 36, which sort as the times do. */
export function timeOf(time: Date): string {
  return time.getTime().toString(36).padStart(9, '0');
}

/** Where the turns of an urgency begin. */
export function rankOf(urgency: Urgency): string {
  return String(URGENCIES.indexOf(urgency));
}

function storedClock({ began, since, nearAt, dueAt, told }: CaseClock): StoredClock {
  const [start, near, due] = [since, nearAt, dueAt].map((time) => time.getTime()) as [number, number, number];
  const times = [began, start, near - start, due - start] as const;
  return told === true ? [...times, 1] : times;
}

function clockFrom(state: CaseState, clock: StoredClock | null): CaseClock | undefined {
  const step = STEP_OF[state];
  if (clock === null || step === undefined) return undefined;
  const [began, since, near, due, told] = clock;
  const [nearAt, dueAt] = [new Date(since + near), new Date(since + due)];
  return { step, began, since: new Date(since), nearAt, dueAt, told: told === 1 ? true : undefined };
}
