import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, levelOf } from '../../shared/area-code';
import { type Day, businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { type AppointmentRepo } from './appointment.repo';
import { isInForce } from './appointment.rules';
import { type GridWorker, type StaffAppointment, type StaffMember } from './appointment.type';

/** Most of the staff of one grid that are looked at, those of its courtyards included. */
const MOST_IN_GRID = 100;

/** Reading who holds which post. */
export class AppointmentService {
  constructor(
    private readonly repo: AppointmentRepo,
    private readonly clock: Clock,
  ) {}

  /** The staff of an area and inside it, by area, today or on another day; NOT_FOUND where the actor may not know. */
  async staffOf(actor: Actor, area: string, on: Day | undefined, args: PageArgs): Promise<Page<StaffMember>> {
    if (grantFor(actor, 'staff:read', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const day = on ?? businessDate(this.clock.now());
    const index = on === undefined ? 'current' : 'ever';
    return this.repo.inside(area, index, pageOf(args), (member) => isInForce(member, day));
  }

  /** Who is appointed in an area and inside it, for a caller who has been authorised; page by page as they are taken. */
  async *allIn(area: string): AsyncGenerator<StaffMember> {
    let afterKey: string | undefined;
    do {
      const page = await this.repo.inside(area, 'current', { limit: MOST_IN_GRID, afterKey }, () => true);
      for (const { row } of page.rows) yield row;
      afterKey = page.hasNextPage ? page.rows.at(-1)?.key : undefined;
    } while (afterKey !== undefined);
  }

  /** Who works in a grid today, whoever is on leave and who stands in; the actor's own grid when none is named. */
  async gridWorkersOf(actor: Actor, grid: string | undefined): Promise<GridWorker[]> {
    const code = grid ?? actor.appointments.map(({ area }) => ancestorAt(area, 'GRID')).find(isGrid);
    if (!isGrid(code) || grantFor(actor, 'grid-worker:read', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const day = businessDate(this.clock.now());
    const page = { limit: MOST_IN_GRID, afterKey: undefined };
    const { rows } = await this.repo.inside(code, 'current', page, (member) => isInForce(member, day));
    const workers = rows.map(({ row }) => row).filter(({ role }) => role === 'GRID_WORKER');
    return workers.map(({ id, workName, workPhone, photoUrl, covers }) => ({
      ...{ id, workName, workPhone, photoUrl },
      onLeave: workers.some((other) => other.covers === id),
      standsIn: covers !== undefined,
    }));
  }

  /** How many workers a grid has today, whoever stands in for one of them not counted; for the load of grids. */
  async countsOf(grid: string): Promise<{ workers: number }> {
    return { workers: (await this.#ownWorkersOf(grid)).length };
  }

  /** The fixed households of a person by all their appointments of today; shares the Query of the person's collection. */
  async householdsOf(reads: CollectionReader, person: string): Promise<readonly string[]> {
    const today = businessDate(this.clock.now());
    const all = await this.repo.ofPerson(reads, person);
    return all.filter((each) => isInForce(each, today)).flatMap(({ households }) => households);
  }

  /**
   * Who visits the households of a grid today, with the doors that are theirs; whoever stands in for one of them is not
   * counted. One Query of the grid's staff, and one of each worker. For a caller who has been authorised.
   */
  async visitorsOf(
    reads: CollectionReader,
    grid: string,
  ): Promise<{ id: string; name: string; households: readonly string[] }[]> {
    const own = await this.#ownWorkersOf(grid);
    const sets = await Promise.all(own.map(({ person }) => this.repo.ofPerson(reads, person)));
    return own.map(({ id, person, workName }, index) => {
      const appointment = sets[index]?.find((each) => each.id === id);
      return { id: person, name: workName, households: appointment?.households ?? [] };
    });
  }

  /** All appointments a person ever had, oldest first, as far as the actor may know of them. */
  async ofPerson(actor: Actor, reads: CollectionReader, person: string): Promise<StaffAppointment[]> {
    const all = await this.repo.ofPerson(reads, person);
    return all.filter(({ area }) => grantFor(actor, 'staff:read', { area }) !== undefined);
  }

  /**
   * What a person's next token has to say; undefined for somebody who was never appointed here. For an issuer of tokens,
   * not exposed by the API.
   */
  async forToken(reads: CollectionReader, person: string): Promise<Appointment[] | undefined> {
    const all = await this.repo.ofPerson(reads, person, true);
    if (all.length === 0) return undefined;
    const today = businessDate(this.clock.now());
    return all
      .filter((each) => isInForce(each, today))
      .map(({ id, role, area, department, to }) => ({ id, role, area, department, to }));
  }

  async #ownWorkersOf(grid: string): Promise<StaffMember[]> {
    const day = businessDate(this.clock.now());
    const page = { limit: MOST_IN_GRID, afterKey: undefined };
    const { rows } = await this.repo.inside(grid, 'current', page, (member) => isInForce(member, day));
    return rows
      .map(({ row }) => row)
      .filter(({ role, covers }) => role === 'GRID_WORKER' && covers === undefined);
  }
}

function isGrid(code: string | undefined): code is string {
  return code !== undefined && levelOf(code) === 'GRID';
}
