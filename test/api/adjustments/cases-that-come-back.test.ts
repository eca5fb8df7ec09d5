import { type TableChange } from '../../../src/data/table-change';
import { approved, carryOut, DAY, newGrids, splitInput } from '../../support/adjustments';
import { makeMove, moveCase, reportCase } from '../../support/cases';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

describe('a case that comes back to a grid that has been split meanwhile', () => {
  let world: World;
  let changes: readonly TableChange[];
  beforeEach(async () => {
    const { table, ...made } = await makeMemoryWorld();
    ({ world } = made);
    changes = table.record();
  });

  /** It is closed a week before the day. */
  const solved = async (more: Parameters<typeof reportCase>[2] = {}) => {
    const worker = world.actor('GRID_WORKER');
    world.clock.advance(13 * 24 * 3_600_000);
    const { id } = await reportCase(world, worker, more);
    await makeMove(world, worker, id, 'SOLVE');
    return id;
  };
  const splits = async () => {
    await approved(world, splitInput(world));
    // What the table's stream tells of: which cases are open in the grid, whoever holds them.
    await world.services.loads.observe(changes);
    world.clock.advance(Date.parse(`${DAY}T00:00:00+08:00`) - world.clock.now().getTime());
    await carryOut(world);
    return world.actor('GRID_WORKER', newGrids(world).east, '李强');
  };

  it('is held by the grid of today, where the community returns what it was handed', async () => {
    const [worker, staff] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const { id } = await reportCase(world, worker);
    await moveCase(world, worker, id, 'escalate');
    const eastern = await splits();
    const { east } = newGrids(world);
    const { case: returned, userErrors } = await makeMove(world, staff, id, 'RETURN');
    expect(userErrors).toEqual([]);
    expect(returned?.holder).toEqual({ level: 'GRID', code: east, name: '东网格' });
    // It began in the grid, as before: there is nobody to return it to.
    const { userErrors: refused } = await makeMove(world, eastern, id, 'RETURN');
    expect(refused.map(({ code }) => code)).toEqual(['NOBODY_TO_RETURN_TO']);
    expect((await moveCase(world, eastern, id, 'escalate')).case?.holder).toMatchObject({
      code: world.community,
    });
  });

  it('is held by the grid of today, where it is reopened after it was closed before', async () => {
    const id = await solved();
    const eastern = await splits();
    const { case: reopened, userErrors } = await makeMove(world, world.actor('STREET_STAFF'), id, 'REOPEN');
    expect(userErrors).toEqual([]);
    expect(reopened?.holder).toMatchObject({ level: 'GRID', code: newGrids(world).east });
    expect((await makeMove(world, eastern, id, 'SOLVE')).userErrors).toEqual([]);
  });

  it('is held by the community, where nobody can tell in which of the new grids it happened', async () => {
    const id = await solved({ place: { area: world.grid } });
    await splits();
    const { case: reopened } = await makeMove(world, world.actor('STREET_STAFF'), id, 'REOPEN');
    expect(reopened?.holder).toMatchObject({ level: 'COMMUNITY', code: world.community });
  });

  it('is held by its courtyard under its new code', async () => {
    const secondary = world.actor('SECONDARY_WORKER');
    const { id } = await reportCase(world, secondary, { place: { area: world.courtyard } });
    await moveCase(world, secondary, id, 'escalate');
    await moveCase(world, world.actor('GRID_WORKER'), id, 'escalate');
    const eastern = await splits();
    const staff = world.actor('COMMUNITY_STAFF');
    expect((await makeMove(world, staff, id, 'RETURN')).case?.holder).toMatchObject({
      code: newGrids(world).east,
    });
    const { case: returned } = await makeMove(world, eastern, id, 'RETURN');
    expect(returned?.holder).toMatchObject({ level: 'COURTYARD', code: `${newGrids(world).east}001` });
  });
});
