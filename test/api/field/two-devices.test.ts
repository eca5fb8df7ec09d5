import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  ConflictsDocument,
  type FieldItemInput,
  HouseholdPageDocument,
  LogEntryPageDocument,
  ResidentPageDocument,
  ResolveConflictDocument,
  SubmitFieldBatchDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { home, livingTogether } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

type Given = Partial<FieldItemInput> & { id: string };

let world: World;
let worker: Actor;
let supervisor: Actor;
let household: string;
let mother: string;
let child: string;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
  supervisor = world.actor('COMMUNITY_STAFF', world.community);
  household = await home(world);
  [mother = '', child = ''] = await livingTogether(world, household, [
    { relation: 'HEAD' },
    { relation: 'CHILD' },
  ]);
});

/** A device comes back into reach and sends what it has. */
const send = async (actor: Actor, ...items: readonly Given[]) => {
  const input = { items: items.map((item) => ({ after: [], ...item })) };
  const { data } = await run(world, actor, SubmitFieldBatchDocument, { input });
  return data.submitFieldBatch.answers ?? [];
};
const statuses = async (actor: Actor, ...items: readonly Given[]) =>
  (await send(actor, ...items)).map(({ status }) => status);
/** An edit made without a network, on the version that was on the device. */
const edit = (resident: string, more: object): Given => {
  const id = newId();
  return { id, residentUpdate: { id, resident, expectedVersion: 1, ...more } };
};
const newcomer = (): Given => {
  const id = newId();
  const who = { name: '林晓', kind: 'FLOATING' as const, relation: 'TENANT' as const, from: '2026-01-01' };
  return { id, newResident: { id, household, ...who, beginning: 'RECORDED' } };
};
const personNow = async (id: string) =>
  (await run(world, supervisor, ResidentPageDocument, { id })).data.resident;
const conflictsOf = async (actor: Actor) =>
  (await run(world, actor, ConflictsDocument, {})).data.fieldConflicts.edges.map(({ node }) => node.id);
const decide = async (actor: Actor, conflict: string, choice: 'MINE' | 'THEIRS', seenVersion?: number) => {
  const input = { id: newId(), conflict, choice, seenVersion };
  const { data } = await run(world, actor, ResolveConflictDocument, { input });
  return data.resolveConflict.conflict?.state;
};

