import { DeskApplicationRepo } from '../modules/desk/desk-application.repo';
import { DeskApplicationService } from '../modules/desk/desk-application.service';
import { DeskCaseRepo } from '../modules/desk/desk-case.repo';
import { DeskNoteService } from '../modules/desk/desk-note.service';
import { DeskService } from '../modules/desk/desk.service';
import { type Foundation } from './foundation';

/** What lies on desks. */
export function createDesk({ table, clock }: Pick<Foundation, 'table' | 'clock'>) {
  return {
    desk: new DeskService(new DeskCaseRepo(table), clock),
    deskApplications: new DeskApplicationService(new DeskApplicationRepo(table), clock),
  };
}

/** Only what keeps it. */
export function createDeskNotes({ table, clock }: Pick<Foundation, 'table' | 'clock'>): DeskNoteService {
  return new DeskNoteService(new DeskCaseRepo(table), new DeskApplicationRepo(table), clock);
}
