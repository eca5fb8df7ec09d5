import fc from 'fast-check';
import { hindranceOf } from '../../../src/modules/applications/application-guard.rules';
import {
  APPLICATION_MOVE_NAMES,
  type ApplicationMove,
} from '../../../src/modules/applications/application.machine';
import {
  firstDueOf,
  limitAfter,
  limitStateOf,
  stepAfter,
  urgencyOf,
} from '../../../src/modules/applications/application-limit.rules';
import { storedRowOf, summaryFrom } from '../../../src/modules/applications/application.row';
import {
  type ApplicationRecord,
  stateAfter,
  termsOf,
} from '../../../src/modules/applications/application.rules';
import {
  actionOf,
  dueOfStepEndedBy,
  stepsTaken,
} from '../../../src/modules/applications/application-step.rules';
import { type ServiceItem, type ServiceStep } from '../../../src/modules/services/service-item.rules';
import { applicationNoticesOf } from '../../../src/modules/notifications/application-notice.rules';
import { USUAL_HOURS, workingBetween } from '../../../src/shared/working-time';

const by = { id: 'clerk', name: '林燕', role: 'STREET_STAFF' };
const THREE: readonly ServiceStep[] = [
  { name: '受理', by: 'COMMUNITY', workingDays: 2 },
  { name: '审查', by: 'STREET', workingDays: 5 },
  { name: '决定', by: 'DISTRICT', workingDays: 3 },
];

/** An application as it is opened for a service of these steps. */
function opened(steps: readonly ServiceStep[]): ApplicationRecord {
  const item = {
    version: 1,
    materials: [],
    questions: [],
    fromRegistry: [],
    forms: [],
    steps,
  } as unknown as ServiceItem;
  return {
    ...{ id: 'a', version: 1, service: '510108-X', serviceName: '某事项', resident: 'r', maskedName: '王*' },
    ...{ area: '510108008003001001', state: 'DRAFT', delivery: 'COUNTER', openedAt: new Date(0) },
    terms: termsOf(item),
    ...{ channel: 'ONLINE', contact: 'PORTAL', brought: [], asked: [], answered: [], result: [] },
    steps: [{ id: 's0', mark: 'm', move: 'OPEN', to: 'DRAFT', at: '2026-04-30T02:30:00.000Z', by }],
  };
}

/** The record after a move at a moment, as the service writes it. */
function moved(before: ApplicationRecord, move: ApplicationMove, at: Date, text?: string): ApplicationRecord {
  const to = stateAfter(before, move);
  const due = dueOfStepEndedBy(before, move);
  const entry = {
    id: `s${String(before.version)}`,
    mark: 'm',
    move,
    to,
    at: at.toISOString(),
    by,
    text,
    due,
  };
  return {
    ...{ ...before, ...limitAfter(before, move, USUAL_HOURS, at), state: to, version: before.version + 1 },
    ...{ step: stepAfter(before, move, USUAL_HOURS, at), steps: [...before.steps, entry] },
  };
}

const day = (text: string) => new Date(`${text}:00+08:00`);
const through = (record: ApplicationRecord, ...moves: readonly (readonly [ApplicationMove, string])[]) =>
  moves.reduce((before, [move, at]) => moved(before, move, day(at)), record);
const states = (record: ApplicationRecord) => stepsTaken(record).map(({ state }) => state);
const code = (record: ApplicationRecord, move: ApplicationMove) => hindranceOf(record, move, 'x')?.code;

