import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type Vault } from '../../data/vault';
import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { newWebhookSecret } from '../../shared/webhook-signature';
import { type NotificationKind } from '../notifications/notification.rules';
import { type DeliveryRepo } from './delivery.repo';
import { type AddWebhookInput, type ChangeWebhookInput, type WebhookMoveInput } from './webhook.input';
import { type HookRepo } from './webhook.repo';
import {
  type Hook,
  type HookBook,
  type HookRequest,
  hookUrl,
  isShownAgain,
  MOST_WEBHOOKS,
  rolledSecrets,
  signingSecrets,
  withHook,
  withRequest,
} from './webhook.rules';
import { type Webhook, type WebhookDelivery } from './webhook.type';

/** Deliveries shown of a webhook. */
const SHOWN = 20;

/** How often a change is tried again when somebody else changed the district's webhooks in between. */
const ATTEMPTS = 5;

/** What came of a change: the webhook, unless it is gone, and the secret, if one was made. */
interface Changed {
  readonly webhook?: Webhook | undefined;
  readonly secret?: string | undefined;
}

/** What is to become of a webhook, whose new secret is sealed where it gets one; undefined takes it away. */
type Change = (is: Hook | undefined, at: { book: HookBook; now: Date; sealed: string }) => Hook | undefined;

/** What a request names. */
interface Request {
  readonly input: { readonly id: string; readonly district?: string | null };
  readonly move: string;
  readonly hook: string;
  /** A new secret for it. */
  readonly secret?: string;
}

/** A district's webhooks: who administers the district keeps them. */
export class WebhookService {
  constructor(
    private readonly hooks: HookRepo,
    private readonly deliveries: DeliveryRepo,
    private readonly vault: Vault,
    private readonly clock: Clock,
    /** Whether `http://127.0.0.1` may be an address: on a laptop. */
    private readonly loopback: boolean,
  ) {}

  /** The webhooks of a district, the oldest first; NOT_FOUND in another district. One GetItem. */
  async list(actor: Actor, district?: string | null): Promise<Webhook[]> {
    const code = districtOf(actor, district);
    if (code === undefined) throw new TechnicalError('NOT_FOUND');
    const { hooks } = await this.hooks.find(code);
    return hooks.map((hook) => this.#shown(hook));
  }

  /** The last twenty deliveries to a webhook that the actor was shown, newest first; one Query. */
  async lastDeliveries({ id }: Pick<Webhook, 'id'>): Promise<WebhookDelivery[]> {
    const found = await this.deliveries.of(id, SHOWN);
    return found.map(({ event, state, attempts, last, dueAt }) => ({
      ...{ event: event.id, kind: event.kind, at: event.at, state, attempts, ...last, nextAttemptAt: dueAt },
    }));
  }

  /**
   * Adds a webhook and makes its secret. The same id with the same content gives the same answer again; the secret only within
   * ten minutes.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, WEBHOOK_URL_UNFIT, WEBHOOK_KINDS_NEEDED, WEBHOOKS_FULL, CONFLICT
   */
  async add(actor: Actor, input: AddWebhookInput): Promise<Changed> {
    const [url, kinds] = [this.#urlOf(input.url), kindsOf(input.kinds)];
    const request = { input, move: 'ADD', hook: input.id, secret: newWebhookSecret() };
    return this.#change(actor, request, (is, { book, now, sealed }) => {
      if (is !== undefined) throw conflict(input.id);
      if (book.hooks.length >= MOST_WEBHOOKS) throw new Refusal('WEBHOOKS_FULL', { max: MOST_WEBHOOKS });
      return {
        ...{ id: input.id, url, kinds, isOn: input.isOn, createdAt: now.toISOString() },
        secrets: [{ sealed }],
      };
    });
  }

