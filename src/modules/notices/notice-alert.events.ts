import { type TableChange } from '../../data/table-change';
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
  readonly areas: readonly string[];
  readonly audience: Audience;
  readonly withdrawal?: object;
}

/** Reads a change of the table: the urgent notice that it brought out, or changed. An urgent notice is out at once. */
export function noticeAlertsBy({ before, after }: TableChange): readonly NoticeAlertNote[] {
  if (after?.__edb_e__ !== 'notice') return [];
  const is = after.facts as Facts;
  const was = before?.facts as Facts | undefined;
  if (!is.urgent || is.withdrawal !== undefined || is.audience === 'CARE_TAG') return [];
  if (was?.urgent === true && was.title === is.title && was.text === is.text) return [];
  const around = is.areas.flatMap((area) =>
    levelOf(area) === 'COURTYARD' ? [area, ancestorAt(area, 'GRID') ?? area] : [area],
  );
  const isPersonal = is.audience === 'FLOATING_RESIDENTS';
  return [{ notice: String(after.id), areas: [...new Set(around)], isPersonal }];
}
