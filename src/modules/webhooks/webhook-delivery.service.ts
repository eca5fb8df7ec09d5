import { type Vault } from '../../data/vault';
import { type Clock } from '../../shared/clock';
import { logFailure, logger } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { webhookSignature } from '../../shared/webhook-signature';
import { type DeliveryRepo } from './delivery.repo';
import { afterAttempt, type Attempt, bodyOf, type Delivery, healthAfter, isGone } from './delivery.rules';
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
    const tried: Attempt[] = [];
    let hook: Hook | undefined;
    let sign: Sign | undefined;
    for await (const page of this.deliveries.due(id, this.clock.now(), PAGE)) {
      hook ??= await this.#hookOn(district, id);
      if (hook === undefined) return;
      sign ??= await this.#signWith(hook);
      for (let from = 0; from < page.length; from += AT_ONCE) {
        const isOver = this.clock.now().getTime() >= end;
        if (isOver || tried.filter(({ failure }) => failure !== undefined).length >= MOST_FAILURES)
          return this.#noteHealth(district, hook, tried, round);
        const some = page.slice(from, from + AT_ONCE);
        tried.push(...(await this.#sendSome({ district, hook, sign }, some, round)));
        if (tried.some(isGone)) return;
      }
    }
    if (hook !== undefined) await this.#noteHealth(district, hook, tried, round);
  }

  async #hookOn(district: string, id: string): Promise<Hook | undefined> {
    const { hooks } = await this.hooks.find(district, { consistent: true });
    return hooks.find((each) => each.id === id && each.isOn);
  }

  async #sendSome(to: Receiver, some: readonly Delivery[], round: Round): Promise<Attempt[]> {
    const attempts = await Promise.all(some.map((each) => this.#send(to, each)));
    // First it is off, then what it did not take is given up: broken off between them, it is asked once more.
    const [now, { district, hook }] = [this.clock.now(), to];
    if (attempts.some(isGone)) {
      const isSame = (is: Hook) => is.isOn && is.url === hook.url;
      await this.#change(district, hook, isSame, { isOn: false, ...off('GONE', now) }, round);
    }
    await Promise.all(
      some.map(async (each, index) => {
        const after = afterAttempt(each, attempts[index] ?? {}, now);
        if (await this.deliveries.settle(after)) round[after.state] += 1;
      }),
    );
    return attempts;
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

  async #noteHealth(district: string, hook: Hook, attempts: readonly Attempt[], round: Round): Promise<void> {
    const now = this.clock.now();
    const health = healthAfter(hook.failingSince, attempts, now);
    if (health === undefined) return;
    const isSame = (is: Hook) => is.isOn && is.url === hook.url && is.failingSince === hook.failingSince;
    const changes = {
      TAKES: { failingSince: undefined },
      FAILS: { failingSince: now.toISOString() },
      OFF: { isOn: false, ...off('FAILING', now) },
    } as const;
    await this.#change(district, hook, isSame, changes[health], round);
  }

  /** Changes a webhook that is still as it was seen; what its district has changed since is left alone. */
  async #change(
    district: string,
    { id }: Hook,
    isSame: (is: Hook) => boolean,
    change: Partial<Hook>,
    round: Round,
  ): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const book = await this.hooks.find(district, { consistent: true });
      const is = book.hooks.find((each) => each.id === id);
      if (is === undefined || !isSame(is)) return;
      if (!(await this.hooks.save(withHook(book, id, { ...is, ...change }), undefined))) continue;
      if (change.isOn === false) {
        round.SWITCHED_OFF += 1;
        logger.warn('webhook switched off', { district, webhook: id, reason: change.offReason });
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

function off(offReason: 'GONE' | 'FAILING', now: Date) {
  return { offReason, offAt: now.toISOString() };
}
