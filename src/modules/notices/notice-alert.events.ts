import { type Image, type TableChange } from '../../data/table-change';
import { ancestorAt, levelOf } from '../../shared/area-code';
import { type Audience } from './notice.rules';

/** That an urgent notice has come out, or says something else now. */
export interface NoticeAlertNote {
  readonly notice: string;
  /** Codes of whose watchers are asked: its areas, and for a courtyard the grid, whose worker explains it. */
  readonly areas: readonly string[];
  /** Whether it depends on who somebody is whether it is for them, and not on their appointments alone. */
  readonly isPersonal: boolean;
}

interface Facts {
  readonly title: string;
  readonly text: string;
  readonly urgent: boolean;
  /** RFC 3339 UTC, as all moments here. */
  readonly from: string;
  readonly publishedAt: string;
  readonly areas: readonly string[];
  readonly audience: Audience;
  readonly withdrawal?: object;
}

/**
 * Reads a change of the table: the urgent notice that it brought out, or changed. What is planned is told when its time has
 * come, by the note that the clock makes then.
 */
export function noticeAlertsBy({ before, after }: TableChange): readonly NoticeAlertNote[] {
  if (after?.__edb_e__ === 'notice-outing' && before === undefined)
    return [alertOf(String(after.notice), after.areas as readonly string[], after.audience as Audience)];
  if (after?.__edb_e__ !== 'notice') return [];
  const is = factsOf(after);
  const was = before && factsOf(before);
  if (!isPushed(is) || (was === undefined && isPlanned(is))) return [];
  if (was?.urgent === true && was.title === is.title && was.text === is.text) return [];
  return [alertOf(String(after.id), is.areas, is.audience)];
}

/** Reads a change of the table: when an urgent notice that was planned is to come out. */
export function outingSetBy({ after }: TableChange): { id: string; from: Date } | undefined {
  if (after?.__edb_e__ !== 'notice') return undefined;
  const is = factsOf(after);
  return isPushed(is) && isPlanned(is) ? { id: String(after.id), from: new Date(is.from) } : undefined;
}

function alertOf(notice: string, areas: readonly string[], audience: Audience): NoticeAlertNote {
  const around = areas.flatMap((area) =>
    levelOf(area) === 'COURTYARD' ? [area, ancestorAt(area, 'GRID') ?? area] : [area],
  );
  return { notice, areas: [...new Set(around)], isPersonal: audience === 'FLOATING_RESIDENTS' };
}

function factsOf({ facts }: Image): Facts {
  return facts as Facts;
}

function isPushed({ urgent, withdrawal, audience }: Facts): boolean {
  return urgent && withdrawal === undefined && audience !== 'CARE_TAG';
}

function isPlanned({ from, publishedAt }: Facts): boolean {
  return Date.parse(from) > Date.parse(publishedAt);
}
