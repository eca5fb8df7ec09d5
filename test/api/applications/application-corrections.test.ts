import fc from 'fast-check';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import { applicationInput, open, onBehalf, shown } from '../../support/applications';
import { asked, corrected, decide, filledIn, say, seenBy, waitingIn } from '../../support/corrections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { asResident, somebody } from '../../support/privacy';
import { mobile } from '../../support/residents';
import { publish } from '../../support/services';
import { type World } from '../../support/world';

describe('what an applicant corrects of what the register filled in', () => {
  let world: World;
  let table: MemoryTable;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });

  const record = async (id: string) => {
    const found = await world.services.residents.lookUp(createCollectionReader(table), id);
    if (found === undefined) throw new Error('Nobody is on file.');
    return found;
  };
  const phoneOf = async (id: string) => (await world.services.residents.open(await record(id))).phone;
  /** Somebody of the community changes the record by itself. */
  const change = async (id: string, fields: { name?: string; phone?: string }) => {
    const input = { id: newId(), resident: id, expectedVersion: (await record(id)).version, ...fields };
    const staff = world.actor('COMMUNITY_STAFF', undefined, '林燕');
    await world.services.residentChanges.update(staff, createCollectionReader(table), input);
  };

  it('is a change that is proposed, whose state they see, and that the worker of the grid accepts into the record with its history', async () => {
    const { me, application, request, phone } = await corrected(world);
    const worker = world.actor('GRID_WORKER', undefined, '王芳');
    expect(await phoneOf(me.id)).not.toBe(phone);
    expect(await shown(world, me, application)).toMatchObject({
      version: 2,
      corrections: [{ id: request, fields: ['phone'], state: 'SUBMITTED', verdict: null }],
    });
    expect(await waitingIn(world, worker)).toEqual([request]);
    const page = await seenBy(world, worker, me.id, request);
    const [was, now] = [await phoneOf(me.id), phone].map(
      (number) => `${number?.slice(0, 3)}****${number?.slice(-4)}`,
    );
    expect(page).toMatchObject({
      application,
      told: { text: '登记的内容有误', maskedPhone: now },
      register: { version: 1, was: { maskedPhone: was }, now: { maskedPhone: was }, changed: [] },
    });

    expect(await decide(world, worker, [me.id, request])).toBe('ACCEPTED');
    expect(await phoneOf(me.id)).toBe(phone);
    const { version, changes } = await record(me.id);
    expect({ version, last: changes.at(-1) }).toMatchObject({
      version: 2,
      last: { by: { name: '王芳', role: 'GRID_WORKER' }, what: ['phone'] },
    });
    expect(await waitingIn(world, worker)).toEqual([]);
    const verdict = { reason: '已核对原件', by: '王芳' };
    expect(await asked(world, me)).toMatchObject([{ id: request, state: 'ACCEPTED', verdict }]);
    expect(await shown(world, me, application)).toMatchObject({
      corrections: [{ state: 'ACCEPTED', verdict }],
    });
  });

  it('is refused with a reason that they read, and leaves the record as it was', async () => {
    const { me, application, request, phone } = await corrected(world);
    const reason = '与户口簿不符';
    const refuse = { decision: 'REFUSE', reason } as const;
    expect(await decide(world, world.actor('COMMUNITY_STAFF'), [me.id, request], refuse)).toBe('REFUSED');
    expect(await shown(world, me, application)).toMatchObject({
      corrections: [{ state: 'REFUSED', verdict: { reason } }],
    });
    expect([await phoneOf(me.id), (await record(me.id)).version]).not.toContain(phone);
    expect(await decide(world, world.actor('GRID_WORKER'), [me.id, request])).toBe('DECIDED_ALREADY');
  });

  it('conflicts where the record has changed since, both are shown, and it is accepted by whoever has seen that', async () => {
    const { me, application } = await filledIn(world);
    const worker = world.actor('GRID_WORKER');
    const { id } = await say(world, me, application, { name: '测试哲' });
    await change(me.id, { phone: mobile() });
    // Another field: no conflict.
    expect(await seenBy(world, worker, me.id, id)).toMatchObject({ register: { version: 2, changed: [] } });
    await change(me.id, { name: '测试折' });
    expect(await decide(world, worker, [me.id, id], { recordVersion: 2 })).toBe('RECORD_CHANGED_SINCE');
    expect(await decide(world, worker, [me.id, id])).toBe('RECORD_CHANGED_SINCE');
    const page = await seenBy(world, worker, me.id, id);
    expect(page).toMatchObject({
      told: { name: '测试哲' },
      register: { version: 3, was: { name: '测试者' }, now: { name: '测试折' }, changed: ['name'] },
    });
    expect((await record(me.id)).name).toBe('测试折');
    expect(await decide(world, worker, [me.id, id], { recordVersion: 3 })).toBe('ACCEPTED');
    expect((await record(me.id)).name).toBe('测试哲');
  });

  it('is seen and decided by the grid and community where they live, and never by whoever said it', async () => {
    const me = await somebody(world);
    const service = await publish(world, { fromRegistry: ['PHONE'] });
    const helper = world.actor('GRID_WORKER');
    const input = onBehalf(world, service, me);
    await open(world, helper, input);
    const { id } = await say(world, helper, input.id, { phone: mobile() });
    expect(await decide(world, helper, [me, id])).toBe('REQUEST_OWN');
    const others = [
      world.actor('GRID_WORKER', world.nextGrid),
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
      asResident(world, await somebody(world)),
      asResident(world, me),
    ];
    const roles = ['STREET_STAFF', 'DISTRICT_STAFF', 'SECONDARY_WORKER', 'ADMINISTRATOR', 'SENSOR'] as const;
    for (const actor of [...others, ...roles.map((role) => world.actor(role))]) {
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(await seenBy(world, actor, me, id));
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(await decide(world, actor, [me, id]));
    }
    await expect(waitingIn(world, world.actor('GRID_WORKER', world.nextGrid))).rejects.toThrow('NOT_FOUND');
    expect(await waitingIn(world, world.actor('GRID_WORKER', world.nextGrid), world.nextGrid)).toEqual([]);
    expect(await decide(world, world.actor('COMMUNITY_STAFF'), [me, id])).toBe('ACCEPTED');
  });

  it('shows no number and no name with the application, and none in the table', async () => {
    const { me, application } = await filledIn(world);
    const phone = mobile();
    await say(world, me, application, { phone, name: '司马相如' });
    const seen = JSON.stringify(await shown(world, me, application));
    expect(seen).not.toMatch(new RegExp(`${phone}|司马相如|${phone.slice(-4)}`));
    const items = await createCollectionReader(table).read(`APPLICATION#${application}`);
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${phone}|司马相如`));
  });

  it('says nothing where the register says so already, or the same waits', async () => {
    const { me, application, request, phone } = await corrected(world);
    const known = (await record(me.id)).name;
    expect(await say(world, me, application, { phone }, { expectedVersion: 2 })).toMatchObject({
      ...{ codes: [], version: 3 },
      corrections: [{ id: request }],
    });
    expect((await say(world, me, application, { name: known }, { expectedVersion: 3 })).codes).toEqual([]);
    expect((await asked(world, me)).map(({ id }) => id)).toEqual([request]);
    // Something else while one waits: two answers could contradict each other.
    const other = await say(world, me, application, { phone: mobile() }, { expectedVersion: 4 });
    expect([other.codes, other.paths]).toEqual([['REQUEST_WAITS'], ['corrections']]);
  });

  it.each([
    [{ phone: '123' }, 'PHONE_INVALID', 'corrections.phone'],
    [{ phone: '154****1234' }, 'MASKED_VALUE', 'corrections.phone'],
    [{ name: '张*' }, 'MASKED_VALUE', 'corrections.name'],
    [{ name: '<b>张</b>' }, 'NAME_INVALID', 'corrections.name'],
    [{ name: '  ' }, 'NAME_INVALID', 'corrections.name'],
    [{ birthDate: '2999-01-01' }, 'BIRTH_DATE_INVALID', 'corrections.birthDate'],
    [{ identityNumber: '519900199005170000' }, 'IDENTITY_NUMBER_INVALID', 'corrections.identityNumber'],
    [{ name: '张三', reason: '我的号码是 15400001234' }, 'NUMBER_IN_TEXT', 'corrections.reason'],
    [{ name: '张三', reason: '\u0000\u0000\u0000\u0000' }, 'REASON_INVALID', 'corrections.reason'],
    [{}, 'CORRECTION_NOT_FILLED_IN', 'corrections'],
  ])(
    'with %j is refused as %s, and neither application nor register is changed',
    async (told, code, path) => {
      const { me, application } = await filledIn(world);
      const answer = await say(world, me, application, told);
      expect([answer.codes, answer.paths]).toEqual([[code], [path]]);
      expect(await shown(world, me, application)).toMatchObject({ version: 1, corrections: [] });
      expect(await asked(world, me)).toEqual([]);
    },
  );

  it('is only what the service was filled in with, and is said when the application is opened, too', async () => {
    const me = asResident(world, await somebody(world));
    const service = await publish(world, { fromRegistry: ['NAME'] });
    const corrections = { reason: '登记的内容有误', phone: mobile() };
    const first = applicationInput(service, { corrections });
    expect(await open(world, me, first)).toMatchObject({
      ...{ codes: ['CORRECTION_NOT_FILLED_IN'], paths: ['corrections.phone'] },
    });
    expect(await shown(world, me, first.id)).toBe('NOT_FOUND');
    const second = applicationInput(service, { corrections: { reason: '姓名有误', name: '测试哲' } });
    expect((await open(world, me, second)).state).toBe('DRAFT');
    expect((await open(world, me, second)).state).toBe('DRAFT');
    expect(await asked(world, me)).toMatchObject([{ id: second.id, fields: ['name'] }]);
  });

  it('is said once and decided once, however often and at once all of it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('say', 'accept', 'refuse', 'change'), { minLength: 2, maxLength: 8 }),
        fc.boolean(),
        async (doings, atOnce) => {
          const { me, application } = await filledIn(world);
          const phone = mobile();
          const [said, yes, no] = [newId(), newId(), newId()];
          const key = [me.id, said] as const;
          await say(world, me, application, { phone }, { id: said });
          const doing = {
            say: () => say(world, me, application, { phone }, { id: said }),
            accept: () => decide(world, world.actor('COMMUNITY_STAFF'), key, { id: yes }),
            refuse: () => decide(world, world.actor('GRID_WORKER'), key, { id: no, decision: 'REFUSE' }),
            change: () => change(me.id, { name: `测试${'甲乙丙丁'.charAt(doings.length % 4)}` }),
          };
          const tried = (name: keyof typeof doing) =>
            doing[name]().then(String, (error: unknown) => String(error));
          if (atOnce) await Promise.all(doings.map(tried));
          else for (const name of doings) await tried(name);
          const [request, ...more] = await asked(world, me);
          expect(more).toEqual([]);
          const changed = (await record(me.id)).changes.filter(({ what }) => what.includes('phone'));
          expect(changed).toHaveLength(request?.state === 'ACCEPTED' ? 1 : 0);
          expect((await phoneOf(me.id)) === phone).toBe(request?.state === 'ACCEPTED');
        },
      ),
      { numRuns: 25 },
    );
  });
});
