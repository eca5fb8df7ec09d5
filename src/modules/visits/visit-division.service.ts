import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type Language } from '../../shared/language';
import { logFailure } from '../../shared/logger';
import { asPayload } from '../../shared/user-error.type';
import { type ReportCaseInput } from '../cases/case.input';
import { type CaseReportService } from '../cases/case-report.service';
import { type Case } from '../cases/case.type';
import { type AddLogEntryInput } from '../logs/log-entry.input';
import { type LogEntryService } from '../logs/log-entry.service';
import { type LogEntry } from '../logs/log-entry.type';
import { type HouseholdFile } from '../residents/household.type';
import { type ResidenceService } from '../residents/residence.service';
import { type ResidentChangeService } from '../residents/resident-change.service';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { type Part } from './visit.rules';
import { type Visit } from './visit.type';
import { type VisitPartAnswer } from './visit-payload.type';

/** Where the parts of a visit go. */
export interface PartTakers {
  readonly residents: ResidentService;
  readonly residentChanges: ResidentChangeService;
  readonly residences: ResidenceService;
  readonly cases: CaseReportService;
  readonly notes: LogEntryService;
}

/** What a part made or changed. */
interface Taken {
  readonly case?: Case;
  readonly resident?: Resident;
  readonly entry?: LogEntry;
}

/** In whose name parts are taken in, for which door, and in which language refusals are said. */
export interface Occasion {
  readonly actor: Actor;
  readonly reads: CollectionReader;
  readonly language: Language;
  readonly household: HouseholdFile;
  readonly visit: Pick<Visit, 'id' | 'at'>;
}

/**
 * Divides at home what was grabbed on the way out (出门一把抓,回来再分家): each part goes to whoever takes in such a thing, is
 * safe to repeat by its own id, and is answered by itself.
 */
export class VisitDivisionService {
  constructor(private readonly takers: PartTakers) {}

  /**
   * Takes in all parts. Those about people follow one another, because they may be about one household; all others go
   * beside them.
   */
  async divide(occasion: Occasion, parts: readonly Part[]): Promise<VisitPartAnswer[]> {
    const beside = parts.map((part) => (isOfPeople(part) ? undefined : this.#answer(occasion, part)));
    const answers: VisitPartAnswer[] = [];
    for (const [index, part] of parts.entries())
      answers.push(await (beside[index] ?? this.#answer(occasion, part)));
    return answers;
  }

  async #answer(occasion: Occasion, part: Part): Promise<VisitPartAnswer> {
    const about = { kind: part.kind, id: part.input.id };
    try {
      const payload = await asPayload<Taken>(occasion.language, async () => this.#take(occasion, part));
      return { ...about, status: payload.userErrors.length > 0 ? 'REFUSED' : 'APPLIED', ...payload };
    } catch (error) {
      return { ...about, ...(await this.#failure(occasion, error)) };
    }
  }

  #take(occasion: Occasion, part: Part): Promise<Taken> {
    const { actor, reads, household } = occasion;
    switch (part.kind) {
      case 'NEW_RESIDENT':
        return this.takers.residences.register(actor, reads, part.input);
      case 'RESIDENT_UPDATE':
        return this.takers.residentChanges.update(actor, reads, part.input);
      case 'RESIDENT_MOVE':
        return this.takers.residences.move(actor, reads, part.input);
      case 'RESIDENCE_END':
        return this.takers.residences.end(actor, reads, part.input);
      case 'CASE':
        return this.takers.cases.report(actor, reads, atDoor(part.input, household));
      case 'NOTE':
        return this.takers.notes.add(actor, reads, ofVisit(part.input, occasion));
    }
  }

  /** What one may not see is refused like anything else; what merely failed may be sent again. */
  async #failure(
    { language }: Occasion,
    error: unknown,
  ): Promise<Pick<VisitPartAnswer, 'status' | 'userErrors'>> {
    if (error instanceof TechnicalError && error.code !== 'TRY_AGAIN') {
      const refusal = new Refusal('VISIT_PART_NOT_FOUND');
      const { userErrors } = await asPayload(language, () => Promise.reject(refusal));
      return { status: 'REFUSED', userErrors };
    }
    if (!(error instanceof TechnicalError)) logFailure('part of a visit not taken in', error);
    return { status: 'TRY_AGAIN', userErrors: [] };
  }

  /** Begins to read what the parts are about, all at once; each finds it there when its turn comes. */
  readAhead(reads: CollectionReader, parts: readonly Part[]): void {
    for (const { kind, input } of parts) {
      if (kind === 'CASE' || kind === 'NOTE' || kind === 'NEW_RESIDENT') continue;
      this.takers.residents.lookUp(reads, input.resident, { consistent: true }).catch(() => undefined);
    }
  }
}

/** Whether a part changes the register of people: parts of this kind may be about one household. */
function isOfPeople({ kind }: Part): boolean {
  return kind !== 'CASE' && kind !== 'NOTE';
}

/** A note that does not say otherwise is about the household that was visited, at that time. */
function ofVisit(note: AddLogEntryInput, { household, visit }: Occasion): AddLogEntryInput {
  const isPlaced = note.area != null || note.point != null || note.household != null;
  return {
    ...note,
    visit: visit.id,
    at: note.at ?? visit.at,
    household: isPlaced ? note.household : household.id,
  };
}

/** A case without a place of its own is at the door that was visited. */
function atDoor(report: ReportCaseInput, { courtyard, address }: HouseholdFile): ReportCaseInput {
  const { place } = report;
  if (place.area != null || place.point != null) return report;
  return { ...report, place: { ...place, area: courtyard, address: place.address ?? address } };
}
