import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  AddLogEntryDocument,
  ChangeLogEntryDocument,
  CommentOnLogDocument,
  LogEntryPageDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { slotInput } from '../../support/cases';
import { dayOf, note, noteInput, readsOf, workerOnRecord } from '../../support/logs';
import { home } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

const DAY = 24 * 3_600_000;

describe('a note in a work log', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = await workerOnRecord(world);
  });

  const add = async (input: object, actor = worker) => {
    const { data, errors } = await run(world, actor, AddLogEntryDocument, { input: input as never });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.addLogEntry;
  };
  const refusal = async (input: object, actor = worker) =>
    (await add({ ...noteInput(), ...input }, actor)).userErrors.map(({ code, path }) => [code, ...path]);
  const change = async (input: object, actor = worker) => {
    const { data } = await run(world, actor, ChangeLogEntryDocument, {
      input: { id: newId(), ...input } as never,
    });
    return data.changeLogEntry;
  };
  const comment = async (input: object, actor = world.actor('COMMUNITY_STAFF')) => {
    const { data } = await run(world, actor, CommentOnLogDocument, {
      input: { id: newId(), text: '请约时间上门。', ...input } as never,
    });
    return data.commentOnLog;
  };
  const page = async (id: string, actor = worker) => {
    const { data, errors } = await run(world, actor, LogEntryPageDocument, { id });
    return (
      (data as typeof data | undefined)?.logEntry ?? errors.map(({ extensions }) => extensions?.code).join()
    );
  };

  it('is taken in once, however often it is sent, and refused with other content', async () => {
    const input = noteInput();
    const first = await add(input);
    expect(first.entry).toMatchObject({ id: input.id, version: 1, kind: 'NEED', area: world.grid });
    world.clock.advance(3_000);
    expect(await add(input)).toEqual(first);
    expect((await add({ ...input, text: '别的' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await add(input, world.actor('GRID_WORKER'))).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await dayOf(world, worker)).items).toHaveLength(1);
  });

  it('lies where it is said, else at the household’s door, the point, or in one’s own grid', async () => {
    const household = await home(world);
    expect(await note(world, worker)).toMatchObject({ area: world.grid });
    expect(await note(world, worker, { area: world.courtyard })).toMatchObject({
      areaNames: ['某区', '某街道', '某社区', '第一网格', '一号院'],
    });
    expect(await note(world, worker, { household })).toMatchObject({ area: world.courtyard, household });
    const point = { ...world.point, datum: 'WGS84' as const };
    expect(await note(world, worker, { point })).toMatchObject({ area: world.grid });
    const gcj = { latitude: 30.677, longitude: 104.1125, datum: 'GCJ02' as const };
    const entry = await note(world, worker, { area: world.grid, point: gcj });
    const { point: stored } = (await page(entry.id)) as { point: { longitude: number } };
    // GCJ-02 lies about 250 m east of WGS 84 in Chengdu.
    expect(gcj.longitude - stored.longitude).toBeGreaterThan(0.002);
  });

  it('is of one’s own area and people', async () => {
    const foreign = await home(world, `${world.foreignGrid}001`).catch(() => undefined);
    expect(await refusal({ area: world.nextGrid })).toEqual([['OUT_OF_AREA', 'area']]);
    expect(await refusal({ area: world.community })).toEqual([['AREA_UNKNOWN', 'area']]);
    expect(await refusal({ area: `${world.grid}999` })).toEqual([['AREA_UNKNOWN', 'area']]);
    expect(await refusal({ household: foreign ?? newId() })).toEqual([['NOT_FOUND', 'household']]);
    expect(await refusal({ point: { ...world.foreignPoint, datum: 'WGS84' } })).toEqual([
      ['OUT_OF_AREA', 'area'],
    ]);
    expect(await refusal({}, world.actor('COMMUNITY_STAFF'))).toEqual([['PLACE_REQUIRED', 'area']]);
  });

  it('carries no number of anybody, and tells of no time to come', async () => {
    expect(await refusal({ text: '老人电话 13800001234' })).toEqual([['NUMBER_IN_TEXT', 'text']]);
    expect(await refusal({ at: '2026-05-13T00:00:00Z' })).toEqual([['LOG_TIME_INVALID', 'at']]);
    expect(await refusal({ at: '2026-05-01T00:00:00Z' })).toEqual([['LOG_TIME_INVALID', 'at']]);
    expect(await refusal({ id: 'x' })).toEqual([['ID_INVALID', 'id']]);
    expect(await refusal({ visit: 'x' })).toEqual([['ID_INVALID', 'visit']]);
    expect(await refusal({ kind: 'COURTYARD_MEETING' })).toEqual([['MEETING_FACTS_NEEDED', 'meeting']]);
  });

  it('made without a signal lies on the day it happened, and its lost answer is given again after weeks', async () => {
    const input = noteInput({ at: '2026-05-10T15:30:07.900Z' });
    const { entry } = await add(input);
    expect(entry?.at).toBe('2026-05-10T15:30:07.000Z');
    expect((await dayOf(world, worker, '2026-05-10')).items).toMatchObject([{ id: input.id }]);
    expect((await dayOf(world, worker)).items).toEqual([]);
    world.clock.advance(30 * DAY);
    expect((await add(input)).entry).toMatchObject({ id: input.id, version: 1 });
  });

  it('of a meeting says what it was about and how many came', async () => {
    const meeting = { topics: ['电动自行车停放', '充电桩选址'], present: 23 };
    await note(world, worker, { kind: 'COURTYARD_MEETING', text: '院坝议事', meeting });
    expect((await dayOf(world, worker)).items).toMatchObject([{ ...meeting, kind: 'COURTYARD_MEETING' }]);
  });

  it('is changed by its author alone, and what it said is kept', async () => {
    const { id } = await note(world, worker);
    const input = { id: newId(), entry: id, text: '院里四位老人。', expectedVersion: 1 };
    const changed = await change(input);
    expect(changed).toMatchObject({ entry: { version: 2, text: '院里四位老人。' }, userErrors: [] });
    expect(await change(input)).toEqual(changed);
    expect(await page(id)).toMatchObject({
      history: [{ version: 1, text: '院里三位老人希望楼道加装扶手。', until: '2026-05-12T02:30:00.000Z' }],
    });
    expect((await dayOf(world, worker)).items).toMatchObject([{ text: '院里四位老人。' }]);
    expect((await change({ ...input, text: '别的' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await change({ entry: id, expectedVersion: 1, text: 'x' })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    const other = world.actor('GRID_WORKER');
    expect((await change({ entry: id, text: 'x' }, other)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const meeting = { topics: ['扶手'], present: 9 };
    expect(await change({ entry: id, kind: 'COURTYARD_MEETING', meeting })).toMatchObject({
      entry: { version: 3, kind: 'COURTYARD_MEETING', present: 9 },
    });
    expect(await change({ entry: id, text: '议过了。' })).toMatchObject({ entry: { topics: ['扶手'] } });
    expect(await change({ entry: id, kind: 'WISH' })).toMatchObject({ entry: { topics: null } });
  });

  it('of two changes at once takes one, and tells the other', async () => {
    const { id } = await note(world, worker);
    const both = await Promise.all(
      ['甲', '乙'].map((text) => change({ entry: id, expectedVersion: 1, text })),
    );
    const codes = both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(['CONFLICT']);
    expect(await page(id)).toMatchObject({ version: 2 });
  });

  it('can be changed on its day whatever is said to it, later only as long as nothing is', async () => {
    const [quiet, spoken] = [await note(world, worker), await note(world, worker)];
    expect((await comment({ entry: spoken.id })).userErrors).toEqual([]);
    expect(await change({ entry: spoken.id, text: '补充门牌。' })).toMatchObject({ userErrors: [] });
    world.clock.advance(DAY);
    expect(await page(spoken.id)).toMatchObject({ mayChange: false });
    expect((await change({ entry: spoken.id, text: '再改。' })).userErrors).toMatchObject([
      { code: 'LOG_ENTRY_CLOSED' },
    ]);
    expect(await page(quiet.id)).toMatchObject({ mayChange: true });
    expect(await change({ entry: quiet.id, text: '再改。' })).toMatchObject({ userErrors: [] });
  });

  it('and a day are commented on by supervisors, and their author reads it', async () => {
    const { id } = await note(world, worker);
    const clerk = world.actor('STREET_STAFF', undefined, '徐伟');
    const input = { id: newId(), entry: id };
    const first = await comment(input, clerk);
    expect(first.comment).toMatchObject({ date: '2026-05-12', entry: id, entryVersion: 1 });
    expect(await comment(input, clerk)).toEqual(first);
    expect((await comment({ ...input, text: '别的' }, clerk)).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect(
      (await comment({ person: worker.id, date: '2026-05-12', text: '辛苦了。' }, clerk)).userErrors,
    ).toEqual([]);
    expect((await dayOf(world, worker)).comments.map(({ text, by }) => [text, by.name])).toEqual([
      ['请约时间上门。', '徐伟'],
      ['辛苦了。', '徐伟'],
    ]);
    expect(await page(id)).toMatchObject({ comments: [{ text: '请约时间上门。' }] });
  });

  it('is commented on by nobody from elsewhere, and comments carry no numbers', async () => {
    const { id } = await note(world, worker);
    const foreign = world.actor('COMMUNITY_STAFF', world.otherCommunity);
    const day = { person: worker.id, date: '2026-05-12' };
    expect((await comment({ entry: id }, foreign)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { errors } = await run(world, foreign, CommentOnLogDocument, {
      input: { id: newId(), text: '请约时间上门。', ...day },
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    expect((await comment({ entry: newId() })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await comment({})).userErrors).toMatchObject([{ code: 'LOG_SUBJECT_NEEDED' }]);
    expect((await comment({ ...day, text: '打 13800001234' })).userErrors).toMatchObject([
      { code: 'NUMBER_IN_TEXT' },
    ]);
  });

  it('has pictures with slots of its own', async () => {
    const slot = slotInput();
    const input = noteInput({ evidence: [slot] });
    const { entry } = await add(input);
    expect(entry?.evidence).toMatchObject([{ id: slot.id, status: 'AWAITED' }]);
    expect(entry?.evidence[0]?.upload?.fields.find(({ name }) => name === 'key')?.value).toBe(
      `evidence/original/LOGENTRY/${input.id}/${slot.id}`,
    );
    expect((await add(input)).entry?.evidence).toHaveLength(1);
  });

  it('is read by its author and the supervisors of its area, and found by nobody else', async () => {
    const { id } = await note(world, worker);
    expect(await page(id, world.actor('COMMUNITY_STAFF'))).toMatchObject({ id, mayChange: false });
    expect(await page(id, world.actor('STREET_STAFF'))).toMatchObject({ id });
    expect(await page(id, world.actor('GRID_WORKER'))).toBe('NOT_FOUND');
    expect(await page(id, world.actor('COMMUNITY_STAFF', world.otherCommunity))).toBe('NOT_FOUND');
    expect(await page(newId())).toBe('NOT_FOUND');
    expect(await page(id, world.actor('RESIDENT'))).toBe('FORBIDDEN');
  });

  it('can be brought along by a visit, through the service, and names it', async () => {
    const visit = newId();
    const { entry } = await world.services.logEntries.add(worker, readsOf(world), {
      ...noteInput({ visit }),
      evidence: [],
    } as never);
    expect(await page(entry.id)).toMatchObject({ visit });
  });
});
