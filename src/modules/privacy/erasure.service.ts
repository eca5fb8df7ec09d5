import { type CollectionReader } from '../../data/collection-reader';
import { type Gate } from '../../data/commit';
import { type Change } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { newId } from '../../shared/ids';
import { logFailure } from '../../shared/logger';
import { type CareErasureService } from '../care/care-erasure.service';
import { assertLeft } from '../residents/erasure.rules';
import { type ResidentErasureService } from '../residents/resident-erasure.service';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { type SheetErasureService } from '../sheets/sheet-erasure.service';
import { type DataRequestRepo } from './data-request.repo';
import { type DataRequest } from './data-request.rules';

/** What came of one record whose time had come; carries no resident's data. */
export type ErasureReport = 'ERASED' | 'KEPT' | 'FAILED';

/** By whom records are erased whose time has come. */
const RETENTION = { id: 'retention', name: '保存期限届满', role: 'ADMINISTRATOR' } as const;

/** Erasing a person from all that is kept beside the record: by the clock, or because they asked for it. */
export class ErasureService {
  constructor(
    private readonly requestRepo: DataRequestRepo,
    private readonly careTags: CareErasureService,
    private readonly sheets: SheetErasureService,
    private readonly residents: Pick<ResidentService, 'lookUp'>,
    private readonly erasures: ResidentErasureService,
    private readonly clock: Clock,
  ) {}

  /** Erases those whose record is kept long enough. One that fails is due again in the next round. */
  async eraseDue(newReads: () => CollectionReader): Promise<ErasureReport[]> {
    const reports: ErasureReport[] = [];
    for (const id of await this.erasures.due()) {
      reports.push(
        await this.#eraseOne(newReads(), id).catch((error: unknown): ErasureReport => {
          logFailure('record not erased', error);
          return 'FAILED';
        }),
      );
    }
    return reports;
  }

  /**
   * Erases a person whose request is decided, together with the request and all else that is kept beside the record. The
   * records that were merged into it go first, each for itself: what is cut off goes on with the rest.
   * @throws Refusal LIVES_HERE_STILL
   */
  async erase(
    reads: CollectionReader,
    before: Resident,
    change: Change,
    gate: Gate | undefined,
    decided?: DataRequest,
  ): Promise<DataRequest> {
    assertLeft(before);
    for (const id of before.absorbed ?? []) await this.#eraseAbsorbed(reads, id, change, gate);
    return this.#eraseRecord(reads, before, change, gate, decided);
  }

  async #eraseAbsorbed(reads: CollectionReader, id: string, change: Change, gate: Gate | undefined) {
    const merged = await this.residents.lookUp(reads, id, { consistent: true });
    if (merged?.state === 'MERGED') await this.#eraseRecord(reads, merged, change, gate);
  }

  async #eraseRecord(
    reads: CollectionReader,
    before: Resident,
    change: Change,
    gate: Gate | undefined,
    decided?: DataRequest,
  ): Promise<DataRequest> {
    const requests = await this.requestRepo.of(reads, before.id, { consistent: true });
    await this.sheets.erase(reads, before.id, gate);
    const others = requests.filter(({ id }) => id !== decided?.id);
    const erased = decided && { ...decided, maskedName: '', sealed: undefined };
    const together = [
      ...this.requestRepo.erasing(others),
      ...(await this.careTags.erasing(reads, before.id)),
      ...(erased === undefined ? [] : [this.requestRepo.deciding(erased)]),
    ];
    await this.erasures.erase(reads, before, change, together, gate);
    return erased as DataRequest;
  }

  async #eraseOne(reads: CollectionReader, id: string): Promise<ErasureReport> {
    const resident = await this.residents.lookUp(reads, id, { consistent: true });
    if (resident === undefined || !this.erasures.isDue(resident)) {
      await this.erasures.keep(id);
      return 'KEPT';
    }
    const at = this.clock.now().toISOString();
    const change = { id: newId(), mark: '', at, by: RETENTION, what: ['ERASED'] };
    await this.erase(reads, resident, change, undefined);
    return 'ERASED';
  }
}
