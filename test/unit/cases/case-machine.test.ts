import fc from 'fast-check';
import {
  CASE_MOVE_NAMES,
  CASE_MOVES,
  CASE_STATES,
  type CaseMove,
  type CaseState,
  flawsOfMachine,
  isEnded,
  moveOf,
  movesFrom,
  stateAfter,
} from '../../../src/modules/cases/case.machine';
import { checkerOf, holderAfter, senderOf } from '../../../src/modules/cases/case-ladder.rules';
import { assertGuards, assertMove } from '../../../src/modules/cases/case-move.rules';
import {
  areaCustodian,
  type CaseStep,
  type Custodian,
  custodyOf,
  solvedAtLevel,
} from '../../../src/modules/cases/case.rules';
import { MOVE_NAMES, NEED_NAMES, STATE_NAMES } from '../../../src/modules/cases/case.words';
import { Refusal } from '../../../src/shared/errors';

const NAMES = ['成华区', '跳蹬河街道', '杉板桥社区', '第一网格', '一号院'];
const GRID = '510108008003001';
const OFFICE: Custodian = { level: 'DEPARTMENT', code: '510108008-PSO', name: '综治办' };
const BUREAU: Custodian = { level: 'DEPARTMENT', code: '510108-EEB', name: '区环保局' };
const STREET = { area: GRID.slice(0, 9) };
const BY = { id: 'p', name: '王芳', role: 'GRID_WORKER' };

function step(move: CaseStep['move'], holder: Custodian | undefined, minute: number): CaseStep {
  const at = new Date(Date.UTC(2026, 4, 12, 2, minute)).toISOString();
  return {
    id: `s${String(minute)}`,
    move,
    at,
    by: BY,
    holder,
    text: `为何 ${String(minute)}`,
    fingerprint: 'f',
  };
}

/** Who looks at a result, at which step, and whether they are content. */
type Look = (number: number) => Pick<CaseStep, 'by' | 'met'>;

/** Somebody else does, and is. */
const content: Look = () => ({ by: { ...BY, id: 'q' }, met: true });

