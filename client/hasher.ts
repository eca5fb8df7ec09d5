import { sha256Of } from './hash';
import { type Parts } from './parts';

/** Reads files that were added, for the hash that the server wants before the file. Needs no network. */
export class Hasher {
  constructor(private readonly parts: Parts) {}

  /** Reads all that were not read yet; one at a time. */
  async hashAll(): Promise<void> {
    const files = await this.parts.store.run('read', ['files'], (transaction) => transaction.all('files'));
    for (const { id, sha256, state } of files)
      if (sha256 === undefined && state === 'HELD') await this.#hash(id);
  }

  async #hash(id: string): Promise<void> {
    const kept = await this.parts.store.run('read', ['blobs'], (transaction) => transaction.get('blobs', id));
    if (kept === undefined) return;
    const sha256 = await sha256Of(kept.blob);
    await this.parts.store.run('write', ['files'], async (transaction) => {
      const standing = await transaction.get('files', id);
      if (standing !== undefined) await transaction.put('files', { ...standing, sha256 });
    });
  }
}
