import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { BUCKET_EVENTS_PATH } from './announce';
import { type BucketEvent } from './bucket-events';
import { type IssuerKey } from './issuer-key';
import { type Running } from './process';
import { type Appointment } from '../src/auth/actor';
import { PEOPLE, type SeedPerson } from './seed/people';

/** A token of the laptop lives an hour, as those of a real issuer do. */
const TOKEN_SECONDS = 3600;

/** More of the laptop's pages on the same server; answers false for a path that is not its own. */
export type MorePages = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/**
 * Starts the laptop's OIDC-style issuer: discovery, JWKS, the persons there are, and a token for each. The doors trust
 * it by its address and keys alone, as they would trust any other.
 */
export async function startIssuer(options: {
  port: number;
  audience: string;
  key: IssuerKey;
  /** What the product has recorded of a person's appointments; undefined where there is nothing. */
  recorded?: (person: string) => Promise<readonly Appointment[] | undefined>;
  morePages?: MorePages;
  onBucketEvent?: (event: BucketEvent) => Promise<void>;
}): Promise<Running & { readonly url: string }> {
  const url = `http://localhost:${options.port}`;
  const pages: Record<string, (request: IncomingMessage) => unknown> = {
    'GET /.well-known/openid-configuration': () => ({
      issuer: url,
      jwks_uri: `${url}/.well-known/jwks.json`,
      token_endpoint: `${url}/token`,
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      wangge: true,
    }),
    'GET /.well-known/jwks.json': () => ({ keys: [options.key.publicJwk] }),
    'GET /people': () => PEOPLE,
    'POST /token': async (request) => {
      const { person: whom, seconds = TOKEN_SECONDS } = await bodyOf<{ person?: string; seconds?: number }>(
        request,
      );
      const found = findPerson(whom ?? '');
      if (found === undefined) return undefined;
      const person = await asRecorded(found, options.recorded);
      const token = await options.key.sign(person, { issuer: url, audience: options.audience, seconds });
      return { token, expiresAt: new Date(Date.now() + seconds * 1000).toISOString() };
    },
    [`POST ${BUCKET_EVENTS_PATH}`]: async (request) => {
      // Answered at once: the store keeps whoever uploads waiting for this.
      void options.onBucketEvent?.(await bodyOf<BucketEvent>(request));
      return {};
    },
  };
  const server = createServer((request, response) => {
    void answer(pages, options.morePages, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, 'localhost', resolve);
  });
  let stopping: Promise<void> | undefined;
  return {
    url,
    stop: () =>
      (stopping ??= new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      })),
  };
}

/** The person with the appointments that stand now; whom the product does not know has those of the seed. */
async function asRecorded(
  person: SeedPerson,
  recorded: (person: string) => Promise<readonly Appointment[] | undefined> = () =>
    Promise.resolve(undefined),
): Promise<SeedPerson> {
  const standing = await recorded(person.id);
  if (standing === undefined) return person;
  // To live somewhere is no appointment, and is recorded elsewhere.
  const home = person.appointments.filter(({ role }) => role === 'RESIDENT');
  return { ...person, appointments: [...standing, ...home] };
}

/** The person with this key, name or id. */
export function findPerson(text: string): SeedPerson | undefined {
  return PEOPLE.find(({ key, name, id }) => [key, name, id].includes(text));
}

async function answer(
  pages: Readonly<Record<string, (request: IncomingMessage) => unknown>>,
  morePages: MorePages | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[`${request.method ?? 'GET'} ${path}`];
    if (page === undefined && (await morePages?.(request, response))) return;
    const body = await page?.(request);
    const json = JSON.stringify(body ?? { error: 'There is nothing here, or no such person.' });
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(json);
  } catch (error) {
    if (!response.headersSent) response.writeHead(400, { 'content-type': 'application/json; charset=utf-8' });
    response.end(
      JSON.stringify({ error: error instanceof Error ? error.message : 'That was not understood.' }),
    );
  }
}

async function bodyOf<Body>(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > 100_000) throw new Error('That is too much.');
  }
  return JSON.parse(text) as Body;
}