/** Plays moves one after the other, as the service does; moves that the case does not allow are left out. */
function play(moves: readonly CaseMove[], look = content): { state: CaseState; steps: CaseStep[] } {
  let state: CaseState = 'REPORTED';
  const steps = [step('REPORT', areaCustodian(GRID, NAMES), 0)];
  for (const move of moves) {
    try {
      assertMove(move, state);
      assertGuards(move, { steps, category: { code: 'OTHER' } }, new Date(steps.at(-1)?.at ?? ''));
      const ladder = { steps, names: NAMES, department: OFFICE, lead: BUREAU, by: STREET };
      const [before, holder] = [steps.at(-1)?.holder, holderAfter(move, ladder)];
      const was = steps.findLast((each) => each.was !== undefined)?.was;
      const kept = moveOf(move).clock === 'PAUSE' ? state : undefined;
      const sender = move === 'TAKE_ON' ? before && checkerOf(before, ladder) : undefined;
      const looks = move === 'INSPECT' && look(steps.length);
      steps.push({ ...step(move, holder, steps.length), was: kept, sender, ...looks });
      state = stateAfter(move, state, { was, isWithDepartment: holder?.level === 'DEPARTMENT' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { state, steps };
}

const STORY: readonly CaseMove[] = ['ESCALATE', 'ESCALATE', 'DISPATCH', 'ACCEPT', 'REPORT_BACK', 'CLOSE'];

describe('the life of a case', () => {
  it('has no state that cannot be reached and none without a way out', () => {
    expect(flawsOfMachine()).toEqual([]);
  });

  it('has words in both languages for every state and move', () => {
    expect(Object.keys(STATE_NAMES).sort()).toEqual([...CASE_STATES].sort());
    expect(Object.keys(MOVE_NAMES).sort()).toEqual(Object.keys(CASE_MOVES).sort());
    expect(CASE_MOVE_NAMES.flatMap((move) => moveOf(move).needs).every((need) => need in NEED_NAMES)).toBe(
      true,
    );
  });

  it('plays the story of the fireworks to its end', () => {
    const { state, steps } = play(STORY);
    expect(state).toBe('CLOSED');
    expect(steps.map(({ holder }) => holder?.level)).toEqual([
      ...['GRID', 'COMMUNITY', 'STREET', 'DEPARTMENT', 'DEPARTMENT', 'STREET'],
      undefined,
    ]);
    expect(solvedAtLevel(state, steps)).toBe('DEPARTMENT');
  });

  it('refuses a move from every state that the table does not name', () => {
    for (const move of CASE_MOVE_NAMES) {
      for (const state of CASE_STATES) {
        const attempt = () => {
          assertMove(move, state);
        };
        if (movesFrom(state).includes(move)) expect(attempt).not.toThrow();
        else expect(attempt).toThrow(Refusal);
      }
    }
  });

  const anyLife = fc.array(fc.constantFrom(...CASE_MOVE_NAMES), { maxLength: 60 });

  it('always has a holder while it is open and none once it has ended, whatever is played', () => {
    fc.assert(
      fc.property(anyLife, (moves) => {
        const { state, steps } = play(moves);
        expect(steps.at(-1)?.holder === undefined).toBe(isEnded(state));
        const withDepartment = state === 'DISPATCHED' || state === 'HANDLING';
        const withArea = state === 'REPORTED' || state === 'FILED' || state === 'HANDLED';
        if (withDepartment || withArea)
          expect(steps.at(-1)?.holder?.level === 'DEPARTMENT').toBe(withDepartment);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has a chain of custody without overlap, and without gap but while it was closed or merged, whatever is played', () => {
    fc.assert(
      fc.property(anyLife, (moves) => {
        const { state, steps } = play(moves);
        const reopened = steps
          .filter(({ move }) => move === 'REOPEN' || move === 'UNMERGE')
          .map(({ at }) => at);
        const chain = custodyOf(steps);
        chain.forEach((stay, index) => {
          const next = chain[index + 1];
          if (next !== undefined && reopened.includes(next.since))
            expect((stay.until ?? '~') < next.since).toBe(true);
          else if (next !== undefined) expect(stay.until).toBe(next.since);
          if (stay.acceptedAt !== undefined) expect(stay.acceptedAt >= stay.since).toBe(true);
        });
        expect(chain.at(-1)?.until === undefined).toBe(!isEnded(state));
      }),
      { numRuns: 1_000 },
    );
  });

  it('says of each that was closed at which level it was solved, and of no other', () => {
    fc.assert(
      fc.property(anyLife, (moves) => {
        const { state, steps } = play(moves);
        expect(solvedAtLevel(state, steps) === undefined).toBe(state !== 'CLOSED');
      }),
      { numRuns: 1_000 },
    );
    expect(solvedAtLevel('CLOSED', play(['ESCALATE', 'SOLVE', 'RATE']).steps)).toBe('COMMUNITY');
    const again = play([...STORY, 'REOPEN', 'SOLVE', 'FOLLOW_UP']);
    expect(solvedAtLevel(again.state, again.steps)).toBe('STREET');
  });

  it('goes back the way it came, hop by hop, and not to and fro', () => {
    const levels = (...moves: CaseMove[]) => play(moves).steps.map(({ holder }) => holder?.level);
    expect(levels('ESCALATE', 'ESCALATE', 'RETURN', 'RETURN', 'RETURN')).toEqual([
      ...['GRID', 'COMMUNITY', 'STREET', 'COMMUNITY', 'GRID'],
    ]);
    expect(levels('ESCALATE', 'WITHDRAW', 'WITHDRAW')).toEqual(['GRID', 'COMMUNITY', 'GRID']);
    expect(levels('TAKE_OVER', 'DISPATCH', 'WITHDRAW', 'RETURN')).toEqual([
      ...['GRID', 'STREET', 'DEPARTMENT', 'STREET', 'GRID'],
    ]);
    expect(senderOf(play(['ESCALATE', 'RETURN']).steps)).toBeUndefined();
  });

  it('is struck off by a department that took it on itself, and checked by the street at least', () => {
    const story: CaseMove[] = ['TAKE_ON', 'REPORT_BACK', 'INSPECT', 'STRIKE_OFF'];
    const { state, steps } = play(story);
    expect(state).toBe('CLOSED');
    expect(steps.map(({ holder }) => holder?.code)).toEqual([
      ...[GRID, BUREAU.code, STREET.area, STREET.area, undefined],
    ]);
    expect(play(['TAKE_ON', 'REPORT_BACK', 'STRIKE_OFF']).state).toBe('HANDLED');
    expect(play([...STORY.slice(0, -1), 'INSPECT', 'STRIKE_OFF']).state).toBe('HANDLED');
    const again = play([...story, 'REOPEN']);
    expect([senderOf(again.steps)?.code, again.steps.at(-1)?.holder?.code]).toEqual([GRID, STREET.area]);
    // From above the street it is checked by whoever had it.
    const { steps: high } = play(['ESCALATE', 'ESCALATE', 'ESCALATE', 'TAKE_ON', 'REPORT_BACK']);
    expect(high.at(-1)?.holder?.level).toBe('DISTRICT');
  });

  it('is struck off only where another person has looked since it was reported back and was content last, whatever is played', () => {
    const anyhow: Look = (number) => ({
      by: { ...BY, id: number % 3 === 0 ? BY.id : 'q' },
      met: number % 4 !== 1,
    });
    const struck = fc.constantFrom<CaseMove>(
      'TAKE_ON',
      'REPORT_BACK',
      'INSPECT',
      'STRIKE_OFF',
      'SEND_BACK',
      'REOPEN',
    );
    const lives = fc.array(fc.oneof({ weight: 40, arbitrary: struck }, fc.constantFrom(...CASE_MOVE_NAMES)), {
      ...{ minLength: 8, maxLength: 40, size: 'max' },
    });
    let seen = 0;
    fc.assert(
      fc.property(lives, (moves) => {
        const { steps } = play(moves, anyhow);
        steps.forEach(({ move }, index) => {
          if (move !== 'STRIKE_OFF') return;
          seen += 1;
          const before = steps.slice(0, index);
          const back = before.map((each) => each.move).lastIndexOf('REPORT_BACK');
          const others = before.filter(
            ({ move: did, by }, at) => at > back && did === 'INSPECT' && by.id !== before[back]?.by.id,
          );
          expect([others.length > 0, others.at(-1)?.met]).toEqual([true, true]);
          const came = before
            .map((each) => each.move)
            .filter((did) => ['DISPATCH', 'SPLIT', 'TAKE_ON'].includes(did));
          expect(came.at(-1)).toBe('TAKE_ON');
        });
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('comes out of the pool of problems as it went in', () => {
    const story: CaseMove[] = ['ESCALATE', 'ESCALATE', 'DISPATCH', 'ACCEPT', 'SUSPEND', 'RESUME'];
    expect(play(story)).toMatchObject({ state: 'HANDLING' });
    expect(play(['FILE', 'SUSPEND', 'RESUME'])).toMatchObject({ state: 'FILED' });
  });

  it('sends a wrongly dispatched case back to whoever dispatched it, and a failed check back to whoever handled it', () => {
    const returned = play(['ESCALATE', 'ESCALATE', 'DISPATCH', 'RETURN']);
    expect(returned).toMatchObject({ state: 'REPORTED' });
    expect(returned.steps.at(-1)?.holder?.level).toBe('STREET');
    expect(custodyOf(returned.steps).at(-2)?.acceptedAt).toBeUndefined();
    const failed = play(['ESCALATE', 'ESCALATE', 'DISPATCH', 'ACCEPT', 'REPORT_BACK', 'SEND_BACK']);
    expect(failed.steps.at(-1)?.holder).toEqual(OFFICE);
  });

  it('cannot climb above the district', () => {
    const { steps } = play(['ESCALATE', 'ESCALATE', 'ESCALATE', 'ESCALATE', 'ESCALATE']);
    expect(steps.at(-1)?.holder?.level).toBe('DISTRICT');
    expect(steps).toHaveLength(4);
  });
});
