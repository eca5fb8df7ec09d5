/** The environment of the doors, read once; the only place in `src/` that looks at `process.env`. */
export interface Env {
  /** `laptop`, or the name of a deployed stage. Introspection is open to strangers only on the laptop. */
  readonly stage: string;
  readonly tableName: string;
  readonly bucketName: string;
  readonly transferBucketName: string;
  /** Issuer of the tokens, compared with their `iss`. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
  /** What residents' data is sealed with: the ARN of a key in KMS; on a laptop `raw:` and 32 bytes in base64. */
  readonly fieldKey: string;
  /** Days that evidence is locked: from its upload, and again from the closing of its case. */
  readonly evidenceLockDays: number;
  /** Whether webhooks may be of this very machine (`http://127.0.0.1`): where a laptop's settings say so, nowhere else. */
  readonly loopbackWebhooks: boolean;
  readonly dynamodbEndpoint: string | undefined;
  readonly s3Endpoint: string | undefined;
  /** Management endpoint of the WebSocket API, to which answers are posted. */
  readonly socketEndpoint: string | undefined;
}

/** Reads the environment; throws a sentence that names every variable that is missing. */
export function readEnv(from: Readonly<Record<string, string | undefined>> = process.env): Env {
  const missing: string[] = [];
  const need = (name: string): string => {
    const value = from[name];
    if (value === undefined || value === '') missing.push(name);
    return value ?? '';
  };
  const env: Env = {
    stage: need('STAGE'),
    tableName: need('TABLE_NAME'),
    bucketName: need('BUCKET_NAME'),
    transferBucketName: need('TRANSFER_BUCKET_NAME'),
    issuer: need('OIDC_ISSUER'),
    jwksUri: need('OIDC_JWKS_URI'),
    audience: need('OIDC_AUDIENCE'),
    fieldKey: need('FIELD_KEY'),
    evidenceLockDays: Number(need('EVIDENCE_LOCK_DAYS')),
    loopbackWebhooks: from.STAGE === 'laptop' && from.LOOPBACK_WEBHOOKS === 'yes',
    dynamodbEndpoint: filled(from.DYNAMODB_ENDPOINT),
    s3Endpoint: filled(from.S3_ENDPOINT),
    socketEndpoint: filled(from.SOCKET_ENDPOINT),
  };
  if (missing.length > 0) throw new Error(`The environment lacks ${missing.join(', ')}.`);
  return env;
}

/** What of the environment a process is given that touches files of strangers: no keys, no names, no addresses. */
export function environmentOfChildren(
  from: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  const libraries = from.LD_LIBRARY_PATH;
  return libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries };
}

/** Undefined for a variable that is empty: deployed stages leave the laptop's endpoints empty. */
function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
