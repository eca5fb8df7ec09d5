import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type CommitResult } from '../../data/commit';
import { type Author } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type AreaService } from '../areas/area.service';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { publisherOf } from './notice-access.service';
import {
  areasInvalid,
  assertAreas,
  assertAudience,
  checkedBegin,
  checkedContent,
  checkedMinutes,
  checkedText,
  LENGTHS,
  MOST_CHANGES,
  MOST_CURRENT,
  MOST_DAYS,
  toTheSecond,
} from './notice-content.rules';
import { picturesOf } from './notice-picture.rules';
import { type NoticePictureService } from './notice-picture.service';
import { listOf } from './notice-reach.rules';
import { type FoundNotice, type NoticeReadingService } from './notice-reading.service';
import {
  type ChangeNoticeInput,
  type MinuteMeetingInput,
  type PublishNoticeInput,
  type WithdrawNoticeInput,
} from './notice.input';
import { type NoticeRepo } from './notice.repo';
import {
  changedTo,
  conflictWith,
  isTaken,
  type NoticeContent,
  type NoticeRecord,
  stateOfRecord,
  type Taken,
  withdrawnBy,
} from './notice.rules';
import { type Notice } from './notice.type';

/** A request about a notice that there is. */
interface Request {
  readonly id: string;
  readonly notice: string;
  readonly expectedVersion: number;
  readonly evidence?: readonly EvidenceSlotInput[];
}

/** Who changes a notice, by which request, when. */
interface Made {
  readonly request: Taken;
  readonly by: Author;
  readonly at: Date;
}

