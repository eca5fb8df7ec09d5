import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { checkedReason } from '../privacy/access-record.rules';
import { type AccessRecordService } from '../privacy/access-record.service';
import { idsOf } from '../residents/merge.rules';
import { assertOpen } from '../residents/resident.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import {
  type EndCareTagInput,
  type ReadCareTagsInput,
  type ReviewCareTagInput,
  type SetCareTagInput,
} from './care.input';
import { type CareTagRepo } from './care.repo';
import { assertDates, type CareTag, isRestricted, isTaken, isValid, withRequest } from './care.rules';

/** A tag as it is shown to who may read it: what it is for and why are opened. */
export interface OpenCareTag extends CareTag {
  readonly purpose: string;
  readonly reason: string;
}

/** Care tags: set and ended by decision, read on record, and never part of a resident's page or of any list. */
export class CareTagService {
  constructor(
    private readonly repo: CareTagRepo,
    private readonly residents: ResidentService,
    private readonly records: AccessRecordService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * The valid tags of a resident of the actor's area: recorded before they are answered. Restricted kinds are shown only to
   * who may set tags there; for others they are as if there were none.
   * @throws Refusal ID_INVALID, REASON_INVALID, NUMBER_IN_TEXT, CONFLICT, TOO_MANY_CARE_READS; NOT_FOUND elsewhere
   */
  async read(
    actor: Actor,
    reads: CollectionReader,
    input: ReadCareTagsInput,
  ): Promise<{ tags: OpenCareTag[] }> {
    const { id, purpose } = input;
    const reason = checkedReason(input.reason);
    const [{ found, grant, area }, quota] = await Promise.all([
      this.#reach(actor, reads, input, 'care:read'),
      this.records.quotaOf(actor, 'CARE_READS'),
    ]);
    const mark = fingerprint([actor.id, input]);
    const access = { id, resident: input.resident, kind: 'CARE_TAGS_READ', purpose, reason, mark } as const;
    await this.records.record(actor, grant, quota, { ...access, fields: ['careTags'] });
    const readsAll = grantFor(actor, 'care:write', { area }) !== undefined;
    const valid = (await this.#tagsOf(reads, found)).filter((tag) => isValid(tag, this.#today()));
    const shown = valid.filter(({ kind }) => readsAll || !isRestricted(kind));
    return { tags: await Promise.all(shown.map((tag) => this.#opened(tag))) };
  }

  /** All valid tags of a resident, for themselves: their own file has been asked for, and that is on record. */
  async ofOwnFile(reads: CollectionReader, resident: Resident): Promise<OpenCareTag[]> {
    const valid = (await this.#tagsOf(reads, resident)).filter((tag) => isValid(tag, this.#today()));
    return Promise.all(valid.map((tag) => this.#opened(tag)));
  }

  /**
   * The kinds of a resident's valid tags, for what is meant for them: nothing is opened, nobody else learns anything, and so
   * nothing is recorded. From the Query that brought their record.
   */
  async kindsFor(reads: CollectionReader, resident: Resident): Promise<ReadonlySet<CareTag['kind']>> {
    const own = idsOf(resident).map((id) => this.repo.of(reads, id, { consistent: false }));
    const valid = (await Promise.all(own)).flat().filter((tag) => isValid(tag, this.#today()));
    return new Set(valid.map(({ kind }) => kind));
  }

  /**
   * Sets a tag, by a decision with a purpose and a reason.
   * @throws Refusal ID_INVALID, REASON_INVALID, NUMBER_IN_TEXT, CARE_DATES_INVALID, CARE_TAG_STANDS, RECORD_CLOSED, CONFLICT
   */
  async set(actor: Actor, reads: CollectionReader, input: SetCareTagInput): Promise<{ tag: OpenCareTag }> {
    const { id, resident, kind, visits, reviewOn, expiresOn } = input;
    const told = { purpose: checkedReason(input.purpose), reason: checkedReason(input.reason) };
    const { found, grant } = await this.#reach(actor, reads, input, 'care:write');
    const tags = await this.#tagsOf(reads, found);
    const request = { id, mark: fingerprint([actor.id, input]) };
    const before = tags.find((tag) => tag.id === id);
    if (before !== undefined && isTaken(before, request)) return { tag: await this.#opened(before) };
    if (before !== undefined) throw new Refusal('CONFLICT', { what: id }, ['id']);
    assertOpen(found);
    assertDates(input, this.#today());
    if (tags.some((tag) => tag.kind === kind && isValid(tag, this.#today())))
      throw new Refusal('CARE_TAG_STANDS', {}, ['kind']);
    const setBy = { name: actor.name, role: grant.role };
    const tag: CareTag = {
      ...{ id, resident, version: 1, kind, visits, reviewOn, expiresOn },
      requests: [request],
      ...{ setAt: this.clock.now(), setBy, sealed: await this.vault.seal(id, told) },
    };
    return this.#saved(actor, reads, tag);
  }

  /**
   * Reviews a tag: how often to visit, and when to look again. It is never prolonged: that takes a new decision.
   * @throws Refusal ID_INVALID, CARE_DATES_INVALID, CARE_TAG_OVER, CONFLICT
   */
  async review(
    actor: Actor,
    reads: CollectionReader,
    input: ReviewCareTagInput,
  ): Promise<{ tag: OpenCareTag }> {
    return this.#change(actor, reads, input, (tag) => {
      const { visits, reviewOn } = input;
      assertDates({ reviewOn, expiresOn: tag.expiresOn }, this.#today());
      return { ...tag, visits, reviewOn };
    });
  }

  /**
   * Ends a tag before its time; what it was for and why is gone with it.
   * @throws Refusal ID_INVALID, CARE_TAG_OVER, CONFLICT
   */
  async end(actor: Actor, reads: CollectionReader, input: EndCareTagInput): Promise<{ tag: OpenCareTag }> {
    const endedOn = this.#today();
    return this.#change(actor, reads, input, (tag) => ({ ...tag, endedOn, sealed: undefined }));
  }

  async #change(
    actor: Actor,
    reads: CollectionReader,
    input: EndCareTagInput,
    change: (tag: CareTag) => CareTag,
  ): Promise<{ tag: OpenCareTag }> {
    const { found } = await this.#reach(actor, reads, input, 'care:write');
    const before = (await this.#tagsOf(reads, found)).find(({ id }) => id === input.tag);
    if (before === undefined) throw new TechnicalError('NOT_FOUND');
    const request = { id: input.id, mark: fingerprint([actor.id, input]) };
    if (isTaken(before, request)) return { tag: await this.#opened(before) };
    if (!isValid(before, this.#today())) throw new Refusal('CARE_TAG_OVER', {}, ['tag']);
    const requests = withRequest(before.requests, request);
    const after = { ...change(before), version: before.version + 1, requests };
    return this.#saved(actor, reads, after);
  }

  async #saved(actor: Actor, reads: CollectionReader, tag: CareTag): Promise<{ tag: OpenCareTag }> {
    const { done } = await this.repo.save(reads, tag, actor.standing);
    if (!done) throw new TechnicalError('TRY_AGAIN');
    return { tag: await this.#opened(tag) };
  }

  /** The tags of a person, under whatever record they were set. */
  async #tagsOf(reads: CollectionReader, resident: Resident): Promise<CareTag[]> {
    const all = await Promise.all(idsOf(resident).map((id) => this.repo.of(reads, id)));
    return all.flat();
  }

  async #opened(tag: CareTag): Promise<OpenCareTag> {
    const told = tag.sealed === undefined ? {} : await this.vault.open(tag.id, tag.sealed);
    return { ...tag, purpose: told.purpose ?? '', reason: told.reason ?? '' };
  }

  /** The resident, where they live, and what lets the actor at their tags; NOT_FOUND for all others. */
  async #reach(
    actor: Actor,
    reads: CollectionReader,
    { id, resident }: { id: string; resident: string },
    action: Action,
  ): Promise<{ found: Resident; grant: Appointment; area: string }> {
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const found = await this.residents.get(actor, reads, resident, { consistent: true });
    const area = found.residences[0]?.courtyard;
    const grant = grantFor(actor, action, { area });
    if (grant === undefined || area === undefined) throw new TechnicalError('NOT_FOUND');
    return { found, grant, area };
  }

  #today(): string {
    return businessDate(this.clock.now());
  }
}
