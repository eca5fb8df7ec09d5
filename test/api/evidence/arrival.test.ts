import { type Bucket } from '../../../src/data/bucket';
import { newId } from '../../../src/shared/ids';
import { casePage, reportCase } from '../../support/cases';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { injectFaults } from '../../support/faults';
import { makePhoto } from '../../support/photos';
import { makeWorld, type World } from '../../support/world';

const MINUTE = 60_000;

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

describe('a file that arrives', () => {
  let world: World;
  let photo: Buffer;
  beforeEach(async () => {
    world = await makeWorld();
    photo = await makePhoto({ caption: newId() });
  });

  /** A case that awaits the photo, and the key that the photo goes to. */
  const awaiting = async (slot = slotOf(photo)) => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker, { evidence: [slot] });
    const seen = async () => (await casePage(world, worker, id)).evidence[0];
    return { key: keyOf(id, slot.id), seen };
  };
  const put = (key: string, bytes: Uint8Array = photo) =>
    world.foundation.bucket.write(key, bytes, 'image/jpeg');

  it('is verified once, however often the bucket tells of it', async () => {
    const { key, seen } = await awaiting();
    await put(key);
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'VERIFIED' });
    const first = await seen();
    world.clock.advance(MINUTE);
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'SETTLED_BEFORE' });
    expect((await seen())?.checkedAt).toBe(first?.checkedAt);
  });

  it('is verified once by two doors at the same time', async () => {
    const { key, seen } = await awaiting();
    await put(key);
    const arrivals = await Promise.all([1, 2, 3].map(() => arrivalsOf(world).arrived(key)));
    for (const { arrival } of arrivals) expect(['VERIFIED', 'SETTLED_BEFORE']).toContain(arrival);
    expect(await seen()).toMatchObject({ status: 'VERIFIED', rejection: null });
  });

  it('and was announced by nobody is left alone', async () => {
    for (const key of [
      keyOf(newId(), newId()),
      'evidence/original/x',
      'evidence/thumbnail/CASE/1/2.webp',
      '',
    ]) {
      expect(await arrivalsOf(world).arrived(key)).toEqual({ arrival: 'UNKNOWN' });
    }
  });

  it('with far more bytes than any file may have is refused without being read whole', async () => {
    const { key, seen } = await awaiting();
    await put(key, Buffer.alloc(21_000_000));
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'REJECTED', reason: 'TOO_LARGE' });
    expect(await seen()).toMatchObject({ status: 'REJECTED', rejection: 'TOO_LARGE', thumbnailUrl: null });
  });

  it('and was refused may be sent again, and a good one is never replaced by a bad one', async () => {
    const { key, seen } = await awaiting();
    await put(key, Buffer.concat([photo.subarray(0, photo.length - 1), Buffer.from('!')]));
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ reason: 'HASH_MISMATCH' });
    await put(key);
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'VERIFIED' });
    await put(key, Buffer.from('later'));
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'SETTLED_BEFORE' });
    expect(await seen()).toMatchObject({ status: 'VERIFIED', rejection: null });
  });

  it('is not verified half: when its picture cannot be kept, the event fails and comes again', async () => {
    const { key, seen } = await awaiting();
    await put(key);
    const { bucket } = world.foundation;
    const broken: Bucket = { ...bucket, write: () => Promise.reject(new Error('The store is full.')) };
    const failing = arrivalsOf({ ...world, foundation: { ...world.foundation, bucket: broken } });
    await expect(failing.arrived(key)).rejects.toThrow();
    expect(await seen()).toMatchObject({ status: 'AWAITED' });
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'VERIFIED' });
  });

  it('is verified exactly once on a network that loses requests and answers', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => awaiting(slotOf(photo))));
    await Promise.all(cases.map(({ key }) => put(key)));
    const faults = injectFaults(world.foundation.table.client, 20160512);
    Object.assign(faults, { lostAnswers: 0.3, lostRequests: 0.1 });
    for (const { key } of cases) {
      for (let tries = 0; tries < 10; tries += 1) {
        const done = await arrivalsOf(world)
          .arrived(key)
          .catch(() => undefined);
        if (done !== undefined) break;
      }
    }
    Object.assign(faults, { lostAnswers: 0, lostRequests: 0 });
    for (const { seen } of cases) expect(await seen()).toMatchObject({ status: 'VERIFIED' });
  });
});

