import { type Appointment } from '../../auth/actor';
import { ancestorAt, parentOf } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { type CaseMove, moveOf } from './case.machine';
import { areaCustodian, type CaseStep, type Custodian } from './case.rules';

/** What the ladder must know of a case to say who has it next. */
export interface LadderFacts {
  readonly steps: readonly CaseStep[];
  /** Names from the district down to the place of the case. */
  readonly names: readonly string[];
  /** The department that is named. */
  readonly department?: Custodian | undefined;
  /** By which appointment the move is made. */
  readonly by?: Pick<Appointment, 'area'> | undefined;
  /** The department to which the rules of its district bring it. */
  readonly lead?: Custodian | undefined;
}

/**
 * Who holds the case after a move; undefined for nobody.
 * @throws Refusal TOP_OF_LADDER when there is no level above
 */
export function holderAfter(move: CaseMove, facts: LadderFacts): Custodian | undefined {
  const { steps } = facts;
  const last = (isMeant: (holder: Custodian) => boolean) =>
    steps.findLast(({ holder }) => holder !== undefined && isMeant(holder))?.holder;
  switch (moveOf(move).holder) {
    case 'SAME':
      return last(() => true);
    case 'LEVEL_ABOVE': {
      const now = last(() => true);
      const above = now && levelAbove(now, facts);
      if (above === undefined) throw new Refusal('TOP_OF_LADDER');
      return above;
    }
    case 'OWN_AREA':
      return facts.by && areaOf(facts.by.area, facts);
    case 'DEPARTMENT':
      return facts.department;
    case 'LEAD':
      return facts.lead;
    case 'SENDER':
      return senderOf(steps);
    case 'HANDLER':
      return handlerOf(steps);
    case 'LAST_AREA':
      return last(({ level }) => level !== 'DEPARTMENT');
    case 'NOBODY':
      return undefined;
  }
}

/** The area one level above another that held the case; undefined above the district. */
export function levelAbove({ code }: Custodian, facts: LadderFacts): Custodian | undefined {
  const above = parentOf(code);
  return above === undefined ? undefined : areaOf(above, facts);
}

/** The department that has the case or had it last. */
export function handlerOf(steps: readonly CaseStep[]): Custodian | undefined {
  return steps.findLast(({ holder }) => holder?.level === 'DEPARTMENT')?.holder;
}

/** Who checks what a department does that takes a case from an area itself: that area, but the street at least. */
export function checkerOf(holder: Custodian, facts: LadderFacts): Custodian {
  const street = ancestorAt(holder.code, 'STREET');
  return street === undefined || street === holder.code ? holder : areaOf(street, facts);
}

/** Who sent the case to its present holder, and would have it again; undefined for whoever had it first. */
export function senderOf(steps: readonly CaseStep[]): Custodian | undefined {
  return pathTo(steps).at(-2);
}

/** By which step the present holder got the case. */
export function arrivalOf(steps: readonly CaseStep[]): CaseStep | undefined {
  const now = steps.at(-1)?.holder?.code;
  // While it was merged nobody had it, and it came back to whoever had it.
  const held = steps.filter(({ move }) => move !== 'MERGE');
  const before = held.findLastIndex(({ holder }) => holder?.code !== now);
  return held[before + 1];
}

/** Whom the case has passed to come where it is: who gets it back is on it already, and what went on from there is not. */
function pathTo(steps: readonly CaseStep[]): readonly Custodian[] {
  const path: Custodian[] = [];
  for (const { holder, sender, names } of steps) {
    for (const next of [sender, holder]) {
      if (next === undefined) continue;
      // Where the ladder goes on elsewhere the grid was cut anew: it is the same rung.
      const isSame = ({ code, level }: Custodian) =>
        code === next.code || (names !== undefined && level === next.level);
      const known = path.findIndex(isSame);
      if (known >= 0) path.length = known;
      path.push(next);
    }
  }
  return path;
}

/** An area around the case as holder; its name as it is where an adjustment of grids has put the case. */
export function areaOf(code: string, { steps, names }: LadderFacts): Custodian {
  return areaCustodian(code, steps.findLast((step) => step.names !== undefined)?.names ?? names);
}
