import { type Vault } from '../../data/vault';
import { type Clock } from '../../shared/clock';
import { logFailure, logger } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { webhookSignature } from '../../shared/webhook-signature';
import { type DeliveryRepo } from './delivery.repo';
import {
  afterAttempt,
  type Attempt,
  bodyOf,
  type Delivery,
  healthAfter,
  isGone,
  isTaken,
} from './delivery.rules';
import { type Post } from './webhook-post.service';
import { type HookOn, type HookRepo } from './webhook.repo';
import { type Hook, signingSecrets, withHook } from './webhook.rules';

/** Webhooks served together, and deliveries under way to each. */
const HOOKS_AT_ONCE = 50;
const AT_ONCE = 4;

/** Deliveries of a webhook read together. */
const PAGE = 40;

/** After how many failures a webhook waits for the next round: whoever hangs takes ten seconds of it. */
const MOST_FAILURES = 8;

/** How long a round takes on new work, in ms. */
const ROUND_MS = 40_000;

/** How often a webhook's state is written anew when somebody else wrote in between. */
const ATTEMPTS = 5;

/** What came of a round: taken, to be tried again, given up, switched off, and webhooks that we could not serve ourselves. */
export type Round = Record<'DELIVERED' | 'PENDING' | 'FAILED' | 'SWITCHED_OFF' | 'BROKEN', number>;

/** Sends what is due to webhooks. */
export class WebhookDeliveryService {
  constructor(
    private readonly hooks: Pick<HookRepo, 'allOn' | 'find' | 'save'>,
    private readonly deliveries: Pick<DeliveryRepo, 'due' | 'settle'>,
    private readonly vault: Pick<Vault, 'open'>,
    private readonly clock: Clock,
    private readonly post: Post,
  ) {}

