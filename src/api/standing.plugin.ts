import { type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { isRecordless } from '../auth/access';
import { TechnicalError } from '../shared/errors';
import { type ApiContext } from './context';
import { toGraphQLError } from './format-error';
import { rootFieldsOf } from './root-fields';

/**
 * Holds the answer until it is known that the caller's token still stands, and answers nothing else when it does not. The
 * look-up is under way while the operation reads, so that it adds no round trip; writes wait for it by themselves.
 */
export const standingPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      executionDidStart: (request) => {
        const standing = needsStanding(request) ? request.contextValue.actor?.standing : undefined;
        if (standing === undefined) return Promise.resolve();
        void standing.confirmed().catch(() => undefined);
        return Promise.resolve({
          executionDidEnd: async () => {
            try {
              await standing.confirmed();
            } catch (error) {
              replaceAnswer(request, error);
            }
          },
        });
      },
    }),
};

/** Whether the operation looks at any record. */
function needsStanding({ operation, document }: GraphQLRequestContext<ApiContext>): boolean {
  if (operation === undefined || document === undefined) return true;
  return !(
    operation.operation === OperationTypeNode.QUERY &&
    rootFieldsOf(operation, document).every((field) => isRecordless(field))
  );
}

function replaceAnswer({ response }: GraphQLRequestContext<ApiContext>, reason: unknown): void {
  const error = reason instanceof TechnicalError ? reason : new TechnicalError('TRY_AGAIN');
  response.body = { kind: 'single', singleResult: { errors: [toGraphQLError(error).toJSON()] } };
}
