import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetBucketCorsCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { openBucket, type SignedForm } from '../../src/data/bucket';
import { newId } from '../../src/shared/ids';
import { REAL_S3_KEYS } from '../support/real-s3';
import { uploadFile } from '../support/upload';

const endpoint = process.env.WANGGE_TEST_REAL_S3;
const room = endpoint === undefined ? describe.skip : describe;

/** What the embedded server does not hold and a real store does; the bucket is the one that `npm start` made there. */
room('a real S3 store', () => {
  const name = 'wangge-laptop-evidence';
  const bytes = Buffer.from('the bytes of a file');
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  let bucket: ReturnType<typeof openBucket>;
  let client: S3Client;

  beforeAll(() => {
    Object.assign(process.env, REAL_S3_KEYS);
    bucket = openBucket({ name, endpoint });
    client = new S3Client({ endpoint: endpoint ?? '', forcePathStyle: true });
  });

  const newKey = () => `evidence/other/${newId()}`;
  const sign = (key: string, more: { size?: number; expiresInSeconds?: number } = {}) =>
    bucket.presignUpload(
      { key, contentType: 'image/jpeg', size: bytes.length, sha256, expiresInSeconds: 900, ...more },
      new Date(),
    );
  const change = (form: SignedForm, field: string, value: string): SignedForm => ({
    ...form,
    fields: form.fields.map((each) => (each.name === field ? { name: field, value } : each)),
  });

  it('takes exactly what was signed', async () => {
    const key = newKey();
    expect(await uploadFile(await sign(key), bytes)).toBeLessThan(300);
    const stored = await bucket.read(key, { maxBytes: 100 });
    expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it.each<[string, (form: SignedForm) => SignedForm]>([
    ['another key', (form) => change(form, 'key', newKey())],
    ['another content type', (form) => change(form, 'Content-Type', 'text/html')],
    ['another hash', (form) => change(form, 'x-amz-checksum-sha256', 'A'.repeat(43) + '=')],
    [
      'a changed policy',
      (form) =>
        change(
          form,
          'Policy',
          Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64'),
        ),
    ],
    ['a changed signature', (form) => change(form, 'X-Amz-Signature', 'f'.repeat(64))],
    [
      'no policy',
      (form) => ({ ...form, fields: form.fields.filter(({ name: field }) => field !== 'Policy') }),
    ],
  ])('refuses a form with %s', async (_what, tamper) => {
    const key = newKey();
    const status = await uploadFile(tamper(await sign(key)), bytes);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await bucket.read(key, { maxBytes: 100 })).toBeUndefined();
  });

  it.each([
    ['larger', Buffer.concat([bytes, Buffer.from('!')])],
    ['smaller', bytes.subarray(1)],
  ])('refuses a file that is %s than signed', async (_what, other) => {
    const key = newKey();
    expect(await uploadFile(await sign(key), other)).toBeGreaterThanOrEqual(400);
    expect(await bucket.read(key, { maxBytes: 100 })).toBeUndefined();
  });

  it('refuses a form, and a link, whose time is over', async () => {
    const key = newKey();
    await uploadFile(await sign(key), bytes);
    const lateKey = newKey();
    // Signed with whole seconds: what is good for one may be over at once.
    const form = await sign(lateKey, { expiresInSeconds: 4 });
    const link = await bucket.presignDownload({ key, expiresInSeconds: 4 });
    expect((await fetch(link)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    expect(await uploadFile(form, bytes)).toBe(403);
    expect((await fetch(link)).status).toBe(403);
  });

  it('refuses strangers, and a link that was changed', async () => {
    const key = newKey();
    await uploadFile(await sign(key), bytes);
    expect((await fetch(`${endpoint ?? ''}/${name}/${key}`)).status).toBe(403);
    const link = await bucket.presignDownload({ key, expiresInSeconds: 60 });
    expect((await fetch(link.replace(key, newKey()))).status).toBe(403);
  });

  it('keeps every version, so that a link to the one that was checked shows those very bytes', async () => {
    const key = newKey();
    await uploadFile(await sign(key), bytes);
    const versionId = (await bucket.read(key, { maxBytes: 100 }))?.versionId;
    const later = Buffer.from('other bytes of this');
    await uploadFile(await sign(key), later);
    const link = await bucket.presignDownload({ key, versionId, expiresInSeconds: 60 });
    expect(await (await fetch(link)).text()).toBe(bytes.toString());
    expect(Buffer.from((await bucket.read(key, { maxBytes: 100 }))?.bytes ?? []).toString()).toBe(
      later.toString(),
    );
  });

  it('does not let the store keeper delete a version before its time, and a deletion hides nothing for good', async () => {
    const key = newKey();
    await uploadFile(await sign(key), bytes);
    const versionId = (await bucket.read(key, { maxBytes: 100 }))?.versionId;
    const retention = await client.send(new GetObjectRetentionCommand({ Bucket: name, Key: key }));
    expect(retention.Retention?.Mode).toBe('GOVERNANCE');
    await expect(
      client.send(new DeleteObjectCommand({ Bucket: name, Key: key, VersionId: versionId })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: name, Prefix: key }),
    );
    expect([Versions.length, DeleteMarkers.length]).toEqual([1, 1]);
    const link = await bucket.presignDownload({ key, versionId, expiresInSeconds: 60 });
    expect((await fetch(link)).status).toBe(200);
  });

  it('has no version of a file left that was removed when its time was over; before, and while it is held, it keeps all', async () => {
    const key = newKey();
    for (const again of [bytes, Buffer.from('other bytes of this')]) await uploadFile(await sign(key), again);
    await bucket.write(`${key}.webp`, bytes, 'image/webp');
    await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
    const all = async () => {
      const found = await client.send(new ListObjectVersionsCommand({ Bucket: name, Prefix: key }));
      return [...(found.Versions ?? []), ...(found.DeleteMarkers ?? [])];
    };
    const own = async () => (await all()).filter(({ Key, VersionId }) => Key === key && VersionId);
    const versions = (await own()).slice(0, 2).map(({ VersionId }) => VersionId);
    expect([await bucket.remove(key), versions.length, (await own()).length]).toEqual([false, 2, 3]);
    // As if the lock's time were over.
    for (const VersionId of versions) {
      const what = { Bucket: name, Key: key, VersionId, BypassGovernanceRetention: true };
      const soon = { Mode: 'GOVERNANCE', RetainUntilDate: new Date(Date.now() + 2_000) } as const;
      await client.send(new PutObjectRetentionCommand({ ...what, Retention: soon }));
    }
    await bucket.setLegalHold(key, versions[0], true);
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(await bucket.remove(key)).toBe(false);
    expect((await own()).map(({ VersionId }) => VersionId)).toContain(versions[0]);
    await bucket.setLegalHold(key, versions[0], false);
    expect([await bucket.remove(key), await own()]).toEqual([true, []]);
    expect((await all()).map(({ Key }) => Key)).toEqual([`${key}.webp`]);
    expect(await bucket.remove(key)).toBe(true);
  });

  it('has versions, lock and CORS as infra/bucket.yml says', async () => {
    const Bucket = name;
    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket }));
    const { ObjectLockConfiguration } = await client.send(new GetObjectLockConfigurationCommand({ Bucket }));
    const { CORSRules } = await client.send(new GetBucketCorsCommand({ Bucket }));
    expect(Status).toBe('Enabled');
    expect(ObjectLockConfiguration?.Rule?.DefaultRetention?.Mode).toBe('GOVERNANCE');
    expect(CORSRules?.[0]?.AllowedMethods?.sort()).toEqual(['GET', 'HEAD', 'POST', 'PUT']);
  });

  it('lets a front end of another origin upload', async () => {
    const preflight = await fetch(`${endpoint ?? ''}/${name}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://worker-app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(['*', 'https://worker-app.example']).toContain(
      preflight.headers.get('access-control-allow-origin'),
    );
  });
});
