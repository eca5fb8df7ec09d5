import { type Actor, type Appointment } from '../../auth/actor';
import { type PreparedPut } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { type AccessRecordRepo, type LookUp } from './access-record.repo';
import { type AccessRecord, isUsedUp, type Quota, type QuotaName, usedUp } from './access-record.rules';

/** What is to be recorded, without who and when. */
export type Access = Omit<AccessRecord, 'at' | 'by'>;

/** How often a place in a quota is tried for when others of the same person's requests take it first. */
const ATTEMPTS = 6;

/** Who looked at residents' data: written before the answer, counted, and shown to the resident. */
export class AccessRecordService {
  constructor(
    private readonly repo: AccessRecordRepo,
    private readonly clock: Clock,
  ) {}

  /** Who looked at somebody's data, under all their ids, newest first; for a caller who has been authorised. */
  async about(residents: readonly string[], args: PageArgs): Promise<Page<AccessRecord>> {
    return this.repo.about(residents, pageOf(args));
  }

  /** How much of a quota the actor has used today. */
  async quotaOf({ id: actor }: Actor, name: QuotaName): Promise<Quota> {
    const quota = { name, actor, day: businessDate(this.clock.now()) };
    return { ...quota, taken: await this.repo.taken(quota) };
  }

  /**
   * A prepared write of one access, for who writes it together with what it is about. It fails where the id is taken, and brings
   * what stands there.
   */
  recording(actor: Actor, grant: Appointment, access: Access): PreparedPut {
    return this.repo.recording({ ...access, at: this.clock.now(), by: byOf(actor, grant) });
  }

  /**
   * Records one access and takes its place in the quota, in one transaction; a repeated one is recorded already.
   * @throws Refusal CONFLICT when the id was used for another request, and that of the quota when it is used up
   */
  async record(actor: Actor, grant: Appointment, quota: Quota, access: Access): Promise<void> {
    const record: AccessRecord = { ...access, at: this.clock.now(), by: byOf(actor, grant) };
    await this.#commit(actor, quota, [this.repo.recording(record)], {
      mark: access.mark,
      standing: () => this.repo.mark(access.resident, access.id),
    });
  }

  /**
   * Records a look-up, with a record for each who was found. Returns who was found when it was made first.
   * @throws Refusal as `record` does
   */
  async recordLookUp(
    actor: Actor,
    grants: ReadonlyMap<string, Appointment>,
    quota: Quota,
    lookUp: Omit<LookUp, 'at' | 'by'>,
    fields: readonly string[],
  ): Promise<readonly string[]> {
    const { found, ...facts } = lookUp;
    const at = this.clock.now();
    const byFor = (resident = '') => byOf(actor, grants.get(resident) ?? actor.appointments[0]);
    const by = byFor(found[0]);
    const records = found.map((resident) =>
      this.repo.recording({ ...facts, resident, fields, at, kind: 'LOOK_UP', by: byFor(resident) }),
    );
    const isNew = await this.#commit(actor, quota, [this.repo.keeping({ ...lookUp, at, by }), ...records], {
      mark: lookUp.mark,
      standing: async () => (await this.repo.lookUp(actor.id, lookUp.id))?.mark,
    });
    return isNew ? found : ((await this.repo.lookUp(actor.id, lookUp.id))?.found ?? []);
  }

  /** Writes with a place in the quota; the first write tells a repeat. Returns whether it is new. */
  async #commit(
    actor: Actor,
    first: Quota,
    puts: readonly PreparedPut[],
    request: { mark: string; standing: () => Promise<string | undefined> },
  ): Promise<boolean> {
    let quota = first;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (isUsedUp(quota)) return isRepeat(request.mark, await request.standing(), usedUp(quota));
      const place = this.repo.taking(quota, this.clock.now());
      const result = await this.repo.commit([...puts, place], actor.standing);
      if (result.done) return true;
      const [standing] = result.found;
      if (standing !== undefined) return isRepeat(request.mark, String(standing.mark));
      quota = await this.quotaOf(actor, quota.name);
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}

/** False, because what stands is this very request; anything else is refused. */
function isRepeat(mark: string, standing: string | undefined, otherwise?: Refusal): false {
  if (standing === mark) return false;
  throw standing === undefined && otherwise ? otherwise : new Refusal('CONFLICT', { what: '' }, ['id']);
}

function byOf({ id, name }: Actor, grant: Appointment | undefined): AccessRecord['by'] {
  return { id, name, role: grant?.role ?? '', area: grant?.area ?? '' };
}
