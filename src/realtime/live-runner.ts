import {
  type FormattedExecutionResult,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
} from 'graphql';
import { type ApiContext } from '../api/context';
import { createServer } from '../api/server';
import { type Live } from '../auth/request';
import { type LiveApp } from '../app/live';
import { type CollectionReader } from '../data/collection-reader';
import { TechnicalError } from '../shared/errors';
import { newId } from '../shared/ids';
import { createLiveSchema } from './live-schema';
import { type LiveOperation } from './protocol';
import { type Listener } from './watch.type';

/** Runs a subscription's operation at one of its two moments, with the limits, rules and errors of the HTTP door. */
export type LiveRunner = (
  operation: LiveOperation,
  listener: Pick<Listener, 'bearer' | 'language'>,
  live: Live,
  reads?: CollectionReader,
) => Promise<FormattedExecutionResult>;

/** The runner of an app. */
export function createLiveRunner(
  app: Pick<LiveApp, 'services' | 'standings' | 'newReads'>,
  options: { stage: string },
): LiveRunner {
  const server = createServer(createLiveSchema(), options);
  return async ({ query, operationName, variables }, { bearer, language }, live, reads = app.newReads()) => {
    const { services } = app;
    const actor = await app.standings.identify(bearer).catch(gone);
    if (actor === undefined) return VOID;
    const contextValue: ApiContext<LiveApp['services']> = {
      ...{ actor, tokenError: undefined, language, reads, services, live, requestId: newId() },
    };
    const request = { query, operationName, variables: { ...variables } };
    const { body } = await server.executeOperation(request, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer came in parts.');
    return JSON.parse(JSON.stringify(body.singleResult)) as FormattedExecutionResult;
  };
}

/** The answer to an account that is no longer whose it was when it began to watch. */
const VOID: FormattedExecutionResult = {
  errors: [{ message: 'UNAUTHENTICATED', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** Undefined for a token that has become void; any other failure passes on. */
function gone(error: unknown): undefined {
  if (error instanceof TechnicalError && error.code === 'UNAUTHENTICATED') return undefined;
  throw error;
}

/**
 * The operation that would run, without whatever else its document holds, for only subscriptions are known here; undefined
 * where it is none, or cannot be read.
 */
export function subscriptionIn(asked: LiveOperation): LiveOperation | undefined {
  const { query, operationName } = asked;
  try {
    const document = parse(query, { maxTokens: 3_000 });
    const chosen = document.definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .find(({ name }) => operationName === undefined || name?.value === operationName);
    if (chosen?.operation !== OperationTypeNode.SUBSCRIPTION) return undefined;
    const own = separateOperations(document)[chosen.name?.value ?? ''];
    return operationName === undefined || own === undefined ? asked : { ...asked, query: print(own) };
  } catch {
    return undefined;
  }
}
