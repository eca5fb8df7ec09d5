import { type TableChange } from '../../data/table-change';
import { derivedId } from '../../shared/ids';
import { appliedIn } from '../applications/application.events';
import { type ApplicationStep } from '../applications/application.rules';
import { gridOf, type LineKind, type LogLine } from './log.rules';

/** What a step of an application is in the log of whoever made it; a rating is a resident's. */
const KINDS: Readonly<Record<ApplicationStep['move'], LineKind | undefined>> = {
  OPEN: 'APPLICATION_OPENED',
  AMEND: 'APPLICATION_AMENDED',
  SUBMIT: 'APPLICATION_SUBMITTED',
  WITHDRAW: 'APPLICATION_WITHDRAWN',
  RETURN: 'APPLICATION_RETURNED',
  ACCEPT: 'APPLICATION_ACCEPTED',
  ASK: 'APPLICATION_MORE_ASKED',
  SUPPLY: 'APPLICATION_SUPPLIED',
  FINISH_STEP: 'APPLICATION_STEP_FINISHED',
  APPROVE: 'APPLICATION_DECIDED',
  REFUSE: 'APPLICATION_DECIDED',
  APPEAL: 'APPLICATION_APPEALED',
  OVERTURN: 'APPLICATION_APPEAL_DECIDED',
  UPHOLD: 'APPLICATION_APPEAL_DECIDED',
  REPLACE_RESULT: 'APPLICATION_RESULT_REPLACED',
  HAND_OVER: 'APPLICATION_HANDED_OVER',
  BRING: 'APPLICATION_BROUGHT',
  RATE: undefined,
};

/** What a change brought to an application, for whom somebody else than a resident did it; residents keep no log. */
export function applicationLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'application') return [];
  const known = new Set(before && appliedIn(before).steps.map(keyOf));
  const { id: application, area, steps } = appliedIn(after);
  return steps
    .filter((step) => !known.has(keyOf(step)) && step.by.role !== 'RESIDENT')
    .flatMap((step) => {
      const kind = KINDS[step.move];
      if (kind === undefined) return [];
      const { at, by } = step;
      const id = lineIdOf(step, application);
      const record = { type: 'APPLICATION' as const, id: application };
      return [{ id, kind, at: new Date(at), by: { id: by.id, name: by.name }, area: gridOf(area), record }];
    });
}

/** By what a step is known: one that is opened and submitted in one request has two of one id. */
function keyOf({ id, move }: ApplicationStep): string {
  return `${move}|${id}`;
}

function lineIdOf({ id, move }: ApplicationStep, application: string): string {
  return move === 'SUBMIT' && id === application ? derivedId(`application|${id}|${move}`) : id;
}
