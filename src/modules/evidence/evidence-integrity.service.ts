import { createHash } from 'node:crypto';
import { type Bucket } from '../../data/bucket';
import { type ChainPart, linkOf } from './evidence-chain.rules';
import { type EvidenceLink, type EvidenceVerification } from './evidence-integrity.type';
import { originalKey } from './evidence.keys';
import { MOST_BYTES_READ_AGAIN } from './evidence.rules';
import { type Evidence } from './evidence.type';

type Checked = Evidence & ChainPart;

/** Reads verified files again, and chains them. */
export class EvidenceIntegrityService {
  constructor(private readonly bucket: Bucket) {}

  /**
   * Recomputes the hashes of a record's verified files from the store, those behind `after` first, until 200 MB have been
   * read; the chain is always whole. `beginning` is what its first link is linked to.
   */
  async verify(
    all: readonly Evidence[],
    beginning: string,
    after: string | undefined,
  ): Promise<EvidenceVerification> {
    const files = all.filter(isChecked).sort(byCheck);
    const first = after === undefined ? 0 : files.findIndex(({ id }) => id === after) + 1;
    const end = endOf(files, first);
    const links: EvidenceLink[] = [];
    let link = beginning;
    // One after the other: each is read as it passes, none is held.
    for (const [index, file] of files.entries()) {
      link = linkOf(link, file);
      const read = await this.#look(file, index >= first && index < end);
      const { id, size, sha256, checkedAt, by } = file;
      links.push({ id, size, sha256, checkedAt, by, link, ...read });
    }
    const intact = links.every(({ finding }) => finding !== 'DIFFERENT' && finding !== 'MISSING');
    return { links, intact, next: end < files.length ? files[end - 1]?.id : undefined };
  }

  async #look(file: Evidence, isRead: boolean): Promise<Pick<EvidenceLink, 'recomputed' | 'finding'>> {
    if (file.status === 'REMOVED') return { finding: 'REMOVED' };
    return isRead ? this.#read(file) : { finding: 'NOT_READ' };
  }

  /** The version that was verified, whatever has been written since. */
  async #read(file: Evidence): Promise<Pick<EvidenceLink, 'recomputed' | 'finding'>> {
    const found = await this.bucket.open(originalKey(file), file.versionId);
    if (found === undefined) return { finding: 'MISSING' };
    try {
      const hash = createHash('sha256');
      for await (const chunk of found.chunks) hash.update(chunk);
      const recomputed = hash.digest('base64');
      return { recomputed, finding: recomputed === file.sha256 ? 'EQUAL' : 'DIFFERENT' };
    } finally {
      found.close();
    }
  }
}

/** Up to which file one call reads: one at least, and no more than it may. */
function endOf(files: readonly Evidence[], first: number): number {
  let bytes = 0;
  let end = first;
  for (const { size, status } of files.slice(first)) {
    bytes += status === 'REMOVED' ? 0 : size;
    if (end > first && bytes > MOST_BYTES_READ_AGAIN) break;
    end += 1;
  }
  return end;
}

/** Also one that was removed since: what came after it was linked to it. */
function isChecked(evidence: Evidence): evidence is Checked {
  const { status, rejection, checkedAt } = evidence;
  const wasVerified = status === 'VERIFIED' || (status === 'REMOVED' && rejection === undefined);
  return wasVerified && checkedAt !== undefined;
}

/** In the order in which they were verified: what is verified later is later in the chain. */
function byCheck(one: Checked, other: Checked): number {
  return one.checkedAt.getTime() - other.checkedAt.getTime() || (one.id < other.id ? -1 : 1);
}
