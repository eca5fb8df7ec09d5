import { type SubmitInspectionInput } from '../inspections/inspection.input';
import { type InspectionService } from '../inspections/inspection.service';
import { type Inspection } from '../inspections/inspection.type';
import { type PremisesFileService } from '../inspections/premises-file.service';
import { type Taken, type Taker } from '../intake/intake.service';
import { type PartMade } from './visit-part-takers.service';

/** Where inspections go. */
export interface InspectionTakerSources {
  readonly inspections: InspectionService;
  readonly premisesFiles: PremisesFileService;
}

/** Who takes in an inspection, with the cases that its failed items become. */
export function createInspectionTaker({
  inspections,
  premisesFiles,
}: InspectionTakerSources): Taker<SubmitInspectionInput, PartMade> {
  return {
    take: async (occasion, input) => {
      const { inspection, cases, area } = await inspections.submit(occasion, input);
      return { ...ofInspection(inspection, { findings: cases }), area };
    },
    meet: async (occasion, { id }) => ofInspection(await premisesFiles.get(occasion, id)),
    again: (input, { id }) => ({ ...input, id }),
  };
}

function ofInspection(inspection: Inspection, more: PartMade = {}): Taken<PartMade> {
  return { record: { type: 'INSPECTION', id: inspection.id }, made: { ...more, inspection } };
}
