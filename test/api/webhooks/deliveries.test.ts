import { createHmac } from 'node:crypto';
import { createNotificationSending } from '../../../src/app/notifications';
import { createWebhookDeliveries } from '../../../src/app/webhooks';
import { makeMove, reportCase } from '../../support/cases';
import { makeBridge, type Bridge } from '../../support/bridge';
import { noteMade, madeOf, rollSecret, webhooksOf } from '../../support/webhooks';
import { appointed } from '../../support/staff';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const bridges: Bridge[] = [];
const bridge = async (more: Parameters<typeof makeBridge>[0] = {}) => {
  const made = await makeBridge(more);
  bridges.push(made);
  return made;
};

afterEach(async () => {
  await Promise.all(bridges.splice(0).map(async ({ close }) => close()));
});

/** Notes that so many notifications were made. */
const note = async ({ world }: Bridge, count: number, more: Parameters<typeof madeOf>[2] = {}) =>
  noteMade(
    world,
    Array.from({ length: count }, (_, number) => madeOf(world, number, more)),
  );

/** How the deliveries of the first webhook stand, oldest first. */
const deliveriesOf = async ({ world, admin }: Bridge) => {
  const [webhook] = await webhooksOf(world, admin);
  return webhook?.deliveries.toReversed() ?? [];
};

/** Checks a signature as a bridge does. */
const isSigned = (secret: string, { headers, body }: Bridge['receiver']['received'][number]) => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const right = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(right);
};

