import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { levelOf } from '../shared/area-code';
import { TechnicalError } from '../shared/errors';
import { type Actor, type Appointment, ROLES } from './actor';

/** Claim that carries the appointments of the token's subject. */
export const APPOINTMENTS_CLAIM = 'wangge_appointments';

/** Turns a bearer token into the actor it speaks for; throws UNAUTHENTICATED when it is not to be trusted. */
export type TokenReader = (token: string) => Promise<Actor>;

/**
 * Checks tokens of one issuer. Only asymmetric signatures are taken, so neither `alg: none` nor a token signed with the
 * public key as a shared secret passes; `exp` is required, `iss` and `aud` must match.
 */
export function createTokenReader(options: {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
}): TokenReader {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, options.keys, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      return actorFrom(payload);
    } catch (error) {
      if (error instanceof TechnicalError) throw error;
      throw new TechnicalError(isTokensFault(error) ? 'UNAUTHENTICATED' : 'TRY_AGAIN');
    }
  };
}

/** Whether the token is to blame, and not an issuer that cannot be reached or answers nonsense. */
function isTokensFault(error: unknown): boolean {
  const issuersFault = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC' && !issuersFault;
}

/** The issuer's published keys, fetched once per container and again when a token names an unknown key. */
export function issuerKeys(jwksUri: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 2_000 });
}

/** The token of an `Authorization: Bearer …` header; undefined without one, UNAUTHENTICATED for another scheme. */
export function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const token = /^Bearer +([\w~+/.=-]+)$/i.exec(header.trim())?.[1];
  if (token === undefined) throw new TechnicalError('UNAUTHENTICATED');
  return token;
}

function actorFrom(payload: JWTPayload): Actor {
  const claim: unknown = payload[APPOINTMENTS_CLAIM] ?? [];
  if (!Array.isArray(claim)) throw new TechnicalError('UNAUTHENTICATED');
  return {
    id: payload.sub ?? '',
    name: typeof payload.name === 'string' ? payload.name : '',
    appointments: claim.map(appointmentFrom),
  };
}

function appointmentFrom(value: unknown): Appointment {
  const { role, area, department } = (value ?? {}) as Record<string, unknown>;
  const known = ROLES.find((r) => r === role);
  const isDepartment = known === 'DEPARTMENT_STAFF';
  if (known === undefined || typeof area !== 'string' || levelOf(area) === undefined) {
    throw new TechnicalError('UNAUTHENTICATED');
  }
  if (isDepartment !== (typeof department === 'string')) throw new TechnicalError('UNAUTHENTICATED');
  return isDepartment ? { role: known, area, department: department as string } : { role: known, area };
}
