import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commit, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Page, type PageKey, rowsToRead } from '../../shared/page';
import {
  type AppointmentEntity,
  createAppointmentEntity,
  createHouseholdSetEntity,
} from './appointment.entity';
import {
  type AppointmentEnd,
  type StaffAppointment,
  type StaffMember,
  type StaffPerson,
} from './appointment.type';

/** What lists are made from; who and where is in the keys. */
type Row = Omit<StaffMember, 'id' | 'person' | 'area'>;

/** The end of an appointment as it is stored; the time is RFC 3339 UTC. */
type StoredEnd = Omit<AppointmentEnd, 'at'> & { readonly at: string };

/** A worker's households as they are stored, with the request that made them so. */
export type HouseholdSet = EntityItem<ReturnType<typeof createHouseholdSetEntity>>;

type Item = Record<string, unknown>;

/** Reads and writes appointments, and the households that a worker has by one. */
export class AppointmentRepo {
  readonly #appointments: AppointmentEntity;
  readonly #households;

  constructor(private readonly table: Table) {
    this.#appointments = lazily(() => createAppointmentEntity(table));
    this.#households = lazily(() => createHouseholdSetEntity(table));
  }

  /** All appointments a person ever had, oldest first, with their households; one Query of the person's collection. */
  async ofPerson(reads: CollectionReader, person: string, consistent = false): Promise<StaffAppointment[]> {
    const items = await reads.read(personKey(person), { consistent });
    return items
      .map((item) => this.fromItem(item))
      .filter((found) => found !== undefined)
      .map((found) => withHouseholds(found, this.#setOf(items, found.id)));
  }

  /** The households of an appointment as they are stored; shares the Query of the person's collection. */
  async householdSet(
    reads: CollectionReader,
    { person, id }: StaffAppointment,
  ): Promise<HouseholdSet | undefined> {
    return this.#setOf(await reads.read(personKey(person), { consistent: true }), id);
  }

  /**
   * The staff of an area and inside it, by area: those not dismissed (`current`) or all there ever were. One Query. Whom
   * `isWanted` does not want is left out, so a page may be short; one that would be empty is read on.
   */
  async inside(
    area: string,
    index: 'current' | 'ever',
    page: PageKey,
    isWanted: (member: StaffMember) => boolean,
  ): Promise<Page<StaffMember>> {
    const members = await this.#query(area, index, page);
    const rows = members
      .slice(0, page.limit)
      .filter(isWanted)
      .map((row) => ({ row, key: keyOf(row) }));
    const last = members[page.limit - 1];
    const hasNextPage = members.length > page.limit;
    if (rows.length > 0 || !hasNextPage || last === undefined) return { rows, hasNextPage };
    return this.inside(area, index, { ...page, afterKey: keyOf(last) }, isWanted);
  }

  /** The write of a new appointment. */
  adding(appointment: StaffAppointment): PreparedPut {
    return this.#appointments
      .put(toStored(appointment))
      .where(({ version }, { notExists }) => notExists(version))
      .params<PreparedPut>();
  }

  /** The write of an appointment that nobody has changed since `appointment.version - 1`. */
  replacing(appointment: StaffAppointment): PreparedPut {
    return this.#appointments
      .put(toStored(appointment))
      .where(({ version }, { eq }) => eq(version, appointment.version - 1))
      .params<PreparedPut>();
  }

  /** Writes a worker's households if nobody changed them since `set.version - 1`. */
  async assign(set: HouseholdSet, gate: Gate | undefined): Promise<CommitResult> {
    const put = this.#households
      .put(set)
      .where(({ version }, { eq, notExists }) =>
        set.version === 1 ? notExists(version) : eq(version, set.version - 1),
      )
      .params<PreparedPut>();
    return commit(this.table, [put], gate);
  }

  /** The appointment in an item of a person's collection or of a failed condition. */
  fromItem(item: Item | undefined): StaffAppointment | undefined {
    const { data } =
      item?.__edb_e__ === 'appointment' ? this.#appointments.parse({ Item: item }) : { data: null };
    return data === null ? undefined : toAppointment(data);
  }

  #setOf(items: readonly Item[], appointment: string): HouseholdSet | undefined {
    const item = items.find(({ sk }) => sk === `HOUSEHOLDS#${appointment}`);
    return (item && this.#households.parse({ Item: item }).data) ?? undefined;
  }

  async #query(area: string, index: 'current' | 'ever', page: PageKey): Promise<StaffMember[]> {
    const field = index === 'current' ? 'gsi1' : 'gsi2';
    const district = ancestorAt(area, 'DISTRICT') ?? area;
    const { data } = await this.#appointments.query[index]({ district })
      .begins({ area })
      .go({
        limit: rowsToRead(page.limit),
        cursor: page.afterKey === undefined ? null : cursorAfter(field, district, page.afterKey),
        data: 'includeKeys',
        ignoreOwnership: true,
      });
    return data.map((found) => toMember(found as unknown as Item, field));
  }
}

/** Partition key of what is known of a person: standing, appointments, households. */
export function personKey(person: string): string {
  return `PERSON#${person}`;
}

/** An appointment with the households that its worker has by it. */
export function withHouseholds(
  appointment: StaffAppointment,
  set: HouseholdSet | undefined,
): StaffAppointment {
  return { ...appointment, households: set?.households ?? [], householdsVersion: set?.version ?? 0 };
}

function toStored(appointment: StaffAppointment): EntityItem<AppointmentEntity> {
  const { id, person, area, version, mark, appointedAt, appointedBy, end } = appointment;
  const { role, department, workName, workPhone, photoUrl, from, to, covers, ended } = appointment;
  const row: Row = { role, department, workName, workPhone, photoUrl, from, to, covers, ended };
  return {
    ...{ person, appointment: id, area, version, mark, row, by: appointedBy },
    district: ancestorAt(area, 'DISTRICT') ?? area,
    at: appointedAt.toISOString(),
    end: end && { ...end, at: end.at.toISOString() },
  };
}

function toAppointment(stored: EntityItem<AppointmentEntity>): StaffAppointment {
  const { appointment: id, person, area, version, mark } = stored;
  const end = stored.end as StoredEnd | undefined;
  return {
    ...(stored.row as Row),
    ...{ id, person, area, version, mark, households: [], householdsVersion: 0 },
    appointedBy: stored.by as StaffPerson | undefined,
    appointedAt: new Date(stored.at),
    end: end && { ...end, at: new Date(end.at) },
  };
}

function toMember(found: Item, field: 'gsi1' | 'gsi2'): StaffMember {
  const [area = '', id = ''] = String(found[`${field}sk`]).split('#');
  return { ...(found.row as Row), id, area, person: String(found.pk).slice(personKey('').length) };
}

/** What a page can be continued after: the keys of a row, in short. */
function keyOf({ area, id, person }: StaffMember): string {
  return `${area}#${id}#${person}`;
}

/** ElectroDB's cursor for the index row with this key. */
function cursorAfter(index: 'gsi1' | 'gsi2', district: string, key: string): string {
  const [area = '', id = '', ...person] = key.split('#');
  const start = {
    ...{ pk: personKey(person.join('#')), sk: `APPOINTMENT#${id}` },
    ...{ [`${index}pk`]: `STAFF#${district}`, [`${index}sk`]: `${area}#${id}` },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
