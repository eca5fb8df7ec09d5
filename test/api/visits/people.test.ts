import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { SubmitVisitDocument, type SubmitVisitInput, type VisitPartInput } from '../../generated/operations';
import { run } from '../../support/api';
import { offeredIn, onBehalf } from '../../support/applications';
import { held } from '../../support/faults';
import { killAt } from '../../support/kills';
import { type MemoryTable, type Way } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { livingIn, mobile, newcomer } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { stepped } from '../../support/waves';
import { type World } from '../../support/world';

const hazard = () => ({
  ...{ id: newId(), category: 'FIRE_HAZARD', text: '楼道里堆着电动车电池。', place: {} },
  ...{ urgency: 'NORMAL' as const, evidence: [] },
});
const update = (resident: string, more: object = {}) => ({
  ...{ id: newId(), resident, expectedVersion: 1, phone: mobile() },
  ...more,
});
const straight: Way = (_name, act) => Promise.resolve().then(act);

describe('what a visit says of several people behind one door', () => {
  let world: World;
  let table: MemoryTable;
  let worker: Actor;
  let household: string;
  let people: readonly [string, string, string];
  let service: string;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    worker = world.actor('GRID_WORKER');
    const { household: door, resident } = await listed(world);
    household = door;
    people = [resident, await livingIn(world, household), await livingIn(world, household)];
    service = await offeredIn(world);
  });

  const send = async (input: SubmitVisitInput) => {
    const { data, errors } = await run(world, worker, SubmitVisitDocument, { input });
    expect(errors).toEqual([]);
    return (data.submitVisit.parts ?? []).map(({ status }) => status);
  };
  const child = () => newcomer(household, { relation: 'CHILD', name: '小满' });
  /** Every record, without what is sealed anew each time. */
  const records = () =>
    table
      .everything()
      .map((item) => JSON.stringify({ ...item, sealed: undefined }))
      .sort();

  it.each<[string, () => VisitPartInput[]]>([
    ['three of them are changed', () => people.map((each) => ({ residentUpdate: update(each) }))],
    [
      'two are changed, and there is a case',
      () => [...people.slice(1).map((each) => ({ residentUpdate: update(each) })), { case: hazard() }],
    ],
    [
      'one is changed and applies for something, and there is a note',
      () => [
        { residentUpdate: update(people[0]) },
        { application: onBehalf(world, service, people[0]) },
        { note: { id: newId(), kind: 'WISH', text: '希望楼道加灯', evidence: [] } },
      ],
    ],
    [
      'a child is put on file, and two are changed',
      () => [
        { newResident: { ...child(), beginning: 'RECORDED' } as never },
        { residentUpdate: update(people[1]) },
        { residentUpdate: update(people[2]) },
      ],
    ],
    [
      'a child is put on file, which is applied for, and there is a case',
      () => {
        const newResident = child();
        const application = onBehalf(world, service, newResident.id);
        return [{ newResident: newResident }, { application }, { case: hazard() }];
      },
    ],
    [
      'one has moved out, and two are changed',
      () => [
        {
          residenceEnd: {
            ...{ id: newId(), resident: people[0], household, on: '2026-05-12' },
            ending: 'MOVED_OUT',
          },
        },
        { residentUpdate: update(people[1]) },
        { residentUpdate: update(people[2]) },
      ],
    ],
  ])('takes three round trips: %s', async (_what, partsOf) => {
    const input = visitOf(world, household, { parts: partsOf() });
    const { way, trips } = stepped();
    table.goBy(way);
    expect(await send(input)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(trips()).toBe(3);
    table.goBy(straight);
    expect(await send(input)).toEqual(['DUPLICATE', 'DUPLICATE', 'DUPLICATE']);
  });

  it('comes to the same whether it is written at once or, where that was not to be, one after the other', async () => {
    const parts: VisitPartInput[] = [
      ...people.map((each) => ({ residentUpdate: update(each) })),
      { newResident: child() },
      { residentUpdate: update(people[0], { expectedVersion: 1, phone: undefined, name: '周小禾' }) },
      { application: onBehalf(world, service, people[1]) },
    ];
    const input = visitOf(world, household, { parts });
    const restore = table.keep();
    expect(await send(input)).toEqual(parts.map(() => 'APPLIED'));
    const atOnce = records();
    restore();
    let refused = 0;
    table.goBy((name, act, written) => {
      const items = (written as { TransactItems?: unknown[] }).TransactItems ?? [];
      if (refused > 0 || name !== 'TransactWrite' || items.length < 8) return Promise.resolve().then(act);
      refused += 1;
      throw held();
    });
    expect(await send(input)).toEqual(parts.map(() => 'APPLIED'));
    expect(refused).toBe(1);
    expect(records()).toEqual(atOnce);
  });

  it('loses nothing of the others where somebody else changes one of them meanwhile', async () => {
    const [first, second, third] = people.map((each) => update(each)) as [object, object, object];
    const parts = [first, second, third].map((residentUpdate) => ({ residentUpdate }));
    const input = visitOf(world, household, { parts: parts as never });
    const colleague = world.actor('GRID_WORKER');
    let isFirst = true;
    table.goBy(async (name, act, written) => {
      if (isFirst && name === 'TransactWrite' && JSON.stringify(written).includes(people[1])) {
        isFirst = false;
        const residentUpdate = update(people[1]);
        const other = visitOf(world, household, { parts: [{ residentUpdate }] });
        await run(world, colleague, SubmitVisitDocument, { input: other });
      }
      return act();
    });
    expect(await send(input)).toEqual(['APPLIED', 'CONFLICT', 'APPLIED']);
    expect(isFirst).toBe(false);
    table.goBy(straight);
    expect(await send(input)).toEqual(['DUPLICATE', 'CONFLICT', 'DUPLICATE']);
  });

  it('keeps no conflict and writes no part where the visit itself is refused', async () => {
    const input = visitOf(world, household);
    await send(input);
    const before = records();
    const stale = update(people[0], { expectedVersion: 7 });
    const parts = [{ residentUpdate: stale }, { residentUpdate: update(people[1]) }];
    const { data } = await run(world, worker, SubmitVisitDocument, { input: { ...input, parts } });
    expect(data.submitVisit.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
    expect(records()).toEqual(before);
  });

  it('is whole after the same again, wherever it was killed', async () => {
    const application = onBehalf(world, service, people[0]);
    const parts = [...people.map((each) => ({ residentUpdate: update(each) })), { application }];
    const input = visitOf(world, household, { parts });
    const restore = table.keep();
    await send(input);
    const whole = records();
    let kills = 0;
    for (let [nth, isOver] = [1, false]; !isOver; nth += 1) {
      for (const moment of ['before', 'after'] as const) {
        restore();
        const { way, wasKilled } = killAt(nth, moment);
        table.goBy(way);
        await run(world, worker, SubmitVisitDocument, { input });
        table.goBy(straight);
        for (const status of await send(input)) expect(['APPLIED', 'DUPLICATE']).toContain(status);
        expect(records()).toEqual(whole);
        if (wasKilled()) kills += 1;
        else isOver = true;
      }
    }
    expect(kills).toBeGreaterThan(10);
  });
});
