import { type Actor, type Appointment } from '../../src/auth/actor';
import { grantFor } from '../../src/auth/permissions';
import { type Image, type TableChange } from '../../src/data/table-change';
import { ChangeNoteService } from '../../src/modules/changes/change-note.service';
import { ChangeService } from '../../src/modules/changes/change.service';
import { type ChangeFeed } from '../../src/modules/changes/change.type';
import { type FoundRecord } from '../../src/modules/changes/changed-record.service';
import { keyOf, type Pointer } from '../../src/modules/changes/pointer.events';
import { type PointerRange } from '../../src/modules/changes/pointer.repo';
import {
  isLongClosed,
  type Stand,
  standsOfCase,
  standsOfHousehold,
  standsOfPlace,
  standsOfResident,
} from '../../src/modules/changes/presence.rules';
import { type Subject } from '../../src/modules/changes/telling.rules';

const DAY = 86_400_000;

/** Entities of the model, and the kinds of records that they are. */
const TYPES = { household: 'HOUSEHOLD', resident: 'RESIDENT', case: 'CASE', facility: 'FACILITY' } as const;
type EntityName = keyof typeof TYPES;

interface Noted {
  readonly pointer: Pointer;
  readonly turn: string;
  readonly seenFrom: number;
}

/** A table with its stream and the pointers, in memory; the services on it are the product's own. */
export class ChangesModel {
  now = Date.UTC(2026, 4, 12);
  readonly images = new Map<string, Image>();
  readonly #untold = new Map<string, TableChange[]>();
  readonly #pointers = new Map<string, Noted>();
  /** By how much the clock of whoever notes is behind, and how late the index shows it, in ms. */
  lag = { clock: 0, index: 0 };

