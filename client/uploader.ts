import { waitAfter, waitToLook } from './backoff.rules';
import { type FileEvent, isFileOpen, stepFile } from './file.machine';
import { type SentFileFragment, SentFilesDocument } from './generated/operations';
import { groupBy } from './group';
import { endOf, type Parts, type PassEnd } from './parts';
import { PartUploader } from './part-uploader';
import { type FileRow, type Trouble } from './rows';
import { failed, type Sending, sendingOf } from './sending';
import { type Outcome } from './transport';

type Ticket = NonNullable<SentFileFragment['upload']>;

/** When to look for the first time whether a file was checked, in milliseconds: the check takes about that. */
const FIRST_LOOK = 1_500;

/** Uploads the files of what was taken in, and lets go of their bytes when the server has checked them. */
export class Uploader {
  readonly #inParts: PartUploader;

  constructor(private readonly parts: Parts) {
    this.#inParts = new PartUploader(parts);
  }

  /** Does for each file what can be done now. `all`: also for those that were to wait. */
  async upload(all: boolean): Promise<PassEnd | undefined> {
    const now = this.parts.surroundings.now();
    const files = await this.parts.store.run('read', ['files'], (transaction) => transaction.all('files'));
    // Those that failed least come first: one that never goes through keeps no other back.
    const due = files
      .filter((file) => isFileOpen(file) && (all || file.notBefore <= now))
      .sort((one, other) => one.attempts - other.attempts);
    for (const group of groupBy(due, ({ owner }) => `${owner.type}:${owner.id}`).values()) {
      const end = await this.#ofRecord(group);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  /** The files of one record: where they stand, then one after the other. */
  async #ofRecord(files: readonly FileRow[]): Promise<PassEnd | undefined> {
    let known = await this.#look(files);
    for (const file of files) {
      for (let asked = 0; ; asked += 1) {
        if (known instanceof Map) {
          const end = await this.#one(file, known.get(file.id));
          if (end === undefined) break;
          if (end !== 'NEW_LINKS') return end;
          if (asked > 0) {
            await this.#fail(file, {
              code: 'STORE_REFUSED',
              message: 'The file store refused the file twice.',
            });
            break;
          }
          known = await this.#look(files);
        } else if (known.kind === 'REFUSED') {
          await this.#fail(file, known.trouble);
          break;
        } else return endOf(known);
      }
    }
    return undefined;
  }

  /** Does for one file what its standing asks for. */
  async #one(file: FileRow, seen: SentFileFragment | undefined): Promise<PassEnd | 'NEW_LINKS' | undefined> {
    const { now } = this.parts.surroundings;
    const standing = seen === undefined ? file : await this.#note(file, { type: 'SEEN', seen, at: now() });
    if (!isFileOpen(standing)) return undefined;
    if (standing.state === 'ARRIVED' || seen === undefined) {
      // Being checked; or the slot is so new that a read does not show it yet.
      await this.#note(standing, { type: 'LOOKED', notBefore: now() + this.#untilLook(standing) });
      return undefined;
    }
    const sending = await this.#send(standing, seen);
    if (sending.kind === 'ARRIVED')
      await this.#note(standing, { type: 'ARRIVED', at: now(), notBefore: now() + FIRST_LOOK });
    if (sending.kind === 'FAILED') await this.#fail(standing, sending.trouble);
    if (sending.kind === 'END') {
      await this.#fail(standing, sending.end.trouble);
      return sending.end;
    }
    return sending.kind === 'NEW_LINKS' ? 'NEW_LINKS' : undefined;
  }

  async #send(file: FileRow, seen: SentFileFragment): Promise<Sending> {
    const kept = await this.parts.store.run('read', ['blobs'], (transaction) =>
      transaction.get('blobs', file.id),
    );
    if (kept === undefined) return failed('BYTES_GONE', 'The file is not on this device any more.');
    const isLarge = file.size > this.parts.partsOver || seen.upload === null;
    const inParts = isLarge ? await this.#inParts.send(file, kept.blob) : undefined;
    if (inParts !== undefined) return inParts;
    return seen.upload === null
      ? failed('NO_TICKET', 'The server gives no way to send this file.')
      : this.#post(seen.upload, file, kept.blob);
  }

  /** A form with the ticket's fields in their order, then the bytes. */
  async #post(ticket: Ticket, file: FileRow, blob: Blob): Promise<Sending> {
    const form = new FormData();
    for (const { name, value } of ticket.fields) form.append(name, value);
    form.append('file', new Blob([blob], { type: file.contentType }), 'file');
    const status = await this.parts.transport.send(ticket.url, { method: 'POST', body: form }, file.size);
    return sendingOf(status);
  }

  /** Asks where the files of a record stand; by the id of each. */
  async #look(
    files: readonly FileRow[],
  ): Promise<Map<string, SentFileFragment> | Exclude<Outcome<unknown>, { kind: 'DONE' }>> {
    const owner = files[0]?.owner;
    const outcome = await this.parts.transport.ask(SentFilesDocument, {
      id: owner?.id ?? '',
      case: owner?.type === 'CASE',
      visit: owner?.type === 'VISIT',
      note: owner?.type === 'LOG_ENTRY',
      application: owner?.type === 'APPLICATION',
    });
    if (outcome.kind !== 'DONE') return outcome;
    const { case: ofCase, visit, logEntry, application } = outcome.data;
    const ofApplication = application?.materials.flatMap(({ files: brought }) => brought) ?? [];
    const seen = (ofCase ?? visit ?? logEntry)?.evidence ?? [
      ...ofApplication,
      ...(application?.result ?? []),
    ];
    return new Map(seen.map((file) => [file.id, file]));
  }

  async #fail(file: FileRow, trouble: Trouble): Promise<void> {
    const notBefore = this.parts.surroundings.now() + this.#wait(file.attempts + 1);
    await this.#note(file, { type: 'FAILED', notBefore, trouble });
  }

  /** Notes what happened; bytes that the server has checked are let go in the same transaction. */
  async #note(file: FileRow, event: FileEvent): Promise<FileRow> {
    const noted = await this.parts.store.run('write', ['files', 'blobs'], async (transaction) => {
      const standing = await transaction.get('files', file.id);
      if (standing === undefined) return file;
      const next = stepFile(standing, event);
      if (next !== standing) await transaction.put('files', next);
      if (next.state === 'VERIFIED') await transaction.remove('blobs', file.id);
      return next;
    });
    this.parts.changed();
    return noted;
  }

  #untilLook({ arrivedAt, attempts }: FileRow): number {
    const { now, random } = this.parts.surroundings;
    return arrivedAt === undefined ? this.#wait(attempts + 1) : waitToLook(now() - arrivedAt, random);
  }

  #wait(attempts: number): number {
    return waitAfter(attempts, this.parts.surroundings.random, this.parts.backoff);
  }
}
