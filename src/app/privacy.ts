import { CareTagRepo } from '../modules/care/care.repo';
import { CareTagService } from '../modules/care/care.service';
import { AccessRecordRepo } from '../modules/privacy/access-record.repo';
import { AccessRecordService } from '../modules/privacy/access-record.service';
import { CorrectionService } from '../modules/privacy/correction.service';
import { DataDecisionService } from '../modules/privacy/data-decision.service';
import { DataRequestRepo } from '../modules/privacy/data-request.repo';
import { DataRequestService } from '../modules/privacy/data-request.service';
import { OwnFileService } from '../modules/privacy/own-file.service';
import { RevealService } from '../modules/privacy/reveal.service';
import { type ResidentChangeService } from '../modules/residents/resident-change.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type SheetFillReadingService } from '../modules/sheets/fill-reading.service';
import { createErasures } from './background';
import { type Foundation } from './foundation';

/** What keeps a resident's data to whoever needs it, and answers to the resident. */
export function createPrivacy(
  { table, vault, clock }: Foundation,
  residents: ResidentService,
  residentChanges: ResidentChangeService,
  sheetReading: SheetFillReadingService,
) {
  const requests = new DataRequestRepo(table);
  const corrections = new CorrectionService(requests, residents, vault, clock);
  const dataRequests = new DataRequestService(requests, residents, corrections, vault, clock);
  const erasures = createErasures({ table, vault, clock });
  const accessRecords = new AccessRecordService(new AccessRecordRepo(table), clock);
  const careTags = new CareTagService(new CareTagRepo(table), residents, accessRecords, vault, clock);
  return {
    accessRecords,
    careTags,
    corrections,
    dataRequests,
    dataDecisions: new DataDecisionService(
      ...([requests, dataRequests, residents, residentChanges, corrections, erasures, clock] as const),
    ),
    erasures,
    ownFiles: new OwnFileService(residents, accessRecords, careTags, sheetReading),
    reveals: new RevealService(residents, accessRecords, clock),
  };
}
