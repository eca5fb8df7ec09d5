import { linksOf } from './case-chain.rules';
import { type TimelineEntry } from './case-timeline.type';
import { type Case } from './case.type';

/** The steps of a case as they are told to whoever may see it, oldest first, each with its link. */
export function timelineOf(found: Case): TimelineEntry[] {
  const links = linksOf(found);
  return found.steps.map(
    ({ id, move, at, by, text, holder, dueAt, supervisor, until, score, other, parts, ...step }, index) => ({
      ...{ id, kind: move, at: new Date(at), by, text, holder, supervisor, score, otherCase: other },
      ...{ sender: step.sender, conditionMet: step.met },
      parts: parts?.map((part) => part.id),
      ...{ dueAt: dateOf(dueAt), until: dateOf(until), link: links[index] ?? '' },
    }),
  );
}

function dateOf(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}
