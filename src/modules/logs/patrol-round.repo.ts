import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { businessDate } from '../../shared/business-date';
import { type Point } from '../../shared/geo';
import { createPatrolRoundEntity } from './log.entity';
import { logOf, personOf, roundFrom, type RoundRow } from './log-row.rules';
import { type PatrolRound } from './log.type';

/** A round, whose it is, and the fingerprints of the requests it was made and ended by. */
export interface KeptRound extends PatrolRound {
  readonly person: string;
  readonly version: number;
  readonly mark: string;
  readonly endMark?: string | undefined;
}

/** Reads and writes patrol rounds. */
export class PatrolRoundRepo {
  readonly #rounds;

  constructor(private readonly table: Table) {
    this.#rounds = lazily(() => createPatrolRoundEntity(table));
  }

  /** A round by its id, strongly consistent; one Query. */
  async find(reads: CollectionReader, id: string): Promise<KeptRound | undefined> {
    const items = await reads.read(`ROUND#${id}`, { consistent: true });
    return this.fromItem(items.find(({ sk }) => sk === 'ROUND'));
  }

  /** Writes a round that is new, or that nobody changed since `version - 1`. */
  async save(reads: CollectionReader, round: KeptRound, gate: Gate | undefined): Promise<CommitResult> {
    const { id, person, version, mark, endMark, startedAt, endedAt, startPoint, endPoint } = round;
    const row: RoundRow = {
      ...{ from: startedAt.toISOString(), to: endedAt?.toISOString() },
      ...{ start: pairOf(startPoint), end: pairOf(endPoint) },
    };
    const turn = `${businessDate(startedAt)}#ROUND#${row.from}`;
    const put = this.#rounds.put({ id, version, mark, endMark, row, turn, log: logOf(person) });
    const condition =
      version === 1
        ? put.where((attributes, { notExists }) => notExists(attributes.id))
        : put.where((attributes, { eq }) => eq(attributes.version, version - 1));
    return commitFor(reads, this.table, [condition.params<PreparedPut>()], gate);
  }

  /** The round in an item. */
  fromItem(item: Record<string, unknown> | undefined): KeptRound | undefined {
    const { data } = item === undefined ? { data: null } : this.#rounds.parse({ Item: item });
    if (data === null) return undefined;
    const { log, version, mark, endMark } = data;
    return { ...roundFrom(data), person: personOf(log), version, mark, endMark };
  }
}

function pairOf(point: Point | undefined): readonly [number, number] | undefined {
  return point && [point.latitude, point.longitude];
}
