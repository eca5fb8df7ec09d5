import { type CaseMove, movesFrom, moveOf } from '../../../src/modules/cases/case.machine';
import { isDispute } from '../../../src/modules/cases/case-mediation.rules';
import { assertGuards } from '../../../src/modules/cases/case-move.rules';
import { type CaseStep } from '../../../src/modules/cases/case.rules';
import { CATEGORIES } from '../../../src/modules/cases/category.rules';
import { type Refusal } from '../../../src/shared/errors';

const NOW = new Date('2026-05-12T02:30:00Z');
const step = (move: CaseStep['move'], index: number): CaseStep => ({
  ...{ id: String(index), move, at: NOW.toISOString(), fingerprint: 'f' },
  by: { id: 'worker', name: '王芳', role: 'GRID_WORKER' },
});
const refusalOf = (move: CaseMove, code: string, ...moves: CaseStep['move'][]) => {
  try {
    assertGuards(move, { steps: ['REPORT' as const, ...moves].map(step), category: { code } }, NOW);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('the end of a dispute', () => {
  it.each(['SOLVE', 'CLOSE'] as const)('by %s waits for a mediation with an outcome', (move) => {
    expect(refusalOf(move, 'DISPUTE')).toBe('NOT_MEDIATED');
    expect(refusalOf(move, 'DISPUTE', 'MEDIATE')).toBeUndefined();
    expect(refusalOf(move, 'DISPUTE', 'MEDIATE', 'SOLVE', 'REOPEN')).toBe('NOT_MEDIATED');
    expect(refusalOf(move, 'DISPUTE', 'MEDIATE', 'SOLVE', 'REOPEN', 'MEDIATE')).toBeUndefined();
  });

  it('is what every category of disputes waits for, and no other', () => {
    for (const { code, kind } of CATEGORIES) {
      expect(isDispute({ category: { code } })).toBe(kind === 'DISPUTE');
      expect(refusalOf('SOLVE', code)).toBe(kind === 'DISPUTE' ? 'NOT_MEDIATED' : undefined);
    }
    expect(CATEGORIES.filter(({ kind }) => kind === 'DISPUTE').length).toBeGreaterThan(3);
  });

  it('is not what a part of one waits for: a department that helps mediates nothing', () => {
    const part = { steps: [step('REPORT', 0)], category: { code: 'DISPUTE' }, partOf: 'whole' };
    expect(() => {
      assertGuards('CLOSE', part, NOW);
    }).not.toThrow();
    expect(isDispute(part)).toBe(false);
  });

  it('can be reached in no other way that says it was settled', () => {
    const closing = [...movesFrom('REPORTED'), ...movesFrom('HANDLED'), ...movesFrom('SUSPENDED')].filter(
      (move) => moveOf(move).to === 'CLOSED',
    );
    expect(closing.every((move) => moveOf(move).guards?.includes('MEDIATED'))).toBe(true);
  });
});
