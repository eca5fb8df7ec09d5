import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { levelOf } from '../../shared/area-code';
import { type Author } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { type Datum, type Point, toWgs84 } from '../../shared/geo';
import { someAtOnce } from '../../shared/some-at-once';
import { type AreaService } from '../areas/area.service';
import { type Area } from '../areas/area.type';
import { conflictWith, isEdit, isFresh, isTaken, putRequest, withTaken } from './taken-put.rules';
import {
  type Draft,
  type ImportCheck,
  type ImportResult,
  type Keeper,
  type PutBasis,
  type RegisterEntry,
} from './register.type';

/** Marks of imported entries begin with this: a later import may replace them, and never what a person wrote. */
const IMPORT_MARK = 'import:';

/** Rows of an import that are under way at once. */
const AT_ONCE = 8;

/** Where a thing is said to be: the code of a grid or courtyard, or a point. */
interface Whereabouts {
  readonly area?: string | null | undefined;
  readonly point?: (Point & { readonly datum: Datum }) | null | undefined;
}

/** The register (台账) of a grid: what every kind of entry has in common. At most one read to find the area, one write. */
export class RegisterService {
  constructor(
    private readonly areas: AreaService,
    private readonly clock: Clock,
  ) {}

  /** The area that is asked for, or the actor's own; NOT_FOUND when the actor sees no places there. */
  readable(actor: Actor, area: string | null | undefined): string {
    const own = actor.appointments.find(
      (held) => grantFor(actor, 'place:read', { area: held.area }) !== undefined,
    );
    const code = area ?? own?.area;
    if (code === undefined || !this.mayRead(actor, code)) throw new TechnicalError('NOT_FOUND');
    return code;
  }

  /** Whether the actor sees the places of an area. */
  mayRead(actor: Actor, area: string): boolean {
    return grantFor(actor, 'place:read', { area }) !== undefined;
  }

  /** Those of these entries that the actor may see. */
  async many<Entry extends RegisterEntry>(
    actor: Actor,
    keeper: Pick<Keeper<Entry>, 'areaOf'> & { many(ids: readonly string[]): Promise<Entry[]> },
    ids: readonly string[],
  ): Promise<Entry[]> {
    const found = await keeper.many(ids);
    return found.filter((entry) => this.mayRead(actor, keeper.areaOf(entry)));
  }

  /** The courtyard with this code. @throws Refusal COURTYARD_UNKNOWN */
  async courtyard(code: string): Promise<Area> {
    const area = levelOf(code) === 'COURTYARD' ? await this.areas.lookUp(code) : undefined;
    if (area === undefined) throw new Refusal('COURTYARD_UNKNOWN', { courtyard: code }, ['courtyard']);
    return area;
  }

  /**
   * The grid or courtyard a thing lies in: the one that is named, else the grid of its point; the point in WGS 84.
   * @throws Refusal PLACE_REQUIRED, AREA_UNKNOWN, PLACE_OUTSIDE_GRIDS
   */
  async locate(where: Whereabouts): Promise<{ area: string; point?: Point | undefined }> {
    const point = where.point ? toWgs84(where.point, where.point.datum) : undefined;
    if (where.area != null) {
      const area = await this.areas.lookUp(where.area);
      if (area?.level !== 'GRID' && area?.level !== 'COURTYARD') {
        throw new Refusal('AREA_UNKNOWN', { area: where.area }, ['area']);
      }
      return { area: area.code, point };
    }
    if (point === undefined) throw new Refusal('PLACE_REQUIRED', {}, ['area']);
    const grid = await this.areas.gridAt(point);
    if (grid === undefined) throw new Refusal('PLACE_OUTSIDE_GRIDS', {}, ['point']);
    return { area: grid.code, point };
  }

