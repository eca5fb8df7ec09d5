import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf, type Target } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type CommitResult } from '../../data/commit';
import { ancestorAt, isWithin } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Basis, unseenBy } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { answersForAgreement, assertMediable, mediatedBy } from '../cases/case-mediation.rules';
import { type CaseService } from '../cases/case.service';
import { targetOf } from '../cases/case-target.rules';
import { type Case } from '../cases/case.type';
import { type ResidentService } from '../residents/resident.service';
import { type RecordMediationFollowUpInput, type RecordMediationInput } from './mediation.input';
import { type MediationRepo } from './mediation.repo';
import {
  assertDays,
  assertParties,
  checkedNote,
  checkedSession,
  MOST,
  type NamedParty,
} from './mediation-request.rules';
import {
  conflictWith,
  madeIn,
  type Made,
  type MediationRecord,
  type Party,
  partyOf,
  seenBy,
  type Sight,
  standingSession,
  takenIn,
  withFollowUp,
  withSession,
} from './mediation.rules';
import { type DueFollowUp, type Mediation } from './mediation.type';

/** What came of a record: the case, and its mediation as far as who recorded it sees it. */
export interface MediationAnswer {
  readonly mediation: Mediation | undefined;
  readonly case: Case;
}

type Recording = RecordMediationInput | RecordMediationFollowUpInput;

/** What a recording is about, read for its write. */
interface Reached {
  readonly found: Case;
  readonly record: MediationRecord | undefined;
}

/** The mediation of disputes (矛盾纠纷调解): sessions, what was agreed, and whether it held. */
export class MediationService {
  constructor(
    private readonly repo: MediationRepo,
    private readonly cases: CaseService,
    private readonly residents: ResidentService,
    private readonly clock: Clock,
  ) {}

  /**
   * The mediation record of a case as far as the actor sees it: undefined where there is none, or it is not for them. One
   * Query, and one BatchGetItem for names on file.
   * @throws TechnicalError NOT_FOUND
   */
  async of(actor: Actor, reads: CollectionReader, caseId: string): Promise<Mediation | undefined> {
    const found = await this.cases.get(actor, reads, caseId);
    if (grantFor(actor, 'mediation:read', targetFor(found)) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return this.#seen(actor, found, await this.repo.of(reads, caseId));
  }

  /**
   * Records a session. The same id with the same content gives the same answer again. One that came to an outcome is written
   * with a step of the case, in one transaction. `after`: ids of the actor's own records that it was made on top of.
   * @throws Refusal ID_INVALID, NOT_HOLDER, NOT_A_DISPUTE, MOVE_NOT_ALLOWED, CONFLICT, TOO_MANY_SESSIONS, PARTY_UNKNOWN, and
   *   those of a session's parts
   */
  async record(
    actor: Actor,
    reads: CollectionReader,
    input: RecordMediationInput,
    after?: readonly string[],
  ): Promise<MediationAnswer> {
    const [{ found, record }, parties] = await Promise.all([
      this.#reach(actor, reads, input),
      this.#partiesOf(actor, input.parties),
    ]);
    const mark = markOf(actor, input);
    const taken = takenIn(record, { id: input.id, mark });
    if (taken !== undefined) return this.#answer(actor, found, taken);
    const made = this.#made(actor, { ...input, after }, { found, record }, mark);
    assertMediable(found);
    if ((record?.sessions.length ?? 0) >= MOST.sessions)
      throw new Refusal('TOO_MANY_SESSIONS', { max: MOST.sessions });
    assertParties(input.parties, record?.parties ?? []);
    const session = { ...made, ...checkedSession(input, businessDate(this.clock.now())) };
    const next = withSession(record, found.id, { parties: parties.map((each) => each(found)), session });
    if (session.outcome === 'ADJOURNED') return this.#save(actor, reads, { found, next, made });
    const told = { id: made.id, at: made.at, by: made.by, fingerprint: mark };
    const moved = mediatedBy(found, { ...told, text: OUTCOME_TEXTS[session.outcome] });
    return this.#save(actor, reads, { found, next, made, moved });
  }

  /**
   * Records what a follow-up visit found, also of a case that is ended; repeats as {@link record} does.
   * @throws Refusal ID_INVALID, NOT_HOLDER, CONFLICT, FOLLOW_UP_UNKNOWN, AGREEMENT_DATES_INVALID, TEXT_TOO_LONG, NUMBER_IN_TEXT
   */
  async followUp(
    actor: Actor,
    reads: CollectionReader,
    input: RecordMediationFollowUpInput,
    after?: readonly string[],
  ): Promise<MediationAnswer> {
    const { found, record } = await this.#reach(actor, reads, input);
    const mark = markOf(actor, input);
    const taken = takenIn(record, { id: input.id, mark });
    if (taken !== undefined) return this.#answer(actor, found, taken);
    const made = this.#made(actor, { ...input, after }, { found, record }, mark);
    if (record === undefined) throw new Refusal('FOLLOW_UP_UNKNOWN', {}, ['on']);
    const result = { ...made, outcome: input.outcome, note: checkedNote(input.note) };
    const next = withFollowUp(record, input.on, { result, next: input.next ?? undefined });
    const session = standingSession(next.sessions);
    const days = session?.agreement?.followUps.map(({ on }) => on) ?? [];
    if (input.next != null) assertDays(days, session?.on ?? input.on);
    return this.#save(actor, reads, { found, next, made });
  }

  /**
   * The follow-ups that are due in a community, grid or courtyard, by day; the actor's own area when none is named.
   * @throws TechnicalError BAD_USER_INPUT for a larger area, NOT_FOUND for one that is not theirs
   */
  async due(
    actor: Actor,
    { area: named, before }: { area?: string | undefined; before?: string | undefined },
    args: PageArgs,
  ): Promise<Page<DueFollowUp>> {
    const area = named ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    const community = area && ancestorAt(area, 'COMMUNITY');
    if (area === undefined || community === undefined)
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 12 / 15 / 18' });
    if (grantFor(actor, 'mediation:list-due', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    return this.repo.due(community, before, pageOf(args), (row) => isWithin(row.area, area));
  }

  /** The case and its record, both strongly consistent and in one Query, for whoever may see the case. */
  async #reach(actor: Actor, reads: CollectionReader, { id, caseId }: Recording): Promise<Reached> {
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const found = await this.cases.get(actor, reads, caseId, { consistent: true });
    return { found, record: await this.repo.of(reads, caseId, { consistent: true }) };
  }

  /** Who records, when, for whoever may and has seen what stands. */
  #made(
    actor: Actor,
    { id, expectedVersion, after }: Pick<Recording, 'id' | 'expectedVersion'> & Basis,
    { found, record }: Reached,
    mark: string,
  ): Made {
    const appointment = grantFor(actor, 'mediation:record', targetFor(found));
    if (appointment === undefined) throw new Refusal('NOT_HOLDER', { holder: found.holder?.name ?? '' });
    const known = record === undefined ? [] : madeIn(record);
    const unseen = unseenBy({ expectedVersion, after }, record?.version ?? 0, known);
    if (unseen === undefined || unseen.length > 0) throw conflictWith(record, ['expectedVersion']);
    const by = { id: actor.id, name: actor.name, role: appointment.role };
    return { id, mark, by, at: this.clock.now().toISOString() };
  }

  /** How each party is kept, once the case is known: a resident must be of its street, and seen by the actor. */
  async #partiesOf(actor: Actor, named: readonly NamedParty[]): Promise<((found: Case) => Party)[]> {
    const ids = [...new Set(named.flatMap(({ resident }) => resident ?? []))].filter(isId);
    const known = ids.length === 0 ? [] : await this.residents.many(actor, ids.slice(0, MOST.parties));
    return named.map(({ resident, name, role }) => ({ area }: Case) => {
      if (resident == null) return partyOf(name?.trim() ?? '', role.trim());
      const one = known.find(({ id }) => id === resident);
      const street = ancestorAt(one?.residences[0]?.courtyard ?? '', 'STREET');
      if (
        one === undefined ||
        one.name === '' ||
        street === undefined ||
        street !== ancestorAt(area, 'STREET')
      )
        throw new Refusal('PARTY_UNKNOWN', {}, ['parties']);
      return partyOf(one.name, role.trim(), resident);
    });
  }

