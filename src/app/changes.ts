import { type AreaService } from '../modules/areas/area.service';
import { ChangeNoteService } from '../modules/changes/change-note.service';
import { ChangeService } from '../modules/changes/change.service';
import { ChangedRecordService, type RecordServices } from '../modules/changes/changed-record.service';
import { PointerRepo } from '../modules/changes/pointer.repo';
import { type Foundation } from './foundation';

/** Only what notes which records have changed, so that its door loads nothing of the API. */
export function createChangeNotes({ table, clock }: Pick<Foundation, 'table' | 'clock'>): ChangeNoteService {
  return new ChangeNoteService(new PointerRepo(table), clock);
}

/** What has changed since somebody asked last. */
export function createChanges(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  areas: AreaService,
  services: RecordServices,
) {
  const records = new ChangedRecordService(services, clock);
  return { changes: new ChangeService(new PointerRepo(table), records, areas, clock) };
}
