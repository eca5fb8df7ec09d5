import { type APIGatewayProxyResultV2, type APIGatewayProxyWebsocketEventV2, type Context } from 'aws-lambda';
import { createFoundation } from '../app/foundation';
import { createLiveApp } from '../app/live';
import { createListening } from '../realtime/realtime';
import { readEnv } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

const env = readEnv();
const foundation = createFoundation(env);
const { listening, poster, accept } = createListening(env, foundation, createLiveApp(env, foundation));

/** The WebSocket door: GraphQL subscriptions in the `graphql-transport-ws` protocol. */
export async function handler(
  event: APIGatewayProxyWebsocketEventV2 & { headers?: Record<string, string | undefined> },
  context: Context,
): Promise<APIGatewayProxyResultV2> {
  logger.addContext(context);
  const { routeKey, connectionId, connectedAt, requestTimeEpoch } = event.requestContext;
  if (routeKey === '$connect') return accept(event.headers ?? {});
  try {
    if (routeKey === '$disconnect') await listening.ended(connectionId);
    else await answer(connectionId, event.body ?? '', requestTimeEpoch - connectedAt);
    return { statusCode: 200 };
  } catch (error) {
    // The client connects again and asks anew; what it watched is gone with the connection.
    logFailure('message not answered', error);
    await poster.close(connectionId).catch(() => undefined);
    return { statusCode: 500 };
  }
}

async function answer(connectionId: string, text: string, age: number): Promise<void> {
  const { messages, close } = await listening.received(connectionId, text, age);
  for (const message of messages) await poster.post(connectionId, message);
  if (close) await poster.close(connectionId);
}
