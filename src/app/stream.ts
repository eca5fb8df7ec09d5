import { type DynamoDBBatchResponse, type DynamoDBRecord } from 'aws-lambda';
import {
  createCaseKeeping,
  createDuplicateWatch,
  createLoads,
  createLogWatch,
  createOverdue,
} from './background';
import { createChangeNotes } from './changes';
import { createAccountFollowing } from './standings';
import { createCaseEventNotes } from './feed';
import { createDeskNotes } from './desk';
import { createFileTerms } from './file-terms';
import { createFindingNotes } from './finding-alerts';
import { type Foundation } from './foundation';
import { createInspectionPlans } from './inspection-plans';
import { createCaseListNotes } from './lists';
import { createLiveApp } from './live';
import { createNotificationWatch } from './notification-watch';
import { createReminders } from './reminders';
import { createSolved } from './statistics';
import { createVisitPlans } from './visits';
import { changeOf, type TableChange } from '../data/table-change';
import { caseEventsBy } from '../modules/feed/case-event.events';
import { findingEventsBy } from '../modules/inspections/finding-alert.events';
import { noticeAlertsBy } from '../modules/notices/notice-alert.events';
import { createTelling } from '../realtime/realtime';
import { type Env } from '../shared/env';
import { logFailure, logger } from '../shared/logger';

/** Takes records of the table's stream in their order; says from which on they are to be brought again. */
export type TakeRecords = (records: readonly DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>;

/**
 * What stands behind the table's stream: it tells those who watch what has happened, then takes note of what follows from it and
 * nobody waits for. It ends at the first record that fails, which comes again with all after it, so that events keep their order.
 */
export function createStreamTaking(env: Env, foundation: Foundation): TakeRecords {
  const watches = watchesOn(env, foundation);
  const caseEventNotes = createCaseEventNotes(foundation);
  const live = createLiveApp(env, foundation);
  const telling = createTelling(env, foundation, live);
  const tell = async (change: TableChange) => {
    for (const event of caseEventsBy(change)) {
      // Noted before it is told: whoever misses the telling finds the note.
      await caseEventNotes.note(event);
      logger.info('case told', { ...(await telling.tell(event)) });
    }
    for (const finding of findingEventsBy(change)) {
      await live.services.findingAlerts.note(finding);
      logger.info('finding told', { ...(await telling.tellFinding(finding)) });
    }
    for (const alert of noticeAlertsBy(change))
      logger.info('notice told', { ...(await telling.tellAlert(alert)) });
  };
  const note = async (changes: readonly TableChange[]) => {
    await Promise.all(watches.map((watch) => watch.observe(changes)));
  };
  return async (records) => {
    const changes = records.map(changeOf);
    const untold = await firstFailure(changes, tell);
    const failed = (await firstUnnoted(changes.slice(0, untold), note)) ?? untold;
    const itemIdentifier = failed === undefined ? undefined : records[failed]?.dynamodb?.SequenceNumber;
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: itemIdentifier ?? '' }] };
  };
}

interface Watch {
  observe(changes: readonly TableChange[]): Promise<unknown>;
}

/**
 * Which grids are to be counted again, who may be on file twice, who and what is to be visited and inspected when, what the logs say, whose files
 * are to be kept and until when, when the limits of cases are over, what phones are to be told, in which lists cases
 * and on whose desks and in which files of premises they stand, at which level they are solved, who is to be notified, and reminded when, and whom accounts speak for; all may be noted twice.
 */
function watchesOn(env: Env, foundation: Foundation): readonly Watch[] {
  return [
    createLoads(foundation),
    createDuplicateWatch(foundation),
    createVisitPlans(foundation),
    createInspectionPlans(foundation),
    createLogWatch(foundation),
    createCaseKeeping(env, foundation),
    createFileTerms(foundation),
    createOverdue(foundation),
    createChangeNotes(foundation),
    createCaseListNotes(foundation),
    createDeskNotes(foundation),
    createFindingNotes(foundation),
    createSolved(foundation),
    createNotificationWatch(foundation),
    createReminders(foundation),
    createAccountFollowing(foundation),
  ];
}

/** Notes all of them together, which costs least; one by one when that fails, to know which of them it is. */
async function firstUnnoted(
  changes: readonly TableChange[],
  note: (changes: readonly TableChange[]) => Promise<void>,
): Promise<number | undefined> {
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
