import { type Actor } from '../../../src/auth/actor';
import { type LineKind } from '../../../src/modules/logs/log.rules';
import { printablePage, sheetRows } from '../../../src/modules/logs/log-month.rules';
import { newId } from '../../../src/shared/ids';
import { LogMonthDocument, LogOfWorkerDocument, LogWeekDocument } from '../../generated/operations';
import { run } from '../../support/api';
import {
  amend,
  applicationInput,
  move,
  offeredIn,
  onBehalf,
  open,
  ORIGINALS,
  ready,
} from '../../support/applications';
import { inspect, inspectionInput, restaurant } from '../../support/inspections';
import { killAt } from '../../support/kills';
import { dayOf, readsOf, workerOnRecord } from '../../support/logs';
import { dispute, followUp, followUpInput, mediate, sessionInput, without } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable, type Way } from '../../support/memory-table';
import { asResident, somebody } from '../../support/privacy';
import { type World } from '../../support/world';

/** Something that a worker does; sent again it is the same. */
interface Act {
  readonly what: string;
  readonly act: () => Promise<unknown>;
  readonly lines: Partial<Record<LineKind, number>>;
}

const asItIs: Way = (_name, act) => Promise.resolve().then(act);

let world: World;
let table: MemoryTable;
let worker: Actor;
let changes: ReturnType<MemoryTable['record']>;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  worker = await workerOnRecord(world);
});

/** All that a worker does beside visits and cases, in turn, each on top of what is there by then. */
async function work(): Promise<readonly Act[]> {
  const [premises, caseId] = [await restaurant(world), await dispute(world, world.actor('GRID_WORKER'))];
  const inspection = inspectionInput(world, premises, ['ODOUR']);
  const adjourned = without(world, caseId, 'ADJOURNED');
  const agreed = sessionInput(world, caseId, { parties: [], expectedVersion: 1 });
  const visit = followUpInput(world, caseId, { expectedVersion: 2 });
  const opened = onBehalf(world, await offeredIn(world), await somebody(world));
  const [materials, submission] = [newId(), newId()];
  const other = onBehalf(world, await offeredIn(world), await somebody(world));
  const atOnce = { ...other, submitWhenComplete: true, materials: ORIGINALS };
  const brought = await ready(world);
  const bringing = newId();
  return [
    {
      what: 'an inspection with a finding',
      act: () => inspect(world, worker, inspection),
      lines: { INSPECTION_SUBMITTED: 1, CASE_REPORTED: 1 },
    },
    {
      what: 'a session that is adjourned',
      act: () => mediate(world, worker, adjourned),
      lines: { MEDIATION_ADJOURNED: 1 },
    },
    {
      what: 'an agreement',
      act: () => mediate(world, worker, agreed),
      lines: { MEDIATION_AGREED: 1 },
    },
    {
      what: 'a visit that sees whether it holds',
      act: () => followUp(world, worker, visit),
      lines: { MEDIATION_FOLLOWED_UP: 1 },
    },
    {
      what: 'an application for a resident',
      act: () => open(world, worker, opened),
      lines: { APPLICATION_OPENED: 1 },
    },
    {
      what: 'its materials',
      act: () =>
        amend(world, worker, {
          ...{ id: materials, application: opened.id, expectedVersion: 1, materials: ORIGINALS },
        }),
      lines: { APPLICATION_AMENDED: 1 },
    },
    {
      what: 'its submission',
      act: () => move(world, worker, [opened.id, 2], 'SUBMIT', { id: submission }),
      lines: { APPLICATION_SUBMITTED: 1 },
    },
    {
      what: 'an application that is opened and submitted at once',
      act: () => open(world, worker, atOnce),
      lines: { APPLICATION_OPENED: 1, APPLICATION_SUBMITTED: 1 },
    },
    {
      what: 'a result that is brought to the door',
      act: () => move(world, worker, [brought, 5], 'BRING', { id: bringing }),
      lines: { APPLICATION_BROUGHT: 1 },
    },
  ];
}

const tell = () => world.services.logWatch.observe(changes);
const sumOf = (acts: readonly Act[]) => {
  const sum: Record<string, number> = {};
  for (const { lines } of acts)
    for (const [kind, count] of Object.entries(lines)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
};
const counted = ({ counts }: { counts: readonly { kind: string; count: number }[] }) =>
  Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));

