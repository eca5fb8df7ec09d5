import fc from 'fast-check';
import { type Bridge, makeBridge } from '../../support/bridge';
import { randomFrom } from '../../support/faults';
import { killAt } from '../../support/kills';
import { type Way } from '../../support/memory-table';
import { noteMade, madeOf, webhooksOf } from '../../support/webhooks';

const MINUTE = 60_000;
const asItIs: Way = (_name, act) => Promise.resolve().then(act);

const bridges: Bridge[] = [];
const bridge = async (more: Parameters<typeof makeBridge>[0] = {}) => {
  const made = await makeBridge(more);
  bridges.push(made);
  return made;
};

afterEach(async () => {
  await Promise.all(bridges.splice(0).map(async ({ close }) => close()));
});

/** How often each event was received, by its id. */
function timesIn(receivers: readonly Bridge['receiver'][]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { headers } of receivers.flatMap(({ received }) => received)) {
    const id = String(headers['webhook-id']);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

describe('a door that is killed', () => {
  it('loses nothing, wherever that is: before or after each of its commands, noting or sending', async () => {
    const made = await bridge();
    const { world, table, receiver, deliver, admin } = made;
    const notices = [1, 2, 3].map((number) => madeOf(world, number));
    // The first attempt at each fails, so that there is a state of the webhook to be written too.
    let answers = 0;
    receiver.answerBy((response) => response.writeHead((answers += 1) <= 3 ? 500 : 200).end());
    const restore = table.keep();
    const start = world.clock.now().getTime();
    const work = async () => {
      await noteMade(world, notices);
      await deliver();
      world.clock.advance(MINUTE);
      await deliver();
    };
    const killedAt = async (nth: number, moment: 'before' | 'after') => {
      restore();
      answers = 0;
      receiver.received.length = 0;
      world.clock.advance(start - world.clock.now().getTime());
      const { way, wasKilled } = killAt(nth, moment);
      table.goBy(way);
      await work().catch(() => undefined);
      table.goBy(asItIs);
      // The stream tells again of what it was not told is done; the minute comes anyway.
      await noteMade(world, notices);
      for (let minute = 0; minute < 8; minute += 1) {
        world.clock.advance(MINUTE);
        await deliver();
      }
      const [webhook] = await webhooksOf(world, admin);
      expect(webhook?.deliveries.map(({ state }) => state)).toEqual(Array(3).fill('DELIVERED'));
      expect(webhook?.failingSince).toBeNull();
      expect(timesIn([receiver]).size).toBe(3);
      return wasKilled();
    };
    let kills = 0;
    for (let nth = 1; await killedAt(nth, 'before'); nth += 1) {
      await killedAt(nth, 'after');
      kills += 2;
    }
    expect(kills).toBeGreaterThan(30);
  });

  it('loses nothing when it is killed after something was sent and before that is known', async () => {
    const made = await bridge();
    await noteMade(
      made.world,
      [1, 2].map((number) => madeOf(made.world, number)),
    );
    made.table.goBy(async (name, act) => {
      if (name === 'Put') throw new Error('killed');
      return Promise.resolve().then(act);
    });
    expect(await made.deliver()).toMatchObject({ BROKEN: 1, DELIVERED: 0 });
    made.table.goBy(asItIs);
    expect(await made.deliver()).toMatchObject({ DELIVERED: 2 });
    expect([...timesIn([made.receiver]).values()]).toEqual([2, 2]);
  });
});

describe('two doors at once', () => {
  it('send each event once or twice, by the same id and with the same body, and write its outcome once', async () => {
    const made = await bridge();
    const { world, receiver, deliver } = made;
    await noteMade(
      world,
      Array.from({ length: 30 }, (_, number) => madeOf(world, number)),
    );
    const rounds = await Promise.all([deliver(), deliver()]);
    expect(rounds.reduce((sum, { DELIVERED }) => sum + DELIVERED, 0)).toBe(30);
    const times = timesIn([receiver]);
    expect(times.size).toBe(30);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(30);
    expect(await deliver()).toMatchObject({ DELIVERED: 0 });
  });

  it('lose nothing on an unreliable network, whatever the receivers answer, and hold up no other', async () => {
    const runs = fc.record({
      seed: fc.nat(),
      lost: fc.constantFrom(0, 0.02, 0.1),
      failing: fc.constantFrom(0, 0.3, 0.6),
      count: fc.integer({ min: 1, max: 4 }),
    });
    const made = await bridge();
    const beside = await bridge({ beside: made });
    const { world, table, admin, deliver } = made;
    const restore = table.keep();
    await fc.assert(
      fc.asyncProperty(runs, async ({ seed, lost, failing, count }) => {
        restore();
        for (const { receiver } of [made, beside]) receiver.received.length = 0;
        const random = randomFrom(seed);
        made.receiver.answerBy((response) => response.writeHead(random() < failing ? 500 : 200).end());
        table.goBy(async (_name, act) => {
          if (random() < lost) throw new Error('The request was lost.');
          const answer = await Promise.resolve().then(act);
          if (random() < lost) throw new Error('The answer was lost.');
          return answer;
        });
        const notices = Array.from({ length: count }, (_, number) => madeOf(world, number));
        const noted = async () =>
          noteMade(world, notices).then(
            () => true,
            () => false,
          );
        // The stream tells until it is told that it was noted.
        while (!(await noted()));
        for (let round = 0; round < 6; round += 1) {
          await Promise.allSettled([deliver(), deliver()]);
          world.clock.advance(MINUTE);
        }
        table.goBy(asItIs);
        made.receiver.answerBy((response) => response.writeHead(200).end());
        for (let round = 0; round < 2; round += 1) {
          world.clock.advance(26 * 60 * MINUTE);
          await Promise.all([deliver(), deliver()]);
        }
        for (const { deliveries, failingSince } of await webhooksOf(world, admin)) {
          expect(deliveries.map(({ state }) => state)).toEqual(Array(count).fill('DELIVERED'));
          expect(failingSince).toBeNull();
        }
        for (const { receiver } of [made, beside]) expect(timesIn([receiver]).size).toBe(count);
      }),
      { numRuns: 25 },
    );
  });
});
