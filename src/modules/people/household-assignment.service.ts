import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type AssignHouseholdsInput } from './appointment.input';
import { type AppointmentRepo, type HouseholdSet, personKey, withHouseholds } from './appointment.repo';
import { isInForce } from './appointment.rules';
import { assertHouseholds } from './appointment-form.rules';
import { type StaffAppointment } from './appointment.type';
import { type RosterRepo } from './roster.repo';

/** A worker's own fixed households (包户): which doors of the grid are theirs. */
export class HouseholdAssignmentService {
  constructor(
    private readonly repo: AppointmentRepo,
    private readonly rosters: RosterRepo,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces the whole set. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, HOUSEHOLDS_TOO_MANY, NOT_FOUND, APPOINTMENT_ENDED, HOUSEHOLDS_NOT_HERE, CONFLICT
   */
  async assign(
    actor: Actor,
    reads: CollectionReader,
    input: AssignHouseholdsInput,
  ): Promise<{ appointment: StaffAppointment }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    assertHouseholds(input.households);
    const mark = fingerprint([actor.id, input]);
    const found = await this.#find(actor, reads, input.appointment);
    const standing = await this.repo.householdSet(reads, found);
    if (standing?.request === input.id) return this.#repeated(found, standing, mark);
    const at = this.clock.now();
    if (!isInForce(found, businessDate(at))) throw new Refusal('APPOINTMENT_ENDED', {}, ['appointment']);
    if (input.expectedVersion !== (standing?.version ?? 0)) throw changed(standing);

    const set: HouseholdSet = {
      ...{ person: found.person, appointment: found.id, version: input.expectedVersion + 1 },
      households: [...new Set(input.households)],
      ...{ request: input.id, mark, by: { id: actor.id, name: actor.name }, at: at.toISOString() },
    };
    const result = await this.repo.assign(set, actor.standing);
    reads.forget(personKey(found.person));
    if (result.done) return { appointment: withHouseholds(found, set) };
    const rival = await this.repo.householdSet(reads, found);
    if (rival?.request === input.id) return this.#repeated(found, rival, mark);
    throw changed(rival);
  }

  /** The worker's appointment; NOT_FOUND where the actor does not keep the households of its area. */
  async #find(actor: Actor, reads: CollectionReader, id: string): Promise<StaffAppointment> {
    const claim = isId(id) ? await this.rosters.claim(id) : undefined;
    const all = claim === undefined ? [] : await this.repo.ofPerson(reads, claim.person, true);
    const found = all.find((each) => each.id === id);
    if (found === undefined || grantFor(actor, 'household:write', { area: found.area }) === undefined)
      throw new Refusal('NOT_FOUND', {}, ['appointment']);
    if (found.role !== 'GRID_WORKER' && found.role !== 'SECONDARY_WORKER')
      throw new Refusal('HOUSEHOLDS_NOT_HERE', {}, ['appointment']);
    return found;
  }

  #repeated(found: StaffAppointment, set: HouseholdSet, mark: string): { appointment: StaffAppointment } {
    if (set.mark === mark) return { appointment: withHouseholds(found, set) };
    const what = { zh: `编号 ${set.request} 已被使用`, en: `the id ${set.request} is taken` };
    throw new Refusal('CONFLICT', { what }, ['id']);
  }
}

function changed(set: HouseholdSet | undefined): Refusal {
  const version = set?.version ?? 0;
  const what = { zh: `包户名单现为第 ${version} 版`, en: `the set of households is at version ${version}` };
  return new Refusal('CONFLICT', { what }, ['expectedVersion']);
}
