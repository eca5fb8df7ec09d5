import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Gate, type PreparedPut } from '../../data/commit';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { toWgs84 } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { type RecordLink } from '../../shared/record-link.type';
import { userErrorsOf } from '../../shared/user-error.type';
import { type CaseReportService } from '../cases/case-report.service';
import { type Case } from '../cases/case.type';
import { type EvidenceService } from '../evidence/evidence.service';
import { type PremisesService } from '../places/premises.service';
import { type Premises } from '../places/premises.type';
import { checklistOf } from './checklist.rules';
import { itemWords, wordsOf } from './checklist.service';
import { type InspectionAnswerInput, type SubmitInspectionInput } from './inspection.input';
import { type InspectionRepo } from './inspection.repo';
import {
  assertPremises,
  assertTime,
  checkedAnswers,
  checklistNamed,
  type WholeInspection,
} from './inspection.rules';
import { type Inspection, type InspectionCase } from './inspection.type';
import { type PremisesFileService, type Reader } from './premises-file.service';

/** What an inspection came to. */
export interface Inspected {
  readonly inspection: Inspection;
  readonly cases: InspectionCase[];
  /** Code of the area in which the premises lay. */
  readonly area: string;
}

/** Where a case was found, as it keeps it. */
export interface FindingOrigin extends RecordLink {
  readonly premises: string;
  readonly item: string;
}

/** Who inspections use. */
export interface InspectionSources {
  readonly premises: PremisesService;
  readonly reports: CaseReportService;
  readonly evidence: EvidenceService;
  readonly files: PremisesFileService;
}

/** An inspection that is handed in. */
interface Draft {
  readonly inspection: WholeInspection;
  /** Its write; none where it was taken in before. */
  readonly put?: PreparedPut;
}

/** A finding whose case is being taken in: done, or why not. */
interface Taking {
  readonly item: string;
  readonly path: readonly string[];
  readonly result: PromiseSettledResult<Case>;
}

/** Inspections of premises (巡查): answers to a checklist, of which each that failed becomes a case. */
export class InspectionService {
  /** What is handed in in a request, by its mark. */
  readonly #drafts = new WeakMap<CollectionReader, Map<string, Promise<Draft>>>();

  constructor(
    private readonly repo: InspectionRepo,
    private readonly sources: InspectionSources,
    private readonly clock: Clock,
  ) {}

  /**
   * What {@link submit} will write first, for whoever writes something else before that and takes it along; all that it reads, it
   * finds there then. Nothing where there is nothing to write: it was taken in before, or will be refused.
   */
  async prepare(reader: Reader, input: SubmitInspectionInput): Promise<PreparedPut[]> {
    try {
      const { put } = await this.#draftOf(reader, input);
      return put === undefined ? [] : [put];
    } catch {
      // Whoever submits it is told.
      return [];
    }
  }

  /**
   * Takes in an inspection. It is written first; then each finding is reported as a case, by the id that the client made for
   * it. The same id and content may be sent again: what was taken in is answered as it stands, and what was not is taken in.
   * @throws Refusal ID_INVALID, CONFLICT, those of `assertTime`, `checklistNamed`, `assertPremises`, `checkedAnswers` and of
   *   evidence slots; TechnicalError NOT_FOUND for premises where the actor inspects nothing
   */
  async submit(reader: Reader, input: SubmitInspectionInput): Promise<Inspected> {
    const { actor } = reader;
    const draft = await this.#draftOf(reader, input);
    const { inspection } = draft;
    const isKept = draft.put === undefined;
    const written = this.#write(reader, draft);
    // Whoever takes in a case reads meanwhile, and writes once the inspection is written as it was drafted.
    const gate: Gate = {
      confirmed: async () => {
        if ((await written) !== inspection) throw new TechnicalError('TRY_AGAIN');
      },
      written: () => actor.standing?.written?.(),
    };
    const byGate = { ...reader, actor: { ...actor, standing: gate } };
    const [kept, first] = await Promise.all([
      written,
      this.#takeIn(isKept ? reader : byGate, inspection, input.answers),
    ]);
    // It was taken in meanwhile, when the premises may have been called or have lain otherwise.
    const takings = kept === inspection ? first : await this.#takeIn(reader, kept, input.answers);
    return this.#answer(reader, kept, takings);
  }

