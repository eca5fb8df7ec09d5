import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  CaseActionsDocument,
  type CaseMove,
  MediationFollowUpsDocument,
  type MediationFollowUpsQueryVariables,
  MoveCaseDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove, moveCase, reportCase } from '../../support/cases';
import {
  codes,
  day,
  dispute,
  followUp,
  followUpInput,
  mediate,
  sessionInput,
  without,
} from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { type World } from '../../support/world';

let world: World;
let table: MemoryTable;
let [worker, community, street, office]: Actor[] = [];
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  worker = world.actor('GRID_WORKER');
  community = world.actor('COMMUNITY_STAFF');
  street = world.actor('STREET_STAFF');
  office = world.actor('DEPARTMENT_STAFF');
});

const by = (actor: Actor | undefined) => actor!;
const page = (id: string) => casePage(world, by(street), id);
const due = async (actor: Actor | undefined, more: MediationFollowUpsQueryVariables = {}) => {
  const { data, errors } = await run(world, by(actor), MediationFollowUpsDocument, more);
  expect(errors).toEqual([]);
  return data.mediationFollowUps!;
};
const move = (actor: Actor | undefined, id: string, name: CaseMove) => makeMove(world, by(actor), id, name);
/** Why somebody cannot solve a case now; undefined when they can. */
const whyNotSolved = async (id: string) => {
  const { data } = await run(world, by(worker), CaseActionsDocument, { id });
  return data.case?.availableActions.find((action) => action.move === 'SOLVE')?.whyNot?.code;
};

describe('a dispute', () => {
  it('is ended once a mediation with an outcome is recorded, and the buttons say so before', async () => {
    const id = await dispute(world, worker);
    expect(await whyNotSolved(id)).toBe('NOT_MEDIATED');
    expect(codes(await move(worker, id, 'SOLVE'))).toEqual(['NOT_MEDIATED']);
    await mediate(world, by(worker), without(world, id, 'ADJOURNED'));
    expect(await whyNotSolved(id)).toBe('NOT_MEDIATED');
    const { case: found, userErrors } = await mediate(
      world,
      by(worker),
      sessionInput(world, id, { expectedVersion: 1, parties: [] }),
    );
    expect([userErrors, found?.availableMoves.includes('SOLVE')]).toEqual([[], true]);
    expect(await move(worker, id, 'SOLVE')).toMatchObject({ userErrors: [], case: { state: 'CLOSED' } });
    const { timeline, historyIntact } = await page(id);
    expect(timeline.map(({ kind }) => kind)).toEqual(['REPORT', 'MEDIATE', 'SOLVE']);
    expect([timeline[1]?.text, timeline[1]?.by.name, historyIntact]).toEqual([
      '达成协议',
      worker?.name,
      true,
    ]);
  });

  it('is ended without an agreement too, where it is recorded why there is none', async () => {
    const id = await dispute(world, worker);
    expect(codes(await mediate(world, by(worker), without(world, id, 'NOT_AGREED', { note: '' })))).toEqual([
      'TEXT_REQUIRED',
    ]);
    expect(codes(await mediate(world, by(worker), without(world, id, 'NOT_AGREED')))).toEqual([]);
    expect(codes(await move(worker, id, 'SOLVE'))).toEqual([]);
  });

  it('that is reopened needs another mediation', async () => {
    const id = await dispute(world, worker);
    await mediate(world, by(worker), sessionInput(world, id));
    await move(worker, id, 'SOLVE');
    expect(codes(await move(worker, id, 'REOPEN'))).toEqual([]);
    expect(await whyNotSolved(id)).toBe('NOT_MEDIATED');
    const again = without(world, id, 'NOT_AGREED', { expectedVersion: 1, parties: [] });
    expect(codes(await mediate(world, by(worker), again))).toEqual([]);
    expect(await whyNotSolved(id)).toBeUndefined();
  });

  it('is what can be mediated: no other case, none that is ended, and not by somebody beside it', async () => {
    const { id: other } = await reportCase(world, by(worker), { category: 'OTHER' });
    expect(codes(await mediate(world, by(worker), sessionInput(world, other)))).toEqual(['NOT_A_DISPUTE']);
    expect(codes(await move(worker, other, 'SOLVE'))).toEqual([]);
    const id = await dispute(world, worker);
    await move(worker, id, 'CANCEL');
    expect(codes(await mediate(world, by(worker), sessionInput(world, id)))).toEqual(['MOVE_NOT_ALLOWED']);
    const held = await dispute(world, community);
    expect(codes(await mediate(world, by(worker), sessionInput(world, held)))).toEqual(['NOT_HOLDER']);
    expect(codes(await mediate(world, by(community), sessionInput(world, held)))).toEqual([]);
  });
});

