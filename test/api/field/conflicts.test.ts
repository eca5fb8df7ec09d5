import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  ConflictDocument,
  ConflictsDocument,
  ConflictsOfCommunityDocument,
  type FieldItemInput,
  ResidentPageDocument,
  ResolveConflictDocument,
  SubmitFieldBatchDocument,
  SubmitVisitDocument,
  UpdateResidentDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { home, livingIn, mobile } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

let world: World;
let worker: Actor;
let staff: Actor;
let resident: string;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
  staff = world.actor('COMMUNITY_STAFF', world.community);
  resident = await livingIn(world, await home(world), { relation: 'HEAD' });
});

const submit = async (item: Partial<FieldItemInput> & { id: string }, actor = worker) => {
  const input = { items: [{ after: [], ...item }] };
  const { data } = await run(world, actor, SubmitFieldBatchDocument, { input });
  return data.submitFieldBatch.answers?.[0];
};
const edit = (more: object) => {
  const id = newId();
  return { id, residentUpdate: { id, resident, expectedVersion: 1, ...more } };
};
const atTheDesk = async (more: object) => {
  const input = { id: newId(), resident, expectedVersion: 1, ...more };
  await run(world, staff, UpdateResidentDocument, { input });
};
const nameNow = async () =>
  (await run(world, staff, ResidentPageDocument, { id: resident })).data.resident?.name;
const mine = async (actor = worker) =>
  (await run(world, actor, ConflictsDocument, {})).data.fieldConflicts.edges.map(({ node }) => node.id);
const resolve = async (
  input: { conflict: string; choice: 'MINE' | 'THEIRS'; seenVersion?: number; id?: string },
  actor = worker,
) => {
  const { data, errors } = await run(world, actor, ResolveConflictDocument, {
    input: { id: newId(), ...input },
  });
  const payload = (data as typeof data | null)?.resolveConflict;
  return {
    state: payload?.conflict?.state,
    code: payload?.userErrors[0]?.code,
    error: errors[0]?.extensions?.code,
  };
};

describe('a conflict', () => {
  it('is only what two have changed alike: different fields both stand', async () => {
    await atTheDesk({ name: '周荷' });
    expect(await submit(edit({ phone: mobile() }))).toMatchObject({ status: 'APPLIED', version: 3 });
    expect(await nameNow()).toBe('周荷');
    expect(await mine()).toEqual([]);
  });

  it('keeps what was sent, tells both versions, and leaves what stands', async () => {
    await atTheDesk({ name: '周荷' });
    const item = edit({ name: '周禾' });
    expect(await submit(item)).toMatchObject({
      ...{ status: 'CONFLICT', version: 2, resident: { name: '周荷' } },
      userErrors: [{ code: 'CONFLICT' }],
      conflict: { id: item.id, sides: { differences: [{ field: 'name', sent: '周禾', standing: '周荷' }] } },
    });
    expect(await nameNow()).toBe('周荷');
    expect(await mine()).toEqual([item.id]);
    const { data } = await run(world, worker, ConflictDocument, { id: item.id });
    expect(data.fieldConflict).toMatchObject({
      state: 'OPEN',
      by: { name: worker.name },
      sides: { version: 2 },
    });
  });

  it('is the same conflict however often it is sent', async () => {
    await atTheDesk({ name: '周荷' });
    const item = edit({ name: '周禾' });
    const all = [await submit(item), await submit(item), await submit(item)];
    expect(all.map((answer) => answer?.status)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
    expect(await mine()).toEqual([item.id]);
  });

  it('shows numbers masked, and lays them down sealed', async () => {
    await atTheDesk({ phone: mobile() });
    const phone = mobile();
    const item = edit({ phone });
    const { sides } = (await submit(item))?.conflict ?? {};
    expect(sides?.sent).toMatchObject({ phone: `${phone.slice(0, 3)}****${phone.slice(-4)}` });
    expect(sides?.differences).toMatchObject([{ field: 'phone' }]);
    const reads = createCollectionReader(world.foundation.table);
    const kept = await reads.read(`CONFLICT#${item.id}`);
    expect(kept).toHaveLength(1);
    expect(Buffer.from(JSON.stringify(kept)).includes(phone)).toBe(false);
  });

  it('is decided for what stands', async () => {
    await atTheDesk({ name: '周荷' });
    const item = edit({ name: '周禾' });
    await submit(item);
    const id = newId();
    expect((await resolve({ id, conflict: item.id, choice: 'THEIRS' })).state).toBe('THEIRS');
    expect((await resolve({ id, conflict: item.id, choice: 'THEIRS' })).state).toBe('THEIRS');
    expect(await nameNow()).toBe('周荷');
    expect(await mine()).toEqual([]);
    expect((await submit(item))?.status).toBe('DUPLICATE');
    expect((await resolve({ conflict: item.id, choice: 'MINE' })).code).toBe('CONFLICT_SETTLED');
  });

  it('is decided for what was sent, on the version that was seen', async () => {
    await atTheDesk({ name: '周荷' });
    const item = edit({ name: '周禾' });
    await submit(item);
    await atTheDesk({ name: '周河', expectedVersion: 2 });
    expect((await resolve({ conflict: item.id, choice: 'MINE', seenVersion: 2 })).code).toBe('CONFLICT');
    const id = newId();
    expect((await resolve({ id, conflict: item.id, choice: 'MINE', seenVersion: 3 })).state).toBe('MINE');
    expect((await resolve({ id, conflict: item.id, choice: 'MINE', seenVersion: 3 })).state).toBe('MINE');
    expect(await nameNow()).toBe('周禾');
    expect((await submit(item))?.status).toBe('DUPLICATE');
  });

  it('of a part of a visit is kept as well, and the visit stands', async () => {
    const { household } = await listed(world);
    await atTheDesk({ name: '周荷' });
    const residentUpdate = { ...edit({ name: '周禾' }).residentUpdate, id: newId() };
    const { data } = await run(world, worker, SubmitVisitDocument, {
      input: visitOf(world, household, { parts: [{ residentUpdate }] }),
    });
    expect(data.submitVisit).toMatchObject({ userErrors: [], parts: [{ status: 'CONFLICT' }] });
    expect(await mine()).toEqual([residentUpdate.id]);
    expect((await resolve({ conflict: residentUpdate.id, choice: 'MINE' })).state).toBe('MINE');
    expect(await nameNow()).toBe('周禾');
  });

  it('is seen and decided by who sent it and by the community it is in, and by nobody else', async () => {
    await atTheDesk({ name: '周荷' });
    const item = edit({ name: '周禾' });
    await submit(item);
    const listIn = async (actor: Actor) => {
      const { data, errors } = await run(world, actor, ConflictsOfCommunityDocument, {
        area: world.community,
      });
      const list = data as typeof data | null;
      return list?.fieldConflicts.edges.map(({ node }) => node.id) ?? errors[0]?.extensions?.code;
    };
    expect(await listIn(staff)).toEqual([item.id]);
    expect(await listIn(worker)).toBe('NOT_FOUND');
    const other = world.actor('GRID_WORKER', world.nextGrid);
    expect(await mine(other)).toEqual([]);
    expect((await resolve({ conflict: item.id, choice: 'MINE' }, other)).error).toBe('NOT_FOUND');
    expect((await resolve({ conflict: item.id, choice: 'MINE' }, staff)).state).toBe('MINE');
    expect(await mine()).toEqual([]);
  });
});
