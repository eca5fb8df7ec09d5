import {
  type CORSRule,
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  type LifecycleRule,
  ListObjectVersionsCommand,
  type ObjectLockConfiguration,
  type OwnershipControls,
  type PublicAccessBlockConfiguration,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  type ServerSideEncryptionByDefault,
  type VersioningConfiguration,
} from '@aws-sdk/client-s3';
import { readDefinition, statusOf, takeSteps } from './definition';

/** The definition, in CloudFormation's words, which differ a little from the service's. */
interface BucketDefinition {
  readonly OwnershipControls: OwnershipControls;
  readonly PublicAccessBlockConfiguration: PublicAccessBlockConfiguration;
  readonly BucketEncryption: {
    readonly ServerSideEncryptionConfiguration: readonly {
      readonly BucketKeyEnabled: boolean;
      readonly ServerSideEncryptionByDefault: ServerSideEncryptionByDefault;
    }[];
  };
  readonly VersioningConfiguration?: VersioningConfiguration;
  readonly ObjectLockConfiguration?: ObjectLockConfiguration;
  readonly CorsConfiguration: {
    readonly CorsRules: readonly (CORSRule & {
      readonly ExposedHeaders: string[];
      readonly MaxAge: number;
    })[];
  };
  readonly LifecycleConfiguration: {
    readonly Rules: readonly (LifecycleRule & { readonly Id: string; readonly ExpirationInDays?: number })[];
  };
}

/** The buckets there are, and the file of each in `infra/`. */
const FILES = { EvidenceBucket: 'bucket.yml', TransferBucket: 'transfer-bucket.yml' } as const;

/**
 * Makes a bucket of `infra/` where it is missing; `fresh` empties an old one. Sets what the store can set,
 * and returns what it cannot do: the embedded server keeps files and CORS, and little else.
 */
export async function makeBucket(options: {
  resource: keyof typeof FILES;
  name: string;
  endpoint: string;
  fresh?: boolean;
}): Promise<string[]> {
  const { resource, name: Bucket, endpoint, fresh = false } = options;
  const client = new S3Client({
    endpoint,
    forcePathStyle: true,
    maxAttempts: 2,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const definition = readDefinition(FILES[resource], resource, {
    bucketName: Bucket,
    transferBucketName: Bucket,
    corsOrigins: ['*'],
    EVIDENCE_LOCK_DAYS: 1,
  });
  if (!(await exists(client, Bucket))) {
    const isLocked = 'ObjectLockConfiguration' in definition;
    await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: isLocked }));
  } else if (fresh) await emptyBucket(client, Bucket);
  return takeSteps(stepsOf(client, Bucket, definition as unknown as BucketDefinition));
}

function stepsOf(client: S3Client, Bucket: string, it: BucketDefinition) {
  const { VersioningConfiguration, ObjectLockConfiguration, OwnershipControls } = it;
  const CORSRules = it.CorsConfiguration.CorsRules.map(({ ExposedHeaders, MaxAge, ...rule }) => ({
    ...rule,
    ExposeHeaders: ExposedHeaders,
    MaxAgeSeconds: MaxAge,
  }));
  const encryption = it.BucketEncryption.ServerSideEncryptionConfiguration.map(
    ({ ServerSideEncryptionByDefault, BucketKeyEnabled }) => ({
      BucketKeyEnabled,
      ApplyServerSideEncryptionByDefault: ServerSideEncryptionByDefault,
    }),
  );
  const lifecycle = it.LifecycleConfiguration.Rules.map(({ Id, ExpirationInDays, ...rule }) => ({
    ...rule,
    ...(ExpirationInDays === undefined ? {} : { Expiration: { Days: ExpirationInDays } }),
    ID: Id,
    Filter: { Prefix: '' },
  }));
  // With BlockPublicAcls Ceph's gateway refuses every PutObject, private ones too.
  const access = { ...it.PublicAccessBlockConfiguration, BlockPublicAcls: false };
  return {
    CORS: () => client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } })),
    ...(VersioningConfiguration && {
      versioning: () => client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration })),
    }),
    ...(ObjectLockConfiguration && {
      'object lock': () =>
        client.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration })),
    }),
    encryption: () =>
      client.send(
        new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: encryption } }),
      ),
    lifecycle: () =>
      client.send(
        new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: lifecycle } }),
      ),
    ownership: () => client.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls })),
    'public access block': () =>
      client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: access })),
  };
}

async function exists(client: S3Client, Bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

async function emptyBucket(client: S3Client, Bucket: string): Promise<void> {
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket }));
    const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    if (all.length === 0) return;
    for (const { Key, VersionId } of all) {
      await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId, BypassGovernanceRetention: true }));
    }
  }
}
