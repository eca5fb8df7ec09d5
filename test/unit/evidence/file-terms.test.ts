import { checkedBy } from '../../../src/modules/evidence/evidence.events';
import {
  DAYS_TO_NEXT_LOOK,
  filesFound,
  firstLookAt,
  keptUntilOf,
} from '../../../src/modules/evidence/file-terms.rules';
import { FILE_TERMS } from '../../../src/modules/evidence/file-terms.table';

/** Days that the bucket locks each file. */
const LOCK_DAYS = 1_095;
const DAY = 24 * 3_600_000;
const checkedAt = new Date('2026-05-12T02:30:00.000Z');
const file = (owner: string, more: object = {}) => ({
  owner,
  status: 'VERIFIED' as const,
  checkedAt,
  ...more,
});

describe('the term of a file', () => {
  it('of a visit or a note counts from its check, whatever becomes of the record', () => {
    const until = new Date('2029-05-12T16:00:00.000Z');
    for (const owner of ['VISIT#1', 'LOGENTRY#1']) expect(keptUntilOf(file(owner), undefined)).toEqual(until);
  });

  it('of a case or an application counts from its end, or from a check that came later; there is none before', () => {
    const [early, late] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-09-30T16:30:00.000Z')];
    expect(keptUntilOf(file('CASE#1'), undefined)).toBeUndefined();
    expect(keptUntilOf(file('CASE#1'), late)).toEqual(new Date('2029-10-01T16:00:00.000Z'));
    expect(keptUntilOf(file('CASE#1'), early)).toEqual(new Date('2029-05-12T16:00:00.000Z'));
    expect(keptUntilOf(file('APPLICATION#1'), late)).toEqual(new Date('2036-10-01T16:00:00.000Z'));
  });

  it('is nothing that has not come, is of no other kind of record, and stays told once it was removed', () => {
    expect(keptUntilOf(file('VISIT#1', { checkedAt: undefined }), undefined)).toBeUndefined();
    expect(keptUntilOf(file('OTHER#1'), checkedAt)).toBeUndefined();
    const removed = { ...file('CASE#1'), status: 'REMOVED' as const, keptUntil: checkedAt };
    expect(keptUntilOf(removed, undefined)).toBe(checkedAt);
  });

  it('ends after the lock of the bucket, also where no year is a leap year', () => {
    for (const day of ['2024-02-29', '2024-03-01', '2025-12-31', '2026-05-12']) {
      for (const type of Object.keys(FILE_TERMS)) {
        const at = new Date(`${day}T15:59:59.999Z`);
        const owner = `${type.replace('_', '')}#1`;
        const until = keptUntilOf({ ...file(owner), checkedAt: at }, at);
        expect([type, until!.getTime() - at.getTime() > LOCK_DAYS * DAY]).toEqual([type, true]);
      }
    }
  });
});

describe('the clock’s look at the files of a record', () => {
  const now = new Date('2029-05-12T16:00:00.000Z');
  const later = '2029-06-12';

  it('finds those whose term is over, and when the next one’s is', () => {
    const younger = file('VISIT#1', { checkedAt: new Date('2026-05-20T02:30:00.000Z') });
    const found = filesFound([file('VISIT#1'), younger], { finishedAt: undefined, isHeld: false }, now);
    expect(found).toEqual({ over: [{ file: file('VISIT#1'), keptUntil: now }], next: '2029-05-21' });
    const before = new Date(now.getTime() - 1);
    const none = filesFound([file('VISIT#1')], { finishedAt: undefined, isHeld: false }, before);
    expect(none).toEqual({ over: [], next: '2029-05-13' });
  });

  it('comes again after thirty days while the record goes on or is held, and on the day of a later end', () => {
    expect(DAYS_TO_NEXT_LOOK).toBe(30);
    const look = (finishedAt: Date | undefined, isHeld = false) =>
      filesFound([file('CASE#1')], { finishedAt, isHeld }, now);
    expect(look(undefined)).toEqual({ over: [], next: later });
    expect(look(checkedAt, true)).toEqual({ over: [], next: later });
    expect(look(new Date('2028-01-01T00:00:00Z'))).toEqual({ over: [], next: '2031-01-02' });
  });

  it('ends where nothing is left that came', () => {
    const files = (['AWAITED', 'EXPIRED', 'REMOVED'] as const).map((status) => ({
      ...file('CASE#1'),
      status,
    }));
    for (const isHeld of [true, false])
      expect(filesFound(files, { finishedAt: checkedAt, isHeld }, now)).toEqual({
        over: [],
        next: undefined,
      });
  });
});

describe('a file that was checked', () => {
  const image = (more: object) => ({ __edb_e__: 'evidence', owner: 'CASE#1', status: 'VERIFIED', ...more });
  const at = checkedAt.toISOString();

  it('is told by the change that checked it, refused or not, and by no other', () => {
    const told = { owner: 'CASE#1', checkedAt };
    expect(checkedBy({ before: image({}), after: image({ checkedAt: at }) })).toEqual(told);
    expect(checkedBy({ before: undefined, after: image({ checkedAt: at, status: 'REJECTED' }) })).toEqual(
      told,
    );
    expect(checkedBy({ before: image({ checkedAt: at }), after: image({ checkedAt: at }) })).toBeUndefined();
    expect(checkedBy({ before: undefined, after: image({}) })).toBeUndefined();
    expect(checkedBy({ before: undefined, after: undefined })).toBeUndefined();
    const removed = image({ checkedAt: at, status: 'REMOVED' });
    expect(checkedBy({ before: undefined, after: removed })).toBeUndefined();
  });

  it('is looked at first on the day on which its term may be over', () => {
    expect(firstLookAt({ owner: 'CASE#1', checkedAt })).toEqual({ owner: 'CASE#1', day: '2029-05-13' });
    expect(firstLookAt({ owner: 'OTHER#1', checkedAt })).toBeUndefined();
  });
});
