import { type Author } from '../../shared/change';
import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { maskedName } from '../../shared/masking';

/** What a session came to. */
export const MEDIATION_OUTCOMES = ['AGREED', 'NOT_AGREED', 'ADJOURNED'] as const;
export type MediationOutcome = (typeof MEDIATION_OUTCOMES)[number];

/** What a follow-up visit found. */
export const FOLLOW_UP_OUTCOMES = ['HELD', 'NOT_HELD', 'NOT_REACHED'] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** Whether an agreement held, as far as it is known. */
export const HOLDINGS = ['OPEN', 'HELD', 'NOT_HELD'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** Who is at odds: somebody of the register, whose name is read when it is shown, or somebody named by hand. */
export interface Party {
  /** Id in the register of residents. */
  readonly resident?: string | undefined;
  /** The name as it was given by hand. */
  readonly name?: string | undefined;
  /** The name as others see it, from when it was recorded. */
  readonly masked: string;
  /** Who they are in this dispute, for instance a shop owner. */
  readonly role: string;
}

/** What a request left behind: who made it when, and its fingerprint. */
export interface Made {
  readonly id: string;
  readonly mark: string;
  readonly by: Author;
  /** RFC 3339 UTC. */
  readonly at: string;
}

/** A visit that was planned to see whether an agreement holds, and what it found. */
export interface FollowUp {
  readonly on: Day;
  readonly result?: (Made & { readonly outcome: FollowUpOutcome; readonly note?: string }) | undefined;
}

/** What the parties agreed on; by when it is kept; the visits, in the order of their days. */
export interface Agreement {
  readonly text: string;
  readonly keptBy: Day;
  readonly followUps: readonly FollowUp[];
}

/** One sitting of the parties. */
export interface Session extends Made {
  readonly on: Day;
  readonly place: string;
  readonly outcome: MediationOutcome;
  readonly note?: string | undefined;
  readonly agreement?: Agreement | undefined;
}

/** The mediation record of a case: nothing of it is ever changed or taken away, and each request makes one version. */
export interface MediationRecord {
  readonly caseId: string;
  readonly version: number;
  readonly parties: readonly Party[];
  readonly sessions: readonly Session[];
}

/** The session whose outcome stands: the last one that had any; undefined while all are adjourned. */
export function standingSession(sessions: readonly Session[]): Session | undefined {
  return sessions.findLast(({ outcome }) => outcome !== 'ADJOURNED');
}

/** The agreement that stands; undefined where none was reached, or the last mediation came to none. */
export function standingAgreement({ sessions }: Pick<MediationRecord, 'sessions'>): Agreement | undefined {
  return standingSession(sessions)?.agreement;
}

/** Whether an agreement held: what the last visit found that reached anybody; open before any did. */
export function holdingOf({ followUps }: Agreement): Holding {
  const told = followUps.findLast(({ result }) => result !== undefined && result.outcome !== 'NOT_REACHED');
  return told?.result?.outcome === 'HELD' ? 'HELD' : told === undefined ? 'OPEN' : 'NOT_HELD';
}

/** The day of the next visit of the agreement that stands; undefined when none is open. */
export function dueOn(record: Pick<MediationRecord, 'sessions'>): Day | undefined {
  return standingAgreement(record)?.followUps.find(({ result }) => result === undefined)?.on;
}

/** Everything that was ever recorded, by the times at which it was. */
export function madeIn({ sessions }: MediationRecord): readonly Made[] {
  const visits = sessions.flatMap(({ agreement }) => agreement?.followUps ?? []);
  const all: Made[] = [...sessions, ...visits.flatMap(({ result }) => result ?? [])];
  return all.sort((one, other) => one.at.localeCompare(other.at));
}

/** The refusal that tells what was recorded in the meantime. */
export function conflictWith(record: MediationRecord | undefined, path: readonly string[]): Refusal {
  const last = record && madeIn(record).reduce((one, other) => (one.at < other.at ? other : one));
  const [who, when] = [last?.by.name ?? '', last?.at.replace(/\.\d+Z$/, 'Z') ?? ''];
  const what =
    last === undefined
      ? { zh: '尚无调解记录', en: 'nothing is recorded yet' }
      : { zh: `${who}于 ${when} 记录了调解`, en: `${who} recorded on it, ${when}` };
  return new Refusal('CONFLICT', { what }, path);
}

/**
 * The record where it has taken in this very request before, whose answer is then the record as it stands; else undefined.
 * @throws Refusal CONFLICT when its id was another's
 */
export function takenIn(
  record: MediationRecord | undefined,
  { id, mark }: Pick<Made, 'id' | 'mark'>,
): MediationRecord | undefined {
  const known = record && madeIn(record).find((made) => made.id === id);
  if (known !== undefined && known.mark !== mark) throw conflictWith(record, ['id']);
  return known && record;
}

/** The record with one more session, and who takes part from then on. */
export function withSession(
  record: MediationRecord | undefined,
  caseId: string,
  { parties, session }: { parties: readonly Party[]; session: Session },
): MediationRecord {
  const { version = 0, parties: known = [], sessions = [] } = record ?? {};
  return {
    caseId,
    version: version + 1,
    parties: [...known, ...parties],
    sessions: [...sessions, session],
  };
}

/**
 * The record with what a visit found, and the day of another visit where one is to follow.
 * @throws Refusal FOLLOW_UP_UNKNOWN
 */
export function withFollowUp(
  record: MediationRecord,
  on: Day,
  { result, next }: { result: NonNullable<FollowUp['result']>; next?: Day | undefined },
): MediationRecord {
  const standing = standingSession(record.sessions);
  const agreement = standing?.agreement;
  const open = agreement?.followUps.find((visit) => visit.on === on && visit.result === undefined);
  if (agreement === undefined || open === undefined) throw new Refusal('FOLLOW_UP_UNKNOWN', {}, ['on']);
  const visits = agreement.followUps.map((visit) => (visit === open ? { on, result } : visit));
  const followUps = next === undefined ? visits : byDay([...visits, { on: next }]);
  const sessions = record.sessions.map((session) =>
    session === standing ? { ...session, agreement: { ...agreement, followUps } } : session,
  );
  return { ...record, version: record.version + 1, sessions };
}

/** Visits in the order of their days. */
export function byDay(visits: readonly FollowUp[]): readonly FollowUp[] {
  return [...visits].sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** How much of a record somebody sees. */
export type Sight =
  /** All of it: who mediates, holds the case, or supervises it. */
  | 'ALL'
  /** What was agreed and their own name: a party. */
  | 'AS_PARTY'
  /** That there was a mediation and what it came to, with masked names and no free text. */
  | 'MASKED';

/** Who somebody is, as far as a name is theirs. */
export interface Viewer {
  readonly id: string;
  readonly sight: Sight;
  /** Names of residents by id, as far as they are on file. */
  readonly names: ReadonlyMap<string, string>;
}

/** A record as somebody sees it. */
export function seenBy(record: MediationRecord, { id, sight, names }: Viewer) {
  const seesAll = sight === 'ALL';
  const text = <Value>(value: Value) => (sight === 'MASKED' ? undefined : value);
  const internal = <Value>(value: Value) => (seesAll ? value : undefined);
  const agreementOf = ({ text: words, keptBy, followUps }: Agreement) => ({
    ...{ text: text(words), keptBy, holding: holdingOf({ text: words, keptBy, followUps }) },
    followUps: followUps.map(({ on, result }) => ({
      ...{ on, outcome: result?.outcome, note: internal(result?.note) },
      ...{ by: result?.by, at: result && new Date(result.at) },
    })),
  });
  const agreement = standingAgreement(record);
  return {
    ...{ caseId: record.caseId, version: record.version, masked: !seesAll },
    parties: record.parties.map(({ resident, name, masked, role }) => {
      const isShown = seesAll || (resident !== undefined && resident === id);
      const full = resident === undefined ? name : names.get(resident);
      return { name: (isShown ? full : undefined) ?? masked, role, resident: isShown ? resident : undefined };
    }),
    sessions: record.sessions.map(({ id: session, on, place, outcome, note, by, at, ...rest }) => ({
      ...{ id: session, on, place: text(place), outcome, note: internal(note), by, at: new Date(at) },
      agreement: rest.agreement && agreementOf(rest.agreement),
    })),
    agreement: agreement && agreementOf(agreement),
  };
}

/** A party by name, as it is kept. */
export function partyOf(name: string, role: string, resident?: string): Party {
  const masked = maskedName(name);
  return resident === undefined ? { name, masked, role } : { resident, masked, role };
}
