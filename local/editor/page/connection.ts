import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { type Config, type Token } from './answers';
import { type Files } from './files';
import { type Language, WORDS } from './words';

/** The API as one person meets it. */
export interface Connection {
  readonly fetcher: Fetcher;
  /** Ends what is live. */
  readonly close: () => void;
}

/** A token is renewed when it has less than this to live. */
const MARGIN = 60_000;

/**
 * Connects to the API as a person who reads a language: over HTTP, and over a socket for what is live. The files that
 * an answer has a ticket for are uploaded.
 */
export function connect(config: Config, files: Files, person: string, language: Language): Connection {
  const authorization = authorizationOf(person, language);
  const wsClient = createClient({
    url: config.socketUrl,
    connectionParams: async () => ({ authorization: await authorization() }),
    retryAttempts: 0,
  });
  const fetcher = createGraphiQLFetcher({
    url: config.apiUrl,
    wsClient,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('accept-language', language);
      const isOurs = !headers.has('authorization');
      const ask = async (anew = false) => {
        if (isOurs) headers.set('authorization', await authorization(anew));
        return fetch(url, { ...init, headers });
      };
      const first = await ask();
      // A token is void as soon as the appointments change: a new one says what they are now.
      const answer = isOurs && first.status === 401 ? await ask(true) : first;
      void answer
        .clone()
        .json()
        .then((body: unknown) => files.uploadFor(body))
        .catch(() => undefined);
      return answer;
    },
  });
  return { fetcher, close: () => void wsClient.dispose() };
}

function authorizationOf(person: string, language: Language): (anew?: boolean) => Promise<string> {
  let held: Promise<Token> | undefined;
  const renew = () => {
    const asked = askForToken(person, language);
    asked.catch(() => (held = undefined));
    return (held = asked);
  };
  void renew();
  return async (anew = false) => {
    const last = await (anew ? renew() : (held ?? renew()));
    const fresh = Date.parse(last.expiresAt) - Date.now() > MARGIN ? last : await renew();
    return `Bearer ${fresh.token}`;
  };
}

async function askForToken(person: string, language: Language): Promise<Token> {
  const answer = await fetch('/token', { method: 'POST', body: JSON.stringify({ person }) }).catch(
    () => undefined,
  );
  if (answer?.ok !== true) throw new Error(WORDS[language].noToken);
  return (await answer.json()) as Token;
}
