import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  CasePageDocument,
  HouseholdPageDocument,
  LogEntryPageDocument,
  ResidentPageDocument,
  type FieldItemInput,
  SubmitFieldBatchDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { slotInput } from '../../support/cases';
import { inspectionInput, premisesFile } from '../../support/inspections';
import { home, livingIn, mobile } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

let world: World;
let worker: Actor;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
});

type Given = Partial<FieldItemInput> & { id: string };
const submit = async (items: readonly Given[], actor = worker) => {
  const { data, errors } = await run(world, actor, SubmitFieldBatchDocument, {
    input: { items: items.map((item) => ({ after: [], ...item })) },
  });
  return { ...(data as typeof data | null)?.submitFieldBatch, errors };
};
const statuses = async (items: readonly Given[], actor = worker) =>
  (await submit(items, actor)).answers?.map(({ status }) => status);
const codes = async (items: readonly Given[], actor = worker) =>
  (await submit(items, actor)).answers?.map(({ userErrors }) => userErrors[0]?.code);

/** Items with their inputs, as a phone makes them: the id of the item is that of the request. */
const caseItem = (more: object = {}): Given => {
  const id = newId();
  const place = { area: world.courtyard };
  const report = { id, category: 'FIRE_HAZARD', text: '楼道堆物', place, urgency: 'NORMAL' as const };
  return { id, case: { ...report, evidence: [], ...more } };
};
const updateItem = (resident: string, more: object = {}): Given => {
  const id = newId();
  return { id, residentUpdate: { id, resident, expectedVersion: 1, ...more } };
};
const newcomerItem = (household: string, more: object = {}): Given => {
  const id = newId();
  const who = { name: '林晓', kind: 'FLOATING' as const, relation: 'TENANT' as const, from: '2026-01-01' };
  return { id, newResident: { id, household, ...who, beginning: 'RECORDED', ...more } };
};
const householdItem = (): Given => {
  const id = newId();
  const door = `9-9-${String(Math.floor(Math.random() * 9000) + 100)}`;
  return { id, newHousehold: { id, courtyard: world.courtyard, door, kind: 'FAMILY' } };
};
const noteItem = (more: object = {}): Given => {
  const id = newId();
  return { id, note: { id, kind: 'NEED', text: '想装一个扶手', evidence: [], ...more } };
};

