import { type Actor } from '../../../src/auth/actor';
import { FillSheetDocument, SheetsDocument } from '../../generated/operations';
import {
  approved,
  carryOut,
  dayComes,
  newGrids,
  splitInput,
  killedThroughout,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { codes } from '../../support/mediation';
import { type MemoryTable } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { fillOf, published, stranger } from '../../support/sheets';
import { type World } from '../../support/world';

describe('a sheet that is out in a grid that is adjusted', () => {
  let world: World;
  let table: MemoryTable;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });

  const out = (areas: string[], until?: string) => published(world, {}, until ? { areas, until } : { areas });
  const adjusts = async () => {
    await approved(world, splitInput(world));
    dayComes(world);
    await carryOut(world);
  };
  const idsFor = async (actor: Actor) => {
    const { data } = await run(world, actor, SheetsDocument, {});
    return data.sheets?.edges.map(({ node }) => node.id).sort();
  };

  it('is out for who works in the new grids, and is filled in there', async () => {
    const [grid, courtyard] = [await out([world.grid]), await out([world.courtyard])];
    const elsewhere = await out([world.nextGrid]);
    const resident = await stranger(world);
    await adjusts();
    const { east, west } = newGrids(world);
    const eastern = world.actor('GRID_WORKER', east);
    expect(await idsFor(eastern)).toEqual([grid, courtyard].sort());
    expect(await idsFor(world.actor('GRID_WORKER', west))).toEqual([grid]);
    expect(await idsFor(world.actor('GRID_WORKER', world.nextGrid))).toEqual([elsewhere]);
    for (const sheet of [grid, courtyard]) {
      const { data } = await run(world, eastern, FillSheetDocument, { input: fillOf(sheet, resident) });
      expect(codes(data.fillSheet)).toEqual([]);
    }
  });

  it('is still taken in from a phone that filled it in before it was over', async () => {
    const sheet = await out([world.courtyard], '2026-05-25');
    const resident = await stranger(world);
    await adjusts();
    const eastern = world.actor('GRID_WORKER', newGrids(world).east);
    const { data } = await run(world, eastern, FillSheetDocument, { input: fillOf(sheet, resident) });
    expect(codes(data.fillSheet)).toEqual([]);
  });

  it('stays for the areas that it was for, where it has long been over or is for the whole community', async () => {
    const [over, whole] = [await out([world.grid], '2026-05-12'), await out([world.community])];
    const rows = () =>
      table
        .everything()
        .filter(({ pk }) => pk === `SHEET#${over}` || pk === `SHEET#${whole}`)
        .map((item) => JSON.stringify(item))
        .sort();
    const before = rows();
    await adjusts();
    expect(rows()).toEqual(before);
  });

  it('comes to the same wherever the adjustment is killed', async () => {
    const sheet = await out([world.grid, world.nextGrid]);
    await approved(world, splitInput(world));
    dayComes(world);
    const row = () => table.everything().find(({ pk }) => pk === `SHEET#${sheet}`)?.row as object;
    expect(await killedThroughout(world, table, 'NOTICES#', row)).toBeGreaterThan(5);
    const { east, west } = newGrids(world);
    expect(JSON.stringify(row())).toContain(JSON.stringify([east, west, world.nextGrid]));
  }, 60_000);
});
