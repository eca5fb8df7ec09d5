import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type RecordLink } from '../../shared/record-link.type';
import { type Resident } from '../residents/resident.type';
import { type OfficeHours } from '../../shared/working-time';
import { districtOfService, type ServiceChannel, type ServiceItem } from '../services/service-item.rules';
import { type ServiceItemService } from '../services/service-item.service';
import { type OpenApplicationInput } from './application.input';
import { applicationKey, type ApplicationRepo } from './application.repo';
import { limitAfter } from './application-limit.rules';
import { checkedConsent } from './application-consent.rules';
import { assertPapers, assertMaterials, broughtFrom, checkedAnswers } from './application-request.rules';
import { type ApplicationRecord, missingOf, termsOf, withBrought } from './application.rules';
import {
  type ApplicationAnswered,
  type ApplicationSources,
  assertIdFree,
  personOf,
} from './application-move.service';

/** What an application comes from. */
export interface ApplicationOccasion {
  /** The record that it names; else the visit that the request names. */
  readonly origin?: RecordLink | undefined;
  /** Id of the household that was visited: whoever is applied for lives there. */
  readonly household?: string | undefined;
  /** Writes beside it: all or nothing. */
  readonly together?: readonly PreparedPut[] | undefined;
}

/** Somebody who is applied for, and what lets the actor do that. */
interface Reached {
  readonly resident: Resident;
  readonly grant: Appointment;
  readonly area: string;
}

/** What an application is made of. */
interface Ground extends Reached {
  readonly item: ServiceItem;
  readonly mark: string;
  readonly origin: RecordLink | undefined;
  readonly now: Date;
}

/** Opening applications: by residents for themselves, by workers and at the counter for others (帮办代办). */
export class ApplicationOpeningService {
  constructor(
    private readonly repo: ApplicationRepo,
    private readonly items: ServiceItemService,
    private readonly sources: ApplicationSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a draft under the terms of the service that hold today, with what is brought already; where that is asked and nothing
   * is missing it is submitted in the same write. The same id and content gives the same answer again, also when the resident
   * is the actor's no more.
   * @throws Refusal ID_INVALID, CONFLICT, SERVICE_UNKNOWN, SERVICE_CHANNEL, CONSENT_INVALID, RECORD_CLOSED,
   *   APPLICATION_NOT_OF_HOUSEHOLD, APPLICATION_NOT_YOURS, APPLICATION_MATERIAL_UNKNOWN, those of answers, of evidence slots
   *   and of corrections; NOT_FOUND for somebody outside the actor's area
   */
  async open(
    actor: Actor,
    reads: CollectionReader,
    input: OpenApplicationInput,
    { origin, household, together = [] }: ApplicationOccasion = {},
  ): Promise<ApplicationAnswered> {
    const { id, service, visit } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    if (visit != null && !isId(visit)) throw new Refusal('ID_INVALID', {}, ['visit']);
    const reaching = this.#reach(actor, reads, input, household);
    // It is awaited below, unless it was opened before.
    reaching.catch(() => undefined);
    const [district, now] = [districtOfService(service), this.clock.now()];
    const [item, standing, mark, office] = await Promise.all([
      district === undefined ? undefined : this.items.lookUp(reads, service),
      this.repo.find(reads, id, { consistent: true }),
      this.sources.residents.markOf(actor, contentOf(input)),
      // Its office's hours, by which its limit is counted from when it is submitted.
      district === undefined || !input.submitWhenComplete ? undefined : this.sources.office(district, now),
    ]);
    if (standing?.steps[0]?.by.id === actor.id) return answeredAgain(standing, mark);
    const reached = await reaching;
    if (standing !== undefined) return answeredAgain(standing, mark);
    if (item === undefined || district !== ancestorAt(reached.area, 'DISTRICT'))
      throw new Refusal('SERVICE_UNKNOWN', {}, ['service']);
    const from = origin ?? (visit == null ? undefined : { type: 'VISIT' as const, id: visit });
    const ground = { ...reached, item, mark, origin: from, now };
    const slots = input.materials.flatMap(({ evidence }) => evidence);
    assertPapers(slots);
    const puts = this.sources.evidence.prepare(
      ...([actor, { key: applicationKey(id), area: reached.area }, slots] as const),
    );
    const draft = await this.#draft(actor, input, ground);
    const record = office === undefined ? draft : submittedFrom(draft, slots, office, now);
    const saying = { application: id, terms: draft.terms, id, mark, by: actor.id };
    const told = [reads, reached.resident, input.corrections, saying] as const;
    const beside = [...puts, ...together, ...(await this.sources.corrections.proposing(...told))];
    const result = await this.repo.save(reads, record, beside, actor.standing);
    if (result.done) return { application: { ...record, isErrand: false } };
    const [found, ...others] = result.found;
    const rival = this.repo.fromItem(found);
    if (rival !== undefined) return answeredAgain(rival, mark);
    assertIdFree(others);
    const taken = others.slice(0, puts.length);
    if (taken.some((slot) => slot !== undefined)) throw this.sources.evidence.slotConflict(taken);
    throw new TechnicalError('TRY_AGAIN');
  }

  async #draft(
    actor: Actor,
    input: OpenApplicationInput,
    { resident, grant, area, item, mark, origin, now }: Ground,
  ): Promise<ApplicationRecord> {
    const { id, service, materials } = input;
    // For themselves, or for family that an account acts for: they agreed when it was bound.
    const isResident = grant.role === 'RESIDENT';
    if (isResident && materials.some(({ seen }) => seen))
      throw new Refusal('APPLICATION_NOT_YOURS', {}, ['materials']);
    const [by, at] = [personOf(actor, grant), now.toISOString()];
    const terms = termsOf(item);
    const codes = [...new Set(materials.map(({ code }) => code))];
    assertMaterials(terms, codes);
    const answers = checkedAnswers(terms, input.answers);
    const consent = checkedConsent(input.consent ?? undefined, !isResident, now);
    const opened = { id, mark, move: 'OPEN', to: 'DRAFT', at, by } as const;
    return {
      ...{ id, version: 1, state: 'DRAFT', service, serviceName: item.name, terms, area, openedAt: now },
      ...{ resident: resident.id, maskedName: maskedName(resident.name), origin },
      ...{ channel: channelOf(item, grant), contact: input.contact, delivery: input.delivery },
      consent: consent && { ...consent, to: by },
      ...{ asked: [], answered: Object.keys(answers), result: [] },
      brought: withBrought([], broughtFrom(materials, { at, by })),
      sealed: Object.keys(answers).length > 0 ? await this.sources.vault.seal(id, answers) : undefined,
      steps: [codes.length > 0 ? { ...opened, materials: codes } : opened],
    };
  }

