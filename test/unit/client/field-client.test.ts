import { FieldError } from '../../../client';
import { aCase, makeDevice, photo } from '../../support/client/device';

const day = '2026-11-26';
const update = (resident: string, expectedVersion: number, name: string) => ({
  residentUpdate: { resident, expectedVersion, name },
});

describe('the queue of a phone', () => {
  it('keeps an entry and its pictures offline, at once, and sends all when there is a network', async () => {
    const phone = makeDevice();
    phone.online = false;
    const client = await phone.open();
    const { id, files } = await client.record(aCase(), {
      files: [1, 2, 3].map((fill) => ({ role: 'SCENE', blob: photo(1_000, fill) })),
    });
    expect(await client.sync()).toMatchObject({
      doing: 'OFFLINE',
      items: { waiting: 1 },
      files: { waiting: 3 },
      bytes: { sent: 0, total: 3_000 },
      sentence: {
        zh: '没有网络，内容已存在本机，恢复后自动发送。1 条待发送；3 个文件待上传（0.0/3.0 kB）。',
        en: 'No network; all is kept on this device and goes by itself. 1 entry to be sent; 3 files to be uploaded (0.0/3.0 kB).',
      },
    });
    expect(phone.server.requests).toEqual([]);
    phone.online = true;
    await client.sync();
    expect(await client.sync()).toMatchObject({
      done: true,
      items: { taken: 1 },
      files: { verified: 3 },
      bytes: { sent: 3_000, total: 3_000 },
      sentence: { zh: '全部已送达并核验。', en: 'Everything has arrived and was checked.' },
    });
    expect(phone.server.written).toEqual([id]);
    expect(files.map((file) => phone.server.files.get(file))).toMatchObject(
      files.map(() => ({ status: 'VERIFIED', arrivals: 1 })),
    );
  });

  it('keeps neither text nor picture once the server has them', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    await client.record(aCase(), { files: [{ role: 'SCENE', blob: photo() }] });
    await client.sync();
    await client.sync();
    expect(await phone.store.run('read', ['blobs'], (kept) => kept.all('blobs'))).toEqual([]);
    expect(await client.items()).toMatchObject([
      { state: 'TAKEN', input: undefined, answer: { version: 1 } },
    ]);
  });

  it('sends what names another never before it, and says who waits for what was refused', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const household = await client.record({
      newHousehold: { courtyard: '510108008003001001', door: '1-1-101' },
    });
    const refused = await client.record({
      newResident: { household: household.id, name: '李四', kind: 'FLOATING', relation: 'OTHER', from: day },
    });
    phone.server.refused = /李四/;
    const waiting = await client.record({
      visit: { household: household.id, outcome: 'MET', at: day, met: [refused.id] },
    });
    phone.server.fault = () => undefined;
    // The fake looks at texts only: the name stands in one.
    const note = await client.record({
      note: { kind: 'NEW_SITUATION', text: '李四', household: household.id },
    });
    const after = await client.record({ noteChange: { entry: note.id, text: '更正' } });
    expect((await client.sync()).items).toEqual({
      waiting: 0,
      blocked: 1,
      refused: 1,
      conflicts: 0,
      taken: 3,
    });
    const listed = await client.items();
    expect(listed.find(({ id }) => id === waiting.id)).toMatchObject({ state: 'TAKEN' });
    expect(listed.find(({ id }) => id === after.id)).toMatchObject({ state: 'WAITING', blockedBy: note.id });
    expect(listed.find(({ id }) => id === note.id)).toMatchObject({
      state: 'REFUSED',
      troubles: [{ code: 'TEXT_REQUIRED' }],
    });
    expect((await client.progress()).sentence.zh).toBe('1 条被退回，请修改或放弃；1 条在等被退回的记录。');

    // Its user mends it: both go, and the id is the same.
    expect(
      await client.mend(note.id, {
        note: { kind: 'NEW_SITUATION', text: '新情况', household: household.id },
      }),
    ).toBe(true);
    expect((await client.sync()).items).toMatchObject({ waiting: 0, blocked: 0, refused: 0, taken: 5 });
    expect(phone.server.written.slice(-2)).toEqual([note.id, after.id]);
  });

  it('takes a chain of own edits for one’s own, and another’s for a conflict that a person decides', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const resident = await client.newId();
    phone.server.known.add(resident);
    phone.server.versions.set(resident, [{ version: 3, by: 'somebody' }]);
    const first = await client.record(update(resident, 3, '王一'));
    const second = await client.record(update(resident, 3, '王二'));
    expect((await client.items())[1]?.after).toEqual([first.id]);
    await client.sync();
    // Entered on top of what was answered meanwhile, by whoever still sees the old version.
    const third = await client.record(update(resident, 3, '王三'));
    expect((await client.items())[2]?.after).toEqual([first.id, second.id]);
    expect((await client.sync()).items).toMatchObject({ taken: 3, conflicts: 0 });

    phone.server.versions.get(resident)?.push({ version: 7, by: 'a colleague' });
    const fourth = await client.record(update(resident, 6, '王四'));
    expect((await client.sync()).items).toMatchObject({ taken: 3, conflicts: 1 });
    const [conflict] = await client.conflicts();
    expect(conflict).toMatchObject({ id: fourth.id, record: { id: resident } });
    phone.online = false;
    expect(await client.resolve(fourth.id, 'MINE')).toEqual([]);
    expect((await client.progress()).items.conflicts).toBe(1);
    phone.online = true;
    expect((await client.sync()).items).toMatchObject({ taken: 4, conflicts: 0 });
    expect(await client.conflicts()).toEqual([]);
    expect(phone.server.written).toEqual([first.id, second.id, third.id, fourth.id]);
  });

  it('names as its own chain only what the record remembers: no edit waits for one that was refused', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const resident = await client.newId();
    phone.server.known.add(resident);
    phone.server.versions.set(resident, [{ version: 3, by: 'somebody' }]);
    const refused = await client.record(update(resident, 3, '毒'));
    const moved = await client.record({
      residentMove: { resident, to: resident, on: day, relation: 'OTHER' },
    });
    const dropped = await client.record(update(resident, 3, '王二'));
    const last = await client.record(update(resident, 3, '王三'));
    expect(await client.giveUp(dropped.id)).toBe(true);
    expect((await client.sync()).items).toMatchObject({ taken: 2, refused: 1, waiting: 0, conflicts: 0 });
    expect(phone.server.written).toEqual([moved.id, last.id]);
    // What is mended is sent on top of what came after it.
    expect(await client.mend(refused.id, update(resident, 3, '王一'))).toBe(true);
    const sent = phone.server.requests.length;
    await client.sync();
    const { items } = phone.server.requests[sent]?.variables.input as { items: { after: string[] }[] };
    expect(items[0]?.after).toEqual([last.id]);
    expect((await client.progress()).items).toMatchObject({ taken: 3, conflicts: 0 });
  });

  it('sends the pictures of a conflict when it is decided for them, by whomever', async () => {
    for (const [choice, verified] of [
      ['MINE', 1],
      ['THEIRS', 0],
    ] as const) {
      const phone = makeDevice();
      const client = await phone.open();
      const caseId = await client.newId();
      phone.server.known.add(caseId);
      phone.server.versions.set(caseId, [{ version: 4, by: 'a colleague' }]);
      const { id } = await client.record(
        { caseSolve: { caseId, expectedVersion: 3, text: '已处理' } },
        { files: [{ role: 'AFTER', blob: photo() }] },
      );
      expect(await client.sync()).toMatchObject({
        items: { conflicts: 1 },
        files: { waiting: 1 },
        done: false,
      });
      const other = await makeDevice({ server: phone.server }).open();
      await other.resolve(id, choice);
      await client.sync();
      expect(await client.sync()).toMatchObject({ done: true, items: { conflicts: 0 }, files: { verified } });
      expect(await phone.store.run('read', ['blobs'], (kept) => kept.all('blobs'))).toEqual([]);
    }
  });

  it('gives up only what the server certainly has not, and lets go of its pictures', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const unsent = await client.record(aCase(), { files: [{ role: 'SCENE', blob: photo() }] });
    expect(await client.giveUp(unsent.id)).toBe(true);
    expect(await phone.store.run('read', ['blobs'], (kept) => kept.all('blobs'))).toEqual([]);
    const doubtful = await client.record(aCase());
    phone.server.fault = () => 'lost after';
    await client.sync();
    expect(await client.giveUp(doubtful.id)).toBe(false);
    expect(await client.mend(doubtful.id, aCase('另一件'))).toBe(false);
    phone.server.fault = () => undefined;
    expect(await client.sync()).toMatchObject({ done: true, items: { taken: 1 } });
    expect(await client.giveUp(doubtful.id)).toBe(false);
    expect(phone.server.written).toEqual([doubtful.id]);
  });

  it('finds the one entry that spoils a batch, and sends the others', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const ids: string[] = [];
    for (let n = 0; n < 40; n += 1) ids.push((await client.record(aCase(n === 23 ? '毒' : `第 ${n} 件`))).id);
    expect((await client.sync()).items).toMatchObject({ taken: 39, refused: 1 });
    expect(phone.server.written).toEqual(ids.filter((_id, n) => n !== 23));
    expect((await client.items())[23]).toMatchObject({
      state: 'REFUSED',
      troubles: [{ code: 'BAD_USER_INPUT' }],
    });
  });

  it('sends at most a hundred at once, and never more than a request may weigh', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    for (let n = 0; n < 230; n += 1) await client.record(aCase(`第 ${n} 件`));
    for (let n = 0; n < 12; n += 1) await client.record(aCase(`${n} `.repeat(15_000)));
    expect((await client.sync()).items.taken).toBe(242);
    const sizes = phone.server.requests.map(({ variables }) => {
      const { items } = variables.input as { items: unknown[] };
      return [items.length, JSON.stringify(items).length];
    });
    expect(sizes.length).toBeLessThan(8);
    for (const [items = 0, bytes = 0] of sizes) {
      expect(items).toBeLessThanOrEqual(100);
      expect(bytes).toBeLessThan(245 * 1024);
    }
    await expect(client.record(aCase('长'.repeat(90_000)))).rejects.toThrow(new FieldError('TOO_LARGE'));
  });

  it('asks for a new token once, and then for a login, and loses nothing by it', async () => {
    const phone = makeDevice();
    const asked: boolean[] = [];
    let token: string | undefined = 'old';
    const client = await phone.open({
      token: ({ fresh }) => {
        asked.push(fresh);
        if (fresh) token = token === 'old' ? 'token' : undefined;
        return token;
      },
    });
    await client.record(aCase());
    expect((await client.sync()).items.taken).toBe(1);
    expect(asked.slice(0, 2)).toEqual([false, true]);
    phone.server.tokens.clear();
    await client.record(aCase());
    expect(await client.sync()).toMatchObject({
      ...{ doing: 'LOGIN', items: { waiting: 1 } },
      sentence: { zh: '请重新登录后继续发送。1 条待发送。' },
    });
    // It was never worked on: its user may still drop it.
    expect(await client.giveUp((await client.items())[1]?.id ?? '')).toBe(true);
  });
});
