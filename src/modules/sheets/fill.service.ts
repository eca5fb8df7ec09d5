import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { unseenBy, withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Answers, canonicalAnswers } from './answer.rules';
import { type FillSheetInput } from './fill.input';
import { stateAfter } from './fill.machine';
import { type SheetFillRepo } from './fill.repo';
import {
  changedAnswers,
  correctedAnswers,
  MOST_CORRECTIONS,
  type SheetFill,
  type SheetFillFile,
  type SheetFillStep,
} from './fill.rules';
import { type SheetAnswerService } from './sheet-answer.service';
import {
  assertStands,
  type RecordPlan,
  type SheetSubjectService,
  type SubjectFile,
} from './sheet-subject.service';
import { GRACE_DAYS, isFilledBy, isTaken, type SheetVersion, updatesOf } from './sheet.rules';
import { type SheetService } from './sheet.service';

/** How far a phone's clock may be ahead. */
const CLOCK_TOLERANCE_MS = 300_000;

/** All that a request to fill in or correct is about. */
interface Filling {
  readonly actor: Actor;
  readonly grant: Appointment;
  readonly reads: CollectionReader;
  readonly input: FillSheetInput;
  readonly mark: string;
  readonly at: Date;
  readonly sheet: SheetVersion;
  readonly subject: SubjectFile;
  /** Requests of the sender's own that it was made on top of, before they were answered. */
  readonly after: readonly string[] | undefined;
}

/** What a fill is to be after a request, and what of the record changes with it. */
interface Outcome {
  readonly fill: SheetFill;
  readonly steps: readonly SheetFillStep[];
  readonly step?: SheetFillStep;
  readonly plan: RecordPlan;
}

/** Filling in sheets, and correcting what was filled in. */
export class SheetFillService {
  constructor(
    private readonly repo: SheetFillRepo,
    private readonly sheets: SheetService,
    private readonly subjects: SheetSubjectService,
    private readonly answers: SheetAnswerService,
    private readonly residents: Pick<ResidentService, 'markOf'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Fills in a sheet, or corrects what was filled in; where nobody has to review it, the record is updated in the same
   * transaction. Three round trips at most. The same request again gives the same answer.
   * @throws Refusal ID_INVALID, ONE_SUBJECT_NEEDED, SHEET_NOT_OUT, SHEET_NOT_YOURS, DATE_IN_FUTURE, RECORD_CLOSED, CONFLICT,
   *   SHEET_CORRECTED_TOO_OFTEN, those of {@link SheetAnswerService.checked}, and those of the record's own rules at the
   *   answer they are about; NOT_FOUND for somebody or something outside the actor's area
   */
  async fill(
    actor: Actor,
    reads: CollectionReader,
    input: FillSheetInput,
    after?: readonly string[],
  ): Promise<{ fill: SheetFillFile }> {
    assertIds(input);
    const [{ subject, grant }, sheet, standing, mark] = await Promise.all([
      this.subjects.reach(actor, reads, input, 'sheet:fill', { consistent: true }),
      this.sheets.lookUp(input.sheet, input.version),
      this.repo.find(reads, input.corrects ?? input.id, { consistent: true }),
      this.residents.markOf(actor, input),
    ]);
    // What is known already is asked for before anything else: a repeat is answered whatever has happened since.
    const isOwn = standing !== undefined && subject.ids.includes(standing.subject);
    if (isOwn && isRepeated(standing.changes, input.id, mark)) return { fill: standing };
    if (sheet === undefined) throw new TechnicalError('NOT_FOUND');
    assertStands(subject);
    assertFits(sheet, subject, grant);
    const filling = { actor, grant, reads, input, mark, at: this.clock.now(), sheet, subject, after };
    if (input.corrects == null) {
      if (standing !== undefined) throw new Refusal('CONFLICT', { what: input.id }, ['id']);
      return this.#save(filling, await this.#filledIn(filling));
    }
    if (!isOwn) throw new TechnicalError('NOT_FOUND');
    return this.#save(filling, await this.#corrected(filling, standing));
  }

  async #filledIn(filling: Filling): Promise<Outcome> {
    const { actor, grant, input, mark, at, sheet, subject } = filling;
    const today = businessDate(at);
    if (!isTaken(sheet, subject.area, today))
      throw new Refusal('SHEET_NOT_OUT', { days: GRACE_DAYS }, ['sheet']);
    const filledAt = input.filledAt ?? at;
    if (filledAt.getTime() > at.getTime() + CLOCK_TOLERANCE_MS)
      throw new Refusal('DATE_IN_FUTURE', {}, ['filledAt']);
    const answers = await this.answers.checked(sheet, canonicalAnswers(sheet.fields, input.answers), today);
    const { plan, ...course } = await this.#course(filling, answers);
    const change = changeBy(actor, grant, { id: input.id, mark, at, what: ['FILLED'] });
    const fill: SheetFill = {
      ...{ id: input.id, sheet: sheet.id, version: sheet.version, revision: 1 },
      ...{ kind: sheet.subject, subject: subject.id, of: subject.of, area: subject.area },
      ...{ filledAt, filledBy: change.by, filledByName: actor.name, answeredBy: actor.id },
      ...{ updates: updatesOf(sheet), visit: input.visit ?? undefined, changes: [change] },
      ...course,
      ...(await this.answers.kept(input.id, sheet, answers)),
    };
    return { fill, steps: [], plan };
  }

