import { type Context, type ScheduledEvent } from 'aws-lambda';
import { createArrivals } from '../app';
import { readEnv } from '../shared/env';
import { logger } from '../shared/logger';

const arrivals = createArrivals(readEnv());

/** The clock's door, every five minutes: looks for files whose arrival was not announced. */
export async function handler(_event: ScheduledEvent, context: Context): Promise<void> {
  logger.addContext(context);
  const reports = await arrivals.lookForOverdue();
  if (reports.length > 0) logger.info('evidence looked for', { reports });
  // What failed is due again in the next round; that it failed must ring.
  if (reports.some(({ arrival }) => arrival === 'FAILED'))
    throw new Error('Some files could not be checked.');
}