describe('inspections, mediations and applications', () => {
  it('are a line each in the log of whoever made them, and none more when they are sent again', async () => {
    const acts = await work();
    changes = table.record();
    for (const { act } of acts) await act();
    await tell();
    const day = await dayOf(world, worker);
    expect(counted(day)).toEqual(sumOf(acts));
    expect(day.items).toHaveLength(Object.values(sumOf(acts)).reduce((sum, count) => sum + count, 0));
    expect(day.items.every(({ area, by }) => area === world.grid && by.id === worker.id)).toBe(true);
    for (const { act } of acts) await act();
    await tell();
    expect(await dayOf(world, worker)).toEqual(day);
  });

  it('name the record and no resident, and are in nobody else’s log', async () => {
    const acts = await work();
    const other = await workerOnRecord(world);
    changes = table.record();
    for (const { act } of acts) await act();
    await tell();
    const { items } = await dayOf(world, worker);
    const records = new Set(
      items.map(({ kind, record }) => `${kind.split('_')[0] ?? ''} ${record?.type ?? ''}`),
    );
    expect([...records].sort()).toEqual([
      ...['APPLICATION APPLICATION', 'CASE CASE', 'INSPECTION INSPECTION', 'MEDIATION MEDIATION'],
    ]);
    const kept = JSON.stringify(table.everything().filter(({ __edb_e__ }) => __edb_e__ === 'log-line'));
    expect(kept).not.toMatch(/欧阳|老周|晓丽|彭|停工|酒家|餐|\*/);
    expect((await dayOf(world, other)).items).toEqual([]);
    const seenBy = async (actor: Actor) => {
      const { data, errors } = await run(world, actor, LogOfWorkerDocument, { person: worker.id });
      return errors[0]?.extensions?.code ?? data.workDay?.items.length;
    };
    expect(await seenBy(world.actor('COMMUNITY_STAFF', world.otherCommunity))).toBe('NOT_FOUND');
    expect(await seenBy(world.actor('COMMUNITY_STAFF'))).toBe(items.length);
  });

  it('are in the week, in the month, in its table and on its page', async () => {
    const acts = await work();
    changes = table.record();
    for (const { act } of acts) await act();
    await tell();
    const week = await run(world, worker, LogWeekDocument, {});
    const month = await run(world, worker, LogMonthDocument, {});
    expect(counted(week.data.workWeek!)).toEqual(sumOf(acts));
    expect(counted(month.data.workMonth!)).toEqual(sumOf(acts));
    const asked = { person: worker.id, from: '2026-05-01', to: '2026-05-31' };
    const { items } = await world.services.logs.stretch(worker, readsOf(world), asked);
    const content = { month: '2026-05', name: worker.name, items, areaNames: new Map() };
    const rows = sheetRows(content).map((cells) => cells[2]);
    const names = [
      '场所巡查',
      '调解未结束',
      '调解达成协议',
      '调解协议回访',
      '登记办件',
      '提交办件',
      '办件结果送上门',
    ];
    expect(rows).toEqual(expect.arrayContaining(names));
    const page = printablePage(content);
    for (const name of names) expect(page).toContain(`<td>${name}</td>`);
  });

  it('have a line of the office’s in the office’s log, and none of a resident’s', async () => {
    const [clerk, me] = [world.actor('COMMUNITY_STAFF'), asResident(world, await somebody(world))];
    const own = applicationInput(await offeredIn(world));
    changes = table.record();
    await open(world, me, own);
    await move(world, me, [own.id, 1], 'WITHDRAW');
    const forThem = onBehalf(world, await offeredIn(world), await somebody(world));
    await open(world, worker, { ...forThem, submitWhenComplete: true, materials: ORIGINALS });
    await move(world, clerk, [forThem.id, 1], 'ACCEPT');
    await tell();
    const lines = table.everything().filter(({ __edb_e__ }) => __edb_e__ === 'log-line');
    expect(lines).toHaveLength(3);
    expect(counted(await dayOf(world, clerk))).toEqual({ APPLICATION_ACCEPTED: 1 });
  });

  it('are one line each wherever their request and the writing of the log were killed, and sent again', async () => {
    const acts = await work();
    let kills = 0;
    for (const { what, act, lines } of acts) {
      const restore = table.keep();
      const isWhole = async (nth: number, moment: 'before' | 'after'): Promise<boolean> => {
        restore();
        changes = table.record();
        const request = killAt(nth, moment);
        table.goBy(request.way);
        await act().catch(() => undefined);
        table.goBy(asItIs);
        await act();
        // The stream comes again with the same changes after whoever took them was killed.
        const telling = killAt(((nth - 1) % 2) + 1, moment);
        table.goBy(telling.way);
        await tell().catch(() => undefined);
        table.goBy(asItIs);
        await tell();
        expect([what, nth, moment, counted(await dayOf(world, worker))]).toEqual([what, nth, moment, lines]);
        kills += 1;
        return request.wasKilled();
      };
      for (let nth = 1; await isWhole(nth, 'before'); nth += 1) await isWhole(nth, 'after');
      restore();
      await act();
    }
    expect(kills).toBeGreaterThan(acts.length * 6);
  }, 60_000);
});
