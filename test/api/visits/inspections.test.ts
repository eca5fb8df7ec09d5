import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { SubmitVisitDocument, type SubmitVisitInput, VisitPageDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { offeredIn, onBehalf } from '../../support/applications';
import { failed, inspect, inspectionInput, premisesFile, restaurant } from '../../support/inspections';
import { killAt } from '../../support/kills';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { listed, visitOf } from '../../support/visits';
import { livingIn, mobile } from '../../support/residents';
import { stepped } from '../../support/waves';
import { type World } from '../../support/world';

const hazard = () => ({
  ...{ id: newId(), category: 'FIRE_HAZARD', text: '楼道里堆着电动车电池。', place: {} },
  ...{ urgency: 'NORMAL', evidence: [] },
});

describe('a visit that brings home an inspection', () => {
  let world: World;
  let table: MemoryTable;
  let worker: Actor;
  let household: string;
  let resident: string;
  let premises: string;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    worker = world.actor('GRID_WORKER');
    ({ household, resident } = await listed(world));
    premises = await restaurant(world);
  });

  const send = async (input: SubmitVisitInput, actor = worker) => {
    const { data, errors } = await run(world, actor, SubmitVisitDocument, { input });
    expect(errors).toEqual([]);
    return data.submitVisit.parts ?? [];
  };
  const open = async () =>
    (await premisesFile(world, worker, premises)).openFindings.map(({ caseId }) => caseId);

  it('has it in the file of the premises, a case with a ticket for its picture, and names it', async () => {
    const item = failed('PURIFIER_RUNNING');
    const inspection = inspectionInput(world, premises, [item]);
    const note = { id: newId(), kind: 'WISH', text: '希望楼道加灯' } as const;
    const input = visitOf(world, household, { parts: [{ inspection }, { note }] as never });
    const [first, second] = await send(input);
    expect(second).toMatchObject({ kind: 'NOTE', status: 'APPLIED' });
    expect(first).toMatchObject({
      ...{ kind: 'INSPECTION', id: inspection.id, status: 'APPLIED', inspection: { id: inspection.id } },
      findings: [
        {
          ...{ item: 'PURIFIER_RUNNING', userErrors: [] },
          case: {
            ...{ id: item.caseId, state: 'REPORTED' },
            evidence: [{ id: item.evidence?.[0]?.id, status: 'AWAITED' }],
          },
        },
      ],
    });
    expect(await open()).toEqual([item.caseId]);
    const { data } = await run(world, worker, VisitPageDocument, { id: input.id });
    expect(JSON.stringify(data.visit)).toContain(`{"kind":"INSPECTION","id":"${inspection.id}"}`);
    const again = await send(input);
    expect(again.map(({ status }) => status)).toEqual(['DUPLICATE', 'DUPLICATE']);
    expect(await open()).toEqual([item.caseId]);
  });

  it('is taken in where that is refused: of premises elsewhere, or by a checklist that asks for more', async () => {
    const elsewhere = await makeMemoryWorld();
    const foreign = inspectionInput(world, await restaurant(elsewhere.world), ['PURIFIER_RUNNING']);
    const bad = { ...inspectionInput(world, premises, ['PURIFIER_RUNNING']), answers: [] };
    const good = inspectionInput(world, premises, ['RIVER_COLOUR']);
    const parts = [foreign, bad, good].map((inspection) => ({ inspection }));
    const told = await send(visitOf(world, household, { parts: parts }));
    expect(told.map(({ status }) => status)).toEqual(['REJECTED', 'REJECTED', 'APPLIED']);
    expect(told[0]?.userErrors).toMatchObject([{ code: 'ITEM_NOT_FOUND' }]);
    expect(await open()).toHaveLength(1);
  });

  it('takes three round trips with two findings and two parts beside it', async () => {
    const inspection = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
    const note = { id: newId(), kind: 'WISH', text: '希望楼道加灯' } as const;
    const parts = [{ inspection }, { note }, { case: hazard() }];
    const { way, trips } = stepped();
    table.goBy(way);
    const told = await send(visitOf(world, household, { parts: parts as never }));
    expect(told.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(trips()).toBe(3);
  });

  it('takes three beside a change of one of the household and an application for another', async () => {
    const inspection = inspectionInput(world, premises, ['PURIFIER_RUNNING']);
    const other = await livingIn(world, household);
    const residentUpdate = { id: newId(), resident: other, expectedVersion: 1, phone: mobile() };
    const application = onBehalf(world, await offeredIn(world), resident);
    const parts = [{ inspection }, { residentUpdate }, { application }];
    const { way, trips } = stepped();
    table.goBy(way);
    const told = await send(visitOf(world, household, { parts: parts }));
    expect(told.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(trips()).toBe(3);
  });

  it('is not taken in with a visit that is not: another one has its id', async () => {
    const input = visitOf(world, household);
    await send(input);
    const inspection = inspectionInput(world, premises, ['PURIFIER_RUNNING']);
    const again = { ...input, parts: [{ inspection }] };
    const { data } = await run(world, worker, SubmitVisitDocument, { input: again });
    expect(data.submitVisit.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
    expect(await open()).toEqual([]);
    expect(table.everything().filter(({ pk }) => pk === `INSPECTION#${inspection.id}`)).toEqual([]);
  });

  it('stands in nobody’s way when another inspection has its id: that is kept as a conflict', async () => {
    const first = inspectionInput(world, premises, ['RIVER_COLOUR']);
    await inspect(world, worker, first);
    const inspection = { ...inspectionInput(world, premises, ['PURIFIER_RUNNING']), id: first.id };
    const fresh = inspectionInput(world, premises, ['PURIFIER_RUNNING']);
    const parts = [inspection, fresh].map((each) => ({ inspection: each }));
    const told = await send(visitOf(world, household, { parts: parts }));
    expect(told.map(({ status }) => status)).toEqual(['CONFLICT', 'APPLIED']);
    const cases = [first, fresh].flatMap(({ answers }) => answers.flatMap(({ caseId }) => caseId ?? []));
    expect((await open()).sort()).toEqual(cases.sort());
  });

  it('is a duplicate where it arrives by itself while the visit is written, and has each case once', async () => {
    const inspection = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
    const input = visitOf(world, household, { parts: [{ inspection }] as never });
    let isAlone = true;
    table.goBy(async (name, act, written) => {
      if (isAlone && name === 'TransactWrite' && JSON.stringify(written).includes(input.id)) {
        isAlone = false;
        await inspect(world, worker, inspection);
      }
      return act();
    });
    const [part] = await send(input);
    expect(isAlone).toBe(false);
    expect(part).toMatchObject({ status: 'DUPLICATE', findings: [{ userErrors: [] }, { userErrors: [] }] });
    expect((await open()).length).toBe(2);
    const { data } = await run(world, worker, VisitPageDocument, { id: input.id });
    expect(data.visit?.id).toBe(input.id);
  });

  it('is whole after the same again, wherever it was killed', async () => {
    const inspection = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
    const input = visitOf(world, household, { parts: [{ inspection }] as never });
    const restore = table.keep();
    let kills = 0;
    for (let [nth, isOver] = [1, false]; !isOver; nth += 1) {
      for (const moment of ['before', 'after'] as const) {
        restore();
        const { way, wasKilled } = killAt(nth, moment);
        table.goBy(way);
        await run(world, worker, SubmitVisitDocument, { input });
        table.goBy((_name, act) => Promise.resolve().then(act));
        const [part] = await send(input);
        expect(['APPLIED', 'DUPLICATE']).toContain(part?.status);
        expect((await open()).length).toBe(2);
        if (wasKilled()) kills += 1;
        else isOver = true;
      }
    }
    expect(kills).toBeGreaterThan(10);
  });
});
