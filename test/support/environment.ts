import { createHash } from 'node:crypto';

/** What every test room has in its environment unless a backend said better. */
const DEFAULTS = {
  STAGE: 'test',
  TABLE_NAME: 'wangge-test',
  BUCKET_NAME: 'wangge-test-evidence',
  TRANSFER_BUCKET_NAME: 'wangge-test-transfers',
  OIDC_ISSUER: 'http://localhost:1',
  OIDC_JWKS_URI: 'http://localhost:1/jwks.json',
  OIDC_AUDIENCE: 'wangge-api',
  FIELD_KEY: `raw:${createHash('sha256').update('tests').digest('base64')}`,
  EVIDENCE_LOCK_DAYS: '1095',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

for (const [name, value] of Object.entries(DEFAULTS)) process.env[name] ??= value;
