import { type Context, type DynamoDBBatchResponse, type DynamoDBStreamEvent } from 'aws-lambda';
import { createFoundation } from '../app/foundation';
import { createStreamTaking } from '../app/stream';
import { readEnv } from '../shared/env';
import { logger } from '../shared/logger';

const env = readEnv();
const take = createStreamTaking(env, createFoundation(env));

/** The table's door: what has changed in it is told, and what follows from it is noted. */
export function handler({ Records }: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
  logger.addContext(context);
  return take(Records);
}
