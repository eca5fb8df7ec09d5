import { type Actor } from '../auth/actor';
import { type RequestContext } from '../auth/request';
import { type StandingService } from '../auth/standing.service';
import { bearerToken, type TokenReader } from '../auth/token';
import { type CollectionReader } from '../data/collection-reader';
import { TechnicalError } from '../shared/errors';
import { languageOf } from '../shared/language';

/** The context of an API request: as resolvers see it, but for the actor, who may be missing until access is checked. */
export interface ApiContext<Services = unknown> extends Omit<RequestContext<Services>, 'actor'> {
  readonly actor: Actor | undefined;
  /** Why there is no actor: no token, or one that is not to be trusted. */
  readonly tokenError: TechnicalError | undefined;
  readonly requestId: string;
}

/** What a context is built with. */
interface ContextParts<Services> {
  readonly services: Services;
  readonly readToken: TokenReader;
  readonly standings: Pick<StandingService, 'identify'>;
  newReads(): CollectionReader;
}

/** Builds the context from a request's headers (names in lower case). */
export async function createContext<Services>(
  app: ContextParts<Services>,
  headers: Readonly<Record<string, string | undefined>>,
  requestId: string,
): Promise<ApiContext<Services>> {
  const who = await identify(app, headers.authorization);
  return {
    ...who,
    language: languageOf(headers['accept-language']),
    reads: app.newReads(),
    services: app.services,
    requestId,
  };
}

async function identify(
  { readToken, standings }: Pick<ContextParts<unknown>, 'readToken' | 'standings'>,
  header: string | undefined,
): Promise<Pick<ApiContext, 'actor' | 'tokenError'>> {
  try {
    const token = bearerToken(header);
    if (token === undefined) return { actor: undefined, tokenError: new TechnicalError('UNAUTHENTICATED') };
    return { actor: await standings.identify(await readToken(token)), tokenError: undefined };
  } catch (error) {
    if (error instanceof TechnicalError) return { actor: undefined, tokenError: error };
    throw error;
  }
}
