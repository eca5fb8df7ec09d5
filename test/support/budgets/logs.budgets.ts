import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { offeredIn, onBehalf } from '../applications';
import { linesOn, note, noteInput, plan, planInput, workerOnRecord } from '../logs';
import { noteOf, planOf, roundOf } from '../own-log';
import { somebody } from '../privacy';
import { home } from '../residents';
import { type World } from '../world';
import { type Budget } from './budget';

/** The working days of a month, so many. */
const daysOfMay = (count: number) =>
  Array.from({ length: count }, (_none, index) => `2026-05-${String(index + 1).padStart(2, '0')}`);

/** A grid worker of the world, on record, with a month of 22 days and 30 lines on each. */
const busyWorker = async (world: World) => {
  const worker = await workerOnRecord(world);
  await linesOn(world, worker, daysOfMay(22), 30);
  return worker;
};

/** Work logs. */
export const LOGS_BUDGETS: Readonly<Record<string, Budget>> = {
  LogDay: {
    // 30 lines, 5 notes, 20 plans.
    ...{ trips: 1, reads: 2.5, as: 'GRID_WORKER', document: operations.LogDayDocument },
    arrange: async (world, caller) => {
      await linesOn(world, caller, ['2026-05-12'], 30);
      for (let done = 0; done < 5; done += 1) await note(world, caller);
      for (let done = 0; done < 20; done += 1) await plan(world, caller);
      return {};
    },
  },
  LogWeek: {
    ...{ trips: 1, reads: 5.5, as: 'GRID_WORKER', document: operations.LogWeekDocument },
    arrange: async (world, caller) => {
      await linesOn(
        world,
        caller,
        ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'],
        30,
      );
      return {};
    },
  },
  LogMonth: {
    // 22 days of 30 lines.
    ...{ trips: 1, reads: 24, as: 'GRID_WORKER', document: operations.LogMonthDocument },
    arrange: async (world, caller) => {
      await linesOn(world, caller, daysOfMay(22), 30);
      return {};
    },
  },
  LogEntryPage: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.LogEntryPageDocument },
    arrange: async (world, caller) => ({ id: await noteOf(world, caller) }),
  },
  AddLogEntry: {
    // Area and household side by side, then the note: item, gsi1, gsi2.
    ...{ trips: 2, reads: 1, writes: 3, as: 'GRID_WORKER', document: operations.AddLogEntryDocument },
    arrange: async (world) => ({
      input: noteInput({ area: world.courtyard, household: await home(world) }),
    }),
  },
  ChangeLogEntry: {
    // The note and what it said, in a transaction.
    ...{ trips: 2, reads: 1, writes: 8, as: 'GRID_WORKER', document: operations.ChangeLogEntryDocument },
    arrange: async (world, caller) => ({
      input: { id: newId(), entry: await noteOf(world, caller), text: '要扶手和灯' },
    }),
  },
  TurnIntoCase: {
    // The case and the note, in a transaction.
    ...{ trips: 3, reads: 1.5, writes: 10, as: 'GRID_WORKER', document: operations.TurnIntoCaseDocument },
    arrange: async (world, caller) => ({
      input: { id: newId(), entry: await noteOf(world, caller), category: 'REQUEST' },
    }),
  },
  TurnIntoApplication: {
    // The application and the note, in a transaction.
    ...{
      trips: 3,
      reads: 2.5,
      writes: 12,
      as: 'GRID_WORKER',
      document: operations.TurnIntoApplicationDocument,
    },
    arrange: async (world, caller) => ({
      input: {
        ...onBehalf(world, await offeredIn(world), await somebody(world)),
        entry: await noteOf(world, caller),
      },
    }),
  },
  PlanWork: {
    ...{ trips: 2, reads: 0.5, writes: 2, as: 'GRID_WORKER', document: operations.PlanWorkDocument },
    arrange: ({ courtyard }) => ({ input: planInput({ area: courtyard }) }),
  },
  SettlePlan: {
    // Out of the plans, into the log and that of the community.
    ...{ trips: 2, reads: 1, writes: 4, as: 'GRID_WORKER', document: operations.SettlePlanDocument },
    arrange: async (world, caller) => ({
      input: { id: newId(), plan: await planOf(world, caller), outcome: 'DONE', text: '已办。' },
    }),
  },
  StartRound: {
    ...{ trips: 2, reads: 0, writes: 2, as: 'GRID_WORKER', document: operations.StartRoundDocument },
    arrange: () => ({ input: { id: newId() } }),
  },
  EndRound: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'GRID_WORKER', document: operations.EndRoundDocument },
    arrange: async (world, caller) => ({ input: { round: await roundOf(world, caller) } }),
  },
  ExportWorkMonth: {
    // The month, then the name of its grid.
    ...{ trips: 2, reads: 24.5, as: 'GRID_WORKER', document: operations.ExportWorkMonthDocument },
    arrange: async (world, caller) => {
      await linesOn(world, caller, daysOfMay(22), 30);
      return { input: { id: newId(), month: '2026-05' } };
    },
  },
  LogsOfCommunity: {
    ...{ trips: 1, reads: 2.5, as: 'COMMUNITY_STAFF', document: operations.LogsOfCommunityDocument },
    arrange: async (world) => {
      await linesOn(world, world.actor('GRID_WORKER'), ['2026-05-12'], 60);
      return { area: world.community };
    },
  },
  LogOfWorker: {
    // Day, month, plans, and thrice the same look at whose supervisor one is.
    ...{ trips: 1, reads: 25, as: 'COMMUNITY_STAFF', document: operations.LogOfWorkerDocument },
    arrange: async (world) => ({ person: (await busyWorker(world)).id }),
  },
  CommentOnLog: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'COMMUNITY_STAFF', document: operations.CommentOnLogDocument },
    arrange: async (world) => ({
      input: {
        ...{ id: newId(), entry: await noteOf(world, world.actor('GRID_WORKER')) },
        text: '请约时间上门。',
      },
    }),
  },
};
