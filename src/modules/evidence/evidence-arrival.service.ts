import { type Bucket } from '../../data/bucket';
import { type Clock } from '../../shared/clock';
import { logFailure } from '../../shared/logger';
import { type EvidenceHoldRepo } from './evidence-hold.repo';
import { type Decode, inspectEvidence } from './evidence.inspection';
import { copyKey, originalKey, pictureKey, placeOf, thumbnailKey } from './evidence.keys';
import { type EvidenceRepo } from './evidence.repo';
import { type Inspection, nextLook } from './evidence.rules';
import { type Evidence } from './evidence.type';

/** What came of looking at one file. */
export type Arrival = 'UNKNOWN' | 'SETTLED_BEFORE' | 'NOT_THERE' | 'VERIFIED' | 'REJECTED' | 'FAILED';

/** What the check of one file came to, for the log; carries no resident's data. */
export interface ArrivalReport {
  readonly arrival: Arrival;
  readonly evidenceId?: string;
  readonly reason?: string;
}

type Verified = Extract<Inspection, { verdict: 'VERIFIED' }>;

/** Checks files when they arrive, and looks for those whose arrival was not announced. */
export class EvidenceArrivalService {
  constructor(
    private readonly repo: EvidenceRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
    private readonly decode: Decode,
    private readonly holds: EvidenceHoldRepo,
  ) {}

  /** Checks the object at `key`, once: a repeat or a late event finds it settled. A store's failure is thrown. */
  async arrived(key: string): Promise<ArrivalReport> {
    const place = placeOf(key);
    const evidence = place && (await this.repo.find(place));
    return evidence === undefined ? { arrival: 'UNKNOWN' } : this.#check(evidence);
  }

  /** Looks for files that should have come by now; returns what came of each. One that fails is due again. */
  async lookForOverdue(): Promise<ArrivalReport[]> {
    const places = await this.repo.overdue(this.clock.now());
    const reports: ArrivalReport[] = [];
    // One after the other: decoding is the heaviest work there is, and one file must not starve the next.
    for (const place of places) {
      const report = await this.#lookFor(place).catch((error: unknown): ArrivalReport => {
        logFailure('evidence not looked for', error);
        return { arrival: 'FAILED', evidenceId: place.id };
      });
      reports.push(report);
    }
    return reports;
  }

  async #lookFor(place: Pick<Evidence, 'owner' | 'id'>): Promise<ArrivalReport> {
    const evidence = await this.repo.find(place);
    if (evidence?.status !== 'AWAITED') return { arrival: 'SETTLED_BEFORE', evidenceId: place.id };
    const report = await this.#check(evidence);
    if (report.arrival === 'NOT_THERE') await this.#postpone(evidence);
    return report;
  }

  async #check(evidence: Evidence): Promise<ArrivalReport> {
    const evidenceId = evidence.id;
    if (evidence.status === 'REMOVED') return { arrival: 'SETTLED_BEFORE', evidenceId };
    if (evidence.status === 'VERIFIED') {
      await this.#hold(evidence);
      return { arrival: 'SETTLED_BEFORE', evidenceId };
    }
    const file = await this.bucket.open(originalKey(evidence));
    if (file === undefined) return { arrival: 'NOT_THERE', evidenceId };
    const found = await inspectEvidence(file, evidence, this.decode).finally(() => {
      file.close();
    });
    const checked = { ...evidence, versionId: file.versionId, checkedAt: this.clock.now() };
    if (found.verdict === 'REJECTED') {
      await this.repo.replace({ ...checked, status: 'REJECTED', rejection: found.reason });
      return { arrival: 'REJECTED', evidenceId, reason: found.reason };
    }
    // What is served first: evidence that says it is verified has it.
    await this.#keep(evidence, found);
    await this.repo.replace(verified(checked, found));
    await this.#hold(checked);
    return { arrival: 'VERIFIED', evidenceId };
  }

  /** Holds a file of a record whose files are held: asked after it is verified, so that nobody's hold misses it. */
  async #hold(evidence: Evidence): Promise<void> {
    if (await this.holds.isHeld(evidence.owner))
      await this.bucket.setLegalHold(originalKey(evidence), evidence.versionId, true);
  }

  async #keep(evidence: Evidence, { renditions, copy }: Verified): Promise<void> {
    const write = (key: string, bytes: Uint8Array | undefined, contentType: string) =>
      bytes && this.bucket.write(key, bytes, contentType);
    await write(copyKey(evidence), copy, 'application/pdf');
    await Promise.all([
      write(thumbnailKey(evidence), renditions?.thumbnail, 'image/webp'),
      write(pictureKey(evidence), renditions?.picture, 'image/webp'),
    ]);
  }

  async #postpone(evidence: Evidence): Promise<void> {
    const lookAt = nextLook(evidence.openedAt, this.clock.now());
    if (lookAt !== undefined) {
      await this.repo.replace(evidence, lookAt);
      return;
    }
    // What has come of an upload in parts is thrown away: nobody pays for half a film that nobody sends.
    if (evidence.uploadId !== undefined)
      await this.bucket.multipart.abort(originalKey(evidence), evidence.uploadId);
    await this.repo.replace({ ...evidence, uploadId: undefined, status: 'EXPIRED' });
  }
}

function verified(checked: Evidence, found: Verified): Evidence {
  return {
    ...checked,
    status: 'VERIFIED',
    rejection: undefined,
    uploadId: undefined,
    width: found.width,
    height: found.height,
    takenAt: found.takenAt,
    takenPlace: found.place,
    seconds: found.seconds,
    hasThumbnail: found.renditions !== undefined,
    hasPicture: found.renditions !== undefined,
    pages: found.pages,
    hasCopy: found.copy !== undefined,
  };
}
