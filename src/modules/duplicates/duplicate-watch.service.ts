import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type HouseholdService } from '../residents/household.service';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { residentToCompare } from './duplicate.events';
import { type DuplicateRepo } from './duplicate.repo';
import { homesOf, isClosed, pairAsItIs, pairOf } from './duplicate.rules';

/** Residents compared at one time. */
const AT_ONCE = 16;

/**
 * Looks at each resident whose record has changed: whether there is another record of the same person. It goes by the
 * records as they stand, not by what an event says: events may come twice, late and in any order.
 */
export class DuplicateWatchService {
  constructor(
    private readonly repo: DuplicateRepo,
    private readonly residents: ResidentService,
    private readonly households: HouseholdService,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** Compares everybody whom changes of the table are about. May be repeated. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    const ids = changes.map(residentToCompare).filter((id) => id !== undefined);
    await this.compare([...new Set(ids)]);
  }

  /** Compares residents with all others, and writes the pairs that there are now or are no more. May be repeated. */
  async compare(ids: readonly string[]): Promise<void> {
    const reads = this.newReads();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      const all = await Promise.all(some.map(async (id) => ({ id, others: await this.#others(reads, id) })));
      // One after the other, because two of them may be the two of one pair.
      for (const { id, others } of all) for (const other of others) await this.#settle(reads, id, other);
    }
  }

  /** Everybody whom a resident may be, or once was thought to be. */
  async #others(reads: CollectionReader, id: string): Promise<ReadonlySet<string>> {
    const resident = await this.residents.lookUp(reads, id, { consistent: true });
    if (resident === undefined) return new Set();
    const known = await this.repo.othersOf(reads, id);
    if (isClosed(resident)) return new Set(known);
    const [numbered, housemates] = await Promise.all([
      this.residents.sameNumber(resident),
      this.#sameHome(reads, resident),
    ]);
    return new Set([...known, ...numbered, ...housemates]);
  }

  /** Whoever of the same name lives in the same household: few, so that their records are read. */
  async #sameHome(reads: CollectionReader, resident: Resident): Promise<string[]> {
    const homes = await Promise.all(
      homesOf(resident).map((id) => this.households.lookUp(reads, id, { consistent: true })),
    );
    return homes
      .flatMap((home) => home?.everyone ?? [])
      .filter(
        ({ resident: id, name, until }) =>
          id !== resident.id && name === resident.name && until === undefined,
      )
      .map(({ resident: id }) => id);
  }

  async #settle(reads: CollectionReader, one: string, other: string): Promise<void> {
    const ids = pairOf(one, other);
    const [older, younger] = await Promise.all(
      ids.map((id) => this.residents.lookUp(reads, id, { consistent: true })),
    );
    if (older === undefined || younger === undefined) return;
    const before = await this.repo.find(reads, ids, { consistent: true });
    const after = pairAsItIs([older, younger], before, this.clock.now());
    if (after === undefined) return;
    // Somebody decided it meanwhile: the event comes again, and finds that.
    if (!(await this.repo.save(reads, after, undefined))) throw new TechnicalError('TRY_AGAIN');
  }
}
