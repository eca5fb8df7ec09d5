import { levelOf } from '../../shared/area-code';
import { ID_CODES, ROLE_CODES } from './case-codes.rules';
import { areaCustodian, type CasePerson, type CaseStep, type Custodian } from './case.rules';
import { type Row } from './case.row';

/**
 * A step as it is kept: a list, because a case holds all of its steps and each kilobyte of it is paid for at every move. Times
 * are milliseconds since 1970, null stands for what there is not, and what few steps have is at the end, by name.
 */
type StoredStep = readonly [
  move: CaseStep['move'],
  id: string,
  at: number,
  fingerprint: string,
  /** A number is that of an earlier step by the same person; the report's is 0. */
  by: StoredPerson | number,
  /** A number is that of an earlier step with the same holder. */
  holder: StoredHolder | number | null,
  dueAt?: number | null,
  text?: string | null,
  seldom?: Seldom,
];
type StoredPerson = readonly [id: string, name: string, role: string];
type StoredHolder = readonly [code: string, name: string];
type Seldom = Omit<CaseStep, 'move' | 'id' | 'at' | 'fingerprint' | 'by' | 'holder' | 'dueAt' | 'text'>;

/** What of a stored case tells of its steps. */
export interface StoredHistory {
  readonly id: string;
  /** Code of the area that held it first, and the names down to where it happened. */
  readonly entry: string;
  readonly names: readonly string[];
  readonly mark: string;
  readonly firstDue?: number | undefined;
  /** The steps after the report. */
  readonly steps: readonly unknown[];
}

/** The steps of a case after its report, as they are kept. */
export function storedStepsOf(all: readonly CaseStep[]): StoredStep[] {
  return all.slice(1).map((step, index) => {
    const { move, id, at, fingerprint, by, holder, dueAt, text, ...seldom } = step;
    const before = all.slice(0, index + 1);
    return withoutEnd([
      ...([move, ID_CODES.short(id), Date.parse(at), fingerprint] as const),
      ...([storedPerson(by, before), holder === undefined ? null : storedHolder(holder, before)] as const),
      ...([dueAt === undefined ? null : Date.parse(dueAt), text ?? null] as const),
      Object.values<unknown>(seldom).some((value) => value !== undefined) ? seldom : undefined,
    ]);
  });
}

/** All steps of a case that is kept so, its report first; `row` is what its lists show of it. */
export function stepsFrom(stored: StoredHistory, row: Pick<Row, 'reporter' | 'reportedAt' | 'clock'>) {
  const steps: CaseStep[] = [reportFrom(stored, row)];
  for (const step of stored.steps as readonly StoredStep[]) steps.push(stepFrom(step, steps));
  return steps;
}

/** The first step, from what the case says of its report. */
function reportFrom(
  { id, entry, names, mark, firstDue }: StoredHistory,
  { reporter, reportedAt, clock }: Pick<Row, 'reporter' | 'reportedAt' | 'clock'>,
): CaseStep {
  const ended = firstDue === undefined ? undefined : new Date(firstDue);
  const dueAt = clock?.began === 1 ? clock.dueAt : ended;
  return {
    ...{ id, move: 'REPORT', at: reportedAt, by: reporter, holder: areaCustodian(entry, names) },
    ...{ dueAt: dueAt?.toISOString(), fingerprint: mark },
  };
}

function stepFrom(stored: StoredStep, before: readonly CaseStep[]): CaseStep {
  const [move, id, at, fingerprint, by, holder, dueAt, text, seldom] = stored;
  return {
    ...{ id: ID_CODES.long(id), move, at: timeFrom(at), by: personFrom(by, before), fingerprint },
    ...(holder === null ? {} : { holder: holderFrom(holder, before) }),
    ...(typeof dueAt === 'number' && { dueAt: timeFrom(dueAt) }),
    ...(typeof text === 'string' && { text }),
    ...seldom,
  };
}

function timeFrom(at: number): string {
  return new Date(at).toISOString();
}

function storedPerson(person: CasePerson, before: readonly CaseStep[]): StoredPerson | number {
  const { id, name, role } = person;
  const known = before.findIndex(({ by }) => by.id === id && by.name === name && by.role === role);
  return known < 0 ? [ID_CODES.short(id), name, ROLE_CODES.short(role)] : known;
}

function personFrom(stored: StoredPerson | number, before: readonly CaseStep[]): CasePerson {
  if (typeof stored === 'number') return stepNumbered(stored, before).by;
  const [id, name, role] = stored;
  return { id: ID_CODES.long(id), name, role: ROLE_CODES.long(role) };
}

function storedHolder({ code, name }: Custodian, before: readonly CaseStep[]): StoredHolder | number {
  const known = before.findIndex(({ holder }) => holder?.code === code && holder.name === name);
  return known < 0 ? [code, name] : known;
}

function holderFrom(stored: StoredHolder | number, before: readonly CaseStep[]): Custodian | undefined {
  if (typeof stored === 'number') return stepNumbered(stored, before).holder;
  const [code, name] = stored;
  return { level: levelOf(code) ?? 'DEPARTMENT', code, name };
}

function stepNumbered(number: number, before: readonly CaseStep[]): CaseStep {
  const step = before[number];
  if (step === undefined) throw new Error(`A case has no step ${String(number)} before this one.`);
  return step;
}

/** A step without the places at its end in which there is nothing. */
function withoutEnd(step: readonly [...StoredStep]): StoredStep {
  const last = step.findLastIndex((value) => value !== null && value !== undefined);
  // The holder is always said, that there is none too.
  return step.slice(0, Math.max(last + 1, 6)) as unknown as StoredStep;
}
