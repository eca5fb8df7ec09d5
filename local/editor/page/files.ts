import { v7 } from 'uuid';
import { type EvidenceRole } from '../../../src/modules/evidence/evidence.rules';

/** A file that was chosen: as it is announced to the API, and how far it has come. */
export interface ChosenFile {
  readonly name: string;
  readonly slot: {
    readonly id: string;
    readonly role: EvidenceRole;
    readonly contentType: string;
    /** Bytes. */
    readonly size: number;
    /** SHA-256 of the bytes, base64. */
    readonly sha256: string;
  };
  readonly progress: 'CHOSEN' | 'UPLOADING' | 'UPLOADED' | 'REFUSED';
}

/** A piece of evidence in an answer of the API that says how to upload its file. */
interface Ticketed {
  readonly id: string;
  readonly upload: {
    readonly url: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  };
}

/** The files that were chosen. Each is uploaded by itself once an answer of the API brings its ticket. */
export class Files {
  #chosen: readonly ChosenFile[] = [];
  readonly #contents = new Map<string, File>();
  readonly #listeners = new Set<() => void>();

  /** All of them, in the order in which they were chosen. */
  readonly all = (): readonly ChosenFile[] => this.#chosen;

  /** Calls back at each change, until the function that is returned is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a file in and makes the slot that announces it. */
  async choose(file: File, role: EvidenceRole): Promise<ChosenFile['slot']> {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    const sha256 = btoa(String.fromCharCode(...new Uint8Array(digest)));
    const slot = { id: v7(), role, contentType: contentTypeOf(file), size: file.size, sha256 };
    this.#contents.set(slot.id, file);
    this.#change([...this.#chosen, { name: file.name, slot, progress: 'CHOSEN' }]);
    return slot;
  }

  /** Uploads those files that an answer of the API has a ticket for. */
  async uploadFor(answer: unknown): Promise<void> {
    await Promise.all(ticketsIn(answer).map((ticket) => this.#upload(ticket)));
  }

  async #upload({ id, upload: { url, fields } }: Ticketed): Promise<void> {
    const content = this.#contents.get(id);
    const waiting = this.#chosen.some(
      ({ slot, progress }) => slot.id === id && (progress === 'CHOSEN' || progress === 'REFUSED'),
    );
    if (content === undefined || !waiting) return;
    this.#progress(id, 'UPLOADING');
    const form = new FormData();
    for (const { name, value } of fields) form.append(name, value);
    form.append('file', content);
    const stored = await fetch(url, { method: 'POST', body: form }).then(
      ({ ok }) => ok,
      () => false,
    );
    this.#progress(id, stored ? 'UPLOADED' : 'REFUSED');
  }

  #progress(id: string, progress: ChosenFile['progress']): void {
    this.#change(this.#chosen.map((file) => (file.slot.id === id ? { ...file, progress } : file)));
  }

  #change(chosen: readonly ChosenFile[]): void {
    this.#chosen = chosen;
    for (const listener of this.#listeners) listener();
  }
}

/** The content type as the browser knows it; it does not know that of the pictures that phones make. */
function contentTypeOf({ name, type }: File): string {
  return type === '' && /\.hei[cf]$/i.test(name) ? 'image/heic' : type;
}

function ticketsIn(value: unknown): Ticketed[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(ticketsIn);
  return isTicketed(value) ? [value, ...inside] : inside;
}

function isTicketed(value: object): value is Ticketed {
  const { id, upload } = value as Partial<Ticketed>;
  return typeof id === 'string' && typeof upload?.url === 'string' && Array.isArray(upload.fields);
}
