import { type CaseEventNote } from './case-event.events';

/** What can be watched: each kind of topic, by what it is about. An event has a few; who watches one is found by its name. */
export const TOPIC = {
  case: (id: string) => `CASE#${id}`,
  area: (code: string) => `AREA#${code}`,
  /** An area or department that has a case to deal with. */
  holder: (code: string) => `HOLDER#${code}`,
  reporter: (person: string) => `REPORTER#${person}`,
} as const;

/** The topics of an event: its case, each area it lies in, who held it and holds it, who reported it. */
export function topicsOf({ caseId, areas, holders, reporter }: CaseEventNote): readonly string[] {
  return [
    TOPIC.case(caseId),
    ...areas.map(TOPIC.area),
    ...holders.map(TOPIC.holder),
    TOPIC.reporter(reporter),
  ];
}
