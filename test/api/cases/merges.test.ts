import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { type CaseMove } from '../../../src/modules/cases/case.machine';
import { mergedInto } from '../../../src/modules/cases/case-merge.rules';
import { CaseRepo } from '../../../src/modules/cases/case.repo';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  type MoveCaseInput,
  InboxDocument,
  MoveCaseDocument,
  MyReportDocument,
  type MyReportQuery,
} from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, reportCase } from '../../support/cases';
import { randomFrom } from '../../support/faults';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { makeNetwork } from '../../support/networks';
import { type World } from '../../support/world';

describe('one matter that was reported as two cases', () => {
  let world: World;
  let table: MemoryTable;
  let [worker, street, resident]: Actor[] = [];
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    worker = world.actor('GRID_WORKER');
    street = world.actor('STREET_STAFF');
    resident = world.actor('RESIDENT', undefined, '彭晓丽');
  });

  const by = (actor: Actor | undefined) => actor!;
  const move = async (
    actor: Actor | undefined,
    caseId: string,
    name: CaseMove,
    more: Partial<MoveCaseInput> = {},
  ) => {
    const input = { id: newId(), caseId, move: name, text: '同一处堆物', evidence: [], ...more };
    const { data, errors } = await run(world, by(actor), MoveCaseDocument, { input });
    expect(errors).toEqual([]);
    return { ...data.moveCase, input };
  };
  const page = (id: string) => casePage(world, by(street), id);
  /** Reports something that is to be looked at within the street, and is with it. */
  const withStreet = async (actor: Actor | undefined = street) => {
    const { id } = await reportCase(world, by(actor), { urgency: 'NORMAL', category: 'FIRE_HAZARD' });
    if (actor !== street) await move(street, id, 'TAKE_OVER');
    return id;
  };
  const inbox = async () => {
    const { data } = await run(world, by(street), InboxDocument, { first: 100 });
    return data.inbox?.edges.map(({ node }) => node.id) ?? [];
  };
  const report = async (id: string) =>
    ((await run(world, by(resident), MyReportDocument, { id })).data as MyReportQuery | null)?.case;

  it('is gone on with in one of them: the other is in no inbox, both tell it, and its reporter sees what comes of it', async () => {
    const [lead, twice] = [await withStreet(), await withStreet(resident)];
    const merged = await move(street, twice, 'MERGE', { into: lead });
    expect(merged).toMatchObject({ userErrors: [], case: { state: 'MERGED', holder: null } });
    expect(await inbox()).toEqual([lead]);
    expect(await page(twice)).toMatchObject({
      ...{ clock: null, solvedAtLevel: null, historyIntact: true, leadCase: { id: lead, outcome: null } },
    });
    const told = await page(lead);
    expect(told).toMatchObject({ state: 'REPORTED', duplicates: [twice], historyIntact: true, version: 2 });
    expect(told.timeline.at(-1)).toMatchObject({ kind: 'ABSORB', text: '同一处堆物' });
    expect(await report(lead)).toBeNull();

    await move(street, lead, 'SOLVE', { text: '已清理完毕。' });
    expect((await report(twice))?.leadCase).toMatchObject({
      id: lead,
      state: 'CLOSED',
      outcome: '已清理完毕。',
    });
    expect((await page(lead)).solvedAtLevel).toBe('STREET');
  });

  it('is two matters after all: the case goes on as it was, with what was left of its time', async () => {
    const [lead, twice] = [await withStreet(), await withStreet(resident)];
    await move(street, twice, 'FILE');
    const before = await page(twice);
    const rest = Date.parse(before.clock?.dueAt ?? '') - world.clock.now().getTime();
    await move(street, twice, 'MERGE', { into: lead });
    // Exactly a week later, at the same time of day: working time goes on where it stood.
    world.clock.advance(7 * 86_400_000);
    const back = await move(street, twice, 'UNMERGE');
    expect(back).toMatchObject({ userErrors: [], case: { state: 'FILED', holder: { level: 'STREET' } } });
    const after = await page(twice);
    expect(Date.parse(after.clock?.dueAt ?? '') - world.clock.now().getTime()).toBe(rest);
    expect([after.leadCase, after.historyIntact]).toEqual([null, true]);
    expect(await page(lead)).toMatchObject({ duplicates: [], historyIntact: true });
    expect((await inbox()).sort()).toEqual([lead, twice].sort());
  });

  it('is merged once by the same request, however often it is sent', async () => {
    const [lead, twice] = [await withStreet(), await withStreet(resident)];
    const { input } = await move(street, twice, 'MERGE', { into: lead });
    const { data } = await run(world, by(street), MoveCaseDocument, { input });
    expect(data.moveCase).toMatchObject({ userErrors: [], case: { state: 'MERGED' } });
    expect((await page(lead)).timeline.filter(({ kind }) => kind === 'ABSORB')).toHaveLength(1);
  });

  it('is not merged into itself, what is ended, what is elsewhere, or nothing, nor by somebody who does not have it', async () => {
    const [lead, twice] = [await withStreet(), await withStreet()];
    const codes = async (actor: Actor | undefined, more: Partial<MoveCaseInput>) =>
      (await move(actor, twice, 'MERGE', more)).userErrors.map(({ code, path }) => [code, ...path]);
    for (const into of [twice, newId(), 'x', undefined])
      expect(await codes(street, { into })).toEqual([['MERGE_NOT_POSSIBLE', 'into']]);
    expect(await codes(worker, { into: lead })).toEqual([['NOT_HOLDER']]);
    await move(street, lead, 'SOLVE');
    expect(await codes(street, { into: lead })).toEqual([['MERGE_NOT_POSSIBLE', 'into']]);
  });

  it('leads to a case that goes on: what others were merged into is not merged itself, and is told so', async () => {
    const [one, other, twice] = [await withStreet(), await withStreet(), await withStreet(resident)];
    await move(street, twice, 'MERGE', { into: one });
    const refused = await move(street, one, 'MERGE', { into: other });
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['HAS_DUPLICATES']);
    expect((await move(street, other, 'MERGE', { into: one })).userErrors).toEqual([]);
    expect([...(await page(one)).duplicates].sort()).toEqual([other, twice].sort());
  });

  it('shows its reporter also that the other was declined, and by the last word that was said', async () => {
    const [lead, twice] = [await withStreet(), await withStreet(resident)];
    await move(street, twice, 'MERGE', { into: lead });
    await move(street, lead, 'DECLINE', { text: '不属于受理范围。' });
    expect((await report(twice))?.leadCase).toMatchObject({ state: 'DECLINED', outcome: '不属于受理范围。' });
    // Also then it can be told apart again.
    expect(await move(street, twice, 'UNMERGE')).toMatchObject({
      userErrors: [],
      case: { state: 'REPORTED' },
    });
  });

  it('never runs in a circle: of cases that are merged at once in any way, each leads to one that is open', async () => {
    const ids = [await withStreet(), await withStreet(), await withStreet(), await withStreet()];
    const begin = table.keep();
    const repo = new CaseRepo(world.foundation.table);
    const pair = fc.tuple(fc.nat(3), fc.nat(3));
    let merges = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 2, maxLength: 8 }), fc.nat(), async (pairs, seed) => {
        begin();
        const none = { lost: 0, unanswered: 0, repeated: 0, throttled: 0, held: 0 };
        table.goBy(makeNetwork(randomFrom(seed), none).way);
        await Promise.all(
          pairs.map(async ([one, other]) => {
            const input = { id: newId(), move: 'MERGE' as const, text: '同一处', evidence: [] };
            const ends = { caseId: ids[one] ?? '', into: ids[other] ?? '' };
            await run(world, by(street), MoveCaseDocument, { input: { ...input, ...ends } });
          }),
        );
        table.goBy((_name, act) => Promise.resolve(act()));
        const found = await Promise.all(
          ids.map((id) => repo.find(createCollectionReader(world.foundation.table), id, true)),
        );
        const known = new Map(found.map((each) => [each!.id, each!]));
        for (const each of known.values()) {
          let at = each;
          for (let hops = 0; at.state === 'MERGED'; hops += 1) {
            expect(hops).toBeLessThan(4);
            at = known.get(mergedInto(at) ?? '')!;
          }
          expect(at.state).toBe('REPORTED');
        }
        merges += [...known.values()].filter(({ state }) => state === 'MERGED').length;
      }),
      { numRuns: 150 },
    );
    expect(merges).toBeGreaterThan(100);
  }, 60_000);
});
