import { createHmac, randomBytes } from 'node:crypto';

/** How a secret begins (https://www.standardwebhooks.com). */
const PREFIX = 'whsec_';

/** Bytes of a secret: the scheme asks for 24 to 64. */
const SECRET_BYTES = 32;

/** What a receiver is told beside the body. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970, of this attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/** A new secret: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The signature of a message: `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64 (Standard Webhooks 1.0). */
export function webhookSignature(secret: string, { id, timestamp, body }: SignedMessage): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const digest = createHmac('sha256', key)
    .update(`${id}.${String(timestamp)}.${body}`)
    .digest('base64');
  return `v1,${digest}`;
}
