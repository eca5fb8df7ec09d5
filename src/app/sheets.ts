import { type AreaService } from '../modules/areas/area.service';
import { type HouseholdChangeService } from '../modules/residents/household-change.service';
import { type HouseholdService } from '../modules/residents/household.service';
import { type ResidentChangeService } from '../modules/residents/resident-change.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { SheetFillReadingService } from '../modules/sheets/fill-reading.service';
import { SheetReviewService } from '../modules/sheets/fill-review.service';
import { SheetFillRepo } from '../modules/sheets/fill.repo';
import { SheetFillService } from '../modules/sheets/fill.service';
import { SheetAnswerService } from '../modules/sheets/sheet-answer.service';
import { SheetSubjectService } from '../modules/sheets/sheet-subject.service';
import { SheetRepo } from '../modules/sheets/sheet.repo';
import { SheetService } from '../modules/sheets/sheet.service';
import { type Foundation } from './foundation';

/** What sheets are about, and what they update. */
interface Records {
  readonly areas: AreaService;
  readonly residents: ResidentService;
  readonly residentChanges: ResidentChangeService;
  readonly households: HouseholdService;
  readonly householdChanges: HouseholdChangeService;
}

/** Information sheets: written, filled in, reviewed and read. */
export function createSheets(
  { table, vault, clock }: Foundation,
  { areas, residents, residentChanges, households, householdChanges }: Records,
) {
  const fills = new SheetFillRepo(table);
  const sheets = new SheetService(new SheetRepo(table), areas, clock);
  const answers = new SheetAnswerService(vault);
  const subjects = new SheetSubjectService(
    ...([residents, residentChanges, households, householdChanges, vault] as const),
  );
  return {
    sheets,
    sheetFills: new SheetFillService(...([fills, sheets, subjects, answers, residents, clock] as const)),
    sheetReviews: new SheetReviewService(fills, subjects, answers, clock),
    sheetReading: new SheetFillReadingService(fills, subjects, answers),
  };
}
