import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type EndBindingInput } from './account.input';
import { type AccountRepo } from './account.repo';
import { type AccountRecord, type Binding, liveOf, ownOf, withoutBinding } from './account.rules';
import { type AccountBinding, type EndedBinding, type MyAccount, type ResidentAccount } from './account.type';

/** How often it begins again when others write in between. */
const ATTEMPTS = 6;

/** Accounts as they are seen and ended: one's own, and those of a resident at the counter. */
export class AccountService {
  constructor(
    private readonly repo: AccountRepo,
    private readonly residents: ResidentService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The account that the actor came by; NOT_FOUND for who came without one. One GetItem. */
  async mine({ account }: Actor): Promise<MyAccount> {
    if (account === undefined) throw new TechnicalError('NOT_FOUND');
    return this.seen(await this.repo.find(account.id));
  }

  /** An account as its owner sees it: names masked as on file. */
  seen(record: AccountRecord): MyAccount {
    const today = businessDate(this.clock.now());
    const own = ownOf(record, today);
    const family = liveOf(record, today).filter(({ relation }) => relation !== 'SELF');
    const ended = record.bindings.flatMap((each) => endedOf(each)).reverse();
    return { own: own && bindingOf(own), family: own ? family.map(bindingOf) : [], ended };
  }

  /** The accounts that are bound to a resident of the actor's area, under all their ids; NOT_FOUND elsewhere. Two round trips. */
  async ofResident(actor: Actor, reads: CollectionReader, id: string): Promise<ResidentAccount[]> {
    const today = businessDate(this.clock.now());
    return (await this.#reach(actor, reads, id)).flatMap(({ record, ids }) =>
      liveOf(record, today)
        .filter(({ resident }) => ids.includes(resident))
        .map((binding) => ({
          ...bindingOf(binding),
          holder: maskedName(ownOf(record, today)?.name ?? ''),
          issuedBy: binding.by.name,
        })),
    );
  }

  /**
   * Ends a binding: of the actor's own account, or at the counter that of a lost phone; with its own resident an account loses
   * everybody it acted for. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, BINDING_ENDED, CONFLICT; NOT_FOUND where there is none that is theirs to end
   */
  async end(
    actor: Actor,
    reads: CollectionReader,
    input: EndBindingInput,
  ): Promise<{ binding: EndedBinding }> {
    const { id, resident, binding } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const who = actor.account?.id ?? actor.id;
    const mark = await this.vault.indexOf('REQUEST', fingerprint([who, input]));
    const at = this.clock.now().toISOString();
    const why = actor.account === undefined ? 'BY_OFFICE' : 'OWN_WISH';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reached = actor.account
        ? [await this.repo.find(actor.account.id)]
        : (await this.#reach(actor, reads, resident)).map(({ record }) => record);
      const before = reached.find(({ bindings }) => bindings.some((each) => isNamed(each, input)));
      const held = before?.bindings.find((each) => isNamed(each, input));
      if (before === undefined || held === undefined) throw new TechnicalError('NOT_FOUND');
      if (held.end !== undefined) return { binding: endedAgain(held, id, mark) };
      const next = withoutBinding(before, binding, { id, mark, at, why });
      const result = await this.repo.commit([this.repo.saving(next)], actor.standing);
      const [ended] = next.bindings.filter((each) => isNamed(each, input)).flatMap(endedOf);
      if (result.done && ended !== undefined) return { binding: ended };
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** Every account that is or was bound to a resident whom the actor may see. */
  async #reach(
    actor: Actor,
    reads: CollectionReader,
    id: string,
  ): Promise<{ record: AccountRecord; ids: readonly string[] }[]> {
    const [first, found] = await Promise.all([
      isId(id) ? this.repo.ofResident(id) : undefined,
      this.residents.get(actor, reads, id),
    ]);
    const area = found.residences[0]?.courtyard;
    if (grantFor(actor, 'account:manage', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const ids = idsOf(found);
    const others = await Promise.all(
      ids.filter((each) => each !== id).map((each) => this.repo.ofResident(each)),
    );
    const places = [first ?? { places: [] }, ...others].flatMap((each) => each.places);
    const accounts = await this.repo.many([...new Set(places.map(({ account }) => account))]);
    return accounts.map((record) => ({ record, ids }));
  }
}

function isNamed({ id, resident }: Binding, { binding, resident: of }: EndBindingInput): boolean {
  return id === binding && resident === of;
}

function bindingOf({ id, resident, relation, name, since, until }: Binding): AccountBinding {
  return { id, resident, relation, maskedName: maskedName(name), since: new Date(since), until };
}

function endedOf(binding: Binding): EndedBinding[] {
  const { end } = binding;
  return end === undefined ? [] : [{ ...bindingOf(binding), endedAt: new Date(end.at), why: end.why }];
}

function endedAgain(held: Binding, id: string, mark: string): EndedBinding {
  const [ended] = endedOf(held);
  if (held.end?.id === id && held.end.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
  if (ended === undefined || held.end?.id !== id) throw new Refusal('BINDING_ENDED', {}, ['binding']);
  return ended;
}