/** Bucket events can be lost; files must not be. */
describe('a file whose arrival nobody announced', () => {
  let world: World;
  let photo: Buffer;
  beforeEach(async () => {
    world = await makeWorld({ ownTable: true });
    photo = await makePhoto({ caption: newId() });
  });

  const awaiting = async () => {
    const worker = world.actor('GRID_WORKER');
    const slot = slotOf(photo);
    const { id } = await reportCase(world, worker, { evidence: [slot] });
    const seen = async () => (await casePage(world, worker, id)).evidence[0];
    return { key: keyOf(id, slot.id), id: slot.id, seen };
  };
  it('is found by the clock ten minutes after its slot was opened, and not before', async () => {
    const { key, id, seen } = await awaiting();
    await world.foundation.bucket.write(key, photo, 'image/jpeg');
    world.clock.advance(9 * MINUTE);
    expect(await arrivalsOf(world).lookForOverdue()).toEqual([]);
    world.clock.advance(MINUTE);
    expect(await arrivalsOf(world).lookForOverdue()).toEqual([{ arrival: 'VERIFIED', evidenceId: id }]);
    expect(await seen()).toMatchObject({ status: 'VERIFIED' });
  });

  it('and cannot be read keeps no other from being found, and is due again', async () => {
    const [bad, good] = [await awaiting(), await awaiting()];
    for (const { key } of [bad, good]) await world.foundation.bucket.write(key, photo, 'image/jpeg');
    world.clock.advance(10 * MINUTE);
    const { bucket } = world.foundation;
    const broken: Bucket = {
      ...bucket,
      open: (key, versionId) =>
        key === bad.key ? Promise.reject(new Error('Unreadable.')) : bucket.open(key, versionId),
    };
    const failing = arrivalsOf({ ...world, foundation: { ...world.foundation, bucket: broken } });
    const reports = await failing.lookForOverdue();
    expect(reports).toContainEqual({ arrival: 'FAILED', evidenceId: bad.id });
    expect(reports).toContainEqual({ arrival: 'VERIFIED', evidenceId: good.id });
    expect(await arrivalsOf(world).lookForOverdue()).toEqual([{ arrival: 'VERIFIED', evidenceId: bad.id }]);
  });

  it('and never came is looked for ever more rarely, given up after seven days, and still taken when it comes', async () => {
    const { key, id, seen } = await awaiting();
    const opened = world.clock.now().getTime();
    const lookAfter = (minutes: number) => {
      world.clock.advance(opened + minutes * MINUTE - world.clock.now().getTime());
      return arrivalsOf(world).lookForOverdue();
    };
    // 10, 20, 40 … minutes: the tenth doubling is the first beyond seven days.
    for (const age of Array.from({ length: 11 }, (_none, doublings) => 10 * 2 ** doublings)) {
      expect(await seen()).toMatchObject({ status: 'AWAITED' });
      expect(await lookAfter(age - 1)).toEqual([]);
      expect(await lookAfter(age)).toEqual([{ arrival: 'NOT_THERE', evidenceId: id }]);
    }
    expect(await seen()).toMatchObject({ status: 'EXPIRED' });
    expect(await lookAfter(100_000)).toEqual([]);
    await world.foundation.bucket.write(key, photo, 'image/jpeg');
    expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'VERIFIED' });
    expect(await seen()).toMatchObject({ status: 'VERIFIED' });
  });
});
