import { ConflictDecisionService } from '../modules/field/conflict-decision.service';
import { FieldBatchService } from '../modules/field/field-batch.service';
import { createFieldTakers, type FieldSources } from '../modules/field/field-takers.service';
import { ConflictRepo } from '../modules/intake/conflict.repo';
import { ConflictService } from '../modules/intake/conflict.service';
import { IntakeService } from '../modules/intake/intake.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type Foundation } from './foundation';

/** Taking in what was made elsewhere, item by item, and keeping what collides. */
export function createIntake(
  { table, vault, clock }: Pick<Foundation, 'table' | 'vault' | 'clock'>,
  residents: ResidentService,
) {
  const conflicts = new ConflictService(new ConflictRepo(table), vault, residents, clock);
  return { conflicts, intake: new IntakeService(conflicts) };
}

/** Work without a signal: batches of everything that is made in the field, and deciding what collided. */
export function createField({ conflicts, intake }: ReturnType<typeof createIntake>, sources: FieldSources) {
  const takers = createFieldTakers(sources);
  return {
    conflicts,
    conflictDecisions: new ConflictDecisionService(conflicts, takers),
    fieldBatches: new FieldBatchService(intake, takers),
  };
}