describe('a batch from the field', () => {
  it('is answered item by item: new, known already, refused', async () => {
    const [hazard, unknown] = [caseItem(), caseItem({ category: 'NO_SUCH_THING' })];
    expect(await statuses([hazard, unknown])).toEqual(['APPLIED', 'REJECTED']);
    expect(await statuses([unknown, hazard])).toEqual(['REJECTED', 'DUPLICATE']);
    expect(await codes([unknown])).toEqual(['CATEGORY_UNKNOWN']);
  });

  it('may come in any order: what mentions another waits for it', async () => {
    const household = householdItem();
    const [mother, child] = [newcomerItem(household.id, { relation: 'HEAD' }), newcomerItem(household.id)];
    const phone = updateItem(child.id, { phone: mobile() });
    const visit = { id: newId() };
    const items = [
      { ...visit, visit: { ...visitOf(world, household.id, { met: [child.id] }), ...visit } },
      ...[phone, child, mother, household],
    ];
    expect(await statuses(items)).toEqual(Array(5).fill('APPLIED'));
    const { data } = await run(world, worker, HouseholdPageDocument, { id: household.id });
    expect(data.household?.memberCount).toBe(2);
    expect(await statuses([...items].reverse())).toEqual(Array(5).fill('DUPLICATE'));
  });

  it('takes many changes of one household side by side without a false conflict', async () => {
    const household = await home(world);
    const known: string[] = [];
    for (let count = 0; count < 6; count += 1)
      known.push(await livingIn(world, household, { relation: 'TENANT' }));
    const items = [
      ...known.map((resident) => updateItem(resident, { phone: mobile() })),
      ...Array.from({ length: 6 }, () => newcomerItem(household)),
    ];
    expect(await statuses(items)).toEqual(Array(12).fill('APPLIED'));
    const { data } = await run(world, worker, HouseholdPageDocument, { id: household });
    expect(data.household?.memberCount).toBe(12);
  });

  it('answers with the version on which the next edit is based, and the record as it stands', async () => {
    const resident = await livingIn(world, await home(world), { relation: 'HEAD' });
    const { answers } = await submit([updateItem(resident, { name: '周小禾' })]);
    expect(answers?.[0]).toMatchObject({
      ...{ status: 'APPLIED', version: 2, record: { type: 'RESIDENT', id: resident } },
      resident: { name: '周小禾', version: 2 },
    });
  });

  it('takes one’s own edits on top of each other for no conflict, though none was answered', async () => {
    const resident = await livingIn(world, await home(world), { relation: 'HEAD' });
    const first = updateItem(resident, { phone: mobile() });
    const second = { ...updateItem(resident, { phone: mobile() }), after: [first.id] };
    const third = { ...updateItem(resident, { phone: mobile() }), after: [first.id, second.id] };
    expect(await statuses([third, first, second])).toEqual(Array(3).fill('APPLIED'));
    expect(await statuses([second, third])).toEqual(['DUPLICATE', 'DUPLICATE']);
  });

  it('refuses an item that is nothing, two things, or without an id of its own, and no other', async () => {
    const good = caseItem();
    const id = newId();
    const two = { ...caseItem(), note: noteItem().note };
    const strange = { ...caseItem(), id };
    expect(await codes([good, { id }, two, strange, { ...caseItem(), id: 'x' }])).toEqual([
      undefined,
      ...Array<string>(4).fill('FIELD_ITEM_INVALID'),
    ]);
  });

  it('refuses more than a hundred items, whole', async () => {
    const { answers, userErrors } = await submit(Array.from({ length: 101 }, () => caseItem()));
    expect({ answers, code: userErrors?.[0]?.code }).toEqual({
      answers: null,
      code: 'FIELD_BATCH_TOO_LARGE',
    });
  });

  it('lets nobody do by a batch what they may not do alone', async () => {
    const resident = await livingIn(world, await home(world), { relation: 'HEAD' });
    const item = updateItem(resident, { name: '某某' });
    expect(await codes([item], world.actor('DEPARTMENT_STAFF'))).toEqual(['FIELD_ITEM_NOT_YOURS']);
    const stranger = world.actor('GRID_WORKER', world.nextGrid);
    expect(await codes([item], stranger)).toEqual(['ITEM_NOT_FOUND']);
    expect((await run(world, worker, ResidentPageDocument, { id: resident })).data.resident?.version).toBe(1);
  });

  it('opens the slots of pictures that follow', async () => {
    const slot = slotInput();
    const hazard = caseItem({ evidence: [slot] });
    expect(await statuses([hazard])).toEqual(['APPLIED']);
    const { data } = await run(world, worker, CasePageDocument, { id: hazard.id });
    expect(data.case?.evidence).toMatchObject([{ id: slot.id, status: 'AWAITED' }]);
  });

  it('takes an inspection of premises that are new, in any order, each failed item a case of its own', async () => {
    const premises = newId();
    const put = {
      id: premises,
      area: world.courtyard,
      name: '河畔饭庄',
      kind: 'RIVERSIDE_RESTAURANT' as const,
    };
    const inspection = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
    const items: Given[] = [
      { id: inspection.id, inspection },
      { id: premises, premises: { ...put, address: '沙河路 1 号', equipment: [], pollutionSources: [] } },
    ];
    const { answers } = await submit(items);
    expect(answers?.map(({ kind, status }) => [kind, status])).toEqual([
      ['INSPECTION', 'APPLIED'],
      ['PREMISES', 'APPLIED'],
    ]);
    const cases = inspection.answers.flatMap(({ caseId }) => caseId ?? []);
    expect(answers?.[0]?.findings?.map(({ case: found }) => found?.id)).toEqual(cases);
    expect(await statuses(items)).toEqual(['DUPLICATE', 'DUPLICATE']);
    const file = await premisesFile(world, worker, premises);
    expect(file.openFindings.map(({ item }) => item).sort()).toEqual(['PURIFIER_RUNNING', 'RIVER_COLOUR']);
  });

  it('takes a note, its change, a plan, a round and a tier together', async () => {
    const { household } = await listed(world);
    const note = noteItem({ household });
    const change = newId();
    const [plan, round, end, tier] = [newId(), newId(), newId(), newId()];
    const items: Given[] = [
      { id: change, noteChange: { id: change, entry: note.id, text: '想装两个扶手' } },
      note,
      { id: plan, plan: { id: plan, kind: 'WORK', text: '带扶手的图样去', household } },
      { id: end, roundEnd: { round, at: new Date(world.clock.now().getTime() + 1000).toISOString() } },
      { id: round, roundStart: { id: round, at: world.clock.now().toISOString() } },
      { id: tier, visitTier: { id: tier, household, tier: 'KEY' } },
    ];
    const first = await submit(items);
    expect(first.answers?.map(({ status, userErrors }) => [status, userErrors])).toEqual(
      items.map(() => ['APPLIED', []]),
    );
    const { data } = await run(world, worker, LogEntryPageDocument, { id: note.id });
    expect(data.logEntry?.text).toBe('想装两个扶手');
    expect(await statuses(items)).toEqual(items.map(() => 'DUPLICATE'));
  });
});
