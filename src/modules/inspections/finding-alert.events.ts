import { type Image, type TableChange } from '../../data/table-change';
import { pathOf } from '../../shared/area-code';
import { type RecordLink } from '../../shared/record-link.type';
import { caseIdIn, caseIn, stepsIn } from '../cases/case.events';
import { findingState, type FindingState } from './finding.rules';

/** That something was found, or that what was found has another state now. */
export interface FindingEvent {
  readonly caseId: string;
  /** Number of the step in the history of its case; the report is the first. */
  readonly number: number;
  /** The state before; absent when it was found. */
  readonly from?: FindingState | undefined;
  readonly to: FindingState;
  /** Ids of inspection and premises, code of the item that failed. */
  readonly inspection: string;
  readonly premises: string;
  readonly item: string;
}

/** A finding's event as the table's stream tells of it, and whom it concerns. */
export interface FindingEventNote extends FindingEvent {
  /** Codes of all areas it lies in: where it was found, and where that place lies today. */
  readonly areas: readonly string[];
  /** Ids of all who have had to do with its case by name. */
  readonly people: ReadonlySet<string>;
}

/** Where a case was found, as it keeps it. */
interface StoredOrigin extends RecordLink {
  readonly premises: string;
  readonly item: string;
}

/** Where the case in an image was found; undefined when at no inspection. */
export function originIn({ origin }: Image): StoredOrigin | undefined {
  const said = origin as StoredOrigin | undefined;
  return said?.type === 'INSPECTION' ? said : undefined;
}

/**
 * Reads a change of the table: what was found, or has changed its state by it; one or none. A move that leaves the state as it is
 * (its case is handed on) tells nothing, and a part of a divided case is no finding of its own.
 */
export function findingEventsBy({ before, after }: TableChange): readonly FindingEventNote[] {
  if (after?.__edb_e__ !== 'case') return [];
  const origin = originIn(after);
  if (origin === undefined) return [];
  const [row, steps] = [caseIn(after), stepsIn(after)];
  const from = before && findingState({ state: caseIn(before).state, steps: stepsIn(before) });
  const to = findingState({ state: row.state, steps });
  if (from === to || row.partOf !== undefined) return [];
  const grid = after.grid as string | undefined;
  return [
    {
      ...{ caseId: caseIdIn(after), number: steps.length, from, to },
      ...{ inspection: origin.id, premises: origin.premises, item: origin.item },
      areas: [...new Set([...pathOf(row.area), ...pathOf(grid ?? row.area)])],
      people: new Set(steps.map(({ by }) => by.id)),
    },
  ];
}
