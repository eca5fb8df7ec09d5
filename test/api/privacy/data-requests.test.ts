import * as operations from '../../generated/operations';
import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { careTag } from '../../support/care';
import { twins } from '../../support/duplicates';
import { asResident, somebody } from '../../support/privacy';
import { home, identityNumber, livingIn, mobile } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

let world: World;
let staff: Actor;
beforeEach(async () => {
  world = await makeWorld();
  staff = world.actor('COMMUNITY_STAFF', undefined, '林燕');
});

const REASON = '已经核对户口簿';

const correct = async (resident: string, fields: object) => {
  const input = { id: newId(), reason: '登记的内容写错了', ...fields };
  const { data } = await run(world, asResident(world, resident), operations.RequestCorrectionDocument, {
    input,
  });
  return { id: input.id, payload: data.requestCorrection };
};
const erase = async (resident: string) => {
  const input = { id: newId(), reason: '已搬离本区，请删除' };
  const { data } = await run(world, asResident(world, resident), operations.RequestDeletionDocument, {
    input,
  });
  return { id: input.id, payload: data.requestDeletion };
};
const decide = (resident: string, request: string, decision: 'ACCEPT' | 'REFUSE', id = newId()) =>
  run(world, staff, operations.DecideDataRequestDocument, {
    input: { id, resident, request, decision, reason: REASON },
  });
const mine = async (resident: string) => {
  const { data } = await run(world, asResident(world, resident), operations.MyDataRequestsDocument, {});
  return data.myDataRequests ?? [];
};
const leave = async (household: string, resident: string) => {
  const input = { id: newId(), household, resident, on: '2026-05-01', ending: 'MOVED_OUT' as const };
  const { data } = await run(world, world.actor('GRID_WORKER'), operations.EndResidenceDocument, { input });
  expect(data.endResidence.userErrors).toEqual([]);
};

