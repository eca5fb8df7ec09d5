import { withStep } from './case-chain.rules';
import { type CaseClock, clockAfter, clockUntil, clockWith, restOf } from './case-clock.rules';
import { type CaseMove, moveOf, stateAfter } from './case.machine';
import { type CaseStep } from './case.rules';
import { extensionAsked } from './case-move.rules';
import { type Case } from './case.type';

/** The case after a step that a move has made. */
export function movedBy(found: Case, move: CaseMove, step: CaseStep): Case {
  const at = new Date(step.at);
  const { version, urgency, category } = found;
  const paused = found.steps.findLast(({ was }) => was !== undefined);
  const isWithDepartment = step.holder?.level === 'DEPARTMENT';
  const state = stateAfter(move, found.state, { was: paused?.was, isWithDepartment });
  const next = { version: version + 1, urgency, category, state, holder: step.holder };
  const clock = clockOf(found, { ...next, move }, at);
  const isPaused = moveOf(move).clock === 'PAUSE';
  const taken = {
    ...step,
    dueAt: clock === found.clock ? undefined : clock?.dueAt.toISOString(),
    was: isPaused ? found.state : undefined,
    rest: isPaused && found.clock !== undefined ? restOf(found.clock, found, at) : undefined,
  };
  return { ...found, ...next, updatedAt: at, clock, ...withStep(found, taken) };
}

type Next = Pick<Case, 'version' | 'urgency' | 'category' | 'state' | 'holder'> & { readonly move: CaseMove };

/** The clock after a move: what the table of moves says, else what follows from holder and state. */
function clockOf(found: Case, { move, ...next }: Next, at: Date): CaseClock | undefined {
  switch (moveOf(move).clock) {
    case 'PAUSE':
      return undefined;
    case 'GO_ON': {
      const rest = found.steps.findLast((step) => step.rest !== undefined)?.rest;
      return rest === undefined ? clockAfter(found, next, at) : clockWith(rest, next, at);
    }
    case 'EXTEND': {
      const until = extensionAsked(found.steps)?.until;
      if (found.clock === undefined || until === undefined) return found.clock;
      return clockUntil(found.clock, next, [at, new Date(until)]);
    }
    case undefined:
      return clockAfter(found, next, at);
  }
}
