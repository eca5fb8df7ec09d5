import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type GraphQLError, type GraphQLSchema, type ValidationContext } from 'graphql';
import { logger } from '../shared/logger';
import { accessPlugin } from './access.plugin';
import { type ApiContext } from './context';
import { costPlugin } from './cost.plugin';
import { errorLanguagePlugin, formatError } from './format-error';
import { httpStatusPlugin } from './http-status.plugin';
import { standingPlugin } from './standing.plugin';

/** Limits of one document, all looked at before anything is resolved. */
const LIMITS = { depth: 14, aliases: 30, directives: 20, tokens: 3_000 } as const;

/** A limit passed is an error of validation like any other, not an exception. */
const REPORTED = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => {
      context?.reportError(error);
    },
  ],
};

function silent(): void {
  // What the server tells of its own work, nobody needs.
}

/** What it complains of goes into our log, up to the colon: what follows can quote an item. */
function tell(message: unknown): void {
  logger.warn('Apollo Server', { says: String(message).split(':')[0] ?? '' });
}

/**
 * The GraphQL server of a schema. Cache control is off, because its hook on every field triples the CPU of a list; suggestions are
 * off outside the laptop, because they tell strangers the schema.
 */
export function createServer(schema: GraphQLSchema, options: { stage: string }): ApolloServer<ApiContext> {
  const onLaptop = options.stage === 'laptop';
  return new ApolloServer<ApiContext>({
    schema,
    introspection: true,
    hideSchemaDetailsFromClientErrors: !onLaptop,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [
      maxDepthRule({ n: LIMITS.depth, ignoreIntrospection: true, ...REPORTED }),
      maxAliasesRule({ n: LIMITS.aliases, allowList: [], ...REPORTED }),
      maxDirectivesRule({ n: LIMITS.directives, ...REPORTED }),
    ],
    formatError,
    logger: { debug: silent, info: silent, warn: tell, error: tell },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      accessPlugin({ introspectionForStrangers: onLaptop }),
      costPlugin(schema),
      standingPlugin,
      errorLanguagePlugin,
      httpStatusPlugin,
    ],
  });
}
