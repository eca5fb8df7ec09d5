import { createOverdue } from '../../../src/app/background';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { killAt } from '../../support/kills';
import { makeMemoryWorld } from '../../support/memory-world';
import { type Way } from '../../support/memory-table';
import { inboxOf, markRead } from '../../support/notifications';
import { appointed } from '../../support/staff';

const MINUTE = 60_000;
const asItIs: Way = (_name, act) => Promise.resolve().then(act);

/** A worker on duty in a grid, and the stream and the clock's door of a world in memory. */
async function makeGround() {
  const { world, table } = await makeMemoryWorld();
  const overdue = createOverdue(world.foundation);
  const worker = world.actor('GRID_WORKER');
  await appointed(world, { person: worker.id, role: 'GRID_WORKER', area: world.grid });
  const told = () =>
    overdue.observe(
      table
        .everything()
        .filter((item) => item.__edb_e__ === 'case')
        .map((after) => ({ before: undefined, after }) as never),
    );
  /** Reports what is to be looked at within an hour, by the clock: near its end after 48 minutes. */
  const report = async (): Promise<string> => {
    const input = { category: 'FIRE_HAZARD', text: '楼道堆物', place: { area: world.grid }, evidence: [] };
    const report = { id: newId(), ...input, urgency: 'EMERGENCY' } as never;
    const reads = createCollectionReader(world.foundation.table);
    return (await world.services.caseReports.report(world.actor('GRID_WORKER'), reads, report)).case.id;
  };
  const solve = async (caseId: string) => {
    const reads = createCollectionReader(world.foundation.table);
    await world.services.caseMoves.move(worker, reads, 'SOLVE', { id: newId(), caseId, text: '已清理' });
  };
  const remindersOf = async (actor: Actor) =>
    (await inboxOf(world, actor)).rows.filter(({ kind }) => kind === 'NEAR');
  return { world, table, overdue, worker, told, report, solve, remindersOf };
}

describe('who holds a case', () => {
  it('is reminded once when four fifths of its limit are over, not before and not when it is over already', async () => {
    const { world, overdue, worker, told, report, remindersOf } = await makeGround();
    const id = await report();
    await told();
    world.clock.advance(47 * MINUTE);
    await overdue.sendUp();
    expect(await remindersOf(worker)).toEqual([]);
    world.clock.advance(2 * MINUTE);
    expect((await overdue.sendUp()).REMINDED).toBe(1);
    const [reminder, ...more] = await remindersOf(worker);
    expect(more).toEqual([]);
    expect(reminder).toMatchObject({
      ...{ text: 'The limit of a case is nearly over.', read: false, case: { id } },
      by: { name: '超时提醒' },
    });
    // What the stream tells again reminds nobody again, and what was read stays read.
    await markRead(world, worker, [reminder!.id]);
    await told();
    expect((await overdue.sendUp()).REMINDED).toBe(1);
    expect((await remindersOf(worker)).map(({ read }) => read)).toEqual([true]);
    // Whoever gets it next has a limit of their own, of which a door that comes too late says nothing.
    world.clock.advance(12 * MINUTE);
    expect(await overdue.sendUp()).toMatchObject({ WENT_UP: 1, REMINDED: 0 });
    expect(await remindersOf(worker)).toHaveLength(1);
  });

  it('is not reminded of what they have settled', async () => {
    const { world, overdue, worker, told, report, solve, remindersOf } = await makeGround();
    const id = await report();
    await told();
    await solve(id);
    world.clock.advance(50 * MINUTE);
    expect(await overdue.sendUp()).toMatchObject({ REMINDED: 0, MOVED_BEFORE: 1 });
    expect(await remindersOf(worker)).toEqual([]);
  });

  it('is reminded once of each, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const { world, table, overdue, worker, told, report, remindersOf } = await makeGround();
    const ids = [await report(), await report()];
    await told();
    world.clock.advance(50 * MINUTE);
    const restore = table.keep();
    const killedAt = async (nth: number, moment: 'before' | 'after') => {
      restore();
      const { way, wasKilled } = killAt(nth, moment);
      table.goBy(way);
      await overdue.sendUp().catch(() => undefined);
      table.goBy(asItIs);
      await Promise.all([overdue.sendUp(), overdue.sendUp()]);
      expect((await remindersOf(worker)).map((each) => each.case?.id).sort()).toEqual([...ids].sort());
      return wasKilled();
    };
    let kills = 0;
    for (let nth = 1; await killedAt(nth, 'before'); nth += 1) {
      await killedAt(nth, 'after');
      kills += 2;
    }
    expect(kills).toBeGreaterThan(12);
  });
});
