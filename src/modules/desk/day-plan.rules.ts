import { metresBetween, type Point } from '../../shared/geo';
import { URGENCIES, type Urgency } from '../cases/case.rules';

/** A case that somebody is to go to. */
export interface Errand {
  readonly id: string;
  readonly urgency: Urgency;
  readonly dueAt?: Date | undefined;
  readonly point: Point;
}

/** A case on somebody's way, and how far it is from where they come from, in metres; undefined where that is not known. */
export interface Stop<Case extends Errand> {
  readonly errand: Case;
  readonly metres: number | undefined;
}

/** The ways of a day: one for each who has one, each in its order; and what there was no time for, in its turn. */
export interface DayPlan<Case extends Errand> {
  readonly routes: readonly (readonly Stop<Case>[])[];
  readonly later: readonly Case[];
}

/** How many go out, how many cases each can see to, and from where they start. */
export interface Crew {
  readonly officers: number;
  readonly each: number;
  readonly start?: Point | undefined;
}

/**
 * Divides what is to be done among those who can go out. First what is urgent and soonest due: nothing waits for the next day
 * that is more so than what is done. The first goes to the first officer; each further officer begins with what lies farthest from all
 * others; the rest goes, in its turn, to whoever has something nearest to it and can still take it. On the way the urgent come
 * first, then what is nearest. No way is promised to be the shortest; everybody can see why it is what it is.
 */
export function planDay<Case extends Errand>(
  cases: readonly Case[],
  { officers, each, start }: Crew,
): DayPlan<Case> {
  const inTurn = [...cases].sort(byTurn);
  const today = inTurn.slice(0, officers * each);
  const groups = beginnings(today, officers).map((first) => [first]);
  const begun = new Set(groups.flat());
  for (const errand of today.filter((one) => !begun.has(one))) {
    const withRoom = groups.filter((group) => group.length < each);
    least(withRoom, (group) =>
      Math.min(...group.map(({ point }) => metresBetween(point, errand.point))),
    )?.push(errand);
  }
  return { routes: groups.map((group) => wayOf(group, start)), later: inTurn.slice(today.length) };
}

/** More urgent first, then what is due first; what has no limit last. */
function byTurn(one: Errand, other: Errand): number {
  const rank = URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency);
  const [due, otherDue] = [one, other].map(({ dueAt }) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER);
  return rank || (due ?? 0) - (otherDue ?? 0) || (one.id < other.id ? -1 : 1);
}

/** With what each officer begins: the first in turn, then again and again what lies farthest from all of those. */
function beginnings<Case extends Errand>(today: readonly Case[], officers: number): readonly Case[] {
  const chosen = today.slice(0, 1);
  while (chosen.length < Math.min(officers, today.length)) {
    const rest = today.filter((errand) => !chosen.includes(errand));
    const far = least(
      rest,
      ({ point }) => -Math.min(...chosen.map((other) => metresBetween(other.point, point))),
    );
    if (far !== undefined) chosen.push(far);
  }
  return chosen;
}

/** The way from one to the next: of the most urgent that are left, always the nearest. */
function wayOf<Case extends Errand>(group: readonly Case[], start: Point | undefined): readonly Stop<Case>[] {
  const left = [...group].sort(byTurn);
  const way: Stop<Case>[] = [];
  let from = start;
  while (left[0] !== undefined) {
    const next = nextFrom(from, left[0], left);
    left.splice(left.indexOf(next), 1);
    way.push({ errand: next, metres: from && Math.round(metresBetween(from, next.point)) });
    from = next.point;
  }
  return way;
}

/** Of those that are as urgent as the first, the nearest; the first where nobody knows from where one comes. */
function nextFrom<Case extends Errand>(from: Point | undefined, first: Case, left: readonly Case[]): Case {
  if (from === undefined) return first;
  const alike = left.filter(({ urgency }) => urgency === first.urgency);
  return least(alike, ({ point }) => metresBetween(from, point)) ?? first;
}

/** The first of those for which the measure is least. */
function least<Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  const measured = items.map((item) => ({ item, by: measure(item) }));
  return measured.reduce<{ item: Item; by: number } | undefined>(
    (best, each) => (best === undefined || each.by < best.by ? each : best),
    undefined,
  )?.item;
}
