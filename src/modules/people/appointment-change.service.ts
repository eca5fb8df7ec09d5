import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type StandingService } from '../../auth/standing.service';
import { type CollectionReader } from '../../data/collection-reader';
import { type Gate } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type AreaService } from '../areas/area.service';
import { type AppointStaffInput, type EndAppointmentInput } from './appointment.input';
import { type AppointmentRepo, personKey } from './appointment.repo';
import { assertPost, assertRoom, mayAppoint, type Post, rosterOf, withoutPast } from './appointment.rules';
import { assertParticulars, assertReason } from './appointment-form.rules';
import { type StaffAppointment } from './appointment.type';
import { type DepartmentService } from './department.service';
import { type Claim, type Roster, type RosterRepo } from './roster.repo';

/** An appointment as a district's data bring it in. */
export type ImportedAppointment = Pick<
  StaffAppointment,
  'id' | 'person' | 'role' | 'area' | 'workName' | 'from'
> &
  Partial<Pick<StaffAppointment, 'department' | 'workPhone' | 'photoUrl' | 'to' | 'covers'>>;

/** How often a roster is looked at anew when somebody else has changed it meanwhile. */
const MOST_ATTEMPTS = 4;

/** Appointing staff, and ending it: who may, whether there is room, and that access ends with the appointment. */
export class AppointmentChangeService {
  constructor(
    private readonly repo: AppointmentRepo,
    private readonly rosters: RosterRepo,
    private readonly areas: AreaService,
    private readonly departments: DepartmentService,
    private readonly standings: StandingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Appoints somebody. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, POST_INVALID, MAY_NOT_APPOINT, POST_UNKNOWN, CONFLICT, and those of
   *   `assertParticulars` and `assertRoom`
   */
  async appoint(
    actor: Actor,
    reads: CollectionReader,
    input: AppointStaffInput,
  ): Promise<{ appointment: StaffAppointment }> {
    const wanted = this.#newAppointment(withoutNulls(input), fingerprint([actor.id, input]));
    const appointment = { ...wanted, appointedBy: { id: actor.id, name: actor.name } };
    assertAppointable(appointment);
    if (!mayFill(actor, appointment)) throw new Refusal('MAY_NOT_APPOINT', {}, ['role']);
    const [claim, roster, isThere] = await Promise.all([
      this.rosters.claim(appointment.id),
      this.rosters.roster(rosterOf(appointment)),
      this.#isThere(appointment),
    ]);
    if (claim !== undefined) return this.#repeated(reads, claim, appointment.mark);
    if (!isThere) throw new Refusal('POST_UNKNOWN', { code: rosterOf(appointment) }, ['area']);
    const rival = await this.#add(appointment, roster, actor.standing);
    reads.forget(personKey(appointment.person));
    return rival === undefined ? { appointment } : this.#repeated(reads, rival, appointment.mark);
  }

  /**
   * Ends an appointment at once, and voids the tokens that its holder has: both or neither.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, MAY_NOT_APPOINT, APPOINTMENT_ENDED, CONFLICT
   */
  async end(
    actor: Actor,
    reads: CollectionReader,
    input: EndAppointmentInput,
  ): Promise<{ appointment: StaffAppointment }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    assertReason(input.reason);
    const mark = fingerprint([actor.id, input]);
    const claim = isId(input.appointment) ? await this.rosters.claim(input.appointment) : undefined;
    if (claim === undefined) throw new Refusal('NOT_FOUND', {}, ['appointment']);
    const [found, roster] = await Promise.all([this.#find(reads, claim), this.rosters.roster(claim.roster)]);
    if (found === undefined || grantFor(actor, 'staff:read', { area: found.area }) === undefined)
      throw new Refusal('NOT_FOUND', {}, ['appointment']);
    if (found.end?.id === input.id && found.end.mark === mark) return { appointment: found };
    if (found.end !== undefined) throw endedAlready(found, input.id);
    if (!mayFill(actor, found)) throw new Refusal('MAY_NOT_APPOINT', {}, ['appointment']);

    const at = this.clock.now();
    const by = { id: actor.id, name: actor.name };
    const end = { at, by, reason: input.reason.trim(), id: input.id, mark };
    const ended = { ...found, version: found.version + 1, ended: businessDate(at), end };
    const puts = [
      this.repo.replacing(ended),
      this.standings.voiding(found.person, at),
      this.rosters.replacing(
        roster,
        withoutPast(roster.places, businessDate(at)).filter(({ id }) => id !== found.id),
      ),
    ];
    const result = await this.rosters.commit(puts, actor.standing);
    reads.forget(personKey(found.person));
    if (result.done) return { appointment: ended };
    const rival = this.repo.fromItem(result.found[0]);
    if (rival?.end?.mark === mark) return { appointment: rival };
    if (rival?.end !== undefined) throw endedAlready(rival, input.id);
    throw new TechnicalError('TRY_AGAIN');
  }

  /**
   * Takes in appointments; what stands is left as it is, so it may be repeated. For the seed and for imports, not exposed
   * by the API.
   * @throws Refusal for the first that the rules do not allow
   */
  async importAppointments(appointments: readonly ImportedAppointment[]): Promise<void> {
    for (const imported of appointments) {
      const appointment = this.#newAppointment(imported, fingerprint(imported));
      assertAppointable(appointment);
      const [claim, roster] = await Promise.all([
        this.rosters.claim(appointment.id),
        this.rosters.roster(rosterOf(appointment)),
      ]);
      if (claim !== undefined) continue;
      await this.#add(appointment, roster, undefined);
    }
  }

  /**
   * What taking in appointments would come to, one after the other; nothing is written. A claim is read for each, and
   * each roster once.
   */
  async checkImports(
    appointments: readonly ImportedAppointment[],
  ): Promise<('NEW' | 'UNCHANGED' | Refusal)[]> {
    const rosters = new Map<string, Roster['places']>();
    const outcomes: ('NEW' | 'UNCHANGED' | Refusal)[] = [];
    for (const appointment of appointments) {
      const outcome = await this.#checkImport(appointment, rosters).catch((error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      });
      outcomes.push(outcome);
    }
    return outcomes;
  }

  async #checkImport(imported: ImportedAppointment, rosters: Map<string, Roster['places']>) {
    const appointment = this.#newAppointment(imported, '');
    assertAppointable(appointment);
    if ((await this.rosters.claim(appointment.id)) !== undefined) return 'UNCHANGED';
    const code = rosterOf(appointment);
    if (!(await this.#isThere(appointment))) throw new Refusal('POST_UNKNOWN', { code }, ['area']);
    const standing = rosters.get(code) ?? (await this.rosters.roster(code)).places;
    const places = withoutPast(standing, businessDate(this.clock.now()));
    const { id, person, role, from, to, covers } = appointment;
    const place = { id, person, role, from, to, covers };
    assertRoom(places, place);
    rosters.set(code, [...places, place]);
    return 'NEW';
  }

  #newAppointment(imported: ImportedAppointment, mark: string): StaffAppointment {
    const { id, person, role, area, department, workName, workPhone, photoUrl, from, to, covers } = imported;
    return {
      ...{
        id,
        person,
        role,
        area,
        department,
        workName: workName.trim(),
        workPhone,
        photoUrl,
        from,
        to,
        covers,
      },
      ...{ version: 1, mark, appointedAt: this.clock.now(), households: [], householdsVersion: 0 },
    };
  }

  /**
   * Writes a new appointment with its claim and its place on the roster, if the rules have room for it. When somebody
   * else was quicker, it is looked at anew; returns the claim of a rival that has taken the id.
   */
  async #add(
    appointment: StaffAppointment,
    roster: Roster,
    gate: Gate | undefined,
    attempts = MOST_ATTEMPTS,
  ): Promise<Claim | undefined> {
    const { id, person, role, from, to, covers, mark } = appointment;
    const places = withoutPast(roster.places, businessDate(this.clock.now()));
    const place = { id, person, role, from, to, covers };
    assertRoom(places, place);
    const puts = [
      this.repo.adding(appointment),
      this.rosters.claiming({ appointment: id, person, roster: roster.code, mark }),
      this.rosters.replacing(roster, [...places, place]),
    ];
    const result = await this.rosters.commit(puts, gate);
    if (result.done) return undefined;
    if (attempts === 1) throw new TechnicalError('TRY_AGAIN');
    const [rival, now] = await Promise.all([this.rosters.claim(id), this.rosters.roster(roster.code)]);
    return rival ?? this.#add(appointment, now, gate, attempts - 1);
  }

  async #isThere({ area, department }: Post): Promise<boolean> {
    if (department === undefined) return (await this.areas.lookUp(area)) !== undefined;
    return (await this.departments.lookUp(department))?.area === area;
  }

