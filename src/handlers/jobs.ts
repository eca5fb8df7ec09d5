import { type Context, type S3Event, type ScheduledEvent } from 'aws-lambda';
import { createFoundation } from '../app/foundation';
import { createJobWork } from '../app/job-work';
import { readEnv } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

const work = createJobWork(createFoundation(readEnv()));

/**
 * The door of imports and exports. The bucket wakes it with a file that has come; each minute it looks for jobs that
 * are due: exports, files whose coming was not announced, and what another worker handed over or was killed at.
 */
export async function handler(event: S3Event | ScheduledEvent, context: Context): Promise<void> {
  logger.addContext(context);
  const timeLeft = () => context.getRemainingTimeInMillis();
  if ('Records' in event) await workOnFiles(event, timeLeft);
  else {
    const reports = await work.workOnDue(timeLeft);
    if (reports.length > 0) logger.info('jobs worked on', { reports });
    // What broke off is due again; that it did must ring.
    if (reports.some(({ outcome }) => outcome === 'BROKE_OFF')) throw new Error('Some jobs broke off.');
  }
}

async function workOnFiles({ Records }: S3Event, timeLeft: () => number): Promise<void> {
  for (const { s3 } of Records) {
    const key = decodeURIComponent(s3.object.key.replace(/\+/g, ' '));
    try {
      logger.info('job worked on', { ...(await work.arrived(key, timeLeft)) });
    } catch (error) {
      logFailure('job broken off', error);
      throw new Error('A job broke off; it is due again when its lease has run out.');
    }
  }
}
