import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { levelOf } from '../../shared/area-code';
import { type Author } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { type Datum, type Point, toWgs84 } from '../../shared/geo';
import { type AreaService } from '../areas/area.service';
import { type Area } from '../areas/area.type';
import {
  type Draft,
  type ImportCheck,
  type ImportResult,
  type Keeper,
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
   * Writes an entry if it is new or stands in the version the user saw. The same request again gives the same answer.
   * @throws Refusal OUT_OF_AREA, NOT_FOUND, CONFLICT (with who changed it)
   */
  async put<Entry extends RegisterEntry>(
    actor: Actor,
    keeper: Keeper<Entry>,
    draft: Draft<Entry>,
    input: { readonly expectedVersion?: number | null | undefined },
  ): Promise<Entry> {
    const grant = grantFor(actor, 'place:write', { area: keeper.areaOf(draft) });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['area']);
    const expectedVersion = input.expectedVersion ?? undefined;
    const entry = this.#stamped<Entry>(
      actor,
      draft,
      (expectedVersion ?? 0) + 1,
      fingerprint([actor.id, input]),
      { id: actor.id, name: actor.name, role: grant.role },
    );
    const outcome = await keeper.put(entry, {
      ...{ expectedVersion, within: grant.area, gate: actor.standing },
    });
    if (outcome.done) return entry;
    const { standing } = outcome;
    if (standing === undefined || !this.mayRead(actor, keeper.areaOf(standing))) {
      throw new Refusal('NOT_FOUND', {}, ['id']);
    }
    if (standing.mark === entry.mark) return standing;
    throw conflictWith(standing);
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
    return someAtOnce(inputs, (input) => this.#importOne(actor, keeper, input, draftOf));
  }

  /** What taking in rows would come to, row by row; nothing is written. For a caller who has been authorised. */
  async check<Input, Entry extends RegisterEntry>(
    keeper: Keeper<Entry>,
    inputs: readonly Input[],
    draftOf: (input: Input) => Promise<Draft<Entry>>,
  ): Promise<ImportCheck[]> {
    return someAtOnce(inputs, async (input) => {
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

async function someAtOnce<Input, Result>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < inputs.length; start += AT_ONCE)
    results.push(...(await Promise.all(inputs.slice(start, start + AT_ONCE).map(work))));
  return results;
}

/** The refusal that tells who changed the entry in the meantime. */
function conflictWith({ changedBy, changedAt }: RegisterEntry): Refusal {
  const when = changedAt.replace(/\.\d+Z$/, 'Z');
  const what = { zh: `${changedBy}于 ${when} 修改`, en: `${changedBy}, ${when}` };
  return new Refusal('CONFLICT', { what }, ['expectedVersion']);
}
