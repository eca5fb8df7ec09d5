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

/** What a server says. */
export type ServerMessage =
  | { readonly type: 'connection_ack' }
  | { readonly type: 'pong' }
  | { readonly type: 'next'; readonly id: string; readonly payload: FormattedExecutionResult }
  | { readonly type: 'error'; readonly id: string; readonly payload: readonly GraphQLFormattedError[] }
  | { readonly type: 'complete'; readonly id: string };

/** Most characters of an id that a client makes for a subscription. */
const MOST_ID = 100;

/** Understands a message; undefined for one that is none of the protocol. */
export function parseMessage(text: string): ClientMessage | undefined {
  const message = parseObject(text);
  if (message === undefined) return undefined;
  const { type, id, payload } = message;
  switch (type) {
    case 'connection_init':
      return { type, payload: isObject(payload) ? payload : {} };
    case 'ping':
    case 'pong':
      return { type };
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
  const { query, operationName, variables } = payload;
  const named = operationName == null || typeof operationName === 'string';
  if (typeof query !== 'string' || !named || (variables != null && !isObject(variables))) return undefined;
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

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MOST_ID;
}
