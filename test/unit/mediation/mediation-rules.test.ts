import fc from 'fast-check';
import { type Refusal } from '../../../src/shared/errors';
import {
  type Agreement,
  dueOn,
  type FollowUpOutcome,
  FOLLOW_UP_OUTCOMES,
  holdingOf,
  type MediationOutcome,
  type MediationRecord,
  partyOf,
  seenBy,
  type Session,
  standingAgreement,
  takenIn,
  withFollowUp,
  withSession,
} from '../../../src/modules/mediation/mediation.rules';
import {
  assertDays,
  assertParties,
  checkedSession,
} from '../../../src/modules/mediation/mediation-request.rules';

const BY = { id: 'worker', name: '王芳', role: 'GRID_WORKER' };
const made = (id: string) => ({ id, mark: `mark of ${id}`, by: BY, at: '2026-05-12T02:30:00.000Z' });

const agreement = (...followUps: Agreement['followUps']): Agreement => ({
  text: '夜间停工。',
  keptBy: '2026-06-12',
  followUps,
});
const visit = (on: string, outcome?: FollowUpOutcome): Agreement['followUps'][number] => ({
  on,
  result: outcome && { ...made(on), outcome },
});
const session = (id: string, outcome: MediationOutcome, agreed?: Agreement): Session => ({
  ...made(id),
  ...{ on: '2026-05-12', place: '社区调解室', outcome, agreement: agreed },
});
const record = (...sessions: Session[]): MediationRecord => ({
  ...{ caseId: 'case', version: sessions.length, sessions },
  parties: [partyOf('欧阳建国', '楼上住户', 'resident-1'), partyOf('老周理发店', '店主')],
});
const codeOf = (what: () => unknown): string | undefined => {
  try {
    what();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('an agreement', () => {
  it('is open until a visit reached somebody, and then is what the last of them found, whatever the order of recording', () => {
    const visits = fc.array(fc.option(fc.constantFrom(...FOLLOW_UP_OUTCOMES), { nil: undefined }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(visits, (outcomes) => {
        const followUps = outcomes.map((outcome, index) => visit(`2026-06-${String(10 + index)}`, outcome));
        const told = outcomes.filter((outcome) => outcome === 'HELD' || outcome === 'NOT_HELD');
        expect(holdingOf(agreement(...followUps))).toBe(told.at(-1) ?? 'OPEN');
      }),
    );
  });

  it('stands until another session comes to an outcome, and not only until one is adjourned', () => {
    const first = agreement(visit('2026-05-20'));
    const agreed = record(session('a', 'AGREED', first), session('b', 'ADJOURNED'));
    expect(standingAgreement(agreed)).toBe(first);
    expect(dueOn(agreed)).toBe('2026-05-20');
    const broken = record(session('a', 'AGREED', first), session('b', 'NOT_AGREED'));
    expect(standingAgreement(broken)).toBeUndefined();
    expect(dueOn(broken)).toBeUndefined();
  });

  it('is due on the first day that nothing is recorded for, and never when all is', () => {
    const before = record(session('a', 'AGREED', agreement(visit('2026-05-20'), visit('2026-06-20'))));
    const seen = withFollowUp(before, '2026-05-20', { result: { ...made('f'), outcome: 'HELD' } });
    expect(dueOn(seen)).toBe('2026-06-20');
    const again = { result: { ...made('g'), outcome: 'NOT_REACHED' as const }, next: '2026-06-01' };
    expect(dueOn(withFollowUp(before, '2026-05-20', again))).toBe('2026-06-01');
    const all = withFollowUp(seen, '2026-06-20', { result: { ...made('g'), outcome: 'HELD' } });
    expect([dueOn(all), all.version]).toEqual([undefined, 3]);
  });

  it('takes one result for a day, and none for a day that is not planned or of an agreement that stands no more', () => {
    const agreed = record(
      session('a', 'AGREED', agreement(visit('2026-05-20', 'HELD'), visit('2026-06-20'))),
    );
    const result = { ...made('f'), outcome: 'HELD' as const };
    expect(codeOf(() => withFollowUp(agreed, '2026-05-20', { result }))).toBe('FOLLOW_UP_UNKNOWN');
    expect(codeOf(() => withFollowUp(agreed, '2026-05-21', { result }))).toBe('FOLLOW_UP_UNKNOWN');
    const broken = { ...agreed, sessions: [...agreed.sessions, session('b', 'NOT_AGREED')] };
    expect(codeOf(() => withFollowUp(broken, '2026-06-20', { result }))).toBe('FOLLOW_UP_UNKNOWN');
  });
});

describe('a record', () => {
  it('knows each request again, of sessions and of visits, and refuses their ids for anything else', () => {
    const found = record(session('a', 'AGREED', agreement(visit('2026-05-20', 'HELD'))));
    expect(takenIn(found, { id: 'a', mark: 'mark of a' })).toBe(found);
    expect(takenIn(found, { id: '2026-05-20', mark: 'mark of 2026-05-20' })).toBe(found);
    expect(takenIn(found, { id: 'new', mark: 'mark' })).toBeUndefined();
    expect(codeOf(() => takenIn(found, { id: '2026-05-20', mark: 'another' }))).toBe('CONFLICT');
  });

  it('only ever grows', () => {
    const before = record(session('a', 'AGREED', agreement(visit('2026-05-20'))));
    const parties = [partyOf('第三人', '房东')];
    const after = withSession(before, 'case', { parties, session: session('b', 'NOT_AGREED') });
    expect(after.sessions.slice(0, 1)).toEqual(before.sessions);
    expect(after.parties).toEqual([...before.parties, ...parties]);
    expect(after.version).toBe(2);
  });

  it('keeps no name of the register but the masked one', () => {
    expect(JSON.stringify(record().parties)).not.toContain('欧阳建国');
    expect(partyOf('欧阳建国', '楼上住户', 'resident-1').masked).toBe('欧***');
  });
});

describe('what somebody sees of a record', () => {
  const note = '一方情绪激动。';
  const found = record({
    ...session('a', 'AGREED', {
      ...agreement({ on: '2026-05-20', result: { ...made('f'), outcome: 'HELD', note } }),
    }),
    note,
  });
  const names = new Map([['resident-1', '欧阳建国']]);
  const seen = (id: string, sight: 'ALL' | 'AS_PARTY' | 'MASKED') => seenBy(found, { id, sight, names });

  it('is all of it for whoever mediates', () => {
    const { parties, agreement: agreed, masked } = seen('worker', 'ALL');
    expect(parties.map(({ name }) => name)).toEqual(['欧阳建国', '老周理发店']);
    expect([agreed?.text, agreed?.followUps[0]?.note, masked]).toEqual(['夜间停工。', note, false]);
  });

  it('is their own name and what was agreed for a party, without the others’ names and what workers noted', () => {
    const { parties, agreement: agreed, sessions } = seen('resident-1', 'AS_PARTY');
    expect(parties).toEqual([
      { name: '欧阳建国', role: '楼上住户', resident: 'resident-1' },
      { name: '老****', role: '店主', resident: undefined },
    ]);
    expect([agreed?.text, sessions[0]?.place]).toEqual(['夜间停工。', '社区调解室']);
    expect(JSON.stringify(seen('resident-1', 'AS_PARTY'))).not.toContain(note);
  });

  it('is masked names and no free text for all others', () => {
    const shown = JSON.stringify(seen('other', 'MASKED'));
    for (const secret of ['欧阳建国', '老周理发店', 'resident-1', '夜间停工', note, '调解室'])
      expect(shown).not.toContain(secret);
    expect(seen('other', 'MASKED').agreement).toMatchObject({ holding: 'HELD', keptBy: '2026-06-12' });
  });

  it('is the masked name also where somebody is on file no more', () => {
    const { parties } = seenBy(found, { id: 'worker', sight: 'ALL', names: new Map() });
    expect(parties[0]?.name).toBe('欧***');
  });
});

describe('a request', () => {
  const one = { name: '老周理发店', role: '店主' };
  const two = { resident: 'resident-1', role: '楼上住户' };

  it.each([
    ['one party alone', [one]],
    ['somebody twice', [one, one]],
    ['somebody both on file and by name', [one, { ...two, name: '欧阳建国' }]],
    ['nobody at all', [one, { role: '店主' }]],
    ['no role', [one, { ...two, role: ' ' }]],
    ['a name that is too long', [two, { ...one, name: '店'.repeat(51) }]],
    ['eleven parties', Array.from({ length: 11 }, (_none, at) => ({ ...one, name: `第${String(at)}家` }))],
  ])('is refused with %s', (_what, named) => {
    expect(
      codeOf(() => {
        assertParties(named, []);
      }),
    ).toBe('PARTIES_INVALID');
  });

  it('takes no masked name, and no number in a name or a role', () => {
    expect(
      codeOf(() => {
        assertParties([two, { ...one, name: '老****' }], []);
      }),
    ).toBe('MASKED_VALUE');
    expect(
      codeOf(() => {
        assertParties([two, { ...one, name: '周 13800001234' }], []);
      }),
    ).toBe('NUMBER_IN_TEXT');
    expect(
      codeOf(() => {
        assertParties([two, { ...one, role: '电话13800001234' }], []);
      }),
    ).toBe('NUMBER_IN_TEXT');
    expect(
      codeOf(() => {
        assertParties([], record().parties);
      }),
    ).toBeUndefined();
  });

  const told = { on: '2026-05-12', place: '调解室', outcome: 'AGREED' as const };
  const agreed = { text: '停工', keptBy: '2026-05-12', followUps: ['2026-05-13'] };
  const check = (more: object) =>
    codeOf(() => checkedSession({ ...told, agreement: agreed, ...more }, '2026-05-12'));

  it.each([
    [undefined, {}],
    ['DATE_IN_FUTURE', { on: '2026-05-13' }],
    ['TEXT_REQUIRED', { place: ' ' }],
    ['NUMBER_IN_TEXT', { place: '致电13800001234' }],
    ['NUMBER_IN_TEXT', { note: '身份证510101199001011234' }],
    ['TEXT_TOO_LONG', { note: '长'.repeat(201) }],
    ['NUMBER_IN_TEXT', { agreement: { ...agreed, text: '致电13800001234' } }],
    ['AGREEMENT_INVALID', { agreement: null }],
    ['AGREEMENT_INVALID', { outcome: 'ADJOURNED' }],
    ['TEXT_REQUIRED', { outcome: 'NOT_AGREED', agreement: null }],
    [undefined, { outcome: 'NOT_AGREED', agreement: null, note: '一方要求诉讼解决' }],
    [undefined, { outcome: 'ADJOURNED', agreement: null }],
    ['AGREEMENT_DATES_INVALID', { agreement: { ...agreed, keptBy: '2026-05-11' } }],
    ['AGREEMENT_DATES_INVALID', { agreement: { ...agreed, followUps: [] } }],
    ['AGREEMENT_DATES_INVALID', { agreement: { ...agreed, followUps: ['2026-05-12'] } }],
    ['AGREEMENT_DATES_INVALID', { agreement: { ...agreed, followUps: ['2026-06-01', '2026-06-01'] } }],
    ['AGREEMENT_DATES_INVALID', { agreement: { ...agreed, followUps: ['2028-05-13'] } }],
  ])('comes to %s with %j', (code, more) => {
    expect(check(more)).toBe(code);
  });

  it('plans at most ten visits', () => {
    const days = Array.from({ length: 11 }, (_none, at) => `2026-06-${String(10 + at)}`);
    expect(
      codeOf(() => {
        assertDays(days, '2026-05-12');
      }),
    ).toBe('AGREEMENT_DATES_INVALID');
    expect(
      codeOf(() => {
        assertDays(days.slice(1), '2026-05-12');
      }),
    ).toBeUndefined();
  });
});
