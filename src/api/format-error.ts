import { unwrapResolverError } from '@apollo/server/errors';
import { type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { TechnicalError } from '../shared/errors';
import { logFailure } from '../shared/logger';
import { type Text } from '../shared/messages/text';
import { type MessageValues, sentence, TECHNICAL_ERRORS, type TechnicalErrorCode } from '../shared/messages';
import { type ApiContext } from './context';

/** Codes of Apollo Server for what a client did wrong in form; their messages name no data and pass as they are. */
export const FORM_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/** Errors of AWS that pass by themselves: the client repeats with the same id. */
const PASSING =
  /Throttl|ProvisionedThroughput|TimeoutError|LimitExceeded|ServiceUnavailable|TransactionConflict|SlowDown/;

/** A technical error in its GraphQL form; its sentence is put in when the answer is sent. */
export function toGraphQLError({ code, values, text }: TechnicalError): GraphQLError {
  return new GraphQLError(code, { extensions: { code, values, text } });
}

/** Makes an error fit to be shown: known ones with their code, all else logged and masked. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof TechnicalError)
    return { ...formatted, extensions: toGraphQLError(original).extensions };
  const code = formatted.extensions?.code;
  if (isTechnical(code) && original instanceof GraphQLError) return formatted;
  if (typeof code === 'string' && FORM_ERRORS.has(code)) return { ...formatted, extensions: { code } };
  const masked = unexpected(original);
  return { ...formatted, message: masked, extensions: { code: masked } };
}

/** Puts the sentence of each technical error into the caller's language, with the request id where it helps. */
export const errorLanguagePlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind === 'single') {
          const { singleResult } = response.body;
          singleResult.errors = singleResult.errors?.map((error) => inWords(error, contextValue));
        }
        return Promise.resolve();
      },
    }),
};

function inWords(error: GraphQLFormattedError, { language, requestId }: ApiContext): GraphQLFormattedError {
  const code = error.extensions?.code;
  // Errors of Apollo's own say already, in their message, what is wrong with the request.
  if (!isTechnical(code) || error.message !== code) return error;
  const values = { ...(error.extensions?.values as MessageValues | undefined), requestId };
  const text = (error.extensions?.text as Text | undefined) ?? TECHNICAL_ERRORS[code];
  const message = sentence(text, language, values);
  return { ...error, message, extensions: code === 'INTERNAL_SERVER_ERROR' ? { code, requestId } : { code } };
}

function isTechnical(code: unknown): code is TechnicalErrorCode {
  return typeof code === 'string' && Object.hasOwn(TECHNICAL_ERRORS, code);
}

/** Logs what nobody foresaw, and tells what of it a client is told. */
function unexpected(error: unknown): TechnicalErrorCode {
  const names = logFailure('request failed', error);
  return names.some((name) => PASSING.test(name)) ? 'TRY_AGAIN' : 'INTERNAL_SERVER_ERROR';
}
