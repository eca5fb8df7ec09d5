import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type PageArgs } from '../../shared/connection.type';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page } from '../../shared/page';
import { type CareTagService, type OpenCareTag } from '../care/care.service';
import { idsOf } from '../residents/merge.rules';
import { type Numbers } from '../residents/resident.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { type SheetFillReadingService } from '../sheets/fill-reading.service';
import { type AccessRecord } from './access-record.rules';
import { type AccessRecordService } from './access-record.service';

/** What residents see and take away of what is on file about themselves. */
export class OwnFileService {
  constructor(
    private readonly residents: ResidentService,
    private readonly records: AccessRecordService,
    private readonly careTags: CareTagService,
    private readonly sheets: SheetFillReadingService,
  ) {}

  /** The actor's own record, or that of a minor whose guardian they are; NOT_FOUND for whoever is not on file as a resident. */
  async mine(actor: Actor, reads: CollectionReader, of = actor.id): Promise<Resident> {
    return (await this.#mine(actor, reads, {}, of)).resident;
  }

  /** Who looked at the actor's data, under whatever record it was, newest first; NOT_FOUND for who is no resident. */
  async whoLooked(actor: Actor, reads: CollectionReader, args: PageArgs): Promise<Page<AccessRecord>> {
    if (grantFor(actor, 'file:read-own', { residentId: actor.id }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const [own, looked] = await Promise.all([
      this.residents.current(reads, actor.id),
      this.records.about([actor.id], args),
    ]);
    const ids = own === undefined ? [] : idsOf(own);
    return ids.every((id) => id === actor.id) ? looked : this.records.about(ids, args);
  }

  /**
   * All that is on file about the actor, as a JSON document with the numbers in the open; recorded, a few times a day.
   * @throws Refusal ID_INVALID, CONFLICT, TOO_MANY_EXPORTS
   */
  async export(actor: Actor, reads: CollectionReader, input: { id: string }): Promise<{ file: string }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [{ resident, grant }, quota, own] = await Promise.all([
      this.#mine(actor, reads, { consistent: true }),
      this.records.quotaOf(actor, 'EXPORTS'),
      this.sheets.ofOwnFile([actor.id]),
    ]);
    const mark = fingerprint([actor.id, input]);
    const access = { id, resident: resident.id, kind: 'EXPORT', fields: ['all'], mark } as const;
    await this.records.record(actor, grant, quota, access);
    const [numbers, careTags, sheets] = await Promise.all([
      this.residents.open(resident),
      this.careTags.ofOwnFile(reads, resident),
      this.#sheets(actor, resident, own),
    ]);
    const file = { ...fileOf(resident, numbers, careTags), sheets };
    return { file: JSON.stringify(file, null, 2) };
  }

  /** What was filled in, opened; also under the other ids of a record that was merged. */
  async #sheets({ id }: Actor, resident: Resident, own: readonly OwnSheet[]): Promise<object[]> {
    const others = idsOf(resident).filter((each) => each !== id);
    const all = others.length === 0 ? own : [...own, ...(await this.sheets.ofOwnFile(others))];
    return Promise.all(all.map(async (fill) => sheetOf(fill, await this.sheets.opened(fill))));
  }

  async #mine(
    actor: Actor,
    reads: CollectionReader,
    options: { consistent?: boolean } = {},
    of = actor.id,
  ): Promise<{ resident: Resident; grant: Appointment }> {
    const grant = grantFor(actor, 'file:read-own', { residentId: of });
    const resident = isId(of) && grant ? await this.residents.current(reads, of, options) : undefined;
    if (grant === undefined || resident === undefined) throw new TechnicalError('NOT_FOUND');
    return { resident, grant };
  }
}

/** What is on file about somebody, and who changed it, in the words of the API. */
function fileOf(
  resident: Resident,
  { identityNumber, phone }: Numbers,
  careTags: readonly OpenCareTag[],
): object {
  const { id, version, state, name, sex, birthDate, kind, residences, changes } = resident;
  return {
    resident: { id, version, state, name, sex, birthDate, kind, identityNumber, phone },
    residences,
    careTags: careTags.map(({ kind, visits, purpose, reason, setAt, setBy, reviewOn, expiresOn }) => ({
      ...{ kind, visits, purpose, reason, setAt, setBy: setBy.name, reviewOn, expiresOn },
    })),
    changes: changes.map(({ at, by, what }) => ({ at, by: { name: by.name, role: by.role }, what })),
  };
}

type OwnSheet = Awaited<ReturnType<SheetFillReadingService['ofOwnFile']>>[number];

/** A sheet that was filled in about somebody, with the answers in the open. */
function sheetOf(
  { id, sheet, version, state, filledAt, filledBy, changes }: OwnSheet,
  answers: object,
): object {
  const by = { name: filledBy.name, role: filledBy.role };
  const known = changes.map((change) => ({
    ...{ at: change.at, by: { name: change.by.name, role: change.by.role }, what: change.what },
  }));
  return { id, sheet, version, state, filledAt, filledBy: by, answers, changes: known };
}
