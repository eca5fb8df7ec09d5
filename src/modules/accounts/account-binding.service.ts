import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Vault } from '../../data/vault';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { keptOf } from './account-follow.rules';
import { type BindAccountInput } from './account.input';
import { type AccountRepo, type ResidentAccounts } from './account.repo';
import {
  type AccountRecord,
  assertMayTry,
  type Binding,
  type IssuedCode,
  liveOf,
  MOST_OF_ACCOUNT,
  ownOf,
  readCode,
  withBinding,
  withoutBinding,
  withTry,
} from './account.rules';
import { type BindingCodeService } from './binding-code.service';

/** How often it begins again when others write in between. */
const ATTEMPTS = 12;

/** A code that is good, with all that binding by it depends on. */
interface Offer {
  readonly code: IssuedCode;
  readonly resident: Resident;
  readonly accounts: ResidentAccounts;
}

/** Binding an account to a resident by a code. */
export class AccountBindingService {
  constructor(
    private readonly repo: AccountRepo,
    private readonly codes: BindingCodeService,
    private readonly residents: ResidentService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds the actor's account by a code, which is used up then. A wrong code, a used one and one that is over get the same answer
   * and count as wrong tries, which are counted before they are answered. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, ACCOUNT_NEEDED, BINDING_CODE_INVALID, TOO_MANY_WRONG_CODES, ACCOUNT_BOUND, BIND_SELF_FIRST,
   *   BINDINGS_TOO_MANY, CONFLICT
   */
  async bind(
    actor: Actor,
    reads: CollectionReader,
    input: BindAccountInput,
  ): Promise<{ record: AccountRecord }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    if (actor.account === undefined) throw new Refusal('ACCOUNT_NEEDED');
    const code = readCode(input.code);
    // What can be no code is no guess either.
    if (code === undefined) throw wrong();
    const account = actor.account.id;
    const [mark, hash] = await Promise.all([
      this.vault.indexOf('REQUEST', fingerprint([account, { id, code }])),
      this.codes.hashOf(code),
    ]);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const [before, whose] = await Promise.all([this.repo.find(account), this.repo.whose(hash)]);
      if (isTaken(before, id, mark)) return { record: before };
      assertMayTry(before, this.clock.now());
      const offer = whose && (await this.#offer(reads, whose, hash));
      if (offer === undefined) {
        const missed = withTry(before, { id, mark, at: this.clock.now().getTime() });
        if ((await this.repo.commit([this.repo.saving(missed)], actor.standing)).done) throw wrong();
        continue;
      }
      const next = this.#bound(before, offer, { id, mark });
      const result = await this.repo.commit(await this.#puts(next, offer), actor.standing);
      if (result.done) return { record: next };
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** The code with this hash, if it still holds for somebody who lives here. */
  async #offer(
    reads: CollectionReader,
    { resident: id, relation }: Pick<IssuedCode, 'resident' | 'relation'>,
    hash: string,
  ): Promise<Offer | undefined> {
    const [accounts, resident] = await Promise.all([
      this.repo.ofResident(id),
      this.residents.lookUp(reads, id, { consistent: true }),
    ]);
    const now = this.clock.now();
    const code = accounts.codes.find((each) => each.relation === relation && each.hash === hash);
    const isOver = code === undefined || code.expiresAt <= now.getTime();
    if (isOver || resident?.state !== 'LIVING_HERE') return undefined;
    const { until } = keptOf(resident, relation);
    return until !== undefined && until <= businessDate(now) ? undefined : { code, resident, accounts };
  }

  #bound(
    before: AccountRecord,
    { code: { relation, by }, resident }: Offer,
    request: { readonly id: string; readonly mark: string },
  ): AccountRecord {
    const now = this.clock.now();
    const today = businessDate(now);
    const own = ownOf(before, today);
    const isOwn = own?.resident === resident.id;
    if (relation === 'SELF' ? own !== undefined && !isOwn : isOwn) throw new Refusal('ACCOUNT_BOUND');
    if (relation !== 'SELF' && own === undefined) throw new Refusal('BIND_SELF_FIRST');
    const binding: Binding = {
      ...{ ...request, resident: resident.id, relation, by, since: now.toISOString() },
      ...keptOf(resident, relation),
    };
    const next = withBinding(before, binding);
    const max = MOST_OF_ACCOUNT.people;
    if (liveOf(next, today).length > max) throw new Refusal('BINDINGS_TOO_MANY', { max });
    return next;
  }

  /** The account, the code, its place, and the account that spoke for the resident before, which ends. */
  async #puts(next: AccountRecord, { code, resident, accounts }: Offer): Promise<readonly PreparedPut[]> {
    const { relation } = code;
    const place = relation === 'SELF' ? 'SELF' : `${relation}#${next.id}`;
    const standing = accounts.places.find((each) => each.place === place);
    const puts = [
      ...[this.repo.saving(next), this.repo.using(code)],
      this.repo.placing(resident.id, { place, account: next.id }, standing),
    ];
    if (standing === undefined || standing.account === next.id) return puts;
    const former = await this.repo.find(standing.account);
    const held = former.bindings.find(
      (each) => each.relation === 'SELF' && each.resident === resident.id && each.end === undefined,
    );
    if (held === undefined) return puts;
    const at = this.clock.now().toISOString();
    const { id = '', mark = '' } = next.bindings.at(-1) ?? {};
    return [...puts, this.repo.saving(withoutBinding(former, held.id, { id, mark, at, why: 'REPLACED' }))];
  }
}

function wrong(): Refusal {
  return new Refusal('BINDING_CODE_INVALID', {}, ['code']);
}

/** Whether the request has bound it already; what it was refused before is refused again. */
function isTaken({ bindings, tries }: AccountRecord, id: string, mark: string): boolean {
  const [bound, missed] = [bindings.find((each) => each.id === id), tries.find((each) => each.id === id)];
  const known = bound ?? missed;
  if (known !== undefined && known.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
  if (missed !== undefined) throw wrong();
  return bound !== undefined;
}
