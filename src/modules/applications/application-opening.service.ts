import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type Resident } from '../residents/resident.type';
import { districtOfService, type ServiceChannel, type ServiceItem } from '../services/service-item.rules';
import { type ServiceItemService } from '../services/service-item.service';
import { type OpenApplicationInput } from './application.input';
import { type ApplicationRepo } from './application.repo';
import { checkedConsent } from './application-consent.rules';
import { checkedAnswers } from './application-request.rules';
import { type ApplicationRecord, termsOf } from './application.rules';
import {
  type ApplicationAnswered,
  type ApplicationSources,
  assertIdFree,
  personOf,
} from './application-move.service';

/** Somebody who is applied for, and what lets the actor do that. */
interface Reached {
  readonly resident: Resident;
  readonly grant: Appointment;
  readonly area: string;
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
   * Opens a draft under the terms of the service that hold today. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, SERVICE_UNKNOWN, SERVICE_CHANNEL, CONSENT_INVALID, RECORD_CLOSED, and those of answers
   *   and corrections; NOT_FOUND for somebody outside the actor's area
   */
  async open(
    actor: Actor,
    reads: CollectionReader,
    input: OpenApplicationInput,
  ): Promise<ApplicationAnswered> {
    const { id, service } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [{ resident, grant, area }, item, standing, mark] = await Promise.all([
      this.#reach(actor, reads, input),
      districtOfService(service) === undefined ? undefined : this.items.lookUp(reads, service),
      this.repo.find(reads, id, { consistent: true }),
      this.sources.residents.markOf(actor, input),
    ]);
    if (standing !== undefined) return answeredAgain(standing, mark);
    if (item === undefined || districtOfService(service) !== ancestorAt(area, 'DISTRICT'))
      throw new Refusal('SERVICE_UNKNOWN', {}, ['service']);
    // For themselves, or for family that an account acts for: they agreed when it was bound.
    const isResident = grant.role === 'RESIDENT';
    const by = personOf(actor, grant);
    const terms = termsOf(item);
    const answers = checkedAnswers(terms, input.answers);
    const now = this.clock.now();
    const consent = checkedConsent(input.consent ?? undefined, !isResident, now);
    const record: ApplicationRecord = {
      ...{ id, version: 1, state: 'DRAFT', service, serviceName: item.name, terms, area, openedAt: now },
      ...{ resident: resident.id, maskedName: maskedName(resident.name) },
      ...{ channel: channelOf(item, grant), contact: input.contact, delivery: input.delivery },
      consent: consent && { ...consent, to: by },
      ...{ brought: [], asked: [], answered: Object.keys(answers), result: [] },
      sealed: Object.keys(answers).length > 0 ? await this.sources.vault.seal(id, answers) : undefined,
      steps: [{ id, mark, move: 'OPEN', to: 'DRAFT', at: now.toISOString(), by }],
    };
    const saying = { application: id, terms, id, mark, by: actor.id };
    const told = [reads, resident, input.corrections, saying] as const;
    const beside = await this.sources.corrections.proposing(...told);
    const result = await this.repo.save(reads, record, beside, actor.standing);
    if (result.done) return { application: { ...record, isErrand: false } };
    const rival = this.repo.fromItem(result.found[0]);
    if (rival === undefined) assertIdFree(result.found);
    if (rival === undefined) throw new TechnicalError('TRY_AGAIN');
    return answeredAgain(rival, mark);
  }

  /** Who is applied for, on file and living here, by somebody who may; NOT_FOUND for all others. */
  async #reach(actor: Actor, reads: CollectionReader, input: OpenApplicationInput): Promise<Reached> {
    const { residents } = this.sources;
    const isSelf = isOwn(actor, input);
    const id = isSelf ? actor.id : (input.resident ?? '');
    const found = isId(id) ? await residents.current(reads, id, { consistent: true }) : undefined;
    const area = found?.residences[0]?.courtyard;
    const grant = grantFor(actor, 'application:open', { area, residentId: isSelf ? actor.id : id });
    if (found === undefined || area === undefined || grant === undefined)
      throw new TechnicalError('NOT_FOUND');
    if (found.state !== 'LIVING_HERE') throw new Refusal('RECORD_CLOSED', {}, ['resident']);
    return { resident: found, grant, area };
  }
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
