import { type BoxHead, headAt, LONGEST_HEAD } from './evidence.boxes';
import { MOST_INDEX_BYTES } from './evidence.rules';

/** Most boxes at the top of a file: phones write fewer than ten. */
const MOST_BOXES = 1_000;

/** What is kept of a video while it passes: what it is and its index. */
const KEPT = new Set(['ftyp', 'moov']);

/**
 * Walks through a video as its bytes pass: sees whether its boxes follow each other to the last byte, with the index
 * (`moov`) and the media (`mdat`) among them, and keeps only type and index. So a film of any length needs little memory.
 */
export class BoxWalk {
  readonly #seen = new Set<string>();
  readonly #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #broken = false;
  #boxes = 0;
  /** The beginning of a head whose rest has not come yet. */
  #rest = new Uint8Array(0);
  /** What is left of the box that passes; 0 between boxes, without end when the last box is to the end of the file. */
  #left = 0;
  #keeping = false;

  /** Takes the next bytes. */
  pass(chunk: Uint8Array): void {
    let bytes: Uint8Array = chunk;
    while (bytes.length > 0 && !this.#broken) {
      bytes = this.#left > 0 ? this.#inBox(bytes) : this.#betweenBoxes(bytes);
    }
  }

  /** The boxes `ftyp` and `moov` of a file that is whole; undefined of any other. */
  end(): Uint8Array | undefined {
    const ended = this.#rest.length === 0 && (this.#left === 0 || this.#left === Infinity);
    const whole = ['ftyp', 'moov', 'mdat'].every((type) => this.#seen.has(type));
    return this.#broken || !ended || !whole ? undefined : Buffer.concat(this.#kept);
  }

  #inBox(bytes: Uint8Array): Uint8Array {
    const here = bytes.subarray(0, Math.min(bytes.length, this.#left));
    this.#left -= here.length;
    if (this.#keeping) this.#keep(here);
    return bytes.subarray(here.length);
  }

  #betweenBoxes(bytes: Uint8Array): Uint8Array {
    const known = this.#rest.length;
    const head = Buffer.concat([this.#rest, bytes.subarray(0, LONGEST_HEAD - known)]);
    // A length of eight bytes is read when all of them are there.
    const needed = head.length >= 4 && head.readUInt32BE(0) === 1 ? LONGEST_HEAD : 8;
    if (head.length < needed) {
      this.#rest = head;
      return bytes.subarray(bytes.length);
    }
    const box = headAt(head);
    if (box === undefined || this.#boxes >= MOST_BOXES) this.#broken = true;
    else this.#open(box, head.subarray(0, box.headBytes));
    this.#rest = new Uint8Array(0);
    return bytes.subarray((box?.headBytes ?? needed) - known);
  }

  #open(box: BoxHead, head: Uint8Array): void {
    // A second index would be one that nobody looked at.
    this.#broken = KEPT.has(box.type) && this.#seen.has(box.type);
    this.#boxes += 1;
    this.#seen.add(box.type);
    this.#left = box.size === 0 ? Infinity : box.size - box.headBytes;
    this.#keeping = KEPT.has(box.type);
    if (this.#keeping) this.#keep(head);
  }

  #keep(bytes: Uint8Array): void {
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > MOST_INDEX_BYTES) this.#broken = true;
    else this.#kept.push(Uint8Array.from(bytes));
  }
}
