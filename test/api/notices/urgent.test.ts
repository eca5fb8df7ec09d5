import { print } from 'graphql';
import { type Actor } from '../../../src/auth/actor';
import { noticeAlertsBy } from '../../../src/modules/notices/notice-alert.events';
import { newId } from '../../../src/shared/ids';
import { ChangeNoticeDocument, UrgentNoticesDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { makeLive } from '../../support/live';
import { codes } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { inDays, neighbour, published } from '../../support/notices';

/** A world in which people watch for urgent notices, and what its stream tells. */
async function watched() {
  const { world, table } = await makeMemoryWorld();
  const live = makeLive(world);
  const changes = table.record();
  let told = 0;
  const open = async (actor: Actor) => {
    const { connection } = await live.connect(actor);
    const payload = { query: print(UrgentNoticesDocument), variables: {} };
    await live.say(connection, { type: 'subscribe', id: '1', payload });
    return connection;
  };
  const tell = async () => {
    const alerts = changes.slice(told).flatMap(noticeAlertsBy);
    told = changes.length;
    const runs = live.runs();
    for (const alert of alerts) await live.telling.tellAlert(alert);
    return live.runs() - runs;
  };
  const toldOn = (connection: string) =>
    live.posted
      .filter((post) => post.connection === connection)
      .flatMap(({ message }) => (message.type === 'next' ? Object.values(message.payload.data ?? {}) : []))
      .map((notice) => (notice as { id: string; version: number } | null)?.id);
  return { world, open, tell, toldOn };
}

describe('an urgent notice', () => {
  it('is pushed to whoever it is for and watches, by one run for all of the same posts; to nobody else', async () => {
    const { world, open, tell, toldOn } = await watched();
    const residents = await Promise.all([1, 2, 3].map(() => open(world.actor('RESIDENT'))));
    const [worker, next, staff] = [
      await open(world.actor('GRID_WORKER')),
      await open(world.actor('RESIDENT', `${world.nextGrid}001`)),
      await open(world.actor('COMMUNITY_STAFF')),
    ];
    const id = await published(world, { urgent: true, areas: [world.courtyard] });
    expect(await tell()).toBe(2);
    expect(residents.map(toldOn)).toEqual([[id], [id], [id]]);
    expect([toldOn(worker), toldOn(next), toldOn(staff)]).toEqual([[id], [], []]);
    await published(world, { urgent: true, audience: 'WORKERS' });
    await published(world);
    await tell();
    expect(residents.map(toldOn)).toEqual([[id], [id], [id]]);
    expect([toldOn(worker).length, toldOn(staff).length]).toEqual([2, 1]);
  });

  it('that is for those registered elsewhere reaches each by who they are on file', async () => {
    const { world, open, tell, toldOn } = await watched();
    const floating = await open(await neighbour(world, { kind: 'FLOATING' }));
    const registered = await open(await neighbour(world));
    const id = await published(world, { urgent: true, audience: 'FLOATING_RESIDENTS' });
    await tell();
    expect([toldOn(floating), toldOn(registered)]).toEqual([[id], []]);
  });

  it('that is out can become urgent, and is pushed then and when its words change', async () => {
    const { world, open, tell, toldOn } = await watched();
    const by = world.actor('COMMUNITY_STAFF');
    const resident = await open(world.actor('RESIDENT'));
    const id = await published(world, {}, by);
    const change = async (notice: string, expectedVersion: number, more: object) => {
      const input = { id: newId(), notice, expectedVersion, ...more };
      return codes((await run(world, by, ChangeNoticeDocument, { input })).data.changeNotice);
    };
    expect(await change(id, 1, { urgent: true })).toEqual([]);
    await tell();
    expect(await change(id, 2, { until: inDays(world, 9).toISOString() })).toEqual([]);
    await tell();
    expect(toldOn(resident)).toEqual([id]);
    expect(await change(id, 3, { text: '改到周日。' })).toEqual([]);
    await tell();
    expect(toldOn(resident)).toEqual([id, id]);
  });
});
