import fc from 'fast-check';
import { momentOf } from '../../../src/shared/business-date';
import { NotificationsDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { day, dispute, followUp, followUpInput, mediate, sessionInput } from '../../support/mediation';
import { killedEverywhere, reminderGround } from '../../support/reminders';

jest.setTimeout(60_000);

/** A dispute that a community has mediated, with follow-ups after 7 and 30 days, and those who must act. */
async function makeGround() {
  const ground = await reminderGround('mediation');
  const { world } = ground;
  const holder = await ground.onDuty('GRID_WORKER', world.grid);
  const mediator = await ground.onDuty('COMMUNITY_STAFF', world.community);
  const street = await ground.onDuty('STREET_STAFF', world.street);
  const id = await dispute(world);
  const { userErrors } = await mediate(world, mediator, sessionInput(world, id));
  expect(userErrors).toEqual([]);
  await ground.told();
  const days = [day(world, 7), day(world, 8), day(world, 30), day(world, 31)] as const;
  const until = (on: string, time = '09:00:01') => {
    world.clock.advance(momentOf(on, time).getTime() - world.clock.now().getTime());
  };
  const heard = async () =>
    Promise.all([holder, mediator, street].map((each) => ground.kindsOf(each, 'FOLLOW_UP')));
  return { ...ground, mediator, id, days, until, heard };
}

describe('a follow-up of a mediation', () => {
  it('is told to whoever mediated and whoever holds the case, on the morning of its day and of the next, once each', async () => {
    const { world, look, heard, days, until, mediator, id } = await makeGround();
    until(days[0], '08:59:59');
    expect([await look(), await heard()]).toEqual([0, [[], [], []]]);
    until(days[0]);
    expect(await look(2)).toBeGreaterThan(0);
    expect(await heard()).toEqual([['FOLLOW_UP_DUE'], ['FOLLOW_UP_DUE'], []]);
    until(days[1]);
    await look();
    const both = ['FOLLOW_UP_OVER', 'FOLLOW_UP_DUE'];
    expect(await heard()).toEqual([both, both, []]);
    expect(await look()).toBe(0);
    const { data } = await run(world, mediator, NotificationsDocument, { first: 1 }, 'zh');
    expect(data.notifications?.edges[0]?.node).toMatchObject({ text: '调解回访逾期', case: { id } });
    expect(JSON.stringify(data)).not.toContain('欧阳');
  });

  it('is nobody’s any more once it was made, and the next one is', async () => {
    const { world, look, heard, days, until, mediator, id, told } = await makeGround();
    until(days[0], '08:00:00');
    const input = followUpInput(world, id, { on: days[0] });
    expect((await followUp(world, mediator, input)).userErrors).toEqual([]);
    await told();
    until(days[1]);
    expect([await look(), await heard()]).toEqual([0, [[], [], []]]);
    until(days[2]);
    expect([await look(), await heard()]).toEqual([1, [['FOLLOW_UP_DUE'], ['FOLLOW_UP_DUE'], []]]);
  });

  it('is said to be overdue, and not due as well, by a clock that comes too late', async () => {
    const { look, heard, days, until, noted } = await makeGround();
    until(days[1]);
    expect(await look()).toBe(1);
    expect([await heard(), noted()]).toEqual([[['FOLLOW_UP_OVER'], ['FOLLOW_UP_OVER'], []], 0]);
  });

  it('is told once, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const ground = await makeGround();
    ground.until(ground.days[0]);
    const kills = await killedEverywhere(ground, async () => {
      expect(await ground.heard()).toEqual([['FOLLOW_UP_DUE'], ['FOLLOW_UP_DUE'], []]);
    });
    expect(kills).toBeGreaterThan(15);
  });

  it('is told at most once as due and as overdue, whenever the clocks look', async () => {
    const hours = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(hours, async (waits) => {
        const { world, look, heard, days } = await makeGround();
        const passed = { due: false, over: false };
        for (const wait of waits) {
          world.clock.advance(wait * 3_600_000);
          const now = world.clock.now();
          const [due, over] = [momentOf(days[0], '09:00:00') < now, momentOf(days[1], '09:00:00') < now];
          passed.due ||= due && !over;
          passed.over ||= over;
          await look(2);
        }
        const expected = [
          ...(passed.over ? ['FOLLOW_UP_OVER'] : []),
          ...(passed.due ? ['FOLLOW_UP_DUE'] : []),
        ];
        expect(await heard()).toEqual([expected, expected, []]);
      }),
      { numRuns: 10 },
    );
  });
});
