import { type AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import {
  type Context,
  type DynamoDBBatchResponse,
  type DynamoDBRecord,
  type DynamoDBStreamEvent,
} from 'aws-lambda';
import { createApp, createFoundation } from '../app';
import { caseMovedBy } from '../modules/cases/case.events';
import { createTelling } from '../realtime/realtime';
import { readEnv } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

const env = readEnv();
const foundation = createFoundation(env);
const telling = createTelling(env, foundation, createApp(env, foundation));

/**
 * The table's door: tells those who watch what has happened. It ends at the first record that fails, which comes again
 * with all after it, so that events keep their order.
 */
export async function handler(
  { Records }: DynamoDBStreamEvent,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  logger.addContext(context);
  for (const { dynamodb } of Records) {
    try {
      const moved = caseMovedBy(imageOf(dynamodb?.OldImage), imageOf(dynamodb?.NewImage));
      if (moved !== undefined) logger.info('case told', { ...(await telling.tell(moved)) });
    } catch (error) {
      logFailure('case not told', error);
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}

function imageOf(image: NonNullable<DynamoDBRecord['dynamodb']>['NewImage']) {
  return image && unmarshall(image as Record<string, AttributeValue>);
}
