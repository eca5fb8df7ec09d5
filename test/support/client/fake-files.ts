import { createHash } from 'node:crypto';
import { type Fault } from './fake-server';

interface Slot {
  readonly id: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}
interface Kept extends Slot {
  readonly owner: string;
  status: 'AWAITED' | 'VERIFIED' | 'REJECTED' | 'EXPIRED';
  rejection: string | null;
  checkedAt: string | null;
  arrivals: number;
  parts: Map<number, Buffer> | undefined;
  whole: Buffer | undefined;
}

const PART = 8 * 1024 * 1024;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');

/** The file store of the fake server, and its check: signed links, size and hash. */
export class FakeFiles {
  readonly #files = new Map<string, Kept>();
  #links = 0;
  readonly #good = new Set<string>();
  #checks = 0;
  /** Whether files are checked at once, as they arrive. */
  checksAtOnce = true;
  /** Whether uploads in parts are to be had. */
  takesParts = true;
  /** Refused whatever they are, by id. */
  readonly broken = new Set<string>();

  announce(owner: string, slots: readonly Slot[]): void {
    for (const slot of slots) {
      const blank = { rejection: null, checkedAt: null, arrivals: 0, parts: undefined, whole: undefined };
      if (!this.#files.has(slot.id))
        this.#files.set(slot.id, { ...slot, owner, ...blank, status: 'AWAITED' });
    }
  }

  /** The files of a record, as the API tells them to who sends them. */
  of(owner: string) {
    return [...this.#files.values()].filter((file) => file.owner === owner).map((file) => this.#told(file));
  }

  /** How often a file has arrived, and what became of it. */
  get(id: string): Pick<Kept, 'status' | 'arrivals'> | undefined {
    return this.#files.get(id);
  }

  /** All links that were given lose their force. */
  expireLinks(): void {
    this.#good.clear();
  }

  /** Checks what has arrived. */
  check(): void {
    for (const file of this.#files.values()) if (file.whole !== undefined) this.#check(file);
  }

  /** The slots lie there too long. */
  expire(): void {
    for (const file of this.#files.values()) if (file.status === 'AWAITED') file.status = 'EXPIRED';
  }

  async take(url: string, init: RequestInit | undefined, fault: Fault): Promise<Response> {
    if (fault === 'lost before') throw new TypeError('Failed to fetch');
    const [, id = '', number] = new URL(url).pathname.split('/');
    const file = this.#files.get(id);
    if (file === undefined || !this.#good.has(url) || fault === 'logged out')
      return new Response('', { status: 403 });
    if (fault === 'throttled' || fault === 'internal') return new Response('', { status: 503 });
    await (number === undefined ? this.#whole(file, init) : this.#part(file, Number(number), init));
    if (fault === 'lost after') throw new TypeError('Failed to fetch');
    return new Response(null, { status: 204 });
  }

  open({ evidenceId, partHashes }: { evidenceId: string; partHashes: string[] }) {
    const file = this.#files.get(evidenceId);
    const no = (code: string) => ({ upload: null, userErrors: [{ code, message: code, path: [] }] });
    if (file === undefined) return no('NOT_FOUND');
    if (!this.takesParts) return no('UPLOAD_IN_PARTS_UNAVAILABLE');
    file.parts ??= new Map();
    const parts = partHashes.map((sha256, index) => {
      const there = file.parts?.get(index + 1);
      const size = Math.min(PART, file.size - index * PART);
      const isThere = there !== undefined && hash(there) === sha256;
      return {
        number: index + 1,
        size,
        sha256,
        url: isThere ? null : this.#link(`${evidenceId}/${index + 1}`),
        etag: null,
      };
    });
    return { upload: { partSize: PART, expiresAt: '', parts }, userErrors: [] };
  }

  complete(id: string) {
    const file = this.#files.get(id);
    const count = Math.ceil((file?.size ?? 0) / PART);
    const parts = Array.from({ length: count }, (_none, index) => file?.parts?.get(index + 1));
    if (file === undefined || parts.includes(undefined))
      return { case: null, userErrors: [{ code: 'UPLOAD_INCOMPLETE', message: '', path: [] }] };
    this.#arrive(file, Buffer.concat(parts as Buffer[]));
    return { case: null, userErrors: [] };
  }

  async #whole(file: Kept, init: RequestInit | undefined): Promise<void> {
    const form = init?.body as FormData;
    this.#arrive(file, Buffer.from(await (form.get('file') as Blob).arrayBuffer()));
  }

  async #part(file: Kept, number: number, init: RequestInit | undefined): Promise<void> {
    file.parts?.set(number, Buffer.from(await (init?.body as Blob).arrayBuffer()));
  }

  #arrive(file: Kept, bytes: Buffer): void {
    file.arrivals += 1;
    file.whole = bytes;
    if (this.checksAtOnce) this.#check(file);
  }

  #check(file: Kept): void {
    const isRight = file.whole !== undefined && hash(file.whole) === file.sha256 && !this.broken.has(file.id);
    file.status = isRight ? 'VERIFIED' : 'REJECTED';
    file.rejection = isRight ? null : 'NOT_DECODABLE';
    this.#checks += 1;
    file.checkedAt = `check ${this.#checks}`;
    file.whole = undefined;
  }

  #told({ id, status, rejection, checkedAt, size }: Kept) {
    const isOver = size > 100_000_000 || status === 'VERIFIED';
    const upload = isOver
      ? null
      : { url: this.#link(id), expiresAt: '', fields: [{ name: 'key', value: id }] };
    return { id, status, rejection, checkedAt, upload };
  }

  #link(path: string): string {
    this.#links += 1;
    const url = `https://files.example/${path}?signed=${this.#links}`;
    this.#good.add(url);
    return url;
  }
}
