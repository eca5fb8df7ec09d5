import { newId } from '../../../src/shared/ids';
import { MeDocument, MyApplicationsDocument, WhoLookedDocument } from '../../generated/operations';
import { accountsOf, bind, born, bound, end, family, issue, login, myAccount } from '../../support/accounts';
import { run } from '../../support/api';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { asResident } from '../../support/privacy';
import { type World } from '../../support/world';

const DAY = 86_400_000;
const HOUR = 3_600_000;

let world: World;
let table: MemoryTable;
let resident: string;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  resident = await born(world, '1986-02-03');
});

const codesOf = (errors: readonly { extensions?: { code?: string } }[]) =>
  errors.map(({ extensions }) => extensions?.code);
const newAccount = () => `wx-${newId()}`;

describe('an account that is bound to nobody', () => {
  it('may ask who it is and bind itself, and is told that it is not bound at anything else', async () => {
    const me = await login(world, newAccount());
    expect(await myAccount(world, me.id)).toEqual({ own: null, family: [], ended: [] });
    const { data, errors } = await run(world, me, MeDocument, {});
    expect([errors, data.me.appointments]).toEqual([[], []]);
    const asked = await run(world, me, MyApplicationsDocument, {});
    expect(codesOf(asked.errors)).toEqual(['ACCOUNT_NOT_BOUND']);
    const both = await run(world, me, 'query { me { id } myApplications { edges { cursor } } }');
    expect(codesOf(both.errors)).toEqual(['ACCOUNT_NOT_BOUND']);
  });
});

describe('a code', () => {
  it('makes of an account the resident it was handed out for, in the grid where they live', async () => {
    const account = newAccount();
    const { code = '' } = await issue(world, world.actor('GRID_WORKER'), resident);
    const { account: shown, codes } = await bind(world, account, code);
    expect(codes).toEqual([]);
    expect(shown).toMatchObject({ own: { resident, relation: 'SELF', maskedName: '测**' }, family: [] });
    expect(await login(world, account)).toMatchObject({
      ...{ id: resident, name: '测试者' },
      appointments: [{ role: 'RESIDENT', area: world.courtyard }],
    });
  });

  it('is handed out by whoever sees the resident at the door or at the counter, and by nobody else', async () => {
    const roles = [
      'SECONDARY_WORKER',
      'GRID_WORKER',
      'COMMUNITY_STAFF',
      'STREET_STAFF',
      'ADMINISTRATOR',
    ] as const;
    const outcomes = await Promise.all(
      roles.map(async (role) => (await issue(world, world.actor(role), resident)).codes.join()),
    );
    expect(outcomes).toEqual(['', '', '', 'FORBIDDEN', 'FORBIDDEN']);
    const neighbour = world.actor('GRID_WORKER', world.nextGrid);
    expect((await issue(world, neighbour, resident)).codes).toEqual(['NOT_FOUND']);
    expect((await issue(world, neighbour, newId())).codes).toEqual(['NOT_FOUND']);
    expect((await issue(world, asResident(world, resident), resident)).codes).toEqual(['FORBIDDEN']);
  });

  it('is shown to the resident among those who looked', async () => {
    await issue(world, world.actor('GRID_WORKER', undefined, '王芳'), resident);
    const { data } = await run(world, asResident(world, resident), WhoLookedDocument, {});
    expect(data.whoLooked?.edges.map(({ node }) => [node.kind, node.by.name])).toEqual([
      ['BINDING_CODE', '王芳'],
    ]);
  });

  it('is in no item of the table, and nobody finds it by what is', async () => {
    const { code = '' } = await issue(world, world.actor('GRID_WORKER'), resident);
    const before = JSON.stringify(table.everything());
    expect(before).not.toContain(code);
    await bind(world, newAccount(), code);
    expect(JSON.stringify(table.everything())).not.toContain(code);
  });

  it('works once, for seven days, and only while it is the newest; otherwise the answer is that of a wrong one', async () => {
    const worker = world.actor('GRID_WORKER');
    const { code: old = '' } = await issue(world, worker, resident);
    const { code: used = '' } = await issue(world, worker, resident);
    expect((await bind(world, newAccount(), old)).codes).toEqual(['BINDING_CODE_INVALID']);
    expect((await bind(world, newAccount(), used)).codes).toEqual([]);
    expect((await bind(world, newAccount(), used)).codes).toEqual(['BINDING_CODE_INVALID']);
    const { code: late = '' } = await issue(world, worker, resident);
    world.clock.advance(7 * DAY);
    expect((await bind(world, newAccount(), late)).codes).toEqual(['BINDING_CODE_INVALID']);
    expect((await bind(world, newAccount(), 'ACDEFGHJ')).codes).toEqual(['BINDING_CODE_INVALID']);
    const { code: intime = '' } = await issue(world, worker, resident);
    world.clock.advance(7 * DAY - 1);
    expect((await bind(world, newAccount(), intime)).codes).toEqual([]);
  });

  it('is the same when its request comes again, and over once it was used or followed by another', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = newId();
    const { code = '' } = await issue(world, worker, resident, 'SELF', { id });
    expect((await issue(world, worker, resident, 'SELF', { id })).code).toBe(code);
    expect((await issue(world, worker, resident, 'FAMILY', { id })).codes).toEqual(['CONFLICT']);
    await bind(world, newAccount(), code);
    expect(await issue(world, worker, resident, 'SELF', { id })).toMatchObject({
      ...{ code: undefined, codes: ['BINDING_CODE_OVER'] },
    });
    const again = newId();
    await issue(world, worker, resident, 'SELF', { id: again });
    await issue(world, worker, resident);
    expect((await issue(world, worker, resident, 'SELF', { id: again })).codes).toEqual([
      'BINDING_CODE_OVER',
    ]);
  });

  it('fits the age: none of their own under 14, a guardian under 18, family who are adults and agreed', async () => {
    const worker = world.actor('GRID_WORKER');
    const [child, youth, adult] = [
      await born(world, '2012-05-13'),
      await born(world, '2008-05-13'),
      await born(world, '2008-05-12'),
    ];
    const codes = async (who: string) =>
      Promise.all(
        (['SELF', 'GUARDIAN', 'FAMILY'] as const).map(async (relation) =>
          (await issue(world, worker, who, relation)).codes.join(),
        ),
      );
    expect(await codes(child)).toEqual(['BINDING_AGE', '', 'BINDING_AGE']);
    expect(await codes(youth)).toEqual(['', '', 'BINDING_AGE']);
    expect(await codes(adult)).toEqual(['', 'BINDING_AGE', '']);
    const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
    const without = await issue(world, worker, adult, 'FAMILY', { consent: null });
    const unasked = await issue(world, worker, adult, 'SELF', { consent });
    expect([without.codes, unasked.codes]).toEqual([['CONSENT_INVALID'], ['CONSENT_INVALID']]);
  });

  it('of a child or of family is for who is bound already, and one’s own only for who is not', async () => {
    const worker = world.actor('GRID_WORKER');
    const child = await born(world, '2018-05-17');
    const { code = '' } = await issue(world, worker, child, 'GUARDIAN');
    const account = newAccount();
    expect((await bind(world, account, code)).codes).toEqual(['BIND_SELF_FIRST']);
    await bound(world, resident, 'SELF', account);
    expect((await bind(world, account, code)).codes).toEqual([]);
    const other = await born(world, '1990-01-01');
    const { code: second = '' } = await issue(world, worker, other);
    expect((await bind(world, account, second)).codes).toEqual(['ACCOUNT_BOUND']);
  });
});

