import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { reportMarks } from '../cases/case-report.rules';
import { type CaseReportService } from '../cases/case-report.service';
import { type CaseService } from '../cases/case.service';
import { type Case } from '../cases/case.type';
import { type TurnIntoCaseInput } from './log-entry.input';
import { type LogEntryRepo } from './log-entry.repo';
import { checkedRemark, isTaken, linkedTo } from './log-entry.rules';
import { type LogEntryService } from './log-entry.service';
import { type LogEntry } from './log-entry.type';

/** Most characters of what is reported. */
const MOST_REPORT = 2_000;

/** Needs and problems that are noted become cases (日志转事件): note and case name each other, in one transaction. */
export class LogCaseService {
  constructor(
    private readonly repo: LogEntryRepo,
    private readonly entries: LogEntryService,
    private readonly reports: CaseReportService,
    private readonly cases: CaseService,
  ) {}

  /**
   * Reports a case from a note of the actor's own. The same content again gives the same case.
   * @throws Refusal ID_INVALID, NOT_FOUND, LOG_ENTRY_LINKED, CONFLICT, and those of reporting a case
   */
  async turnIntoCase(
    actor: Actor,
    reads: CollectionReader,
    input: TurnIntoCaseInput,
  ): Promise<{ entry: LogEntry; case: Case }> {
    const { id, category, urgency, evidence, address } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const before = await this.entries.own(actor, reads, input.entry);
    const [mark, once] = reportMarks(actor.id, input);
    const wasOnce = before.requests.some((taken) => taken.id === id && taken.mark === once);
    const request = { id, mark: wasOnce ? once : mark };
    if (isTaken(before.requests, request))
      return { entry: before, case: await this.cases.get(actor, reads, id, { consistent: true }) };
    const entry = linkedTo(before, { type: 'CASE', id }, request);
    const text = input.text == null ? before.text : checkedRemark(input.text, ['text'], MOST_REPORT);
    const point = before.point && { ...before.point, datum: 'WGS84' as const };
    const place = { area: before.area, address, ...(point && { point }) };
    const reported = await this.reports.report(
      actor,
      reads,
      { id, category, urgency, text, place, evidence },
      { origin: { type: 'LOG_ENTRY', id: before.id }, together: [this.repo.replacing(entry)] },
    );
    return { entry, case: reported.case };
  }
}
