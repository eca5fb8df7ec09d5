import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  type AmendApplicationInput,
  type FieldItemInput,
  type MoveApplicationInput,
  SubmitFieldBatchDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { amend, offeredIn, onBehalf, ORIGINALS, ready, shown } from '../../support/applications';
import { readsOf } from '../../support/logs';
import { dispute, followUpInput, mediate, sessionInput, without } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { somebody } from '../../support/privacy';
import { type World } from '../../support/world';

let world: World;
let table: MemoryTable;
let worker: Actor;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  worker = world.actor('GRID_WORKER');
});

type Given = Partial<FieldItemInput> & { id: string };
const submit = async (items: readonly Given[], actor = worker) => {
  const input = { items: items.map((item) => ({ after: [], ...item })) };
  const { data } = await run(world, actor, SubmitFieldBatchDocument, { input });
  return data.submitFieldBatch.answers ?? [];
};
const told = async (items: readonly Given[], actor = worker) =>
  (await submit(items, actor)).map(({ status, userErrors }) => userErrors[0]?.code ?? status);
const amendment = (
  application: string,
  after: string[],
  more: Partial<AmendApplicationInput> = {},
): Given => {
  const id = newId();
  const input = { id, application, expectedVersion: 1, materials: ORIGINALS, ...more };
  return { id, after, applicationAmendment: input };
};
const moved = (
  application: string,
  after: string[],
  move: MoveApplicationInput['move'] = 'SUBMIT',
  expectedVersion = 1,
): Given => {
  const id = newId();
  return { id, after, applicationMove: { id, application, expectedVersion, move } };
};

describe('an application made without a signal', () => {
  let opened: Given;
  beforeEach(async () => {
    const application = onBehalf(world, await offeredIn(world), await somebody(world));
    opened = { id: application.id, application };
  });

  it('is opened, gets its materials and is submitted, whatever the order in which it comes home, and once', async () => {
    const materials = amendment(opened.id, []);
    const submitted = moved(opened.id, [materials.id]);
    const answers = await submit([submitted, materials, opened]);
    expect(answers).toMatchObject([
      { status: 'APPLIED', version: 3, record: { type: 'APPLICATION', id: opened.id } },
      { status: 'APPLIED', version: 2 },
      { status: 'APPLIED', version: 1, application: { state: 'DRAFT' } },
    ]);
    const everything = table.everything();
    expect(await told([opened, submitted, materials])).toEqual(Array(3).fill('DUPLICATE'));
    expect(table.everything()).toEqual(everything);
    expect(await shown(world, worker, opened.id)).toMatchObject({ version: 3, state: 'SUBMITTED' });
  });

  it('waits for what it was made on top of', async () => {
    const materials = amendment(opened.id, []);
    const submitted = moved(opened.id, [materials.id]);
    expect(await told([opened, submitted])).toEqual(['APPLIED', 'TRY_AGAIN']);
    expect(await told([materials, submitted])).toEqual(['APPLIED', 'APPLIED']);
  });

  it('collides with what somebody else did meanwhile, and is kept for its sender alone until they decide', async () => {
    expect(await told([opened])).toEqual(['APPLIED']);
    await amend(world, worker, { application: opened.id, expectedVersion: 1, materials: ORIGINALS });
    const late = amendment(opened.id, [], { materials: [{ code: 'PHOTO', seen: true }] });
    expect(await submit([late])).toMatchObject([
      { status: 'CONFLICT', version: 2, conflict: { id: late.id, state: 'OPEN' } },
    ]);
    const of = async (actor: Actor, area?: string) =>
      (await world.services.conflicts.open(actor, area, { first: 10 })).rows.map(({ row }) => row.id);
    expect(await of(worker)).toEqual([late.id]);
    expect(await of(world.actor('COMMUNITY_STAFF'), world.community)).toEqual([]);
  });

  it('is refused where it lacks something, is somebody else’s, or is not for the worker to decide', async () => {
    const other = world.actor('GRID_WORKER');
    expect(await told([opened, moved(opened.id, [])])).toEqual(['APPLIED', 'APPLICATION_MATERIAL_MISSING']);
    expect(await told([moved(opened.id, [])], other)).toEqual(['ITEM_NOT_FOUND']);
    expect(await told([moved(opened.id, [], 'ACCEPT')])).toEqual(['APPLICATION_NOT_YOURS']);
    expect(await told([opened], world.actor('SECONDARY_WORKER'))).toEqual(['FIELD_ITEM_NOT_YOURS']);
    const consent = { way: 'SPOKEN' as const, at: '2026-01-01T00:00:00.000Z' };
    const old = { id: newId() };
    const application = {
      ...onBehalf(world, await offeredIn(world), await somebody(world)),
      ...old,
      consent,
    };
    expect(await told([{ ...old, application }])).toEqual(['CONSENT_INVALID']);
  });

  it('is noted as brought to the door, once, though it is the worker’s no more afterwards', async () => {
    const id = await ready(world);
    const brought = moved(id, [], 'BRING', 5);
    const carrier = world.actor('GRID_WORKER');
    expect(await told([brought], carrier)).toEqual(['APPLIED']);
    expect(await told([brought], carrier)).toEqual(['DUPLICATE']);
    expect(await shown(world, world.actor('COMMUNITY_STAFF'), id)).toMatchObject({ state: 'COLLECTED' });
  });
});

