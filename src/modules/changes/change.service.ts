import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt, isWithin, levelOf } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type AreaService } from '../areas/area.service';
import { type ChangeFeed, type RecordChange } from './change.type';
import { type Cursor, decodeCursor, encodeCursor } from './change-cursor.rules';
import { actorIn, type Scope, scopeOf } from './change-scope.service';
import { afterTurn, type Reading, turnOf } from './change-turn.rules';
import { type ChangedRecordService, type FoundRecord } from './changed-record.service';
import { type PointerPage, type PointerRepo } from './pointer.repo';
import { gridsSeeing, hasGone, type ReadPointer, type Subject, subjectsOf } from './telling.rules';

/** Most changes of one answer, and most grids that are asked for at once. */
const MOST_CHANGES = 100;
const MOST_GRIDS = 20;

/** What somebody wants to know. */
export interface ChangesQuery {
  /** Codes of grids, courtyards (which stand for their grids) or communities. */
  readonly areas: readonly string[];
  readonly cursor?: string | undefined;
  readonly first: number;
}

/** What has changed in grids since somebody asked last. */
export class ChangeService {
  constructor(
    private readonly pointers: Pick<PointerRepo, 'told'>,
    private readonly records: Pick<ChangedRecordService, 'seen'>,
    private readonly areas: Pick<AreaService, 'allInside'>,
    private readonly clock: Clock,
  ) {}

  /**
   * What has changed in some areas since a cursor, as far as the actor sees it now; what they see no longer is told as
   * removed, and of what they never saw nothing. Two round trips; one more where a community is asked for. CURSOR_INVALID;
   * NOT_FOUND for an area that the actor does not answer for, unless they did when the cursor was made: it is to be
   * forgotten then.
   */
  async since(actor: Actor, { areas, cursor: text, first }: ChangesQuery): Promise<ChangeFeed> {
    if (first < 1 || first > MOST_CHANGES) throw badInput(`first: 1–${MOST_CHANGES}`);
    const now = this.clock.now();
    const cursor = text === undefined ? undefined : decodeCursor(text, actor.id, now);
    const scopes = await this.#scopesOf(actor, areas, cursor);
    const turn = turnOf(cursor, scopes, { person: actor.id, now, first });
    const pages = await Promise.all(
      turn.readings.map(async (reading) => ({
        reading,
        page: await this.pointers.told(reading.grid, reading),
      })),
    );
    const read = pages.flatMap(({ reading, page }) => pointersOf(reading, page, scopes));
    const subjects = subjectsOf(read);
    const found = await this.records.seen(actorIn(actor, scopes), subjects);
    const ends = pages.map(({ reading, page }): [string, string | undefined] => [
      reading.grid,
      page.more ? page.pointers.at(-1)?.turn : undefined,
    ]);
    const { cursor: next, hasMore } = afterTurn(turn, new Map(ends));
    const changes = subjects.map((subject) => told(subject, found, scopes));
    return {
      changes: changes.filter((change) => change !== undefined),
      ...{ cursor: encodeCursor(next), hasMore, forget: turn.forget, restart: turn.restart },
    };
  }

  /** The grids that are asked for, as the actor sees them, each once. */
  async #scopesOf(
    actor: Actor,
    areas: readonly string[],
    cursor: Cursor | undefined,
  ): Promise<readonly Scope[]> {
    const grids = await Promise.all([...new Set(areas)].map((code) => this.#gridsOf(actor, code, cursor)));
    const codes = [...new Set(grids.flat())].sort();
    if (areas.length === 0 || codes.length > MOST_GRIDS) throw badInput(`areas: 1–${MOST_GRIDS}`);
    return codes.map((grid) => scopeOf(actor, grid)).filter((scope) => scope !== undefined);
  }

  async #gridsOf(actor: Actor, code: string, cursor: Cursor | undefined): Promise<readonly string[]> {
    if (levelOf(code) === 'COMMUNITY') {
      if (grantFor(actor, 'changes:read', { area: code }) === undefined) return lost(code, cursor);
      return (await this.areas.allInside(code, 'GRID')).map((grid) => grid.code);
    }
    const grid = ancestorAt(code, 'GRID');
    if (grid === undefined) throw badInput('areas: 12 / 15');
    return scopeOf(actor, grid) === undefined ? lost(grid, cursor) : [grid];
  }
}

/** What became of an area that is seen no longer: it is not told, and so forgotten. @throws NOT_FOUND for any other */
function lost(area: string, cursor: Cursor | undefined): readonly string[] {
  const known = [...(cursor?.positions.keys() ?? [])];
  if (!known.some((grid) => isWithin(grid, area))) throw new TechnicalError('NOT_FOUND');
  return [];
}

function pointersOf(
  { grid: code, since, isWhole }: Reading,
  { pointers }: PointerPage,
  scopes: readonly Scope[],
): readonly ReadPointer[] {
  const grid = scopes.find((scope) => scope.grid === code);
  return grid === undefined ? [] : pointers.map((pointer) => ({ ...pointer, grid, since, isWhole }));
}

/** What is told of a record; undefined where it is not seen and never was. */
function told(
  subject: Subject,
  found: ReadonlyMap<string, FoundRecord>,
  scopes: readonly Scope[],
): RecordChange | undefined {
  const { type, id } = subject;
  const record = found.get(`${type}#${id}`);
  const areas = gridsSeeing(record, scopes);
  if (record !== undefined && areas.length > 0) return { type, id, removed: false, areas, ...record.shown };
  return hasGone(subject, record) ? { type, id, removed: true, areas: [] } : undefined;
}

function badInput(what: string): TechnicalError {
  return new TechnicalError('BAD_USER_INPUT', { what });
}
