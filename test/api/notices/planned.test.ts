import { print } from 'graphql';
import { createReminders } from '../../../src/app/reminders';
import { noticeAlertsBy } from '../../../src/modules/notices/notice-alert.events';
import { newId } from '../../../src/shared/ids';
import {
  ChangeNoticeDocument,
  UrgentNoticesDocument,
  WithdrawNoticeDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeLive } from '../../support/live';
import { codes } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { killedEverywhere } from '../../support/reminders';
import { published } from '../../support/notices';
import { type World } from '../../support/world';

/** The posts of those who watch, and their tokens, outlast what happens here. */
const MINUTE = 60_000;

const inMinutes = (world: World, count: number) => new Date(world.clock.now().getTime() + count * MINUTE);

/** A world in which a resident watches, the stream tells of all that changes, and the clock looks. */
async function planning() {
  const { world, table } = await makeMemoryWorld();
  const live = makeLive(world);
  const reminders = createReminders(world.foundation);
  const changes = table.record();
  const by = world.actor('COMMUNITY_STAFF');
  const { connection } = await live.connect(world.actor('RESIDENT'));
  const payload = { query: print(UrgentNoticesDocument), variables: {} };
  await live.say(connection, { type: 'subscribe', id: '1', payload });
  let told = 0;
  return {
    ...{ world, table },
    /** Lets the stream tell of what has changed since. */
    tell: async () => {
      const since = changes.slice(told);
      told = changes.length;
      for (const alert of since.flatMap(noticeAlertsBy)) await live.telling.tellAlert(alert);
      await reminders.observe(since);
    },
    look: async (doors = 1) => {
      const rounds = await Promise.all(Array.from({ length: doors }, () => reminders.remindDue()));
      return rounds.reduce((sum, { OUT, FAILED }) => sum + OUT + FAILED * 100, 0);
    },
    /** Ids of the notices that the resident was told of. */
    pushed: () =>
      live.posted
        .filter((post) => post.connection === connection)
        .flatMap(({ message }) => (message.type === 'next' ? Object.values(message.payload.data ?? {}) : []))
        .flatMap((notice) => (notice as { id: string } | null)?.id ?? []),
    plan: (more: object = {}) => published(world, { urgent: true, from: inMinutes(world, 10), ...more }, by),
    change: async (notice: string, expectedVersion: number, more: object) => {
      const input = { id: newId(), notice, expectedVersion, ...more };
      return codes((await run(world, by, ChangeNoticeDocument, { input })).data.changeNotice);
    },
    withdraw: async (notice: string) => {
      const input = { id: newId(), notice, expectedVersion: 1, reason: '演练取消' };
      return codes((await run(world, by, WithdrawNoticeDocument, { input })).data.withdrawNotice);
    },
  };
}

describe('an urgent notice that is planned', () => {
  it('is pushed when it comes out, once, with two clocks at once', async () => {
    const { world, tell, look, pushed, plan } = await planning();
    const id = await plan();
    await tell();
    expect([await look(), pushed()]).toEqual([0, []]);
    world.clock.advance(10 * MINUTE - 1);
    expect(await look()).toBe(0);
    world.clock.advance(60_001);
    expect(await look(2)).toBe(1);
    await tell();
    expect(pushed()).toEqual([id]);
    expect(await look()).toBe(0);
    await tell();
    expect(pushed()).toEqual([id]);
  });

  it('is pushed at the time that it was moved to, and not at the one before', async () => {
    const { world, tell, look, pushed, plan, change } = await planning();
    const [later, sooner] = [await plan(), await plan({ from: inMinutes(world, 30) })];
    await tell();
    expect(await change(later, 1, { from: inMinutes(world, 20).toISOString() })).toEqual([]);
    expect(await change(sooner, 1, { from: inMinutes(world, 10).toISOString() })).toEqual([]);
    await tell();
    world.clock.advance(11 * MINUTE);
    await look();
    await tell();
    expect(pushed()).toEqual([sooner]);
    world.clock.advance(10 * MINUTE);
    await look();
    await tell();
    expect(pushed()).toEqual([sooner, later]);
    world.clock.advance(10 * MINUTE);
    await look();
    await tell();
    expect(pushed()).toEqual([sooner, later]);
  });

  it('is pushed again when its words change after it came out, and by the change alone', async () => {
    const { world, tell, look, pushed, plan, change } = await planning();
    const id = await plan();
    await tell();
    world.clock.advance(11 * MINUTE);
    await look();
    await tell();
    expect(await change(id, 1, { text: '改到周日。' })).toEqual([]);
    await tell();
    expect(pushed()).toEqual([id, id]);
    expect(await look()).toBe(0);
    await tell();
    expect(pushed()).toEqual([id, id]);
  });

  it('is pushed to nobody where it was taken back before, or is urgent no more', async () => {
    const { world, tell, look, pushed, plan, change, withdraw } = await planning();
    const [back, calm] = [await plan(), await plan()];
    await tell();
    expect(await withdraw(back)).toEqual([]);
    expect(await change(calm, 1, { urgent: false })).toEqual([]);
    await tell();
    world.clock.advance(11 * MINUTE);
    expect(await look()).toBe(0);
    await tell();
    expect(pushed()).toEqual([]);
  });

  it('comes out once, wherever the clock’s door is killed', async () => {
    const { world, table, tell, plan } = await planning();
    const id = await plan();
    await tell();
    world.clock.advance(11 * MINUTE);
    const outings = () => table.everything().filter((item) => item.__edb_e__ === 'notice-outing');
    const kills = await killedEverywhere({ world, table }, () => {
      expect(outings().map(({ notice }) => notice)).toEqual([id]);
      return Promise.resolve();
    });
    expect(kills).toBeGreaterThan(3);
  });
});