  /**
   * Changes a webhook; what was switched off by itself and is switched on again begins anew. May be repeated.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, NOT_FOUND, WEBHOOK_URL_UNFIT, WEBHOOK_KINDS_NEEDED, CONFLICT
   */
  async change(actor: Actor, input: ChangeWebhookInput): Promise<Changed> {
    const url = input.url == null ? undefined : this.#urlOf(input.url);
    const kinds = input.kinds == null ? undefined : kindsOf(input.kinds);
    return this.#change(actor, { input, move: 'CHANGE', hook: input.webhook }, (is) => {
      const { offReason, offAt, failingSince, ...hook } = existing(is);
      const isOn = input.isOn ?? hook.isOn;
      const health = isOn ? {} : { offReason, offAt };
      const isNew = input.isOn === true || url !== undefined;
      return {
        ...{ ...hook, ...health, isOn, url: url ?? hook.url, kinds: kinds ?? hook.kinds },
        failingSince: isNew ? undefined : failingSince,
      };
    });
  }

  /**
   * Makes a new secret; the one before signs for another 24 hours. May be repeated; the secret is told again within ten minutes.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, NOT_FOUND, CONFLICT
   */
  async roll(actor: Actor, input: WebhookMoveInput): Promise<Changed> {
    const request = { input, move: 'ROLL', hook: input.webhook, secret: newWebhookSecret() };
    return this.#change(actor, request, (is, { now, sealed }) => {
      const hook = existing(is);
      return { ...hook, secrets: rolledSecrets(hook, sealed, now) };
    });
  }

  /**
   * Takes a webhook away; what waits for it is not sent. May be repeated.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, NOT_FOUND, CONFLICT
   */
  async remove(actor: Actor, input: WebhookMoveInput): Promise<Changed> {
    return this.#change(actor, { input, move: 'REMOVE', hook: input.webhook }, (is) => {
      existing(is);
      return undefined;
    });
  }

  async #change(actor: Actor, { input, move, hook, secret }: Request, change: Change): Promise<Changed> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const district = districtOf(actor, input.district);
    if (district === undefined) throw new Refusal('OUT_OF_AREA', {}, ['district']);
    const mark = fingerprint([actor.id, move, input]);
    const sealing = this.#sealed(hook, secret);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      // Sealed while it is read: neither waits for the other.
      const [book, sealed] = await Promise.all([this.hooks.find(district, { consistent: true }), sealing]);
      const is = book.hooks.find(({ id }) => id === hook);
      const known = book.requests.find(({ id }) => id === input.id);
      if (known !== undefined && known.mark !== mark) throw conflict(input.id);
      if (known !== undefined) return this.#repeated(known, is, secret !== undefined);
      const now = this.clock.now();
      const next = change(is, { book, now, sealed });
      const request = { id: input.id, mark, hook, at: now.toISOString() };
      const changed = withRequest(withHook(book, hook, next), request);
      if (await this.hooks.save(changed, actor.standing))
        return { webhook: next && this.#shown(next), secret };
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** The answer to a request that was done before; with the secret where its answer may have been lost a moment ago. */
  async #repeated(request: HookRequest, is: Hook | undefined, isSecret: boolean): Promise<Changed> {
    const [newest] = is?.secrets ?? [];
    const isShown = isSecret && isShownAgain(request, this.clock.now());
    const opened =
      isShown && newest !== undefined
        ? await this.vault.open(request.hook, Buffer.from(newest.sealed, 'base64'))
        : undefined;
    return { webhook: is && this.#shown(is), secret: opened?.secret };
  }

  async #sealed(hook: string, secret: string | undefined): Promise<string> {
    if (secret === undefined) return '';
    return Buffer.from(await this.vault.seal(hook, { secret })).toString('base64');
  }

  #urlOf(text: string): string {
    const url = hookUrl(text.trim(), this.loopback);
    if (url === undefined) throw new Refusal('WEBHOOK_URL_UNFIT', {}, ['url']);
    return url;
  }

  #shown(hook: Hook): Webhook {
    const { id, url, kinds, isOn, offReason, offAt, failingSince, createdAt } = hook;
    const [, before] = signingSecrets(hook, this.clock.now());
    return {
      ...{ id, url, kinds, isOn, offReason, offAt: dateOf(offAt), failingSince: dateOf(failingSince) },
      ...{ createdAt: new Date(createdAt), rollingUntil: dateOf(before?.until) },
    };
  }
}

function existing(is: Hook | undefined): Hook {
  if (is === undefined) throw new Refusal('NOT_FOUND', {}, ['webhook']);
  return is;
}

function kindsOf(kinds: readonly NotificationKind[]): readonly NotificationKind[] {
  if (kinds.length === 0) throw new Refusal('WEBHOOK_KINDS_NEEDED', {}, ['kinds']);
  return [...new Set(kinds)];
}

function conflict(id: string): Refusal {
  const what = { zh: `编号 ${id} 已被使用`, en: `the id ${id} is taken` };
  return new Refusal('CONFLICT', { what }, ['id']);
}

function dateOf(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

/** The district whose webhooks the actor keeps: the one named, else their own; undefined where it is not theirs. */
function districtOf(actor: Actor, named: string | null | undefined): string | undefined {
  const codes = named == null ? actor.appointments.map(({ area }) => ancestorAt(area, 'DISTRICT')) : [named];
  return codes.find(
    (code) => code !== undefined && grantFor(actor, 'webhook:manage', { area: code }) !== undefined,
  );
}
