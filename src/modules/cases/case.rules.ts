import { ancestorAt, type AreaLevel, levelOf, parentOf, pathOf } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { type CaseMove, type CaseState, moveOf } from './case.machine';
import { MOVE_NAMES, STATE_NAMES } from './case.words';

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

/** What happens to a case by no move of a person: its report, and that an adjustment of grids hands it on. */
export type SystemStep = 'REPORT' | 'ADJUST';

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
  /** Names from the district down to the holder, where it does not lie above the place of the case: the ladder goes on there. */
  readonly names?: readonly string[] | undefined;
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

/** Throws a refusal unless `move` can be made from `state`. */
export function assertMove(move: CaseMove, state: CaseState): void {
  if (!moveOf(move).from.includes(state)) {
    throw new Refusal('MOVE_NOT_ALLOWED', { state: STATE_NAMES[state], move: MOVE_NAMES[move] });
  }
}

/**
 * Who holds the case after `move`; undefined for nobody.
 * @throws Refusal TOP_OF_LADDER when there is no level above.
 */
export function holderAfter(
  move: CaseMove,
  facts: { steps: readonly CaseStep[]; names: readonly string[]; department?: Custodian | undefined },
): Custodian | undefined {
  const holders = facts.steps.map((step) => step.holder).filter((holder) => holder !== undefined);
  const now = holders.at(-1);
  switch (moveOf(move).holder) {
    case 'SAME':
      return now;
    case 'LEVEL_ABOVE': {
      const above = now === undefined ? undefined : parentOf(now.code);
      if (above === undefined) throw new Refusal('TOP_OF_LADDER');
      return areaCustodian(
        above,
        facts.steps.findLast(({ names }) => names !== undefined)?.names ?? facts.names,
      );
    }
    case 'DEPARTMENT':
      return facts.department;
    case 'PREVIOUS':
      return holders.findLast((holder) => holder.code !== now?.code);
    case 'NOBODY':
      return undefined;
  }
}

/** A stay of a case with one holder. Times are RFC 3339 UTC. */
export interface Custody {
  readonly holder: Custodian;
  readonly since: string;
  readonly until?: string | undefined;
  /** When the holder first acted on it. */
  readonly acceptedAt?: string | undefined;
  /** Who handed it over, and why. */
  readonly from: CasePerson;
  readonly reason?: string | undefined;
}

const NO_ACCEPTANCE: readonly CaseStep['move'][] = ['RETURN', 'ADJUST'];

/** The chain of custody: every hop of the ladder, oldest first. */
export function custodyOf(steps: readonly CaseStep[]): readonly Custody[] {
  const chain: Custody[] = [];
  for (const step of steps) {
    const last = chain.at(-1);
    const stays = last !== undefined && last.holder.code === step.holder?.code;
    if (last !== undefined) {
      chain[chain.length - 1] = {
        ...last,
        // A return is no acceptance, nor is that the grids were adjusted.
        acceptedAt: last.acceptedAt ?? (NO_ACCEPTANCE.includes(step.move) ? undefined : step.at),
        until: stays ? undefined : step.at,
      };
    }
    if (!stays && step.holder !== undefined) {
      chain.push({ holder: step.holder, since: step.at, from: step.by, reason: step.text });
    }
  }
  return chain;
}

/** The level at which a closed case was solved: of the department that handled it, else of its last holder. */
export function solvedAtLevel(state: CaseState, steps: readonly CaseStep[]): CustodyLevel | undefined {
  if (state !== 'CLOSED') return undefined;
  const handled = steps.some(({ move }) => move === 'REPORT_BACK');
  return handled ? 'DEPARTMENT' : steps.findLast(({ holder }) => holder !== undefined)?.holder?.level;
}