  readonly #clock = { now: () => new Date(this.now) };
  readonly #notes = new ChangeNoteService(
    { keep: (pointers, now) => Promise.resolve(this.#keep(pointers, now)) },
    this.#clock,
  );
  readonly service = new ChangeService(
    { told: (grid, range) => Promise.resolve(this.#told(grid, range)) },
    { seen: (actor, subjects) => Promise.resolve(this.#seen(actor, subjects)) },
    { allInside: () => Promise.reject(new Error('The model asks for grids.')) },
    this.#clock,
  );

  /** Writes a record; the stream has something to tell. */
  write(entity: EntityName, id: string, content: Record<string, unknown>): void {
    const key = `${TYPES[entity]}#${id}`;
    const before = this.images.get(key);
    const after = { __edb_e__: entity, id, pk: key, ...content };
    this.images.set(key, after);
    this.#untold.set(key, [...(this.#untold.get(key) ?? []), { before, after, at: new Date(this.now) }]);
  }

  /** A plan of visits is written: in the collection of its household, whose changes come in one order with its own. */
  plan(household: string, courtyard: string): void {
    const key = `HOUSEHOLD#${household}`;
    const after = { __edb_e__: 'visit-plan', id: household, courtyard, dueOn: String(this.now), row: {} };
    const change = { before: undefined, after, at: new Date(this.now) };
    this.#untold.set(key, [...(this.#untold.get(key) ?? []), change]);
  }

  /** The stream tells some changes of the records that are picked, in the order of each; broken off and repeated once. */
  async tell(isPicked: (key: string) => boolean, brokenAfter: number): Promise<void> {
    const keys = [...this.#untold.keys()].filter(isPicked);
    const batch = keys.flatMap((key) => this.#untold.get(key) ?? []);
    for (const key of keys) this.#untold.delete(key);
    await this.#notes.observe(batch.slice(0, brokenAfter));
    await this.#notes.observe(batch);
  }

  /** Whether an actor sees a record in one of some grids, by the rules of its module and by nothing of the feed. */
  isSeen(actor: Actor, grids: readonly string[], key: string): boolean {
    const image = this.images.get(key);
    if (image === undefined || !mayRead(actor, image)) return false;
    return homesOf(image, new Date(this.now)).some((code) => grids.includes(code.slice(0, 15)));
  }

  #keep(pointers: Iterable<Pointer>, now: Date): number {
    let count = 0;
    for (const pointer of pointers) {
      count += 1;
      const key = keyOf(pointer);
      const turn = `${String(now.getTime() - this.lag.clock).padStart(13, '0')}#${key}`;
      this.#pointers.set(`${pointer.grid}#${key}`, { pointer, turn, seenFrom: this.now + this.lag.index });
    }
    return count;
  }

  #told(grid: string, { from, after, until, limit }: PointerRange) {
    const [first, last] = [after ?? String(from).padStart(13, '0'), String(until + 1).padStart(13, '0')];
    const rows = [...this.#pointers.values()]
      .filter(({ pointer, seenFrom }) => pointer.grid === grid && seenFrom <= this.now)
      .filter(({ pointer, turn }) => !pointer.isLast || this.now < Number(turn.slice(0, 13)) + 91 * DAY)
      .filter(({ turn }) => turn > first && turn < last)
      .sort((a, b) => (a.turn < b.turn ? -1 : 1));
    const pointers = rows
      .slice(0, limit)
      .map(({ pointer, turn }) => ({ ...pointer, turn, at: pointer.at?.getTime() ?? 0 }));
    return { pointers, more: rows.length > limit };
  }

  #seen(actor: Actor, subjects: readonly Subject[]): ReadonlyMap<string, FoundRecord> {
    const found = subjects.flatMap(({ type, id }): [string, FoundRecord][] => {
      const image = this.images.get(`${type}#${id}`);
      if (image === undefined || !mayRead(actor, image)) return [];
      const { reporter } = (image.facts ?? {}) as { reporter?: { id: string } };
      const stands = standsOf(image, new Date(this.now));
      return [[`${type}#${id}`, { stands, isOwn: reporter?.id === actor.id, shown: { version: 1 } }]];
    });
    return new Map(found);
  }
}

/** A phone that keeps what it is told. */
export class Phone {
  readonly kept = new Map<string, readonly string[]>();
  cursor: string | undefined;

  /** Takes in an answer as the API's description says. */
  take({ changes, cursor, forget, restart }: ChangeFeed): void {
    if (restart) this.kept.clear();
    for (const [key, areas] of this.kept) this.#keep(key, areas.filter((area) => !forget.includes(area))); // prettier-ignore
    for (const { type, id, areas } of changes) this.#keep(`${type}#${id}`, areas);
    this.cursor = cursor;
  }

  #keep(key: string, areas: readonly string[]): void {
    if (areas.length === 0) this.kept.delete(key);
    else this.kept.set(key, areas);
  }
}

/** Somebody with appointments. */
export function actorWith(id: string, appointments: readonly Appointment[]): Actor {
  return { id, name: '某人', appointments };
}

function standsOf(image: Image, now: Date): readonly Stand[] {
  switch (image.__edb_e__) {
    case 'household':
      return standsOfHousehold(image as never);
    case 'resident':
      return standsOfResident(image as never);
    case 'case':
      return closedLong(image, now) ? [] : standsOfCase({ ...(image.facts as object), ...image } as never);
    default:
      return standsOfPlace(String(image.area), image.shelf === 'CLOSED');
  }
}

function closedLong({ facts }: Image, now: Date): boolean {
  const { state, updatedAt } = facts as { state: string; updatedAt: string };
  return state === 'CLOSED' && isLongClosed(new Date(updatedAt), now);
}

/** Codes of where a record is at home today, in plain words again: nothing of the feed's own rules. */
function homesOf(image: Image, now: Date): readonly string[] {
  switch (image.__edb_e__) {
    case 'household':
      return [String(image.courtyard)];
    case 'resident':
      return (image.residences as { courtyard: string; until?: string }[])
        .filter(({ until }) => until === undefined)
        .map(({ courtyard }) => courtyard);
    case 'case': {
      const { area } = image.facts as { area: string };
      return closedLong(image, now) ? [] : [area, (image.grid as string | undefined) ?? area];
    }
    default:
      return image.shelf === 'CLOSED' ? [] : [String(image.area)];
  }
}

/** The permission of each module, as its service asks for it. */
function mayRead(actor: Actor, image: Image): boolean {
  const row = (image.facts ?? {}) as { area?: string; holder?: { code: string }; reporter?: { id: string } };
  switch (image.__edb_e__) {
    case 'household':
      return grantFor(actor, 'household:read', { area: String(image.courtyard) }) !== undefined;
    case 'resident': {
      const [first] = image.residences as { courtyard: string }[];
      return grantFor(actor, 'resident:read', { area: first?.courtyard }) !== undefined;
    }
    case 'case': {
      const target = { area: row.area, holder: row.holder?.code, reporterId: row.reporter?.id ?? '' };
      return grantFor(actor, 'case:read', target) !== undefined;
    }
    default:
      return grantFor(actor, 'place:read', { area: String(image.area) }) !== undefined;
  }
}
