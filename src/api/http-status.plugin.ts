import { type ApolloServerPlugin } from '@apollo/server';
import { type ApiContext } from './context';

/** Errors of the request itself: 4xx for clients of the new media type, 200 for those that know only JSON. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ACCOUNT_NOT_BOUND: 403,
  OPERATION_TOO_COSTLY: 400,
  WEBSOCKET_REQUIRED: 400,
  TRY_AGAIN: 503,
};

/** Header with the id that the log lines of a request carry. */
const REQUEST_ID = 'x-request-id';

/**
 * HTTP statuses as the GraphQL-over-HTTP specification asks: `application/json` clients get 200 for a well-formed
 * request that GraphQL refuses, because an intermediary may answer 4xx in its own words.
 */
export const httpStatusPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, contextValue }) => {
        response.http.headers.set(REQUEST_ID, contextValue.requestId);
        // What one person may see is for that person: no cache between may keep it.
        response.http.headers.set('cache-control', 'no-store');
        if (response.body.kind !== 'single') return Promise.resolve();
        const { errors, data } = response.body.singleResult;
        const codes = (errors ?? []).map(({ extensions }) => extensions?.code);
        const accept = request.http?.headers.get('accept') ?? '';
        const knowsOnlyJson = !accept.includes('application/graphql-response+json');
        const refused = codes.map((code) => STATUS[String(code)]).find((status) => status !== undefined);
        if (data == null && refused !== undefined) response.http.status = refused;
        else if (knowsOnlyJson && codes.some((code) => REQUEST_ERRORS.has(code))) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
