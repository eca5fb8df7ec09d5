import {
  getLocalCryptographicMaterialsCache,
  NodeCachingMaterialsManager,
} from '@aws-crypto/caching-materials-manager-node';
import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { buildEncrypt } from '@aws-crypto/encrypt-node';
import { KmsKeyringNode } from '@aws-crypto/kms-keyring-node';
import {
  AlgorithmSuiteIdentifier,
  CommitmentPolicy,
  type KeyringNode,
} from '@aws-crypto/material-management-node';
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/raw-aes-keyring-node';

/** Encrypts and decrypts; the AWS Encryption SDK with key commitment, without a signature of its own. */
export interface Encryption {
  encrypt(plain: Uint8Array): Promise<Uint8Array>;
  decrypt(sealed: Uint8Array): Promise<Uint8Array>;
}

/** How a key on a laptop begins; any other is the ARN of a key in KMS. */
const RAW = 'raw:';

/** A data key serves this long and this often, so that not every record costs a call to KMS. */
const REUSE = { maxAge: 300_000, maxMessagesEncrypted: 1000, capacity: 200 };

/** What every message is bound to, beside its key. */
const CONTEXT = { system: 'wangge' };

/** Opens the key: `raw:` and 32 bytes in base64, or the ARN of a KMS key. A part of its own: it loads in 100 ms. */
export function openEncryption(key: string): Encryption {
  const { capacity, ...limits } = REUSE;
  const materials = new NodeCachingMaterialsManager({
    backingMaterials: keyringOf(key),
    cache: getLocalCryptographicMaterialsCache(capacity),
    ...limits,
  });
  const commitmentPolicy = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT;
  const { encrypt } = buildEncrypt({ commitmentPolicy, maxEncryptedDataKeys: 1 });
  const { decrypt } = buildDecrypt({ commitmentPolicy, maxEncryptedDataKeys: 1 });
  return {
    async encrypt(plain) {
      const { result } = await encrypt(materials, plain, {
        suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY,
        encryptionContext: CONTEXT,
        plaintextLength: plain.length,
      });
      return new Uint8Array(result);
    },
    async decrypt(sealed) {
      const { plaintext, messageHeader } = await decrypt(materials, sealed);
      if (messageHeader.encryptionContext.system !== CONTEXT.system)
        throw new Error('This was sealed for something else.');
      return new Uint8Array(plaintext);
    },
  };
}

function keyringOf(key: string): KeyringNode {
  if (!key.startsWith(RAW)) return new KmsKeyringNode({ generatorKeyId: key });
  return new RawAesKeyringNode({
    keyNamespace: 'wangge',
    keyName: 'laptop',
    unencryptedMasterKey: new Uint8Array(Buffer.from(key.slice(RAW.length), 'base64')),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}
