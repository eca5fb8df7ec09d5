import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { givingUpAfter } from '../data/time-outs';
import { type ServerMessage } from './protocol';

/** Reaches clients on their WebSocket connections. */
export interface Poster {
  /** Sends a message; GONE when nobody is there any more. */
  post(connection: string, message: ServerMessage): Promise<'SENT' | 'GONE'>;
  /** Closes a connection; one that is closed already is as good. */
  close(connection: string): Promise<void>;
}

/** A poster over the management endpoint of a WebSocket API. */
export function createPoster(endpoint: string | undefined): Poster {
  const client = new ApiGatewayManagementApiClient({
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 3,
    requestHandler: givingUpAfter(10_000),
  });
  return {
    post: async (ConnectionId, message) => {
      const Data = JSON.stringify(message);
      return (await unlessGone(() => client.send(new PostToConnectionCommand({ ConnectionId, Data }))))
        ? 'SENT'
        : 'GONE';
    },
    close: async (ConnectionId) => {
      await unlessGone(() => client.send(new DeleteConnectionCommand({ ConnectionId })));
    },
  };
}

async function unlessGone(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** serverless-offline says 410 without the exception's name. */
function isGone(error: unknown): boolean {
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return error instanceof GoneException || $metadata?.httpStatusCode === 410;
}
