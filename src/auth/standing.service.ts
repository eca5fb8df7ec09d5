import { type Gate, type PreparedPut } from '../data/commit';
import { businessDate } from '../shared/business-date';
import { type Clock } from '../shared/clock';
import { Refusal, TechnicalError } from '../shared/errors';
import { logFailure } from '../shared/logger';
import { TOKEN_VOID } from '../shared/messages';
import { type Actor, type Bearer, type Standing } from './actor';
import { type Revocation, type StandingRepo } from './standing.repo';

/** Whether a token still stands: ending an appointment voids every token that was issued before. */
export class StandingService {
  constructor(
    private readonly repo: StandingRepo,
    private readonly clock: Clock,
  ) {}

  /** Who acts by a token, for one request: with the appointments that hold today, and a standing not looked up yet. */
  actorOf({ id, name, appointments, issuedAt }: Bearer): Actor & { readonly standing: Standing } {
    const today = businessDate(this.clock.now());
    let lookedUp: Promise<void> | undefined;
    const confirmed = () => {
      if (lookedUp === undefined) {
        lookedUp = this.#check(id, issuedAt);
        // Whoever waits for it is told; that nobody waits is no failure of its own.
        lookedUp.catch(() => undefined);
      }
      return lookedUp;
    };
    return {
      ...{ id, name, standing: { confirmed } },
      appointments: appointments.filter(({ to }) => to === undefined || to >= today),
    };
  }

  /**
   * Whether each of many tokens stands; a hundred persons in a request.
   * @throws TechnicalError TRY_AGAIN
   */
  async standingOf(bearers: readonly Bearer[]): Promise<(bearer: Bearer) => boolean> {
    const people = [...new Set(bearers.map(({ id }) => id))];
    const since = await this.repo.goodSinceOf(people).catch(notLookedUp);
    return ({ id, issuedAt }) => isGood(issuedAt, since.get(id));
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

  async #check(person: string, issuedAt: number): Promise<void> {
    const since = await this.repo.goodSince(person).catch(notLookedUp);
    if (!isGood(issuedAt, since)) throw new TechnicalError('UNAUTHENTICATED', {}, TOKEN_VOID);
  }
}

function isGood(issuedAt: number, since: Date | undefined): boolean {
  return since === undefined || issuedAt * 1000 >= since.getTime();
}

/** Who cannot be looked up is not let in. */
function notLookedUp(error: unknown): never {
  logFailure('standing not looked up', error);
  throw new TechnicalError('TRY_AGAIN');
}
