import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { isUnsupported, statusOf } from './s3-status';

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** Removes an object with all its versions. False where the store keeps one of them: it is locked, or held. */
export async function removeVersions(client: S3Client, place: Place): Promise<boolean> {
  for (;;) {
    const { ids, isTruncated } = await versionsOf(client, place);
    for (const VersionId of ids) if (!(await removeOne(client, { ...place, VersionId }))) return false;
    if (!isTruncated) return true;
  }
}

/** Also of what was written after the file was checked, and of what was only taken for removed; a thousand at a time. */
async function versionsOf(client: S3Client, { Bucket, Key }: Place) {
  try {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: Key }));
    const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    const ids = all.filter((each) => each.Key === Key).map(({ VersionId }) => VersionId);
    return { ids, isTruncated: page.IsTruncated === true };
  } catch (error) {
    if (!isUnsupported(error)) throw error;
    return { ids: [undefined], isTruncated: false };
  }
}

async function removeOne(client: S3Client, version: Place & { readonly VersionId: string | undefined }) {
  try {
    await client.send(new DeleteObjectCommand(version));
    return true;
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return false;
  }
}
