import { readFileSync } from 'node:fs';
import { fillIn } from '../../../local/editor/page/examples';
import { person } from '../../../local/seed/people';
import { seed } from '../../../local/seed/seed';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

/** A tab of the editor. */
function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('the sheet of the demonstration district', () => {
  let world: World;
  const tab = memory();
  const example = (screen: string) =>
    JSON.parse(
      fillIn(readFileSync(`schema/operations/${screen}.variables.json`, 'utf8'), newId(), tab),
    ) as never;
  beforeAll(async () => {
    world = await makeWorld({ ownTable: true });
    const app = {
      services: world.services,
      newReads: () => createCollectionReader(world.foundation.table),
    };
    await seed(app, world.clock.now());
    // A seeding that was cut off begins again.
    await seed(app, world.clock.now());
  }, 240_000);

  it('has twenty fields, and some were filled in: one waits for its review', async () => {
    const form = await run(
      world,
      person('wang-fang'),
      operations.SheetToFillDocument,
      example('worker-app/sheet-to-fill'),
    );
    expect(form.data.sheet?.fields).toHaveLength(20);
    const staff = person('lin-yan');
    const waiting = await run(
      world,
      staff,
      operations.SheetResultsDocument,
      example('governance-centre/sheet-results'),
    );
    expect(waiting.data.sheetResults?.edges).toHaveLength(1);
    const { sheet } = example('governance-centre/sheet-results') as { sheet: string };
    const done = await run(world, staff, operations.SheetResultsDocument, { sheet });
    expect(done.data.sheetResults?.edges).toHaveLength(3);
    const page = await run(
      world,
      staff,
      operations.SheetFillPageDocument,
      example('governance-centre/sheet-fill'),
    );
    expect(page.data.sheetFill).toMatchObject({ state: 'SUBMITTED', answers: { housing: 'RENTED' } });
  });

  it('is filled in at the door and in the portal, and reviewed, by the examples of the screens', async () => {
    const me = await run(
      world,
      person('peng-xiaoli'),
      operations.FillMySheetDocument,
      example('portal/fill-sheet'),
    );
    expect(me.data.fillSheet).toMatchObject({ userErrors: [], fill: { state: 'SUBMITTED' } });
    const door = await run(
      world,
      person('wang-fang'),
      operations.FillSheetDocument,
      example('worker-app/fill-sheet'),
    );
    expect(door.data.fillSheet.userErrors).toEqual([]);
    const reviewed = await run(
      world,
      person('lin-yan'),
      operations.ReviewSheetDocument,
      example('governance-centre/review-sheet'),
    );
    expect(reviewed.data.reviewSheet).toMatchObject({
      userErrors: [],
      fill: { state: 'ACCEPTED', updated: ['PHONE'] },
    });
  });

  it('is followed by another that the street writes and publishes, by the examples', async () => {
    const street = person('xu-wei');
    const draft = await run(
      world,
      street,
      operations.DraftSheetDocument,
      example('governance-centre/draft-sheet'),
    );
    expect(draft.data.draftSheet.userErrors).toEqual([]);
    const out = await run(
      world,
      street,
      operations.PublishSheetDocument,
      example('governance-centre/publish-sheet'),
    );
    expect(out.data.publishSheet).toMatchObject({ userErrors: [], sheet: { state: 'PUBLISHED' } });
  });
});