describe('a record', () => {
  it('gives the same answer to the same request, whatever was recorded since, and takes no id for anything else', async () => {
    const id = await dispute(world, worker);
    const session = sessionInput(world, id);
    const visit = followUpInput(world, id);
    await mediate(world, by(worker), session);
    await followUp(world, by(worker), visit);
    await move(worker, id, 'SOLVE');
    const before = table.everything();
    for (const again of [
      await mediate(world, by(worker), session),
      await followUp(world, by(worker), visit),
    ]) {
      expect(codes(again)).toEqual([]);
      expect(again.mediation).toMatchObject({ version: 2, agreement: { holding: 'HELD' } });
    }
    expect(table.everything()).toEqual(before);
    const others = [
      mediate(world, by(worker), { ...session, place: '别处' }),
      mediate(world, by(community), session),
      followUp(world, by(worker), { ...visit, outcome: 'NOT_HELD' }),
    ];
    for (const other of others) expect(codes(await other)).toEqual(['CONFLICT']);
  });

  it('is added to by whoever has seen what stands', async () => {
    const id = await dispute(world, worker);
    await mediate(world, by(worker), sessionInput(world, id));
    const stale = await mediate(world, by(community), without(world, id, 'NOT_AGREED'));
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['expectedVersion'] }]);
    expect(stale.userErrors[0]?.message).toContain(worker?.name);
    expect(
      codes(await followUp(world, by(worker), followUpInput(world, id, { expectedVersion: 0 }))),
    ).toEqual(['CONFLICT']);
  });

  it('takes ten sessions', async () => {
    const id = await dispute(world, worker);
    for (let version = 0; version <= 10; version += 1) {
      const more = { expectedVersion: version, ...(version > 0 && { parties: [] }) };
      const refused = codes(await mediate(world, by(worker), without(world, id, 'ADJOURNED', more)));
      expect(refused).toEqual(version < 10 ? [] : ['TOO_MANY_SESSIONS']);
    }
  });

  it('refuses numbers in its texts', async () => {
    const id = await dispute(world, worker);
    const note = '请致电 138 0000 1234';
    expect(codes(await mediate(world, by(worker), sessionInput(world, id, { note })))).toEqual([
      'NUMBER_IN_TEXT',
    ]);
    await mediate(world, by(worker), sessionInput(world, id));
    expect(codes(await followUp(world, by(worker), followUpInput(world, id, { note })))).toEqual([
      'NUMBER_IN_TEXT',
    ]);
  });

  it('does not touch the clock or the request for more time that stands', async () => {
    const id = await dispute(world, worker);
    for (const actor of [worker, community]) await moveCase(world, by(actor), id, 'escalate');
    await moveCase(world, by(street), id, 'dispatch');
    await moveCase(world, by(office), id, 'accept');
    const { clock } = await page(id);
    const until = new Date(Date.parse(clock?.dueAt ?? '') + 86_400_000).toISOString();
    await makeMove(world, by(office), id, 'ASK_EXTENSION', { until });
    expect(codes(await mediate(world, by(office), sessionInput(world, id)))).toEqual([]);
    expect((await page(id)).clock).toMatchObject({ dueAt: clock?.dueAt });
    expect(codes(await move(street, id, 'GRANT_EXTENSION'))).toEqual([]);
  });
});

