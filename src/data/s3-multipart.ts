import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type Multipart, type StoredPart } from './bucket';
import { isUnsupported, statusOf } from './s3-status';

/** Uploads in parts, in a bucket of S3. */
export function multipartOf(client: S3Client, Bucket: string): Multipart {
  return {
    begin: async (Key, ContentType) => {
      const command = new CreateMultipartUploadCommand({
        ...{ Bucket, Key, ContentType },
        ...{ ChecksumAlgorithm: 'SHA256' as const, ChecksumType: 'COMPOSITE' as const },
      });
      const { UploadId } = await client.send(command);
      if (UploadId === undefined) throw new Error('The store began an upload without an id.');
      return UploadId;
    },
    partsOf: (Key, UploadId) => listParts(client, { Bucket, Key, UploadId }),
    signPart: ({ key, uploadId, number, sha256, expiresInSeconds }) => {
      const part = { Bucket, Key: key, UploadId: uploadId, PartNumber: number, ChecksumSHA256: sha256 };
      // As a header, not in the address: only so does the store compare it with the bytes.
      const unhoistableHeaders = new Set(['x-amz-checksum-sha256']);
      return getSignedUrl(client, new UploadPartCommand(part), {
        expiresIn: expiresInSeconds,
        unhoistableHeaders,
      });
    },
    complete: async (Key, UploadId, parts) => {
      const Parts = parts.map(({ number, etag, sha256 }) => ({
        ...{ PartNumber: number, ETag: etag, ChecksumSHA256: sha256 },
      }));
      await client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
    },
    abort: async (Key, UploadId) => {
      try {
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
      }
    },
  };
}

/** All there are: an upload has fewer than one answer holds. */
async function listParts(
  client: S3Client,
  what: { Bucket: string; Key: string; UploadId: string },
): Promise<readonly StoredPart[] | 'GONE' | 'UNSUPPORTED'> {
  try {
    const { Parts = [] } = await client.send(new ListPartsCommand(what));
    return Parts.map(({ PartNumber = 0, Size = 0, ETag = '', ChecksumSHA256 }) => ({
      ...{ number: PartNumber, size: Size, etag: ETag, sha256: ChecksumSHA256 },
    }));
  } catch (error) {
    if (statusOf(error) === 404) return 'GONE';
    if (isUnsupported(error)) return 'UNSUPPORTED';
    throw error;
  }
}
