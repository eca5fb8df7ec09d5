import { createHmac, randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { once } from '../shared/once';
import { type Encryption } from './encryption.lazy';
import { type Table } from './table';

/** What is sealed together: values by name. */
export type Secrets = Readonly<Record<string, string>>;

/** Seals what nobody may read at rest, and finds it again without opening it. */
export interface Vault {
  /** Seals values for their owner, the id of a record. */
  seal(owner: string, secrets: Secrets): Promise<Uint8Array>;
  /** Opens what was sealed; throws when it was sealed for another owner or has been altered. */
  open(owner: string, sealed: Uint8Array): Promise<Secrets>;
  /** The blind index of a value: the same for the same value, and telling nothing of it. */
  indexOf(kind: string, value: string): Promise<string>;
}

/** Where the key of the blind index lies, itself sealed. */
const INDEX_KEY = { pk: 'KEYS', sk: 'BLIND_INDEX' };

/** Characters of a blind index: 128 bits. */
const INDEX_LENGTH = 22;

/**
 * Opens the vault of a table. Nothing is loaded before the first use: neither the encryption, nor the key of the blind
 * index, which is made by the first who needs it and read once per container.
 */
export function openVault(table: Table, key: string): Vault {
  const encryption = once(async () => {
    const { openEncryption } = await import('./encryption.lazy');
    return openEncryption(key);
  });
  const indexKey = once(async () => loadIndexKey(table, await encryption()));
  return {
    seal: async (owner, secrets) => sealed(await encryption(), owner, secrets),
    open: async (owner, bytes) => opened(await encryption(), owner, bytes),
    indexOf: async (kind, value) =>
      createHmac('sha256', await indexKey())
        .update(`${kind}\0${value}`)
        .digest('base64url')
        .slice(0, INDEX_LENGTH),
  };
}

/** The owner is sealed with the values, so that a sealed value copied to another record does not open there. */
function sealed(encryption: Encryption, owner: string, secrets: Secrets): Promise<Uint8Array> {
  return encryption.encrypt(Buffer.from(JSON.stringify([owner, secrets])));
}

async function opened(encryption: Encryption, owner: string, bytes: Uint8Array): Promise<Secrets> {
  const text = Buffer.from(await encryption.decrypt(bytes)).toString();
  const [of, secrets] = JSON.parse(text) as [string, Secrets];
  if (of !== owner) throw new Error('This was sealed for another record.');
  return secrets;
}

async function loadIndexKey(table: Table, encryption: Encryption): Promise<Buffer> {
  const standing = (await findIndexKey(table)) ?? (await makeIndexKey(table, encryption));
  const { key = '' } = await opened(encryption, INDEX_KEY.sk, standing);
  return Buffer.from(key, 'base64');
}

async function findIndexKey(table: Table): Promise<Uint8Array | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: INDEX_KEY, ConsistentRead: true }),
  );
  return Item?.sealed as Uint8Array | undefined;
}

/** Makes the key; where somebody was faster, theirs. */
async function makeIndexKey(table: Table, encryption: Encryption): Promise<Uint8Array> {
  const made = await sealed(encryption, INDEX_KEY.sk, { key: randomBytes(32).toString('base64') });
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...INDEX_KEY, sealed: made },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return made;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const standing = await findIndexKey(table);
    if (standing === undefined) throw error;
    return standing;
  }
}
