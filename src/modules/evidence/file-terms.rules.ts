import { businessDate, type Day, daysAfter, momentOf } from '../../shared/business-date';
import { ownerOf } from './evidence-owner.rules';
import { type Evidence } from './evidence.type';
import { FILE_TERMS } from './file-terms.table';

/** That the clock has to look on a day whether files of a record are to be removed. */
export interface FileDue {
  readonly day: Day;
  /** Partition key of the record, for instance `CASE#…`. */
  readonly owner: string;
}

/** After how many days the clock looks again at files that are kept: the record goes on, is held, or the store refuses. Ours. */
export const DAYS_TO_NEXT_LOOK = 30;

type Kept = Pick<Evidence, 'owner' | 'status' | 'checkedAt' | 'keptUntil'>;

/**
 * Until when a file is kept: the end of the last day of its term. Undefined for what has not come, and while its record goes on;
 * of a file that was removed, what it was.
 */
export function keptUntilOf(file: Kept, finishedAt: Date | undefined): Date | undefined {
  const { owner, status, checkedAt } = file;
  if (status === 'REMOVED') return file.keptUntil;
  const type = ownerOf(owner)?.type;
  if (checkedAt === undefined || type === undefined) return undefined;
  const { from, years } = FILE_TERMS[type];
  if (from === 'CHECK') return endOfTerm(checkedAt, years);
  if (finishedAt === undefined) return undefined;
  return endOfTerm(finishedAt > checkedAt ? finishedAt : checkedAt, years);
}

/** The first day on which a file that was checked then may be due: its record is finished by then, or is looked at again. */
export function firstLookAt({ owner, checkedAt }: { owner: string; checkedAt: Date }): FileDue | undefined {
  const until = keptUntilOf({ owner, status: 'VERIFIED', checkedAt }, checkedAt);
  return until && { owner, day: businessDate(until) };
}

/** What the clock finds of the files of a record. */
export interface FilesFound<File extends Kept> {
  /** Those whose term is over. */
  readonly over: readonly { readonly file: File; readonly keptUntil: Date }[];
  /** When to look again; undefined where nothing is left that will be due. */
  readonly next: Day | undefined;
}

/** Which files of a record are to be removed now, and when to look again. */
export function filesFound<File extends Kept>(
  files: readonly File[],
  { finishedAt, isHeld }: { readonly finishedAt: Date | undefined; readonly isHeld: boolean },
  now: Date,
): FilesFound<File> {
  const kept = files.filter(({ status }) => status === 'VERIFIED' || status === 'REJECTED');
  const later = daysAfter(businessDate(now), DAYS_TO_NEXT_LOOK);
  if (isHeld) return { over: [], next: kept.length > 0 ? later : undefined };
  const terms = kept.map((file) => ({ file, keptUntil: keptUntilOf(file, finishedAt) }));
  const over = terms.flatMap(({ file, keptUntil }) =>
    keptUntil && keptUntil <= now ? [{ file, keptUntil }] : [],
  );
  const days = terms.flatMap(({ keptUntil }) => {
    if (keptUntil === undefined) return [later];
    return keptUntil > now ? [businessDate(keptUntil)] : [];
  });
  return { over, next: days.sort()[0] };
}

/** What is left of a file that was removed: that it was there, what it was, its hash; not where and when it was taken. */
export function removedFrom(file: Evidence, keptUntil: Date, now: Date): Evidence {
  const gone = { versionId: undefined, hasThumbnail: undefined, hasPicture: undefined };
  const metadata = { takenAt: undefined, takenPlace: undefined };
  return { ...file, ...gone, ...metadata, status: 'REMOVED', keptUntil, removedAt: now };
}

/** The moment after the last day of so many years. */
function endOfTerm(from: Date, years: number): Date {
  const [year = 0, month = 1, day = 1] = businessDate(from).split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
  return momentOf(daysAfter(last, 1), '00:00:00');
}
