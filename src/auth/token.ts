import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { levelOf } from '../shared/area-code';
import { isDay } from '../shared/business-date';
import { TechnicalError } from '../shared/errors';
import { type Appointment, type Bearer, ROLES } from './actor';

/** Claim that carries the appointments of the token's subject. */
export const APPOINTMENTS_CLAIM = 'wangge_appointments';

/** Turns a bearer token into whom it speaks for; throws UNAUTHENTICATED when it is not to be trusted. */
export type TokenReader = (token: string) => Promise<Bearer>;

/** Longest life of a token, whatever it says: it is also refused when it claims to be issued later than now. */
const LONGEST_LIFE = '1 day';

/**
 * Checks tokens of one issuer. Only asymmetric signatures are taken, so neither `alg: none` nor a token signed with the
 * public key as a shared secret passes; `exp` and `iat` are required, `iss` and `aud` must match.
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
        requiredClaims: ['exp', 'iat', 'sub'],
        maxTokenAge: LONGEST_LIFE,
        clockTolerance: 5,
      });
      return bearerFrom(payload);
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

function bearerFrom(payload: JWTPayload): Bearer {
  const claim: unknown = payload[APPOINTMENTS_CLAIM] ?? [];
  if (!Array.isArray(claim)) throw new TechnicalError('UNAUTHENTICATED');
  return {
    id: payload.sub ?? '',
    name: typeof payload.name === 'string' ? payload.name : '',
    appointments: claim.map(appointmentFrom),
    issuedAt: payload.iat ?? 0,
  };
}

function appointmentFrom(value: unknown): Appointment {
  const { role, area, department, to, id } = (value ?? {}) as Record<string, unknown>;
  const known = ROLES.find((r) => r === role);
  const isDepartment = known === 'DEPARTMENT_STAFF';
  if (known === undefined || typeof area !== 'string' || levelOf(area) === undefined) {
    throw new TechnicalError('UNAUTHENTICATED');
  }
  if (isDepartment !== (typeof department === 'string')) throw new TechnicalError('UNAUTHENTICATED');
  if (to !== undefined && (typeof to !== 'string' || !isDay(to))) throw new TechnicalError('UNAUTHENTICATED');
  if (id !== undefined && typeof id !== 'string') throw new TechnicalError('UNAUTHENTICATED');
  return {
    ...{ role: known, area },
    ...(isDepartment ? { department: department as string } : {}),
    ...(to === undefined ? {} : { to }),
    ...(id === undefined ? {} : { id }),
  };
}
