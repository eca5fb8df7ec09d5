import { MOST_OF_BATCH } from './batch.rules';
import { FieldError } from './field-error';
import { ownerOf } from './file-owner.rules';
import { isFileSettled, stepFile } from './file.machine';
import { type EvidenceRole } from './generated/operations';
import { newIdAfter } from './ids';
import { type Parts } from './parts';
import { isSettled, isUnsent, type ItemEvent, step } from './queue.machine';
import { type FileRow, type ItemRow } from './rows';
import { settleFiles } from './settle';
import { type Transaction } from './store';
import { type Fields, type FieldWork, partsOf, prepare, prepareAgain } from './work.rules';

/** A file that goes with an entry. */
export interface NewFile {
  readonly blob: Blob;
  readonly role: EvidenceRole;
  /** Content type, where the blob does not say it rightly. */
  readonly contentType?: string;
  /** Of a visit: the number of the part it belongs to, from 0; the visit itself when it is not said. */
  readonly part?: number;
  /** Of an inspection: the item of the checklist that failed; of an application: the code of the material. */
  readonly about?: string;
}

/** What was kept of an entry. */
export interface Recorded {
  /** Id of the item, and of the record where it makes one. */
  readonly id: string;
  /** Ids of a visit's parts, in their order. */
  readonly parts: readonly string[];
  /** Ids of the files, in their order. */
  readonly files: readonly string[];
}

const LAST_ID = 'last-id';
/** Most files with one entry, as the API has it for one request. */
const MOST_FILES = 9;
/** Bytes that the slot of a file takes in a batch. */
const SLOT_BYTES = 260;

/** The entries of this device: kept at once, changed by their user's hand only where nothing can be lost. */
export class Queue {
  constructor(private readonly parts: Parts) {}

  /**
   * Keeps an entry with its files, in one transaction.
   * @throws FieldError, and the store's own error when the device is full: nothing is kept then
   */
  async record(work: FieldWork, files: readonly NewFile[] = []): Promise<Recorded> {
    const now = this.parts.surroundings.now();
    const recorded = await this.parts.store.run(
      'write',
      ['items', 'files', 'blobs', 'marks'],
      async (transaction) => {
        const ids = await this.#ids(transaction, now);
        const items = await transaction.all('items');
        const prepared = prepare(work, ids.next);
        if (items.some(({ id, makes }) => id === prepared.id || makes.includes(prepared.id)))
          throw new FieldError('ID_USED');
        const item: ItemRow = {
          ...prepared,
          after: earlierEdits(items, prepared.edits, prepared.input),
          ...{ state: 'WAITING', revision: 0, attempts: 0, unanswered: false, notBefore: 0 },
          ...{ troubles: [], recordedAt: now },
        };
        const rows = files.map((file) => ({ row: fileRowOf(item, file, ids.next()), blob: file.blob }));
        assertFits(item, rows.length);
        await transaction.put('items', item);
        for (const { row, blob } of rows) {
          await transaction.put('files', row);
          await transaction.put('blobs', { id: row.id, blob });
        }
        await ids.keep();
        return {
          id: item.id,
          parts: partsOf(item.input).map(({ id }) => id),
          files: rows.map(({ row }) => row.id),
        };
      },
    );
    this.parts.changed();
    return recorded;
  }

  /** A new id, which sorts after all others of this device. */
  async newId(): Promise<string> {
    const now = this.parts.surroundings.now();
    return this.parts.store.run('write', ['marks'], async (transaction) => {
      const ids = await this.#ids(transaction, now);
      const id = ids.next();
      await ids.keep();
      return id;
    });
  }

