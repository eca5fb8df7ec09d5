import { createArrivals } from '../app';
import { readEnv } from '../shared/env';
import { logger } from '../shared/logger';

const arrivals = createArrivals(readEnv());

/** The clock's door, every five minutes: looks for files whose arrival was not announced. */
export async function handler(): Promise<void> {
  const reports = await arrivals.lookForOverdue();
  if (reports.length > 0) logger.info('evidence looked for', { reports });
}