  async #repeated(
    reads: CollectionReader,
    claim: Claim,
    mark: string,
  ): Promise<{ appointment: StaffAppointment }> {
    const appointment = claim.mark === mark ? await this.#find(reads, claim) : undefined;
    if (appointment !== undefined) return { appointment };
    throw taken(claim.appointment);
  }

  async #find(reads: CollectionReader, claim: Claim): Promise<StaffAppointment | undefined> {
    const all = await this.repo.ofPerson(reads, claim.person, true);
    return all.find(({ id }) => id === claim.appointment);
  }
}

/** Whether one of the actor's appointments lets them fill this post, or end who holds it. */
export function mayFill(actor: Actor, post: Post): boolean {
  if (grantFor(actor, 'staff:appoint', { area: post.area }) === undefined) return false;
  return actor.appointments.some((own) => mayAppoint(own, post));
}

function assertAppointable(appointment: StaffAppointment): void {
  if (!isId(appointment.id)) throw new Refusal('ID_INVALID', {}, ['id']);
  assertParticulars(appointment);
  assertPost(appointment);
}

function taken(id: string): Refusal {
  const what = { zh: `编号 ${id} 已被使用`, en: `the id ${id} is taken` };
  return new Refusal('CONFLICT', { what }, ['id']);
}

/** The refusal of a second end; of a second request with the first one's id, that the id is taken. */
function endedAlready({ end }: StaffAppointment, id: string): Refusal {
  return end?.id === id ? taken(id) : new Refusal('APPOINTMENT_ENDED', {}, ['appointment']);
}

function withoutNulls(input: AppointStaffInput): ImportedAppointment {
  const { department, workPhone, photoUrl, to, covers } = input;
  return {
    ...input,
    department: department ?? undefined,
    workPhone: workPhone ?? undefined,
    photoUrl: photoUrl ?? undefined,
    to: to ?? undefined,
    covers: covers ?? undefined,
  };
}
