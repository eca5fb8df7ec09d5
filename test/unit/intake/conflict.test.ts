import { differencesOf, shownInput } from '../../../src/modules/intake/conflict.rules';

describe('what was sent, as it may be shown', () => {
  it('has the numbers of persons masked, at every depth', () => {
    const sent = {
      ...{ name: '周荷', phone: '13812345678', identityNumber: '11010519491231002X' },
      parts: [{ newResident: { phone: '13912345678' } }],
    };
    const shown = JSON.stringify(shownInput(sent));
    expect(shown).toContain('周荷');
    for (const number of ['13812345678', '11010519491231002X', '13912345678'])
      expect(shown).not.toContain(number);
  });

  it('hides a number that is none, and whatever could be one in a sheet that was filled in', () => {
    expect(shownInput({ phone: '12' })).toEqual({ phone: '***' });
    expect(shownInput({ answers: { f1: '电话 138 1234 5678', f2: '三楼' } })).toEqual({
      answers: { f1: '电话 ***', f2: '三楼' },
    });
  });

  it('leaves out what was not said, and keeps times', () => {
    const at = new Date();
    expect(shownInput({ at, note: undefined, place: { area: null } })).toEqual({ at, place: { area: null } });
  });
});

describe('the differences of two versions', () => {
  const standing = { name: '周荷', sex: 'FEMALE', maskedPhone: '138****5678', version: 3 };

  it('are the fields that were sent otherwise', () => {
    const sent = { id: 'x', expectedVersion: 1, name: '周禾', sex: 'FEMALE' };
    expect(differencesOf(sent, standing, ['name', 'sex', 'kind'])).toEqual([
      { field: 'name', sent: '周禾', standing: '周荷' },
    ]);
    expect(differencesOf(sent, standing, 'EVERY').map(({ field }) => field)).toEqual(['name']);
  });

  it('name a number wherever one was sent, because masked ones look alike', () => {
    expect(differencesOf({ phone: '13800005678' }, standing, ['phone'])).toEqual([
      { field: 'phone', sent: '138****5678', standing: '138****5678' },
    ]);
  });

  it('are none where nothing stands that can be laid beside', () => {
    expect(differencesOf({ name: '周禾' }, undefined, ['name'])).toEqual([]);
  });
});
