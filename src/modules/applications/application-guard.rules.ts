import { Refusal } from '../../shared/errors';
import { stepToFinish } from './application-step.rules';
import { applicationMove, type ApplicationGuard, type ApplicationMove } from './application.machine';
import { type ApplicationRecord, type ApplicationStep } from './application.rules';
import { APPLICATION_MOVE_TEXTS, APPLICATION_STATE_NAMES } from './application.words';

/** The refusal for a move that cannot be made now; undefined where it can, as far as the record alone tells. */
export function hindranceOf(
  record: Pick<ApplicationRecord, 'state' | keyof Guarded>,
  move: ApplicationMove,
  person: string,
): Refusal | undefined {
  const { from, guards } = applicationMove(move);
  const values = { state: APPLICATION_STATE_NAMES[record.state], move: APPLICATION_MOVE_TEXTS[move] };
  if (!from.includes(record.state)) return new Refusal('APPLICATION_MOVE', values, ['move']);
  return guards.flatMap((guard) => GUARDS[guard](record, person) ?? [])[0];
}

/** What guards look at. */
type Guarded = Pick<ApplicationRecord, 'steps' | 'delivery' | 'terms'>;

const GUARDS: Readonly<Record<ApplicationGuard, (record: Guarded, person: string) => Refusal | undefined>> = {
  NOT_RATED: ({ steps }) => refusedIf(was(steps, 'RATE'), 'APPLICATION_RATED'),
  NOT_APPEALED: ({ steps }) => refusedIf(was(steps, 'APPEAL'), 'APPLICATION_APPEALED'),
  NOT_OPENER: ({ steps }, person) => refusedIf(steps[0]?.by.id === person, 'APPLICATION_OWN'),
  NOT_REFUSER: ({ steps }, person) =>
    refusedIf(
      steps.findLast(({ move }) => move === 'REFUSE')?.by.id === person,
      'APPLICATION_REFUSED_BY_YOU',
    ),
  TO_BE_BROUGHT: ({ delivery }) => refusedIf(delivery !== 'BROUGHT', 'APPLICATION_AT_COUNTER'),
  STEPS_AHEAD: (record) => refusedIf(stepToFinish(record) === undefined, 'APPLICATION_LAST_STEP'),
  LAST_STEP: (record) => {
    const step = stepToFinish(record);
    return step && new Refusal('APPLICATION_STEPS_AHEAD', { step: step.name }, ['move']);
  },
};

function was(steps: readonly ApplicationStep[], move: ApplicationMove): boolean {
  return steps.some((step) => step.move === move);
}

function refusedIf(
  isRefused: boolean,
  code:
    | 'APPLICATION_RATED'
    | 'APPLICATION_APPEALED'
    | 'APPLICATION_OWN'
    | 'APPLICATION_REFUSED_BY_YOU'
    | 'APPLICATION_AT_COUNTER'
    | 'APPLICATION_LAST_STEP',
): Refusal | undefined {
  return isRefused ? new Refusal(code, {}, ['move']) : undefined;
}
