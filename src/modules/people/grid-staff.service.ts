import { type StandingService } from '../../auth/standing.service';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate, type Day } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { derivedId } from '../../shared/ids';
import { type AppointmentChangeService } from './appointment-change.service';
import { MOST_HOUSEHOLDS } from './appointment-form.rules';
import { type AppointmentRepo } from './appointment.repo';
import { type Place, withoutPast } from './appointment.rules';
import { type StaffAppointment } from './appointment.type';
import { type RosterRepo } from './roster.repo';

/** On what occasion staff change: the plan, and the day its areas begin and end. */
export interface StaffOccasion {
  readonly plan: string;
  readonly day: Day;
}

/** Who works in an area from the day on; all others there end. */
export interface AreaStaffing {
  readonly role: 'GRID_WORKER' | 'SECONDARY_WORKER';
  readonly area: string;
  readonly persons: readonly string[];
}

/** By whom it is done. */
const SYSTEM = { id: 'adjustment', name: '网格调整' };

/** How often an appointment is tried again when somebody else changed its roster in between. */
const ATTEMPTS = 5;

/** Workers follow the grids: appointments end and begin on the day an adjustment takes effect, and old tokens are void. */
export class GridStaffService {
  constructor(
    private readonly repo: AppointmentRepo,
    private readonly rosters: RosterRepo,
    private readonly changes: AppointmentChangeService,
    private readonly standings: StandingService,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** Who works in an area now, in a role; stand-ins too. One GetItem. */
  async workersOf(area: string, role: AreaStaffing['role']): Promise<readonly string[]> {
    const { places } = await this.rosters.roster(area);
    const now = withoutPast(places, businessDate(this.clock.now()));
    return [...new Set(now.filter((place) => place.role === role).map(({ person }) => person))];
  }

  /** Those who have never had an appointment, so that nothing is known of them; one Query each, all at once. */
  async unknownOf(reads: CollectionReader, persons: readonly string[]): Promise<readonly string[]> {
    const known = await Promise.all(persons.map((person) => this.repo.ofPerson(reads, person)));
    return persons.filter((_person, index) => known[index]?.length === 0);
  }

  /**
   * Makes the staff of areas what it is to be: first all that end, then all that begin, so that there is room. May be cut
   * off and repeated: what has ended or begun in this plan is known again.
   */
  async staff(staffings: readonly AreaStaffing[], occasion: StaffOccasion): Promise<void> {
    for (const { role, area, persons } of staffings) {
      const { places } = await this.rosters.roster(area);
      const ending = places.filter((place) => place.role === role && !persons.includes(place.person));
      for (const place of ending) await this.#end(area, place, occasion);
    }
    for (const staffing of staffings) {
      for (const person of staffing.persons) await this.#begin(staffing, person, occasion);
    }
  }

  async #end(area: string, { id, person }: Place, { plan, day }: StaffOccasion): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const [all, roster] = await Promise.all([
        this.repo.ofPerson(this.newReads(), person, true),
        this.rosters.roster(area),
      ]);
      const found = all.find((each) => each.id === id);
      if (found === undefined || found.end !== undefined) return;
      const at = this.clock.now();
      const end = { at, by: SYSTEM, reason: `网格调整 ${plan}`, id: derivedId(`${plan}|${id}`), mark: plan };
      const ended: StaffAppointment = { ...found, version: found.version + 1, ended: day, end };
      const puts = [
        this.repo.replacing(ended),
        this.standings.voiding(person, at),
        this.rosters.replacing(
          roster,
          roster.places.filter((place) => place.id !== id),
        ),
      ];
      if ((await this.rosters.commit(puts, undefined)).done) return;
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /**
   * Appoints somebody who is not on the roster yet, with the name, phone and photo that their last appointment says, and the doors
   * they had by those that ended in this plan.
   */
  async #begin({ role, area }: AreaStaffing, person: string, { plan, day }: StaffOccasion): Promise<void> {
    const { places } = await this.rosters.roster(area);
    if (places.some((place) => place.person === person && place.role === role)) return;
    const all = await this.repo.ofPerson(this.newReads(), person, true);
    const last = all.toSorted((one, other) => one.from.localeCompare(other.from)).at(-1);
    if (last === undefined) return;
    const { workName, workPhone, photoUrl } = last;
    const id = derivedId(`${plan}|${area}|${person}`);
    const left = all.filter((each) => each.role === role && each.end?.mark === plan);
    // The doors first: whoever is on the roster is not appointed again.
    await this.#takeDoors({ plan, person, appointment: id }, left);
    await this.changes.importAppointments([
      { id, person, role, area, workName, workPhone, photoUrl, from: day },
    ]);
  }

  /** Gives an appointment the doors of those before it; nothing where it has some already. */
  async #takeDoors(
    { plan, person, appointment }: { plan: string; person: string; appointment: string },
    left: readonly StaffAppointment[],
  ): Promise<void> {
    const households = [...new Set(left.flatMap((each) => each.households))].slice(0, MOST_HOUSEHOLDS);
    if (households.length === 0) return;
    const request = derivedId(`${plan}|${appointment}|doors`);
    const at = this.clock.now().toISOString();
    const set = { person, appointment, households, version: 1, request, mark: plan, by: SYSTEM, at };
    await this.repo.assign(set, undefined);
  }
}
