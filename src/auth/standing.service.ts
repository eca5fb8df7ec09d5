import { type Gate, type PreparedPut } from '../data/commit';
import { businessDate } from '../shared/business-date';
import { type Clock } from '../shared/clock';
import { Refusal, TechnicalError } from '../shared/errors';
import { logFailure } from '../shared/logger';
import { TOKEN_VOID } from '../shared/messages';
import { type AccountLookUp } from './account-look-up';
import { type Actor, type Bearer, type Standing } from './actor';
import { type Revocation, type StandingRepo } from './standing.repo';

/** Whether a token still stands: ending an appointment voids every token that was issued before. */
export class StandingService {
  constructor(
    private readonly repo: StandingRepo,
    private readonly clock: Clock,
    private readonly accounts?: AccountLookUp,
  ) {}

  /**
   * Who acts by a token. One without any appointment speaks for an account, which is looked up first, strongly consistent and
   * beside its standing; all others cost no read here.
   * @throws TechnicalError UNAUTHENTICATED, TRY_AGAIN
   */
  async identify(bearer: Bearer): Promise<Actor & { readonly standing: Standing }> {
    if (!isOfAccount(bearer)) return this.actorOf(bearer);
    const { standing } = this.actorOf({ ...bearer, id: subjectOf(bearer), account: undefined });
    void standing.confirmed().catch(() => undefined);
    return { ...this.actorOf(await this.bearerOf(bearer)), standing };
  }

  /**
   * Whom a token speaks for, with the resident that its account is bound to now.
   * @throws TechnicalError UNAUTHENTICATED where the account has gone to somebody else since, TRY_AGAIN
   */
  async bearerOf(bearer: Bearer): Promise<Bearer> {
    if (!isOfAccount(bearer)) return bearer;
    const id = subjectOf(bearer);
    if (id === '' || id.length > LONGEST_ACCOUNT) throw new TechnicalError('UNAUTHENTICATED');
    const holder = (await this.#holders([id])).get(id);
    const { issuedAt, account } = bearer;
    const known = account === undefined || bearer.id === id ? undefined : bearer.id;
    if (known !== undefined && known !== holder?.resident)
      throw new TechnicalError('UNAUTHENTICATED', {}, TOKEN_VOID);
    if (holder === undefined)
      return { id, name: bearer.name, appointments: [], issuedAt, account: { id, family: [] } };
    const { resident, name, area, family } = holder;
    return {
      ...{ id: resident, name, issuedAt, account: { id, family } },
      appointments: [{ role: 'RESIDENT', area }],
    };
  }

  /** Who acts by a token, for one request: with the appointments that hold today, and a standing not looked up yet. */
  actorOf(bearer: Bearer): Actor & { readonly standing: Standing } {
    const { id, name, appointments, issuedAt, account } = bearer;
    const today = businessDate(this.clock.now());
    let lookedUp: Promise<void> | undefined;
    const confirmed = () => {
      if (lookedUp === undefined) {
        lookedUp = this.#check(subjectOf(bearer), issuedAt);
        // Whoever waits for it is told; that nobody waits is no failure of its own.
        lookedUp.catch(() => undefined);
      }
      return lookedUp;
    };
    return {
      ...{ id, name, standing: { confirmed } },
      ...(account && { account }),
      appointments: appointments.filter(({ to }) => to === undefined || to >= today),
    };
  }

  /**
   * Whether each of many tokens stands, and for whom it did: an account may be another's since; a hundred persons in a request.
   * @throws TechnicalError TRY_AGAIN
   */
  async standingOf(bearers: readonly Bearer[]): Promise<(bearer: Bearer) => boolean> {
    const people = [...new Set(bearers.map(subjectOf))];
    const accounts = [...new Set(bearers.flatMap(({ account }) => account?.id ?? []))];
    const [since, holders] = await Promise.all([
      this.repo.goodSinceOf(people).catch(notLookedUp),
      this.#holders(accounts),
    ]);
    const isHeld = ({ id, appointments, account }: Bearer) => {
      const holder = account && holders.get(account.id);
      return account === undefined || (holder?.resident === id && holder.area === appointments[0]?.area);
    };
    return (bearer) => isGood(bearer.issuedAt, since.get(subjectOf(bearer))) && isHeld(bearer);
  }

  /** The write that voids the tokens a person has, for the module that changes the appointments to commit with it. */
  voiding(person: string, since: Date): PreparedPut {
    return this.repo.voiding(person, since);
  }

  /**
   * Voids the tokens a person has, for a caller who has been authorised. The same id and content gives the same answer.
   * @throws Refusal CONFLICT
   */
  async revoke(revocation: Revocation, gate: Gate | undefined): Promise<Revocation> {
    const result = await this.repo.revoke(revocation, gate);
    if (result.done) return revocation;
    const found = this.repo.fromItem(result.found[0]);
    if (found?.mark === revocation.mark) return found;
    const what = { zh: `编号 ${revocation.id} 已被使用`, en: `the id ${revocation.id} is taken` };
    throw new Refusal('CONFLICT', { what }, ['id']);
  }

  async #holders(accounts: readonly string[]): ReturnType<AccountLookUp['holdersOf']> {
    if (accounts.length === 0) return new Map();
    return this.accounts?.holdersOf(accounts).catch(notLookedUp) ?? new Map();
  }

  async #check(person: string, issuedAt: number): Promise<void> {
    const since = await this.repo.goodSince(person).catch(notLookedUp);
    if (!isGood(issuedAt, since)) throw new TechnicalError('UNAUTHENTICATED', {}, TOKEN_VOID);
  }
}

/** Longest id of an account; an issuer's are some dozens of characters. */
const LONGEST_ACCOUNT = 200;

/** Whom the standing is kept of: the account where one came by an account. */
function subjectOf({ id, account }: Bearer): string {
  return account?.id ?? id;
}

function isOfAccount({ appointments, account }: Bearer): boolean {
  return account !== undefined || appointments.length === 0;
}

function isGood(issuedAt: number, since: Date | undefined): boolean {
  return since === undefined || issuedAt * 1000 >= since.getTime();
}

/** Who cannot be looked up is not let in. */
function notLookedUp(error: unknown): never {
  logFailure('standing not looked up', error);
  throw new TechnicalError('TRY_AGAIN');
}
