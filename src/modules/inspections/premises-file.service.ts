import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Language } from '../../shared/language';
import { once } from '../../shared/once';
import { type Page, pageOf, rowsToRead } from '../../shared/page';
import { type CaseService } from '../cases/case.service';
import { type Case } from '../cases/case.type';
import { type PremisesService } from '../places/premises.service';
import { type Premises } from '../places/premises.type';
import { wordsOf } from './checklist.service';
import { type FindingCaseRepo } from './finding-case.repo';
import { type FindingCase, findingCaseOf } from './finding-case.rules';
import { isUnsettled } from './finding.rules';
import { inspectionTurn, type InspectionRepo } from './inspection.repo';
import { type InspectionRecord, repeatedItems } from './inspection.rules';
import { type FindingCount, type Inspection, type InspectionFinding } from './inspection.type';
import { countsOf, findingsOf, shownInspection } from './inspection-view.rules';

/** Most inspections that a file looks at: those of years. */
const MOST_ROWS = 100;

/** The findings of how many inspections are asked after, where those of a year are fewer. */
const LATEST = 20;

const YEAR_MS = 365 * 86_400_000;

type Cases = ReadonlyMap<string, FindingCase>;

/** What was read of premises in a request. */
interface File {
  readonly records: Promise<readonly InspectionRecord[]>;
  /** How the cases of its findings stand, as was noted. */
  readonly noted: () => Promise<Cases>;
  readonly cases: () => Promise<Cases>;
}

/** In whose eyes, and in which language. */
export interface Reader {
  readonly actor: Actor;
  readonly reads: CollectionReader;
  readonly language: Language;
}

/** The file of premises (场所档案): their inspections and findings, each read once in a request. */
export class PremisesFileService {
  readonly #files = new WeakMap<CollectionReader, Map<string, File>>();

  constructor(
    private readonly repo: InspectionRepo,
    private readonly findings: FindingCaseRepo,
    private readonly cases: CaseService,
    private readonly premises: PremisesService,
    private readonly clock: Clock,
  ) {}

  /** The premises with this id, their inspections and findings read beside them; NOT_FOUND for whoever may not see them. */
  async open(reader: Reader, id: string): Promise<Premises> {
    // Whoever asks for it is told when it fails; nobody may.
    if (isId(id))
      this.#fileOf(reader, id)
        .noted()
        .catch(() => undefined);
    return this.premises.get(reader.actor, id);
  }

  /** The inspections of premises, newest first. One Query beside that of their findings. */
  async inspectionsOf(reader: Reader, premises: Premises, args: PageArgs): Promise<Page<Inspection>> {
    const { limit, afterKey } = pageOf(args);
    const { records, cases } = await this.#page(reader, premises.id, limit, afterKey);
    const rows = records.slice(0, limit).map(async (record) => ({
      row: await this.#shown(reader, premises.area, { record, records, cases }),
      key: inspectionTurn(record),
    }));
    return { rows: await Promise.all(rows), hasNextPage: records.length > limit };
  }

