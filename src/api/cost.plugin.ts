import { type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';
import { TechnicalError } from '../shared/errors';
import { type ApiContext } from './context';
import { toGraphQLError } from './format-error';

/** Most points of one operation. The dearest screen costs about a tenth. */
export const MOST_POINTS = 5_000;

/** Assumed length of a list that takes no `first`. */
const ASSUMED_ROWS = 10;

/** Points of a look at the schema: it is in memory, and graphql-js limits how deep the look may go. */
const INTROSPECTION_POINTS = 500;

/** A point for each field, times the rows of its list: `first` where it is given, else an assumed length. */
const estimator: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (field.name === '__schema' || field.name === '__type') return INTROSPECTION_POINTS;
  const first: unknown = args.first;
  if (typeof first === 'number') return 1 + Math.max(1, first) * childComplexity;
  // The rows of a connection are counted where `first` is given.
  const isList = String(field.type).includes('[') && field.name !== 'edges';
  return 1 + (isList ? ASSUMED_ROWS : 1) * childComplexity;
};

/** Refuses operations that cost too much, and tells every caller the cost in `extensions.cost`. */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () => {
      let cost: number | undefined;
      return Promise.resolve({
        didResolveOperation: ({ request, document }) => {
          cost = costOf(schema, document, request);
          return cost > MOST_POINTS
            ? Promise.reject(
                toGraphQLError(new TechnicalError('OPERATION_TOO_COSTLY', { cost, max: MOST_POINTS })),
              )
            : Promise.resolve();
        },
        willSendResponse: ({ response }) => {
          if (response.body.kind === 'single' && cost !== undefined) {
            response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** The points of an operation. Counting coerces the variables, so it is here that wrong ones show first. */
function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  request: { operationName?: string; variables?: Record<string, unknown> },
): number {
  try {
    return getComplexity({
      schema,
      query,
      operationName: request.operationName,
      variables: request.variables,
      // What a field says of itself comes first.
      estimators: [fieldExtensionsEstimator(), estimator],
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
  }
}
