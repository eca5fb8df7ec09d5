import { newId } from '../../../src/shared/ids';
import { type Actor } from '../../../src/auth/actor';
import * as operations from '../../generated/operations';
import { casePage, makeMove, moveCase, reportCase, reportInput, slotInput } from '../cases';
import { verifyAll } from '../evidence';
import { listed } from '../lists';
import { type World } from '../world';
import { type Budget } from './budget';
import { doors } from './doors';

const grid = (world: World) => reportCase(world, world.actor('GRID_WORKER'));
const street = (world: World) => reportCase(world, world.actor('STREET_STAFF'));
const many = async (world: World, count: number, more = {}) => {
  for (let done = 0; done < count; done += 1) await reportCase(world, world.actor('GRID_WORKER'), more);
  return {};
};
/** Reports of somebody, in the list of their own. */
const reports = async (world: World, reporter: Actor, count: number) => {
  const ids: string[] = [];
  for (let done = 0; done < count; done += 1) ids.push((await reportCase(world, reporter)).id);
  await listed(world, ids);
};
const dispatched = async (world: World, ...more: ('accept' | 'reportBack')[]) => {
  const { id } = await street(world);
  await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
  for (const move of more) await moveCase(world, world.actor('DEPARTMENT_STAFF'), id, move);
  return id;
};
const move = (caseId: string, more: object = {}) => ({
  input: { id: newId(), caseId, text: '说明', ...more },
});

