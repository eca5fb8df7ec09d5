import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { type Actor, type Role } from '../../../src/auth/actor';
import { type CaseMove } from '../../../src/modules/cases/case.machine';
import { CaseRepo } from '../../../src/modules/cases/case.repo';
import { openPartsOf, partsOf } from '../../../src/modules/cases/case-split.rules';
import { newId } from '../../../src/shared/ids';
import {
  CasePageDocument,
  InboxDocument,
  type MoveCaseInput,
  MoveCaseDocument,
  SplitCaseDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove, reportCase, slotInput } from '../../support/cases';
import { randomFrom } from '../../support/faults';
import { type MemoryTable } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeNetwork } from '../../support/networks';
import { inboxOf, notified } from '../../support/notifications';
import { appointed } from '../../support/staff';
import { type World } from '../../support/world';

describe('one matter for several departments', () => {
  let world: World;
  let table: MemoryTable;
  let [street, lead, helper]: Actor[] = [];
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    street = world.actor('STREET_STAFF');
    lead = world.actor('DEPARTMENT_STAFF');
    helper = staffOf(world.bureau, world.district);
  });

  const staffOf = (department: string, area: string): Actor => ({
    ...world.actor('DEPARTMENT_STAFF'),
    appointments: [{ role: 'DEPARTMENT_STAFF', area, department }],
  });
  const by = (actor: Actor | undefined) => actor!;
  const page = (id: string, actor = street) => casePage(world, by(actor), id);
  const moved = async (
    actor: Actor | undefined,
    id: string,
    move: CaseMove,
    more: Partial<MoveCaseInput> = {},
  ) => {
    const { userErrors } = await makeMove(world, by(actor), id, move, more);
    return userErrors.map(({ code, path }) => [code, ...path]);
  };
  /** A case that somebody of the street has reported, and what splits it between the two departments. */
  const atStreet = async () =>
    (await reportCase(world, by(street), { urgency: 'NORMAL', category: 'POLLUTION_WATER' })).id;
  const inTwo = (caseId: string, more: Partial<MoveCaseInput> = {}): MoveCaseInput => ({
    ...{ id: newId(), caseId, move: 'SPLIT', department: world.office, text: '请共同处置', evidence: [] },
    parts: [{ id: newId(), department: world.bureau, text: '核查排放' }],
    ...more,
  });
  const split = async (input: MoveCaseInput, actor = street) => {
    const { data, errors } = await run(world, by(actor), SplitCaseDocument, { input });
    expect(errors).toEqual([]);
    return data.moveCase;
  };
  const splitInTwo = async (): Promise<[whole: string, part: string]> => {
    const input = inTwo(await atStreet());
    expect((await split(input)).userErrors).toEqual([]);
    return [input.caseId, input.parts?.[0]?.id ?? ''];
  };
  /** Takes a case that was dispatched to its end, by its department and the street. */
  const through = async (department: Actor | undefined, id: string) => {
    expect(await moved(department, id, 'ACCEPT')).toEqual([]);
    const evidence = [slotInput('AFTER')];
    expect(await moved(department, id, 'REPORT_BACK', { text: '已整改到位。', evidence })).toEqual([]);
    return moved(street, id, 'CLOSE', { text: null, conditionMet: true });
  };
  /** As if the bucket had told that all files have come and are sound. */
  const allVerified = async () => {
    const { client, name } = world.foundation.table;
    for (const item of table.everything().filter((each) => each.__edb_e__ === 'evidence'))
      await client.send(new PutCommand({ TableName: name, Item: { ...item, status: 'VERIFIED' } }));
  };
  const inbox = async (actor: Actor | undefined) => {
    const { data } = await run(world, by(actor), InboxDocument, { first: 100 });
    return data.inbox?.edges.map(({ node }) => node.id) ?? [];
  };

  it('is with the one that leads, and each that helps has a part, sees the whole and is told so', async () => {
    const onDuty = async (role: Role, area: string, department: string) => {
      const actor = staffOf(department, area);
      await appointed(world, { person: actor.id, role, area, department, workName: '在岗' });
      return actor;
    };
    const leads = await onDuty('DEPARTMENT_STAFF', world.street, world.office);
    const helps = await onDuty('DEPARTMENT_STAFF', world.district, world.bureau);
    const [whole, part] = await splitInTwo();
    expect([await inbox(lead), await inbox(helper), await inbox(street)]).toEqual([[whole], [part], []]);
    expect(await page(part, helper)).toMatchObject({
      ...{ partOf: whole, state: 'DISPATCHED', text: '核查排放', historyIntact: true, solvedAtLevel: null },
      ...{ holder: { code: world.bureau }, reporter: { id: street?.id }, area: world.grid },
    });
    expect(await page(whole, helper)).toMatchObject({
      ...{ partOf: null, state: 'DISPATCHED', holder: { code: world.office }, historyIntact: true },
      parts: [{ id: part, department: { code: world.bureau }, text: '核查排放', endedAt: null, state: null }],
    });
    expect((await page(whole)).timeline.at(-1)).toMatchObject({ kind: 'SPLIT', parts: [part] });
    // Whoever leads sees what was asked, but another department's work is not theirs.
    const { errors } = await run(world, by(lead), CasePageDocument, { id: part });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    await notified(world, whole);
    await notified(world, part);
    const told = async (actor: Actor) =>
      (await inboxOf(world, actor)).rows.map((row) => [row.kind, row.case?.id]);
    expect([await told(leads), await told(helps)]).toEqual([[['ASSIGNED', whole]], [['ASSIGNED', part]]]);
  });

  it('is not ended by anybody while a part is open, says which, and then counts once', async () => {
    const [whole, part] = await splitInTwo();
    await moved(lead, whole, 'ACCEPT');
    await moved(lead, whole, 'REPORT_BACK', { evidence: [slotInput('AFTER')] });
    await allVerified();
    const close = (await page(whole)).availableActions.find(({ move }) => move === 'CLOSE');
    expect(close?.whyNot).toEqual({
      ...{ code: 'PARTS_OPEN', message: 'These departments have not finished their part: 生态环境局.' },
    });
    expect(await moved(street, whole, 'CLOSE', { conditionMet: true })).toEqual([['PARTS_OPEN']]);

    expect(await through(helper, part)).toEqual([['EVIDENCE_NOT_VERIFIED']]);
    await allVerified();
    expect(await moved(street, part, 'CLOSE', { text: null, conditionMet: true })).toEqual([]);
    const told = await page(whole);
    expect(told.parts).toMatchObject([{ id: part, state: 'CLOSED', outcome: '已整改到位。' }]);
    expect(told.timeline.at(-1)).toMatchObject({
      kind: 'PART_ENDED',
      otherCase: part,
      holder: { level: 'STREET' },
    });
    expect(await moved(street, whole, 'CLOSE', { conditionMet: true })).toEqual([]);
    expect(await page(whole)).toMatchObject({ solvedAtLevel: 'DEPARTMENT', historyIntact: true });
    expect(await page(part)).toMatchObject({ solvedAtLevel: null, state: 'CLOSED', historyIntact: true });
  });

  it('goes on without a part that was wrongly asked: it is sent back and cancelled, and another department is asked', async () => {
    const [whole, part] = await splitInTwo();
    expect(await moved(helper, part, 'RETURN', { text: '不属于本局职责' })).toEqual([]);
    expect(await moved(street, part, 'CANCEL', { text: '不再需要' })).toEqual([]);
    expect((await page(whole)).parts).toMatchObject([{ state: 'CANCELLED', outcome: '不再需要' }]);
    expect(await moved(street, whole, 'WITHDRAW')).toEqual([]);
    const again = inTwo(whole);
    expect(await split(again)).toMatchObject({ userErrors: [], case: { state: 'DISPATCHED' } });
    expect((await page(whole)).parts.map(({ endedAt }) => endedAt === null)).toEqual([false, true]);
    // Not with open parts: neither declined, nor cancelled, nor solved, nor merged into another.
    expect(await moved(street, whole, 'WITHDRAW')).toEqual([]);
    const other = await atStreet();
    for (const move of ['DECLINE', 'CANCEL', 'SOLVE', 'MERGE'] as const)
      expect(await moved(street, whole, move, { into: other })).toEqual([['PARTS_OPEN']]);
  });

  it('is split once by the same request, however often it is sent, and not at all where the id of a part is taken', async () => {
    const input = inTwo(await atStreet());
    await split(input);
    expect(await split(input)).toMatchObject({ userErrors: [], case: { state: 'DISPATCHED' } });
    expect((await page(input.caseId)).parts).toHaveLength(1);
    const taken = await atStreet();
    const bad = inTwo(await atStreet(), { parts: [{ id: taken, department: world.bureau, text: '核查' }] });
    expect((await split(bad)).userErrors).toMatchObject([{ code: 'CONFLICT', path: ['parts', '0', 'id'] }]);
    expect(await page(bad.caseId)).toMatchObject({ state: 'REPORTED', version: 1, parts: [] });
  });

  it('is split only into parts that make sense, and a refusal says which does not', async () => {
    const caseId = await atStreet();
    const part = { id: newId(), department: world.bureau, text: '核查' };
    const many = Array.from({ length: 10 }, () => ({ ...part, id: newId() }));
    const refused = async (parts: MoveCaseInput['parts'], more: Partial<MoveCaseInput> = {}) =>
      (await split(inTwo(caseId, { parts, ...more }))).userErrors.map(({ code, path }) =>
        [code, ...path].join(' '),
      );
    expect(await refused(null)).toEqual(['PARTS_INVALID parts']);
    expect(await refused([])).toEqual(['PARTS_INVALID parts']);
    expect(await refused(many)).toEqual(['PARTS_INVALID parts']);
    expect(await refused([part, { ...part, id: newId() }])).toEqual([
      'PARTS_INVALID parts.1.department'.replaceAll('.', ' '),
    ]);
    expect(await refused([part], { department: world.bureau })).toEqual(['PARTS_INVALID parts 0 department']);
    expect(await refused([{ ...part, id: caseId }])).toEqual(['PARTS_INVALID parts 0 id']);
    expect(await refused([{ ...part, id: 'x' }])).toEqual(['PARTS_INVALID parts 0 id']);
    for (const text of [' ', '字'.repeat(201)])
      expect(await refused([{ ...part, text }])).toEqual(['PARTS_INVALID parts 0 text']);
    expect(await refused([{ ...part, department: 'X' }])).toEqual(['DEPARTMENT_UNKNOWN parts 0 department']);
    await world.services.departments.importDepartments([
      { code: '110105-EEB', name: '别区环境局', area: '110105' },
    ]);
    expect(await refused([{ ...part, department: '110105-EEB' }])).toEqual([
      'DEPARTMENT_OUT_OF_AREA parts 0 department',
    ]);
    expect((await page(caseId)).version).toBe(1);
  });

  it('is not split by whoever does not dispatch, and a part is neither split, merged, led into, nor opened again', async () => {
    const worker = world.actor('GRID_WORKER');
    const own = await reportCase(world, worker, { urgency: 'NORMAL', category: 'POLLUTION_WATER' });
    const { parts: wanted } = inTwo(own.id);
    expect(await moved(worker, own.id, 'SPLIT', { department: world.office, parts: wanted })).toEqual([
      ['NOT_HOLDER'],
    ]);
    const [, part] = await splitInTwo();
    const other = await atStreet();
    expect(await moved(street, other, 'MERGE', { into: part })).toEqual([['MERGE_NOT_POSSIBLE', 'into']]);
    await moved(street, part, 'WITHDRAW');
    const { parts } = inTwo(part);
    expect(await moved(street, part, 'SPLIT', { department: world.office, parts })).toEqual([
      ['PART_OF_ANOTHER'],
    ]);
    expect(await moved(street, part, 'MERGE', { into: other })).toEqual([['PART_OF_ANOTHER']]);
    expect(await moved(street, part, 'SOLVE')).toEqual([]);
    expect(await moved(street, part, 'REOPEN')).toEqual([['PART_OF_ANOTHER']]);
  });

  it('tells of each part once how it ended and is never ended before, whatever happens at once and is lost on the way', async () => {
    for (const code of ['A', 'B', 'C'])
      await world.services.departments.importDepartments([{ code, name: code, area: world.district }]);
    const caseId = await atStreet();
    const parts = ['A', 'B', 'C'].map((department) => ({ id: newId(), department, text: '协办' }));
    await split(inTwo(caseId, { parts }));
    for (const id of [caseId, ...parts.map((part) => part.id)])
      expect(await moved(street, id, 'WITHDRAW')).toEqual([]);
    const begin = table.keep();
    const repo = new CaseRepo(world.foundation.table);
    const read = async (id: string) =>
      (await repo.find(createCollectionReader(world.foundation.table), id, true))!;
    const wish = fc.tuple(fc.nat(3), fc.constantFrom(...(['SOLVE', 'DECLINE', 'CANCEL', 'FILE'] as const)));
    let [ended, wholes] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 3, maxLength: 8 }), fc.nat(), async (wishes, seed) => {
        begin();
        const trouble = { lost: 0.05, unanswered: 0.05, repeated: 0.05, throttled: 0.02, held: 0.05 };
        table.goBy(makeNetwork(randomFrom(seed), trouble).way);
        const wishFor = async (which: number, move: CaseMove) => {
          const id = which === 3 ? caseId : (parts[which]?.id ?? '');
          const input = { id: newId(), caseId: id, move, text: '办结', evidence: [] };
          for (let attempt = 0; attempt < 3; attempt += 1) {
            const { errors } = await run(world, by(street), MoveCaseDocument, { input });
            if (errors.length === 0) break;
          }
        };
        await Promise.all(wishes.map(([which, move]) => wishFor(which, move)));
        // And then all at once, so that the whole is wished to end while its last parts do.
        await Promise.all([0, 1, 2, 3, 3, 3].map((which) => wishFor(which, 'SOLVE')));
        table.goBy((_name, act) => Promise.resolve(act()));
        const whole = await read(caseId);
        const found = await Promise.all(parts.map(({ id }) => read(id)));
        const isOver = (state: string) => ['CLOSED', 'DECLINED', 'CANCELLED'].includes(state);
        const told = whole.steps.filter(({ move }) => move === 'PART_ENDED');
        expect(told.map(({ other, became }) => `${other ?? ''} ${became ?? ''}`).sort()).toEqual(
          found
            .filter(({ state }) => isOver(state))
            .map(({ id, state }) => `${id} ${state}`)
            .sort(),
        );
        if (isOver(whole.state)) expect(openPartsOf(whole.steps)).toEqual([]);
        expect(partsOf(whole.steps)).toHaveLength(3);
        ended += told.length;
        wholes += isOver(whole.state) ? 1 : 0;
      }),
      { numRuns: 100 },
    );
    expect([ended > 100, wholes > 3]).toEqual([true, true]);
  }, 60_000);
});
