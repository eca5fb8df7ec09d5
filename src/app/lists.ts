import { CaseListNoteService } from '../modules/lists/case-list-note.service';
import { CaseListRepo } from '../modules/lists/case-list.repo';
import { CaseListService } from '../modules/lists/case-list.service';
import { type Foundation } from './foundation';

/** Cases by area, and by who supervises them. */
export function createLists({ table }: Pick<Foundation, 'table'>) {
  return { caseLists: new CaseListService(new CaseListRepo(table)) };
}

/** Only what keeps these lists. */
export function createCaseListNotes({ table }: Pick<Foundation, 'table'>): CaseListNoteService {
  return new CaseListNoteService(new CaseListRepo(table));
}