describe('two devices of one worker, both without a network in the same household', () => {
  it('change different fields of one person: both stand, and there is no conflict', async () => {
    expect(await statuses(worker, edit(mother, { name: '周荷' }))).toEqual(['APPLIED']);
    expect(await statuses(worker, edit(mother, { kind: 'FLOATING' }))).toEqual(['APPLIED']);
    expect(await personNow(mother)).toMatchObject({ name: '周荷', kind: 'FLOATING', version: 3 });
    expect(await conflictsOf(worker)).toEqual([]);
  });

  it('change different people of the household at the same moment: both stand', async () => {
    const [one, other] = [edit(mother, { name: '周荷' }), edit(child, { name: '周禾' })];
    const both = await Promise.all([statuses(worker, one), statuses(worker, other)]);
    expect(both).toEqual([['APPLIED'], ['APPLIED']]);
    expect([(await personNow(mother))?.name, (await personNow(child))?.name]).toEqual(['周荷', '周禾']);
  });

  it('change the same field: the first stands, the second is kept with both versions, though it is the same worker', async () => {
    const [phone, tablet] = [edit(mother, { name: '周荷' }), edit(mother, { name: '周禾' })];
    expect(await statuses(worker, phone)).toEqual(['APPLIED']);
    const [answer] = await send(worker, tablet);
    expect(answer).toMatchObject({
      status: 'CONFLICT',
      version: 2,
      conflict: { sides: { differences: [{ field: 'name', sent: '周禾', standing: '周荷' }] } },
    });
    expect((await personNow(mother))?.name).toBe('周荷');
    expect(await conflictsOf(worker)).toEqual([tablet.id]);
  });

  it('change the same field three times on one device and once on the other: the device that comes first wins with all three', async () => {
    const first = edit(mother, { name: '周一' });
    const second = { ...edit(mother, { name: '周二' }), after: [first.id] };
    const third = { ...edit(mother, { name: '周三' }), after: [first.id, second.id] };
    const rival = edit(mother, { name: '周四' });
    expect(await statuses(worker, third, second, first)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(await statuses(worker, rival)).toEqual(['CONFLICT']);
    expect((await personNow(mother))?.name).toBe('周三');
  });

  it('edit a person at the door on top of an edit that is not answered yet: the visit’s part is no conflict with it', async () => {
    const { household: door } = await listed(world);
    const first = edit(mother, { name: '周一' });
    const own = { ...edit(mother, { name: '周二' }), after: [first.id] };
    const [later, sibling] = [edit(mother, { name: '周三' }), edit(child, { name: '周禾' })];
    const parts = [own, later, sibling].map(({ after = [], residentUpdate }) => ({ after, residentUpdate }));
    const visit = visitOf(world, door, { parts });
    const [answer] = await send(worker, { id: visit.id, visit }, first);
    // The second part follows the first in the same visit, and so it was made on top of it.
    expect(answer?.parts?.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect((await personNow(mother))?.name).toBe('周三');
    const named = { ...visit, parts: parts.map((part) => ({ ...part, after: [] })) };
    expect(await statuses(worker, { id: visit.id, visit: named })).toEqual(['DUPLICATE']);
    expect(await conflictsOf(worker)).toEqual([]);
  });

  it('edit a person at the door whom another device has edited: the visit is taken in, its part is a conflict', async () => {
    const { household: door } = await listed(world);
    expect(await statuses(worker, edit(mother, { name: '周四' }))).toEqual(['APPLIED']);
    const [one, other] = [edit(mother, { name: '周一' }), edit(mother, { name: '周二' })];
    const parts = [one, other].map(({ residentUpdate }) => ({ after: [], residentUpdate }));
    const visit = visitOf(world, door, { parts });
    const [answer] = await send(worker, { id: visit.id, visit });
    expect(answer?.status).toBe('APPLIED');
    expect(answer?.parts?.map(({ status }) => status)).toEqual(['CONFLICT', 'CONFLICT']);
    expect((await personNow(mother))?.name).toBe('周四');
  });

  it('each put somebody new on file and make a visit, and send all of it twice: nobody is counted twice', async () => {
    const visited = await listed(world);
    const at = (minutes: number) => new Date(world.clock.now().getTime() - minutes * 60_000).toISOString();
    const knock = (minutes: number): Given => {
      const visit = visitOf(world, visited.household, { at: at(minutes) });
      return { id: visit.id, visit };
    };
    const [phone, tablet] = [
      [newcomer(), knock(5)],
      [newcomer(), knock(9)],
    ];
    const sent = await Promise.all([phone, tablet, phone, tablet].map((items) => send(worker, ...items)));
    const told = sent.flat().map(({ status }) => status);
    expect(told.filter((status) => status === 'APPLIED')).toHaveLength(4);
    expect(new Set(told)).toEqual(new Set(['APPLIED', 'DUPLICATE']));
    const { data } = await run(world, worker, HouseholdPageDocument, { id: household });
    expect(data.household?.memberCount).toBe(4);
    const page = await world.services.visits.atDoor({ id: visited.household } as never, { first: 10 });
    expect(page.rows).toHaveLength(2);
  });

  it('change one note: the first stands, the second is kept, and the worker may still choose it', async () => {
    const id = newId();
    const note: Given = { id, note: { id, kind: 'NEED', text: '想装一个扶手', household, evidence: [] } };
    expect(await statuses(worker, note)).toEqual(['APPLIED']);
    const change = (text: string): Given => {
      const request = newId();
      return { id: request, noteChange: { id: request, entry: id, expectedVersion: 1, text } };
    };
    const [phone, tablet] = [change('想装两个扶手'), change('不要扶手了')];
    expect(await statuses(worker, phone)).toEqual(['APPLIED']);
    expect(await statuses(worker, tablet)).toEqual(['CONFLICT']);
    const textNow = async () => (await run(world, worker, LogEntryPageDocument, { id })).data.logEntry?.text;
    expect(await textNow()).toBe('想装两个扶手');
    expect(await decide(worker, tablet.id, 'MINE', 2)).toBe('MINE');
    expect(await textNow()).toBe('不要扶手了');
  });
});

describe('a worker and a supervisor, both without a network in the same household', () => {
  it('change different fields: both stand, whoever comes first', async () => {
    expect(await statuses(supervisor, edit(mother, { name: '周荷' }))).toEqual(['APPLIED']);
    expect(await statuses(worker, edit(mother, { kind: 'FLOATING' }))).toEqual(['APPLIED']);
    expect(await statuses(worker, edit(child, { name: '周禾' }))).toEqual(['APPLIED']);
    expect(await statuses(supervisor, edit(child, { kind: 'FLOATING' }))).toEqual(['APPLIED']);
    expect(await personNow(mother)).toMatchObject({ name: '周荷', kind: 'FLOATING' });
    expect(await personNow(child)).toMatchObject({ name: '周禾', kind: 'FLOATING' });
  });

  it('change the same field: what came second is kept, and leaving it as it stands settles it', async () => {
    const item = edit(mother, { name: '周禾' });
    expect(await statuses(supervisor, edit(mother, { name: '周荷' }))).toEqual(['APPLIED']);
    expect(await statuses(worker, item)).toEqual(['CONFLICT']);
    expect(await conflictsOf(worker)).toEqual([item.id]);
    expect(await decide(worker, item.id, 'THEIRS')).toBe('THEIRS');
    expect((await personNow(mother))?.name).toBe('周荷');
    expect(await conflictsOf(worker)).toEqual([]);
    expect(await statuses(worker, item)).toEqual(['DUPLICATE']);
  });

  it('change the same field: the supervisor chooses the worker’s version, and it stands', async () => {
    const item = edit(mother, { name: '周禾' });
    expect(await statuses(supervisor, edit(mother, { name: '周荷' }))).toEqual(['APPLIED']);
    expect(await statuses(worker, item)).toEqual(['CONFLICT']);
    expect(await decide(supervisor, item.id, 'MINE', 2)).toBe('MINE');
    expect((await personNow(mother))?.name).toBe('周禾');
    expect(await conflictsOf(worker)).toEqual([]);
  });

  it('change the same field at the same moment: one of them wins, the other’s is kept, none is lost', async () => {
    const [one, other] = [edit(mother, { name: '周荷' }), edit(mother, { name: '周禾' })];
    const told = await Promise.all([statuses(worker, one), statuses(supervisor, other)]);
    expect(told.flat().sort()).toEqual(['APPLIED', 'CONFLICT']);
    const workerWon = told[0][0] === 'APPLIED';
    expect((await personNow(mother))?.name).toBe(workerWon ? '周荷' : '周禾');
    expect(await conflictsOf(workerWon ? supervisor : worker)).toEqual([(workerWon ? other : one).id]);
  });

  it('one moves somebody out while the other corrects their name: both stand, and the household counts one less', async () => {
    const id = newId();
    const end = { id, resident: child, household, on: '2026-05-01', ending: 'MOVED_OUT' as const };
    const both = await Promise.all([
      statuses(worker, { id, residenceEnd: end }),
      statuses(supervisor, edit(child, { name: '周禾' })),
    ]);
    expect(both).toEqual([['APPLIED'], ['APPLIED']]);
    expect(await personNow(child)).toMatchObject({ name: '周禾', state: 'MOVED_OUT' });
    const { data } = await run(world, worker, HouseholdPageDocument, { id: household });
    expect(data.household?.memberCount).toBe(1);
  });
});
