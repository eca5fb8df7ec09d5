import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import {
  amend,
  applicationInput,
  documentSlot,
  drafted,
  move,
  offeredIn,
  onBehalf,
  open,
  ORIGINALS,
  ready,
  stepped,
  submitted,
} from '../applications';
import { filledIn } from '../corrections';
import { home, livingIn, mobile } from '../residents';
import { somebody } from '../privacy';
import { type World } from '../world';
import { type Budget } from './budget';

/** Puts whoever asks on file. */
const onFile = async (world: World, { id }: { readonly id: string }) =>
  livingIn(world, await home(world), { id });

/** Applications for services. */
export const APPLICATIONS_BUDGETS: Readonly<Record<string, Budget>> = {
  Apply: {
    // The resident, the service and the id; the write; then what the register knows is known already.
    ...{ trips: 2, reads: 4, writes: 5, as: 'RESIDENT', document: operations.ApplyDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return { input: applicationInput(await offeredIn(world)) };
    },
  },
  HelpWithApplication: {
    ...{ trips: 2, reads: 4, writes: 5, as: 'GRID_WORKER', document: operations.HelpWithApplicationDocument },
    arrange: async (world) => ({ input: onBehalf(world, await offeredIn(world), await somebody(world)) }),
  },
  AddMaterial: {
    // The application and a slot, in a transaction.
    ...{ trips: 2, reads: 1, writes: 14, as: 'GRID_WORKER', document: operations.AddMaterialDocument },
    arrange: async (world, caller) => {
      const application = await drafted(world, { ...world.actor('GRID_WORKER'), id: caller.id });
      const materials = [{ code: 'MARRIAGE', evidence: [documentSlot()] }];
      return { input: { id: newId(), application, expectedVersion: 1, materials } };
    },
  },
  // What a phone asks for the pictures of an application; those of other records are with the cases.
  SentFilesOfApplication: {
    ...{ trips: 1, reads: 1, as: 'GRID_WORKER', document: operations.SentFilesDocument },
    arrange: async (world, caller) => {
      const worker = { ...world.actor('GRID_WORKER'), id: caller.id };
      const application = await drafted(world, worker);
      const evidence = Array.from({ length: 4 }, () => documentSlot());
      const materials = [{ code: 'MARRIAGE', evidence }];
      await amend(world, worker, { application, expectedVersion: 1, materials });
      return { id: application, application: true };
    },
  },
  CorrectInApplication: {
    // The application, the record, then both the application and what is proposed, in a transaction.
    ...{ trips: 3, reads: 2, writes: 12, as: 'RESIDENT', document: operations.CorrectInApplicationDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const { application } = await filledIn(world, caller.id);
      const corrections = { reason: '电话号码已更换', phone: mobile() };
      return { input: { id: newId(), application, expectedVersion: 1, corrections } };
    },
  },
  ShowOriginals: {
    ...{ trips: 2, reads: 1, writes: 5, as: 'GRID_WORKER', document: operations.ShowOriginalsDocument },
    arrange: async (world, caller) => {
      const application = await drafted(world, { ...world.actor('GRID_WORKER'), id: caller.id });
      return { input: { id: newId(), application, expectedVersion: 1, materials: ORIGINALS } };
    },
  },
  SubmitApplication: {
    ...{ trips: 2, reads: 2, writes: 5, as: 'RESIDENT', document: operations.SubmitApplicationDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const { id: application, ...input } = applicationInput(await offeredIn(world));
      await open(world, { ...world.actor('RESIDENT'), id: caller.id }, { id: application, ...input });
      return { input: { id: newId(), application, expectedVersion: 1, move: 'WITHDRAW' } };
    },
  },
  MoveApplication: {
    ...{ trips: 2, reads: 2, writes: 6, as: 'GRID_WORKER', document: operations.MoveApplicationDocument },
    arrange: async (world) => ({
      input: { id: newId(), application: await ready(world), expectedVersion: 5, move: 'BRING' },
    }),
  },
  DecideApplication: {
    ...{
      trips: 2,
      reads: 2,
      writes: 6,
      as: 'COMMUNITY_STAFF',
      document: operations.DecideApplicationDocument,
    },
    arrange: async (world) => ({
      input: { id: newId(), application: await submitted(world), expectedVersion: 3, move: 'ACCEPT' },
    }),
  },
  // A step is ended and the next one begins: no more than taking it in.
  FinishStep: {
    ...{ trips: 2, reads: 2, writes: 6, as: 'STREET_STAFF', document: operations.FinishStepDocument },
    arrange: async (world) => {
      const application = await submitted(world, undefined, await stepped(world));
      await move(world, world.actor('COMMUNITY_STAFF'), [application, 3], 'ACCEPT');
      return {
        input: { id: newId(), application, expectedVersion: 4, move: 'FINISH_STEP', text: '已核实。' },
      };
    },
  },
  Application: {
    // The application with its files, then the resident.
    ...{ trips: 2, reads: 2, as: 'RESIDENT', document: operations.ApplicationDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const input = applicationInput(await offeredIn(world));
      await open(world, { ...world.actor('RESIDENT'), id: caller.id }, input);
      return { id: input.id };
    },
  },
  ApplicationPage: {
    ...{ trips: 2, reads: 2, as: 'COMMUNITY_STAFF', document: operations.ApplicationPageDocument },
    arrange: async (world) => ({ id: await submitted(world) }),
  },
  MyApplications: {
    ...{ trips: 1, reads: 5, as: 'RESIDENT', document: operations.MyApplicationsDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const me = { ...world.actor('RESIDENT'), id: caller.id };
      for (let made = 0; made < 101; made += 1)
        await open(world, me, applicationInput(await offeredIn(world)));
      return { first: 100 };
    },
  },
  ApplicationsToHandle: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.ApplicationsToHandleDocument },
    arrange: async (world) => {
      for (let made = 0; made < 101; made += 1) await submitted(world);
      return { area: world.community, first: 100 };
    },
  },
  Errands: {
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.ErrandsDocument },
    arrange: async (world) => {
      await ready(world);
      return { area: world.grid, first: 100 };
    },
  },
};
