import { type APIGatewayProxyResultV2, type APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { createApp, createFoundation } from '../app';
import { createListening } from '../realtime/realtime';
import { readEnv } from '../shared/env';

const env = readEnv();
const foundation = createFoundation(env);
const { listening, poster, accept } = createListening(env, foundation, createApp(env, foundation));

/** The WebSocket door: GraphQL subscriptions in the `graphql-transport-ws` protocol. */
export async function handler(
  event: APIGatewayProxyWebsocketEventV2 & { headers?: Record<string, string | undefined> },
): Promise<APIGatewayProxyResultV2> {
  const { routeKey, connectionId } = event.requestContext;
  if (routeKey === '$connect') return accept(event.headers ?? {});
  if (routeKey === '$disconnect') await listening.ended(connectionId);
  else {
    const { messages, close } = await listening.received(connectionId, event.body ?? '');
    for (const message of messages) await poster.post(connectionId, message);
    if (close) await poster.close(connectionId);
  }
  return { statusCode: 200 };
}
