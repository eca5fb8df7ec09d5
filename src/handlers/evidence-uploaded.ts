import { type Context, type S3Event } from 'aws-lambda';
import { createArrivals } from '../app/background';
import { readEnv } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

const arrivals = createArrivals(readEnv());

/** The bucket's door: checks each file that has arrived. A store that fails makes it throw, so that the event comes again. */
export async function handler(event: S3Event, context: Context): Promise<void> {
  logger.addContext(context);
  for (const { s3 } of event.Records) {
    const key = decodeURIComponent(s3.object.key.replace(/\+/g, ' '));
    try {
      logger.info('evidence checked', { ...(await arrivals.arrived(key)) });
    } catch (error) {
      logFailure('evidence not checked', error);
      throw new Error('A file could not be checked; its event comes again.');
    }
  }
}
