/** What the product reads of its environment, for a table of a local database; nothing is verified or stored elsewhere. */
export function environmentFor(options: { endpoint: string; fieldKey: string; issuer?: string }) {
  const { endpoint, fieldKey, issuer = 'http://localhost:1' } = options;
  return {
    ...{ STAGE: 'bench', TABLE_NAME: 'bench', BUCKET_NAME: 'bench', TRANSFER_BUCKET_NAME: 'bench' },
    ...{ OIDC_AUDIENCE: 'wangge-api', OIDC_ISSUER: issuer, OIDC_JWKS_URI: `${issuer}/.well-known/jwks.json` },
    ...{ DYNAMODB_ENDPOINT: endpoint, S3_ENDPOINT: 'http://localhost:1', FIELD_KEY: fieldKey },
    ...{ EVIDENCE_LOCK_DAYS: '1095' },
    ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' },
    ...{ POWERTOOLS_LOG_LEVEL: 'SILENT', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  };
}
