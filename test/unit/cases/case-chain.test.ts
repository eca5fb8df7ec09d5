import fc from 'fast-check';
import { firstLink, isIntact, linksOf, withStep } from '../../../src/modules/cases/case-chain.rules';
import { type CaseStep } from '../../../src/modules/cases/case.rules';
import { type Case } from '../../../src/modules/cases/case.type';

const words = fc.string({ minLength: 1, maxLength: 8 });
const holder = fc.record({ level: fc.constant('GRID' as const), code: words, name: words });
const step: fc.Arbitrary<CaseStep> = fc.record({
  id: words,
  move: fc.constantFrom('ESCALATE', 'SUPERVISE', 'RATE'),
  at: words,
  by: fc.record({ id: words, name: words, role: words }),
  text: fc.option(words, { nil: undefined }),
  holder: fc.option(holder, { nil: undefined }),
  dueAt: fc.option(words, { nil: undefined }),
  supervisor: fc.option(holder, { nil: undefined }),
  until: fc.option(words, { nil: undefined }),
  score: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  fingerprint: fc.constant('f'),
});
const steps = fc.array(step, { minLength: 1, maxLength: 8 });
const reported = { text: '某事', category: { code: 'OTHER' }, area: '510108008003001', steps: [] };

/** A case with these steps, each added as the product adds them. */
function lived(all: readonly CaseStep[]): Case {
  let found = reported as unknown as Case;
  for (const each of all) found = { ...found, ...withStep(found, each) };
  return found;
}

describe('the history of a case', () => {
  it('is intact as long as nobody changes it, and each entry’s link is the one that was kept when it was added', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const found = lived(all);
        expect(isIntact(found)).toBe(true);
        all.forEach((_each, index) => {
          expect(lived(all.slice(0, index + 1)).link).toBe(linksOf(found)[index]);
        });
      }),
    );
  });

  it('is intact no more when anything of an entry is changed, left out, added or put elsewhere, and stays so', () => {
    const tampering = fc.constantFrom('CHANGE', 'LEAVE_OUT', 'ADD', 'REORDER', 'REPORT');
    fc.assert(
      fc.property(steps, fc.nat(), step, tampering, step, (all, at, other, how, later) => {
        const index = at % all.length;
        const forged = {
          CHANGE: all.map((each, place) => (place === index ? other : each)),
          LEAVE_OUT: all.filter((_each, place) => place !== index),
          ADD: [...all.slice(0, index), other, ...all.slice(index)],
          REORDER: [...all].reverse(),
          REPORT: all,
        }[how];
        const found = lived(all);
        const changed = { ...found, steps: forged, text: how === 'REPORT' ? '别的事' : found.text };
        fc.pre(how === 'REPORT' || JSON.stringify(forged) !== JSON.stringify(all));
        expect(isIntact(changed)).toBe(false);
        expect(isIntact({ ...changed, ...withStep(changed, later) })).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('begins with what was reported: another text, place or category has another first link', () => {
    const first = firstLink(reported);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(firstLink({ ...reported, category: { code: 'OTHER', version: 1 } })).toBe(first);
    for (const other of [
      { area: '510108008003002' },
      { address: '门口' },
      { point: { latitude: 30.6, longitude: 104.1 } },
      { category: { code: 'OTHER', version: 2 } },
    ])
      expect(firstLink({ ...reported, ...other })).not.toBe(first);
  });
});
