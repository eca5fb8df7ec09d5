import { type CollectionReader } from '../../data/collection-reader';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Answers } from '../sheets/answer.rules';
import { type SheetFillReadingService } from '../sheets/fill-reading.service';
import { type SheetService } from '../sheets/sheet.service';
import { type ApplicationForm } from './application-form.type';
import { type ApplicationRecord } from './application.rules';

type Formed = Pick<ApplicationRecord, 'resident' | 'terms' | 'area'>;

/** The sheets of a service, as they are filled in about whoever it is for. */
export class ApplicationFormService {
  /** What was found of an application as it was read: asked for by its forms, and by what it lacks. */
  readonly #found = new WeakMap<Formed, Promise<ApplicationForm[]>>();

  constructor(
    private readonly residents: Pick<ResidentService, 'current'>,
    private readonly sheets: Pick<SheetService, 'versionOut'>,
    private readonly fills: Pick<SheetFillReadingService, 'newestAbout' | 'answersOf'>,
  ) {}

  /**
   * The sheets with the newest that was filled in of each, whenever that was, for a caller who has been authorised. No read where
   * there are none; else one Query beside that of the resident, and one more for each merge.
   */
  of(reads: CollectionReader, application: Formed): Promise<ApplicationForm[]> {
    const found = this.#found.get(application) ?? this.#find(reads, application);
    this.#found.set(application, found);
    return found;
  }

  async #find(
    reads: CollectionReader,
    { resident, area, terms: { forms = [] } }: Formed,
  ): Promise<ApplicationForm[]> {
    if (forms.length === 0) return [];
    const [own, current] = await Promise.all([
      this.fills.newestAbout([resident]),
      this.residents.current(reads, resident),
    ]);
    const ids = current === undefined ? [resident] : idsOf(current);
    const isWhole = ids.every((id) => id === resident);
    const newest = isWhole ? own : await this.fills.newestAbout(ids);
    return forms.map(({ name, sheet }) => {
      const { id: fill, state, filledAt } = newest.get(sheet) ?? {};
      return { name, sheet, area, fill, state, filledAt };
    });
  }

  /** The version of a sheet that is filled in today where the applicant lives; undefined where none is out. One Query. */
  async versionOf(reads: CollectionReader, { sheet, area }: ApplicationForm): Promise<number | undefined> {
    return this.sheets.versionOut(reads, sheet, area);
  }

  /** What was answered in a sheet, numbers masked, for a caller who has been shown the application; one Get. */
  async answersOf({ fill }: ApplicationForm): Promise<Answers | undefined> {
    return fill === undefined ? undefined : this.fills.answersOf(fill);
  }

  /** Ids of the sheets that are filled in; not those that were returned. */
  async filled(reads: CollectionReader, application: Formed): Promise<ReadonlySet<string>> {
    const forms = await this.of(reads, application);
    const isFilled = ({ state }: ApplicationForm) => state !== undefined && state !== 'RETURNED';
    return new Set(forms.filter(isFilled).map(({ sheet }) => sheet));
  }
}
