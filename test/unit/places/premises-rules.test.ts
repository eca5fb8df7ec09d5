import fc from 'fast-check';
import {
  assertEquipment,
  CONTROL_LEVELS,
  EQUIPMENT_KINDS,
  EQUIPMENT_STATES,
  faultsOf,
  rankOf,
  RANKS,
} from '../../../src/modules/places/premises.rules';

describe('the rank of a control level', () => {
  it('sorts from national to district, and premises that nobody controls have none', () => {
    expect(CONTROL_LEVELS.map(rankOf)).toEqual(['0', '1', '2', '3', undefined]);
    expect([...RANKS].sort()).toEqual(RANKS);
  });
});

describe('the equipment of premises', () => {
  it('counts as many faults as pieces that do not work', () => {
    const states = fc.array(fc.constantFrom(...EQUIPMENT_STATES));
    fc.assert(
      fc.property(states, (all) => {
        const working = all.filter((state) => state === 'WORKING').length;
        expect(faultsOf(all.map((state) => ({ state })))).toBe(all.length - working);
      }),
    );
  });

  it('names each kind once, and others as often as there are', () => {
    expect(() => {
      assertEquipment([...EQUIPMENT_KINDS, 'OTHER' as const].map((kind) => ({ kind })));
    }).not.toThrow();
    let refusal: unknown;
    try {
      assertEquipment([{ kind: 'GREASE_TRAP' }, { kind: 'OTHER' }, { kind: 'GREASE_TRAP' }]);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'EQUIPMENT_TWICE', path: ['equipment', '2', 'kind'] });
  });
});
