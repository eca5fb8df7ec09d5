import { setImmediate } from 'node:timers/promises';
import { createOverdue } from '../../../src/app/background';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { CaseDeadlineRepo } from '../../../src/modules/cases/case-deadline.repo';
import { CaseRepo } from '../../../src/modules/cases/case.repo';
import { type Case } from '../../../src/modules/cases/case.type';
import { newId } from '../../../src/shared/ids';
import { makeMemoryWorld } from '../../support/memory-world';
import { type Way } from '../../support/memory-table';

jest.setTimeout(400_000);

const HOUR = 3_600_000;
const asItIs: Way = (_name, act) => Promise.resolve().then(act);

/** Real services on a table in memory: crashes between any two of their commands can be made there. */
async function makeGround() {
  const { world, table } = await makeMemoryWorld();
  const repo = new CaseRepo(world.foundation.table);
  const reads = () => createCollectionReader(world.foundation.table);
  const overdue = createOverdue(world.foundation);
  const worker = world.actor('GRID_WORKER');
  /** The stream tells of every case as it stands, once more than is needed. */
  const told = () =>
    overdue.observe(
      table
        .everything()
        .filter((item) => item.__edb_e__ === 'case')
        .map((after) => ({ before: undefined, after }) as never),
    );
  const report = async (more: object = {}) => {
    const id = newId();
    const input = {
      id,
      category: 'FIRE_HAZARD',
      text: '楼道堆物',
      place: { area: world.grid },
      evidence: [],
    };
    const { case: found } = await world.services.caseReports.report(worker, reads(), {
      ...{ ...input, urgency: 'EMERGENCY' },
      ...more,
    } as never);
    return found.id;
  };
  const find = async (id: string): Promise<Case> => {
    const found = await repo.find(reads(), id);
    if (found === undefined) throw new Error(`There is no case ${id}.`);
    return found;
  };
  const move = async (
    role: 'STREET_STAFF' | 'DEPARTMENT_STAFF',
    name: 'DISPATCH' | 'ACCEPT',
    caseId: string,
  ) => {
    const department = name === 'DISPATCH' ? world.office : undefined;
    const request = { id: newId(), caseId, text: '说明', department };
    await world.services.caseMoves.move(world.actor(role), reads(), name, request);
  };
  const deadlines = async (limit = 100) => {
    const found = [];
    const all = new Date(world.clock.now().getTime() + 1000 * HOUR);
    for await (const page of new CaseDeadlineRepo(world.foundation.table).before(all, limit))
      found.push(...page);
    return [...new Set(found.map(({ id }) => id))].sort();
  };
  return { world, table, overdue, told, report, find, move, deadlines };
}
const wentUp = ({ steps }: Case) => steps.filter(({ move }) => move === 'OVERDUE').length;