describe('follow-ups', () => {
  it('are recorded by whoever had the dispute last, until it is known whether what was agreed held', async () => {
    const id = await dispute(world, worker);
    await mediate(world, by(worker), sessionInput(world, id));
    await move(worker, id, 'SOLVE');
    const holding = async (more: object) => {
      const { userErrors, mediation } = await followUp(
        world,
        by(worker),
        followUpInput(world, id, { id: newId(), ...more }),
      );
      return [...userErrors.map(({ code }) => code), mediation?.agreement?.holding];
    };
    expect(await holding({ outcome: 'NOT_REACHED', next: day(world, 10) })).toEqual(['OPEN']);
    expect(await holding({ expectedVersion: 2, on: day(world, 10), outcome: 'NOT_HELD' })).toEqual([
      'NOT_HELD',
    ]);
    expect(await holding({ expectedVersion: 3 })).toEqual(['FOLLOW_UP_UNKNOWN', undefined]);
    expect(await holding({ expectedVersion: 3, on: day(world, 30) })).toEqual(['HELD']);
    expect((await page(id)).state).toBe('CLOSED');
  });

  it('are due by day, of one’s own area, before a day, and no more once they are recorded', async () => {
    const ids = [await dispute(world, worker), await dispute(world, worker), await dispute(world, community)];
    const [first = '', second = '', third = ''] = ids;
    const followUps = { [first]: 5, [second]: 3, [third]: 4 };
    for (const [id, days] of Object.entries(followUps)) {
      const agreement = { text: '停工', keptBy: day(world, 9), followUps: [day(world, days)] };
      await mediate(world, by(community), sessionInput(world, id, { agreement }));
    }
    const { edges } = await due(community);
    expect(edges.map(({ node }) => node.caseId)).toEqual([second, third, first]);
    expect(edges[0]?.node).toMatchObject({
      ...{ on: day(world, 3), area: world.grid, maskedParties: ['欧***', '老****'] },
      category: { code: 'DISPUTE_NEIGHBOURS' },
    });
    expect((await due(worker, { before: day(world, 4) })).edges).toHaveLength(1);
    expect((await due(street, { area: world.nextGrid })).edges).toEqual([]);
    const one = await due(community, { first: 1 });
    expect(one.pageInfo.hasNextPage).toBe(true);
    const rest = await due(community, { first: 5, after: one.pageInfo.endCursor ?? null });
    expect(rest.edges.map(({ node }) => node.caseId)).toEqual([third, first]);
    await followUp(world, by(community), followUpInput(world, second, { on: day(world, 3) }));
    expect((await due(community)).edges.map(({ node }) => node.caseId)).toEqual([third, first]);
  });

  it('are listed for no area that is not one’s own, and for none above a community', async () => {
    const code = async (actor: Actor | undefined, area?: string) =>
      (await run(world, by(actor), MediationFollowUpsDocument, { area })).errors[0]?.extensions?.code;
    expect(await code(worker, world.nextGrid)).toBe('NOT_FOUND');
    expect(await code(community, world.otherCommunity)).toBe('NOT_FOUND');
    expect(await code(street, world.street)).toBe('BAD_USER_INPUT');
    expect(await code(office)).toBe('FORBIDDEN');
  });
});

it('a move that did not know of a mediation is told of it', async () => {
  const id = await dispute(world, worker);
  await mediate(world, by(worker), sessionInput(world, id));
  const input = { id: newId(), caseId: id, move: 'ESCALATE' as const, text: '上报', evidence: [] };
  const { data } = await run(world, by(worker), MoveCaseDocument, {
    input: { ...input, expectedVersion: 1 },
  });
  expect(data.moveCase.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  expect(data.moveCase.userErrors[0]?.message).toContain('mediation');
});
