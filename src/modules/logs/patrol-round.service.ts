import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { toWgs84 } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { checkedTime, isTooLate } from './log.rules';
import { type PatrolRound } from './log.type';
import { type KeptRound, type PatrolRoundRepo } from './patrol-round.repo';
import { type EndRoundInput, type StartRoundInput } from './work-plan.input';

/** Longest round. */
const LONGEST_MS = 24 * 3_600_000;

/** Patrol rounds (巡查): start and end, if one likes; nothing asks whether there is one. */
export class PatrolRoundService {
  constructor(
    private readonly repo: PatrolRoundRepo,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a round. The same id and content gives the same round again.
   * @throws Refusal ID_INVALID, LOG_TIME_INVALID, CONFLICT
   */
  async start(
    actor: Actor,
    reads: CollectionReader,
    input: StartRoundInput,
  ): Promise<{ round: PatrolRound }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const now = this.clock.now();
    const mark = fingerprint([actor.id, input]);
    // What was taken in a week ago, and whose answer was lost, is no late round.
    const known = isTooLate(input.at, now) ? await this.repo.find(reads, id) : undefined;
    if (known?.mark === mark) return { round: known };
    const startedAt = checkedTime(input.at, now);
    const startPoint = input.point ? toWgs84(input.point, input.point.datum) : undefined;
    const round: KeptRound = { id, person: actor.id, version: 1, mark, startedAt, startPoint };
    const result = await this.repo.save(reads, round, actor.standing);
    if (result.done) return { round };
    const standing = this.repo.fromItem(result.found[0]);
    if (standing?.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
    return { round: standing };
  }

  /** The actor's own round; NOT_FOUND for all others. */
  async own(actor: Actor, reads: CollectionReader, id: string): Promise<PatrolRound> {
    const found = isId(id) ? await this.repo.find(reads, id) : undefined;
    if (found?.person !== actor.id) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /**
   * Ends a round of the actor's own. The same content gives the same round again.
   * @throws Refusal NOT_FOUND, LOG_TIME_INVALID, ROUND_TIMES_INVALID, ROUND_ENDED
   */
  async end(actor: Actor, reads: CollectionReader, input: EndRoundInput): Promise<{ round: PatrolRound }> {
    const before = isId(input.round) ? await this.repo.find(reads, input.round) : undefined;
    if (before?.person !== actor.id) throw new Refusal('NOT_FOUND', {}, ['round']);
    const endMark = fingerprint([actor.id, input]);
    if (before.endMark === endMark) return { round: before };
    if (before.endedAt !== undefined) throw new Refusal('ROUND_ENDED', {}, ['round']);
    const endedAt = checkedTime(input.at, this.clock.now());
    const lasted = endedAt.getTime() - before.startedAt.getTime();
    if (lasted < 0 || lasted > LONGEST_MS) throw new Refusal('ROUND_TIMES_INVALID', {}, ['at']);
    const endPoint = input.point ? toWgs84(input.point, input.point.datum) : undefined;
    const round: KeptRound = { ...before, version: before.version + 1, endedAt, endPoint, endMark };
    const result = await this.repo.save(reads, round, actor.standing);
    if (result.done) return { round };
    const standing = this.repo.fromItem(result.found[0]);
    if (standing?.endMark !== endMark) throw new Refusal('ROUND_ENDED', {}, ['round']);
    return { round: standing };
  }
}
