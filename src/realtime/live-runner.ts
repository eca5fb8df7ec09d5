import { type FormattedExecutionResult, Kind, OperationTypeNode, parse } from 'graphql';
import { type ApiContext } from '../api/context';
import { createServer } from '../api/server';
import { type Live } from '../auth/request';
import { type LiveApp } from '../app/live';
import { type CollectionReader } from '../data/collection-reader';
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
    const actor = app.standings.actorOf(bearer);
    const contextValue: ApiContext<LiveApp['services']> = {
      ...{ actor, tokenError: undefined, language, reads, services, live, requestId: newId() },
    };
    const request = { query, operationName, variables: { ...variables } };
    const { body } = await server.executeOperation(request, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer came in parts.');
    return JSON.parse(JSON.stringify(body.singleResult)) as FormattedExecutionResult;
  };
}

/** Whether the operation that would run is a subscription; false also for what cannot be read. */
export function isSubscription({ query, operationName }: LiveOperation): boolean {
  try {
    const operations = parse(query, { maxTokens: 3_000 }).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const chosen = operations.find(
      ({ name }) => operationName === undefined || name?.value === operationName,
    );
    return chosen?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false;
  }
}
