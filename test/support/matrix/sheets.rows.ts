import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { drafted, draftOf, filledIn, fillOf, published, stranger } from '../sheets';
import { type MatrixRow } from './row';

/** Information sheets. */
export const SHEETS_ROWS: readonly MatrixRow[] = [
  {
    field: 'sheets',
    document: operations.WorkerSheetsDocument,
    variables: ({ courtyard: area }) => ({ area }),
  },
  {
    field: 'sheet',
    document: operations.SheetToFillDocument,
    variables: async (world) => ({ id: await published(world), version: 1 }),
  },
  {
    field: 'draftSheet',
    document: operations.DraftSheetDocument,
    variables: (world) => ({ input: draftOf(world, { area: world.street }) }),
  },
  {
    field: 'publishSheet',
    document: operations.PublishSheetDocument,
    variables: async (world) => ({
      input: {
        ...{
          id: newId(),
          sheet: await drafted(world, { area: world.street }),
          version: 1,
          expectedRevision: 1,
        },
        ...{ areas: [world.community], from: '2026-05-12' },
      },
    }),
  },
  {
    field: 'fillSheet',
    document: operations.FillSheetDocument,
    variables: async (world) => ({
      input: fillOf(await published(world, { review: false }), await stranger(world)),
    }),
  },
  {
    field: 'reviewSheet',
    document: operations.ReviewSheetDocument,
    variables: async (world) => {
      const { fill, resident } = await filledIn(world);
      return { input: { id: newId(), fill, resident, expectedRevision: 1, verdict: 'ACCEPT' } };
    },
  },
  {
    field: 'sheetResults',
    document: operations.SheetResultsDocument,
    variables: async (world) => ({ sheet: await published(world), area: world.courtyard }),
  },
  {
    field: 'sheetFills',
    document: operations.SheetFillsDocument,
    variables: async (world) => ({ resident: (await filledIn(world)).resident }),
  },
  {
    field: 'sheetFill',
    document: operations.SheetFillPageDocument,
    variables: async (world) => {
      const { fill, sheet } = await filledIn(world);
      return { id: fill, sheet, version: 1 };
    },
  },
];
