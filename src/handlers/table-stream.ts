import { type AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import {
  type Context,
  type DynamoDBBatchResponse,
  type DynamoDBRecord,
  type DynamoDBStreamEvent,
} from 'aws-lambda';
import { createApp } from '../app';
import { createFoundation } from '../app/foundation';
import { createLoads } from '../app/background';
import { caseMovedBy } from '../modules/cases/case.events';
import { createTelling } from '../realtime/realtime';
import { readEnv } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

const env = readEnv();
const foundation = createFoundation(env);
const loads = createLoads(foundation);
const telling = createTelling(env, foundation, createApp(env, foundation));

/**
 * The table's door: notes what the load of grids is counted from, and tells those who watch what has happened. It ends
 * at the first record that fails, which comes again with all after it, so that events keep their order.
 */
export async function handler(
  { Records }: DynamoDBStreamEvent,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  logger.addContext(context);
  const changes = Records.map(({ dynamodb }) => ({
    before: imageOf(dynamodb?.OldImage),
    after: imageOf(dynamodb?.NewImage),
  }));
  let told = 0;
  try {
    await loads.observe(changes);
    for (const { before, after } of changes) {
      const moved = caseMovedBy(before, after);
      if (moved !== undefined) logger.info('case told', { ...(await telling.tell(moved)) });
      told += 1;
    }
  } catch (error) {
    logFailure('change not passed on', error);
    return { batchItemFailures: [{ itemIdentifier: Records[told]?.dynamodb?.SequenceNumber ?? '' }] };
  }
  return { batchItemFailures: [] };
}

function imageOf(image: NonNullable<DynamoDBRecord['dynamodb']>['NewImage']) {
  return image && unmarshall(image as Record<string, AttributeValue>);
}
