import { exportJWK, exportSPKI, generateKeyPair, createLocalJWKSet, SignJWT, UnsecuredJWT } from 'jose';
import { bearerToken, createTokenReader, issuerKeys } from '../../../src/auth/token';

const ISSUER = 'http://issuer.test';
const AUDIENCE = 'wangge-api';
const APPOINTMENTS = [{ role: 'GRID_WORKER', area: '510108008003001', to: '2027-06-30' }];
const NOW = Math.floor(Date.now() / 1000);

describe('tokens', () => {
  type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
  let keys: Keys;
  let strangers: Keys;
  let read: ReturnType<typeof createTokenReader>;

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    strangers = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' };
    read = createTokenReader({
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [jwk] }),
    });
  });

  const claims = (more: object = {}) => ({ name: '王芳', wangge_appointments: APPOINTMENTS, ...more });
  const sign = (
    options: {
      claims?: object;
      issuer?: string;
      audience?: string;
      expires?: string;
      issued?: number;
      key?: Keys;
      kid?: string;
    } = {},
  ) =>
    new SignJWT(claims(options.claims))
      .setProtectedHeader({ alg: 'ES256', kid: options.kid ?? 'k1' })
      .setSubject('019b7523-3401-7000-8000-000000000001')
      .setIssuer(options.issuer ?? ISSUER)
      .setAudience(options.audience ?? AUDIENCE)
      .setIssuedAt(options.issued ?? NOW)
      .setExpirationTime(options.expires ?? '5m')
      .sign((options.key ?? keys).privateKey);

  it('of the issuer become the actor they speak for', async () => {
    await expect(read(await sign())).resolves.toEqual({
      id: '019b7523-3401-7000-8000-000000000001',
      name: '王芳',
      appointments: APPOINTMENTS,
      issuedAt: NOW,
    });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['that have expired', () => sign({ expires: '-1m' })],
    ['of another issuer', () => sign({ issuer: 'http://evil.test' })],
    ['for another audience', () => sign({ audience: 'other' })],
    ['signed with a stranger’s key', () => sign({ key: strangers })],
    ['of an unknown key', () => sign({ kid: 'k2' })],
    [
      'without a signature (alg none)',
      () =>
        new UnsecuredJWT(claims())
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setExpirationTime('5m')
          .setIssuedAt()
          .setSubject('x')
          .encode(),
    ],
    [
      'signed with the public key as a shared secret',
      async () => {
        const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
        return new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setExpirationTime('5m')
          .setIssuedAt()
          .setSubject('x')
          .sign(secret);
      },
    ],
    [
      'whose payload was changed',
      async () => {
        const [header, , signature] = (await sign()).split('.');
        const payload = Buffer.from(
          JSON.stringify({ ...claims(), sub: 'x', iss: ISSUER, aud: AUDIENCE, iat: NOW, exp: 9e9 }),
        ).toString('base64url');
        return [header, payload, signature].join('.');
      },
    ],
    [
      'without an expiry',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
          .setSubject('x')
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setIssuedAt()
          .sign(keys.privateKey),
    ],
    [
      'that do not say when they were issued',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
          .setSubject('x')
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setExpirationTime('5m')
          .sign(keys.privateKey),
    ],
    ['that say they will be issued in an hour', () => sign({ issued: NOW + 3600, expires: '2h' })],
    ['that live for more than a day', () => sign({ issued: NOW - 25 * 3600 })],
    [
      'whose appointment ends on no day of the calendar',
      () =>
        sign({
          claims: { wangge_appointments: [{ role: 'GRID_WORKER', area: '510108', to: '2026-02-30' }] },
        }),
    ],
    [
      'with an unknown role',
      () => sign({ claims: { wangge_appointments: [{ role: 'EMPEROR', area: '510108' }] } }),
    ],
    [
      'with an area that is none',
      () => sign({ claims: { wangge_appointments: [{ role: 'GRID_WORKER', area: '5101' }] } }),
    ],
    [
      'of a department’s staff without the department',
      () => sign({ claims: { wangge_appointments: [{ role: 'DEPARTMENT_STAFF', area: '510108' }] } }),
    ],
    ['that are no tokens', () => 'abc'],
  ])('%s are refused as UNAUTHENTICATED', async (_what, make) => {
    await expect(read(await make())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are not blamed when the issuer cannot be reached', async () => {
    const lost = createTokenReader({
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: issuerKeys('http://127.0.0.1:9/jwks'),
    });
    await expect(lost(await sign())).rejects.toMatchObject({ code: 'TRY_AGAIN' });
  });

  it('are taken from a bearer header and from no other', () => {
    expect(bearerToken('Bearer abc.def-_~')).toBe('abc.def-_~');
    expect(bearerToken('bearer abc')).toBe('abc');
    expect(bearerToken(undefined)).toBeUndefined();
    expect(() => bearerToken('Basic abc')).toThrow('UNAUTHENTICATED');
    expect(() => bearerToken('Bearer a b')).toThrow('UNAUTHENTICATED');
  });
});
