import {
  GetObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  type GetObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type Bucket, type SignedForm, type StoredFile, type UploadTerms } from './bucket';

/** A bucket of S3, or of a server that speaks its protocol at an endpoint of its own. */
export function openS3(options: { name: string; endpoint?: string | undefined }): Bucket {
  const { name, endpoint } = options;
  const client = new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000 },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    presignUpload: (terms, now) => signForm(client, name, terms, now),
    presignDownload: ({ key, versionId, expiresInSeconds }) => {
      const command = new GetObjectCommand({ Bucket: name, Key: key, VersionId: versionId });
      return getSignedUrl(client, command, { expiresIn: expiresInSeconds });
    },
    read: (key, { maxBytes }) => readUpTo(client, name, key, maxBytes),
    write: async (key, bytes, contentType) => {
      await client.send(
        new PutObjectCommand({ Bucket: name, Key: key, Body: bytes, ContentType: contentType }),
      );
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

async function readUpTo(
  client: S3Client,
  bucket: string,
  key: string,
  maxBytes: number,
): Promise<StoredFile | undefined> {
  const found = await getOrNothing(client, bucket, key, maxBytes);
  if (found === undefined) return undefined;
  const bytes = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
  // Stores write "null" for the version of a bucket without versions, or leave it empty.
  const versionId = found.VersionId === 'null' || found.VersionId === '' ? undefined : found.VersionId;
  return { bytes, versionId, tooLarge: bytes.length > maxBytes };
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
