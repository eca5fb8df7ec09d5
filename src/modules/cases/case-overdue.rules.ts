import { derivedId } from '../../shared/ids';
import { withStep } from './case-chain.rules';
import { clockFrom, punctualityOf } from './case-clock.rules';
import { levelAbove, senderOf } from './case-ladder.rules';
import { type CaseStep, type Custodian } from './case.rules';
import { type Case } from './case.type';

/** By whom it is done. */
const SYSTEM = { id: 'clock', name: '超时自动上报', role: 'ADMINISTRATOR' } as const;

/** Whether somebody holds the case whose clock that began with its version `began` still runs, and is near its end. */
export function isNearing({ clock, holder }: Case, began: number, now: Date): boolean {
  return clock?.began === began && holder !== undefined && punctualityOf(clock, now) === 'NEAR';
}

/**
 * The case after the clock that began with its version `began` has run out: one level up, with a clock of its own. What a
 * department has stays with it, because taking it away would lose its work: the level above whoever dispatched it is told to
 * supervise (督办). Above the district there is nobody to go to. Undefined where that clock runs no more, has not run out, or
 * was told of before: so each clock does it once.
 */
export function overdue(found: Case, began: number, now: Date): Case | undefined {
  const { clock, holder, version, steps } = found;
  if (clock?.began !== began || clock.told === true || holder === undefined) return undefined;
  if (punctualityOf(clock, now) !== 'OVER') return undefined;
  const facts = { steps, names: found.areaNames };
  const above = holder.level === 'DEPARTMENT' ? undefined : levelAbove(holder, facts);
  const next = { ...found, version: version + 1, updatedAt: now, holder: above ?? holder };
  const started = above === undefined ? { ...clock, told: true as const } : clockFrom(next, now);
  const step: CaseStep = {
    id: derivedId(`${found.id}|OVERDUE|${String(began)}`),
    move: 'OVERDUE',
    at: now.toISOString(),
    by: SYSTEM,
    holder: next.holder,
    dueAt: above === undefined ? undefined : started?.dueAt.toISOString(),
    supervisor: holder.level === 'DEPARTMENT' ? aboveDispatcher(found) : undefined,
    fingerprint: String(began),
  };
  return { ...next, clock: started, ...withStep(found, step) };
}

/** The level above the area that sent the case to its department; that area itself where it is the district. */
function aboveDispatcher({ steps, areaNames }: Case): Custodian | undefined {
  const area = senderOf(steps);
  return area && (levelAbove(area, { steps, names: areaNames }) ?? area);
}