  /**
   * Sends all that is due, to many webhooks at once, a few to each. It may be broken off anywhere, and done by several at once:
   * what came of an attempt is written after it, so what was sent may be sent again, by the same id, and nothing is lost. Whoever
   * fails waits for the next round and holds up nobody else. Without webhooks it is one Query.
   */
  async deliverDue(): Promise<Round> {
    const round: Round = { DELIVERED: 0, PENDING: 0, FAILED: 0, SWITCHED_OFF: 0, BROKEN: 0 };
    const end = this.clock.now().getTime() + ROUND_MS;
    const all = await this.hooks.allOn();
    // Each time from elsewhere, so that nobody is always last.
    const first = Math.floor(Math.random() * all.length);
    await someAtOnce(HOOKS_AT_ONCE, [...all.slice(first), ...all.slice(0, first)], async (each) => {
      await this.#serve(each, end, round).catch((error: unknown) => {
        logFailure('webhook not served', error);
        round.BROKEN += 1;
      });
    });
    return round;
  }

  async #serve({ district, id }: HookOn, end: number, round: Round): Promise<void> {
    const tally: Tally = { failures: 0, attempts: [] };
    let to: Receiver | undefined;
    for await (const page of this.deliveries.due(id, this.clock.now(), PAGE)) {
      to ??= await this.#receiver(district, id);
      if (to === undefined) return;
      for (let from = 0; from < page.length; from += AT_ONCE) {
        if (this.clock.now().getTime() >= end || tally.failures >= MOST_FAILURES)
          return this.#noteFailing(to, tally, round);
        await this.#sendSome(to, page.slice(from, from + AT_ONCE), tally, round);
        if (tally.attempts.some(isGone)) return;
      }
    }
    if (to !== undefined) await this.#noteFailing(to, tally, round);
  }

  /** A webhook that is on, with the secrets that sign; undefined where it is no more. */
  async #receiver(district: string, id: string): Promise<Receiver | undefined> {
    const { hooks } = await this.hooks.find(district, { consistent: true });
    const hook = hooks.find((each) => each.id === id && each.isOn);
    return hook && { district, hook, sign: await this.#signWith(hook) };
  }

  /**
   * Sends some, and writes what came of it. That the webhook takes again, or is gone, is written before: broken off in between, it
   * is sent once more, and what is known of the webhook is true.
   */
  async #sendSome(to: Receiver, some: readonly Delivery[], tally: Tally, round: Round): Promise<void> {
    const attempts = await Promise.all(some.map((each) => this.#send(to, each)));
    const now = this.clock.now();
    if (attempts.some(isGone)) await this.#change(to, { isOn: false, ...off('GONE', now) }, round);
    else if (healthAfter(to.hook.failingSince, attempts, now) === 'TAKES' && !tally.attempts.some(isTaken))
      await this.#change(to, { failingSince: undefined }, round);
    await Promise.all(
      some.map(async (each, index) => {
        const attempt = attempts[index] ?? {};
        const after = afterAttempt(each, attempt, now);
        const isOurs = await this.deliveries.settle(after);
        if (isOurs) round[after.state] += 1;
        // Where another door was told otherwise, its word stands; a success is one in any case.
        if (isOurs || isTaken(attempt)) tally.attempts.push(attempt);
        if (!isTaken(attempt)) tally.failures += 1;
      }),
    );
  }

  async #send({ hook, sign }: Receiver, { event }: Delivery): Promise<Attempt> {
    const body = bodyOf(event);
    const timestamp = Math.floor(this.clock.now().getTime() / 1000);
    const headers = {
      ...{ 'content-type': 'application/json', 'user-agent': 'wangge-webhooks' },
      ...{ 'webhook-id': event.id, 'webhook-timestamp': String(timestamp) },
      'webhook-signature': sign({ id: event.id, timestamp, body }),
    };
    return this.post({ url: hook.url, headers, body });
  }

  async #signWith(hook: Hook): Promise<Sign> {
    const sealed = signingSecrets(hook, this.clock.now());
    const opened = await Promise.all(
      sealed.map(async (each) => this.vault.open(hook.id, Buffer.from(each.sealed, 'base64'))),
    );
    return (message) => opened.map(({ secret = '' }) => webhookSignature(secret, message)).join(' ');
  }

  /** Notes that a webhook has begun to fail, or switches it off when it has for too long. */
  async #noteFailing(to: Receiver, { attempts }: Tally, round: Round): Promise<void> {
    const now = this.clock.now();
    const health = healthAfter(to.hook.failingSince, attempts, now);
    if (health === 'FAILS') await this.#change(to, { failingSince: now.toISOString() }, round);
    if (health === 'OFF') await this.#change(to, { isOn: false, ...off('FAILING', now) }, round);
  }

  /** Changes a webhook that is still as it was seen; what its district or another door has changed since is left alone. */
  async #change({ district, hook }: Receiver, change: Partial<Hook>, round: Round): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const book = await this.hooks.find(district, { consistent: true });
      const is = book.hooks.find((each) => each.id === hook.id);
      const { url, failingSince } = hook;
      if (is?.isOn !== true || is.url !== url || is.failingSince !== failingSince) return;
      if (!(await this.hooks.save(withHook(book, hook.id, { ...is, ...change }), undefined))) continue;
      if (change.isOn === false) {
        round.SWITCHED_OFF += 1;
        logger.warn('webhook switched off', { district, webhook: hook.id, reason: change.offReason });
      }
      return;
    }
    throw new Error('A webhook is written by many at once; its state is noted in the next round.');
  }
}

type Sign = (message: Parameters<typeof webhookSignature>[1]) => string;

interface Receiver {
  readonly district: string;
  readonly hook: Hook;
  readonly sign: Sign;
}

/** What is known of a webhook by this round: how often it failed, and the attempts that count. */
interface Tally {
  failures: number;
  readonly attempts: Attempt[];
}

function off(offReason: 'GONE' | 'FAILING', now: Date) {
  return { offReason, offAt: now.toISOString() };
}