  /**
   * Writes an entry if it is new or stands in the version the user saw, or in the one their own earlier request made (see
   * {@link PutBasis}). A request that the entry has taken in before gives the entry as it stands, whoever has changed it
   * since. What stands is read, strongly, only where something must, beside what the draft has to look up.
   * @throws Refusal OUT_OF_AREA, NOT_FOUND, CONFLICT (with who changed it)
   */
  async put<Entry extends RegisterEntry>(
    actor: Actor,
    keeper: Keeper<Entry>,
    { id, draft: making }: { readonly id: string; readonly draft: Promise<Draft<Entry>> },
    input: { readonly expectedVersion?: number | null | undefined },
    basis?: PutBasis,
  ): Promise<Entry> {
    const request = putRequest(actor.id, input, basis);
    const [draft, before] = await Promise.all([making, isEdit(request) ? keeper.standing(id) : undefined]);
    const grant = grantFor(actor, 'place:write', { area: keeper.areaOf(draft) });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['area']);
    if (isEdit(request)) {
      const known = this.#seen(actor, keeper, before);
      if (isTaken(known, request)) return known;
      if (!isFresh(known, request)) throw conflictWith(known);
    }
    const version = (before?.version ?? 0) + 1;
    const { mark, key } = request;
    const entry: Entry = {
      ...this.#stamped<Entry>(actor, draft, version, mark, {
        id: actor.id,
        name: actor.name,
        role: grant.role,
      }),
      requests: withTaken(before?.requests ?? [], { mark, version, key }),
    };
    const outcome = await keeper.put(entry, {
      ...{ expectedVersion: before?.version, within: grant.area, gate: actor.standing },
    });
    if (outcome.done) return entry;
    const standing = this.#seen(actor, keeper, outcome.standing);
    if (isTaken(standing, request)) return standing;
    throw conflictWith(standing);
  }

  /** What stands there, if the actor may see it. @throws Refusal NOT_FOUND */
  #seen<Entry extends RegisterEntry>(
    actor: Actor,
    keeper: Keeper<Entry>,
    standing: Entry | undefined,
  ): Entry {
    if (standing === undefined || !this.mayRead(actor, keeper.areaOf(standing)))
      throw new Refusal('NOT_FOUND', {}, ['id']);
    return standing;
  }

  /**
   * Takes in rows, each on its own: one that is refused stops no other. May be repeated; a later import replaces what
   * an import wrote and never what a person changed since. For a caller who has been authorised.
   */
  async import<Input, Entry extends RegisterEntry>(
    actor: Actor,
    keeper: Keeper<Entry>,
    inputs: readonly Input[],
    draftOf: (input: Input) => Promise<Draft<Entry>>,
  ): Promise<ImportResult[]> {
    return someAtOnce(AT_ONCE, inputs, (input) => this.#importOne(actor, keeper, input, draftOf));
  }

  /** What taking in rows would come to, row by row; nothing is written. For a caller who has been authorised. */
  async check<Input, Entry extends RegisterEntry>(
    keeper: Keeper<Entry>,
    inputs: readonly Input[],
    draftOf: (input: Input) => Promise<Draft<Entry>>,
  ): Promise<ImportCheck[]> {
    return someAtOnce(AT_ONCE, inputs, async (input) => {
      try {
        const standing = await keeper.beside(await draftOf(input));
        if (standing === undefined) return 'NEW';
        if (standing.mark === IMPORT_MARK + fingerprint(input)) return 'UNCHANGED';
        return standing.mark.startsWith(IMPORT_MARK) ? 'CHANGED' : conflictWith(standing);
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
    });
  }

  async #importOne<Input, Entry extends RegisterEntry>(
    actor: Actor,
    keeper: Keeper<Entry>,
    input: Input,
    draftOf: (input: Input) => Promise<Draft<Entry>>,
  ): Promise<ImportResult> {
    try {
      const draft = await draftOf(input);
      const mark = IMPORT_MARK + fingerprint(input);
      const first = await keeper.put(this.#stamped<Entry>(actor, draft, 1, mark), {
        ...{ expectedVersion: undefined, gate: actor.standing },
      });
      if (first.done || first.standing?.mark === mark) return { done: true };
      const { standing } = first;
      if (standing === undefined) throw new TechnicalError('TRY_AGAIN');
      if (!standing.mark.startsWith(IMPORT_MARK)) throw conflictWith(standing);
      const next = this.#stamped<Entry>(actor, draft, standing.version + 1, mark);
      const second = await keeper.put(next, {
        ...{ expectedVersion: standing.version, gate: actor.standing },
      });
      if (!second.done) throw conflictWith(second.standing ?? standing);
      return { done: true };
    } catch (error) {
      if (error instanceof Refusal) return { done: false, refusal: error };
      throw error;
    }
  }

  #stamped<Entry extends RegisterEntry>(
    by: Actor,
    draft: Draft<Entry>,
    version: number,
    mark: string,
    author?: Author,
  ): Entry {
    const stamp = { version, mark, author, changedBy: by.name, changedAt: this.clock.now().toISOString() };
    return { ...draft, ...stamp } as Entry;
  }
}
