import { flawsOfDuplicates, stateAfter, stateWhen } from '../../../src/modules/duplicates/duplicate.machine';
import { duplicateIdOf, pairOf, readDuplicateId } from '../../../src/modules/duplicates/duplicate.rules';
import { newId } from '../../../src/shared/ids';

describe('a pair of records', () => {
  it('reaches every state, and what a person decided is changed by a person only', () => {
    expect(flawsOfDuplicates()).toEqual([]);
    expect(stateWhen('SAME', false)).toBe('SAME');
    expect(stateWhen('DIFFERENT', true)).toBe('DIFFERENT');
    expect(stateWhen('VOID', true)).toBe('OPEN');
    expect(stateAfter('VOID', 'SAME')).toBeUndefined();
    expect(stateAfter('DIFFERENT', 'UNDO')).toBeUndefined();
  });

  it('has the same id whichever of the two is named first, and no other text is one', () => {
    const [one, other] = [newId(), newId()];
    const id = duplicateIdOf(pairOf(one, other));
    expect(duplicateIdOf(pairOf(other, one))).toBe(id);
    expect(readDuplicateId(id)).toEqual([one, other].sort());
    for (const wrong of ['', one, `${one}.${one}`, `${other}.${one}`, `${id}.`, `${one}.x`])
      expect(readDuplicateId(wrong)).toBeUndefined();
  });
});