describe('the steps of an application', () => {
  it('go one by one, each with its own limit by working days, over a holiday and a Saturday that is worked for it', () => {
    const accepted = through(
      opened(THREE),
      ...([
        ['SUBMIT', '2026-04-29T16:00'],
        ['ACCEPT', '2026-04-30T10:30'],
      ] as const),
    );
    // Labour Day is free from the 1st to the 5th of May, and Saturday the 9th is worked for it.
    expect(accepted.step).toMatchObject({ name: '审查', by: 'STREET', dueAt: day('2026-05-11T17:30') });
    expect(accepted.dueAt).toEqual(day('2026-05-14T17:30'));
    const onTime = through(accepted, ['FINISH_STEP', '2026-05-11T09:00']);
    expect(onTime.step).toMatchObject({ name: '决定', dueAt: day('2026-05-14T17:30') });
    const early = through(accepted, ['FINISH_STEP', '2026-05-08T09:00']);
    expect(early.step?.dueAt).toEqual(day('2026-05-12T17:30'));
    expect([onTime.dueAt, early.dueAt]).toEqual([accepted.dueAt, accepted.dueAt]);
    const decided = through(early, ['APPROVE', '2026-05-13T09:00']);
    expect(decided).toMatchObject({ step: undefined, dueAt: undefined });
    expect(stepsTaken(decided)).toMatchObject([
      { beganAt: day('2026-04-29T16:00'), endedAt: day('2026-04-30T10:30'), dueAt: day('2026-05-06T17:30') },
      { beganAt: day('2026-04-30T10:30'), endedAt: day('2026-05-08T09:00'), dueAt: day('2026-05-11T17:30') },
      { beganAt: day('2026-05-08T09:00'), endedAt: day('2026-05-13T09:00'), dueAt: day('2026-05-12T17:30') },
    ]);
    const late = stepsTaken(decided).map((step) =>
      limitStateOf(step, step.endedAt ?? day('2026-06-01T09:00')),
    );
    expect(late).toEqual(['WITHIN', 'WITHIN', 'OVER']);
  });

  it('add up: each finished when it is due, the last one is due when the whole is', () => {
    const days = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 500_000 }), (all, minutes) => {
        const steps = all.map(
          (workingDays, at) => ({ name: String(at), by: 'STREET', workingDays }) as const,
        );
        const start = new Date(day('2026-01-05T10:00').getTime() + minutes * 60_000);
        let record = moved(moved(opened(steps), 'SUBMIT', start), 'ACCEPT', start);
        const whole = record.dueAt;
        for (let left = steps.length - 2; left > 0; left -= 1)
          record = moved(record, 'FINISH_STEP', record.step?.dueAt ?? start);
        expect(code(record, 'APPROVE')).toBeUndefined();
        expect(record.step?.dueAt).toEqual(whole);
        expect(record.dueAt).toEqual(whole);
      }),
    );
  });

  it('stand still with the whole while more is asked for, and both lose nothing', () => {
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minutes, minutes, (run, pause) => {
        const start = day('2026-04-30T10:30');
        const accepted = moved(moved(opened(THREE), 'SUBMIT', start), 'ACCEPT', start);
        const asked = new Date(start.getTime() + run * 60_000);
        const stopped = moved(accepted, 'ASK', asked);
        expect([stopped.dueAt, stopped.step?.dueAt, stopped.step?.nearAt]).toEqual([
          ...[undefined, undefined, undefined],
        ]);
        expect(states(stopped)).toEqual(['DONE', 'CURRENT', 'AHEAD']);
        const supplied = new Date(asked.getTime() + pause * 60_000);
        const again = moved(stopped, 'SUPPLY', supplied);
        const rest = (from: Date, to: Date | undefined) => workingBetween(USUAL_HOURS, from, to ?? from);
        for (const end of ['dueAt', 'nearAt'] as const) {
          expect(rest(supplied, again.step?.[end])).toBe(rest(asked, accepted.step?.[end]));
          expect(rest(supplied, again[end])).toBe(rest(asked, accepted[end]));
        }
        expect(again.step).toMatchObject({ name: '审查', left: undefined, nearLeft: undefined });
      }),
    );
  });

  it('are finished until the last, which only a decision ends', () => {
    const accepted = through(
      opened(THREE),
      ...([
        ['SUBMIT', '2026-05-12T10:00'],
        ['ACCEPT', '2026-05-12T11:00'],
      ] as const),
    );
    expect(hindranceOf(accepted, 'APPROVE', 'x')).toMatchObject({
      ...{ code: 'APPLICATION_STEPS_AHEAD', values: { step: '审查' } },
    });
    expect(code(accepted, 'REFUSE')).toBe('APPLICATION_STEPS_AHEAD');
    expect(code(accepted, 'FINISH_STEP')).toBeUndefined();
    const last = through(accepted, ['FINISH_STEP', '2026-05-13T10:00']);
    expect(code(last, 'FINISH_STEP')).toBe('APPLICATION_LAST_STEP');
    expect([code(last, 'APPROVE'), code(last, 'REFUSE')]).toEqual([undefined, undefined]);
  });

  it('are for the office that the service names, and the street answers for an office of the district', () => {
    const [submitted, accepted] = [
      through(opened(THREE), ['SUBMIT', '2026-05-12T10:00']),
      through(opened(THREE), ['SUBMIT', '2026-05-12T10:00'], ['ACCEPT', '2026-05-12T11:00']),
    ];
    const last = through(accepted, ['FINISH_STEP', '2026-05-13T10:00']);
    expect(actionOf(submitted, 'ACCEPT')).toBe('application:handle');
    expect(actionOf(accepted, 'FINISH_STEP')).toBe('application:handle-street');
    expect(actionOf(last, 'APPROVE')).toBe('application:handle-street');
    expect(actionOf(last, 'ASK')).toBe('application:ask');
    const own = THREE.map((step) => ({ ...step, by: 'COMMUNITY' as const }));
    const mine = through(opened(own), ['SUBMIT', '2026-05-12T10:00'], ['ACCEPT', '2026-05-12T11:00']);
    expect(actionOf(mine, 'FINISH_STEP')).toBe('application:handle');
  });

  it.each([
    ['none', []],
    ['one', [{ name: '受理办结', by: 'STREET', workingDays: 3 }]],
  ] as const)('are no more to do than before where the service has %s', (_what, steps) => {
    const accepted = through(opened(steps), ['SUBMIT', '2026-05-12T10:00'], ['ACCEPT', '2026-05-12T11:00']);
    expect(accepted.step).toBeUndefined();
    expect(code(accepted, 'FINISH_STEP')).toBe('APPLICATION_LAST_STEP');
    expect(code(accepted, 'APPROVE')).toBeUndefined();
    expect(actionOf(accepted, 'APPROVE')).toBe('application:handle');
    expect(states(accepted)).toEqual(steps.map(() => 'CURRENT'));
    const [current] = stepsTaken(accepted);
    expect(current?.dueAt).toEqual(steps.length === 0 ? undefined : day('2026-05-15T17:30'));
    expect(states(through(accepted, ['REFUSE', '2026-05-13T10:00']))).toEqual(steps.map(() => 'DONE'));
  });

  it('are none of an application that was opened before they were kept, which goes on as it did', () => {
    const draft = opened(THREE);
    const old = { ...draft, terms: { ...draft.terms, steps: undefined } };
    const accepted = through(old, ['SUBMIT', '2026-05-12T10:00'], ['ACCEPT', '2026-05-12T11:00']);
    expect([accepted.step, stepsTaken(accepted)]).toEqual([undefined, []]);
    expect(accepted.dueAt).toEqual(day('2026-05-22T17:30'));
    expect([code(accepted, 'APPROVE'), code(accepted, 'FINISH_STEP')]).toEqual([
      ...[undefined, 'APPLICATION_LAST_STEP'],
    ]);
    expect(through(accepted, ['APPROVE', '2026-05-13T10:00']).state).toBe('READY');
  });

  it('have no limit where the service names none', () => {
    const steps = THREE.map(({ name, by: office }) => ({ name, by: office }));
    const accepted = through(opened(steps), ['SUBMIT', '2026-05-12T10:00'], ['ACCEPT', '2026-05-12T11:00']);
    expect(accepted.step).toMatchObject({ name: '审查', dueAt: undefined });
    const again = through(accepted, ['ASK', '2026-05-13T10:00'], ['SUPPLY', '2026-05-18T10:00']);
    expect(again.step).toMatchObject({ name: '审查', dueAt: undefined, nearAt: undefined });
    expect(firstDueOf(again)).toEqual(again.dueAt);
  });

  it('are done, then one is current while an office has it, then the rest is ahead; whatever is done', () => {
    const walk = fc.array(fc.constantFrom(...APPLICATION_MOVE_NAMES, 'FINISH_STEP' as const), {
      maxLength: 40,
    });
    const shape = /^(DONE )*(CURRENT )?(AHEAD )*$|^(DONE )*(DROPPED )*$/;
    fc.assert(
      fc.property(walk, fc.integer({ min: 1, max: 5 }), (moves, count) => {
        const steps = Array.from({ length: count }, (_none, at) => ({ ...THREE[at % 3]!, name: String(at) }));
        let record = opened(steps);
        for (const move of moves)
          if (hindranceOf(record, move, 'x') === undefined)
            record = moved(record, move, day('2026-05-12T10:00'));
        const taken = states(record);
        expect(taken.map((state) => `${state} `).join('')).toMatch(shape);
        const isRunning = ['SUBMITTED', 'SUPPLEMENT', 'ACCEPTED'].includes(record.state);
        expect(taken.filter((state) => state === 'CURRENT')).toHaveLength(isRunning ? 1 : 0);
        if (['READY', 'REFUSED', 'APPEALED', 'COLLECTED'].includes(record.state))
          expect(new Set(taken)).toEqual(new Set(['DONE']));
        expect(summaryFrom('a', storedRowOf(record)).step).toEqual(record.step);
      }),
      { numRuns: 500 },
    );
  });

  it('make an application as urgent as the worse of both limits', () => {
    const accepted = through(opened(THREE), ['SUBMIT', '2026-05-12T10:00'], ['ACCEPT', '2026-05-12T11:00']);
    const at = (moment: string) => urgencyOf(accepted, day(moment));
    expect(['2026-05-13T09:00', '2026-05-19T10:00', '2026-05-20T09:00'].map(at)).toEqual([
      ...['WITHIN', 'NEAR', 'OVER'],
    ]);
    expect(firstDueOf(accepted)).toEqual(day('2026-05-19T17:30'));
    expect(limitStateOf(accepted, day('2026-05-20T09:00'))).toBe('WITHIN');
  });
});