  /** What is handed in, drafted once in a request. */
  #draftOf(reader: Reader, input: SubmitInspectionInput): Promise<Draft> {
    const drafts = this.#drafts.get(reader.reads) ?? new Map<string, Promise<Draft>>();
    this.#drafts.set(reader.reads, drafts);
    const mark = fingerprint([reader.actor.id, input]);
    const draft = drafts.get(mark) ?? this.#draft(reader, input, mark);
    drafts.set(mark, draft);
    return draft;
  }

  /** The inspection that was taken in, or else the one that is to be written. */
  async #draft(reader: Reader, input: SubmitInspectionInput, mark: string): Promise<Draft> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    if (isId(input.premises)) void this.sources.files.latest(reader, input.premises).catch(() => undefined);
    const [{ premises, grant }, kept] = await Promise.all([
      this.#reach(reader.actor, input.premises),
      this.repo.find(reader.reads, input.id, { consistent: true }),
    ]);
    if (kept?.mark === mark) return { inspection: kept };
    const inspection = this.#made(reader.actor, { input, premises, grant, mark });
    return { inspection, put: this.repo.creating(inspection) };
  }

  #made(
    actor: Actor,
    facts: {
      readonly input: SubmitInspectionInput;
      readonly premises: Premises;
      readonly grant: Appointment;
      readonly mark: string;
    },
  ): WholeInspection {
    const { input, premises, grant, mark } = facts;
    const now = this.clock.now();
    assertTime(input.at, now);
    const checklist = checklistNamed(input.checklist, input.version);
    assertPremises(premises, checklist);
    const answers = checkedAnswers(input.answers, checklist);
    this.#assertEvidence(actor, premises, input.answers);
    const { id, area, name, address, point: place } = premises;
    const point = input.point == null ? undefined : toWgs84(input.point, input.point.datum);
    return {
      ...{ id: input.id, premises: id, checklist: checklist.code, version: checklist.version, at: input.at },
      ...{ by: actor.name, role: grant.role, byId: actor.id, recordedAt: now },
      ...{ answers, area, name, address, place, point, mark },
    };
  }

  async #reach(actor: Actor, id: string) {
    const premises = await this.sources.premises.lookUp(id);
    const grant = premises && grantFor(actor, 'inspection:submit', { area: premises.area });
    if (premises === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    return { premises, grant };
  }

  /** Throws unless the slots of every finding can be opened, before anything is written. */
  #assertEvidence(actor: Actor, { area }: Premises, answers: readonly InspectionAnswerInput[]): void {
    for (const [index, { caseId, evidence }] of answers.entries()) {
      if (caseId == null) continue;
      try {
        this.sources.evidence.prepare(actor, { key: `CASE#${caseId}`, area }, evidence);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new Refusal(error.code, error.values, ['answers', String(index), ...error.path]);
      }
    }
  }

  async #write({ actor, reads }: Reader, { inspection, put }: Draft): Promise<WholeInspection> {
    if (put === undefined) return inspection;
    const result = await this.repo.create(reads, put, actor.standing);
    if (result.done) return inspection;
    const standing = this.repo.fromItem(result.found[0]);
    if (standing?.mark !== inspection.mark) throw new Refusal('CONFLICT', { what: inspection.id }, ['id']);
    return standing;
  }

  /** Reports each finding as a case; none stands in another's way. */
  async #takeIn(
    reader: Reader,
    inspection: WholeInspection,
    told: readonly InspectionAnswerInput[],
  ): Promise<Taking[]> {
    const failed = inspection.answers.filter(({ caseId }) => caseId !== undefined);
    const results = await Promise.allSettled(
      failed.map(({ item }) => this.#report(reader, inspection, item, evidenceOf(told, item))),
    );
    return results.map((result, index) => {
      const item = failed[index]?.item ?? '';
      const place = told.findIndex((answer) => answer.item === item);
      return { item, result, path: ['answers', String(place)] };
    });
  }

  async #report(
    { actor, reads }: Reader,
    inspection: WholeInspection,
    item: string,
    evidence: InspectionAnswerInput['evidence'],
  ): Promise<Case> {
    const { id, premises, checklist, version, answers, name, area, address, place, point } = inspection;
    const answer = answers.find((each) => each.item === item);
    const category = checklistOf(checklist, version)?.items.find(({ code }) => code === item)?.category;
    if (answer?.caseId === undefined || category === undefined) throw new TechnicalError('NOT_FOUND');
    const words = itemWords(await wordsOf({ code: checklist, version }), item);
    const text = [`${name}：${words.fails.zh}`, ...(answer.note === undefined ? [] : [answer.note])].join(
      '。',
    );
    const where = place ?? point;
    const origin: FindingOrigin = { type: 'INSPECTION', id, premises, item };
    const reported = await this.sources.reports.report(
      actor,
      reads,
      {
        ...{ id: answer.caseId, category, text, evidence },
        place: { area, address, ...(where && { point: { ...where, datum: 'WGS84' as const } }) },
      },
      { origin, action: 'inspection:submit', said: 'INSPECTION' },
    );
    return reported.case;
  }

  /** What became of it; a case that merely failed fails the request, which may be sent again. */
  async #answer(reader: Reader, kept: WholeInspection, takings: readonly Taking[]): Promise<Inspected> {
    const cases = takings.map(({ item, path, result }): InspectionCase => {
      if (result.status === 'fulfilled') return { item, case: result.value, userErrors: [] };
      const reason: unknown = result.reason;
      if (!(reason instanceof Refusal)) throw reason;
      const refusal = new Refusal(reason.code, reason.values, [...path, ...placeIn(reason.path)]);
      return { item, userErrors: userErrorsOf(refusal, reader.language) };
    });
    const made = cases.flatMap(({ case: found }) => found ?? []);
    return { cases, area: kept.area, inspection: await this.sources.files.shownToMaker(reader, kept, made) };
  }
}

function evidenceOf(told: readonly InspectionAnswerInput[], item: string): InspectionAnswerInput['evidence'] {
  return told.find((answer) => answer.item === item)?.evidence ?? [];
}

/** Where in an answer something stands that a report calls by its own name. */
function placeIn(path: readonly string[]): readonly string[] {
  return path[0] === 'id' ? ['caseId'] : path;
}