  async #page(reader: Reader, premises: string, limit: number, afterKey: string | undefined) {
    const file = this.#fileOf(reader, premises);
    if (afterKey !== undefined) {
      const records = await this.repo.ofPremises(premises, rowsToRead(MOST_ROWS), afterKey);
      return {
        records,
        cases: await this.#casesOf(reader.actor, records.slice(0, limit), await file.noted()),
      };
    }
    const records = await file.records;
    const older = records.slice(this.#watched(records).length, limit);
    const noted = await file.noted();
    const [watched, others] = await Promise.all([file.cases(), this.#casesOf(reader.actor, older, noted)]);
    return { records, cases: new Map([...watched, ...others]) };
  }

  /** What was found within a year or at the last inspections and still asks something of somebody, newest first. */
  async openFindings(reader: Reader, premises: Premises): Promise<InspectionFinding[]> {
    const findings = await this.#findings(reader, premises, (records) => this.#watched(records));
    return findings.filter(({ state }) => isUnsettled(state));
  }

  /** How often something of each category was found in the last 365 days. */
  async findingsInYear(reader: Reader, premises: Premises): Promise<FindingCount[]> {
    return countsOf(await this.#findings(reader, premises, (records) => this.#ofYear(records)));
  }

  /** The inspection with this id; NOT_FOUND when there is none or the reader may not see places there. */
  async get(reader: Reader, id: string): Promise<Inspection> {
    const record = isId(id) ? await this.repo.find(reader.reads, id) : undefined;
    if (record === undefined || grantFor(reader.actor, 'place:read', { area: record.area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const [records, cases] = await Promise.all([
      this.latest(reader, record.premises),
      this.#casesOf(reader.actor, [record]),
    ]);
    return this.#shown(reader, record.area, { record, records, cases });
  }

  /** An inspection as whoever made it sees it, who has its cases already. */
  async shownToMaker(reader: Reader, record: InspectionRecord, made: readonly Case[]): Promise<Inspection> {
    const [words, records] = await Promise.all([
      wordsOf({ code: record.checklist, version: record.version }),
      this.latest(reader, record.premises),
    ]);
    return shownInspection(record, {
      ...{ words, language: reader.language, seesAll: true, sees: () => true },
      repeated: repeatedItems(record, records),
      caseOf: (caseId) => made.filter(({ id }) => id === caseId).map(findingCaseOf)[0],
    });
  }

  /** The last inspections of premises, newest first, for a caller who has been authorised; one Query in a request. */
  async latest(reader: Reader, premises: string): Promise<readonly InspectionRecord[]> {
    return this.#fileOf(reader, premises).records;
  }

  #fileOf({ actor, reads }: Pick<Reader, 'actor' | 'reads'>, premises: string): File {
    const files = this.#files.get(reads) ?? new Map<string, File>();
    this.#files.set(reads, files);
    const known = files.get(premises);
    if (known !== undefined) return known;
    const records = this.repo.ofPremises(premises, rowsToRead(MOST_ROWS), undefined);
    // Whoever asks for it is told; nobody may.
    records.catch(() => undefined);
    const noted = once(async () => this.findings.ofPremises(premises));
    const cases = once(async () => this.#casesOf(actor, this.#watched(await records), await noted()));
    const file = { records, noted, cases };
    files.set(premises, file);
    return file;
  }

  async #findings(
    reader: Reader,
    premises: Premises,
    wanted: (records: readonly InspectionRecord[]) => readonly InspectionRecord[],
  ): Promise<InspectionFinding[]> {
    const file = this.#fileOf(reader, premises.id);
    const [records, cases] = await Promise.all([file.records, file.cases()]);
    const found = await Promise.all(
      wanted(records).map(async (record) =>
        findingsOf(record, await this.#showing(reader, premises.area, { record, records, cases })),
      ),
    );
    return found.flat();
  }

  async #shown(reader: Reader, area: string, facts: Facts): Promise<Inspection> {
    return shownInspection(facts.record, await this.#showing(reader, area, facts));
  }

  async #showing({ actor, language }: Reader, area: string, { record, records, cases }: Facts) {
    const seesAll = grantFor(actor, 'inspection:read-all', { area }) !== undefined;
    return {
      ...{ language, seesAll },
      words: await wordsOf({ code: record.checklist, version: record.version }),
      repeated: repeatedItems(record, records),
      caseOf: (caseId: string) => cases.get(caseId),
      sees: (found: FindingCase | undefined) =>
        seesAll || (found !== undefined && grantFor(actor, 'case:read', found.target) !== undefined),
    };
  }

  #ofYear(records: readonly InspectionRecord[]): readonly InspectionRecord[] {
    const since = this.clock.now().getTime() - YEAR_MS;
    return records.filter(({ at }) => at.getTime() > since);
  }

  #watched(records: readonly InspectionRecord[]): readonly InspectionRecord[] {
    return records.slice(0, Math.max(this.#ofYear(records).length, LATEST));
  }

  /** How the cases of inspections stand: as was noted, and where nothing was yet, as they are. */
  async #casesOf(
    actor: Actor,
    records: readonly InspectionRecord[],
    noted: Cases = new Map(),
  ): Promise<Cases> {
    const ids = records.flatMap(({ answers }) => answers.flatMap(({ caseId }) => caseId ?? []));
    const unknown = [...new Set(ids)].filter((id) => !noted.has(id));
    if (unknown.length === 0) return noted;
    const standings = await this.cases.standings(actor, unknown);
    const read = [...standings].map(([id, { found }]) => [id, findingCaseOf(found)] as const);
    return new Map([...noted, ...read]);
  }
}

interface Facts {
  readonly record: InspectionRecord;
  readonly records: readonly InspectionRecord[];
  readonly cases: Cases;
}
