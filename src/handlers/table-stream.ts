import { type Context, type DynamoDBBatchResponse, type DynamoDBStreamEvent } from 'aws-lambda';
import { createFoundation } from '../app/foundation';
import { createLiveApp } from '../app/live';
import {
  createCaseKeeping,
  createDuplicateWatch,
  createLoads,
  createLogWatch,
  createOverdue,
} from '../app/background';
import { createChangeNotes } from '../app/changes';
import { createCaseEventNotes } from '../app/feed';
import { createCaseListNotes } from '../app/lists';
import { createNotificationSending } from '../app/notifications';
import { createVisitPlans } from '../app/visits';
import { changeOf, type TableChange } from '../data/table-change';
import { caseEventsBy } from '../modules/feed/case-event.events';
import { createTelling } from '../realtime/realtime';
import { readEnv } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

const env = readEnv();
const foundation = createFoundation(env);
const loads = createLoads(foundation);
const duplicates = createDuplicateWatch(foundation);
const visitPlans = createVisitPlans(foundation);
const logs = createLogWatch(foundation);
const changeNotes = createChangeNotes(foundation);
const keeping = createCaseKeeping(env, foundation);
const overdue = createOverdue(foundation);
const notifications = createNotificationSending(foundation);
const caseLists = createCaseListNotes(foundation);
const caseEventNotes = createCaseEventNotes(foundation);
const telling = createTelling(env, foundation, createLiveApp(env, foundation));

/**
 * The table's door: tells those who watch what has happened, then takes note of what follows from it and nobody waits
 * for. It ends at the first record that fails, which comes again with all after it, so that events keep their order.
 */
export async function handler(
  { Records }: DynamoDBStreamEvent,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  logger.addContext(context);
  const changes = Records.map(changeOf);
  const untold = await firstFailure(changes, tell);
  const failed = (await firstUnnoted(changes.slice(0, untold))) ?? untold;
  const itemIdentifier = failed === undefined ? undefined : Records[failed]?.dynamodb?.SequenceNumber;
  return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: itemIdentifier ?? '' }] };
}

async function tell(change: TableChange): Promise<void> {
  for (const event of caseEventsBy(change)) {
    // Noted before it is told: whoever misses the telling finds the note.
    await caseEventNotes.note(event);
    logger.info('case told', { ...(await telling.tell(event)) });
  }
}

/**
 * Which grids are to be counted again, who may be on file twice, who is to be visited when, what the logs say, whose files
 * are to be kept, when the limits of cases are over, what phones are to be told, in which lists cases
 * stand, and who is to be notified; may be noted twice.
 */
async function note(changes: readonly TableChange[]): Promise<void> {
  await Promise.all(
    [loads, duplicates, visitPlans, logs, keeping, overdue, changeNotes, caseLists, notifications].map(
      (watch) => watch.observe(changes),
    ),
  );
}

/** Notes all of them together, which costs least; one by one when that fails, to know which of them it is. */
async function firstUnnoted(changes: readonly TableChange[]): Promise<number | undefined> {
  try {
    await note(changes);
    return undefined;
  } catch {
    return firstFailure(changes, (change) => note([change]));
  }
}

/** Where the first change stands that something cannot be done with; undefined when it is done with all. */
async function firstFailure(
  changes: readonly TableChange[],
  doWith: (change: TableChange) => Promise<void>,
): Promise<number | undefined> {
  for (const [index, change] of changes.entries()) {
    try {
      await doWith(change);
    } catch (error) {
      logFailure('change not passed on', error);
      return index;
    }
  }
  return undefined;
}