/** Cases, evidence, live. */
export const CASES_BUDGETS: Readonly<Record<string, Budget>> = {
  // Data of the code: nothing is read.
  // The district's own rules, which are kept for a minute.
  CaseCategories: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.CaseCategoriesDocument },
    arrange: (world) => Promise.resolve({ area: world.grid }),
  },
  ReportCategories: {
    ...{ trips: 1, reads: 0.5, as: 'RESIDENT', document: operations.ReportCategoriesDocument },
    arrange: (world) => Promise.resolve({ area: world.grid }),
  },
  WorkerDay: {
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.WorkerDayDocument },
    arrange: async (world, caller) => {
      await doors(world, 50);
      await reports(world, caller, 20);
      return {};
    },
  },
  ReportCase: {
    // The grid, and beside it, once a minute in each container, what rules hold in the district.
    ...{ trips: 2, reads: 1, writes: 2, as: 'GRID_WORKER', document: operations.ReportCaseDocument },
    arrange: (world) => ({ input: reportInput(world) }),
  },
  Alarm: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'SENSOR', document: operations.AlarmDocument },
    arrange: (world) => ({ input: reportInput(world) }),
  },
  TakeInTicket: {
    // One more for its number, and a transaction writes each twice.
    ...{ trips: 2, reads: 1, writes: 6, as: 'STREET_STAFF', document: operations.TakeInTicketDocument },
    arrange: (world) => ({
      input: { ...reportInput(world), source: 'HOTLINE', reference: newId().toUpperCase() },
    }),
  },
  SolveCase: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'GRID_WORKER', document: operations.SolveCaseDocument },
    arrange: async (world) => move((await grid(world)).id),
  },
  EscalateCase: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'GRID_WORKER', document: operations.EscalateCaseDocument },
    arrange: async (world) => move((await grid(world)).id),
  },
  AddCaseEvidence: {
    // The slot, its place in the queue of what is awaited, its row in the list of what is missing.
    ...{ trips: 2, reads: 1, writes: 3, as: 'GRID_WORKER', document: operations.AddCaseEvidenceDocument },
    arrange: async (world) => ({ input: { caseId: (await grid(world)).id, evidence: [slotInput()] } }),
  },
  SentFiles: {
    // Nine files and their case.
    ...{ trips: 1, reads: 1.5, as: 'GRID_WORKER', document: operations.SentFilesDocument },
    arrange: async (world, caller) => {
      const evidence = Array.from({ length: 9 }, () => slotInput());
      return { id: (await reportCase(world, caller, { evidence })).id, case: true };
    },
  },
  // Measured on a store that can tell its parts: test/api/evidence/multipart.test.ts.
  OpenUpload: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'GRID_WORKER', document: operations.OpenUploadDocument },
    arrange: async (world, caller) => {
      const slot = slotInput();
      const { id: caseId } = await reportCase(world, caller, { evidence: [slot] });
      return { input: { caseId, evidenceId: slot.id, partHashes: [slot.sha256] } };
    },
  },
  CompleteUpload: {
    ...{ trips: 1, reads: 1, as: 'GRID_WORKER', document: operations.CompleteUploadDocument },
    arrange: async (world, caller) => {
      const slot = slotInput();
      const { id: caseId } = await reportCase(world, caller, { evidence: [slot] });
      return { input: { caseId, evidenceId: slot.id } };
    },
  },
  SetLegalHold: {
    // The case with what is on it, the hold, the files as they stand then.
    ...{ trips: 3, reads: 2, writes: 1, as: 'STREET_STAFF', document: operations.SetLegalHoldDocument },
    arrange: async (world) => ({ input: { caseId: (await grid(world)).id, on: true, reason: '诉讼' } }),
  },
  HoldFiles: {
    // The record with what is on it, the hold, the files as they stand then.
    ...{ trips: 3, reads: 2, writes: 1, as: 'STREET_STAFF', document: operations.HoldFilesDocument },
    arrange: async (world) => ({
      input: { type: 'CASE', id: (await grid(world)).id, on: true, reason: '诉讼' },
    }),
  },
  FileHold: {
    ...{ trips: 1, reads: 1, as: 'STREET_STAFF', document: operations.FileHoldDocument },
    arrange: async (world) => ({ type: 'CASE', id: (await grid(world)).id }),
  },
  VerifyEvidence: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.VerifyEvidenceDocument },
    arrange: async (world) => ({ input: { caseId: (await grid(world)).id } }),
  },
  MissingFiles: {
    ...{ trips: 1, reads: 1.5, as: 'GRID_WORKER', document: operations.MissingFilesDocument },
    arrange: async (world, caller) => {
      for (let done = 0; done < 4; done += 1)
        await reportCase(world, caller, { evidence: Array.from({ length: 5 }, () => slotInput()) });
      return {};
    },
  },
  Inbox: {
    // A hundred rows of 360 bytes.
    ...{ trips: 1, reads: 4.5, as: 'GRID_WORKER', document: operations.InboxDocument },
    arrange: async (world) => ({ ...(await many(world, 100)), first: 100 }),
  },
  InboxOfLongReports: {
    // As long as a row shows of them, in Chinese: 40 characters are 120 bytes.
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.InboxDocument },
    arrange: async (world) => ({ ...(await many(world, 100, { text: '车'.repeat(200) })), first: 100 }),
  },
  Desk: {
    ...{ trips: 1, reads: 0.5, as: 'DEPARTMENT_STAFF', document: operations.DeskDocument },
    arrange: async (world) => {
      await dispatched(world);
      return { punctuality: 'WITHIN' };
    },
  },
  CasePage: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.CasePageDocument },
    arrange: async (world) => ({ id: await dispatched(world, 'accept', 'reportBack') }),
  },
  DispatchCase: {
    ...{ trips: 2, reads: 1.5, writes: 3, as: 'STREET_STAFF', document: operations.DispatchCaseDocument },
    arrange: async (world) => move((await street(world)).id, { department: world.office }),
  },
  CloseCase: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'STREET_STAFF', document: operations.CloseCaseDocument },
    arrange: async (world) => {
      const id = await dispatched(world, 'accept', 'reportBack');
      const { evidence } = await casePage(world, world.actor('STREET_STAFF'), id);
      await verifyAll(
        world,
        id,
        evidence.map((each) => each.id),
      );
      return move(id, { conditionMet: true });
    },
  },
  CaseActions: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.CaseActionsDocument },
    arrange: async (world) => ({ id: await dispatched(world, 'accept') }),
  },
  CommentOnCase: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'GRID_WORKER', document: operations.CommentOnCaseDocument },
    arrange: async (world) => {
      const { id: caseId } = await grid(world);
      return { input: { id: newId(), caseId, text: '已联系物业。', internal: true } };
    },
  },
  MyReport: {
    ...{ trips: 1, reads: 0.5, as: 'RESIDENT', document: operations.MyReportDocument },
    arrange: async (world, caller) => ({ id: (await reportCase(world, caller)).id }),
  },
  MoveCase: {
    // Into the pool of problems, and with it to the end of the queue.
    ...{ trips: 2, reads: 1, writes: 3, as: 'STREET_STAFF', document: operations.MoveCaseDocument },
    arrange: async (world) => move(await dispatched(world, 'accept'), { move: 'SUSPEND' }),
  },
  SplitCase: {
    // The departments are read beside the case; each part is a case of its own, written with it in one transaction.
    ...{ trips: 2, reads: 3, writes: 8, as: 'STREET_STAFF', document: operations.SplitCaseDocument },
    arrange: async (world) => {
      const { id: caseId } = await reportCase(world, world.actor('STREET_STAFF'));
      const parts = [{ id: newId(), department: world.bureau, text: '请核查排放情况。' }];
      return { input: { id: newId(), caseId, move: 'SPLIT', department: world.office, parts, evidence: [] } };
    },
  },
  RateReport: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'RESIDENT', document: operations.RateReportDocument },
    arrange: async (world, caller) => {
      const { id: caseId } = await reportCase(world, caller);
      await makeMove(world, world.actor('GRID_WORKER'), caseId, 'SOLVE');
      return { id: newId(), caseId, score: 5, text: '满意' };
    },
  },
  SendBackCase: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'STREET_STAFF', document: operations.SendBackCaseDocument },
    arrange: async (world) => move(await dispatched(world, 'accept', 'reportBack')),
  },
  AcceptCase: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'DEPARTMENT_STAFF', document: operations.AcceptCaseDocument },
    arrange: async (world) => ({ input: { id: newId(), caseId: await dispatched(world) } }),
  },
  ReturnCase: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'DEPARTMENT_STAFF', document: operations.ReturnCaseDocument },
    arrange: async (world) => move(await dispatched(world)),
  },
  ReportBackCase: {
    // A transaction of case and slot.
    ...{ trips: 2, reads: 1, writes: 10, as: 'DEPARTMENT_STAFF' },
    document: operations.ReportBackCaseDocument,
    arrange: async (world) => move(await dispatched(world, 'accept'), { evidence: [slotInput('AFTER')] }),
  },
  MyReports: {
    ...{ trips: 1, reads: 1.5, as: 'RESIDENT', document: operations.MyReportsDocument },
    arrange: async (world, caller) => {
      await reports(world, caller, 20);
      return {};
    },
  },
};
