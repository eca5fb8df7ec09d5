import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Vault } from '../../data/vault';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { maskedName } from '../../shared/masking';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { assertOpen } from '../residents/resident.rules';
import { type Resident } from '../residents/resident.type';
import { checkedReason } from './access-record.rules';
import {
  changedSince,
  type CorrectedField,
  differingFrom,
  fieldsOf,
  formerIn,
  masked,
  onFile,
  only,
  type ShownValues,
  withFormer,
} from './correction.rules';
import { type DataRequestRepo } from './data-request.repo';
import {
  assertNoneWaits,
  checkedProposal,
  type DataRequest,
  deadlineOf,
  type Proposal,
} from './data-request.rules';

/** A correction that somebody says elsewhere, for instance where their application was filled in. */
export interface ToldCorrection {
  /** Id and keyed mark of the request that carries it. */
  readonly id: string;
  readonly mark: string;
  readonly reason: string;
  readonly proposal: Proposal;
  /** Id of the application, and of whoever says it. */
  readonly application: string;
  readonly by: string;
}

/** What is on file beside what a correction proposes. */
export interface Compared {
  /** Version of the record as it stands. */
  readonly version: number;
  readonly was: ShownValues;
  readonly now: ShownValues;
  /** The fields that somebody has changed since. */
  readonly changed: readonly CorrectedField[];
}

/** Corrections of the record that are proposed, and how they stand to what is on file. */
export class CorrectionService {
  constructor(
    private readonly repo: DataRequestRepo,
    private readonly residents: ResidentService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * The write that proposes a correction, for a caller who has been authorised; nothing where the record says so already, or
   * where the same waits. Shares the Query of the record.
   * @throws Refusal REASON_INVALID, NUMBER_IN_TEXT, RECORD_CLOSED, REQUEST_WAITS, and those of `checkedPerson`
   */
  async proposing(reads: CollectionReader, of: Resident, told: ToldCorrection): Promise<PreparedPut[]> {
    const text = checkedReason(told.reason);
    assertOpen(of);
    const submittedAt = this.clock.now();
    const checked = checkedProposal(of, told.proposal, businessDate(submittedAt));
    const proposal = differingFrom(await this.#onFile(of, fieldsOf(checked)), checked);
    if (fieldsOf(proposal).length === 0) return [];
    const all = await this.repo.of(reads, of.id, { consistent: true });
    if (await this.#waitsAlready(all, proposal)) return [];
    assertNoneWaits(all, 'CORRECTION');
    const { id, mark, application, by } = told;
    const request: DataRequest = {
      ...{ id, resident: of.id, maskedName: maskedName(of.name), kind: 'CORRECTION', mark },
      ...{ area: of.residences[0]?.courtyard ?? '', fields: fieldsOf(proposal), state: 'SUBMITTED' },
      ...{ submittedAt, deadline: deadlineOf(submittedAt), origin: { application, by } },
      ...(await this.sealed(id, text, of, proposal)),
    };
    return [this.repo.creating(request)];
  }

  /** What a request says, sealed with what is on file of the same fields, and the version that was looked at. */
  async sealed(id: string, text: string, of: Resident, proposal: Proposal) {
    const values = withFormer(proposal, await this.#onFile(of, fieldsOf(proposal)));
    return { sealed: await this.vault.seal(id, { text, ...values }), basis: of.version };
  }

  /** The corrections that were said in an application, the latest first; shares the Query of the record. */
  async ofApplication(reads: CollectionReader, of: Resident, application: string): Promise<DataRequest[]> {
    const all = await Promise.all(idsOf(of).map((id) => this.repo.of(reads, id)));
    return all.flat().filter(({ origin }) => origin?.application === application);
  }

  /**
   * A correction that waits beside what is on file; undefined for what waits no more, is no correction, was made before this
   * was kept, or is a row of a list. Shares the Query of the record.
   */
  async compared(reads: CollectionReader, request: DataRequest): Promise<Compared | undefined> {
    if (!isComparable(request)) return undefined;
    const of = await this.residents.current(reads, request.resident);
    return of && this.comparedWith(of, request);
  }

  /** The same with a record that was read; undefined for what cannot be compared. */
  async comparedWith(of: Resident, request: DataRequest): Promise<Compared | undefined> {
    if (!isComparable(request)) return undefined;
    const { id, fields, sealed } = request;
    const was = formerIn(await this.vault.open(id, sealed));
    const now = only(await this.#onFile(of, fields), fields);
    const changed = changedSince(was, now, fields);
    return { version: of.version, was: masked(was), now: masked(now), changed };
  }

  /** What is on file; numbers are opened only where they are asked for. */
  async #onFile(of: Resident, fields: readonly string[]): Promise<Proposal> {
    const opens = fields.includes('phone') || fields.includes('identityNumber');
    return onFile(of, opens ? await this.residents.open(of) : {});
  }

  /** Whether all of it is in a correction that waits. */
  async #waitsAlready(requests: readonly DataRequest[], proposal: Proposal): Promise<boolean> {
    const waiting = requests.find(({ kind, state }) => kind === 'CORRECTION' && state === 'SUBMITTED');
    if (waiting?.sealed === undefined) return false;
    const told = await this.vault.open(waiting.id, waiting.sealed);
    return fieldsOf(proposal).every((field) => told[field] === proposal[field]);
  }
}

/** Whether what was on file is known of a request, and it waits. */
function isComparable(request: DataRequest): request is DataRequest & { readonly sealed: Uint8Array } {
  const { kind, state, basis, sealed } = request;
  return kind === 'CORRECTION' && state === 'SUBMITTED' && basis !== undefined && sealed !== undefined;
}

/**
 * Throws when the record has changed where a correction changes it, and whoever accepts it has not seen that.
 * @throws Refusal RECORD_CHANGED_SINCE
 */
export function assertSeen(compared: Compared | undefined, seen: number | null | undefined): void {
  if (compared === undefined || compared.changed.length === 0 || seen === compared.version) return;
  throw new Refusal('RECORD_CHANGED_SINCE', { fields: compared.changed.join(', ') }, ['recordVersion']);
}
