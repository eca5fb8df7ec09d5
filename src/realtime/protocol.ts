import { type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';

/** The sub-protocol of the `graphql-ws` client. */
export const PROTOCOL = 'graphql-transport-ws';

/** An operation as a client sends it. */
export interface LiveOperation {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** What a client says. */
export type ClientMessage =
  | { readonly type: 'connection_init'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly type: 'ping' }
  | { readonly type: 'pong' }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: LiveOperation }
  | { readonly type: 'complete'; readonly id: string };

/** Why a connection is closed: a code of the protocol, and a sentence of it. */
export interface Farewell {
  readonly code: 4400 | 4401 | 4403 | 4408 | 4409 | 4429;
  readonly reason: string;
}

/** What a server says. */
export type ServerMessage =
  | { readonly type: 'connection_ack' }
  | { readonly type: 'ping'; readonly payload: { readonly close: Farewell } }
  | { readonly type: 'pong' }
  | { readonly type: 'next'; readonly id: string; readonly payload: FormattedExecutionResult }
  | { readonly type: 'error'; readonly id: string; readonly payload: readonly GraphQLFormattedError[] }
  | { readonly type: 'complete'; readonly id: string };

/** Most characters of an id that a client makes for a subscription. */
const MOST_ID = 100;

/** Most bytes of a message that API Gateway takes, from a client and to one (quota of a WebSocket API). */
const MOST_BYTES = 128 * 1024;

/** How long after connecting a client may introduce itself, in ms: longer than a browser takes to fetch a token. */
export const INIT_WAIT_MS = 10_000;

/**
 * The last words on a connection: API Gateway sends no close code of ours, so a `ping` names it, which every client of the
 * protocol understands. With 4403 comes an `error` too: before it is acknowledged the `graphql-ws` client takes that for
 * the end, and does not come again at once with the same token (ADR 29).
 */
export function farewell({ code, reason }: Farewell): readonly ServerMessage[] {
  const ping: ServerMessage = { type: 'ping', payload: { close: { code, reason } } };
  if (code !== 4403) return [ping];
  const extensions = { code: 'UNAUTHENTICATED', close: code };
  return [ping, { type: 'error', id: `close:${code}`, payload: [{ message: reason, extensions }] }];
}

/** Why a connection is closed whose token has ended: it is to be had again with a new one, as when one is refused. */
export const TOKEN_ENDED: Farewell = { code: 4403, reason: 'Forbidden' };

/** Whether a message can be sent to a client. */
export function isSendable(message: ServerMessage): boolean {
  return Buffer.byteLength(JSON.stringify(message)) <= MOST_BYTES;
}

/** Understands a message; undefined for one that is none of the protocol, or larger than API Gateway would have let through. */
export function parseMessage(text: string): ClientMessage | undefined {
  const message = Buffer.byteLength(text) > MOST_BYTES ? undefined : parseObject(text);
  if (message === undefined) return undefined;
  const { type, id, payload } = message;
  switch (type) {
    case 'connection_init':
      return isObjectOrNone(payload) ? { type, payload: payload ?? {} } : undefined;
    case 'ping':
    case 'pong':
      return isObjectOrNone(payload) ? { type } : undefined;
    case 'complete':
      return isId(id) ? { type, id } : undefined;
    case 'subscribe': {
      const operation = toOperation(payload);
      return isId(id) && operation ? { type, id, payload: operation } : undefined;
    }
    default:
      return undefined;
  }
}

function toOperation(payload: unknown): LiveOperation | undefined {
  if (!isObject(payload)) return undefined;
  const { query, operationName, variables, extensions } = payload;
  const named = operationName == null || typeof operationName === 'string';
  if (typeof query !== 'string' || !named) return undefined;
  if (!isObjectOrNone(variables) || !isObjectOrNone(extensions)) return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObjectOrNone(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || isObject(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MOST_ID;
}
