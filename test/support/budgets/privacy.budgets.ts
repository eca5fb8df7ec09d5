import { createCollectionReader } from '../../../src/data/collection-reader';
import { DataRequestRepo } from '../../../src/modules/privacy/data-request.repo';
import { type DataRequest, deadlineOf } from '../../../src/modules/privacy/data-request.rules';
import { newId } from '../../../src/shared/ids';
import { type Actor } from '../../../src/auth/actor';
import * as operations from '../../generated/operations';
import { correctionAsked, looks, somebody, WHY } from '../privacy';
import { home, identityNumber, livingIn, mobile } from '../residents';
import { type World } from '../world';
import { type Budget } from './budget';

/** A request that waits in the world's community. */
async function waitingRequest({ foundation: { table, clock }, courtyard: area }: World): Promise<void> {
  const submittedAt = clock.now();
  const request: DataRequest = {
    ...{ id: newId(), resident: newId(), maskedName: '张*', area, kind: 'CORRECTION', mark: 'x' },
    ...{ fields: ['phone'], state: 'SUBMITTED', submittedAt, deadline: deadlineOf(submittedAt) },
  };
  await new DataRequestRepo(table).create(createCollectionReader(table), request, undefined);
}

/** Puts the caller on file. */
async function onFile(world: World, caller: Actor): Promise<void> {
  const household = await home(world);
  await livingIn(world, household, { id: caller.id });
}

/** Who looks at residents' data, and what residents see of it. */
export const PRIVACY_BUDGETS: Readonly<Record<string, Budget>> = {
  RevealResident: {
    // The record and the place in the quota, in a transaction.
    ...{ trips: 2, reads: 1.5, writes: 4, as: 'GRID_WORKER', document: operations.RevealResidentDocument },
    arrange: async (world) => ({ input: { id: newId(), resident: await somebody(world), ...WHY } }),
  },
  FindResident: {
    // The look-up, the resident's record of it, and the place in the quota.
    ...{ trips: 2, reads: 1.5, writes: 6, as: 'GRID_WORKER', document: operations.FindResidentDocument },
    arrange: async (world) => {
      const phone = mobile();
      await livingIn(world, await home(world), { phone });
      return { input: { id: newId(), phone, ...WHY } };
    },
  },
  PersonLookup: {
    ...{ trips: 2, reads: 1.5, writes: 6, as: 'COMMUNITY_STAFF', document: operations.PersonLookupDocument },
    arrange: async (world) => {
      const number = identityNumber();
      await livingIn(world, await home(world), { identityNumber: number });
      return { input: { id: newId(), identityNumber: number, ...WHY } };
    },
  },
  MyFile: {
    ...{ trips: 1, reads: 0.5, as: 'RESIDENT', document: operations.MyFileDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return {};
    },
  },
  WhoLooked: {
    ...{ trips: 1, reads: 5, as: 'RESIDENT', document: operations.WhoLookedDocument },
    arrange: async (world, caller) => {
      await looks(world, caller.id, 101);
      return { first: 100 };
    },
  },
  ExportMyFile: {
    ...{ trips: 2, reads: 1.5, writes: 4, as: 'RESIDENT', document: operations.ExportMyFileDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return { input: { id: newId() } };
    },
  },
  MyDataRequests: {
    ...{ trips: 1, reads: 0.5, as: 'RESIDENT', document: operations.MyDataRequestsDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return {};
    },
  },
  DataRequests: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.DataRequestsDocument },
    arrange: async (world) => {
      await Promise.all(Array.from({ length: 101 }, () => waitingRequest(world)));
      return { first: 100 };
    },
  },
  DataRequestPage: {
    ...{ trips: 1, reads: 0.5, as: 'COMMUNITY_STAFF', document: operations.DataRequestPageDocument },
    arrange: (world) => correctionAsked(world),
  },
  Corrections: {
    // Of the community's, those of the grid.
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.CorrectionsDocument },
    arrange: async (world) => {
      await Promise.all(Array.from({ length: 101 }, () => waitingRequest(world)));
      return { area: world.grid, first: 100 };
    },
  },
  Correction: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.CorrectionDocument },
    arrange: (world) => correctionAsked(world),
  },
  DecideCorrection: {
    // As by the community.
    ...{ trips: 3, reads: 2.5, writes: 18, as: 'GRID_WORKER', document: operations.DecideCorrectionDocument },
    arrange: async (world) => {
      const { resident, id: request } = await correctionAsked(world);
      return { input: { id: newId(), resident, request, decision: 'ACCEPT', reason: '已经核对户口簿' } };
    },
  },
  RequestCorrection: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'RESIDENT', document: operations.RequestCorrectionDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return { input: { id: newId(), reason: '电话号码已更换', phone: mobile() } };
    },
  },
  RequestDeletion: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'RESIDENT', document: operations.RequestDeletionDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return { input: { id: newId(), reason: '已搬离本区，请删除' } };
    },
  },
  DecideDataRequest: {
    // The collection, then the households that show what is corrected, then all of it in a transaction.
    ...{
      trips: 3,
      reads: 2.5,
      writes: 18,
      as: 'COMMUNITY_STAFF',
      document: operations.DecideDataRequestDocument,
    },
    arrange: async (world) => {
      const { resident, id: request } = await correctionAsked(world);
      return { input: { id: newId(), resident, request, decision: 'ACCEPT', reason: '已经核对户口簿' } };
    },
  },
};