  /** Who is applied for, on file and living here, by somebody who may; NOT_FOUND for all others. */
  async #reach(
    actor: Actor,
    reads: CollectionReader,
    input: OpenApplicationInput,
    household: string | undefined,
  ): Promise<Reached> {
    const { residents } = this.sources;
    const isSelf = isOwn(actor, input);
    const id = isSelf ? actor.id : (input.resident ?? '');
    const found = isId(id) ? await residents.current(reads, id, { consistent: true }) : undefined;
    const area = found?.residences[0]?.courtyard;
    const grant = grantFor(actor, 'application:open', { area, residentId: isSelf ? actor.id : id });
    if (found === undefined || area === undefined || grant === undefined)
      throw new TechnicalError('NOT_FOUND');
    if (found.state !== 'LIVING_HERE') throw new Refusal('RECORD_CLOSED', {}, ['resident']);
    const lives = found.residences.some((home) => home.household === household && home.until === undefined);
    if (household !== undefined && !lives)
      throw new Refusal('APPLICATION_NOT_OF_HOUSEHOLD', {}, ['resident']);
    return { resident: found, grant, area };
  }
}

/** The draft as it is submitted, where nothing is missing: pictures may still be on their way. */
function submittedFrom(
  draft: ApplicationRecord,
  slots: readonly { readonly id: string }[],
  office: OfficeHours,
  now: Date,
): ApplicationRecord {
  const files = new Map(slots.map(({ id }) => [id, 'AWAITED'] as const));
  const [opened] = draft.steps;
  if (opened === undefined || missingOf(draft, { files, filled: new Set() }).length > 0) return draft;
  const { id, mark, at, by } = opened;
  return {
    ...{ ...draft, state: 'SUBMITTED', ...limitAfter(draft, 'SUBMIT', office, now) },
    steps: [opened, { id, mark, at, by, move: 'SUBMIT', to: 'SUBMITTED' }],
  };
}

/** What makes two requests the same: what says nothing leaves no mark, so that older ones are known again. */
function contentOf({ materials, submitWhenComplete, ...input }: OpenApplicationInput): object {
  return {
    ...input,
    ...(materials.length > 0 && { materials }),
    ...(submitWhenComplete && { submitWhenComplete }),
  };
}

function isOwn(actor: Actor, { resident }: OpenApplicationInput): boolean {
  return resident == null || resident === actor.id;
}

function channelOf({ channels }: ServiceItem, { role }: Appointment): ServiceChannel {
  const channel = role === 'RESIDENT' ? 'ONLINE' : role === 'GRID_WORKER' ? 'GRID_WORKER' : 'COUNTER';
  if (!channels.includes(channel)) throw new Refusal('SERVICE_CHANNEL', {}, ['service']);
  return channel;
}

function answeredAgain(standing: ApplicationRecord, mark: string): ApplicationAnswered {
  if (standing.steps[0]?.mark !== mark) throw new Refusal('CONFLICT', { what: standing.id }, ['id']);
  return { application: { ...standing, isErrand: false } };
}
