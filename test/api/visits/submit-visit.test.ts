import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  CasePageDocument,
  LogEntryPageDocument,
  ResidentPageDocument,
  SubmitVisitDocument,
  type SubmitVisitInput,
  type VisitPartInput,
  VisitPageDocument,
  VisitsAtDoorDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { slotInput } from '../../support/cases';
import { identityNumber, livingIn, mobile, newcomer } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

let world: World;
let worker: Actor;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
});

const send = async (input: SubmitVisitInput, actor = worker) => {
  const { data, errors } = await run(world, actor, SubmitVisitDocument, { input });
  const refused = data as typeof data | null;
  return { ...refused?.submitVisit, errors };
};
const hazard = (more: object = {}) => ({
  ...{ id: newId(), category: 'FIRE_HAZARD', text: '楼道堆物', place: {}, urgency: 'NORMAL' as const },
  ...{ evidence: [], ...more },
});
const update = (resident: string, more: object = {}) => ({
  ...{ id: newId(), resident, expectedVersion: 1, phone: mobile() },
  ...more,
});
const knownAlready = (parts: Awaited<ReturnType<typeof send>>['parts']) =>
  parts?.map((part) => ({ ...part, status: 'DUPLICATE' }));
const versionOf = async (id: string) =>
  (await run(world, worker, ResidentPageDocument, { id })).data.resident?.version;

