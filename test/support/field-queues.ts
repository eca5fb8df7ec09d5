import { newId } from '../../src/shared/ids';
import { type FieldItemInput } from '../generated/operations';
import { visitOf } from './visits';
import { type World } from './world';

/** An item as a phone queues it. */
export type Given = Partial<FieldItemInput> & { id: string };

/** What is on file, and how many devices share it. */
export interface Ground {
  readonly world: World;
  readonly homes: readonly string[];
  readonly residents: readonly string[];
  readonly devices: number;
}

/** What a device has in its queue: every kind of thing, none of which another device does as well. */
export function queueOf(ground: Ground, device: number, count: number): Given[] {
  const { residents, devices } = ground;
  const items: Given[] = [];
  const edits: Given[] = residents
    .map((resident, index) => ({ resident, mine: index % devices === device }))
    .filter(({ mine }) => mine)
    .map(({ resident }) => edit(resident, { name: '周小禾' }));
  // The other device of the same worker changes another field of the same people.
  const others = residents
    .map((resident, index) => ({ resident, mine: index % devices === (device ^ 1) }))
    .filter(({ mine }) => mine)
    .map(({ resident }) => edit(resident, { kind: 'FLOATING' }));
  items.push(...edits, ...others);
  for (let number = 0; items.length < count; number += 1)
    items.push(...kindAt(number)(ground, number + device));
  return items.slice(0, count);
}

const edit = (resident: string, more: object): Given => {
  const id = newId();
  return { id, residentUpdate: { id, resident, expectedVersion: 1, ...more } };
};
const at = ({ homes }: Ground, number: number) => homes[(number * 7) % homes.length] ?? '';
const newcomer = (household: string): Given & { id: string } => {
  const id = newId();
  const who = { name: '林晓', kind: 'REGISTERED' as const, relation: 'TENANT' as const, from: '2026-01-01' };
  return { id, newResident: { id, household, ...who, beginning: 'RECORDED' } };
};
const report = ({ world }: Ground) => {
  const id = newId();
  const place = { area: world.courtyard };
  return { id, category: 'FIRE_HAZARD', text: '楼道堆物', place, urgency: 'NORMAL' as const, evidence: [] };
};
const note = (household: string) => ({
  id: newId(),
  kind: 'NEED' as const,
  text: '要扶手',
  household,
  evidence: [],
});

/** What is made in turn. */
type Maker = (ground: Ground, number: number) => Given[];
const KINDS: readonly [Maker, ...Maker[]] = [
  (ground) => [report(ground)].map((made) => ({ id: made.id, case: made })),
  (ground, number) => [note(at(ground, number))].map((made) => ({ id: made.id, note: made })),
  (ground, number) => {
    const minutes = number % 600;
    const parts = number % 4 === 0 ? [{ note: note(at(ground, number)) }, { case: report(ground) }] : [];
    const time = new Date(ground.world.clock.now().getTime() - minutes * 60_000 - number).toISOString();
    const visit = visitOf(ground.world, at(ground, number), { at: time, parts });
    return [{ id: visit.id, visit }];
  },
  (ground) => [report(ground)].map((made) => ({ id: made.id, case: made })),
  (ground, number) => [note(at(ground, number))].map((made) => ({ id: made.id, note: made })),
  (ground, number) => {
    const id = newId();
    return [{ id, plan: { id, kind: 'WORK', text: '复查', household: at(ground, number) } }];
  },
  (ground, number) => {
    if (number % 3 !== 0) return [];
    const arrived = newcomer(at(ground, number));
    return [arrived, edit(arrived.id, { name: '林小晓' })];
  },
];

function kindAt(number: number): Maker {
  return KINDS[number % KINDS.length] ?? KINDS[0];
}
