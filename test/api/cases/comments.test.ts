import { newId } from '../../../src/shared/ids';
import { MOST_COMMENTS } from '../../../src/modules/cases/case-comment.service';
import { type Actor } from '../../../src/auth/actor';
import { CommentOnCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove, reportCase } from '../../support/cases';
import { makeWorld, type World } from '../../support/world';

describe('comments on a case', () => {
  let world: World;
  let resident: Actor;
  let caseId: string;
  beforeEach(async () => {
    world = await makeWorld();
    resident = world.actor('RESIDENT', undefined, '彭晓丽');
    caseId = (await reportCase(world, resident, { urgency: 'NORMAL' })).id;
  });

  const say = async (actor: Actor, text: string, more: object = {}) => {
    const input = { id: newId(), caseId, text, internal: false, ...more };
    const { data } = await run(world, actor, CommentOnCaseDocument, { input });
    return data.commentOnCase;
  };
  const textsFor = async (actor: Actor) =>
    (await casePage(world, actor, caseId)).comments.map(({ text }) => text);

  it('are read by those concerned in the order in which they were made; a resident’s name is masked', async () => {
    await say(resident, '什么时候来修?');
    await say(world.actor('GRID_WORKER', undefined, '王芳'), '今天下午到场。');
    const { comments } = await casePage(world, world.actor('COMMUNITY_STAFF'), caseId);
    expect(comments).toMatchObject([
      { text: '什么时候来修?', by: { name: '彭**', role: 'RESIDENT' } },
      { text: '今天下午到场。', by: { name: '王芳', role: 'GRID_WORKER' } },
    ]);
    expect(await textsFor(resident)).toEqual(['什么时候来修?', '今天下午到场。']);
  });

  it('are hidden from the reporter where they are internal, who cannot make such', async () => {
    const payload = await say(world.actor('GRID_WORKER'), '物业费纠纷,谨慎答复。', { internal: true });
    expect(payload.case?.comments).toMatchObject([{ internal: true }]);
    expect(await textsFor(resident)).toEqual([]);
    expect(await textsFor(world.actor('STREET_STAFF'))).toEqual(['物业费纠纷,谨慎答复。']);
    const refused = await say(resident, '悄悄话', { internal: true });
    expect(refused.userErrors).toMatchObject([{ code: 'INTERNAL_FOR_STAFF', path: ['internal'] }]);
  });

  it('move nothing: version, clock and history stay as they are, and a move made meanwhile meets no conflict', async () => {
    const worker = world.actor('GRID_WORKER');
    const before = await casePage(world, worker, caseId);
    world.clock.advance(3_600_000);
    await say(worker, '已到现场。');
    const after = await casePage(world, worker, caseId);
    expect({ ...after, comments: [] }).toEqual(before);
    const moved = await makeMove(world, worker, caseId, 'FILE', { expectedVersion: before.version });
    expect(moved.userErrors).toEqual([]);
  });

  it('are made once by the same id and content, and refused under the same id with another', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = newId();
    const first = await say(worker, '已到现场。', { id });
    expect(await say(worker, '已到现场。', { id })).toEqual(first);
    expect((await say(worker, '别的', { id })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await textsFor(worker)).toEqual(['已到现场。']);
  });

  it('are refused empty, on a case that one does not see, and beyond the most that a case has', async () => {
    const worker = world.actor('GRID_WORKER');
    expect((await say(worker, ' ')).userErrors).toMatchObject([{ code: 'TEXT_REQUIRED' }]);
    const stranger = world.actor('RESIDENT', undefined, '别人');
    expect((await say(stranger, '说明')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (let count = 0; count < MOST_COMMENTS; count += 1) await say(worker, `第 ${String(count)} 条`);
    expect((await say(worker, '再一条')).userErrors).toMatchObject([{ code: 'TOO_MANY_COMMENTS' }]);
  }, 60_000);
});
