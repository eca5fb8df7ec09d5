import { type TypedDocumentString } from './generated/operations';
import { type Trouble } from './rows';
import { type Surroundings } from './surroundings';

/** What came of asking the API. Only `DONE`, `REFUSED` and `LOGIN` are answers: after the others it may have been done. */
export type Outcome<Data> =
  | { readonly kind: 'DONE'; readonly data: Data }
  /** No answer came: no network, or it broke off. */
  | { readonly kind: 'OFFLINE'; readonly trouble: Trouble }
  /** Busy, or a fault over there: the same again later. */
  | { readonly kind: 'BUSY'; readonly trouble: Trouble; readonly waitAtLeast: number }
  /** No token, or none that is taken any more. */
  | { readonly kind: 'LOGIN'; readonly trouble: Trouble }
  /** Will not become better by asking again. */
  | { readonly kind: 'REFUSED'; readonly trouble: Trouble };

/** Gives the bearer token; `fresh` asks for a new one, because the last was refused. Undefined: nobody is logged in. What it
 * throws counts as no network. */
export type TokenSource = (request: {
  readonly fresh: boolean;
}) => Promise<string | undefined> | string | undefined;

export interface TransportOptions {
  readonly url: string;
  readonly token: TokenSource;
  readonly language: 'zh' | 'en';
  /** Milliseconds after which a request counts as lost. */
  readonly patience: number;
}

/** An answer of the API as it comes over the wire. */
interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: unknown };
  }[];
}

/** Codes that say: the same again later. */
const PASSING = new Set(['TRY_AGAIN', 'INTERNAL_SERVER_ERROR']);

/** Asks the API, and says in one word what came of it. Throws nothing. */
export class Transport {
  constructor(
    private readonly options: TransportOptions,
    private readonly surroundings: Pick<Surroundings, 'fetch' | 'later'>,
  ) {}

  async ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Outcome<Data>> {
    const body = JSON.stringify({ query: document.toString(), variables });
    const first = await this.#ask<Data>(body, false);
    return first.kind === 'LOGIN' ? this.#ask<Data>(body, true) : first;
  }

  /** Sends bytes to the file store; gives the status, or the error when no answer came. */
  async send(url: string, init: RequestInit, bytes: number): Promise<number | Error> {
    // As slow as a phone may be, 8 kB a second, it is still sending.
    const answer = await this.#within(this.options.patience + bytes / 8, (signal) =>
      this.surroundings.fetch(url, { ...init, signal }),
    );
    return answer instanceof Error ? answer : answer.status;
  }

  async #ask<Data>(body: string, fresh: boolean): Promise<Outcome<Data>> {
    const token = await this.#token(fresh);
    if (token instanceof Error) return { kind: 'OFFLINE', trouble: said('OFFLINE', token.message) };
    if (token === undefined) return { kind: 'LOGIN', trouble: said('UNAUTHENTICATED', 'Log in. 请先登录。') };
    const answer = await this.#within(this.options.patience, async (signal) => {
      const response = await this.surroundings.fetch(this.options.url, {
        method: 'POST',
        headers: {
          accept: 'application/graphql-response+json, application/json',
          'accept-language': this.options.language,
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body,
        signal,
      });
      return { response, text: await response.text() };
    });
    if (answer instanceof Error) return { kind: 'OFFLINE', trouble: said('OFFLINE', answer.message) };
    return outcomeOf<Data>(answer.response, answer.text);
  }

  /** The error, where it could not be asked for: that is no answer either. */
  async #token(fresh: boolean): Promise<string | undefined | Error> {
    try {
      return await this.options.token({ fresh });
    } catch (error) {
      return errorOf(error);
    }
  }

  /** What `work` gives, or the error that ended it, also when that is the end of patience. */
  async #within<Result>(
    milliseconds: number,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | Error> {
    const abort = new AbortController();
    const stop = this.surroundings.later(milliseconds, () => {
      abort.abort();
    });
    try {
      return await work(abort.signal);
    } catch (error) {
      return errorOf(error);
    } finally {
      stop();
    }
  }
}

function outcomeOf<Data>(response: Response, text: string): Outcome<Data> {
  const answered = answeredIn(text);
  const error = answered?.errors?.[0];
  if (error === undefined) {
    const data = answered?.data;
    // Some page of a gateway, or of a café's network that wants a click first.
    if (data === undefined || data === null) return strange(response);
    return { kind: 'DONE', data: data as Data };
  }
  const code = typeof error.extensions?.code === 'string' ? error.extensions.code : 'INTERNAL_SERVER_ERROR';
  const trouble = said(code, error.message);
  if (code === 'UNAUTHENTICATED') return { kind: 'LOGIN', trouble };
  if (PASSING.has(code)) return { kind: 'BUSY', trouble, waitAtLeast: waitAsked(response) };
  return { kind: 'REFUSED', trouble };
}

function strange<Data>(response: Response): Outcome<Data> {
  const trouble = said(`HTTP_${response.status}`, `${response.status} ${response.statusText}`.trim());
  if (response.status === 401) return { kind: 'LOGIN', trouble };
  if (response.status === 413) return { kind: 'REFUSED', trouble: { ...trouble, code: 'REQUEST_TOO_LARGE' } };
  return { kind: 'BUSY', trouble, waitAtLeast: waitAsked(response) };
}

/** Milliseconds that `retry-after` asks for. */
function waitAsked(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), 3_600) * 1_000 : 0;
}

function answeredIn(text: string): Answered | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function said(code: string, message: string): Trouble {
  return { code, message };
}
