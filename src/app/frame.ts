import { type StandingService } from '../auth/standing.service';
import { createTokenReader, issuerKeys, type TokenReader } from '../auth/token';
import { type CollectionReader, createCollectionReader } from '../data/collection-reader';
import { type Env } from '../shared/env';
import { type Foundation } from './foundation';
import { createStandings } from './standings';

/** What every request is answered within. */
export interface Frame {
  readonly readToken: TokenReader;
  /** Whether tokens still stand. */
  readonly standings: StandingService;
  /** A reader of item collections for one request. */
  newReads(): CollectionReader;
}

/** Builds it on a foundation. */
export function createFrame({ issuer, audience, jwksUri }: Env, foundation: Foundation): Frame {
  return {
    standings: createStandings(foundation),
    readToken: createTokenReader({ issuer, audience, keys: issuerKeys(jwksUri) }),
    newReads: () => createCollectionReader(foundation.table),
  };
}
