import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import {
  GetObjectCommand,
  type GetObjectCommandInput,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  GetObjectRetentionCommand,
  S3Client,
  type GetObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { multipartOf } from './s3-multipart';
import { removeVersions } from './s3-removal';
import { isUnsupported } from './s3-status';
import { givingUpAfter } from './time-outs';
import { type Bucket, type OpenFile, type SignedForm, type StoredFile, type UploadTerms } from './bucket';

/** A bucket of S3, or of a server that speaks its protocol at an endpoint of its own. */
export function openS3(options: { name: string; endpoint?: string | undefined }): Bucket {
  const { name, endpoint } = options;
  const client = new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    maxAttempts: 4,
    requestHandler: givingUpAfter(30_000),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    presignUpload: (terms, now) => signForm(client, name, terms, now),
    presignDownload: ({ key, versionId, saveAs, expiresInSeconds }) => {
      const command = new GetObjectCommand({
        ...{ Bucket: name, Key: key, VersionId: versionId },
        ...(saveAs && { ResponseContentType: saveAs, ResponseContentDisposition: 'attachment' }),
      });
      return getSignedUrl(client, command, { expiresIn: expiresInSeconds });
    },
    read: (key, { maxBytes }) => readUpTo(client, name, key, maxBytes),
    open: (key, versionId) => openFile(client, { Bucket: name, Key: key, VersionId: versionId }),
    multipart: multipartOf(client, name),
    setLegalHold: (key, versionId, on) =>
      setLegalHold(client, { Bucket: name, Key: key, VersionId: versionId }, on),
    keepUntil: (key, versionId, until) =>
      keepUntil(client, { Bucket: name, Key: key, VersionId: versionId }, until),
    remove: (key) => removeVersions(client, { Bucket: name, Key: key }),
    write: async (key, bytes, contentType) => {
      // A bucket that locks what is written asks for a checksum with it.
      const ChecksumSHA256 = createHash('sha256').update(bytes).digest('base64');
      const object = { Bucket: name, Key: key, Body: bytes, ContentType: contentType, ChecksumSHA256 };
      await client.send(new PutObjectCommand(object));
    },
  };
}

async function signForm(
  client: S3Client,
  bucket: string,
  terms: UploadTerms,
  now: Date,
): Promise<SignedForm> {
  const { key, contentType, size, sha256, expiresInSeconds } = terms;
  const fixed = {
    'Content-Type': contentType,
    'x-amz-checksum-algorithm': 'SHA256',
    'x-amz-checksum-sha256': sha256,
  };
  const { url, fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Fields: fixed,
    Conditions: [
      ['content-length-range', size, size],
      ...Object.entries(fixed).map(([field, value]) => ({ [field]: value })),
    ],
    Expires: expiresInSeconds,
  });
  return {
    url,
    fields: Object.entries(fields).map(([field, value]) => ({ name: field, value })),
    expiresAt: new Date(now.getTime() + expiresInSeconds * 1000),
  };
}

interface ObjectVersion {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId: string | undefined;
}

async function readUpTo(
  client: S3Client,
  bucket: string,
  key: string,
  maxBytes: number,
): Promise<StoredFile | undefined> {
  const found = await getOrNothing(client, bucket, key, maxBytes);
  if (found === undefined) return undefined;
  const bytes = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
  return { bytes, versionId: versionOf(found), tooLarge: bytes.length > maxBytes };
}

/** Stores write "null" for the version of a bucket without versions, or leave it empty. */
function versionOf({ VersionId }: GetObjectCommandOutput): string | undefined {
  return VersionId === 'null' || VersionId === '' ? undefined : VersionId;
}

/** A store without locks has the hold in the record alone, which the clock that removes files looks at. */
async function setLegalHold(client: S3Client, what: ObjectVersion, on: boolean): Promise<void> {
  try {
    const LegalHold = { Status: on ? 'ON' : 'OFF' } as const;
    await client.send(new PutObjectLegalHoldCommand({ ...what, LegalHold }));
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  }
}

/** A lock is only ever made longer: whoever may shorten one is nobody of ours. */
async function keepUntil(client: S3Client, what: ObjectVersion, until: Date): Promise<void> {
  try {
    const { Retention } = await client.send(new GetObjectRetentionCommand(what));
    if (Retention?.RetainUntilDate !== undefined && Retention.RetainUntilDate >= until) return;
    const lock = { Mode: 'GOVERNANCE', RetainUntilDate: until } as const;
    await client.send(new PutObjectRetentionCommand({ ...what, Retention: lock }));
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  }
}

async function openFile(client: S3Client, what: GetObjectCommandInput): Promise<OpenFile | undefined> {
  try {
    const found = await client.send(new GetObjectCommand(what));
    // On Node a body is a stream of Node.
    const body = found.Body as Readable;
    return {
      size: found.ContentLength ?? 0,
      versionId: versionOf(found),
      chunks: body,
      close: () => body.destroy(),
    };
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
    throw error;
  }
}

async function getOrNothing(
  client: S3Client,
  bucket: string,
  key: string,
  maxBytes: number,
): Promise<GetObjectCommandOutput | undefined> {
  try {
    // One byte more than allowed tells a file that is too large, without ever holding it.
    return await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${maxBytes}` }),
    );
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
    // An empty object has no first byte.
    if (error instanceof Error && error.name === 'InvalidRange')
      return client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    throw error;
  }
}
