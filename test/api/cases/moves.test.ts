import { CaseActionsDocument } from '../../generated/operations';
import { type CaseMove } from '../../../src/modules/cases/case.machine';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { casePage, makeMove, moveCase, reportCase, slotInput } from '../../support/cases';
import { verifyAll } from '../../support/evidence';
import { makeWorld, type World } from '../../support/world';

describe('the moves of a case', () => {
  let world: World;
  let [worker, community, street, office]: Actor[] = [];
  beforeAll(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
    community = world.actor('COMMUNITY_STAFF');
    street = world.actor('STREET_STAFF');
    office = world.actor('DEPARTMENT_STAFF');
  });

  const by = (actor: Actor | undefined): Actor => {
    if (actor === undefined) throw new Error('The world is not made yet.');
    return actor;
  };
  const make = (actor: Actor | undefined, id: string, move: CaseMove, more = {}) =>
    makeMove(world, by(actor), id, move, more);
  /** Makes a move that must be taken; returns the case. */
  const made = async (actor: Actor | undefined, id: string, move: CaseMove, more = {}) => {
    const payload = await make(actor, id, move, more);
    expect(payload.userErrors).toEqual([]);
    return payload.case;
  };
  const refusedWith = async (actor: Actor | undefined, id: string, move: CaseMove, more = {}) =>
    (await make(actor, id, move, more)).userErrors.map(({ code }) => code);
  const reported = async () => (await reportCase(world, by(worker), { urgency: 'NORMAL' })).id;
  const dispatched = async () => {
    const { id } = await reportCase(world, by(street), { urgency: 'NORMAL' });
    await made(street, id, 'DISPATCH', { department: world.office });
    return id;
  };
  const handling = async () => {
    const id = await dispatched();
    await made(office, id, 'ACCEPT');
    return id;
  };
  const closed = async () => {
    const id = await handling();
    const picture = slotInput('AFTER');
    await made(office, id, 'REPORT_BACK', { evidence: [picture] });
    await verifyAll(world, id, [picture.id]);
    await made(street, id, 'CLOSE', { conditionMet: true });
    return id;
  };
  const actionsOf = async (actor: Actor | undefined, id: string) => {
    const { data } = await run(world, by(actor), CaseActionsDocument, { id });
    return data.case?.availableActions ?? [];
  };

  it('tell each what they can do, what it needs, and why they cannot do the rest', async () => {
    const id = await handling();
    const own = await actionsOf(office, id);
    expect(own.filter(({ whyNot }) => whyNot === null)).toMatchObject([
      { move: 'ASK_EXTENSION', name: 'ask for an extension', needs: ['TEXT', 'UNTIL'] },
      { move: 'REPORT_BACK', needs: ['TEXT', 'RESULT_EVIDENCE'] },
    ]);
    expect(own.find(({ move }) => move === 'ACCEPT')?.whyNot).toMatchObject({ code: 'MOVE_NOT_ALLOWED' });
    const centre = await actionsOf(street, id);
    expect(centre.find(({ move }) => move === 'GRANT_EXTENSION')?.whyNot).toMatchObject({
      code: 'NO_EXTENSION_ASKED',
      message: 'Nobody has asked for more time.',
    });
    // What somebody's posts never do is not offered at all.
    expect(own.some(({ move }) => move === 'CLOSE')).toBe(false);
  });

  it('are exactly those that are taken: what is offered is done, and what is not is refused with the reason told', async () => {
    for (const arrange of [reported, dispatched, handling, closed]) {
      for (const actor of [worker, community, street, office]) {
        const offered = await actionsOf(actor, await arrange());
        for (const { move, whyNot } of offered.filter(({ move: each }) => each !== 'CLOSE')) {
          const more = { department: world.office, score: 4, evidence: [slotInput('AFTER')] };
          const until = new Date(world.clock.now().getTime() + 20 * 86_400_000).toISOString();
          const into = await reported();
          const codes = await refusedWith(actor, await arrange(), move, { ...more, until, into });
          expect([move, ...codes]).toEqual(whyNot === null ? [move] : [move, whyNot.code]);
        }
      }
    }
  }, 180_000);

  it('file, or decline with a reason, which ends it', async () => {
    const id = await reported();
    expect(await refusedWith(worker, id, 'DECLINE')).toEqual(['NOT_HOLDER']);
    await made(worker, id, 'FILE');
    expect((await casePage(world, by(worker), id)).clock).toMatchObject({ step: 'HANDLE' });
    await made(worker, id, 'ESCALATE');
    expect(await refusedWith(community, id, 'DECLINE', { text: ' ' })).toEqual(['TEXT_REQUIRED']);
    const declined = await made(community, id, 'DECLINE', { text: '不属于受理范围。' });
    expect(declined).toMatchObject({ state: 'DECLINED', holder: null, availableMoves: [] });
    expect((await casePage(world, by(community), id)).solvedAtLevel).toBeNull();
  });

  it('take back a report before anybody has taken it on, and only by its reporter', async () => {
    const id = await reported();
    expect(await refusedWith(world.actor('GRID_WORKER'), id, 'CANCEL')).toEqual(['MOVE_NOT_YOURS']);
    await made(worker, id, 'FILE');
    expect(await refusedWith(worker, id, 'CANCEL')).toEqual(['MOVE_NOT_ALLOWED']);
    expect(await made(worker, await reported(), 'CANCEL')).toMatchObject({ state: 'CANCELLED' });
  });

  it('withdraw what one escalated or dispatched oneself, until it is taken on', async () => {
    const id = await reported();
    expect(await refusedWith(worker, id, 'WITHDRAW')).toEqual(['MOVE_NOT_YOURS']);
    await made(worker, id, 'ESCALATE');
    expect(await made(worker, id, 'WITHDRAW')).toMatchObject({ holder: { code: world.grid } });
    await made(worker, id, 'ESCALATE');
    await made(community, id, 'FILE');
    expect(await refusedWith(worker, id, 'WITHDRAW')).toEqual(['MOVE_NOT_ALLOWED']);
    const sent = await dispatched();
    expect(await made(street, sent, 'WITHDRAW')).toMatchObject({
      state: 'REPORTED',
      holder: { level: 'STREET' },
    });
    const taken = await handling();
    expect(await refusedWith(street, taken, 'WITHDRAW')).toEqual(['MOVE_NOT_ALLOWED']);
  });

  it('return what was escalated wrongly to whoever did, with a reason', async () => {
    const id = await reported();
    expect(await refusedWith(worker, id, 'RETURN')).toEqual(['NOBODY_TO_RETURN_TO']);
    await made(worker, id, 'ESCALATE');
    await made(community, id, 'ESCALATE');
    expect(await made(street, id, 'RETURN')).toMatchObject({ holder: { code: world.community } });
    expect(await made(community, id, 'RETURN')).toMatchObject({ holder: { code: world.grid } });
  });

  it('take over what a level below has; its own name stands in the chain of custody', async () => {
    const id = await reported();
    expect(await refusedWith(world.actor('COMMUNITY_STAFF', world.foreignGrid.slice(0, 12)), id, 'TAKE_OVER')).toEqual(['NOT_FOUND']); // prettier-ignore
    const taken = await made(street, id, 'TAKE_OVER', { text: '街道直接办理。' });
    expect(taken).toMatchObject({ state: 'REPORTED', holder: { code: world.street, name: '某街道' } });
    const { custody } = await casePage(world, by(street), id);
    expect(custody.at(-1)).toMatchObject({ holder: { level: 'STREET' }, reason: '街道直接办理。' });
    expect(custody[0]?.acceptedAt).toBeNull();
  });

  it('give a department the time that it asked for, or not; nobody else asks, and nobody decides twice', async () => {
    const id = await handling();
    const due = new Date((await casePage(world, by(office), id)).clock?.dueAt ?? '');
    const later = (days: number) => new Date(due.getTime() + days * 86_400_000).toISOString();
    expect(await refusedWith(office, id, 'ASK_EXTENSION', { until: later(0) })).toEqual([
      'EXTENSION_TOO_SHORT',
    ]);
    expect(await refusedWith(office, id, 'ASK_EXTENSION', { until: later(61) })).toEqual([
      'EXTENSION_TOO_LONG',
    ]);
    expect(await refusedWith(office, id, 'ASK_EXTENSION')).toEqual(['EXTENSION_TOO_SHORT']);
    await made(office, id, 'ASK_EXTENSION', { until: later(7), text: '需等待配件。' });
    expect(await refusedWith(office, id, 'ASK_EXTENSION', { until: later(9) })).toEqual([
      'EXTENSION_PENDING',
    ]);
    await made(street, id, 'SUPERVISE', { text: '请抓紧。' });
    await made(street, id, 'GRANT_EXTENSION');
    const page = await casePage(world, by(street), id);
    expect(page.clock).toMatchObject({ step: 'HANDLE', dueAt: later(7), punctuality: 'WITHIN' });
    expect(page.timeline.at(-3)).toMatchObject({ kind: 'ASK_EXTENSION', until: later(7) });
    expect(page.timeline.at(-2)).toMatchObject({ kind: 'SUPERVISE', supervisor: { code: world.street } });
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'GRANT_EXTENSION', dueAt: later(7) });
    expect(await refusedWith(street, id, 'GRANT_EXTENSION')).toEqual(['NO_EXTENSION_ASKED']);
    await made(office, id, 'ASK_EXTENSION', { until: later(9) });
    await made(street, id, 'REFUSE_EXTENSION', { text: '不再延长。' });
    expect((await casePage(world, by(street), id)).clock?.dueAt).toBe(later(7));
  });

  it('put a case into the pool of problems, where no clock runs, and take it out with the time it had left', async () => {
    const id = await handling();
    const before = await casePage(world, by(street), id);
    expect(await made(street, id, 'SUSPEND', { text: '待管网改造。' })).toMatchObject({
      state: 'SUSPENDED',
      holder: { code: world.office },
    });
    expect((await casePage(world, by(street), id)).clock).toBeNull();
    expect(await refusedWith(office, id, 'REPORT_BACK')).toEqual(['MOVE_NOT_ALLOWED']);
    const resumed = await made(street, id, 'RESUME');
    expect(resumed).toMatchObject({ state: 'HANDLING', holder: { code: world.office } });
    // The clock of this world stands still: not a moment has passed in the pool.
    expect((await casePage(world, by(street), id)).clock?.dueAt).toBe(before.clock?.dueAt);
  });

  it('close only with the closing condition confirmed', async () => {
    const id = await handling();
    const picture = slotInput('AFTER');
    await made(office, id, 'REPORT_BACK', { evidence: [picture] });
    await verifyAll(world, id, [picture.id]);
    await made(worker, id, 'INSPECT', { text: '现场已恢复。' });
    const without = await moveCase(world, by(street), id, 'close', { conditionMet: false });
    expect(without.userErrors).toMatchObject([{ code: 'CONDITION_NOT_CONFIRMED', path: ['conditionMet'] }]);
    expect(await made(street, id, 'CLOSE', { conditionMet: true })).toMatchObject({ state: 'CLOSED' });
  });

  it('let the reporter rate it once, staff ask afterwards, and open it again within the window', async () => {
    const id = await closed();
    expect(await refusedWith(worker, id, 'RATE', { score: 3 })).toEqual(['MOVE_NOT_YOURS']);
    expect(await refusedWith(street, id, 'RATE', { score: 6 })).toEqual(['SCORE_INVALID']);
    await made(street, id, 'RATE', { score: 2, text: '还有异味。' });
    expect(await refusedWith(street, id, 'RATE', { score: 5 })).toEqual(['RATED_ALREADY']);
    await made(worker, id, 'FOLLOW_UP', { text: '已电话回访。' });
    const reopened = await made(street, id, 'REOPEN', { text: '问题复发。' });
    expect(reopened).toMatchObject({ state: 'REPORTED', holder: { code: world.street } });
    const page = await casePage(world, by(street), id);
    expect(page.clock?.step).toBe('TRIAGE');
    expect(page.timeline.find(({ kind }) => kind === 'RATE')).toMatchObject({ score: 2 });
    await made(street, id, 'SOLVE');
    await made(street, id, 'RATE', { score: 5 });
  });

  it('give the same answer to the same id, and refuse other content under it', async () => {
    const id = await reported();
    const input = { id: newId() };
    expect(await make(worker, id, 'FILE', input)).toEqual(await make(worker, id, 'FILE', input));
    const other = await make(worker, id, 'FILE', { ...input, text: '别的' });
    expect(other.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
  });
});
