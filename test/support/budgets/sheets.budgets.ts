import { createCollectionReader } from '../../../src/data/collection-reader';
import { SheetFillRepo } from '../../../src/modules/sheets/fill.repo';
import { SheetRepo } from '../../../src/modules/sheets/sheet.repo';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { home, livingIn } from '../residents';
import { drafted, draftOf, filledIn, fillOf, published, stranger } from '../sheets';
import { type World } from '../world';
import { type Budget } from './budget';

/** So many sheets that are out. */
async function manySheets(world: World, count: number): Promise<void> {
  const { table } = world.foundation;
  const reads = createCollectionReader(table);
  const sheet = await published(world);
  const known = await world.services.sheets.get(world.actor('DISTRICT_STAFF'), sheet, 1);
  const repo = new SheetRepo(table);
  for (let done = 1; done < count; done += 1)
    await repo.save(reads, [{ ...known, id: newId(), revision: 1 }], undefined);
}

/** So many fills, of one sheet and about one resident. */
async function manyFills(world: World, count: number) {
  const { table } = world.foundation;
  const filled = await filledIn(world);
  const repo = new SheetFillRepo(table);
  const reads = createCollectionReader(table);
  const known = await repo.find(reads, filled.fill);
  if (known === undefined) throw new Error('Nothing was filled in.');
  for (let done = 1; done < count; done += 1)
    await repo.commit(reads, [repo.saving({ ...known, id: newId() })], undefined);
  return filled;
}

const sheets = async (world: World) => {
  await manySheets(world, 101);
  return { first: 100 };
};
const form = async (world: World) => ({ id: await published(world), version: 1 });

/** Information sheets; the one that is measured has twenty fields. */
export const SHEETS_BUDGETS: Readonly<Record<string, Budget>> = {
  WorkerSheets: {
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.WorkerSheetsDocument },
    arrange: sheets,
  },
  MySheets: {
    ...{ trips: 1, reads: 5, as: 'RESIDENT', document: operations.MySheetsDocument },
    arrange: sheets,
  },
  Sheets: {
    ...{ trips: 1, reads: 5, as: 'DISTRICT_STAFF', document: operations.SheetsDocument },
    arrange: sheets,
  },
  SheetToFill: {
    ...{ trips: 1, reads: 1, as: 'GRID_WORKER', document: operations.SheetToFillDocument },
    arrange: form,
  },
  MySheetToFill: {
    ...{ trips: 1, reads: 1, as: 'RESIDENT', document: operations.MySheetToFillDocument },
    arrange: form,
  },
  FillSheet: {
    // The version, the record and its home, then the fill with both of them in a transaction.
    ...{ trips: 3, reads: 4, writes: 22, as: 'GRID_WORKER', document: operations.FillSheetDocument },
    arrange: async (world) => ({
      input: fillOf(await published(world, { review: false }), await stranger(world)),
    }),
  },
  FillMySheet: {
    // The version and the record, then the fill alone, which waits for a review.
    ...{ trips: 2, reads: 3, writes: 4, as: 'RESIDENT', document: operations.FillMySheetDocument },
    arrange: async (world, caller) => {
      const sheet = await published(world);
      await livingIn(world, await home(world), { id: caller.id, name: '陈小雨' });
      return { input: fillOf(sheet, caller.id) };
    },
  },
  SheetFills: {
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.SheetFillsDocument },
    arrange: async (world) => ({ resident: (await manyFills(world, 101)).resident, first: 100 }),
  },
  SheetResults: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.SheetResultsDocument },
    arrange: async (world) => {
      const { sheet } = await manyFills(world, 101);
      return { sheet, state: 'SUBMITTED', first: 100 };
    },
  },
  SheetFillPage: {
    ...{ trips: 1, reads: 1.5, as: 'COMMUNITY_STAFF', document: operations.SheetFillPageDocument },
    arrange: async (world) => {
      const { fill, sheet } = await filledIn(world);
      return { id: fill, sheet, version: 1 };
    },
  },
  ReviewSheet: {
    // What was filled in and the record, its home, then all of them with the step in a transaction.
    ...{ trips: 3, reads: 3, writes: 24, as: 'COMMUNITY_STAFF', document: operations.ReviewSheetDocument },
    arrange: async (world) => {
      const { fill, resident } = await filledIn(world);
      return { input: { id: newId(), fill, resident, expectedRevision: 1, verdict: 'ACCEPT' } };
    },
  },
  DraftSheet: {
    ...{ trips: 2, reads: 0.5, writes: 6, as: 'DISTRICT_STAFF', document: operations.DraftSheetDocument },
    arrange: (world) => ({ input: draftOf(world) }),
  },
  PublishSheet: {
    // The draft, the areas it is for, then it leaves the list of drafts for that of what is out.
    ...{ trips: 3, reads: 2.5, writes: 7, as: 'DISTRICT_STAFF', document: operations.PublishSheetDocument },
    arrange: async (world) => ({
      input: {
        ...{ id: newId(), sheet: await drafted(world), version: 1, expectedRevision: 1 },
        ...{ areas: [world.district], from: '2026-05-12' },
      },
    }),
  },
};
