import { stepFile } from './file.machine';
import { CompleteUploadDocument, OpenUploadDocument, type OpenUploadMutation } from './generated/operations';
import { PART_BYTES, partHashesOf } from './hash';
import { endOf, type Parts } from './parts';
import { type FileRow } from './rows';
import { type Sending, sendingOf } from './sending';

type Upload = NonNullable<OpenUploadMutation['openUpload']['upload']>;

/** Sends a file in parts; goes on where it was broken off, for the server says which parts are there. */
export class PartUploader {
  constructor(private readonly parts: Parts) {}

  /** Undefined when this store takes no parts: then it goes at once. */
  async send(file: FileRow, blob: Blob): Promise<Sending | undefined> {
    const ids = { record: file.owner, evidenceId: file.id };
    const partHashes = await this.#hashes(file, blob);
    const opened = await this.parts.transport.ask(OpenUploadDocument, { input: { ...ids, partHashes } });
    if (opened.kind !== 'DONE') return { kind: 'END', end: endOf(opened) };
    const { upload, userErrors } = opened.data.openUpload;
    if (upload === null) {
      const [error] = userErrors;
      if (error?.code === 'UPLOAD_IN_PARTS_UNAVAILABLE') return undefined;
      // It was checked while we asked: the next look will say so.
      if (error?.code === 'EVIDENCE_VERIFIED_ALREADY') return { kind: 'ARRIVED' };
      return { kind: 'FAILED', trouble: error ?? { code: 'NOT_OPENED', message: '' } };
    }
    const broken = await this.#sendParts(file, blob, upload);
    if (broken !== undefined) return broken;
    const completed = await this.parts.transport.ask(CompleteUploadDocument, { input: ids });
    if (completed.kind !== 'DONE') return { kind: 'END', end: endOf(completed) };
    const [error] = completed.data.completeUpload.userErrors;
    return error === undefined ? { kind: 'ARRIVED' } : { kind: 'FAILED', trouble: error };
  }

  /** The parts that are not there, one after the other; gives what went wrong. */
  async #sendParts(file: FileRow, blob: Blob, { parts, partSize }: Upload): Promise<Sending | undefined> {
    let sent = parts.reduce((sum, { url, size }) => sum + (url === null ? size : 0), 0);
    await this.#advance(file, sent);
    for (const { number, url, size, sha256 } of parts) {
      if (url === null) continue;
      const from = (number - 1) * partSize;
      const init = {
        method: 'PUT',
        headers: { 'x-amz-checksum-sha256': sha256 },
        body: blob.slice(from, from + size),
      };
      const sending = sendingOf(await this.parts.transport.send(url, init, size));
      if (sending.kind !== 'ARRIVED') return sending;
      sent += size;
      await this.#advance(file, sent);
    }
    return undefined;
  }

  /** The hashes of the parts, which are the same whenever it goes on. */
  async #hashes(file: FileRow, blob: Blob): Promise<string[]> {
    if (file.partHashes !== undefined) return [...file.partHashes];
    const partHashes = await partHashesOf(blob, PART_BYTES);
    await this.parts.store.run('write', ['files'], async (transaction) => {
      const standing = await transaction.get('files', file.id);
      if (standing !== undefined) await transaction.put('files', { ...standing, partHashes });
    });
    return partHashes;
  }

  async #advance(file: FileRow, sent: number): Promise<void> {
    await this.parts.store.run('write', ['files'], async (transaction) => {
      const standing = await transaction.get('files', file.id);
      if (standing !== undefined)
        await transaction.put('files', stepFile(standing, { type: 'ADVANCED', sent }));
    });
    this.parts.changed();
  }
}
