import { newId } from '../../../src/shared/ids';
import { SolveCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, moveCase, reportCase } from '../../support/cases';
import { holdWrites } from '../../support/faults';
import { makeWorld, type World } from '../../support/world';

describe('the way up', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  /** A case that the street holds. */
  const atStreet = async () => {
    const { id } = await reportCase(world, world.actor('GRID_WORKER'));
    await moveCase(world, world.actor('GRID_WORKER'), id, 'escalate');
    await moveCase(world, world.actor('COMMUNITY_STAFF'), id, 'escalate');
    return id;
  };

  it('climbs from the grid to the community to the street, each hop a record with its reason', async () => {
    const page = await casePage(world, world.actor('STREET_STAFF'), await atStreet());
    expect(page.custody.map(({ holder }) => holder.level)).toEqual(['GRID', 'COMMUNITY', 'STREET']);
    expect(page.custody[1]).toMatchObject({ reason: '网格无法处置', from: { role: 'GRID_WORKER' } });
    expect(page.custody[0]?.until).toBe(page.custody[1]?.since);
    expect(page.holder).toMatchObject({ level: 'STREET', code: world.street, name: '某街道' });
    expect(page.timeline.map(({ kind }) => kind)).toEqual(['REPORT', 'ESCALATE', 'ESCALATE']);
  });

  it('is solved on the spot by whoever holds it, and then takes no further move', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    const input = { id: newId(), caseId: id, text: '已当场清理', evidence: [] };
    const { data } = await run(world, worker, SolveCaseDocument, { input });
    expect(data.solveCase).toMatchObject({
      case: { state: 'CLOSED', holder: null, availableMoves: ['FOLLOW_UP', 'RATE', 'REOPEN'] },
      userErrors: [],
    });
    expect((await casePage(world, worker, id)).solvedAtLevel).toBe('GRID');
    const again = await moveCase(world, worker, id, 'escalate');
    expect(again.userErrors).toMatchObject([{ code: 'MOVE_NOT_ALLOWED' }]);
  });

  it('goes to the department and back, and closes only with a verified picture of the result', async () => {
    const id = await atStreet();
    const street = world.actor('STREET_STAFF');
    const office = world.actor('DEPARTMENT_STAFF');
    expect(await moveCase(world, street, id, 'dispatch')).toMatchObject({
      case: { state: 'DISPATCHED', holder: { level: 'DEPARTMENT', code: world.office } },
    });
    expect(await moveCase(world, office, id, 'accept')).toMatchObject({ case: { state: 'HANDLING' } });
    expect(await moveCase(world, office, id, 'reportBack', { evidence: [] })).toMatchObject({
      userErrors: [{ code: 'EVIDENCE_REQUIRED', path: ['evidence'] }],
    });
    expect(await moveCase(world, office, id, 'reportBack')).toMatchObject({
      case: { state: 'HANDLED', holder: { code: world.street } },
    });
    expect(await moveCase(world, street, id, 'close')).toMatchObject({
      userErrors: [{ code: 'EVIDENCE_NOT_VERIFIED' }],
    });
    const page = await casePage(world, street, id);
    expect(page.custody.at(-2)).toMatchObject({
      holder: { code: world.office },
      acceptedAt: expect.any(String),
    });
    expect(page.evidence).toMatchObject([{ role: 'AFTER', status: 'AWAITED' }]);
  });

  it('cannot be dispatched to a department that is unknown or serves another place', async () => {
    const id = await atStreet();
    const other = await makeWorld();
    const street = world.actor('STREET_STAFF');
    expect(
      (await moveCase(world, street, id, 'dispatch', { department: `${world.street}-XXX` })).userErrors,
    ).toMatchObject([{ code: 'DEPARTMENT_UNKNOWN', path: ['department'] }]);
    expect(
      (await moveCase(world, street, id, 'dispatch', { department: other.bureau })).userErrors,
    ).toMatchObject([{ code: 'DEPARTMENT_OUT_OF_AREA' }]);
  });

  it('cannot climb above the district', async () => {
    const { id } = await reportCase(world, world.actor('DISTRICT_STAFF'));
    const { availableActions } = await casePage(world, world.actor('DISTRICT_STAFF'), id);
    const able = availableActions.filter(({ whyNot }) => whyNot === null).map(({ move }) => move);
    expect(able).toEqual(['FILE', 'DECLINE', 'SOLVE', 'DISPATCH', 'SPLIT', 'MERGE', 'SUPERVISE']);
  });

  it('tells a person who does not hold it who does', async () => {
    const id = await atStreet();
    const refused = await moveCase(world, world.actor('GRID_WORKER'), id, 'escalate');
    expect(refused.userErrors).toMatchObject([
      { code: 'NOT_HOLDER', message: 'The case is held by 某街道; this move is theirs.' },
    ]);
  });

  it('repeats a move with the same id as the same answer, and refuses other content under that id', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    const move = { id: newId() };
    const first = await moveCase(world, worker, id, 'escalate', move);
    const second = await moveCase(world, worker, id, 'escalate', move);
    expect(second).toEqual(first);
    const third = await moveCase(world, worker, id, 'escalate', { ...move, text: '别的理由' });
    expect(third.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
    expect((await casePage(world, worker, id)).timeline).toHaveLength(2);
  });

  it('lets one of two simultaneous moves win; the other is told what happened and the history shows one', async () => {
    const { id } = await reportCase(world, world.actor('GRID_WORKER'));
    const rivals = [world.actor('GRID_WORKER', undefined, '甲'), world.actor('GRID_WORKER', undefined, '乙')];
    holdWrites(world.foundation.table.client, rivals.length);
    const payloads = await Promise.all(rivals.map((rival) => moveCase(world, rival, id, 'escalate')));
    const losers = payloads.flatMap(({ userErrors }) => userErrors);
    expect(losers).toMatchObject([{ code: 'CONFLICT', message: expect.stringContaining('escalate') }]);
    expect((await casePage(world, world.actor('COMMUNITY_STAFF'), id)).timeline).toHaveLength(2);
  });

  it('refuses a move on a version that has passed', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    const stale = await moveCase(world, worker, id, 'escalate', { expectedVersion: 7 });
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('answers NOT_FOUND for a case that is unknown, malformed or not the caller’s to see', async () => {
    const { id } = await reportCase(world, world.actor('GRID_WORKER'));
    const stranger = world.actor('GRID_WORKER', world.foreignGrid);
    const payloads = [
      await moveCase(world, world.actor('GRID_WORKER'), newId(), 'escalate'),
      await moveCase(world, world.actor('GRID_WORKER'), 'nonsense', 'escalate'),
      await moveCase(world, stranger, id, 'escalate'),
    ];
    for (const { userErrors } of payloads)
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['caseId'] }]);
  });
});
