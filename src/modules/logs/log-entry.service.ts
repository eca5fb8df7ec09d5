import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { unseenBy } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { toWgs84 } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { keptUntilOf } from '../evidence/file-terms.rules';
import { type AddLogEntryInput, type ChangeLogEntryInput } from './log-entry.input';
import { entryKey, type LogEntryRepo } from './log-entry.repo';
import { changedTo, checkedNote, isChangeable, isTaken, type Taken } from './log-entry.rules';
import { type LogEntry } from './log-entry.type';
import { type LogPlace, type LogPlaceService } from './log-place.service';
import { checkedTime, gridOf, isTooLate } from './log.rules';

/** Notes in work logs (民情日志): written by the worker, changed by nobody else. */
export class LogEntryService {
  constructor(
    private readonly repo: LogEntryRepo,
    private readonly places: LogPlaceService,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {}

  /** The note with this id, of the actor or in an area they supervise; NOT_FOUND for all others. */
  async get(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<LogEntry> {
    const found = isId(id) ? await this.repo.find(reads, id, options) : undefined;
    if (found === undefined || !maySee(actor, found)) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /**
   * Notes something. The same id with the same content gives the same note again; also for what a visit brings along, which
   * then names itself in `visit`. One wave of reads, one write.
   * @throws Refusal ID_INVALID, LOG_TIME_INVALID, CONFLICT, and those of `checkedNote`, of the place and of evidence slots
   */
  async add(actor: Actor, reads: CollectionReader, input: AddLogEntryInput): Promise<{ entry: LogEntry }> {
    const { id, visit } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    if (visit != null && !isId(visit)) throw new Refusal('ID_INVALID', {}, ['visit']);
    const note = checkedNote(input);
    const now = this.clock.now();
    const request = { id, mark: fingerprint([actor.id, input]) };
    // What was taken in a week ago, and whose answer was lost, is no late note.
    const late = isTooLate(input.at, now) ? await this.#taken(reads, request) : undefined;
    if (late !== undefined) return { entry: late };
    const at = checkedTime(input.at, now);
    const point = input.point ? toWgs84(input.point, input.point.datum) : undefined;
    const place = await this.#placeOrTaken(actor, reads, { ...input, point }, request);
    if ('entry' in place) return place;
    const { area, household } = place;
    const entry: LogEntry = {
      ...{ id, version: 1, ...note, at: toTheSecond(at), recordedAt: now, point, household },
      ...{ area: area.code, areaNames: area.names, by: { id: actor.id, name: actor.name } },
      ...{ visit: visit ?? undefined, history: [], comments: [], requests: [request] },
    };
    const slots = this.evidence.prepare(actor, { key: entryKey(id), area: area.code }, input.evidence);
    const result = await this.repo.create(reads, entry, slots, actor.standing);
    if (result.done) return { entry };
    const [found, ...others] = result.found;
    const standing = this.repo.fromItem(found);
    if (standing === undefined) throw this.evidence.slotConflict(others);
    if (!isTaken(standing.requests, request)) throw new Refusal('CONFLICT', { what: id }, ['id']);
    return { entry: (await this.repo.find(reads, id, { consistent: true })) ?? standing };
  }

  /** Where it was, or the note as it stands where it was taken in before its place became somebody else's. */
  async #placeOrTaken(
    actor: Actor,
    reads: CollectionReader,
    input: Parameters<LogPlaceService['find']>[2],
    request: Taken,
  ): Promise<LogPlace | { entry: LogEntry }> {
    try {
      return await this.places.find(actor, reads, input);
    } catch (error) {
      const entry = await this.#taken(reads, request);
      if (entry === undefined) throw error;
      return { entry };
    }
  }

  /** The note that this very request made; undefined where it has made none. @throws Refusal CONFLICT */
  async #taken(reads: CollectionReader, request: Taken): Promise<LogEntry | undefined> {
    const found = await this.repo.find(reads, request.id, { consistent: true });
    return found !== undefined && isTaken(found.requests, request) ? found : undefined;
  }

  /**
   * Changes a note of the actor's own; what it said is kept beside it.
   * @throws Refusal ID_INVALID, NOT_FOUND, LOG_ENTRY_CLOSED, CONFLICT, and those of `checkedNote`
   */
  async change(
    actor: Actor,
    reads: CollectionReader,
    input: ChangeLogEntryInput,
    after?: readonly string[],
  ): Promise<{ entry: LogEntry }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const before = await this.own(actor, reads, input.entry);
    const request = { id: input.id, mark: fingerprint([actor.id, input]) };
    if (isTaken(before.requests, request)) return { entry: before };
    const unseen = unseenBy({ ...input, after }, before.version, before.requests);
    if (unseen === undefined || unseen.length > 0) throw conflict(before);
    if (!this.mayChange(actor, before)) throw new Refusal('LOG_ENTRY_CLOSED', {}, ['entry']);
    const kind = input.kind ?? before.kind;
    const { topics, present } = before;
    const stays = topics && present !== undefined && kind === before.kind ? { topics, present } : undefined;
    const note = checkedNote({ kind, text: input.text ?? before.text, meeting: input.meeting ?? stays });
    const changed = changedTo(before, note, request, this.clock.now());
    const { done } = await this.repo.change(reads, changed, actor.standing);
    if (done) return { entry: changed.entry };
    // Somebody was faster: this very request, sent twice, or another.
    const standing = await this.own(actor, reads, input.entry);
    if (!isTaken(standing.requests, request)) throw conflict(standing);
    return { entry: standing };
  }

  /** The actor's own note, strongly consistent. @throws Refusal NOT_FOUND */
  async own(actor: Actor, reads: CollectionReader, id: string): Promise<LogEntry> {
    const found = isId(id) ? await this.repo.find(reads, id, { consistent: true }) : undefined;
    if (found?.by.id !== actor.id) throw new Refusal('NOT_FOUND', {}, ['entry']);
    return found;
  }

  /** Whether the actor may change a note now. */
  mayChange(actor: Actor, entry: LogEntry): boolean {
    return entry.by.id === actor.id && isChangeable(entry, businessDate(this.clock.now()));
  }

  /** The pictures of a note that the actor may see, with the links they may have. */
  async evidenceOf(actor: Actor, reads: CollectionReader, { id, area }: LogEntry): Promise<Evidence[]> {
    const mayReadOriginal = grantFor(actor, 'log:supervise', { area }) !== undefined;
    const all = await this.evidence.ofOwner(reads, entryKey(id));
    return all.map((evidence) => ({
      ...evidence,
      mayReadOriginal: mayReadOriginal || evidence.by === actor.id,
      mayUpload: evidence.by === actor.id,
      keptUntil: keptUntilOf(evidence, undefined),
    }));
  }
}

/** Whether it is the actor's own, or lies in an area they supervise. */
export function maySee(actor: Actor, { by, area }: LogEntry): boolean {
  return by.id === actor.id || grantFor(actor, 'log:supervise', { area: gridOf(area) }) !== undefined;
}

function conflict({ version }: LogEntry): Refusal {
  const what = { zh: `版本 ${version} 之后已有修改`, en: `changed since version ${version}` };
  return new Refusal('CONFLICT', { what }, ['expectedVersion']);
}

function toTheSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}