  async #corrected(filling: Filling, { steps, ...before }: SheetFillFile): Promise<Outcome> {
    const { actor, grant, input, mark, at, sheet, after } = filling;
    if (before.sheet !== sheet.id || before.version !== sheet.version) throw new TechnicalError('NOT_FOUND');
    if (before.changes.some(({ id }) => id === input.id)) throw conflictWith(before.changes, ['id']);
    const basis = { expectedVersion: input.basedOn ?? before.revision - 1, after };
    const unseen = unseenBy(basis, before.revision, before.changes);
    if (unseen === undefined || unseen.length > 0) throw conflictWith(before.changes, ['basedOn']);
    if (stateAfter(before.state, 'CORRECT') === undefined || steps.length >= MOST_CORRECTIONS)
      throw new Refusal('SHEET_CORRECTED_TOO_OFTEN', { max: MOST_CORRECTIONS }, ['corrects']);
    const known = await this.answers.opened(before);
    const canonical = canonicalAnswers(sheet.fields, input.answers);
    const told = correctedAnswers(sheet.fields, known, input.answers, canonical);
    const answers = await this.answers.checked(sheet, told, businessDate(at));
    const { plan, ...course } = await this.#course(filling, answers, before);
    const change = changeBy(actor, grant, { id: input.id, mark, at, what: ['CORRECTED'] });
    const revision = before.revision + 1;
    const fill: SheetFill = {
      ...before,
      ...{ revision, answeredBy: actor.id, changes: withChange(before.changes, change) },
      ...course,
      ...(await this.answers.kept(before.id, sheet, answers)),
    };
    const changed = changedAnswers(sheet.fields, known, answers);
    const step: SheetFillStep = {
      ...{ revision, move: 'CORRECT', at: change.at, by: change.by },
      before: changed,
    };
    return { fill, steps, step, plan };
  }

  /**
   * How it goes on: to a review where the sheet asks for one, or where answers would change the record and whoever gave them
   * may not write it; else it is accepted at once.
   */
  async #course(
    { actor, sheet, subject }: Filling,
    answers: Answers,
    before?: SheetFill,
  ): Promise<Pick<SheetFill, 'state' | 'updated' | 'reviewed'> & { plan: RecordPlan }> {
    const { area, record } = subject;
    const plan = await this.subjects.plan(subject, updatesOf(sheet), answers);
    const action = record.kind === 'RESIDENT' ? 'resident:write' : 'household:write';
    const mayWrite = grantFor(actor, action, { area }) !== undefined;
    const reviewed = sheet.review || before?.reviewed === true || (plan.differing.length > 0 && !mayWrite);
    const differing = reviewed ? [] : plan.differing;
    const updated = new Set([...(before?.updated ?? []), ...differing.map(([attribute]) => attribute)]);
    const state = reviewed ? 'SUBMITTED' : 'ACCEPTED';
    return { state, updated: [...updated], reviewed, plan: { ...plan, differing } };
  }

  async #save(
    { actor, grant, reads, input, mark, subject }: Filling,
    { fill, steps, step, plan }: Outcome,
  ): Promise<{ fill: SheetFillFile }> {
    const puts = [this.repo.saving(fill), ...(step === undefined ? [] : [this.repo.noting(fill.id, step)])];
    const done = { fill: { ...fill, steps: step === undefined ? steps : [...steps, step] } };
    try {
      if (plan.differing.length > 0) {
        await this.subjects.carryOut(actor, grant, reads, subject, plan, input, puts);
        return done;
      }
      if ((await this.repo.commit(reads, puts, actor.standing)).done) return done;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'CONFLICT') throw error;
      const standing = await this.repo.find(reads, fill.id, { consistent: true });
      if (standing === undefined || !isRepeated(standing.changes, input.id, mark)) throw error;
      return { fill: standing };
    }
    // Somebody was faster: this very request, or another.
    const standing = await this.repo.find(reads, fill.id, { consistent: true });
    if (standing !== undefined && isRepeated(standing.changes, input.id, mark)) return { fill: standing };
    throw conflictWith(standing?.changes ?? [], ['id']);
  }
}

function assertIds({ id, corrects, visit }: FillSheetInput): void {
  if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
  if (corrects != null && !isId(corrects)) throw new Refusal('ID_INVALID', {}, ['corrects']);
  if (visit != null && !isId(visit)) throw new Refusal('ID_INVALID', {}, ['visit']);
}

function assertFits(sheet: SheetVersion, { record }: SubjectFile, { role }: Appointment): void {
  const who = role === 'RESIDENT' ? 'RESIDENT' : 'WORKER';
  if (sheet.subject !== record.kind || !isFilledBy(sheet, who))
    throw new Refusal('SHEET_NOT_YOURS', {}, ['sheet']);
}
