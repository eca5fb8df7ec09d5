import { type Image, type TableChange } from '../../data/table-change';
import { type Author } from '../../shared/change';
import { gridOf, type LogLine } from './log.rules';

/** What of a stored notice tells of its meeting. */
interface NoticeFacts {
  readonly areas: readonly string[];
  /** RFC 3339 UTC. */
  readonly meeting?: { readonly at: string };
  readonly minutes?: { readonly by: Author };
}

/**
 * The courtyard meeting whose minutes a change brought, in the log of whoever recorded them, on the day it was held. Topics and how
 * many came are on the notice, and are entered nowhere else; minutes that are corrected are no other line.
 */
export function meetingLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'notice') return [];
  const { meeting, minutes, areas } = factsOf(after);
  const [area = ''] = areas;
  if (meeting === undefined || minutes === undefined) return [];
  if (before !== undefined && factsOf(before).minutes !== undefined) return [];
  const { id, name } = minutes.by;
  const record = { type: 'NOTICE' as const, id: String(after.id) };
  const at = new Date(meeting.at);
  return [{ id: record.id, kind: 'MEETING_MINUTED', at, by: { id, name }, area: gridOf(area), record }];
}

function factsOf(image: Image): NoticeFacts {
  return image.facts as NoticeFacts;
}
