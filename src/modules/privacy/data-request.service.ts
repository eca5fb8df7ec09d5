import { type Actor } from '../../auth/actor';
import { grantFor, mayEver } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { ancestorAt, isWithin, levelOf } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type Page, pageOf } from '../../shared/page';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { checkedReason } from './access-record.rules';
import { masked, type ShownValues } from './correction.rules';
import { type CorrectionService } from './correction.service';
import { type RequestCorrectionInput, type RequestDeletionInput } from './data-request.input';
import { type DataRequestRepo } from './data-request.repo';
import {
  assertNoneWaits,
  checkedProposal,
  CORRECTED_FIELDS,
  type DataRequest,
  type DataRequestKind,
  deadlineOf,
  type Proposal,
} from './data-request.rules';

/** What a request says, opened. */
export interface Told extends Proposal {
  readonly text: string;
}

/** The same as it is shown. */
type ShownTold = ShownValues & Pick<Told, 'text'>;

/** Residents' requests about their own data: asked by them, seen by them and by the community that answers. */
export class DataRequestService {
  constructor(
    private readonly repo: DataRequestRepo,
    private readonly residents: ResidentService,
    private readonly corrections: CorrectionService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The actor's own requests, under whatever record, the latest first; NOT_FOUND for who is no resident. */
  async mine(actor: Actor, reads: CollectionReader): Promise<DataRequest[]> {
    if (grantFor(actor, 'request:make', { residentId: actor.id }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const own = await this.residents.current(reads, actor.id);
    const ids = own === undefined ? [actor.id] : idsOf(own);
    const all = await Promise.all(ids.map((id) => this.repo.of(reads, id)));
    return all.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** What a community has to answer, or which corrections a grid, the most urgent first; NOT_FOUND for others'. */
  async waitingIn(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<DataRequest>> {
    const code = area ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    const community = code && ancestorAt(code, 'COMMUNITY');
    const isGrid = code !== undefined && levelOf(code) === 'GRID';
    if (community === undefined || (community !== code && !isGrid))
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 12 / 15' });
    if (grantFor(actor, isGrid ? 'request:correct' : 'request:decide', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return this.repo.waitingIn(
      community,
      pageOf(args),
      ({ kind, area: of }) => !isGrid || (kind === 'CORRECTION' && isWithin(of, code)),
    );
  }

  /**
   * A request that the actor may answer, strongly consistent when asked: the community where it was made, and a correction
   * also the grid where the resident lives now. NOT_FOUND otherwise.
   */
  async toAnswer(
    actor: Actor,
    reads: CollectionReader,
    { resident, id }: { resident: string; id: string },
    { consistent = false } = {},
  ) {
    const all = isId(resident) ? await this.repo.of(reads, resident, { consistent }) : [];
    const request = all.find((each) => each.id === id);
    const grant =
      request &&
      (grantFor(actor, 'request:decide', { area: request.area }) ??
        (await this.#grantToCorrect(actor, reads, request, consistent)));
    if (request === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    return { request, grant };
  }

  async #grantToCorrect(actor: Actor, reads: CollectionReader, request: DataRequest, consistent: boolean) {
    if (request.kind !== 'CORRECTION' || !mayEver(actor, 'request:correct')) return undefined;
    const of = await this.residents.current(reads, request.resident, { consistent });
    return grantFor(actor, 'request:correct', { area: of?.residences[0]?.courtyard });
  }

  /** What a request says; undefined in lists, which do not carry it, and when the person was erased. */
  async told({ id, sealed }: DataRequest): Promise<Partial<Told> | undefined> {
    if (sealed === undefined) return undefined;
    return this.vault.open(id, sealed);
  }

  /** What a request says as it is shown: numbers masked. */
  async shown(request: DataRequest): Promise<ShownTold | undefined> {
    const told = await this.told(request);
    if (told === undefined) return undefined;
    return { text: told.text ?? '', ...masked(told) };
  }

  /**
   * Asks for a correction of one's own record.
   * @throws Refusal ID_INVALID, REASON_INVALID, NUMBER_IN_TEXT, REQUEST_WAITS, CONFLICT, and those of `checkedPerson`
   */
  async correct(actor: Actor, reads: CollectionReader, input: RequestCorrectionInput) {
    const proposal = Object.fromEntries(
      CORRECTED_FIELDS.map((field) => [field, input[field] ?? undefined]).filter(([, value]) => value),
    ) as Proposal;
    return this.#submit(actor, reads, 'CORRECTION', input, proposal);
  }

  /**
   * Asks that one's own record be erased.
   * @throws Refusal ID_INVALID, REASON_INVALID, NUMBER_IN_TEXT, REQUEST_WAITS, CONFLICT
   */
  async erase(actor: Actor, reads: CollectionReader, input: RequestDeletionInput) {
    return this.#submit(actor, reads, 'DELETION', input, {});
  }

  async #submit(
    actor: Actor,
    reads: CollectionReader,
    kind: DataRequestKind,
    input: RequestDeletionInput,
    proposal: Proposal,
  ): Promise<{ request: DataRequest }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const text = checkedReason(input.reason);
    const grant = grantFor(actor, 'request:make', { residentId: actor.id });
    const resident = isId(actor.id)
      ? await this.residents.current(reads, actor.id, { consistent: true })
      : undefined;
    const area = resident?.residences[0]?.courtyard;
    if (grant === undefined || resident === undefined || area === undefined)
      throw new TechnicalError('NOT_FOUND');
    const standing = await this.repo.of(reads, resident.id, { consistent: true });
    const mark = await this.residents.markOf(actor, [kind, input]);
    const before = standing.find((each) => each.id === id);
    if (before?.mark === mark) return { request: before };
    if (before !== undefined) throw new Refusal('CONFLICT', { what: id }, ['id']);
    assertNoneWaits(standing, kind);
    const submittedAt = this.clock.now();
    const proposed = checkedProposal(resident, proposal, businessDate(submittedAt));
    const request: DataRequest = {
      ...{ id, resident: resident.id, maskedName: maskedName(resident.name), area, kind, mark },
      ...{
        fields: Object.keys(proposed),
        state: 'SUBMITTED',
        submittedAt,
        deadline: deadlineOf(submittedAt),
      },
      ...(await this.corrections.sealed(id, text, resident, proposed)),
    };
    const { done } = await this.repo.create(reads, request, actor.standing);
    if (!done) throw new TechnicalError('TRY_AGAIN');
    return { request };
  }
}