describe('a mediation recorded without a signal', () => {
  const session = (input: ReturnType<typeof sessionInput>, after: string[] = []): Given => ({
    ...{ id: input.id, after, mediation: input },
  });
  const visit = (input: ReturnType<typeof followUpInput>, after: string[] = []): Given => ({
    ...{ id: input.id, after, mediationFollowUp: input },
  });

  it('brings home an adjourned session, the agreement, and what its follow-up found, in any order, and once', async () => {
    const caseId = await dispute(world);
    const adjourned = session(without(world, caseId, 'ADJOURNED'));
    const agreed = session(sessionInput(world, caseId, { parties: [] }), [adjourned.id]);
    const held = visit(followUpInput(world, caseId, { expectedVersion: 0 }), [adjourned.id, agreed.id]);
    expect(await submit([held, agreed, adjourned])).toMatchObject([
      { status: 'APPLIED', version: 3, record: { type: 'MEDIATION', id: caseId }, case: { id: caseId } },
      { status: 'APPLIED', version: 2 },
      { status: 'APPLIED', version: 1 },
    ]);
    const everything = table.everything();
    expect(await told([held, adjourned, agreed])).toEqual(Array(3).fill('DUPLICATE'));
    expect(table.everything()).toEqual(everything);
  });

  it('collides with a session that somebody else recorded meanwhile, until a person decides on what they saw', async () => {
    const caseId = await dispute(world);
    await mediate(world, world.actor('COMMUNITY_STAFF'), without(world, caseId, 'ADJOURNED'));
    const late = session(sessionInput(world, caseId, { parties: [] }));
    expect(await submit([late])).toMatchObject([
      { status: 'CONFLICT', version: 1, conflict: { id: late.id } },
    ]);
    const occasion = { actor: worker, reads: readsOf(world), language: 'en' as const };
    const decision = { id: newId(), conflict: late.id, choice: 'MINE' as const, seenVersion: 1 };
    const { conflict } = await world.services.conflictDecisions.resolve(occasion, decision);
    expect(conflict.state).toBe('MINE');
    expect(await told([late])).toEqual(['DUPLICATE']);
  });

  it('is refused by itself where the case is no dispute of the worker’s, or nothing was agreed to follow up', async () => {
    const caseId = await dispute(world);
    expect(await told([visit(followUpInput(world, caseId, { expectedVersion: 0 }))])).toEqual([
      'FOLLOW_UP_UNKNOWN',
    ]);
    const unknown = session(sessionInput(world, newId()));
    const mine = session(sessionInput(world, caseId));
    expect(await told([unknown, mine])).toEqual(['ITEM_NOT_FOUND', 'APPLIED']);
  });
});