describe('wrong codes', () => {
  const guess = async (account: string) => (await bind(world, account, 'ACDEFGHJ')).codes.join();

  it('are five an hour and twenty a day, and then not even the right one does', async () => {
    const account = newAccount();
    const { code = '' } = await issue(world, world.actor('GRID_WORKER'), resident);
    for (let hour = 0; hour < 4; hour += 1) {
      for (let tried = 0; tried < 5; tried += 1) expect(await guess(account)).toBe('BINDING_CODE_INVALID');
      expect(await guess(account)).toBe('TOO_MANY_WRONG_CODES');
      expect((await bind(world, account, code)).codes).toEqual(['TOO_MANY_WRONG_CODES']);
      world.clock.advance(HOUR);
    }
    expect(await guess(account)).toBe('TOO_MANY_WRONG_CODES');
    expect(await guess(newAccount())).toBe('BINDING_CODE_INVALID');
    world.clock.advance(20 * HOUR);
    expect((await bind(world, account, code)).codes).toEqual([]);
  });

  it('are counted once for a request that comes again, and what can be no code is not counted', async () => {
    const account = newAccount();
    const id = newId();
    for (let sent = 0; sent < 8; sent += 1) {
      expect((await bind(world, account, 'ACDEFGHJ', id)).codes).toEqual(['BINDING_CODE_INVALID']);
      expect((await bind(world, account, 'nonsense!')).codes).toEqual(['BINDING_CODE_INVALID']);
    }
    expect((await bind(world, account, 'ACDEFGHK', id)).codes).toEqual(['CONFLICT']);
    for (let tried = 0; tried < 4; tried += 1) expect(await guess(account)).toBe('BINDING_CODE_INVALID');
    expect(await guess(account)).toBe('TOO_MANY_WRONG_CODES');
  });
});

