import { join } from 'node:path';
import { openFieldKey } from './field-key';
import { type Ports } from './ports';
import { S3_KEYS } from './s3';

/** Stores that the user named instead of those that would be started. */
export interface Overrides {
  readonly dynamodb: string | undefined;
  readonly s3: string | undefined;
}

/** What `DYNAMODB_ENDPOINT` and `S3_ENDPOINT` say. */
export function readOverrides(): Overrides {
  return { dynamodb: filled('DYNAMODB_ENDPOINT'), s3: filled('S3_ENDPOINT') };
}

/** What the doors read, and the AWS SDK in them. A store of one's own is reached with one's own keys. */
export function environmentOf(ports: Ports, own: Overrides, state: string) {
  const issuer = `http://localhost:${ports.issuer}`;
  const ownKeys = own.s3 !== undefined || own.dynamodb !== undefined;
  const keys = ownKeys ? keysFromEnvironment() : undefined;
  return {
    STAGE: 'laptop',
    TABLE_NAME: 'wangge-laptop',
    BUCKET_NAME: 'wangge-laptop-evidence',
    TRANSFER_BUCKET_NAME: 'wangge-laptop-transfers',
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URI: `${issuer}/.well-known/jwks.json`,
    OIDC_AUDIENCE: 'wangge-api',
    FIELD_KEY: openFieldKey(join(state, 'field-key')),
    EVIDENCE_LOCK_DAYS: '1095',
    LOOPBACK_WEBHOOKS: 'yes',
    DYNAMODB_ENDPOINT: own.dynamodb ?? `http://localhost:${ports.dynamodb}`,
    S3_ENDPOINT: own.s3 ?? `http://localhost:${ports.s3}`,
    SOCKET_ENDPOINT: `http://localhost:${ports.socket}`,
    AWS_REGION: filled('AWS_REGION') ?? 'us-east-1',
    AWS_ACCESS_KEY_ID: keys?.id ?? S3_KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys?.secret ?? S3_KEYS.secretAccessKey,
    POWERTOOLS_SERVICE_NAME: 'wangge',
  };
}

function keysFromEnvironment(): { id: string; secret: string } | undefined {
  const [id, secret] = [filled('AWS_ACCESS_KEY_ID'), filled('AWS_SECRET_ACCESS_KEY')];
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}

function filled(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
