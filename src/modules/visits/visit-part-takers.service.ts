import { type Taken, type Taker } from '../intake/intake.service';
import { type ApplicationOpeningService } from '../applications/application-opening.service';
import { type ApplicationService } from '../applications/application.service';
import { type SeenApplication } from '../applications/application.type';
import { type CaseReportService } from '../cases/case-report.service';
import { type CaseService } from '../cases/case.service';
import { type Case } from '../cases/case.type';
import { type Inspection, type InspectionCase } from '../inspections/inspection.type';
import { type LogEntryService } from '../logs/log-entry.service';
import { type LogEntry } from '../logs/log-entry.type';
import { type ResidenceService } from '../residents/residence.service';
import { type ResidentChangeService } from '../residents/resident-change.service';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { createInspectionTaker, type InspectionTakerSources } from './inspection-taker.service';
import { type PartInputs, type VisitPartKind } from './visit.rules';

/** Where the parts of a visit go. */
export interface PartSources extends InspectionTakerSources {
  readonly residents: ResidentService;
  readonly residentChanges: ResidentChangeService;
  readonly residences: ResidenceService;
  readonly cases: CaseService;
  readonly caseReports: CaseReportService;
  readonly notes: LogEntryService;
  readonly applications: ApplicationService;
  readonly applicationOpenings: ApplicationOpeningService;
}

/** What a part made or changed. */
export interface PartMade {
  readonly case?: Case;
  readonly resident?: Resident;
  readonly entry?: LogEntry;
  readonly application?: SeenApplication;
  readonly inspection?: Inspection;
  readonly findings?: readonly InspectionCase[];
}

/** Who takes in each kind of part. */
export type PartTakers = { readonly [Kind in VisitPartKind]: Taker<PartInputs[Kind], PartMade> };

/** Takers for everything that a visit can bring home. */
export function createPartTakers(sources: PartSources): PartTakers {
  const { residentChanges, residences, cases, caseReports, notes, applications } = sources;
  const residentWith = residentReader(sources.residents);
  return {
    NEW_RESIDENT: {
      take: async ({ actor, reads }, input) => ofResident(await residences.register(actor, reads, input)),
      meet: residentWith(({ id }) => id),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['name', 'sex', 'birthDate', 'kind', 'identityNumber', 'phone'],
    },
    RESIDENT_UPDATE: {
      take: async ({ actor, reads }, input, { after }) =>
        ofResident(await residentChanges.update(actor, reads, input, after)),
      meet: residentWith(({ resident }) => resident),
      again: (input, { id, version }) => ({
        ...input,
        id,
        expectedVersion: version ?? input.expectedVersion,
      }),
      fields: ['name', 'sex', 'birthDate', 'kind', 'identityNumber', 'phone'],
    },
    RESIDENT_MOVE: {
      take: async ({ actor, reads }, input) => ofResident(await residences.move(actor, reads, input)),
      meet: residentWith(({ resident }) => resident),
      again: (input, { id }) => ({ ...input, id }),
    },
    RESIDENCE_END: {
      take: async ({ actor, reads }, input) => ofResident(await residences.end(actor, reads, input)),
      meet: residentWith(({ resident }) => resident),
      again: (input, { id }) => ({ ...input, id }),
    },
    CASE: {
      take: async ({ actor, reads }, input) => ofCase((await caseReports.report(actor, reads, input)).case),
      meet: async ({ actor, reads }, { id }) => ofCase(await cases.get(actor, reads, id)),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['text', 'urgency'],
    },
    NOTE: {
      take: async ({ actor, reads }, input) => ofEntry((await notes.add(actor, reads, input)).entry),
      meet: async ({ actor, reads }, { id }) => ofEntry(await notes.get(actor, reads, id)),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['kind', 'text'],
    },
    INSPECTION: createInspectionTaker(sources),
    APPLICATION: {
      take: async ({ actor, reads, household }, input) =>
        ofApplication(
          (await sources.applicationOpenings.open(actor, reads, input, { household: household?.id }))
            .application,
        ),
      meet: async ({ actor, reads }, { id }) => ofApplication(await applications.get(actor, reads, id)),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['service', 'contact', 'delivery'],
    },
  };
}

/** How the resident that an input is about is read for whoever may see them. */
function residentReader(residents: ResidentService) {
  return <Input extends object>(idOf: (input: Input) => string): Taker<Input, PartMade>['meet'] =>
    async ({ actor, reads }, input) =>
      ofResident({ resident: await residents.get(actor, reads, idOf(input)) });
}

function ofResident({ resident }: { readonly resident: Resident }): Taken<PartMade> {
  const { id, version, residences } = resident;
  const [last] = residences;
  const record = { type: 'RESIDENT', id } as const;
  return { record, version, area: last?.courtyard, made: { resident }, shown: resident };
}

/** A case as an item made or met it. */
export function ofCase(found: Case): Taken<{ case: Case }> {
  const { id, version, area } = found;
  return { record: { type: 'CASE', id }, version, area, made: { case: found }, shown: found };
}

/** A note as an item made or met it. */
export function ofEntry(entry: LogEntry): Taken<{ entry: LogEntry }> {
  const { id, version, area } = entry;
  return { record: { type: 'LOG_ENTRY', id }, version, area, made: { entry }, shown: entry };
}

/**
 * An application as an item made or met it. Without its area: a conflict over it is for whoever sent it, because no office has
 * to do with what was not submitted.
 */
export function ofApplication(application: SeenApplication): Taken<{ application: SeenApplication }> {
  const { id, version } = application;
  return { record: { type: 'APPLICATION', id }, version, made: { application }, shown: application };
}
