import { createFileRemovals, createFileTerms } from '../../src/app/file-terms';
import { type Bucket } from '../../src/data/bucket';
import { type TableChange } from '../../src/data/table-change';
import { EvidenceRepo } from '../../src/modules/evidence/evidence.repo';
import { copyKey, originalKey, pictureKey, thumbnailKey } from '../../src/modules/evidence/evidence.keys';
import { type Evidence } from '../../src/modules/evidence/evidence.type';
import { type FileRemovals } from '../../src/modules/evidence/file-removal.service';
import { type EvidenceSlotInput } from '../generated/operations';
import { makeMemoryWorld } from './memory-world';
import { type MemoryTable } from './memory-table';
import { type World } from './world';

const DAY = 24 * 3_600_000;

/** A world in memory whose files come, are kept and go. */
export interface RetentionGround {
  readonly world: World;
  readonly table: MemoryTable;
  /** What lies in the store, by key; whatever is in `locked` it keeps. */
  readonly store: Set<string>;
  readonly locked: Set<string>;
  /** Says that a file has come and is good, and what the stream tells of it, twice. */
  readonly arrive: (owner: string, slot: Pick<EvidenceSlotInput, 'id'>) => Promise<void>;
  readonly fileOf: (owner: string, slot: Pick<EvidenceSlotInput, 'id'>) => Promise<Evidence>;
  /** Lets so many doors of the clock look at once. */
  readonly look: (doors?: number) => Promise<FileRemovals>;
  /** Days go by; on each the clock looks once. How many files went on which. */
  readonly live: (days: number) => Promise<readonly number[]>;
  /** How many days are noted on which to look. */
  readonly noted: () => number;
}

/** Makes it. */
export async function retentionGround(): Promise<RetentionGround> {
  const { world, table } = await makeMemoryWorld();
  const [store, locked] = [new Set<string>(), new Set<string>()];
  const remove = (key: string) => Promise.resolve(!locked.has(key) && (store.delete(key), true));
  const bucket: Bucket = Object.assign(Object.create(world.foundation.bucket) as Bucket, { remove });
  const removals = createFileRemovals({ ...world.foundation, bucket });
  const terms = createFileTerms(world.foundation);
  const repo = new EvidenceRepo(table);
  const fileOf = async (owner: string, { id }: Pick<EvidenceSlotInput, 'id'>) => {
    const found = await repo.find({ owner, id });
    if (found === undefined) throw new Error('There is no such file.');
    return found;
  };
  const look = async (doors = 1) => {
    const rounds = await Promise.all(Array.from({ length: doors }, () => removals.removeDue()));
    return rounds.reduce((one, other) => ({
      REMOVED: one.REMOVED + other.REMOVED,
      KEPT_BY_STORE: one.KEPT_BY_STORE + other.KEPT_BY_STORE,
      FAILED: one.FAILED + other.FAILED,
    }));
  };
  return {
    ...{ world, table, store, locked, fileOf, look },
    arrive: async (owner, slot) => {
      const before = await fileOf(owner, slot);
      const checkedAt = world.clock.now();
      const made = { hasThumbnail: true, hasPicture: true, takenAt: checkedAt };
      const takenPlace = { latitude: 30.67, longitude: 104.1 };
      await repo.replace({ ...before, ...made, takenPlace, status: 'VERIFIED', checkedAt });
      const served = before.kind === 'PDF' ? [copyKey] : [pictureKey, thumbnailKey];
      for (const keyOf of [originalKey, ...served]) store.add(keyOf(before));
      const after = table.everything().find(({ pk, sk }) => pk === owner && sk === `EVIDENCE#${slot.id}`);
      const change = { before: undefined, after } as unknown as TableChange;
      await terms.observe([change]);
      await terms.observe([change]);
    },
    live: async (days) => {
      const gone: number[] = [];
      for (let day = 1; day <= days; day += 1) {
        world.clock.advance(DAY);
        const { REMOVED, FAILED } = await look();
        expect(FAILED).toBe(0);
        if (REMOVED > 0) gone.push(day);
      }
      return gone;
    },
    noted: () => table.everything().filter(({ pk }) => String(pk).startsWith('FILE_DUE#')).length,
  };
}
