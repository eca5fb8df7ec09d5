import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { checkedConsent } from '../applications/application-consent.rules';
import { type AccessRecordService } from '../privacy/access-record.service';
import { type ResidentService } from '../residents/resident.service';
import { type IssueBindingCodeInput } from './account.input';
import { type AccountRepo } from './account.repo';
import { assertAge, codeIn, type IssuedCode, MOST_OF_ACCOUNT } from './account.rules';
import { type BindingCode } from './account.type';

const DAY_MS = 86_400_000;

/** Codes that bind an account to a resident, handed over at the door or at the counter. */
export class BindingCodeService {
  constructor(
    private readonly repo: AccountRepo,
    private readonly residents: ResidentService,
    private readonly records: AccessRecordService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues a code for a resident of the actor's area, and records that; only the newest of a resident and a relation holds. The
   * same id and content shows the same code again while it holds: it is made from the request and kept nowhere.
   * @throws Refusal ID_INVALID, RECORD_CLOSED, BINDING_AGE, CONSENT_INVALID, CONFLICT, BINDING_CODE_OVER; NOT_FOUND elsewhere
   */
  async issue(
    actor: Actor,
    reads: CollectionReader,
    input: IssueBindingCodeInput,
  ): Promise<{ code: BindingCode }> {
    const { id, relation } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [found, mark] = await Promise.all([
      this.residents.get(actor, reads, input.resident, { consistent: true }),
      this.residents.markOf(actor, input),
    ]);
    const resident = found.id;
    const grant = grantFor(actor, 'account:manage', { area: found.residences[0]?.courtyard });
    if (grant === undefined) throw new TechnicalError('NOT_FOUND');
    if (found.state !== 'LIVING_HERE') throw new Refusal('RECORD_CLOSED', {}, ['resident']);
    const now = this.clock.now();
    assertAge(relation, found.birthDate, businessDate(now));
    const consent = checkedConsent(input.consent ?? undefined, relation === 'FAMILY', now);
    const code = codeIn(
      await this.vault.indexOf('BINDING_CODE', [actor.id, id, resident, relation].join('\0')),
    );
    const issued: IssuedCode = {
      ...{ id, resident, relation, hash: await this.hashOf(code), consent },
      ...{ expiresAt: now.getTime() + MOST_OF_ACCOUNT.codeDays * DAY_MS },
      by: { name: actor.name, role: grant.role },
    };
    const access = {
      ...{ id, resident, fields: ['account'], mark, reason: '发放账户绑定码' },
      ...({ kind: 'BINDING_CODE', purpose: 'OTHER' } as const),
    };
    const puts = [this.records.recording(actor, grant, access), this.repo.issuing(issued)];
    const result = await this.repo.commit(puts, actor.standing);
    if (!result.done && result.found[0]?.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
    const { expiresAt } = result.done ? issued : await this.#standing(issued, now);
    return { code: { code, resident, relation, expiresAt: new Date(expiresAt) } };
  }

  /** The keyed hash by which a code is found. */
  hashOf(code: string): Promise<string> {
    return this.vault.indexOf('BINDING_CODE_HASH', code);
  }

  /** The code of a request that was made before, while it holds. */
  async #standing({ id, resident, relation }: IssuedCode, now: Date): Promise<IssuedCode> {
    const { codes } = await this.repo.ofResident(resident);
    const standing = codes.find((each) => each.relation === relation && each.id === id);
    if (standing?.hash === undefined || standing.expiresAt <= now.getTime())
      throw new Refusal('BINDING_CODE_OVER', {}, ['id']);
    return standing;
  }
}
