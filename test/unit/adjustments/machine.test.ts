import {
  ADJUSTMENT_STATES,
  flawsOfMachine,
  isOpen,
  movesFrom,
  roleFor,
} from '../../../src/modules/adjustments/adjustment.machine';

describe('the life of an adjustment', () => {
  it('reaches every state, and ends where nothing leads on', () => {
    expect(flawsOfMachine()).toEqual([]);
    expect(ADJUSTMENT_STATES.filter((state) => !isOpen(state))).toEqual([
      'REJECTED',
      'WITHDRAWN',
      'IN_EFFECT',
    ]);
  });

  it('cannot be withdrawn once its day has come', () => {
    expect(movesFrom('APPROVED')).toContain('WITHDRAW');
    expect(movesFrom('APPLYING')).toEqual(['COMPLETE']);
  });

  it.each([
    ['COMMUNITY_STAFF', 'STREET_STAFF'],
    ['STREET_STAFF', 'DISTRICT_STAFF'],
    ['DISTRICT_STAFF', undefined],
  ] as const)('is decided for %s by %s', (proposer, decider) => {
    expect(roleFor('APPROVE', proposer)).toBe(decider);
    expect(roleFor('WITHDRAW', proposer)).toBe(proposer);
    expect(roleFor('BEGIN', proposer)).toBeUndefined();
  });
});
