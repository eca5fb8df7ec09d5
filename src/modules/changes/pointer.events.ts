import { type Image, type TableChange } from '../../data/table-change';
import { caseIdIn } from '../cases/case.events';
import { caseStands, isClosedCase } from './case-presence.events';
import { siteStands, thingStands } from './place-presence.events';
import { type FollowedType, type Stand, standsOfHousehold } from './presence.rules';
import { registryStands, shownOfPlan } from './registry-presence.events';

/**
 * What a change says of a record and a grid by one guard: it is one of the grid's; it is so no longer; or that something
 * beside it has changed, which does not know where the record itself stands.
 */
export type PointerKind = 'HERE' | 'GONE' | 'TOUCHED';

/** That something about a record has changed in a grid. It names the record and says nothing about it. */
export interface Pointer extends Stand {
  readonly type: FollowedType;
  readonly id: string;
  readonly kind: PointerKind;
  /** When it changed, where that is known. */
  readonly at?: Date | undefined;
  /** Nothing will happen to the record any more: the pointer need not be kept for ever. */
  readonly isLast: boolean;
}

/** How to read where a record stands from its image; one for each entity that is followed. */
const READERS: Readonly<Record<string, readonly [FollowedType, (image: Image) => readonly Stand[]]>> = {
  household: ['HOUSEHOLD', registryStands],
  resident: ['RESIDENT', registryStands],
  case: ['CASE', caseStands],
  courtyard: ['COURTYARD', siteStands],
  building: ['BUILDING', siteStands],
  dwelling: ['DWELLING', siteStands],
  organisation: ['ORGANISATION', thingStands],
  premises: ['PREMISES', thingStands],
  facility: ['FACILITY', thingStands],
};

/** The pointers that changes of the table bring, oldest first; of several about the same the last one only. */
export function pointersOf(changes: readonly TableChange[]): readonly Pointer[] {
  const last = new Map<string, Pointer>();
  for (const pointer of changes.flatMap(pointersBy)) {
    const key = `${pointer.grid}#${keyOf(pointer)}`;
    last.delete(key);
    last.set(key, pointer);
  }
  return [...last.values()];
}

/** By what a pointer is known in its grid. */
export function keyOf({ type, id, guard }: Pick<Pointer, 'type' | 'id' | 'guard'>): string {
  return `${type}#${id}#${guard}`;
}

function pointersBy(change: TableChange): readonly Pointer[] {
  const { before, after, at } = change;
  const image = after ?? before;
  if (image?.__edb_e__ === 'visit-plan') return planPointers(change);
  const reader = READERS[String(image?.__edb_e__)];
  if (image === undefined || reader === undefined) return [];
  const [type, read] = reader;
  const [was, is] = [before ? read(before) : [], after ? read(after) : []];
  const isLast = type === 'CASE' && after !== undefined && isClosedCase(after);
  const about = { type, id: type === 'CASE' ? caseIdIn(image) : String(image.id), at };
  const left = was.filter((stand) => !is.some((each) => isSame(each, stand)));
  return [
    ...left.map((stand) => ({ ...about, ...stand, kind: 'GONE' as const, isLast: true })),
    ...is.map((stand) => ({ ...about, ...stand, kind: 'HERE' as const, isLast })),
  ];
}

/**
 * A plan of visits is shown with its household. It only ever says that something has changed: where the household stands
 * is for the household's own record to say.
 */
function planPointers({ before, after, at }: TableChange): readonly Pointer[] {
  if (after === undefined || shownOfPlan(before) === shownOfPlan(after)) return [];
  const type = 'HOUSEHOLD' as const;
  const about = { type, id: String(after.id), at, kind: 'TOUCHED' as const, isLast: false };
  return standsOfHousehold(after as { courtyard: string }).map((stand) => ({ ...about, ...stand }));
}

function isSame(a: Stand, b: Stand): boolean {
  return a.grid === b.grid && a.guard === b.guard;
}
