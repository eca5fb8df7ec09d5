import { type CaseService } from '../modules/cases/case.service';
import { CaseEventNoteService } from '../modules/feed/case-event-note.service';
import { CaseEventRepo } from '../modules/feed/case-event.repo';
import { CaseEventService } from '../modules/feed/case-event.service';
import { WatchTopicService } from '../modules/feed/watch-topic.service';
import { type Foundation } from './foundation';

/** What happens to cases: who may watch it, and what happened while they were away. */
export function createFeed({ table, clock }: Pick<Foundation, 'table' | 'clock'>, cases: CaseService) {
  return {
    caseEvents: new CaseEventService(new CaseEventRepo(table), cases, clock),
    watchTopics: new WatchTopicService(cases),
  };
}

/** Only what notes the events of cases. */
export function createCaseEventNotes({ table, clock }: Pick<Foundation, 'table' | 'clock'>) {
  return new CaseEventNoteService(new CaseEventRepo(table), clock);
}