describe('a request for correction', () => {
  it('is in the inbox of the community by its deadline, and done when it is accepted', async () => {
    const resident = await somebody(world);
    const phone = mobile();
    const { id, payload } = await correct(resident, { name: '测试哲', phone });
    expect(payload).toMatchObject({
      request: { state: 'SUBMITTED', deadline: '2026-05-27' },
      userErrors: [],
    });
    const inbox = await run(world, world.actor('COMMUNITY_STAFF'), operations.DataRequestsDocument, {});
    expect(inbox.data.dataRequests?.edges).toMatchObject([
      { node: { id, resident, maskedName: '测**', fields: ['name', 'phone'] } },
    ]);
    const page = await run(world, world.actor('COMMUNITY_STAFF'), operations.DataRequestPageDocument, {
      ...{ resident, id },
    });
    const maskedPhone = `154****${phone.slice(-4)}`;
    expect(page.data.dataRequest?.told).toMatchObject({ name: '测试哲', maskedPhone });

    const decision = newId();
    const { data } = await decide(resident, id, 'ACCEPT', decision);
    expect(data.decideDataRequest).toMatchObject({ request: { state: 'ACCEPTED' }, userErrors: [] });
    expect((await decide(resident, id, 'ACCEPT', decision)).data).toEqual(data);
    const file = await run(world, asResident(world, resident), operations.MyFileDocument, {});
    expect(file.data.myFile).toMatchObject({ name: '测试哲', maskedPhone, version: 2 });
    expect(await world.services.residents.withNumber({ phone })).toHaveLength(1);
    expect(await mine(resident)).toMatchObject([
      { id, state: 'ACCEPTED', verdict: { reason: REASON, by: '林燕' } },
    ]);
    const after = await run(world, world.actor('COMMUNITY_STAFF'), operations.DataRequestsDocument, {});
    expect(after.data.dataRequests?.edges).toEqual([]);
  });

  it('is refused for a reason that the resident reads, and cannot be decided again', async () => {
    const resident = await somebody(world);
    const { id } = await correct(resident, { name: '另一个' });
    await decide(resident, id, 'REFUSE');
    expect(await mine(resident)).toMatchObject([{ state: 'REFUSED', verdict: { reason: REASON } }]);
    const again = await decide(resident, id, 'ACCEPT');
    expect(again.data.decideDataRequest.userErrors).toMatchObject([{ code: 'DECIDED_ALREADY' }]);
    expect(
      (await run(world, asResident(world, resident), operations.MyFileDocument, {})).data.myFile?.name,
    ).toBe('测试者');
  });

  it.each([
    [{ name: '张*' }, 'MASKED_VALUE'],
    [{ phone: '123' }, 'PHONE_INVALID'],
    [{ birthDate: '2999-01-01' }, 'BIRTH_DATE_INVALID'],
    [{ reason: '我的号码是 15400001234' }, 'NUMBER_IN_TEXT'],
  ])('with %j is refused as %s', async (fields, code) => {
    const { payload } = await correct(await somebody(world), fields);
    expect(payload).toMatchObject({ request: null, userErrors: [{ code }] });
  });

  it('waits once at a time, and is another community’s business to nobody else', async () => {
    const resident = await somebody(world);
    const { id } = await correct(resident, { name: '测试哲' });
    const second = await correct(resident, { name: '测试折' });
    expect(second.payload.userErrors).toMatchObject([{ code: 'REQUEST_WAITS' }]);
    const stranger = world.actor('COMMUNITY_STAFF', world.otherCommunity);
    const { errors } = await run(world, stranger, operations.DataRequestPageDocument, { resident, id });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('a request for deletion', () => {
  it('is refused while they live here, and nothing is changed', async () => {
    const resident = await somebody(world);
    const { id } = await erase(resident);
    const { data } = await decide(resident, id, 'ACCEPT');
    expect(data.decideDataRequest.userErrors).toMatchObject([{ code: 'LIVES_HERE_STILL' }]);
    expect(await mine(resident)).toMatchObject([{ state: 'SUBMITTED' }]);
  });

  it('erases the person from record, indexes and household once they have left', async () => {
    const household = await home(world);
    const numbers = { identityNumber: identityNumber(), phone: mobile() };
    const resident = await livingIn(world, household, { ...numbers, name: '欧阳测试' });
    await run(world, staff, operations.SetCareTagDocument, { input: careTag(resident) });
    await leave(household, resident);
    const { id } = await erase(resident);
    const { data } = await decide(resident, id, 'ACCEPT');
    expect(data.decideDataRequest).toMatchObject({ request: { state: 'ACCEPTED' }, userErrors: [] });
    expect(await world.services.residents.withNumber(numbers)).toEqual([]);
    const reads = createCollectionReader(world.foundation.table);
    const standing = await world.services.residents.lookUp(reads, resident);
    expect(standing).toMatchObject({
      state: 'ERASED',
      name: '',
      birthYear: 1990,
      residences: [],
    });
    expect(standing?.sealed).toBeUndefined();
    const items = [
      ...(await reads.read(`RESIDENT#${resident}`)),
      ...(await reads.read(`HOUSEHOLD#${household}`)),
    ];
    expect(JSON.stringify(items)).not.toMatch(/欧|154\*|5\*{16}|ELDERLY/);
  });

  it('of somebody who was on file twice is done in the record that goes on, and erases both', async () => {
    const { id: pair, older, younger, homes, number } = await twins(world);
    const asked = await erase(younger);
    const input = { id: newId(), duplicate: pair, verdict: 'SAME' } as const;
    await run(world, staff, operations.DecideDuplicateDocument, { input });
    expect((await decide(younger, asked.id, 'ACCEPT')).data.decideDataRequest.userErrors).toMatchObject([
      { code: 'LIVES_HERE_STILL' },
    ]);
    await leave(homes[0], older);
    await leave(homes[1], older);
    expect(await mine(older)).toMatchObject([{ id: asked.id, state: 'SUBMITTED' }]);
    const { data } = await decide(younger, asked.id, 'ACCEPT');
    expect(data.decideDataRequest).toMatchObject({ request: { state: 'ACCEPTED' }, userErrors: [] });
    await world.services.duplicateWatch.compare([older, younger]);
    expect(await world.services.residents.withNumber({ identityNumber: number })).toEqual([]);
    const reads = createCollectionReader(world.foundation.table);
    const keys = [`RESIDENT#${older}`, `RESIDENT#${younger}`, ...homes.map((home) => `HOUSEHOLD#${home}`)];
    const items = await Promise.all(keys.map((key) => reads.read(key)));
    expect(JSON.stringify(items)).not.toMatch(/赵|154\*|5\*{16}|1988-04/);
  });
});

describe('the record of somebody who has left', () => {
  const round = () => world.services.erasures.eraseDue(() => createCollectionReader(world.foundation.table));
  const stateOf = async (id: string) =>
    (await world.services.residents.lookUp(createCollectionReader(world.foundation.table), id))?.state;

  it('is erased two years later, once, by the clock', async () => {
    world = await makeWorld({ ownTable: true });
    const household = await home(world);
    const [gone, here] = [await livingIn(world, household), await livingIn(world, household)];
    await leave(household, gone);
    world.clock.advance(718 * 86_400_000);
    expect(await round()).toEqual([]);
    world.clock.advance(2 * 86_400_000);
    expect(await round()).toEqual(['ERASED']);
    expect(await round()).toEqual([]);
    expect([await stateOf(gone), await stateOf(here)]).toEqual(['ERASED', 'LIVING_HERE']);
  });
});
