import { newId } from '../../../src/shared/ids';
import { readsOf } from '../../support/logs';
import { makeMemoryWorld } from '../../support/memory-world';
import { home, livingIn } from '../../support/residents';

describe('a resident and their households, which are read one by one', () => {
  it('are taken for no other than they ever were: a move that arrives twice at once is taken in once, and refused to nobody', async () => {
    const { world, table } = await makeMemoryWorld();
    const worker = world.actor('GRID_WORKER');
    const [household, to] = [await home(world), await home(world)];
    const resident = await livingIn(world, household);
    const input = { id: newId(), resident, household, to, relation: 'TENANT' as const, on: '2026-05-01' };
    const move = () => world.services.residences.move(worker, readsOf(world), input);
    // The first has read the resident, and reads the household only when the second is through.
    let second: Promise<unknown> | undefined;
    table.goBy(async (name, act, asked) => {
      const reads = name === 'Query' && JSON.stringify(asked).includes(household);
      if (reads && second === undefined) await (second = Promise.resolve().then(move));
      return act();
    });
    const { resident: moved } = await move();
    await second;
    expect(moved.version).toBe(2);
    expect(moved.residences.filter(({ until }) => until === undefined)).toMatchObject([{ household: to }]);
  });
});
