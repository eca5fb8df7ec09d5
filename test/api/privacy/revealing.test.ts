import * as operations from '../../generated/operations';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { asResident, somebody, WHY } from '../../support/privacy';
import { home, identityNumber, livingIn, mobile } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const whoLooked = async (resident: string) => {
  const { data } = await run(world, asResident(world, resident), operations.WhoLookedDocument, {});
  return data.whoLooked?.edges.map(({ node }) => node) ?? [];
};

describe('the whole numbers of a resident', () => {
  const reveal = (actor = world.actor('GRID_WORKER'), input: object = {}, resident = '') =>
    run(world, actor, operations.RevealResidentDocument, {
      input: { id: newId(), resident, ...WHY, ...input },
    });

  it('are shown for a purpose, and the resident sees who asked, when and why', async () => {
    const numbers = { identityNumber: identityNumber(), phone: mobile() };
    const resident = await livingIn(world, await home(world), numbers);
    const worker = world.actor('GRID_WORKER', undefined, '王芳');
    const { data } = await reveal(worker, {}, resident);
    expect(data.revealResident).toEqual({ revealed: { resident, ...numbers }, userErrors: [] });
    expect(await whoLooked(resident)).toMatchObject([
      {
        ...{ kind: 'REVEAL', fields: ['identityNumber', 'phone'], at: world.clock.now().toISOString() },
        ...{ ...WHY, by: { name: '王芳', role: 'GRID_WORKER', area: world.grid } },
      },
    ]);
  });

  it('are asked for twice with one id: one record, one place in the quota, the same answer', async () => {
    const resident = await somebody(world);
    const worker = world.actor('GRID_WORKER');
    const id = newId();
    const answers = [await reveal(worker, { id }, resident), await reveal(worker, { id }, resident)];
    expect(answers[1]?.data).toEqual(answers[0]?.data);
    expect(await whoLooked(resident)).toHaveLength(1);
    expect((await world.services.accessRecords.quotaOf(worker, 'REVEALS')).taken).toBe(1);
    const other = await reveal(worker, { id, reason: '另一个事由' }, resident);
    expect(other.data.revealResident.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('are NOT_FOUND outside the area, and leave no record', async () => {
    const resident = await somebody(world, `${world.foreignGrid}001`);
    const { errors } = await reveal(world.actor('GRID_WORKER'), {}, resident);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await whoLooked(resident)).toEqual([]);
  });

  it.each([
    ['短', 'REASON_INVALID'],
    ['长'.repeat(201), 'REASON_INVALID'],
    ['核对号码 510199199005170018 是否正确', 'NUMBER_IN_TEXT'],
    ['给 １５４ 0000 1234 打电话', 'NUMBER_IN_TEXT'],
  ])('need a reason that can be shown: “%s” is refused', async (reason, code) => {
    const { data } = await reveal(world.actor('GRID_WORKER'), { reason }, await somebody(world));
    expect(data.revealResident).toMatchObject({ revealed: null, userErrors: [{ code }] });
  });

  it('are shown 30 times a day to one person and never more, however many ask at once; tomorrow again', async () => {
    const resident = await somebody(world);
    const worker = world.actor('GRID_WORKER');
    const first = newId();
    await reveal(worker, { id: first }, resident);
    for (let done = 1; done < 27; done += 1) await reveal(worker, {}, resident);
    const rivals = await Promise.all(Array.from({ length: 8 }, () => reveal(worker, {}, resident)));
    const shown = rivals.filter(
      ({ errors, data }) => errors.length === 0 && data.revealResident.revealed != null,
    ).length;
    expect(27 + shown).toBeLessThanOrEqual(30);
    expect((await world.services.accessRecords.quotaOf(worker, 'REVEALS')).taken).toBe(27 + shown);
    for (let left = 30 - 27 - shown; left > 0; left -= 1) await reveal(worker, {}, resident);
    const { data } = await reveal(worker, {}, resident);
    expect(data.revealResident.userErrors).toMatchObject([{ code: 'TOO_MANY_REVEALS' }]);
    // One that was answered before is answered again.
    expect((await reveal(worker, { id: first }, resident)).data.revealResident.revealed).not.toBeNull();
    world.clock.advance(86_400_000);
    expect((await reveal(worker, {}, resident)).data.revealResident.userErrors).toEqual([]);
  });
});

describe('a look-up by a number', () => {
  const lookUp = (input: object, actor = world.actor('GRID_WORKER')) =>
    run(world, actor, operations.PersonLookupDocument, { input: { id: newId(), ...WHY, ...input } });

  it('finds who has it however it is written, masked, and each of them sees it', async () => {
    const number = identityNumber();
    const phone = mobile();
    const resident = await livingIn(world, await home(world), { identityNumber: number, phone });
    const second = await livingIn(world, await home(world), { phone });
    const byNumber = await lookUp({ identityNumber: number.toLowerCase().replace(/^(\d{6})/, '$1 ') });
    expect(byNumber.data.lookUpResident.residents).toMatchObject([{ id: resident, name: '测试者' }]);
    expect(JSON.stringify(byNumber)).not.toContain(number);
    const byPhone = await lookUp({ phone: `+86 ${phone}` });
    expect(byPhone.data.lookUpResident.residents?.map(({ id }) => id).sort()).toEqual(
      [resident, second].sort(),
    );
    expect(await whoLooked(second)).toMatchObject([{ kind: 'LOOK_UP', fields: ['phone'] }]);
    expect(await whoLooked(resident)).toHaveLength(2);
  });

  it('answers for somebody outside the area exactly as for nobody: same answer, same requests', async () => {
    const abroad = identityNumber();
    await livingIn(world, await home(world, `${world.foreignGrid}001`), { identityNumber: abroad });
    const seen = [];
    for (const number of [abroad, identityNumber()]) {
      world.meter.reset();
      const { data, errors } = await lookUp({ identityNumber: number });
      const { waves, writeUnits, commands } = world.meter;
      seen.push({ data, errors, waves, writeUnits, commands: commands.map(({ name }) => name).sort() });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.data.lookUpResident).toEqual({ residents: [], userErrors: [] });
    expect(seen[0]?.waves).toBe(2);
  });

  it('may be repeated: no second record, and nobody who came later', async () => {
    const phone = mobile();
    const resident = await livingIn(world, await home(world), { phone });
    const worker = world.actor('GRID_WORKER');
    const id = newId();
    const once = await lookUp({ id, phone }, worker);
    await livingIn(world, await home(world), { phone });
    expect((await lookUp({ id, phone }, worker)).data).toEqual(once.data);
    expect(await whoLooked(resident)).toHaveLength(1);
    expect((await lookUp({ id, phone: mobile() }, worker)).data.lookUpResident.userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
  });

  it.each([
    [{}, 'ONE_NUMBER_NEEDED'],
    [{ phone: '15400001234', identityNumber: '510199199005170018' }, 'ONE_NUMBER_NEEDED'],
    [{ phone: '138****1234' }, 'MASKED_VALUE'],
    [{ phone: '123' }, 'PHONE_INVALID'],
    [{ identityNumber: '51019919900517001' }, 'IDENTITY_NUMBER_INVALID'],
  ])('of %j is refused as %s', async (input, code) => {
    const { data } = await lookUp(input);
    expect(data.lookUpResident).toMatchObject({ residents: null, userErrors: [{ code }] });
  });
});

describe('one’s own file', () => {
  it('is one’s own: masked on the screen, whole in the export, which is on record too', async () => {
    const numbers = { identityNumber: identityNumber(), phone: mobile() };
    const id = await livingIn(world, await home(world), numbers);
    const me = asResident(world, id);
    const { data } = await run(world, me, operations.MyFileDocument, {});
    expect(data.myFile).toMatchObject({
      id,
      name: '测试者',
      maskedPhone: `154****${numbers.phone.slice(-4)}`,
    });
    const exported = await run(world, me, operations.ExportMyFileDocument, { input: { id: newId() } });
    const file = JSON.parse(exported.data.exportMyFile.file ?? '{}') as { resident: object };
    expect(file.resident).toMatchObject({ id, ...numbers });
    expect(await whoLooked(id)).toMatchObject([{ kind: 'EXPORT', purpose: null, reason: null }]);
  });

  it('is NOT_FOUND for whoever is not on file', async () => {
    const { errors } = await run(world, world.actor('RESIDENT'), operations.MyFileDocument, {});
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('is exported three times a day', async () => {
    const me = asResident(world, await somebody(world));
    const codes = [];
    for (let done = 0; done < 4; done += 1) {
      const { data } = await run(world, me, operations.ExportMyFileDocument, { input: { id: newId() } });
      codes.push(data.exportMyFile.userErrors[0]?.code);
    }
    expect(codes).toEqual([undefined, undefined, undefined, 'TOO_MANY_EXPORTS']);
  });

  it('tells who looked page by page, newest first, without a gap or a repeat', async () => {
    const resident = await somebody(world);
    const ids: string[] = [];
    for (let done = 0; done < 5; done += 1) {
      const id = newId();
      ids.unshift(id);
      const input = { id, resident, ...WHY };
      await run(world, world.actor('GRID_WORKER'), operations.RevealResidentDocument, { input });
    }
    const me = asResident(world, resident);
    const first = await run(world, me, operations.WhoLookedDocument, { first: 3 });
    const after = first.data.whoLooked?.pageInfo.endCursor;
    const rest = await run(world, me, operations.WhoLookedDocument, { first: 3, after });
    const seen = [first, rest].flatMap(({ data }) => data.whoLooked?.edges.map(({ node }) => node.id) ?? []);
    expect(seen).toEqual(ids);
    expect(rest.data.whoLooked?.pageInfo.hasNextPage).toBe(false);
  });
});
