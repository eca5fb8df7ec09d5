import { type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { isForUnbound, OPERATION_ACCESS } from '../auth/access';
import { type Actor } from '../auth/actor';
import { mayEver } from '../auth/permissions';
import { TechnicalError } from '../shared/errors';
import { type ApiContext } from './context';
import { toGraphQLError } from './format-error';
import { rootFieldsOf } from './root-fields';

/** Looking at the schema: open to whoever has a token, and on the laptop to everyone. */
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Decides once per operation, before anything is resolved, whether the caller's roles may use each of its root fields.
 * Fields carry no middleware: what an action means for one area or record is decided by its service.
 */
export function accessPlugin(options: {
  introspectionForStrangers: boolean;
}): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, document, contextValue }) => {
          const { actor, tokenError } = contextValue;
          const refusal = refusalFor(
            operation,
            document,
            actor,
            tokenError,
            options.introspectionForStrangers,
          );
          return refusal ? Promise.reject(toGraphQLError(refusal)) : Promise.resolve();
        },
      }),
  };
}

function refusalFor(
  operation: OperationDefinitionNode | undefined,
  document: DocumentNode,
  actor: Actor | undefined,
  tokenError: TechnicalError | undefined,
  openIntrospection: boolean,
): TechnicalError | undefined {
  if (operation === undefined) return undefined;
  for (const field of rootFieldsOf(operation, document)) {
    if (field === '__typename' || (INTROSPECTION.has(field) && openIntrospection)) continue;
    if (actor === undefined) return tokenError ?? new TechnicalError('UNAUTHENTICATED');
    if (INTROSPECTION.has(field)) continue;
    if (actor.account !== undefined && actor.appointments.length === 0) {
      if (isForUnbound(field)) continue;
      return new TechnicalError('ACCOUNT_NOT_BOUND');
    }
    const action = accessOf(operation)[field];
    if (action === undefined || !mayEver(actor, action))
      return new TechnicalError('FORBIDDEN', { operation: field });
  }
  return undefined;
}

function accessOf({ operation }: OperationDefinitionNode) {
  const type = ({ query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const)[operation];
  return OPERATION_ACCESS[type];
}
