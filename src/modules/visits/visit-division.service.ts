import { type PreparedPut } from '../../data/commit';
import { Gathering } from '../../data/gathering';
import { type ReportCaseInput } from '../cases/case.input';
import { type InspectionService } from '../inspections/inspection.service';
import { type IntakeService, type Occasion } from '../intake/intake.service';
import { type AddLogEntryInput } from '../logs/log-entry.input';
import { type HouseholdFile } from '../residents/household.type';
import { type ResidentService } from '../residents/resident.service';
import { type Part, type PartOf, type VisitPartKind } from './visit.rules';
import { type Visit } from './visit.type';
import { type PartTakers } from './visit-part-takers.service';
import { type VisitPartAnswer } from './visit-payload.type';
import { type VisitRepo } from './visit.repo';

/** A visit whose parts are taken in, for which door. */
export interface VisitOccasion extends Occasion {
  readonly household: HouseholdFile;
  readonly visit: Pick<Visit, 'id' | 'at'>;
}

/** Who reads what parts are about. */
export interface DivisionSources {
  readonly residents: Pick<ResidentService, 'lookUp'>;
  readonly inspections: Pick<InspectionService, 'prepare'>;
  readonly visits: Pick<VisitRepo, 'makeAll'>;
}

/**
 * Divides at home what was grabbed on the way out (出门一把抓,回来再分家): each part goes to whoever takes in such a thing, is
 * safe to repeat by its own id, and is answered by itself.
 */
export class VisitDivisionService {
  constructor(
    private readonly intake: IntakeService,
    private readonly takers: PartTakers,
    private readonly sources: DivisionSources,
  ) {}

  /**
   * Takes in all parts. Those about people follow one another, because they may be about one household, and an edit was made
   * on top of those before it; then applications for the same people, whom that may have put on file. All others go beside them.
   */
  async divide(occasion: VisitOccasion, parts: readonly Part[]): Promise<VisitPartAnswer[]> {
    const all = parts.map((part) => placed(part, occasion));
    const people = all.filter(isOfPeople);
    const waiting = all.filter((part) => part.kind === 'APPLICATION' && people.some(isAboutThe(part)));
    const others = all.filter((part) => !isOfPeople(part) && !waiting.includes(part));
    const [inTurn, beside] = await Promise.all([
      this.#oneByOne(occasion, [...people, ...waiting]),
      Promise.all(others.map((part) => this.#answer(occasion, part))),
    ]);
    const answers = new Map([...inTurn, ...others.map((part, index) => [part, beside[index]] as const)]);
    return all.flatMap((part) => answers.get(part) ?? []);
  }

  /** What follows from one another: written at once, so that many take no longer than one; where that cannot be, each by itself. */
  async #oneByOne(occasion: VisitOccasion, parts: readonly Part[]): Promise<Map<Part, VisitPartAnswer>> {
    if (parts.length < 2) return this.#inTurn(occasion, parts);
    const gathering = new Gathering();
    const actor = { ...occasion.actor, standing: gathering };
    const answers = await this.#inTurn({ ...occasion, actor }, parts);
    const isWhole = [...answers.values()].every(isTaken);
    const { reads, actor: sender } = occasion;
    if (isWhole && (await this.sources.visits.makeAll(reads, gathering, sender.standing))) return answers;
    gathering.forgetIn(reads);
    return this.#inTurn(occasion, parts);
  }

  /** Each after the one before, and on top of what that has changed. */
  async #inTurn(occasion: VisitOccasion, parts: readonly Part[]): Promise<Map<Part, VisitPartAnswer>> {
    const answers = new Map<Part, VisitPartAnswer>();
    const taken: Part[] = [];
    for (const each of parts) {
      const part = onTopOf(taken, each);
      const answer = await this.#answer(occasion, part);
      answers.set(each, answer);
      if (isTaken(answer)) taken.push(part);
    }
    return answers;
  }

  async #answer<Kind extends VisitPartKind>(
    occasion: VisitOccasion,
    { kind, input, after }: PartOf<Kind>,
  ): Promise<VisitPartAnswer> {
    const item = { id: input.id, kind, input, after };
    const { made, ...answer } = await this.intake.answer(occasion, item, this.takers[kind]);
    return { ...answer, ...made, kind };
  }

  /**
   * Begins to read what the parts are about, all at once; each finds it there when its turn comes. Returns what is to be written
   * with the visit itself: inspections, because the cases that their failed items become wait for them.
   */
  async prepare(occasion: Occasion, parts: readonly Part[]): Promise<PreparedPut[]> {
    const along = parts.map(async ({ kind, input }) => {
      if (kind === 'INSPECTION') return this.sources.inspections.prepare(occasion, input);
      if (kind === 'CASE' || kind === 'NOTE' || kind === 'NEW_RESIDENT' || input.resident == null) return [];
      const resident = this.sources.residents.lookUp(occasion.reads, input.resident, { consistent: true });
      resident.catch(() => undefined);
      return [];
    });
    return (await Promise.all(along)).flat();
  }
}

/** Kinds that change the register of people: several may be about one household. */
const OF_PEOPLE: readonly VisitPartKind[] = [
  ...(['NEW_RESIDENT', 'RESIDENT_UPDATE', 'RESIDENT_MOVE', 'RESIDENCE_END'] as const),
];

function isOfPeople({ kind }: Part): boolean {
  return OF_PEOPLE.includes(kind);
}

/** Whether a part about people is about whom an application is for. */
function isAboutThe({ input }: PartOf<'APPLICATION'>): (part: Part) => boolean {
  return (part) => ('resident' in part.input ? part.input.resident : part.input.id) === input.resident;
}

/** Whether a record has the change that a part carried. */
function isTaken({ status, conflict }: VisitPartAnswer): boolean {
  return (status === 'APPLIED' || status === 'DUPLICATE') && conflict === undefined;
}

/** An edit with those of the same resident that this visit has brought before it, and what they were made on top of. */
function onTopOf(taken: readonly Part[], part: Part): Part {
  if (part.kind !== 'RESIDENT_UPDATE') return part;
  const before = taken.flatMap(({ kind, input, after }) =>
    kind === 'RESIDENT_UPDATE' && input.resident === part.input.resident ? [...after, input.id] : [],
  );
  return { ...part, after: [...new Set([...part.after, ...before])] };
}

/** A part with what it does not say itself: it was at the door that was visited, at that time. */
function placed(part: Part, occasion: VisitOccasion): Part {
  if (part.kind === 'CASE') return { ...part, input: atDoor(part.input, occasion.household) };
  if (part.kind === 'NOTE') return { ...part, input: ofVisit(part.input, occasion) };
  if (part.kind === 'APPLICATION') return { ...part, input: { ...part.input, visit: occasion.visit.id } };
  return part;
}

/** A note that does not say otherwise is about the household that was visited, at that time. */
function ofVisit(note: AddLogEntryInput, { household, visit }: VisitOccasion): AddLogEntryInput {
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
