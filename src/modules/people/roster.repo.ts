import { type EntityItem } from 'electrodb';
import { commit, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { createClaimEntity, createRosterEntity } from './appointment.entity';
import { type Place } from './appointment.rules';

/** Who holds the posts of an area or department, as it was read. */
export interface Roster {
  readonly code: string;
  /** 0 before anybody was appointed. */
  readonly version: number;
  readonly places: readonly Place[];
}

/** Whose an appointment is, on which roster, and the fingerprint of the request that made it. */
export type Claim = EntityItem<ReturnType<typeof createClaimEntity>>;

/** Reads and writes rosters and claims: what decides whether somebody can be appointed. */
export class RosterRepo {
  readonly #rosters;
  readonly #claims;

  constructor(private readonly table: Table) {
    this.#rosters = lazily(() => createRosterEntity(table));
    this.#claims = lazily(() => createClaimEntity(table));
  }

  /** The roster of an area or department; one strongly consistent GetItem. */
  async roster(code: string): Promise<Roster> {
    const { data } = await this.#rosters.get({ code }).go({ consistent: true });
    return data === null
      ? { code, version: 0, places: [] }
      : { code, version: data.version, places: data.places as Place[] };
  }

  /** Whose an appointment is; one strongly consistent GetItem. */
  async claim(appointment: string): Promise<Claim | undefined> {
    const { data } = await this.#claims.get({ appointment }).go({ consistent: true });
    return data ?? undefined;
  }

  /** The write of a roster's new places, if nobody has changed it since it was read. */
  replacing({ code, version }: Roster, places: readonly Place[]): PreparedPut {
    return this.#rosters
      .put({ code, version: version + 1, places })
      .where((found, { eq, notExists }) =>
        version === 0 ? notExists(found.version) : eq(found.version, version),
      )
      .params<PreparedPut>();
  }

  /** The write of a claim, if the id is not taken. */
  claiming(claim: Claim): PreparedPut {
    return this.#claims
      .put(claim)
      .where(({ mark }, { notExists }) => notExists(mark))
      .params<PreparedPut>();
  }

  /** Writes prepared changes of appointments, rosters, claims and standings: all or nothing. */
  async commit(puts: readonly PreparedPut[], gate: Gate | undefined): Promise<CommitResult> {
    return commit(this.table, puts, gate);
  }
}
