import { touches } from '../../../src/modules/residents/resident-change.rules';

describe('two changes of a resident', () => {
  it.each([
    ['of the same field', ['phone'], ['phone', 'name'], true],
    ['of different fields', ['phone'], ['name', 'kind'], false],
    ['of an identity number and of a birth date, which must agree', ['birthDate'], ['identityNumber'], true],
    ['of sex and birth date, which both follow from the number', ['sex'], ['birthDate'], true],
    ['of who they are and of where they live', ['MOVED'], ['name'], false],
    ['of which one is unknown here', ['MERGED'], ['name'], true],
  ])('%s: collide is %p', (_title, what, fields, collide) => {
    expect(touches({ what }, fields)).toBe(collide);
  });
});
