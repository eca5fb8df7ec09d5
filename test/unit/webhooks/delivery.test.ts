import fc from 'fast-check';
import { type MadeNotification } from '../../../src/modules/notifications/notification.events';
import {
  afterAttempt,
  type Attempt,
  attemptOf,
  bodyOf,
  eventOf,
  healthAfter,
  MOST_ATTEMPTS,
  newDelivery,
} from '../../../src/modules/webhooks/delivery.rules';
import { type Hook, rolledSecrets, signingSecrets } from '../../../src/modules/webhooks/webhook.rules';
import { newWebhookSecret, webhookSignature } from '../../../src/shared/webhook-signature';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const START = new Date('2026-05-12T02:30:00.000Z');
const later = (ms: number, from = START) => new Date(from.getTime() + ms);

const made: MadeNotification = {
  ...{ person: 'p-1', turn: '1778553000000#c-1#1#ASSIGNED', kind: 'ASSIGNED', recordId: 'c-1' },
  ...{ area: '510108001001001', at: START },
};

const failed: Attempt = { failure: 'TIMEOUT' };

describe('a signature', () => {
  it('is that of the vector which the libraries of Standard Webhooks publish', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330 };
    expect(webhookSignature(secret, { ...message, body: '{"test": 2432232314}' })).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
    expect(webhookSignature(secret, { ...message, body: '{"test":2432232314}' })).not.toContain('g0hM9SsE');
  });

  it('is made with a secret of 32 random bytes, in the form of the scheme', () => {
    const [one, other] = [newWebhookSecret(), newWebhookSecret()];
    expect(one).toMatch(/^whsec_[A-Za-z\d+/]{43}=$/);
    expect(one).not.toBe(other);
  });
});

describe('a delivery', () => {
  it('is tried at once and after 1, 5 and 30 minutes, 2, 6 and 24 hours, then given up', () => {
    let delivery = newDelivery('h', eventOf(made), START);
    const waits: number[] = [];
    let now = START;
    while (delivery.dueAt !== undefined) {
      waits.push(delivery.dueAt.getTime() - now.getTime());
      now = delivery.dueAt;
      delivery = afterAttempt(delivery, failed, now);
    }
    expect(waits).toEqual([0, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR]);
    expect(delivery).toMatchObject({ state: 'FAILED', attempts: MOST_ATTEMPTS });
  });

  it('is done with the first answer of 2xx, given up with 410, and else goes on; whatever comes, it ends', () => {
    const attempt = fc.oneof(
      fc.integer({ min: 100, max: 599 }).map(attemptOf),
      fc.constantFrom<Attempt>(failed, { failure: 'UNREACHABLE' }, { failure: 'ADDRESS_REFUSED' }),
    );
    fc.assert(
      fc.property(fc.array(attempt, { minLength: MOST_ATTEMPTS, maxLength: MOST_ATTEMPTS }), (attempts) => {
        let delivery = newDelivery('h', eventOf(made), START);
        for (const [index, each] of attempts.entries()) {
          const is = afterAttempt(delivery, each, START);
          const isTaken = each.status !== undefined && each.status >= 200 && each.status < 300;
          const isLast = each.status === 410 || index === MOST_ATTEMPTS - 1;
          expect(is.state).toBe(isTaken ? 'DELIVERED' : isLast ? 'FAILED' : 'PENDING');
          expect(is.dueAt !== undefined).toBe(is.state === 'PENDING');
          expect(is.attempts).toBe(index + 1);
          expect(is.event).toBe(delivery.event);
          if (is.dueAt === undefined) return;
          delivery = is;
        }
        throw new Error('It did not end.');
      }),
    );
  });

  it('says ids, codes and a time, and has the same id however often it is told, another for another', () => {
    const event = eventOf(made);
    expect(JSON.parse(bodyOf(event))).toEqual({
      ...{ id: event.id, kind: 'ASSIGNED', case: 'c-1', area: '510108001001001', person: 'p-1' },
      at: '2026-05-12T02:30:00.000Z',
    });
    expect(eventOf({ ...made }).id).toBe(event.id);
    expect(event.id).not.toContain('.');
    const others = [eventOf({ ...made, person: 'p-2' }), eventOf({ ...made, turn: `${made.turn}2` })];
    expect(new Set([event, ...others].map(({ id }) => id)).size).toBe(3);
  });
});

describe('a webhook', () => {
  it('is switched off when nothing was taken for three days, and not before', () => {
    const since = START.toISOString();
    const taken = attemptOf(204);
    expect(healthAfter(undefined, [], START)).toBeUndefined();
    expect(healthAfter(undefined, [taken, failed], START)).toBeUndefined();
    expect(healthAfter(undefined, [failed], START)).toBe('FAILS');
    expect(healthAfter(since, [failed], later(3 * DAY - 1))).toBeUndefined();
    expect(healthAfter(since, [failed, failed], later(3 * DAY))).toBe('OFF');
    expect(healthAfter(since, [failed, taken], later(9 * DAY))).toBe('TAKES');
    expect(healthAfter(since, [], later(9 * DAY))).toBeUndefined();
  });

  it('signs with its newest secret always, with one before for 24 hours, and with three at most', () => {
    const hook: Hook = {
      ...{ id: 'h', url: 'u', kinds: [], isOn: true, createdAt: START.toISOString() },
      secrets: [{ sealed: 's0' }],
    };
    const step = fc.integer({ min: 0, max: 2 * DAY });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (steps, last) => {
        let [now, is] = [START, hook];
        const rolled = [{ sealed: 's0', at: -Infinity }];
        for (const [index, wait] of steps.entries()) {
          now = later(wait, now);
          const sealed = `s${String(index + 1)}`;
          is = { ...is, secrets: rolledSecrets(is, sealed, now) };
          rolled.unshift({ sealed, at: now.getTime() });
        }
        now = later(last, now);
        // A secret signs until a day after the one that followed it.
        const expected = rolled.filter(
          (_each, index) => index === 0 || now.getTime() < (rolled[index - 1]?.at ?? 0) + DAY,
        );
        expect(signingSecrets(is, now).map(({ sealed }) => sealed)).toEqual(
          expected.slice(0, 3).map(({ sealed }) => sealed),
        );
      }),
    );
  });
});