describe('a bridge', () => {
  it('is told of what somebody is notified of, from the report of a case to its signed message, and no word of it', async () => {
    const made = await bridge();
    const { world, table, deliver, receiver, secret } = made;
    const worker = { ...world.actor('GRID_WORKER'), name: '王芳' };
    await appointed(world, { person: worker.id, role: 'GRID_WORKER', area: world.grid });
    const resident = { ...world.actor('RESIDENT'), name: '彭小丽' };
    const { id } = await reportCase(world, resident);
    await makeMove(world, worker, id, 'SOLVE');
    const sending = createNotificationSending(world.foundation);
    const cases = table.everything().filter((item) => item.__edb_e__ === 'case');
    // What the stream tells twice is noted once.
    for (let time = 0; time < 2; time += 1)
      await sending.observe(cases.map((after) => ({ before: undefined, after })));
    expect(await deliver()).toMatchObject({ DELIVERED: 2, PENDING: 0, FAILED: 0, BROKEN: 0 });
    expect(await deliver()).toMatchObject({ DELIVERED: 0 });

    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as Record<string, string>);
    expect(bodies.map(({ kind, person }) => [kind, person]).sort()).toEqual([
      ['ASSIGNED', worker.id],
      ['DECIDED', resident.id],
    ]);
    for (const [index, one] of receiver.received.entries()) {
      const body = bodies[index] ?? {};
      expect(Object.keys(body)).toEqual(['id', 'kind', 'case', 'area', 'person', 'at']);
      expect(body).toMatchObject({ case: id, area: expect.stringMatching(new RegExp(`^${world.district}`)) });
      expect(one.headers).toMatchObject({
        ...{ 'content-type': 'application/json', 'webhook-id': body.id },
        'webhook-timestamp': String(world.clock.now().getTime() / 1000),
      });
      expect(isSigned(secret, one)).toBe(true);
      expect(isSigned(secret, { ...one, body: `${one.body} ` })).toBe(false);
      // Nothing in it but codes: no Chinese sign, so no name and no text.
      expect(one.body).toMatch(/^[\w{}",:.-]+$/);
    }
  });

  it('is told only what it wants, of its own district, while it is on', async () => {
    const made = await bridge();
    const { deliver, receiver } = made;
    expect(await note(made, 1, { kind: 'OVER' })).toBe(0);
    expect(await note(made, 1, { area: '110101001001001' })).toBe(0);
    await made.change({ isOn: false });
    expect(await note(made, 1)).toBe(0);
    await made.change({ isOn: true });
    expect(await note(made, 1)).toBe(1);
    await deliver();
    expect(receiver.received).toHaveLength(1);
  });

  it('costs a district without one next to nothing: a look at what it has, and a look at what is on', async () => {
    const made = await bridge({ without: true });
    const asked: string[] = [];
    made.table.goBy((name, act) => {
      asked.push(name);
      return Promise.resolve().then(act);
    });
    await note(made, 60);
    await note(made, 0);
    await made.deliver();
    expect(asked).toEqual(['Get', 'Query']);
  });
});

describe('what a bridge does not take', () => {
  it.each([
    ['a status of its own trouble', 'STATUS', 500],
    ['that it is busy', 'STATUS', 429],
    ['a redirect, which nobody follows', 'STATUS', 302],
    ['nothing for too long', 'TIMEOUT', null],
    ['a closed door', 'UNREACHABLE', null],
    ['another protocol', 'UNREACHABLE', null],
  ] as const)('is tried again where it answers with %s', async (what, failure, status) => {
    const made = await bridge({ patience: 400 });
    const { world, deliver, receiver } = made;
    receiver.answerBy((response) => {
      if (status !== null)
        response.writeHead(status, { location: receiver.url, 'retry-after': '1' }).end('x'.repeat(99_999));
      else if (failure === 'UNREACHABLE') {
        if (what === 'another protocol') response.socket?.write('HTTP/1.1 101 Switching Protocols\r\n');
        if (what === 'another protocol') response.socket?.write('connection: upgrade\r\nupgrade: x\r\n\r\n');
        else response.destroy();
      }
    });
    await note(made, 1);
    expect(await deliver()).toMatchObject({ PENDING: 1, BROKEN: 0 });
    const next = new Date(world.clock.now().getTime() + MINUTE).toISOString();
    expect(await deliveriesOf(made)).toMatchObject([
      { state: 'PENDING', attempts: 1, failure, status, nextAttemptAt: next },
    ]);
    expect(receiver.received).toHaveLength(1);
    receiver.answerBy((response) => response.writeHead(200).end('{"many":"words"}'));
    expect(await deliver()).toMatchObject({ DELIVERED: 0 });
    world.clock.advance(MINUTE);
    expect(await deliver()).toMatchObject({ DELIVERED: 1 });
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    expect(await deliveriesOf(made)).toMatchObject([
      { state: 'DELIVERED', attempts: 2, status: 200, failure: null, nextAttemptAt: null },
    ]);
    expect(JSON.stringify(made.table.everything())).not.toContain('many');
  });

  it('is tried seven times within 32 hours and a half, and then given up', async () => {
    const made = await bridge();
    const { world, deliver, receiver } = made;
    receiver.answerBy((response) => response.writeHead(503).end());
    await note(made, 1);
    const times: number[] = [];
    const start = world.clock.now().getTime();
    while (times.length < 8 && world.clock.now().getTime() < start + 40 * HOUR) {
      const before = receiver.received.length;
      await deliver();
      if (receiver.received.length > before) times.push((world.clock.now().getTime() - start) / MINUTE);
      world.clock.advance(times.length < 4 ? MINUTE : 4 * MINUTE);
    }
    expect(times).toEqual([0, 1, 6, 36, 156, 516, 1956]);
    expect(await deliveriesOf(made)).toMatchObject([{ state: 'FAILED', attempts: 7, nextAttemptAt: null }]);
  });

  it('is refused where its name leads into a net of ours, and no connection is made', async () => {
    for (const addresses of [['127.0.0.1'], ['223.5.5.5', '10.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], []]) {
      const made = await bridge({ leadingTo: addresses });
      await note(made, 1);
      expect(await made.deliver()).toMatchObject({ PENDING: 1 });
      expect(await deliveriesOf(made)).toMatchObject([{ failure: 'ADDRESS_REFUSED', status: null }]);
      expect(made.connections()).toBe(0);
    }
  });

  it('is refused at this machine by a door that is no laptop’s, whatever is written of the webhook', async () => {
    const made = await bridge();
    await note(made, 1);
    expect(await createWebhookDeliveries(made.world.foundation).deliverDue()).toMatchObject({ PENDING: 1 });
    expect(await deliveriesOf(made)).toMatchObject([{ failure: 'ADDRESS_REFUSED' }]);
    expect(made.connections()).toBe(0);
  });
});

describe('a webhook', () => {
  it('is switched off when it says that it is gone; what waits is sent when it is on again', async () => {
    const made = await bridge();
    const { world, admin, deliver, receiver } = made;
    receiver.answerBy((response) => response.writeHead(410).end());
    await note(made, 9);
    expect(await deliver()).toMatchObject({ FAILED: 4, SWITCHED_OFF: 1 });
    const offAt = world.clock.now().toISOString();
    expect(await webhooksOf(world, admin)).toMatchObject([{ isOn: false, offReason: 'GONE', offAt }]);
    world.clock.advance(HOUR);
    await deliver();
    expect(receiver.received).toHaveLength(4);
    receiver.answerBy((response) => response.writeHead(200).end());
    await made.change({ isOn: true });
    expect(await webhooksOf(world, admin)).toMatchObject([{ isOn: true, offReason: null, offAt: null }]);
    expect(await deliver()).toMatchObject({ DELIVERED: 5 });
  });

  it('is switched off when all that it was sent failed for three days, and its district sees why', async () => {
    const made = await bridge();
    const { world, admin, deliver, receiver } = made;
    receiver.answerBy((response) => response.writeHead(500).end());
    const failingSince = world.clock.now().toISOString();
    for (let hour = 0; hour < 72; hour += 1) {
      if (hour % 12 === 0) await note(made, 1);
      expect(await deliver()).toMatchObject({ SWITCHED_OFF: 0 });
      world.clock.advance(HOUR);
    }
    expect(await webhooksOf(world, admin)).toMatchObject([{ isOn: true, failingSince }]);
    await note(made, 1);
    expect(await deliver()).toMatchObject({ SWITCHED_OFF: 1 });
    expect(await webhooksOf(world, admin)).toMatchObject([{ isOn: false, offReason: 'FAILING' }]);
  });

  it('goes on when it takes something before the three days are over', async () => {
    const made = await bridge();
    const { world, admin, deliver, receiver } = made;
    for (let day = 0; day < 6; day += 1) {
      receiver.answerBy((response) => response.writeHead(day === 2 ? 200 : 500).end());
      await note(made, 1);
      await deliver();
      const [webhook] = await webhooksOf(world, admin);
      expect([day, webhook?.isOn, webhook?.failingSince !== null]).toEqual([day, day < 6, day !== 2]);
      world.clock.advance(DAY - MINUTE);
    }
  });

  it('that hangs holds up nobody else, and takes no more than a little of a round', async () => {
    const hanging = await bridge({ patience: 300 });
    const taking = await bridge({ beside: hanging });
    hanging.receiver.answerBy(() => undefined);
    await note(hanging, 30);
    const began = Date.now();
    const { DELIVERED, PENDING } = await hanging.deliver();
    expect({ DELIVERED, PENDING }).toEqual({ DELIVERED: 30, PENDING: 8 });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(taking.receiver.received).toHaveLength(30);
    expect(hanging.receiver.received).toHaveLength(8);
    // What was not even tried is not late by it: it is due, and goes as soon as the bridge takes again.
    hanging.receiver.answerBy((response) => response.writeHead(200).end());
    hanging.world.clock.advance(MINUTE);
    expect(await hanging.deliver()).toMatchObject({ DELIVERED: 30, PENDING: 0 });
  });

  it('is sent a few at a time, all that is due in one round', async () => {
    const made = await bridge();
    let [open, most] = [0, 0];
    made.receiver.answerBy((response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.writeHead(200).end();
      }, 5);
    });
    await note(made, 130);
    expect(await made.deliver()).toMatchObject({ DELIVERED: 130 });
    expect(most).toBe(4);
  });

  it('is signed by both secrets for 24 hours after it was rolled, then by the new one', async () => {
    const made = await bridge();
    const { world, admin, secret, deliver, receiver } = made;
    const { secret: rolled } = await rollSecret(world, admin, made.id);
    const signers = async () => {
      await note(made, 1);
      await deliver();
      const last = receiver.received.at(-1)!;
      return [isSigned(secret, last), isSigned(rolled!, last)];
    };
    expect(await signers()).toEqual([true, true]);
    world.clock.advance(DAY - MINUTE);
    expect(await signers()).toEqual([true, true]);
    world.clock.advance(MINUTE);
    expect(await signers()).toEqual([false, true]);
  });

  it('that was taken away is sent nothing more', async () => {
    const made = await bridge();
    await note(made, 3);
    await made.remove();
    expect(await made.deliver()).toMatchObject({ DELIVERED: 0, BROKEN: 0 });
    expect(made.receiver.received).toEqual([]);
  });
});
