import { type InspectionService } from '../inspections/inspection.service';
import { type Inspection } from '../inspections/inspection.type';
import { type PremisesFileService } from '../inspections/premises-file.service';
import { type Taken } from '../intake/intake.service';
import { type FieldMade, type FieldTaker } from './field-takers.service';

/** Where inspections go. */
export interface InspectionTakerSources {
  readonly inspections: InspectionService;
  readonly premisesFiles: PremisesFileService;
}

/** Who takes in an inspection made without a signal, with the cases that its failed items become. */
export function createInspectionTaker({
  inspections,
  premisesFiles,
}: InspectionTakerSources): FieldTaker<'INSPECTION'> {
  return {
    take: async (occasion, input) => {
      const { inspection, cases, area } = await inspections.submit(occasion, input);
      return { ...ofInspection(inspection, { findings: cases }), area };
    },
    meet: async (occasion, { id }) => ofInspection(await premisesFiles.get(occasion, id)),
    again: (input, { id }) => ({ ...input, id }),
  };
}

function ofInspection(inspection: Inspection, more: FieldMade = {}): Taken<FieldMade> {
  return { record: { type: 'INSPECTION', id: inspection.id }, made: { ...more, inspection } };
}
