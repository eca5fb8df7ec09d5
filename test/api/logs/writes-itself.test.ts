import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { ID_CODES } from '../../../src/modules/cases/case-codes.rules';
import { type TableChange } from '../../../src/data/table-change';
import { LogWatchService } from '../../../src/modules/logs/log-watch.service';
import { LogRepo } from '../../../src/modules/logs/log.repo';
import { newId } from '../../../src/shared/ids';
import {
  EndResidenceDocument,
  MoveResidentDocument,
  PutBuildingDocument,
  PutCourtyardDocument,
  PutDwellingDocument,
  PutFacilityDocument,
  PutOrganisationDocument,
  PutPremisesDocument,
  RegisterHouseholdDocument,
  RegisterResidentDocument,
  SolveCaseDocument,
  SubmitVisitDocument,
  UpdateResidentDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { verifyAll } from '../../support/evidence';
import { moveCase, reportCase, slotInput } from '../../support/cases';
import { changesOf, dayOf, note, plan } from '../../support/logs';
import { courtyardInput, facilityInput, organisationInput, premisesInput } from '../../support/places';
import { home, identityNumber, livingIn, mobile, newcomer } from '../../support/residents';
import { visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

/** Does something and fails loudly when it is refused. */
async function did(world: World, actor: Actor, document: object, input: object): Promise<void> {
  const { data, errors } = await run<Record<string, { userErrors: unknown[] }> | null, never>(
    world,
    actor,
    document as never,
    { input } as never,
  );
  const refused = Object.values(data ?? {}).flatMap(({ userErrors }) => userErrors);
  if (errors.length + refused.length > 0) throw new Error(JSON.stringify([errors, refused]));
}

/** Numbers of the residents of that day, which no log may carry. */
const NUMBERS = { identityNumber: identityNumber(), phone: mobile() };

/** A day on which a grid worker does everything once or more; what the log must then say. */
async function everything(world: World, worker: Actor): Promise<Readonly<Record<string, number>>> {
  const [street, office] = [world.actor('STREET_STAFF'), world.actor('DEPARTMENT_STAFF')];
  const solved = await reportCase(world, worker);
  await did(world, worker, SolveCaseDocument, { id: newId(), caseId: solved.id, text: '当场清走。' });
  const handed = await reportCase(world, worker);
  await moveCase(world, worker, handed.id, 'escalate');
  const own = await reportCase(world, street);
  await moveCase(world, street, own.id, 'dispatch');
  await moveCase(world, office, own.id, 'accept');
  const picture = slotInput('AFTER');
  await moveCase(world, office, own.id, 'reportBack', { evidence: [picture] });
  await verifyAll(world, own.id, [picture.id]);
  await moveCase(world, street, own.id, 'close');

  const household = { id: newId(), courtyard: world.courtyard, door: '3-1-301', kind: 'FAMILY' };
  await did(world, worker, RegisterHouseholdDocument, household);
  const other = await home(world);
  const arrived = newcomer(household.id, NUMBERS);
  await did(world, worker, RegisterResidentDocument, arrived);
  const resident = arrived.id;
  await did(world, worker, UpdateResidentDocument, {
    ...{ id: newId(), resident, phone: mobile(), expectedVersion: 1 },
  });
  const move = { id: newId(), resident, household: household.id, to: other, relation: 'OTHER' };
  await did(world, worker, MoveResidentDocument, { ...move, on: '2026-05-11' });
  const end = { id: newId(), household: other, on: '2026-05-12', ending: 'MOVED_OUT' };
  await did(world, worker, EndResidenceDocument, { ...end, resident });
  const mourned = await livingIn(world, other);
  await did(world, worker, EndResidenceDocument, {
    ...{ ...end, id: newId(), resident: mourned, ending: 'DECEASED' },
  });

  for (const outcome of ['MET', 'NOT_HOME', 'REFUSED', 'REFUSED', 'MOVED'] as const)
    await did(world, worker, SubmitVisitDocument, visitOf(world, other, { outcome }));

  const { courtyard } = world;
  await did(world, worker, PutCourtyardDocument, courtyardInput(world));
  await did(world, worker, PutBuildingDocument, {
    ...{ courtyard, number: '1', units: 1, floors: 6, hasLift: false },
  });
  await did(world, worker, PutDwellingDocument, {
    ...{ courtyard, building: '1', unit: '1', room: '101', squareMetres: 70, use: 'OWNER_OCCUPIED' },
  });
  await did(world, worker, PutOrganisationDocument, organisationInput(world));
  const premises = premisesInput(world);
  await did(world, worker, PutPremisesDocument, premises);
  await did(world, worker, PutPremisesDocument, { ...premises, name: '沙河小舍', expectedVersion: 1 });
  const facility = facilityInput(world);
  await did(world, worker, PutFacilityDocument, facility);
  await did(world, worker, PutFacilityDocument, { ...facility, state: 'INTACT', expectedVersion: 1 });
  return {
    ...{ VISIT_MET: 1, VISIT_NOT_HOME: 1, VISIT_REFUSED: 2, VISIT_MOVED: 1 },
    ...{ CASE_REPORTED: 2, CASE_SOLVED: 1, CASE_ESCALATED: 1, HOUSEHOLD_REGISTERED: 1 },
    ...{ RESIDENT_REGISTERED: 1, RESIDENT_CHANGED: 1, RESIDENT_MOVED: 1, RESIDENT_MOVED_OUT: 1 },
    ...{ RESIDENT_DECEASED: 1, PLACE_REGISTERED: 5, PLACE_CHANGED: 1 },
    ...{ FACILITY_REGISTERED: 1, FACILITY_CHANGED: 1 },
  };
}

const countsIn = ({ counts }: { counts: readonly { kind: string; count: number }[] }) =>
  Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));