describe('a case whose limit is over', () => {
  it('goes up level by level, each time when its limit there is over, and no further than the district', async () => {
    const { world, overdue, told, report, find, deadlines } = await makeGround();
    const id = await report();
    const holders = [];
    for (let hour = 0; hour < 6; hour += 1) {
      await told();
      world.clock.advance(HOUR);
      // At the moment it is due it is not over.
      expect((await overdue.sendUp()).WENT_UP).toBe(0);
      world.clock.advance(1);
      await overdue.sendUp();
      const { holder, clock } = await find(id);
      holders.push([holder?.level, clock?.told ?? false]);
    }
    expect(holders).toEqual([
      ['COMMUNITY', false],
      ['STREET', false],
      ['DISTRICT', false],
      ['DISTRICT', true],
      ['DISTRICT', true],
      ['DISTRICT', true],
    ]);
    const { steps, version } = await find(id);
    expect(steps.map(({ move }) => move)).toEqual(['REPORT', 'OVERDUE', 'OVERDUE', 'OVERDUE', 'OVERDUE']);
    expect(steps.map(({ dueAt }) => dueAt !== undefined)).toEqual([true, true, true, true, false]);
    expect(version).toBe(5);
    expect(await deadlines()).toEqual([]);
  });

  it('stays with a department that has it, and the level above whoever dispatched it is told to supervise', async () => {
    const { world, overdue, told, report, find, move } = await makeGround();
    const reporter = world.actor('STREET_STAFF');
    const { case: found } = await world.services.caseReports.report(
      ...([reporter, createCollectionReader(world.foundation.table)] as const),
      {
        ...{ id: newId(), category: 'FIRE_HAZARD', text: '楼道堆物', place: { area: world.grid } },
        ...{ evidence: [], urgency: 'EMERGENCY' },
      } as never,
    );
    await move('STREET_STAFF', 'DISPATCH', found.id);
    await move('DEPARTMENT_STAFF', 'ACCEPT', found.id);
    await told();
    world.clock.advance(9 * HOUR);
    expect((await overdue.sendUp()).WENT_UP).toBe(1);
    await told();
    await overdue.sendUp();
    const { state, holder, steps } = await find(found.id);
    expect([state, holder?.code]).toEqual(['HANDLING', world.office]);
    expect(steps.at(-1)).toMatchObject({
      move: 'OVERDUE',
      holder: { code: world.office },
      supervisor: { level: 'DISTRICT', code: world.district },
    });
    expect(wentUp(await find(found.id))).toBe(1);
    expect(await report()).toBeDefined();
  });

  it('does not go up when it moved before, though its deadline is still noted', async () => {
    const { world, overdue, told, report, find, deadlines } = await makeGround();
    const id = await report();
    await told();
    const reads = createCollectionReader(world.foundation.table);
    const request = { id: newId(), caseId: id, text: '已清理' };
    await world.services.caseMoves.move(world.actor('GRID_WORKER'), reads, 'SOLVE', request);
    world.clock.advance(2 * HOUR);
    expect(await overdue.sendUp()).toEqual({ WENT_UP: 0, REMINDED: 0, MOVED_BEFORE: 2, FAILED: 0 });
    expect([(await find(id)).state, wentUp(await find(id))]).toEqual(['CLOSED', 0]);
    expect(await deadlines()).toEqual([]);
  });

  it('goes up once, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const { world, table, overdue, told, report, find, deadlines } = await makeGround();
    const ids = [await report(), await report(), await report()];
    await told();
    world.clock.advance(HOUR + 1);
    const restore = table.keep();
    /** Kills it at its nth command, and lets another round do the rest; whether there were so many commands. */
    const killedAt = async (nth: number, moment: 'before' | 'after') => {
      restore();
      const life = { commands: 0, isOver: false };
      table.goBy(async (_name, act) => {
        const isLast = (life.commands += 1) === nth;
        if (isLast && moment === 'before') life.isOver = true;
        if (life.isOver) throw new Error('killed');
        const answer = await Promise.resolve().then(act);
        if (isLast) life.isOver = true;
        if (isLast) throw new Error('killed');
        return answer;
      });
      await overdue.sendUp().catch(() => undefined);
      table.goBy(asItIs);
      await overdue.sendUp();
      for (const id of ids) expect(wentUp(await find(id))).toBe(1);
      expect(await deadlines()).toEqual([]);
      return life.isOver;
    };
    let kills = 0;
    for (let nth = 1; await killedAt(nth, 'before'); nth += 1) {
      await killedAt(nth, 'after');
      kills += 2;
    }
    console.info(`the clock's door was killed ${String(kills)} times`);
    expect(kills).toBeGreaterThan(15);
  });

  it('is found whatever the size of a page', async () => {
    const { told, report, deadlines } = await makeGround();
    const ids = [];
    for (let made = 0; made < 40; made += 1) ids.push(await report());
    await told();
    for (const size of [1, 7, 1000]) expect(await deadlines(size)).toEqual([...ids].sort());
  });

  it('goes up once under three scanners at once, over 10,000 cases, told twice and in any order; nobody has to hold it', async () => {
    const { world, table, overdue, told, report, find, deadlines } = await makeGround();
    const ids = [];
    for (let made = 0; made < 10_000; made += 1)
      ids.push(await report(made % 2 === 0 ? {} : { urgency: 'URGENT' }));
    await told();
    await told();
    let turn = 0;
    table.goBy(async (_name, act) => {
      // Answers come in another order than the questions.
      for (let wait = (turn += 7) % 3; wait > 0; wait -= 1) await setImmediate();
      return act();
    });
    world.clock.advance(5 * HOUR);
    const counts = await Promise.all([overdue.sendUp(), overdue.sendUp(), overdue.sendUp()]);
    table.goBy(asItIs);
    const sum = (of: 'WENT_UP' | 'MOVED_BEFORE' | 'FAILED') =>
      counts.reduce((all, each) => all + each[of], 0);
    console.info(`10,000 overdue cases, three scanners: ${JSON.stringify(counts)}`);
    expect([sum('WENT_UP'), sum('FAILED')]).toEqual([10_000, 0]);
    expect(sum('MOVED_BEFORE')).toBeGreaterThan(0);
    for (const id of ids) {
      const found = await find(id);
      expect([wentUp(found), found.holder?.level, found.version]).toEqual([1, 'COMMUNITY', 2]);
    }
    expect(await deadlines()).toEqual([]);
  });
});