describe('a resident has one account of their own', () => {
  it('so that binding another ends the former and all that it acted for, and tells it', async () => {
    const { account, parent, child } = await family(world);
    const next = await bound(world, parent);
    expect((await login(world, next)).id).toBe(parent);
    expect((await login(world, account)).appointments).toEqual([]);
    const { own, family: left, ended } = await myAccount(world, account);
    expect([own, left]).toEqual([null, []]);
    expect(ended.map(({ resident: whom, why }) => [whom, why])).toEqual([
      [child, 'WITH_OWN'],
      [parent, 'REPLACED'],
    ]);
  });

  it('also when it is the same account that binds itself again', async () => {
    const account = await bound(world, resident);
    await bound(world, resident, 'SELF', account);
    expect(await myAccount(world, account)).toMatchObject({ own: { resident }, ended: [] });
  });
});

describe('a binding ends', () => {
  it('by its holder: one of the family alone, oneself with everybody, and the request may come again', async () => {
    const { account, parent, child, me } = await family(world);
    const { own, family: others } = await myAccount(world, account);
    const first = { id: newId(), resident: child, binding: others[0]!.id };
    expect(await end(world, me, first)).toEqual(['OWN_WISH']);
    expect(await end(world, me, first)).toEqual(['OWN_WISH']);
    expect(await end(world, me, { ...first, id: newId() })).toEqual(['BINDING_ENDED']);
    expect(await end(world, me, { ...first, resident: parent })).toEqual(['NOT_FOUND']);
    const second = { id: newId(), resident: parent, binding: own!.id };
    expect(await end(world, me, second)).toEqual(['OWN_WISH']);
    expect(await end(world, await login(world, account), second)).toEqual(['OWN_WISH']);
    expect((await login(world, account)).appointments).toEqual([]);
  });

  it('at the counter for a lost phone, where its grid worker sees it, and nowhere else', async () => {
    const { account, parent, child } = await family(world);
    const worker = world.actor('COMMUNITY_STAFF');
    expect(await accountsOf(world, worker, child)).toMatchObject([
      { resident: child, relation: 'GUARDIAN', holder: '测**', until: '2036-05-17' },
    ]);
    const [own] = (await accountsOf(world, worker, parent)) as { id: string }[];
    const input = { id: newId(), resident: parent, binding: own!.id };
    const foreign = world.actor('GRID_WORKER', world.foreignGrid);
    expect(await accountsOf(world, foreign, parent)).toEqual(['NOT_FOUND']);
    expect(await end(world, foreign, input)).toEqual(['NOT_FOUND']);
    expect(await end(world, await login(world, await bound(world, resident)), input)).toEqual(['NOT_FOUND']);
    expect(await end(world, worker, input)).toEqual(['BY_OFFICE']);
    expect(await end(world, worker, input)).toEqual(['BY_OFFICE']);
    expect((await login(world, account)).appointments).toEqual([]);
    expect(await accountsOf(world, worker, parent)).toEqual([]);
    expect(await accountsOf(world, worker, child)).toEqual([]);
  });

  it('by itself on the 18th birthday of the child, with nobody doing anything', async () => {
    const account = await bound(world, resident);
    const child = await born(world, '2008-05-20');
    await bound(world, child, 'GUARDIAN', account);
    world.clock.advance(new Date('2026-05-19T15:59:59Z').getTime() - world.clock.now().getTime());
    expect((await login(world, account)).account?.family).toMatchObject([{ resident: child }]);
    world.clock.advance(1_000);
    expect((await login(world, account)).account?.family).toEqual([]);
    expect((await myAccount(world, account)).family).toEqual([]);
  });
});

describe('hostile input', () => {
  const TEXTS = [
    '',
    ' ',
    '\0',
    '#',
    'ACCOUNT#x',
    '../..',
    '💥'.repeat(20_000),
    "' OR 1=1",
    'ＡＣＤＥＦＧＨ',
    '{}',
  ];

  it('to any of the three is refused, and writes nothing', async () => {
    const [worker, me] = [world.actor('GRID_WORKER'), await login(world, await bound(world, resident))];
    const before = table.everything();
    for (const text of TEXTS) {
      expect((await bind(world, me.account!.id, text)).codes).toEqual(['BINDING_CODE_INVALID']);
      expect((await bind(world, me.account!.id, 'ACDEFGHJ', text)).codes).toEqual(['ID_INVALID']);
      expect((await issue(world, worker, text)).codes).toEqual(['NOT_FOUND']);
      expect((await issue(world, worker, resident, 'SELF', { id: text })).codes).toEqual(['ID_INVALID']);
      expect(await end(world, worker, { resident: text, binding: text })).toEqual(['NOT_FOUND']);
      expect(await end(world, me, { resident, binding: text })).toEqual(['NOT_FOUND']);
      expect(await end(world, me, { resident, binding: text, id: text })).toEqual(['ID_INVALID']);
    }
    expect(table.everything()).toEqual(before);
  });

  it('as the name of an account is no way into another’s items', async () => {
    await expect(login(world, '')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(login(world, 'x'.repeat(201))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const account = await bound(world, resident);
    for (const name of [`ACCOUNT#${account}`, `${account}#`, `${account} `, account.toUpperCase()])
      expect((await login(world, name)).appointments).toEqual([]);
  });
});
