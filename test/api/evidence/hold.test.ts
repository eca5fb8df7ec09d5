import { DeleteObjectCommand, GetObjectLegalHoldCommand, S3Client } from '@aws-sdk/client-s3';
import { newId } from '../../../src/shared/ids';
import { CasePageDocument, SetLegalHoldDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { type Ceph, hasRealS3, makeCephWorld, startCeph } from '../../support/ceph-world';
import { casePage, reportCase } from '../../support/cases';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { makePhoto } from '../../support/photos';
import { makeWorld, type World } from '../../support/world';

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

const hold = async (world: World, caseId: string, on: boolean, who = world.actor('STREET_STAFF')) => {
  const input = { caseId, on, reason: on ? '行政诉讼' : '结案' };
  const { data, errors } = await run(world, who, SetLegalHoldDocument, { input });
  return { ...(data as Partial<typeof data> | null)?.setLegalHold, errors };
};

/** A case with so many photos announced, and a way to send each. */
async function arrange(world: World, count: number) {
  const photos = await Promise.all(Array.from({ length: count }, () => makePhoto({ caption: newId() })));
  const slots = photos.map((photo) => slotOf(photo));
  const { id } = await reportCase(world, world.actor('GRID_WORKER'), { evidence: slots });
  const keys = slots.map((slot) => keyOf(id, slot.id));
  const send = async (index: number) => {
    await world.foundation.bucket.write(keys[index]!, photos[index]!, 'image/jpeg');
    expect(await arrivalsOf(world).arrived(keys[index]!)).toMatchObject({ arrival: 'VERIFIED' });
  };
  return { id, keys, send };
}

const room = hasRealS3() ? describe : describe.skip;

/** Against Ceph's gateway, which refuses what S3 refuses. */
room('a legal hold on a case, in the store', () => {
  let ceph: Ceph;
  let client: S3Client;
  beforeAll(async () => {
    ceph = await startCeph();
    client = new S3Client({ endpoint: ceph.endpoint, forcePathStyle: true });
  });
  afterAll(() => ceph.stop());

  const statusOf = async (Key: string) =>
    (await client.send(new GetObjectLegalHoldCommand({ Bucket: ceph.name, Key }))).LegalHold?.Status;
  /** As somebody who may pass over the ordinary lock. */
  const remove = async (Key: string) => {
    const { versionId } = (await ceph.bucket.read(Key, { maxBytes: 1 }))!;
    const command = { Bucket: ceph.name, Key, VersionId: versionId, BypassGovernanceRetention: true };
    return client.send(new DeleteObjectCommand(command));
  };

  it('keeps every file, also one that arrives later, from whoever may pass over the ordinary lock; until it is lifted', async () => {
    const world = await makeCephWorld(ceph);
    const { id, keys, send } = await arrange(world, 2);
    await send(0);
    expect(await hold(world, id, true)).toMatchObject({ userErrors: [], case: { legalHold: { on: true } } });
    await send(1);
    for (const key of keys) {
      expect(await statusOf(key)).toBe('ON');
      await expect(remove(key)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    }
    expect(await hold(world, id, false)).toMatchObject({
      userErrors: [],
      case: { legalHold: { on: false } },
    });
    for (const key of keys) expect(await statusOf(key)).toBe('OFF');
    await remove(keys[0]!);
    expect(await ceph.bucket.open(keys[0]!)).toBeUndefined();
  });

  it('that broke off in the middle is mended by the same once more, by person or by event', async () => {
    const world = await makeCephWorld(ceph);
    const { id, keys, send } = await arrange(world, 2);
    await send(0);
    await send(1);
    await hold(world, id, true);
    for (const key of keys) await ceph.bucket.setLegalHold(key, undefined, false);
    await arrivalsOf(world).arrived(keys[0]!);
    expect([await statusOf(keys[0]!), await statusOf(keys[1]!)]).toEqual(['ON', 'OFF']);
    await hold(world, id, true);
    expect(await statusOf(keys[1]!)).toBe('ON');
  });
});

describe('a legal hold on a case, on record', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  it('says who set and lifted it, when and why; the same once more adds nothing', async () => {
    const { id } = await arrange(world, 0);
    const street = world.actor('STREET_STAFF', undefined, '许伟');
    expect((await casePage(world, street, id)).legalHold).toBeNull();
    await hold(world, id, true, street);
    await hold(world, id, true, street);
    world.clock.advance(60_000);
    await hold(world, id, false, world.actor('DISTRICT_STAFF', undefined, '周敏'));
    const { data } = await run(world, street, CasePageDocument, { id });
    expect(data.case?.legalHold).toEqual({
      on: false,
      steps: [
        { on: true, reason: '行政诉讼', name: '许伟', at: '2026-05-12T02:30:00.000Z' },
        { on: false, reason: '结案', name: '周敏', at: '2026-05-12T02:31:00.000Z' },
      ],
    });
  });

  it('stands in a store that knows no holds too, over a file that was there and one that comes', async () => {
    const { id, send } = await arrange(world, 2);
    await send(0);
    expect(await hold(world, id, true)).toMatchObject({ userErrors: [], errors: [] });
    await send(1);
    expect((await casePage(world, world.actor('STREET_STAFF'), id)).legalHold).toMatchObject({ on: true });
  });

  it('is set by street and district, and by nobody below or elsewhere; a reason is needed', async () => {
    const { id } = await arrange(world, 0);
    const { errors } = await hold(world, id, true, world.actor('GRID_WORKER'));
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const elsewhere = await makeWorld();
    const foreign = await hold(world, id, true, elsewhere.actor('STREET_STAFF'));
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const input = { caseId: id, on: true, reason: ' ' };
    const { data } = await run(world, world.actor('STREET_STAFF'), SetLegalHoldDocument, { input });
    expect(data.setLegalHold.userErrors).toMatchObject([{ code: 'TEXT_REQUIRED' }]);
  });

  it('set by two at once is set once', async () => {
    const { id } = await arrange(world, 0);
    const all = await Promise.all([1, 2, 3].map(() => hold(world, id, true)));
    for (const { userErrors } of all)
      expect([[], ['CONFLICT']]).toContainEqual(userErrors?.map(({ code }) => code));
    const page = await casePage(world, world.actor('STREET_STAFF'), id);
    expect(page.legalHold).toMatchObject({ on: true, steps: [{ on: true }] });
  });
});
