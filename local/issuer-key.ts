import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { APPOINTMENTS_CLAIM } from '../src/auth/token';
import { type SeedPerson } from './seed/people';

/** The key pair of a laptop's issuer, kept in a file that is not in the repository. */
export interface IssuerKey {
  /** The half that everybody may know, as the JWKS address tells it. */
  readonly publicJwk: JWK;
  /** Signs a token that lets one act as a person, from now on for `seconds`. */
  sign(person: SeedPerson, terms: { issuer: string; audience: string; seconds: number }): Promise<string>;
}

/** Reads the key from `file`, or makes one and keeps it there. */
export async function openIssuerKey(file: string): Promise<IssuerKey> {
  if (!existsSync(file)) await makeKey(file);
  const jwk = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const key = await importJWK(jwk, 'ES256');
  const publicJwk = { ...jwk };
  delete publicJwk.d;
  return {
    publicJwk,
    sign: ({ id, name, appointments }, { issuer, audience, seconds }) =>
      new SignJWT({ name, [APPOINTMENTS_CLAIM]: appointments })
        .setProtectedHeader({ alg: 'ES256', kid: jwk.kid, typ: 'JWT' })
        .setSubject(id)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(key),
  };
}

async function makeKey(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...jwk, kid, alg: 'ES256', use: 'sig' }), { mode: 0o600 });
}
