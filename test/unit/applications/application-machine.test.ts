import fc from 'fast-check';
import { hindranceOf } from '../../../src/modules/applications/application-guard.rules';
import {
  APPLICATION_MOVE_NAMES,
  APPLICATION_MOVES,
  applicationMove,
  type ApplicationMoveRow,
  flawsOfApplications,
} from '../../../src/modules/applications/application.machine';
import { limitAfter, limitStateOf } from '../../../src/modules/applications/application-limit.rules';
import {
  type ApplicationRecord,
  missingOf,
  stateAfter,
  withBrought,
} from '../../../src/modules/applications/application.rules';
import { USUAL_HOURS, workingBetween } from '../../../src/shared/working-time';

const rows = Object.values(APPLICATION_MOVES) as readonly ApplicationMoveRow[];
const without = (...names: (keyof typeof APPLICATION_MOVES)[]) =>
  rows.filter((row) => !names.some((name) => APPLICATION_MOVES[name] === row));

const by = { id: 'r', name: '王*', role: 'RESIDENT' };
const draft: ApplicationRecord = {
  ...{ id: 'a', version: 1, service: '510108-X', serviceName: '某事项', resident: 'r', maskedName: '王*' },
  ...{ area: '510108008003001001', state: 'DRAFT', delivery: 'BROUGHT', openedAt: new Date(0) },
  terms: {
    version: 1,
    materials: [
      { code: 'CARD', name: '身份证', isRequired: true },
      { code: 'PHOTO', name: '照片', isRequired: false },
    ],
    questions: [{ code: 'WHY', label: '事由', isRequired: true }],
    fromRegistry: ['NAME'],
    days: { acceptance: 2, handling: 5 },
  },
  ...{ channel: 'ONLINE', contact: 'PORTAL', brought: [], asked: [], answered: [], result: [] },
  steps: [{ id: 's0', mark: 'm', move: 'OPEN', to: 'DRAFT', at: '2026-05-12T02:30:00.000Z', by }],
};

