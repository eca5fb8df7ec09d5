import { VisitCountRepo } from '../../../src/modules/visits/visit-count.repo';
import { NO_VISITS } from '../../../src/modules/visits/visit-count.rules';
import { InspectionCountRepo } from '../../../src/modules/inspections/inspection-count.repo';
import { NO_INSPECTIONS } from '../../../src/modules/inspections/inspection-count.rules';
import { momentOf } from '../../../src/shared/business-date';
import { NotificationsDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { day } from '../../support/mediation';
import { inboxOf, markRead } from '../../support/notifications';
import { killedEverywhere, reminderGround } from '../../support/reminders';

jest.setTimeout(60_000);

/** Two workers of a grid, of whom one has visits to make, counted as the grids are each night. */
async function makeGround() {
  const ground = await reminderGround('visit-count');
  const { world } = ground;
  const [busy, idle] = [
    await ground.onDuty('GRID_WORKER', world.grid),
    await ground.onDuty('GRID_WORKER', world.grid),
  ];
  const { table } = world.foundation;
  const until = (on: string, time: string) => {
    world.clock.advance(momentOf(on, time).getTime() - world.clock.now().getTime());
  };
  const counted = async (overdue: number) => {
    const [at, grid] = [world.clock.now(), world.grid];
    const counts = { ...NO_VISITS, overdue, soon: overdue > 0 ? 2 : 0 };
    const workers = [
      { person: busy.id, name: '在岗', counts },
      { person: idle.id, name: '在岗', counts: NO_VISITS },
    ];
    await new VisitCountRepo(table).save('NOW', { grid, at, counts, workers });
    await ground.told();
  };
  const inspections = async (overdue: number) => {
    const counts = new Map([['FIRE', { ...NO_INSPECTIONS, overdue }]]);
    await new InspectionCountRepo(table).save('NOW', { grid: world.grid, at: world.clock.now(), counts });
  };
  const heard = async () =>
    Promise.all([busy, idle].map(async (each) => (await ground.kindsOf(each, 'WORK_DUE')).length));
  // The world begins on a working day; so is the day after the next Monday.
  const days = [1, 2, 3, 4, 5, 6, 7, 8].map((more) => day(world, more));
  return { ...ground, busy, until, counted, inspections, heard, days };
}

describe('a worker who has visits or inspections before them', () => {
  it('is told of them once each working morning, with the numbers, and whoever has none is not', async () => {
    const { world, busy, until, counted, look, heard, noted, days } = await makeGround();
    const [first = '', second = ''] = days;
    until(first, '00:20:00');
    await counted(3);
    until(first, '08:59:00');
    expect([await look(), await heard()]).toEqual([0, [0, 0]]);
    until(first, '09:00:01');
    expect([await look(), await heard()]).toEqual([1, [1, 0]]);
    const read = async (language: 'zh' | 'en') =>
      (await run(world, busy, NotificationsDocument, { first: 1 }, language)).data.notifications?.edges[0]
        ?.node;
    expect(await read('zh')).toMatchObject({
      ...{
        text: '今日走访、巡查提醒：走访逾期 3 户、7 日内到期 2 户；巡查逾期 0 项、7 日内到期 0 项',
        about: null,
      },
    });
    expect((await read('en'))?.text).toContain('Visits: 3 overdue, 2 within 7 days');
    await markRead(world, busy, [(await read('zh'))!.id]);
    expect((await inboxOf(world, busy)).unread).toBe(0);
    // What is counted again on that day is not told again.
    until(first, '11:00:00');
    await counted(5);
    expect([noted(), await look(), await heard()]).toEqual([0, 0, [1, 0]]);
    until(second, '00:20:00');
    await counted(5);
    until(second, '09:01:00');
    expect([(await look(2)) > 0, await heard()]).toEqual([true, [2, 0]]);
  });

  it('is not told on a day off, nor of yesterday by a clock that comes too late', async () => {
    const { until, counted, look, heard, noted, days } = await makeGround();
    const off = days.find((each) => [0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay()))!;
    until(days[0]!, '00:20:00');
    await counted(3);
    until(days[1]!, '09:01:00');
    expect([await look(), await heard()]).toEqual([0, [0, 0]]);
    until(off, '00:20:00');
    await counted(3);
    expect(noted()).toBe(0);
  });

  it('is told of the inspections of the grid, also where nobody is to be visited', async () => {
    const { until, counted, inspections, look, heard, days } = await makeGround();
    until(days[0]!, '00:20:00');
    await counted(0);
    await inspections(2);
    until(days[0]!, '09:01:00');
    expect([await look(), await heard()]).toEqual([1, [1, 1]]);
  });

  it('is told once, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const ground = await makeGround();
    ground.until(ground.days[0]!, '00:20:00');
    await ground.counted(3);
    ground.until(ground.days[0]!, '09:01:00');
    const kills = await killedEverywhere(ground, async () => {
      expect(await ground.heard()).toEqual([1, 0]);
    });
    expect(kills).toBeGreaterThan(10);
  });
});