describe('a visit', () => {
  it('is one knock at one door: who, when, where, what came of it, with pictures to follow', async () => {
    const { household, resident } = await listed(world);
    const [latitude, longitude] = [30.671234, 104.112345];
    const input = visitOf(world, household, {
      ...{ met: [resident], note: '一切都好', nextOn: '2026-05-20', evidence: [slotInput()] },
      point: { latitude, longitude, datum: 'WGS84' },
    });
    const done = await send(input);
    expect(done).toMatchObject({
      userErrors: [],
      errors: [],
      next: { dueOn: '2026-05-20', seenOn: '2026-05-12' },
    });
    const { data } = await run(world, worker, VisitPageDocument, { id: input.id });
    expect(data.visit).toMatchObject({
      ...{ household, outcome: 'MET', met: [resident], note: '一切都好', by: { name: worker.name } },
      ...{ point: { latitude, longitude }, evidence: [{ status: 'AWAITED' }], parts: [] },
    });
    const door = (await run(world, worker, VisitsAtDoorDocument, { household })).data.household;
    expect(door).toMatchObject({
      ...{
        nextVisit: { dueOn: '2026-05-20' },
        visits: { edges: [{ node: { id: input.id, outcome: 'MET' } }] },
      },
    });
  });

  it('keeps a point of a phone in WGS 84', async () => {
    const { household } = await listed(world);
    const point = { latitude: 30.67, longitude: 104.11, datum: 'GCJ02' } as const;
    const input = visitOf(world, household, { point });
    await send(input);
    const kept = (await run(world, worker, VisitPageDocument, { id: input.id })).data.visit?.point;
    expect(kept?.longitude).not.toBe(point.longitude);
    expect(Math.abs((kept?.longitude ?? 0) - point.longitude)).toBeLessThan(0.01);
  });

  it('shows those at a door newest first, page by page', async () => {
    const { household } = await listed(world);
    const ids = [];
    for (const day of ['09', '11', '10']) {
      const input = visitOf(world, household, { at: `2026-05-${day}T02:00:00.000Z` });
      ids.push(input.id);
      await send(input);
    }
    const [first, third, second] = ids;
    const page = async (after?: string) =>
      (await run(world, worker, VisitsAtDoorDocument, { household, first: 2, after })).data.household?.visits;
    const one = await page();
    const two = await page(one?.pageInfo.endCursor ?? '');
    expect([one, two].flatMap((each) => each?.edges.map(({ node }) => node.id))).toEqual([
      third,
      second,
      first,
    ]);
  });

  it.each([
    ['in the future', { at: '2026-05-12T03:30:00.000Z' }, 'VISIT_TIME_INVALID'],
    ['too long ago', { at: '2026-04-01T03:30:00.000Z' }, 'VISIT_TIME_INVALID'],
    ['with people met where nobody was home', { outcome: 'NOT_HOME', met: [newId()] }, 'VISIT_MET_INVALID'],
    ['with a number in its note', { note: '电话 13812345678' }, 'NUMBER_IN_TEXT'],
    ['with a next day before it', { nextOn: '2026-05-12' }, 'VISIT_NEXT_INVALID'],
    ['with a next day too far ahead', { nextOn: '2026-12-12' }, 'VISIT_NEXT_INVALID'],
    ['with an id that is none', { id: 'x' }, 'ID_INVALID'],
    ['with a part that is nothing', { parts: [{}] }, 'VISIT_PART_INVALID'],
    [
      'with a part that is two things',
      { parts: [{ case: hazard(), residentUpdate: update('r') }] },
      'VISIT_PART_INVALID',
    ],
    [
      'with too many parts',
      { parts: Array.from({ length: 21 }, () => ({ case: hazard() })) },
      'VISIT_PARTS_TOO_MANY',
    ],
  ])('is refused %s, with all its parts', async (_what, more, code) => {
    const { household } = await listed(world);
    const part = { case: hazard() };
    const input = visitOf(world, household, { parts: [part], ...(more as Partial<SubmitVisitInput>) });
    expect(await send(input)).toMatchObject({ visit: null, parts: null, userErrors: [{ code }] });
    const seen = await run(world, worker, CasePageDocument, { id: part.case.id });
    expect(seen.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('is nobody’s who does not answer for the door', async () => {
    const { household } = await listed(world);
    const strangers = [
      world.actor('GRID_WORKER', world.nextGrid),
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
    ];
    for (const stranger of strangers) {
      const { errors } = await send(visitOf(world, household), stranger);
      expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    const input = visitOf(world, household);
    await send(input);
    const seen = await run(world, strangers[0], VisitPageDocument, { id: input.id });
    expect(seen.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const secondary = await send(visitOf(world, household), world.actor('SECONDARY_WORKER'));
    expect(secondary.userErrors).toEqual([]);
  });
});

describe('what a visit brings home', () => {
  it('is divided: people are changed and put on file, a case goes to whoever holds it, each answered by itself', async () => {
    const { household, resident } = await listed(world);
    const child = newcomer(household, {
      relation: 'CHILD',
      name: '小满',
      identityNumber: identityNumber('2019-05-01'),
    });
    const report = hazard();
    const parts: VisitPartInput[] = [
      { residentUpdate: update(resident) },
      { newResident: { ...child, beginning: 'RECORDED' } as never },
      { case: report },
    ];
    const done = await send(visitOf(world, household, { met: [resident], parts }));
    expect(done.parts).toMatchObject([
      { kind: 'RESIDENT_UPDATE', status: 'APPLIED', resident: { id: resident, version: 2 }, userErrors: [] },
      { kind: 'NEW_RESIDENT', status: 'APPLIED', resident: { id: child.id, version: 1 } },
      {
        kind: 'CASE',
        id: report.id,
        status: 'APPLIED',
        case: { state: 'REPORTED', holder: { name: expect.any(String) } },
      },
    ]);
    // The case had no place of its own: it is at the door.
    const { data } = await run(world, worker, CasePageDocument, { id: report.id });
    expect(data.case).toMatchObject({ address: expect.stringContaining('一号院') });
  });

  it('has needs and wishes in the work log, about the household and at that time', async () => {
    const { household } = await listed(world);
    const note = { id: newId(), kind: 'NEED' as const, text: '想问医保转移怎么办。', evidence: [] };
    const input = visitOf(world, household, { at: '2026-05-11T02:00:00.000Z', parts: [{ note }] });
    const first = await send(input);
    expect(first.parts).toMatchObject([
      { kind: 'NOTE', status: 'APPLIED', entry: { id: note.id, kind: 'NEED' } },
    ]);
    expect((await send(input)).parts).toEqual(knownAlready(first.parts));
    const { data } = await run(world, worker, LogEntryPageDocument, { id: note.id });
    expect(data.logEntry).toMatchObject({ at: '2026-05-11T02:00:00.000Z' });
    const reads = createCollectionReader(world.foundation.table);
    const kept = await world.services.logEntries.get(worker, reads, note.id);
    expect(kept).toMatchObject({ household, visit: input.id, area: world.courtyard });
  });

  it('is the same when it is sent again, and nothing is doubled', async () => {
    const { household, resident } = await listed(world);
    const parts = [{ residentUpdate: update(resident) }, { case: hazard() }];
    const input = visitOf(world, household, { parts });
    const first = await send(input);
    const again = await Promise.all([send(input), send(input), send(input)]);
    for (const each of again) expect(each.parts).toEqual(knownAlready(first.parts));
    for (const each of again) expect(each.visit?.id).toBe(first.visit?.id);
    expect(await versionOf(resident)).toBe(2);
  });

  it('is refused whole where the same id comes with other content: no part of it is done', async () => {
    const { household, resident } = await listed(world);
    const input = visitOf(world, household);
    await send(input);
    const other = { ...input, parts: [{ residentUpdate: update(resident) }] };
    expect(await send(other)).toMatchObject({ parts: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await versionOf(resident)).toBe(1);
  });

  it('loses nothing by one bad part, whichever it is', async () => {
    const { household, resident } = await listed(world);
    const parts = [
      { residentUpdate: update(resident, { phone: '12' }) },
      { residentUpdate: update(newId()) },
      { case: hazard({ category: 'NONE' }) },
      { residentUpdate: update(resident) },
      { case: hazard() },
    ];
    const done = await send(visitOf(world, household, { parts }));
    expect(done.parts?.map(({ status, userErrors }) => [status, userErrors[0]?.code])).toEqual([
      ['REJECTED', 'PHONE_INVALID'],
      ['REJECTED', 'ITEM_NOT_FOUND'],
      ['REJECTED', 'CATEGORY_UNKNOWN'],
      ['APPLIED', undefined],
      ['APPLIED', undefined],
    ]);
    expect(done.userErrors).toEqual([]);
  });

  it('takes in several about one household, one after the other', async () => {
    const { household, resident } = await listed(world);
    const others = [await livingIn(world, household), await livingIn(world, household)];
    const parts = [resident, ...others].map((each) => ({ residentUpdate: update(each) }));
    const done = await send(visitOf(world, household, { parts }));
    expect(done.parts?.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
  });

  it('costs three round trips with three parts', async () => {
    const { household, resident } = await listed(world);
    const parts = [{ residentUpdate: update(resident) }, { case: hazard() }, { case: hazard() }];
    const input = visitOf(world, household, { met: [resident], parts });
    world.meter.reset();
    const done = await send(input);
    expect(done.parts?.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(world.meter.waves).toBeLessThanOrEqual(3);
  });
});
