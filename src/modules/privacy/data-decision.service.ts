import { type Actor, type Appointment } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type Change } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type ResidentChangeService } from '../residents/resident-change.service';
import { type ResidentService } from '../residents/resident.service';
import { type Sex } from '../residents/resident.rules';
import { checkedReason } from './access-record.rules';
import { assertSeen, type CorrectionService } from './correction.service';
import { type DecideDataRequestInput } from './data-request.input';
import { stateAfter } from './data-request.machine';
import { type DataRequestRepo } from './data-request.repo';
import { type DataRequest } from './data-request.rules';
import { type DataRequestService } from './data-request.service';
import { type ErasureService } from './erasure.service';

/** Answering residents' requests: what is accepted is done in the same transaction. */
export class DataDecisionService {
  constructor(
    private readonly repo: DataRequestRepo,
    private readonly requests: DataRequestService,
    private readonly residents: ResidentService,
    private readonly changes: ResidentChangeService,
    private readonly corrections: CorrectionService,
    private readonly erasures: ErasureService,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides a request to the actor's community, or a correction of somebody in their grid.
   * @throws Refusal ID_INVALID, REASON_INVALID, NUMBER_IN_TEXT, DECIDED_ALREADY, REQUEST_OWN, RECORD_CHANGED_SINCE,
   *   LIVES_HERE_STILL, CONFLICT, and those of `checkedPerson`
   */
  async decide(
    actor: Actor,
    reads: CollectionReader,
    input: DecideDataRequestInput,
  ): Promise<{ request: DataRequest }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = checkedReason(input.reason);
    const key = { resident: input.resident, id: input.request };
    const { request, grant } = await this.requests.toAnswer(actor, reads, key, { consistent: true });
    const mark = fingerprint([actor.id, input]);
    if (request.decision?.id === id && request.decision.mark === mark) return { request };
    const state = stateAfter(request.state, input.decision);
    if (state === undefined) throw new Refusal('DECIDED_ALREADY', { name: request.decision?.by.name ?? '' });
    if (request.origin?.by === actor.id) throw new Refusal('REQUEST_OWN', {}, ['request']);
    const at = this.clock.now().toISOString();
    const by = { name: actor.name, role: grant.role };
    const decided: DataRequest = { ...request, state, decision: { id, mark, at, reason, by } };
    if (state === 'ACCEPTED')
      return { request: await this.#accept(actor, grant, reads, decided, request, input) };
    const { done } = await this.repo.replace(reads, decided, actor.standing);
    if (!done) throw new TechnicalError('TRY_AGAIN');
    return { request: decided };
  }

  async #accept(
    actor: Actor,
    grant: Appointment,
    reads: CollectionReader,
    decided: DataRequest,
    asked: DataRequest,
    { recordVersion }: DecideDataRequestInput,
  ) {
    const before = await this.residents.current(reads, decided.resident, { consistent: true });
    const { decision } = decided;
    if (before === undefined || decision === undefined) throw new TechnicalError('NOT_FOUND');
    if (decided.kind === 'DELETION') {
      const by = { id: actor.id, name: actor.name, role: grant.role };
      const change: Change = { id: decision.id, mark: decision.mark, at: decision.at, by, what: ['ERASED'] };
      return this.erasures.erase(reads, before, change, actor.standing, decided);
    }
    assertSeen(await this.corrections.comparedWith(before, asked), recordVersion);
    const { name, sex, birthDate, phone, identityNumber } = (await this.requests.told(decided)) ?? {};
    const put = this.repo.deciding(decided);
    const { id: resident, version: expectedVersion } = before;
    const update = {
      ...{ id: decision.id, resident, expectedVersion, name, birthDate, phone, identityNumber },
      sex: sex as Sex | undefined,
    };
    await this.changes.change(actor, grant, reads, before, update, { together: [put] });
    return decided;
  }
}