describe('who is told that a step is theirs', () => {
  const steps: readonly ServiceStep[] = [
    { name: '受理', by: 'COMMUNITY' },
    { name: '初审', by: 'COMMUNITY' },
    { name: '审查', by: 'STREET' },
    { name: '决定', by: 'DISTRICT' },
  ];
  const told = (role: string) => {
    const record = through(
      opened(steps),
      ...([
        ['SUBMIT', '2026-05-12T10:00'],
        ['ACCEPT', '2026-05-12T11:00'],
        ['FINISH_STEP', '2026-05-12T12:00'],
        ['FINISH_STEP', '2026-05-12T13:00'],
        ['APPROVE', '2026-05-12T14:00'],
      ] as const),
    );
    const entries = record.steps.map((entry) => ({ ...entry, by: { ...by, role } }));
    const applied = { ...record, steps: entries, openedBy: 'r' };
    return entries.slice(2, -1).map((entry) =>
      applicationNoticesOf(applied, entry)
        .filter(({ kind }) => kind === 'APPLICATION_ARRIVED')
        .flatMap(({ duties }) => duties),
    );
  };

  it('is the office of the step that begins, whatever came after it, and never the one that ended the step before', () => {
    expect(told('COMMUNITY_STAFF')).toEqual([[], ['510108008'], ['510108008']]);
    expect(told('STREET_STAFF')).toEqual([['510108008003'], [], []]);
  });
});
