import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { createEvidenceHoldEntity, type EvidenceHoldEntity } from './evidence-hold.entity';
import { type LegalHold } from './evidence-hold.type';

/** Reads and writes legal holds. */
export class EvidenceHoldRepo {
  readonly #holds: EvidenceHoldEntity;

  constructor(private readonly table: Table) {
    this.#holds = lazily(() => createEvidenceHoldEntity(table));
  }

  /** The hold of a record, from the Query of the record's collection. */
  async ofOwner(reads: CollectionReader, owner: string, consistent: boolean): Promise<LegalHold | undefined> {
    const items = await reads.read(owner, { consistent });
    const item = items.find(({ sk }) => sk === 'LEGAL_HOLD');
    const { data } = item === undefined ? { data: null } : this.#holds.parse({ Item: item });
    return data === null ? undefined : toHold(data);
  }

  /** Whether a record's files are held, strongly consistent; one GetItem. */
  async isHeld(owner: string): Promise<boolean> {
    const { data } = await this.#holds.get({ owner }).go({ consistent: true });
    return data?.on ?? false;
  }

  /** Writes a hold, if nobody has since the version before. */
  async replace(reads: CollectionReader, hold: LegalHold, gate: Gate | undefined): Promise<CommitResult> {
    const { owner, version, on } = hold;
    const steps = hold.steps.map((step) => ({ ...step, at: step.at.toISOString() }));
    const put = this.#holds
      .put({ owner, version, on, steps })
      .where((item, { eq, notExists }) =>
        version === 1 ? notExists(item.owner) : eq(item.version, version - 1),
      )
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
  }
}

function toHold({ owner, version, on, steps }: EntityItem<EvidenceHoldEntity>): LegalHold {
  const all = steps as (Omit<LegalHold['steps'][number], 'at'> & { at: string })[];
  return { owner, version, on, steps: all.map((step) => ({ ...step, at: new Date(step.at) })) };
}
