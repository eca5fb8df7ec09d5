import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { checkedReason } from '../privacy/access-record.rules';
import { changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { type ReviewSheetInput } from './fill.input';
import { stateAfter } from './fill.machine';
import { type SheetFillRepo } from './fill.repo';
import { type SheetFill, type SheetFillFile, type SheetFillStep } from './fill.rules';
import { assertUnchanged } from './revision.rules';
import { type SheetAnswerService } from './sheet-answer.service';
import {
  type RecordPlan,
  type SheetSubjectService,
  type SubjectFile,
  targetOf,
} from './sheet-subject.service';

/** Looking at what was filled in: accepted, it updates the record in the same transaction; returned, it says why. */
export class SheetReviewService {
  constructor(
    private readonly repo: SheetFillRepo,
    private readonly subjects: SheetSubjectService,
    private readonly answers: SheetAnswerService,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts or returns what waits for a review. Three round trips at most.
   * @throws Refusal ID_INVALID, ONE_SUBJECT_NEEDED, REASON_INVALID, NUMBER_IN_TEXT, SHEET_NOT_WAITING, SHEET_OWN_FILL,
   *   SHEET_SUBJECT_MOVED, CONFLICT, and those of the record's own rules at the answer they are about; NOT_FOUND for what
   *   was filled in outside the actor's area
   */
  async review(
    actor: Actor,
    reads: CollectionReader,
    input: ReviewSheetInput,
  ): Promise<{ fill: SheetFillFile }> {
    const { id, verdict } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = verdict === 'RETURN' || input.reason ? checkedReason(input.reason ?? '') : undefined;
    const [standing, subject] = await Promise.all([
      isId(input.fill) ? this.repo.find(reads, input.fill, { consistent: true }) : undefined,
      this.subjects.find(reads, input, { consistent: true }),
    ]);
    const grant = standing && grantFor(actor, 'sheet:review', { area: standing.area });
    if (standing === undefined || grant === undefined || subject?.ids.includes(standing.subject) !== true)
      throw new TechnicalError('NOT_FOUND');
    const { steps, ...before } = standing;
    const mark = fingerprint([actor.id, input]);
    if (isRepeated(before.changes, id, mark)) return { fill: { ...before, steps } };
    assertUnchanged(before, input);
    const state = stateAfter(before.state, verdict);
    if (state === undefined) throw new Refusal('SHEET_NOT_WAITING', {}, ['fill']);
    if (before.answeredBy === actor.id) throw new Refusal('SHEET_OWN_FILL', {}, ['fill']);

    const plan = await this.#plan(before, subject, state === 'ACCEPTED');
    const mayUpdate = grantFor(actor, 'sheet:review', targetOf(actor, subject));
    if (plan.differing.length > 0 && mayUpdate === undefined)
      throw new Refusal('SHEET_SUBJECT_MOVED', {}, ['fill']);
    const at = this.clock.now();
    const change = changeBy(actor, grant, { id, mark, at, what: [verdict] });
    const revision = before.revision + 1;
    const updated = new Set([...before.updated, ...plan.differing.map(([attribute]) => attribute)]);
    const fill: SheetFill = {
      ...{ ...before, state, revision, updated: [...updated] },
      changes: withChange(before.changes, change),
    };
    const step: SheetFillStep = { revision, move: verdict, at: change.at, by: change.by, reason, before: {} };
    try {
      await this.#save(actor, reads, { fill, step, plan, subject, grant: mayUpdate ?? grant, id });
      return { fill: { ...fill, steps: [...steps, step] } };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'CONFLICT') throw error;
      // Somebody was faster: this very request, sent twice, or another.
      const now = await this.repo.find(reads, fill.id, { consistent: true });
      if (now === undefined || !isRepeated(now.changes, id, mark)) throw error;
      return { fill: now };
    }
  }

  async #plan(fill: SheetFill, subject: SubjectFile, isAccepted: boolean): Promise<RecordPlan> {
    if (!isAccepted || Object.keys(fill.updates).length === 0) return { updates: {}, differing: [] };
    return this.subjects.plan(subject, fill.updates, await this.answers.opened(fill));
  }

  async #save(
    actor: Actor,
    reads: CollectionReader,
    outcome: {
      readonly fill: SheetFill;
      readonly step: SheetFillStep;
      readonly plan: RecordPlan;
      readonly subject: SubjectFile;
      readonly grant: NonNullable<ReturnType<typeof grantFor>>;
      readonly id: string;
    },
  ): Promise<void> {
    const { fill, step, plan, subject, grant, id } = outcome;
    const puts = [this.repo.saving(fill), this.repo.noting(fill.id, step)];
    if (plan.differing.length > 0) {
      await this.subjects.carryOut(actor, grant, reads, subject, plan, { id }, puts);
      return;
    }
    const { done } = await this.repo.commit(reads, puts, actor.standing);
    if (!done) throw conflictWith(fill.changes, ['expectedRevision']);
  }
}