/** Publishing notices, changing them, taking them back, and minuting meetings. */
export class NoticeDeskService {
  constructor(
    private readonly repo: NoticeRepo,
    private readonly reading: NoticeReadingService,
    private readonly areas: Pick<AreaService, 'lookUpAll'>,
    private readonly pictures: NoticePictureService,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes or plans a notice. The same id with the same content gives the same notice again.
   * @throws Refusal ID_INVALID, NOTICE_AREAS_INVALID, OUT_OF_AREA, NOTICE_NOT_YOURS, TOO_MANY_NOTICES, CONFLICT, and those of what
   *   it says and of its pictures
   */
  async publish(
    actor: Actor,
    reads: CollectionReader,
    input: PublishNoticeInput,
  ): Promise<{ notice: Notice }> {
    const { id, kind, audience, areas } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const request = { id, mark: fingerprint([actor.id, input]) };
    const now = this.clock.now();
    assertAreas(areas);
    const appointment = grantToPublish(actor, input);
    const [known, areAll, isRoom] = await Promise.all([
      this.repo.find(reads, id, { consistent: true }),
      this.areas.lookUpAll(areas).then((found) => found.length === areas.length),
      this.#isRoom(areas, now),
    ]);
    if (known !== undefined) return this.#repeated(actor, reads, known, request);
    const pictures = picturesOf([], input.evidence);
    const content = checkedContent(kind, { ...input, from: checkedBegin(input.from, now), pictures });
    assertAudience(input, content);
    if (!areAll) throw areasInvalid();
    if (!isRoom) throw new Refusal('TOO_MANY_NOTICES', { max: MOST_CURRENT }, ['areas']);
    const notice: NoticeRecord = {
      ...{ id, version: 1, kind, areas, audience, careKind: input.careKind ?? undefined, ...content },
      ...{
        by: authorOf(actor, appointment),
        publishedAt: toTheSecond(now),
        history: [],
        requests: [request],
      },
    };
    const slots = await this.pictures.opening(actor, reads, notice, input.evidence);
    const result = await this.repo.create(reads, notice, slots, actor.standing);
    return this.#answered(actor, reads, result, { notice, request });
  }

  /**
   * Changes what a notice says; what it said before is kept. Its areas and whom it is for never change.
   * @throws Refusal ID_INVALID, NOT_FOUND, CONFLICT, NOTICE_CLOSED, NOTICE_TOO_OFTEN, and those of what it says
   *   and of its pictures
   */
  async change(actor: Actor, reads: CollectionReader, input: ChangeNoticeInput): Promise<{ notice: Notice }> {
    return this.#changing(actor, reads, input, (before, { at }) => {
      const state = stateOfRecord(before, at);
      if (state === 'OVER') throw new Refusal('NOTICE_CLOSED', {}, ['notice']);
      const moved = input.from != null && toTheSecond(input.from).getTime() !== before.from.getTime();
      if (moved && state !== 'PLANNED') throw new Refusal('NOTICE_CLOSED', {}, ['from']);
      const from = moved ? checkedBegin(input.from, at) : before.from;
      const content = checkedContent(before.kind, {
        ...{ title: input.title ?? before.title, text: input.text ?? before.text, from },
        ...{ urgent: input.urgent ?? before.urgent, until: input.until ?? before.until },
        ...{
          commentsOpen: input.commentsOpen ?? before.commentsOpen,
          meeting: input.meeting ?? before.meeting,
        },
        pictures: picturesOf(before.pictures, input.evidence, input.withoutPictures),
      });
      if (content.until <= at) throw new Refusal('NOTICE_TIMES_INVALID', { days: MOST_DAYS }, ['until']);
      assertAudience(before, content);
      return { ...content, minutes: before.minutes };
    });
  }

  /**
   * Records what was said at a meeting, once it has begun, also after its notice is over; again to correct it.
   * @throws Refusal ID_INVALID, NOT_FOUND, CONFLICT, NO_MEETING, MEETING_NOT_HELD, NOTICE_CLOSED, and those of minutes
   */
  async minute(
    actor: Actor,
    reads: CollectionReader,
    input: MinuteMeetingInput,
  ): Promise<{ notice: Notice }> {
    return this.#changing(actor, reads, input, (before, { by, at }) => {
      if (before.meeting === undefined) throw new Refusal('NO_MEETING', {}, ['notice']);
      if (before.meeting.at > at) throw new Refusal('MEETING_NOT_HELD', {}, ['notice']);
      const { title, text, urgent, from, until, commentsOpen, meeting, pictures } = before;
      const minutes = { ...checkedMinutes(input), by, at };
      return { title, text, urgent, from, until, commentsOpen, meeting, minutes, pictures };
    });
  }

  /**
   * Takes a notice back: whoever it was for sees it no more.
   * @throws Refusal ID_INVALID, NOT_FOUND, CONFLICT, NOTICE_CLOSED, TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT
   */
  async withdraw(
    actor: Actor,
    reads: CollectionReader,
    input: WithdrawNoticeInput,
  ): Promise<{ notice: Notice }> {
    const reason = checkedText(input.reason, ['reason'], LENGTHS.comment);
    return this.#writing(actor, reads, input, (before, { request, by, at }) => {
      if (stateOfRecord(before, at) === 'OVER') throw new Refusal('NOTICE_CLOSED', {}, ['notice']);
      return withdrawnBy(before, { at, by, reason }, request);
    });
  }

  async #changing(
    actor: Actor,
    reads: CollectionReader,
    request: Request,
    contentOf: (before: NoticeRecord, made: Made) => NoticeContent,
  ): Promise<{ notice: Notice }> {
    return this.#writing(actor, reads, request, (before, made) => {
      if (before.history.length >= MOST_CHANGES)
        throw new Refusal('NOTICE_TOO_OFTEN', { max: MOST_CHANGES }, ['notice']);
      return changedTo(before, contentOf(before, made), made);
    });
  }

  /** What all that is done to a notice has in common: who may, whether it was done before, and by which version. */
  async #writing(
    actor: Actor,
    reads: CollectionReader,
    input: Request,
    next: (before: NoticeRecord, made: Made) => NoticeRecord,
  ): Promise<{ notice: Notice }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const { record, appointment } = await this.#managed(actor, reads, input.notice);
    const request = { id: input.id, mark: fingerprint([actor.id, input]) };
    if (isTaken(record.requests, request)) return this.#repeated(actor, reads, record, request);
    if (record.version !== input.expectedVersion) throw conflictWith(record);
    if (record.withdrawal !== undefined) throw new Refusal('NOTICE_CLOSED', {}, ['notice']);
    const made = { request, by: authorOf(actor, appointment), at: toTheSecond(this.clock.now()) };
    const notice = next(record, made);
    const slots = await this.pictures.opening(actor, reads, notice, input.evidence ?? []);
    const result = await this.repo.change(reads, notice, slots, actor.standing);
    return this.#answered(actor, reads, result, { notice, request });
  }

  /** The notice for whoever may change it, strongly consistent. @throws Refusal NOT_FOUND */
  async #managed(
    actor: Actor,
    reads: CollectionReader,
    id: string,
  ): Promise<FoundNotice & { appointment: Appointment }> {
    const found = await this.reading.find(actor, reads, id, { consistent: true }).catch((error: unknown) => {
      if (error instanceof TechnicalError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    });
    const areas = found?.isManaged === true ? found.record.areas : [];
    const [appointment] = areas.flatMap(
      (area) =>
        grantFor(publisherOf(actor, found?.record.kind ?? 'NOTICE'), 'notice:publish', { area }) ?? [],
    );
    if (found === undefined || appointment === undefined) throw new Refusal('NOT_FOUND', {}, ['notice']);
    return { ...found, appointment };
  }

  async #answered(
    actor: Actor,
    reads: CollectionReader,
    result: CommitResult,
    { notice, request }: { readonly notice: NoticeRecord; readonly request: Taken },
  ): Promise<{ notice: Notice }> {
    if (result.done) return { notice: await this.#shown(actor, reads, notice) };
    const standing = await this.repo.find(reads, notice.id, { consistent: true });
    if (standing === undefined || standing.version < notice.version) throw this.pictures.taken(result.found);
    return this.#repeated(actor, reads, standing, request);
  }

  /** The notice as it stands, where it has taken in this very request. @throws Refusal CONFLICT */
  async #repeated(
    actor: Actor,
    reads: CollectionReader,
    standing: NoticeRecord,
    request: Taken,
  ): Promise<{ notice: Notice }> {
    if (isTaken(standing.requests, request)) return { notice: await this.#shown(actor, reads, standing) };
    if (standing.id !== request.id) throw conflictWith(standing);
    const what = { zh: `编号 ${request.id} 已被使用`, en: `the id ${request.id} is taken` };
    throw new Refusal('CONFLICT', { what }, ['id']);
  }

  async #shown(actor: Actor, reads: CollectionReader, record: NoticeRecord): Promise<Notice> {
    const reader = await this.reading.readerOf(actor, reads);
    return this.reading.shown(actor, { record, isManaged: true, reader });
  }

  /** Whether another notice may be planned or out in each of the lists it would stand in. */
  async #isRoom(areas: readonly string[], now: Date): Promise<boolean> {
    const lists = [...new Set(areas.map(listOf))];
    const current = await Promise.all(lists.map((list) => this.repo.current(list, now)));
    return current.every((rows) => new Set(rows.map(({ id }) => id)).size < MOST_CURRENT);
  }
}

/**
 * The appointment by which somebody may publish this.
 * @throws Refusal OUT_OF_AREA, NOTICE_NOT_YOURS
 */
function grantToPublish(actor: Actor, { kind, audience, areas }: PublishNoticeInput): Appointment {
  const anywhere = areas.map((area) => grantFor(actor, 'notice:publish', { area }));
  if (anywhere.includes(undefined)) throw new Refusal('OUT_OF_AREA', {}, ['areas']);
  const publisher = publisherOf(actor, kind);
  const grants = areas.map((area) => grantFor(publisher, 'notice:publish', { area }));
  const mayAddress =
    audience !== 'CARE_TAG' || areas.every((area) => grantFor(actor, 'care:write', { area }) !== undefined);
  const [grant] = grants;
  if (grant === undefined || grants.includes(undefined) || !mayAddress)
    throw new Refusal('NOTICE_NOT_YOURS', {}, [mayAddress ? 'kind' : 'audience']);
  return grant;
}

function authorOf({ id, name }: Actor, { role }: Appointment): Author {
  return { id, name, role };
}