describe('the machine of applications', () => {
  it('is whole', () => {
    expect(flawsOfApplications()).toEqual([]);
  });

  it('is found not to be where a state cannot be reached, or cannot be left', () => {
    expect(flawsOfApplications(without('ASK'))).toContain('SUPPLEMENT cannot be reached');
    expect(flawsOfApplications(without('HAND_OVER', 'BRING'))).toContain('READY cannot be left');
    expect(flawsOfApplications(without('SUBMIT')).length).toBeGreaterThan(3);
    const [first] = rows;
    const away = { ...first!, from: ['COLLECTED'] as const };
    expect(flawsOfApplications([...rows, away])).toEqual(['COLLECTED is an end and is left']);
  });

  it('goes, whatever is done, only where its table says, comes back from a supplement to where it was, and ends for good', () => {
    const walk = fc.array(fc.constantFrom(...APPLICATION_MOVE_NAMES), { maxLength: 40 });
    fc.assert(
      fc.property(walk, (moves) => {
        let record = draft;
        let before = 'DRAFT';
        for (const [index, move] of moves.entries()) {
          const hindrance = hindranceOf(record, move, 'somebody else');
          if (!applicationMove(move).from.includes(record.state)) {
            expect(hindrance?.code).toBe('APPLICATION_MOVE');
            continue;
          }
          if (hindrance !== undefined) continue;
          const to = stateAfter(record, move);
          if (move === 'ASK') before = record.state;
          if (move === 'SUPPLY') expect(to).toBe(before);
          const step = { id: `s${String(index + 1)}`, mark: 'm', move, to, at: '', by };
          record = { ...record, state: to, version: record.version + 1, steps: [...record.steps, step] };
        }
        const count = (name: string) => record.steps.filter(({ move }) => move === name).length;
        expect(count('RATE')).toBeLessThanOrEqual(1);
        expect(count('APPEAL')).toBeLessThanOrEqual(1);
        if (record.state === 'WITHDRAWN')
          for (const move of APPLICATION_MOVE_NAMES) expect(hindranceOf(record, move, 'x')).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('lets nobody decide who applied, and nobody bring what is collected', () => {
    const accepted = { ...draft, state: 'ACCEPTED' } as const;
    expect(hindranceOf(accepted, 'APPROVE', 'r')?.code).toBe('APPLICATION_OWN');
    expect(hindranceOf(accepted, 'APPROVE', 'x')).toBeUndefined();
    const ready = { ...draft, state: 'READY', delivery: 'COUNTER' } as const;
    expect(hindranceOf(ready, 'BRING', 'x')?.code).toBe('APPLICATION_AT_COUNTER');
  });
});

describe('what is missing', () => {
  const paths = (
    record: ApplicationRecord,
    files: readonly (readonly [string, string])[],
    isVerified = false,
  ) =>
    missingOf(record, { files: new Map(files), filled: new Set() } as never, isVerified).map(({ path }) =>
      path.join('.'),
    );

  it('is every required material and answer, and nothing else', () => {
    expect(paths(draft, [])).toEqual(['materials.CARD', 'answers.WHY']);
    expect(paths({ ...draft, asked: ['PHOTO'], answered: ['WHY'] }, [])).toEqual([
      'materials.CARD',
      'materials.PHOTO',
    ]);
  });

  it.each([
    ['AWAITED', false, []],
    ['AWAITED', true, ['materials.CARD']],
    ['VERIFIED', true, []],
    ['REJECTED', false, ['materials.CARD']],
    ['EXPIRED', false, ['materials.CARD']],
  ] as const)(
    'counts a file that is %s (looked at strictly: %s) as it should',
    (status, isStrict, missing) => {
      const record = { ...draft, answered: ['WHY'], brought: [{ code: 'CARD', files: ['f'] }] };
      expect(paths(record, [['f', status]], isStrict)).toEqual(missing);
    },
  );

  it('is not what somebody saw in the original', () => {
    const seen = { at: '2026-05-12T02:30:00.000Z', by };
    const brought = withBrought([{ code: 'CARD', files: ['f'] }], [{ code: 'CARD', files: [], seen }]);
    expect(brought).toEqual([{ code: 'CARD', files: ['f'], seen }]);
    expect(paths({ ...draft, answered: ['WHY'], brought }, [], true)).toEqual([]);
  });
});

describe('the limit of an application', () => {
  // A Tuesday, 10:30 in Shanghai.
  const now = new Date('2026-05-12T02:30:00.000Z');
  const after = (record: Partial<ApplicationRecord>, move: Parameters<typeof limitAfter>[1], at = now) =>
    limitAfter({ ...draft, ...record }, move, USUAL_HOURS, at);

  it('ends at the close of the working day that its service names', () => {
    expect(after({}, 'SUBMIT').dueAt).toEqual(new Date('2026-05-14T09:30:00.000Z'));
    expect(after({}, 'ACCEPT').dueAt).toEqual(new Date('2026-05-19T09:30:00.000Z'));
  });

  it('stands still while more is asked for, and loses nothing of its working time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (minutes, pause) => {
          const { dueAt } = after({}, 'ACCEPT');
          const asked = new Date(now.getTime() + minutes * 60_000);
          const stopped = after({ dueAt }, 'ASK', asked);
          expect(stopped.dueAt).toBeUndefined();
          const supplied = new Date(asked.getTime() + pause * 60_000);
          const again = after(stopped, 'SUPPLY', supplied);
          const left = workingBetween(USUAL_HOURS, supplied, again.dueAt ?? supplied);
          expect(left).toBe(workingBetween(USUAL_HOURS, asked, dueAt ?? asked));
        },
      ),
    );
  });

  it('is near its end after four fifths of its working time, of the whole of it also when it stood still', () => {
    const begun = after({}, 'ACCEPT');
    const { dueAt = now, nearAt = now } = begun;
    const whole = workingBetween(USUAL_HOURS, now, dueAt);
    expect(workingBetween(USUAL_HOURS, now, nearAt)).toBe(Math.floor(whole * 0.8));
    const states = [now, nearAt, dueAt, new Date(dueAt.getTime() + 1)].map((at) => limitStateOf(begun, at));
    expect(states).toEqual(['WITHIN', 'NEAR', 'NEAR', 'OVER']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (run, pause) => {
        const asked = new Date(now.getTime() + run * 60_000);
        const stopped = after(begun, 'ASK', asked);
        expect(limitStateOf(stopped, asked)).toBeUndefined();
        const supplied = new Date(asked.getTime() + pause * 60_000);
        const again = after(stopped, 'SUPPLY', supplied);
        const rest = (from: Date, to: Date | undefined) => workingBetween(USUAL_HOURS, from, to ?? from);
        expect(rest(supplied, again.nearAt)).toBe(rest(asked, nearAt));
        expect(rest(supplied, again.dueAt)).toBe(rest(asked, dueAt));
      }),
    );
  });

  it('says nothing of being near where that was not kept', () => {
    const [due, late] = [{ dueAt: now }, new Date(now.getTime() + 1)];
    expect([now, late].map((at) => limitStateOf(due, at))).toEqual(['WITHIN', 'OVER']);
    expect(after({ left: 1, dueAt: undefined }, 'SUPPLY').nearAt).toBeUndefined();
  });

  it('is none once it is decided', () => {
    expect(after({ dueAt: now }, 'APPROVE')).toEqual({ dueAt: undefined, left: undefined });
  });
});
