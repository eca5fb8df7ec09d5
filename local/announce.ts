import { PutBucketNotificationConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Ports } from './ports';

/** Where a store of one's own sends its events; the issuer's server listens there. */
export const BUCKET_EVENTS_PATH = '/bucket-events';

/**
 * Asks a store of one's own to announce uploads by HTTP, as Ceph's gateway does for topics with an address. False when
 * the store knows nothing of that.
 */
export async function announceTo(options: {
  endpoint: string;
  bucket: string;
  ports: Pick<Ports, 'issuer'>;
}): Promise<boolean> {
  const { endpoint, bucket, ports } = options;
  try {
    const { TopicArn } = await new SNSClient({ endpoint, maxAttempts: 1 }).send(
      new CreateTopicCommand({
        Name: `${bucket}-uploads`,
        // Not persistent: Ceph brings those up to half a minute late. What is lost, the clock finds.
        Attributes: { 'push-endpoint': `http://localhost:${ports.issuer}${BUCKET_EVENTS_PATH}` },
      }),
    );
    await new S3Client({ endpoint, forcePathStyle: true, maxAttempts: 1 }).send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: bucket,
        NotificationConfiguration: {
          TopicConfigurations: [{ Id: 'uploads', TopicArn, Events: ['s3:ObjectCreated:*'] }],
        },
      }),
    );
    return true;
  } catch {
    return false;
  }
}
