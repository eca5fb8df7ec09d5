import {
  type Checklist,
  checklistKey,
  checklistOf,
  CHECKLISTS,
  checklistsFor,
  flawsOfChecklists,
} from '../../../src/modules/inspections/checklist.rules';
import { CHECKLIST_WORDS } from '../../../src/modules/inspections/checklist.words';
import { PREMISES_KINDS } from '../../../src/modules/places/premises.rules';

const one: Checklist = {
  ...{ code: 'ONE', version: 1, kinds: ['SHOP'] },
  items: [{ code: 'A', evidence: 'NONE', category: 'OTHER' }],
};

describe('checklists', () => {
  it('are ours without a flaw, and every item of every version has its texts, and nothing else has', () => {
    expect(flawsOfChecklists(CHECKLISTS)).toEqual([]);
    const items = CHECKLISTS.map((each) => [checklistKey(each), each.items.map(({ code }) => code).sort()]);
    const told = Object.entries(CHECKLIST_WORDS).map(([key, words]) => [
      key,
      Object.keys(words.items).sort(),
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(items));
    const texts = Object.values(CHECKLIST_WORDS).flatMap(({ name, items: of }) => [
      name,
      ...Object.values(of).flatMap(({ title, fails }) => [title, fails]),
    ]);
    for (const { zh, en } of texts)
      expect([/\p{Script=Han}/u.test(zh), /^[A-Z][ -~’]+$/.test(en)]).toEqual([true, true]);
  });

  it.each<[string, Checklist[]]>([
    ['ONE has versions that do not count up', [{ ...one, version: 2 }]],
    ['ONE has versions that do not count up', [one, { ...one, version: 3 }]],
    ['ONE@1 is for no kind of premises, or for one twice', [{ ...one, kinds: [] }]],
    ['ONE@1 is for no kind of premises, or for one twice', [{ ...one, kinds: ['SHOP', 'SHOP'] }]],
    ['ONE@1 has no items, or too many', [{ ...one, items: [] }]],
    ['ONE@1 has A twice', [{ ...one, items: [...one.items, ...one.items] }]],
    [
      'ONE@1 has NOTHING, which is no category',
      [{ ...one, items: [{ ...one.items[0]!, category: 'NOTHING' }] }],
    ],
    [
      'ONE@1 has POLLUTION, which is no category',
      [{ ...one, items: [{ ...one.items[0]!, category: 'POLLUTION' }] }],
    ],
    ['ONE@1 has a-b, which is no code', [{ ...one, items: [{ ...one.items[0]!, code: 'a-b' }] }]],
  ])('are refused at load: %s', (flaw, all) => {
    expect(flawsOfChecklists(all)).toEqual([flaw]);
  });

  it('are there for every kind of premises, those made for it first, each in one version', () => {
    for (const kind of PREMISES_KINDS) {
      const codes = checklistsFor(kind).map(({ code }) => code);
      expect(codes.slice(-2)).toEqual(['FIRE_PASSAGES', 'UNDERGROUND_GARAGE']);
      expect(new Set(codes).size).toBe(codes.length);
    }
    expect(checklistsFor('RIVERSIDE_RESTAURANT')[0]?.code).toBe('RIVERSIDE_RESTAURANT');
    expect(checklistsFor('WORKSHOP')[0]?.code).toBe('SMALL_WORKSHOP');
    expect(checklistsFor('CONSTRUCTION_SITE')[0]?.code).toBe('CONSTRUCTION_DUST');
    expect(checklistOf('RIVERSIDE_RESTAURANT', 2)).toBeUndefined();
  });
});
