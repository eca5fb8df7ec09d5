import { ancestorAt, type AreaLevel, levelOf, pathOf } from '../../shared/area-code';
import { type CaseMove, type CaseState } from './case.machine';

/** How soon a case must be looked at, most urgent first; the order is the inbox's. */
export const URGENCIES = ['EMERGENCY', 'URGENT', 'NORMAL'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The rungs of the ladder a case climbs; a department stands beside it. */
export type CustodyLevel = AreaLevel | 'DEPARTMENT';

/** Who holds a case: an area at its level of the ladder, or a department. */
export interface Custodian {
  readonly level: CustodyLevel;
  readonly code: string;
  readonly name: string;
}

/** Somebody in the history of a case, as they were then. */
export interface CasePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/**
 * What happens to a case by no move of its own: its report, that an adjustment of grids hands it on, that its limit is over, that
 * another case was merged into it, that this was undone, that a part of it has come to its
 * end, that a mediation came to an outcome.
 */
export type SystemStep = 'REPORT' | 'ADJUST' | 'OVERDUE' | 'ABSORB' | 'RELEASE' | 'PART_ENDED' | 'MEDIATE';

/** What was left of a clock, in milliseconds of the time by which it runs: until it is near its end, and until it is due. */
export interface ClockRest {
  readonly near: number;
  readonly due: number;
}

/** One step in the life of a case. */
export interface CaseStep {
  /** The client-made id of the move; the case's own id for its report. */
  readonly id: string;
  readonly move: CaseMove | SystemStep;
  readonly at: string;
  readonly by: CasePerson;
  readonly text?: string | undefined;
  /** Who holds the case after this step; undefined when it is settled. */
  readonly holder?: Custodian | undefined;
  /** By when its holder has to act, RFC 3339 UTC, where a clock began with this step. */
  readonly dueAt?: string | undefined;
  /** Who is to supervise whoever has the case, where its limit was over with a department. */
  readonly supervisor?: Custodian | undefined;
  /** Who checks what a department does that took it on itself, as if it had sent it there. */
  readonly sender?: Custodian | undefined;
  /** Whether whoever looked at the result found the closing condition met. */
  readonly met?: boolean | undefined;
  /** Names from the district down to the holder, where it does not lie above the place of the case: the ladder goes on there. */
  readonly names?: readonly string[] | undefined;
  /** Until when its holder asked to have time, RFC 3339 UTC. */
  readonly until?: string | undefined;
  /** How content its reporter is, from 1 to 5. */
  readonly score?: number | undefined;
  /** Id of the other case, where two are merged or a part has ended, and of the person who reported one that is merged. */
  readonly other?: string | undefined;
  readonly otherReporter?: string | undefined;
  /** The state in which the other case has ended. */
  readonly became?: CaseState | undefined;
  /** The parts into which it was split: their ids, who has each, and what was asked. */
  readonly parts?: readonly { readonly id: string; readonly holder: Custodian; readonly text: string }[];
  /** The state in which it was, where it can go on in it. */
  readonly was?: CaseState | undefined;
  /** How much of its time was left when it was suspended or merged. */
  readonly rest?: ClockRest | undefined;
  /** Fingerprint of the input, to tell a repeat from another request with the same id. */
  readonly fingerprint: string;
}

/** Most characters of a case's or a step's text. */
export const MOST_TEXT = 2_000;

/** The area that holds a case at the start: the grid, a secondary worker's courtyard, or the reporter's own level. */
export function entryHolder(area: string, names: readonly string[], level: AreaLevel): Custodian {
  const code = ancestorAt(area, level) ?? area;
  return areaCustodian(code, names);
}

/** An area as holder, its name taken from the names down to the place of the case. */
export function areaCustodian(code: string, names: readonly string[]): Custodian {
  return { level: levelOf(code) ?? 'GRID', code, name: names[pathOf(code).length - 1] ?? code };
}

/** A stay of a case with one holder. Times are RFC 3339 UTC. */
export interface Custody {
  readonly holder: Custodian;
  readonly since: string;
  readonly until?: string | undefined;
  /** When the holder first acted on it. */
  readonly acceptedAt?: string | undefined;
  /** By when the holder had to act first. */
  readonly dueAt?: string | undefined;
  /** Who handed it over, and why. */
  readonly from: CasePerson;
  readonly reason?: string | undefined;
}

/** What does not show that the holder has taken the case on. */
const NO_ACCEPTANCE: readonly CaseStep['move'][] = [
  ...(['RETURN', 'WITHDRAW', 'CANCEL', 'TAKE_OVER', 'SUPERVISE', 'ADJUST', 'OVERDUE'] as const),
  ...(['MERGE', 'UNMERGE', 'ABSORB', 'RELEASE', 'PART_ENDED', 'MEDIATE'] as const),
];

/** The chain of custody: every hop of the ladder, oldest first. */
export function custodyOf(steps: readonly CaseStep[]): readonly Custody[] {
  const chain: Custody[] = [];
  for (const step of steps) {
    const last = chain.at(-1);
    const isOpen = last !== undefined && last.until === undefined;
    const stays = isOpen && last.holder.code === step.holder?.code;
    if (isOpen) {
      chain[chain.length - 1] = {
        ...last,
        acceptedAt: last.acceptedAt ?? (NO_ACCEPTANCE.includes(step.move) ? undefined : step.at),
        until: stays ? undefined : step.at,
      };
    }
    if (!stays && step.holder !== undefined) {
      const { holder, at: since, by: from, text: reason, dueAt } = step;
      const acceptedAt = step.move === 'TAKE_ON' ? since : undefined;
      chain.push({ holder, since, from, reason, dueAt, acceptedAt });
    }
  }
  return chain;
}

/** The level at which a closed case was solved: the department whose work was checked, else whoever solved it on the spot. */
export function solvedAtLevel(state: CaseState, steps: readonly CaseStep[]): CustodyLevel | undefined {
  if (state !== 'CLOSED') return undefined;
  const last = closingOf(steps);
  return steps[last]?.move === 'SOLVE' ? steps[last - 1]?.holder?.level : 'DEPARTMENT';
}

/** The moves that close a case. */
const CLOSINGS: readonly CaseStep['move'][] = ['SOLVE', 'CLOSE', 'STRIKE_OFF'];

/** The place among its steps of that by which a case was closed last; -1 for one that never was. */
export function closingOf(steps: readonly CaseStep[]): number {
  return steps.findLastIndex(({ move }) => CLOSINGS.includes(move));
}
