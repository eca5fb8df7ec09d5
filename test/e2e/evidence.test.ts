import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import {
  AddCaseEvidenceDocument,
  CasePageDocument,
  type CasePageQuery,
  type EvidenceSlotInput,
  ReportCaseDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';
import { uploadFile } from '../support/upload';
import { makeVideo } from '../support/video';

type Evidence = NonNullable<CasePageQuery['case']>['evidence'][number];

const stores = ['embedded' as const, ...(process.env.WANGGE_TEST_REAL_S3 ? ['real S3' as const] : [])];

/** From the slot to the verdict, through the running doors: ticket, upload, event of the bucket, check. */
describe.each(stores)('evidence in the %s store', (store) => {
  const place = pointIn(1);
  const takenAt = new Date('2026-05-12T01:15:00Z');
  const worker = () => laptop(store).clientOf('wang-fang');
  const slotOf = (bytes: Uint8Array, contentType = 'image/jpeg'): EvidenceSlotInput => ({
    id: newId(),
    role: 'SCENE',
    contentType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('base64'),
  });
  const report = async (...evidence: EvidenceSlotInput[]) => {
    const input = { id: newId(), category: 'OTHER', text: '测试材料', place: { point: place }, evidence };
    const { reportCase } = await (await worker()).request(ReportCaseDocument, { input });
    return { caseId: input.id, tickets: reportCase.case?.evidence ?? [], errors: reportCase.userErrors };
  };
  const read = async (caseId: string, who = 'wang-fang') => {
    const client = await laptop(store).clientOf(who);
    const { case: page } = await client.request(CasePageDocument, { id: caseId });
    return page?.evidence ?? [];
  };
  const verdict = (caseId: string): Promise<Evidence> =>
    eventually(async () => (await read(caseId)).find(({ status }) => status !== 'AWAITED'));
  const send = async (bytes: Uint8Array, slot = slotOf(bytes)) => {
    const { caseId, tickets } = await report(slot);
    await uploadFile(tickets[0]?.upload, bytes);
    return { caseId, slot, evidence: await verdict(caseId) };
  };

  it('of a JPEG is verified with time and place, its thumbnail bare, its original to the byte', async () => {
    const photo = await makePhoto({ takenAt, place });
    const { evidence } = await send(photo);
    expect(evidence).toMatchObject({ status: 'VERIFIED', rejection: null, width: 1280, height: 960 });
    expect(evidence.takenAt).toBe(takenAt.toISOString());
    expect(evidence.takenPlace?.latitude).toBeCloseTo(place.latitude, 4);
    const thumbnail = await (await fetch(evidence.thumbnailUrl ?? '')).arrayBuffer();
    const picture = await (await fetch(evidence.pictureUrl ?? '')).arrayBuffer();
    for (const [shown, side] of [
      [thumbnail, 480],
      [picture, 1280],
    ] as const) {
      const { format, width, exif, xmp, iptc, icc } = await sharp(shown).metadata();
      expect({ format, width, exif, xmp, iptc, icc }).toEqual({ format: 'webp', width: side });
    }
    const link = await fetch(evidence.originalUrl ?? '');
    expect(link.headers.get('content-disposition')).toBe('attachment');
    const original = await link.arrayBuffer();
    expect(Buffer.from(original).equals(photo)).toBe(true);
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    [
      'PNG',
      'image/png',
      () =>
        sharp(randomBytes(90 * 60 * 3), { raw: { width: 90, height: 60, channels: 3 } })
          .png()
          .toBuffer(),
    ],
    [
      'WebP',
      'image/webp',
      () =>
        sharp(randomBytes(90 * 60 * 3), { raw: { width: 90, height: 60, channels: 3 } })
          .webp()
          .toBuffer(),
    ],
    ['HEIC', 'image/heic', () => readFileSync('test/support/files/boxes.heic')],
  ])('of a %s is verified and has a thumbnail', async (_name, contentType, make) => {
    const bytes = await make();
    const { evidence } = await send(bytes, slotOf(bytes, contentType));
    expect(evidence).toMatchObject({ status: 'VERIFIED', kind: 'PHOTO' });
    expect((await fetch(evidence.thumbnailUrl ?? '')).status).toBe(200);
  });

  it('of an MP4 is verified as a video with its length, without a thumbnail', async () => {
    const video = makeVideo();
    const { evidence } = await send(video, slotOf(video, 'video/mp4'));
    expect(evidence).toMatchObject({ status: 'VERIFIED', kind: 'VIDEO', seconds: 12.5, thumbnailUrl: null });
  });

  it.each<[string, string, () => Promise<Uint8Array>]>([
    [
      'a text file named .jpg',
      'TYPE_NOT_ALLOWED',
      () => Promise.resolve(Buffer.from('I am a photo, honestly.')),
    ],
    [
      'a truncated JPEG',
      'NOT_DECODABLE',
      async () => (await makePhoto({ caption: 'cut' })).subarray(0, 9_000),
    ],
    [
      'a page with a script',
      'TYPE_NOT_ALLOWED',
      () => Promise.resolve(Buffer.from('<html><script>1</script></html>')),
    ],
  ])('of %s is rejected as %s, has no links, and a better file may follow', async (_what, reason, make) => {
    const { caseId, slot, evidence } = await send(await make());
    expect(evidence).toMatchObject({ status: 'REJECTED', rejection: reason });
    expect([evidence.thumbnailUrl, evidence.originalUrl]).toEqual([null, null]);
    const photo = await makePhoto({ caption: 'better' });
    const better = slotOf(photo);
    const { addCaseEvidence } = await (
      await worker()
    ).request(AddCaseEvidenceDocument, {
      input: { caseId, evidence: [better] },
    });
    await uploadFile(addCaseEvidence.case?.evidence.find(({ id }) => id === better.id)?.upload, photo);
    const all = await eventually(async () => {
      const found = await read(caseId);
      return found.some(({ status }) => status === 'VERIFIED') ? found : undefined;
    });
    expect(all.map(({ id, status }) => [id, status]).sort()).toEqual(
      [
        [slot.id, 'REJECTED'],
        [better.id, 'VERIFIED'],
      ].sort(),
    );
  });

  it('of other bytes than announced is rejected by its hash, and the right bytes may still follow', async () => {
    const photo = await makePhoto({ caption: 'announced' });
    const other = Buffer.from(photo);
    other.writeUInt8(other.readUInt8(other.length - 9) ^ 1, other.length - 9);
    const slot = slotOf(photo);
    const { caseId, tickets } = await report(slot);
    await uploadFile(tickets[0]?.upload, other);
    expect(await verdict(caseId)).toMatchObject({ status: 'REJECTED', rejection: 'HASH_MISMATCH' });
    await uploadFile(tickets[0]?.upload, photo);
    const good = await eventually(async () =>
      (await read(caseId)).find(({ status }) => status === 'VERIFIED'),
    );
    expect(good.rejection).toBeNull();
  });

  it('over the limit is refused before anything is uploaded, with the slot named', async () => {
    const slot = { ...slotOf(Buffer.from('x')), size: 20_000_001 };
    const { errors, tickets } = await report(slot);
    expect(errors).toMatchObject([{ code: 'EVIDENCE_SIZE_INVALID', path: ['evidence', '0', 'size'] }]);
    expect(tickets).toEqual([]);
  });

  it('that is sent twice is checked once, and the answer is the same', async () => {
    const photo = await makePhoto({ caption: 'twice' });
    const slot = slotOf(photo);
    const { caseId, tickets } = await report(slot);
    await Promise.all([uploadFile(tickets[0]?.upload, photo), uploadFile(tickets[0]?.upload, photo)]);
    const first = await verdict(caseId);
    await uploadFile(tickets[0]?.upload, photo);
    expect(await verdict(caseId)).toMatchObject({ status: 'VERIFIED', checkedAt: first.checkedAt });
  });

  it('is seen by those who may see the case, and by nobody else', async () => {
    const { caseId } = await send(await makePhoto({ caption: 'whose' }));
    const [seen] = await read(caseId, 'xu-wei');
    expect(seen).toMatchObject({ status: 'VERIFIED' });
    await expect(read(caseId, 'zhao-min')).rejects.toThrow(/NOT_FOUND/);
  });
});
