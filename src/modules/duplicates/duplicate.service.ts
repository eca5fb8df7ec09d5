import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { levelOf } from '../../shared/area-code';
import { type Change, withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { changeBy, isRepeated } from '../residents/change.rules';
import { type ResidentMergeService } from '../residents/resident-merge.service';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { type DecideDuplicateInput, type UndoMergeInput } from './duplicate.input';
import { type DuplicateDecision, type DuplicateState, stateAfter } from './duplicate.machine';
import { type DuplicateRepo } from './duplicate.repo';
import { commonArea, type Duplicate, readDuplicateId } from './duplicate.rules';
import { type DuplicateFile } from './duplicate.type';

/** A pair with its two records, the older first, and what lets the actor decide it. */
interface Standing {
  readonly duplicate: Duplicate;
  readonly records: readonly [Resident, Resident];
  readonly grant: Appointment;
}

/** How often a decision is tried again when somebody changed one of the records in between. */
const ATTEMPTS = 4;

/** Pairs of records that may be of one person: shown to, and decided by, whoever answers for both. */
export class DuplicateService {
  constructor(
    private readonly repo: DuplicateRepo,
    private readonly residents: ResidentService,
    private readonly merges: ResidentMergeService,
    private readonly clock: Clock,
  ) {}

  /** What waits for an area to decide, by default the actor's own; NOT_FOUND outside it. */
  async waitingIn(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<Duplicate>> {
    const code = area ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    if (code === undefined || levelOf(code) === undefined)
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    if (grantFor(actor, 'resident:merge', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return this.repo.waitingIn(code, pageOf(args));
  }

  /** A pair with its two records, side by side; NOT_FOUND unless both lie in the actor's area. One round trip. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<DuplicateFile> {
    return fileOf(await this.#standing(actor, reads, id));
  }

  /**
   * Decides whether two records are of one person; of one person, they are merged in the same transaction.
   * @throws Refusal ID_INVALID, DUPLICATE_SETTLED, RECORD_CLOSED, IDENTITY_NUMBERS_DIFFER, CONFLICT
   */
  async decide(actor: Actor, reads: CollectionReader, input: DecideDuplicateInput) {
    return this.#decide(actor, reads, input, input.verdict, async (decided, change, records) => {
      if (input.verdict === 'DIFFERENT')
        return (await this.repo.save(reads, decided, actor.standing)) ? records : undefined;
      const [older, younger] = records;
      const keepsYounger = input.keep === younger.id;
      if (input.keep != null && !keepsYounger && input.keep !== older.id)
        throw new TechnicalError('BAD_USER_INPUT', { what: 'keep' });
      const pair = keepsYounger ? { kept: younger, closed: older } : { kept: older, closed: younger };
      const together = [this.repo.saving(decided)];
      const merged = await this.merges.merge(reads, pair, told(change, 'MERGED'), together, actor.standing);
      return merged && inOrder(merged.kept, merged.closed);
    });
  }

  /**
   * Takes a merge back; the two are then known to be two people.
   * @throws Refusal ID_INVALID, DUPLICATE_SETTLED, RECORD_CLOSED, CONFLICT
   */
  async undo(actor: Actor, reads: CollectionReader, input: UndoMergeInput) {
    return this.#decide(actor, reads, input, 'UNDO', async (decided, change, [older, younger]) => {
      const pair =
        older.state === 'MERGED' ? { kept: younger, closed: older } : { kept: older, closed: younger };
      const together = [this.repo.saving(decided)];
      const parted = await this.merges.unmerge(
        reads,
        pair,
        told(change, 'UNMERGED'),
        together,
        actor.standing,
      );
      return parted && inOrder(parted.kept, parted.closed);
    });
  }

  /** Takes a decision, again when somebody was faster; one that was taken before gives its answer again. */
  async #decide(
    actor: Actor,
    reads: CollectionReader,
    input: UndoMergeInput,
    decision: DuplicateDecision,
    carryOut: (
      decided: Duplicate,
      change: Change,
      records: Standing['records'],
    ) => Promise<Standing['records'] | undefined>,
  ): Promise<{ duplicate: DuplicateFile }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const mark = fingerprint([actor.id, decision, input]);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const standing = await this.#standing(actor, reads, input.duplicate, { consistent: true });
      const { duplicate, records, grant } = standing;
      if (isRepeated(duplicate.changes, id, mark)) return { duplicate: fileOf(standing) };
      if (duplicate.changes.some((change) => change.id === id))
        throw new Refusal('CONFLICT', { what: id }, ['id']);
      const state = stateAfter(duplicate.state, decision);
      if (state === undefined) throw new Refusal('DUPLICATE_SETTLED', {}, ['duplicate']);
      const change = changeBy(actor, grant, { id, mark, at: this.clock.now(), what: [state] });
      const decided = {
        ...duplicate,
        state,
        version: duplicate.version + 1,
        changes: withChange(duplicate.changes, change),
      };
      const after = await carryOut(decided, change, records);
      if (after !== undefined) return { duplicate: fileOf({ duplicate: decided, records: after }) };
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** The collections of both records, which hold all of it; NOT_FOUND unless both lie in the actor's area. */
  async #standing(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<Standing> {
    const ids = readDuplicateId(id);
    if (ids === undefined) throw new TechnicalError('NOT_FOUND');
    const [duplicate, older, younger] = await Promise.all([
      this.repo.find(reads, ids, options),
      this.residents.lookUp(reads, ids[0], options),
      this.residents.lookUp(reads, ids[1], options),
    ]);
    if (duplicate === undefined || older === undefined || younger === undefined)
      throw new TechnicalError('NOT_FOUND');
    // What lies in the smallest area of both is seen by whoever may see both.
    const grant = grantFor(actor, 'resident:merge', { area: commonArea(older, younger) });
    if (grant === undefined) throw new TechnicalError('NOT_FOUND');
    return { duplicate, records: [older, younger], grant };
  }
}

/** A decision as the records of the two tell it. */
function told(change: Change, what: string): Change {
  return { ...change, what: [what] };
}

function inOrder(one: Resident, other: Resident): Standing['records'] {
  return one.id < other.id ? [one, other] : [other, one];
}

function fileOf({ duplicate, records }: Pick<Standing, 'duplicate' | 'records'>): DuplicateFile {
  const { changes, ...facts } = duplicate;
  const decisions = changes.map(({ what: [state], at, by }) => ({
    ...{ state: state as DuplicateState, at: new Date(at), by: by.name },
  }));
  return { ...facts, records, decisions };
}
