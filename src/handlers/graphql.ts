import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import { refuseBody } from '../api/body';
import { createContext } from '../api/context';
import { createSchema } from '../api/schema';
import { createServer } from '../api/server';
import { createApp } from '../app';
import { readEnv } from '../shared/env';
import { logger } from '../shared/logger';

const env = readEnv();
const app = createApp(env);

/** The HTTP door: GraphQL over HTTP, GET and POST on `/graphql`. */
export const handler = startServerAndCreateLambdaHandler(
  createServer(createSchema(), env),
  handlers.createAPIGatewayProxyEventV2RequestHandler(),
  {
    middleware: [(event) => Promise.resolve(refuseBody(event))],
    context: ({ event, context }) => {
      logger.addContext(context);
      return createContext(app, event.headers, context.awsRequestId);
    },
  },
);