  async #save(
    actor: Actor,
    reads: CollectionReader,
    { found, next, made, moved }: { found: Case; next: MediationRecord; made: Made; moved?: Case },
  ): Promise<MediationAnswer> {
    const beside = moved === undefined ? [] : [this.cases.replacing(moved)];
    const result = await this.repo.save(reads, found, next, { beside, gate: actor.standing });
    if (result.done) return this.#answer(actor, moved ?? found, next);
    const standing = this.#standing(result);
    // The case moved meanwhile, and the record did not: the same request finds it as it stands.
    if (standing === undefined) throw new TechnicalError('TRY_AGAIN');
    if (takenIn(standing, made) === undefined) throw conflictWith(standing, ['expectedVersion']);
    return this.#answer(actor, await this.cases.get(actor, reads, found.id, { consistent: true }), standing);
  }

  #standing(result: Extract<CommitResult, { done: false }>): MediationRecord | undefined {
    return this.repo.fromItem(result.found[0]);
  }

  async #answer(actor: Actor, found: Case, record: MediationRecord): Promise<MediationAnswer> {
    return { mediation: await this.#seen(actor, found, record), case: found };
  }

  async #seen(actor: Actor, found: Case, record?: MediationRecord): Promise<Mediation | undefined> {
    const sight = record && sightOf(actor, found, record);
    if (record === undefined || sight === undefined) return undefined;
    const ids = record.parties.flatMap(({ resident }) => resident ?? []);
    const shown = sight === 'ALL' ? ids : ids.filter((id) => id === actor.id);
    const names = sight === 'MASKED' ? new Map<string, string>() : await this.residents.namesOf(shown);
    return seenBy(record, { id: actor.id, sight, names });
  }
}

/** What the case's history says of an outcome: no name and nothing of what was agreed. */
const OUTCOME_TEXTS = { AGREED: '达成协议', NOT_AGREED: '未达成协议' } as const;

function markOf(actor: Actor, input: Recording): string {
  return fingerprint([actor.id, input]);
}

/** What the permissions must know: once the case is ended, the area that had it last answers for what was agreed. */
function targetFor(found: Case): Target {
  return { ...targetOf(found), holder: answersForAgreement(found) };
}

/** How much of a record somebody sees who may see the case; undefined for nothing. */
function sightOf(actor: Actor, found: Case, { parties, sessions }: MediationRecord): Sight | undefined {
  const target = targetFor(found);
  if (grantFor(actor, 'mediation:record', target) !== undefined) return 'ALL';
  const appointments = actor.appointments.filter(({ role }) => role !== 'RESIDENT');
  const asStaff = grantFor({ ...actor, appointments }, 'mediation:read', target) !== undefined;
  if (asStaff && sessions.some(({ by }) => by.id === actor.id)) return 'ALL';
  if (parties.some(({ resident }) => resident === actor.id)) return 'AS_PARTY';
  return asStaff ? 'MASKED' : undefined;
}
