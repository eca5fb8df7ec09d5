import fc from 'fast-check';
import {
  DATA_REQUEST_DECISION_NAMES,
  DATA_REQUEST_STATES,
  flawsOfDataRequests,
  stateAfter,
} from '../../../src/modules/privacy/data-request.machine';
import { checkedReason } from '../../../src/modules/privacy/access-record.rules';
import { deadlineOf } from '../../../src/modules/privacy/data-request.rules';
import { eraseOn } from '../../../src/modules/residents/erasure.rules';

describe('a request about one’s own data', () => {
  it('has a whole table of decisions', () => {
    expect(flawsOfDataRequests()).toEqual([]);
  });

  it('is decided once, whatever comes after', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...DATA_REQUEST_DECISION_NAMES), { minLength: 1 }),
        (decisions) => {
          const taken = decisions.filter((decision, place) => {
            const state = place === 0 ? 'SUBMITTED' : stateAfter('SUBMITTED', decisions[0]!)!;
            return stateAfter(state, decision) !== undefined;
          });
          expect(taken).toEqual([decisions[0]]);
        },
      ),
    );
    expect(DATA_REQUEST_STATES).toHaveLength(3);
  });

  it('is to be answered within fifteen days of Shanghai', () => {
    expect(deadlineOf(new Date('2026-05-12T15:59:59Z'))).toBe('2026-05-27');
    expect(deadlineOf(new Date('2026-05-12T16:00:00Z'))).toBe('2026-05-28');
  });
});

describe('a reason', () => {
  it('with any mobile number in it is refused, however it is spaced', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', ' ', '-'),
        fc.constantFrom('致电', 'call '),
        (rest, gap, before) => {
          const number = ['1', '5', ...rest.map(String)].join(gap);
          expect(() => checkedReason(`${before}${number}。`)).toThrow('NUMBER_IN_TEXT');
        },
      ),
    );
  });
  it.each(['协助办理 2026 年医保', '建和路 12 号院 3 栋', '工单 20260512001'])(
    'like “%s” is taken',
    (text) => {
      expect(checkedReason(text)).toBe(text);
    },
  );
});

describe('how long a record is kept', () => {
  const stay = {
    household: 'h',
    courtyard: 'c',
    address: 'a',
    relation: 'HEAD',
    beginning: 'MOVED_IN',
  } as const;
  it.each([
    ['2026-05-01', '2028-05-01'],
    ['2024-02-29', '2026-03-01'],
  ])('of who left on %s is until %s', (until, day) => {
    const residences = [
      { ...stay, from: '2020-01-01', until },
      { ...stay, from: '2010-01-01', until: '2019-01-01' },
    ];
    expect(eraseOn({ state: 'MOVED_OUT', residences })).toBe(day);
    expect(eraseOn({ state: 'LIVING_HERE', residences })).toBeUndefined();
  });
});