describe('the log of a day', () => {
  let world: World;
  let worker: Actor;
  let expected: Readonly<Record<string, number>>;
  let changes: TableChange[];
  beforeAll(async () => {
    world = await makeWorld({ ownTable: true, stream: true });
    worker = world.actor('GRID_WORKER', undefined, '王芳');
    expected = await everything(world, worker);
    changes = await changesOf(world);
    await world.services.logWatch.observe(changes);
  }, 180_000);

  it('writes itself: every number is the number of records that were made', async () => {
    const day = await dayOf(world, worker);
    expect(countsIn(day)).toEqual(expected);
    expect(day.items).toHaveLength(Object.values(expected).reduce((sum, count) => sum + count, 0));
  });

  it('tells of each what it was, when, where and which record, and names no resident', async () => {
    const { items } = await dayOf(world, worker);
    const [first] = items.filter(({ kind }) => kind === 'CASE_REPORTED');
    expect(first).toMatchObject({
      ...{ area: world.grid, text: 'reported a case', by: { id: worker.id, name: '王芳' } },
      ...{ at: '2026-05-12T02:30:00.000Z', record: { type: 'CASE' }, linked: null },
    });
    expect(items.find(({ kind }) => kind === 'RESIDENT_REGISTERED')?.record?.type).toBe('RESIDENT');
    expect(items.find(({ kind }) => kind === 'FACILITY_CHANGED')?.record?.type).toBe('FACILITY');
    const { table } = world.foundation;
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `LOG#${worker.id}` },
      }),
    );
    expect(Items).toHaveLength(items.length);
    const kept = JSON.stringify(Items);
    expect(kept).not.toMatch(/彭|晓丽|测试者|沙河|路灯|\*/);
    for (const number of Object.values(NUMBERS)) expect(kept).not.toContain(number);
  });

  it('has what those above and beside did in their own logs: the street’s dispatch, the department’s handling', async () => {
    const { data } = await world.foundation.table.client
      .send(
        new QueryCommand({
          TableName: world.foundation.table.name,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk',
          ExpressionAttributeValues: { ':pk': `LOGS#${world.community}` },
        }),
      )
      .then(({ Items = [] }) => ({ data: Items.map(({ row }) => (row as { k: string }).k) }));
    expect(data).toEqual(
      expect.arrayContaining(['CASE_DISPATCHED', 'CASE_ACCEPTED', 'CASE_REPORTED_BACK', 'CASE_CLOSED']),
    );
  });

  it('is the same from its first line on whatever is told twice, late or in another order', async () => {
    const before = await dayOf(world, worker);
    const watch = new LogWatchService(new LogRepo(world.foundation.table));
    const again = fc.subarray(changes);
    const order = again.chain((twice) => {
      const told = [...changes, ...twice];
      return fc.shuffledSubarray(told, { minLength: told.length });
    });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 100 }), async (told, batch) => {
        // Each run is told of somebody who has no log yet.
        const fresh = { ...worker, id: newId() };
        const [was, is] = [worker.id, fresh.id].map(ID_CODES.short) as [string, string];
        const text = JSON.stringify(told).replaceAll(worker.id, fresh.id).replaceAll(was, is);
        const retold = JSON.parse(text) as TableChange[];
        for (let start = 0; start < retold.length; start += batch)
          await watch.observe(retold.slice(start, start + batch));
        const day = await dayOf(world, fresh);
        expect(JSON.parse(JSON.stringify(day).replaceAll(fresh.id, worker.id))).toEqual(before);
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  it('has nothing of a resident’s reports, of imports, nor of what a case says later', async () => {
    const own = await makeWorld({ ownTable: true, stream: true });
    const resident = own.actor('RESIDENT');
    await reportCase(own, resident);
    await livingIn(own, await home(own));
    const clerk = own.actor('STREET_STAFF');
    await own.services.facilities.importFacilities(clerk, [facilityInput(own) as never]);
    await own.services.logWatch.observe(await changesOf(own));
    const { Items = [] } = await own.foundation.table.client.send(
      new QueryCommand({
        TableName: own.foundation.table.name,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': `LOGS#${own.community}` },
      }),
    );
    expect(Items).toEqual([]);
  });

  it('has notes and settled plans beside, in the order of the day, and counts them the same way', async () => {
    const own = await makeWorld();
    const somebody = own.actor('GRID_WORKER');
    await note(own, somebody, { kind: 'ERRAND', at: '2026-05-12T01:00:00.000Z' });
    await note(own, somebody);
    await plan(own, somebody);
    const day = await dayOf(own, somebody);
    expect(day.items.map(({ kind }) => kind)).toEqual(['ERRAND', 'NEED']);
    expect(countsIn(day)).toEqual({ NEED: 1, ERRAND: 1 });
  });
});
