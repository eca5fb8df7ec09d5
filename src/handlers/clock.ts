import { type Context, type ScheduledEvent } from 'aws-lambda';
import {
  createAdjustmentEffects,
  createArrivals,
  createErasures,
  createLoads,
  createOverdue,
} from '../app/background';
import { createBookingReminders } from '../app/counters';
import { createFileRemovals } from '../app/file-terms';
import { createFoundation } from '../app/foundation';
import { createReminders } from '../app/reminders';
import { createWebhookDeliveries } from '../app/webhooks';
import { createCollectionReader } from '../data/collection-reader';
import { readEnv } from '../shared/env';
import { logger } from '../shared/logger';

const env = readEnv();
const foundation = createFoundation(env);
const arrivals = createArrivals(env, foundation);
const loads = createLoads(foundation);
const overdue = createOverdue(foundation);
const erasures = createErasures(foundation);
const adjustments = createAdjustmentEffects(foundation);
const bookings = createBookingReminders(foundation);
const reminders = createReminders(foundation);
const fileRemovals = createFileRemovals(foundation);
const webhooks = createWebhookDeliveries(foundation);

/**
 * The clock's door, every minute: sends up the cases whose limit is over, looks for files whose arrival was not announced,
 * carries out the adjustments of grids that are due, reminds of bookings, of the limits of applications, counts the grids that are,
 * sends what is due to webhooks, removes files whose term is over, and erases the records of those who left long ago.
 */
export async function handler(_event: ScheduledEvent, context: Context): Promise<void> {
  logger.addContext(context);
  const [cases, reports, recounts, effects, deliveries, looks, reminded, removals] = await Promise.all([
    overdue.sendUp(),
    arrivals.lookForOverdue(),
    loads.recountDue(),
    adjustments.applyDue(),
    webhooks.deliverDue(),
    bookings.lookAtDue(),
    reminders.remindDue(),
    fileRemovals.removeDue(),
  ]);
  if (Object.values(cases).some((count) => count > 0)) logger.info('overdue cases', cases);
  if (reports.length > 0) logger.info('evidence looked for', { reports });
  if (recounts.length > 0) logger.info('grids counted', { recounts });
  if (effects.length > 0) logger.info('adjustments carried out', { effects });
  if (Object.values(deliveries).some((count) => count > 0)) logger.info('webhooks told', deliveries);
  if (Object.values(looks).some((count) => count > 0)) logger.info('bookings looked at', looks);
  if (Object.values(reminded).some((count) => count > 0)) logger.info('reminded', reminded);
  if (Object.values(removals).some((count) => count > 0)) logger.info('files removed', { ...removals });
  const erased = await erasures.eraseDue(() => createCollectionReader(foundation.table));
  if (erased.length > 0) logger.info('records erased', { erased });
  // What failed is due again in the next round; that it failed must ring.
  if (reports.some(({ arrival }) => arrival === 'FAILED') || erased.includes('FAILED'))
    throw new Error('Some files could not be checked, or some records not erased.');
  if (cases.FAILED > 0) throw new Error('Some overdue cases could not be sent up.');
  if (looks.FAILED > 0) throw new Error('Some bookings could not be looked at.');
  if (reminded.FAILED > 0) throw new Error('Somebody could not be reminded.');
  if (removals.FAILED > 0) throw new Error('Some files could not be removed.');
  // That a receiver fails is its district's matter, and shown to it.
  if (deliveries.BROKEN > 0) throw new Error('Some webhooks could not be served.');
  if (recounts.some(({ outcome }) => outcome === 'FAILED'))
    throw new Error('Some grids could not be counted.');
  if (effects.some(({ outcome }) => outcome === 'FAILED'))
    throw new Error('Some adjustments could not be carried out.');
}
