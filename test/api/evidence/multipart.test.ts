import { createHash, randomBytes } from 'node:crypto';
import { ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { type Actor } from '../../../src/auth/actor';
import { inspectEvidence } from '../../../src/modules/evidence/evidence.inspection';
import { PART_BYTES } from '../../../src/modules/evidence/evidence-upload.rules';
import { newId } from '../../../src/shared/ids';
import { CompleteUploadDocument, OpenUploadDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { type Ceph, hasRealS3, makeCephWorld, startCeph } from '../../support/ceph-world';
import { casePage, reportCase, slotInput } from '../../support/cases';
import { decoder } from '../../support/decoder';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { box, ftyp, makeVideo, moov } from '../../support/video';
import { cut, sendPart, sha256 } from '../../support/parts';
import { makeWorld, type World } from '../../support/world';

const room = hasRealS3() ? describe : describe.skip;

/** A store on two cores that others use too. */
jest.setTimeout(300_000);

/** Against Ceph's gateway: what is shown here the embedded server cannot do. */
room('a film sent in parts', () => {
  let ceph: Ceph;
  let world: World;
  let worker: Actor;
  const film = makeVideo({ mediaBytes: 3 * PART_BYTES + 1_000, seconds: 93 });
  const parts = cut(film);

  beforeAll(async () => {
    ceph = await startCeph();
  });
  afterAll(() => ceph.stop());
  beforeEach(async () => {
    world = await makeCephWorld(ceph, { ownTable: true });
    worker = world.actor('GRID_WORKER');
  });

  const announce = async (bytes: Uint8Array = film) => {
    const slot = slotOf(bytes, 'video/mp4');
    const { id } = await reportCase(world, worker, { evidence: [slot] });
    return { caseId: id, evidenceId: slot.id, key: keyOf(id, slot.id) };
  };
  type Announced = Awaited<ReturnType<typeof announce>>;
  const open = async ({ caseId, evidenceId }: Announced, who = worker, partHashes = parts.map(sha256)) => {
    const { data, errors } = await run(world, who, OpenUploadDocument, {
      input: { caseId, evidenceId, partHashes },
    });
    expect(errors).toEqual([]);
    return data.openUpload;
  };
  const complete = async ({ caseId, evidenceId }: Announced, who = worker) =>
    (await run(world, who, CompleteUploadDocument, { input: { caseId, evidenceId } })).data.completeUpload;
  const send = (part: Parameters<typeof sendPart>[0], bytes?: Uint8Array) =>
    sendPart(part, bytes ?? parts[part.number - 1]!);
  const pending = async () => {
    const client = new S3Client({ endpoint: ceph.endpoint, forcePathStyle: true });
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: ceph.name }));
    return Uploads.map(({ Key }) => Key);
  };

  it('goes on after the connection was lost in the middle of a part: what had arrived is not sent again', async () => {
    const slot = await announce();
    const first = await open(slot);
    expect(first.upload?.parts.map(({ size }) => size)).toEqual(parts.map(({ length }) => length));
    for (const part of first.upload!.parts.slice(0, 2)) expect((await send(part)).status).toBe(200);
    // The app is killed half-way through the third.
    const broken = new AbortController();
    const third = first.upload!.parts[2]!;
    const half = async function* () {
      yield await Promise.resolve(parts[2]!.subarray(0, PART_BYTES / 2));
      broken.abort();
      yield parts[2]!.subarray(PART_BYTES / 2);
    };
    await expect(
      fetch(third.url!, {
        ...{ method: 'PUT', body: half(), duplex: 'half', signal: broken.signal },
        headers: { 'x-amz-checksum-sha256': third.sha256, 'content-length': String(PART_BYTES) },
      } as unknown as RequestInit),
    ).rejects.toThrow();

    const again = await open(slot);
    expect(again.upload?.parts.map(({ etag }) => etag != null)).toEqual([true, true, false, false]);
    expect(again.upload?.parts.map(({ url }) => url == null)).toEqual([true, true, false, false]);
    const early = await complete(slot);
    expect(early.userErrors).toMatchObject([{ code: 'UPLOAD_INCOMPLETE' }]);
    expect(early.userErrors[0]?.message).toContain('3, 4');
    for (const part of again.upload!.parts.slice(2)) expect((await send(part)).status).toBe(200);
    expect((await complete(slot)).userErrors).toEqual([]);
    // The answer was lost: the same once more.
    expect((await complete(slot)).userErrors).toEqual([]);

    expect(await arrivalsOf(world).arrived(slot.key)).toMatchObject({ arrival: 'VERIFIED' });
    const [seen] = (await casePage(world, world.actor('STREET_STAFF'), slot.caseId)).evidence;
    expect(seen).toMatchObject({ status: 'VERIFIED', kind: 'VIDEO', seconds: 93, size: film.length });
    const original = await (await fetch(seen?.originalUrl ?? '')).arrayBuffer();
    expect(sha256(new Uint8Array(original))).toBe(sha256(film));
    expect((await complete(slot)).userErrors).toEqual([]);
    expect((await open(slot)).userErrors).toMatchObject([{ code: 'EVIDENCE_VERIFIED_ALREADY' }]);
  });

  it('costs two round trips and a write unit to open, one to go on', async () => {
    const slot = await announce();
    const cost = async () => {
      world.meter.reset();
      await open(slot);
      const { waves, readUnits, writeUnits } = world.meter;
      return { waves, readUnits, writeUnits };
    };
    // With the unit of the standing look-up.
    expect(await cost()).toEqual({ waves: 2, readUnits: 2, writeUnits: 1 });
    expect(await cost()).toEqual({ waves: 1, readUnits: 2, writeUnits: 0 });
  });

  it('by two devices at once is one upload', async () => {
    const slot = await announce();
    await Promise.all([1, 2, 3, 4].map(() => open(slot)));
    const mine = (await pending()).filter((key) => key === slot.key);
    expect(mine).toHaveLength(1);
    for (const part of (await open(slot)).upload!.parts) expect((await send(part)).status).toBe(200);
    expect((await complete(slot)).userErrors).toEqual([]);
    expect(await arrivalsOf(world).arrived(slot.key)).toMatchObject({ arrival: 'VERIFIED' });
  });

  it('of other bytes than announced is refused by the hash of the whole', async () => {
    const slot = await announce();
    const other = Buffer.from(parts[1]!);
    other.writeUInt8(other.readUInt8(77) ^ 1, 77);
    for (const part of (await open(slot)).upload!.parts)
      expect((await send(part, part.number === 2 ? other : undefined)).status).toBe(200);
    expect((await complete(slot)).userErrors).toEqual([]);
    expect(await arrivalsOf(world).arrived(slot.key)).toMatchObject({ reason: 'HASH_MISMATCH' });
    // It may be sent once more, as a new upload.
    for (const part of (await open(slot)).upload!.parts) expect((await send(part)).status).toBe(200);
    expect((await complete(slot)).userErrors).toEqual([]);
    expect(await arrivalsOf(world).arrived(slot.key)).toMatchObject({ arrival: 'VERIFIED' });
  });

  it('takes no part under another hash, of another key or after its time, and no half part', async () => {
    const slot = await announce();
    const part = (await open(slot)).upload!.parts[0]!;
    expect((await send({ ...part, sha256: sha256(randomBytes(3)) })).status).toBe(403);
    expect((await send({ ...part, url: part.url!.replace(slot.evidenceId, newId()) })).status).toBe(403);
    expect((await send({ ...part, url: part.url!.replace('partNumber=1', 'partNumber=2') })).status).toBe(
      403,
    );
    expect((await send(part, parts[0]!.subarray(0, 6_000_000))).status).toBe(200);
    expect((await open(slot)).upload?.parts[0]?.etag).toBeNull();
  });

  it('is opened by nobody but whoever announced it, and with a hash for each part', async () => {
    const slot = await announce();
    const holder = world.actor('GRID_WORKER');
    expect((await open(slot, holder)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await complete(slot, holder)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await open(slot, worker, [])).userErrors).toMatchObject([{ code: 'PART_HASHES_INVALID' }]);
    expect((await complete(slot)).userErrors).toMatchObject([{ code: 'UPLOAD_NOT_OPEN' }]);
  });

  it('and never finished is thrown away when it is no longer awaited', async () => {
    const slot = await announce();
    const [part] = (await open(slot)).upload!.parts;
    await send(part!);
    expect(await pending()).toContain(slot.key);
    world.clock.advance(15 * 24 * 3_600_000);
    expect(await arrivalsOf(world).lookForOverdue()).toEqual([
      { arrival: 'NOT_THERE', evidenceId: slot.evidenceId },
    ]);
    expect(await pending()).not.toContain(slot.key);
    expect((await casePage(world, worker, slot.caseId)).evidence[0]).toMatchObject({ status: 'EXPIRED' });
  });

  it('of 500 MB is checked as it passes: this process holds none of it', async () => {
    const { bucket } = ceph;
    const key = `evidence/other/${newId()}`;
    const index = moov({ seconds: 1_800 });
    const mediaBytes = 500_000_000 - ftyp('isom').length - index.length - 8;
    const head = Buffer.concat([ftyp('isom'), index, box('mdat').subarray(0, 8)]);
    head.writeUInt32BE(mediaBytes + 8, head.length - 8);
    const uploadId = await bucket.multipart.begin(key, 'video/mp4');
    const hash = createHash('sha256');
    const pieces = Math.ceil(500_000_000 / PART_BYTES);
    for (let number = 1; number <= pieces; number += 1) {
      const size = number === pieces ? 500_000_000 - (pieces - 1) * PART_BYTES : PART_BYTES;
      const bytes = Buffer.alloc(size, number);
      if (number === 1) head.copy(bytes);
      hash.update(bytes);
      const url = await bucket.multipart.signPart({
        ...{ key, uploadId, number, sha256: sha256(bytes), expiresInSeconds: 900 },
      });
      await send({ number, url, sha256: sha256(bytes) }, bytes);
    }
    const stored = await bucket.multipart.partsOf(key, uploadId);
    if (typeof stored === 'string') throw new Error(stored);
    await bucket.multipart.complete(key, uploadId, stored);
    const file = (await bucket.open(key))!;
    expect(file.size).toBe(500_000_000);
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const begun = performance.now();
    const announced = { contentType: 'video/mp4', size: 500_000_000, sha256: hash.digest('base64') };
    const found = await inspectEvidence(file, announced, decoder());
    clearInterval(watch);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(
      `500 MB checked in ${seconds} s, ${Math.round((most - before) / 1e6)} MB more held\n`,
    );
    expect(found).toMatchObject({ verdict: 'VERIFIED', seconds: 1_800 });
    expect(most - before).toBeLessThan(250_000_000);
  });
});

describe('a store that cannot list the parts of an upload, as the embedded one', () => {
  it('says so before anything is sent in parts', async () => {
    const world = await makeWorld();
    const worker = world.actor('GRID_WORKER');
    const slot = slotInput();
    const { id: caseId } = await reportCase(world, worker, { evidence: [slot] });
    const input = { caseId, evidenceId: slot.id, partHashes: [slot.sha256] };
    const { data } = await run(world, worker, OpenUploadDocument, { input });
    expect(data.openUpload).toMatchObject({
      upload: null,
      userErrors: [{ code: 'UPLOAD_IN_PARTS_UNAVAILABLE' }],
    });
  });
});
