import { newId } from '../../src/shared/ids';
import { type FieldItemInput } from '../generated/operations';
import { randomFrom } from './faults';
import { type Doings, type Hands, serviceMakers, type ServiceKind } from './field-services';
import { type Queued, type ServiceGround } from './field-steps';
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
  /** What each device knows of services and disputes. */
  readonly services: readonly ServiceGround[];
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
  const serve = serviceAt(ground, device, items);
  for (let number = 0; items.length < count; number += 1) {
    items.push(...kindAt(number)(ground, number + device));
    if (number % SERVICE_EACH === 0) serve(number / SERVICE_EACH);
  }
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
const report = ({ world }: Ground, category = 'FIRE_HAZARD') => {
  const id = newId();
  const place = { area: world.courtyard };
  return { id, category, text: '楼道堆物', place, urgency: 'NORMAL' as const, evidence: [] };
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

/** The category of a case that can be mediated. */
const DISPUTE = 'DISPUTE_NEIGHBOURS';
/** How often it is somebody's service or dispute that comes next. */
const SERVICE_EACH = 4;
/** What is done of these in turn: a dispute has to be known before it is mediated. */
const SERVICES: readonly (ServiceKind | 'DISPUTE')[] = [
  ...(['DISPUTE', 'INSPECT', 'APPLY', 'MEDIATE', 'AMEND'] as const),
  ...(['INSPECT', 'HAND_IN', 'FOLLOW_UP', 'INSPECT', 'MEDIATE'] as const),
];

/** Does in turn what there is to do of inspections, applications and mediations, and queues it. */
function serviceAt(ground: Ground, device: number, items: Given[]): (number: number) => void {
  const services = ground.services[device]!;
  const disputes = [...services.disputes];
  const makers = serviceMakers(ground.world, { ...services, disputes }, handsOf(items, services));
  const random = randomFrom(device);
  const any = (count: number) => Math.floor(random() * count);
  return (number) => {
    const kind = SERVICES[number % SERVICES.length] ?? 'INSPECT';
    if (kind !== 'DISPUTE') {
      makers[kind](device, any(1000), any(10), number % 600);
      return;
    }
    const made = report(ground, DISPUTE);
    disputes.push(made.id);
    items.push({ id: made.id, case: made });
  };
}

/** A device's queue, as makers of items need it: nobody else has to do with what it changes. */
function handsOf(items: Given[], { applications }: ServiceGround): Hands {
  const drafts = [...applications];
  const chains = new Map<string, readonly Queued[]>();
  const chainOf = (claim: string) => chains.get(claim) ?? [];
  const queue: Hands['queue'] = (_by, item) => items.push(item as Given);
  return {
    // Most drafts were handed in long ago; what is left to do is about the last ones.
    pick: (_kind, _by, number) => drafts.at(-1 - (number % 2)) ?? '',
    own: (_kind, _by, id) => drafts.push(id),
    makes: () => undefined,
    queue,
    claim: (by, claim, _value, item) => {
      const chain = chainOf(claim);
      const queued = { after: chain.map(({ item: { id } }) => id), ...item };
      chains.set(claim, [...chain, { item: queued, needs: [] }]);
      queue(by, queued);
    },
    chain: (_by, claim) => chainOf(claim),
  };
}

/** What must have been done to applications and at mediations once queues are home. `begun`: at which what was before. */
export function doingsOf(
  items: readonly Given[],
  services: readonly ServiceGround[],
  begun: ReadonlyMap<string, readonly string[]>,
): Doings[] {
  const sent = new Map<string, string[]>();
  for (const { id, applicationAmendment, applicationMove, mediation, mediationFollowUp } of items) {
    const application = (applicationAmendment ?? applicationMove)?.application;
    const record = application ?? (mediation ?? mediationFollowUp)?.caseId;
    if (record !== undefined) sent.set(record, [...(sent.get(record) ?? []), id]);
  }
  const moved = new Set(items.flatMap(({ applicationMove }) => applicationMove?.application ?? []));
  const ofApplication = (id: string, isWhole = false): Doings => ({
    ...{ field: 'application', id, sent: sent.get(id) ?? [] },
    // One that is handed in as it is opened has both steps by one id.
    begun: isWhole ? [id, id] : [id],
    state: isWhole || moved.has(id) ? 'SUBMITTED' : 'DRAFT',
  });
  const ofDispute = (id: string): Doings => ({
    ...{ field: 'mediation', id, begun: begun.get(id) ?? [], sent: sent.get(id) ?? [] },
  });
  return [
    ...services.flatMap(({ applications }) => applications.map((id) => ofApplication(id))),
    ...items.flatMap(({ application }) =>
      application == null ? [] : ofApplication(application.id, application.submitWhenComplete ?? false),
    ),
    ...services.flatMap(({ disputes, agreed }) => [...disputes, ...agreed].map(ofDispute)),
    ...items.flatMap(({ case: made }) => (made?.category === DISPUTE ? ofDispute(made.id) : [])),
  ];
}
