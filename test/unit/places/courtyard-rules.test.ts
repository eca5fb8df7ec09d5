import fc from 'fast-check';
import {
  assertBodies,
  assertKind,
  COURTYARD_KINDS,
  doorOf,
  doorPart,
} from '../../../src/modules/places/courtyard.rules';
import { type Refusal } from '../../../src/shared/errors';

const refusalOf = (rule: () => unknown) => {
  try {
    rule();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const facts = fc.record({
  hasPropertyManagement: fc.boolean(),
  hasGate: fc.boolean(),
  hasGuard: fc.boolean(),
});

describe('the kind of a courtyard', () => {
  it('is THREE_WITHOUT exactly when it has neither property management nor gate nor guard', () => {
    fc.assert(
      fc.property(facts, (has) => {
        const allowed = COURTYARD_KINDS.filter(
          (kind) =>
            refusalOf(() => {
              assertKind({ kind, ...has });
            }) === undefined,
        );
        const hasNone = Object.values(has).every((value) => !value);
        expect(allowed.includes('THREE_WITHOUT')).toBe(hasNone);
        if (hasNone) expect(allowed).toEqual(['THREE_WITHOUT']);
      }),
    );
  });

  it('is MANAGED_ESTATE only with property management', () => {
    const has = { hasPropertyManagement: false, hasGate: true, hasGuard: true };
    expect(
      refusalOf(() => {
        assertKind({ kind: 'MANAGED_ESTATE', ...has });
      }),
    ).toBe('COURTYARD_KIND_DISAGREES');
    expect(
      refusalOf(() => {
        assertKind({ kind: 'OTHER', ...has });
      }),
    ).toBeUndefined();
  });
});

describe('the bodies of a courtyard', () => {
  it('are a company only with property management, and a head only with a committee', () => {
    const none = { hasPropertyManagement: false, hasCommittee: false };
    expect(
      refusalOf(() => {
        assertBodies({ ...none, propertyCompany: '某物业' });
      }),
    ).toBe('COMPANY_WITHOUT_MANAGEMENT');
    expect(
      refusalOf(() => {
        assertBodies({ ...none, committeeHead: {} });
      }),
    ).toBe('HEAD_WITHOUT_COMMITTEE');
    const all = {
      hasPropertyManagement: true,
      hasCommittee: true,
      propertyCompany: '某物业',
      committeeHead: {},
    };
    expect(
      refusalOf(() => {
        assertBodies(all);
      }),
    ).toBeUndefined();
  });
});

describe('a door', () => {
  it('is building-unit-room, and can always be taken apart again', () => {
    const part = fc.stringMatching(/^[A-Z0-9甲乙丙]{1,10}$/u);
    fc.assert(
      fc.property(part, part, part, (building, unit, room) => {
        for (const each of [building, unit, room]) expect(doorPart(each, [])).toBe(each);
        expect(doorOf({ building, unit, room }).split('-')).toEqual([building, unit, room]);
      }),
    );
  });

  it.each(['', '1-2', '1#', ' 1', '一二三四五六七八九十一'])('has no part %j', (part) => {
    expect(refusalOf(() => doorPart(part, []))).toBe('DOOR_INVALID');
  });
});