  /**
   * Puts another content in place of one that was refused or not sent yet; ids and files stay. False: too late.
   * @throws FieldError
   */
  async mend(id: string, work: FieldWork): Promise<boolean> {
    const now = this.parts.surroundings.now();
    const done = await this.parts.store.run('write', ['items', 'files', 'marks'], async (transaction) => {
      const item = await transaction.get('items', id);
      if (item === undefined) return false;
      const ids = await this.#ids(transaction, now);
      const prepared = prepareAgain(work, item, ids.next);
      const changes = { ...prepared, after: await this.#afterAgain(transaction, item, prepared) };
      const next = step(item, { type: 'MENDED', changes });
      if (next === item) return false;
      const files = (await transaction.all('files')).filter(
        (file) => file.item === id && file.state === 'HELD',
      );
      for (const file of files) assertHasPlace(next, file);
      assertFits(next, files.length);
      await transaction.put('items', next);
      await ids.keep();
      return true;
    });
    if (done) this.parts.changed();
    return done;
  }

  /** Sends what was refused once more as it is, and what waits at once. False: there is nothing to send. */
  retry(id: string): Promise<boolean> {
    return this.#change(id, () => ({ type: 'RETRIED' }));
  }

  /** Drops an entry for good, with its files. False while the server may have it without our knowing, or has it. */
  giveUp(id: string): Promise<boolean> {
    const at = this.parts.surroundings.now();
    return this.#change(id, () => ({ type: 'GIVEN_UP', at }));
  }

  /** Sends a file once more that was refused. */
  async retryFile(id: string): Promise<boolean> {
    return this.#changeFile(id, (file) => stepFile(file, { type: 'RETRIED' }));
  }

  /** Drops a file for good. False while its entry may be on its way: it names the file. */
  async giveUpFile(id: string): Promise<boolean> {
    const at = this.parts.surroundings.now();
    return this.#changeFile(id, (file, item) => {
      const isNamed =
        file.state === 'HELD' && item !== undefined && (item.state === 'SENDING' || item.unanswered);
      return isNamed ? file : stepFile(file, { type: 'GIVEN_UP', at });
    });
  }

  /** Forgets what was settled so long ago; what others still wait for stays. */
  async prune(olderThan: number): Promise<void> {
    await this.parts.store.run('write', ['items', 'files'], async (transaction) => {
      const [items, files] = [await transaction.all('items'), await transaction.all('files')];
      const mentioned = new Set(
        items.filter(isUnsent).flatMap(({ mentions, after }) => [...mentions, ...after]),
      );
      for (const item of items) {
        const own = files.filter((file) => file.item === item.id);
        const isOver = isSettled(item) && (item.settledAt ?? 0) < olderThan && own.every(isFileSettled);
        if (!isOver || (item.state === 'GIVEN_UP' && item.makes.some((made) => mentioned.has(made))))
          continue;
        await transaction.remove('items', item.id);
        for (const file of own) await transaction.remove('files', file.id);
      }
    });
  }

  /** What it was made on top of, and what was taken in on top of it meanwhile. */
  async #afterAgain(
    transaction: Transaction,
    item: ItemRow,
    { edits, input }: Pick<ItemRow, 'edits'> & { readonly input: object },
  ): Promise<string[]> {
    const taken = (await transaction.all('items')).filter(
      ({ id, state }) => state === 'TAKEN' && id !== item.id,
    );
    return [...new Set([...item.after, ...earlierEdits(taken, edits, input)])];
  }

  async #change(id: string, event: (item: ItemRow) => ItemEvent): Promise<boolean> {
    const now = this.parts.surroundings.now();
    const done = await this.parts.store.run('write', ['items', 'files', 'blobs'], async (transaction) => {
      const item = await transaction.get('items', id);
      const next = item === undefined ? undefined : step(item, event(item));
      if (next === undefined || next === item) return false;
      await transaction.put('items', next);
      if (next.state === 'GIVEN_UP') await settleFiles(transaction, next, now);
      return true;
    });
    if (done) this.parts.changed();
    return done;
  }

  async #changeFile(
    id: string,
    change: (file: FileRow, item: ItemRow | undefined) => FileRow,
  ): Promise<boolean> {
    const done = await this.parts.store.run('write', ['items', 'files', 'blobs'], async (transaction) => {
      const file = await transaction.get('files', id);
      const next = file === undefined ? undefined : change(file, await transaction.get('items', file.item));
      if (next === undefined || next === file) return false;
      await transaction.put('files', next);
      if (next.state === 'GIVEN_UP') await transaction.remove('blobs', id);
      return true;
    });
    if (done) this.parts.changed();
    return done;
  }

  /** Ids that follow one another, over restarts of the device and clocks that are set back. */
  async #ids(transaction: Transaction, now: number) {
    let last = (await transaction.get('marks', LAST_ID))?.value;
    return {
      next: () => (last = newIdAfter(last, now, this.parts.surroundings.random)),
      keep: () =>
        last === undefined ? Promise.resolve() : transaction.put('marks', { id: LAST_ID, value: last }),
    };
  }
}

/**
 * Earlier edits of the same records by this device that whoever entered this one has seen, and the server's version has not
 * in it: not answered yet, or answered with a later version than the one that was seen.
 */
function earlierEdits(items: readonly ItemRow[], edits: readonly string[], input: object): string[] {
  const { expectedVersion } = input as { readonly expectedVersion?: number | null };
  return items
    .filter((item) => item.edits.some((edit) => edits.includes(edit)))
    .filter(({ state, answer }) =>
      state === 'TAKEN'
        ? expectedVersion != null && (answer?.version ?? 0) > expectedVersion
        : state !== 'GIVEN_UP' && state !== 'CONFLICT',
    )
    .map(({ id }) => id);
}

function fileRowOf(item: ItemRow, file: NewFile, id: string): FileRow {
  const { blob, role, contentType, part: number, about } = file;
  if (blob.size === 0) throw new FieldError('FILE_EMPTY');
  const part = number === undefined ? undefined : partsOf(item.input)[number];
  if (number !== undefined && part === undefined) throw new FieldError('TAKES_NO_FILES');
  return {
    id,
    item: item.id,
    ...(part === undefined ? {} : { part: part.id }),
    ...(about === undefined ? {} : { about }),
    owner: ownerOf(part?.kind ?? item.kind, part?.input ?? (item.input as Fields), about),
    ...{ role, contentType: contentType ?? blob.type, size: blob.size },
    ...{ state: 'HELD', sent: 0, attempts: 0, notBefore: 0 },
  };
}

/** Throws where what a file is of is there no more. */
function assertHasPlace({ kind, input }: ItemRow, { part: id, about }: FileRow): void {
  const part = partsOf(input).find((each) => each.id === id);
  if (id !== undefined && part === undefined) throw new FieldError('PART_HAS_FILES');
  ownerOf(part?.kind ?? kind, part?.input ?? (input as Fields), about);
}

function assertFits(item: ItemRow, files: number): void {
  if (files > MOST_FILES) throw new FieldError('TOO_MANY_FILES');
  const bytes = new TextEncoder().encode(JSON.stringify(item.input)).length + files * SLOT_BYTES;
  if (bytes > MOST_OF_BATCH.bytes - 4_096) throw new FieldError('TOO_LARGE');
}
