import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode } from 'graphql';
import { newId } from '../../src/shared/ids';
import * as operations from '../generated/operations';
import { run } from '../support/api';
import { casePage, moveCase, reportCase, reportInput, slotInput } from '../support/cases';
import { verifyAll } from '../support/evidence';
import { makeWorld, type World } from '../support/world';
import { type Actor, type Role } from '../../src/auth/actor';

interface Budget {
  /** Sequential round trips to DynamoDB. */
  readonly trips: number;
  /** Read units (eventually consistent reads cost half) and write units, as DynamoDB accounts them. */
  readonly reads: number;
  readonly writes?: number;
  readonly as: Role;
  readonly document: DocumentNode;
  /** Prepares what the operation needs and gives its variables. */
  readonly arrange?: (world: World, caller: Actor) => Promise<object> | object;
}

const grid = (world: World) => reportCase(world, world.actor('GRID_WORKER'));
const doors = async ({ services, courtyard }: World, count: number) => {
  const households = Array.from({ length: count }, (_none, index) => ({
    ...{ id: newId(), courtyard, door: `1-${String(index)}`, address: '一号院', memberCount: 3 },
  }));
  await services.households.importHouseholds(households);
  return {};
};
const street = (world: World) => reportCase(world, world.actor('STREET_STAFF'));
const many = async (world: World, count: number) => {
  for (let done = 0; done < count; done += 1) await grid(world);
  return {};
};
const dispatched = async (world: World, ...more: ('accept' | 'reportBack')[]) => {
  const { id } = await street(world);
  await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
  for (const move of more) await moveCase(world, world.actor('DEPARTMENT_STAFF'), id, move);
  return id;
};
const move = (caseId: string, more: object = {}) => ({
  input: { id: newId(), caseId, text: '说明', ...more },
});

/** What each screen may cost. A new operation is not here, and fails until somebody says what it may cost. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  Me: { trips: 0, reads: 0, as: 'GRID_WORKER', document: operations.MeDocument },
  CaseCategories: { trips: 0, reads: 0, as: 'GRID_WORKER', document: operations.CaseCategoriesDocument },
  WorkerDay: {
    ...{ trips: 1, reads: 4.5, as: 'GRID_WORKER', document: operations.WorkerDayDocument },
    arrange: async (world, caller) => {
      await doors(world, 50);
      for (let done = 0; done < 20; done += 1) await reportCase(world, caller);
      return {};
    },
  },
  WhereAmI: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.WhereAmIDocument },
    arrange: ({ point }) => ({ point }),
  },
  ReportCase: {
    ...{ trips: 2, reads: 0.5, writes: 3, as: 'GRID_WORKER', document: operations.ReportCaseDocument },
    arrange: (world) => ({ input: reportInput(world) }),
  },
  SolveCase: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'GRID_WORKER', document: operations.SolveCaseDocument },
    arrange: async (world) => move((await grid(world)).id),
  },
  EscalateCase: {
    ...{ trips: 2, reads: 1, writes: 5, as: 'GRID_WORKER', document: operations.EscalateCaseDocument },
    arrange: async (world) => move((await grid(world)).id),
  },
  AddCaseEvidence: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'GRID_WORKER', document: operations.AddCaseEvidenceDocument },
    arrange: async (world) => ({ input: { caseId: (await grid(world)).id, evidence: [slotInput()] } }),
  },
  Inbox: {
    ...{ trips: 1, reads: 1.5, as: 'GRID_WORKER', document: operations.InboxDocument },
    arrange: (world) => many(world, 20),
  },
  CasePage: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.CasePageDocument },
    arrange: async (world) => ({ id: await dispatched(world, 'accept', 'reportBack') }),
  },
  Households: {
    ...{ trips: 1, reads: 1.5, as: 'GRID_WORKER', document: operations.HouseholdsDocument },
    arrange: (world) => doors(world, 50),
  },
  NodeById: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.NodeByIdDocument },
    arrange: ({ grid: id }) => ({ id }),
  },
  AreaPage: {
    ...{ trips: 2, reads: 1, as: 'STREET_STAFF', document: operations.AreaPageDocument },
    arrange: ({ street: code }) => ({ code }),
  },
  Departments: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.DepartmentsDocument },
    arrange: ({ grid: area }) => ({ area }),
  },
  DispatchCase: {
    ...{ trips: 2, reads: 1.5, writes: 5, as: 'STREET_STAFF', document: operations.DispatchCaseDocument },
    arrange: async (world) => move((await street(world)).id, { department: world.office }),
  },
  CloseCase: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'STREET_STAFF', document: operations.CloseCaseDocument },
    arrange: async (world) => {
      const id = await dispatched(world, 'accept', 'reportBack');
      const { evidence } = await casePage(world, world.actor('STREET_STAFF'), id);
      await verifyAll(
        world,
        id,
        evidence.map((each) => each.id),
      );
      return move(id);
    },
  },
  SendBackCase: {
    ...{ trips: 2, reads: 1, writes: 6, as: 'STREET_STAFF', document: operations.SendBackCaseDocument },
    arrange: async (world) => move(await dispatched(world, 'accept', 'reportBack')),
  },
  AcceptCase: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'DEPARTMENT_STAFF', document: operations.AcceptCaseDocument },
    arrange: async (world) => ({ input: { id: newId(), caseId: await dispatched(world) } }),
  },
  ReturnCase: {
    ...{ trips: 2, reads: 1, writes: 5, as: 'DEPARTMENT_STAFF', document: operations.ReturnCaseDocument },
    arrange: async (world) => move(await dispatched(world)),
  },
  ReportBackCase: {
    // A transaction of case and slot.
    ...{ trips: 2, reads: 1, writes: 12, as: 'DEPARTMENT_STAFF' },
    document: operations.ReportBackCaseDocument,
    arrange: async (world) => move(await dispatched(world, 'accept'), { evidence: [slotInput('AFTER')] }),
  },
  MyReports: {
    ...{ trips: 1, reads: 1.5, as: 'RESIDENT', document: operations.MyReportsDocument },
    arrange: async (world, caller) => {
      for (let done = 0; done < 20; done += 1) await reportCase(world, caller);
      return {};
    },
  },
};

describe('the budget of each screen', () => {
  it('is declared for every operation in schema/operations', () => {
    const names = readdirSync('schema/operations', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.graphql'))
      .flatMap((path) => [
        ...readFileSync(`schema/operations/${path}`, 'utf8').matchAll(/^(?:query|mutation) (\w+)/gm),
      ])
      .map(([, name]) => name);
    expect(Object.keys(BUDGETS).sort()).toEqual(names.sort());
  });

  it.each(Object.keys(BUDGETS))('of %s is kept', async (name) => {
    const budget = BUDGETS[name]!;
    const world = await makeWorld();
    const caller = world.actor(budget.as);
    const variables = (await budget.arrange?.(world, caller)) ?? {};
    world.meter.reset();
    const { errors } = await run(world, caller, budget.document as never, variables as never);
    expect(errors).toEqual([]);
    const { waves, readUnits, writeUnits } = world.meter;
    const over = [
      ...(waves > budget.trips ? [`${waves} round trips, not ${budget.trips}`] : []),
      ...(readUnits > budget.reads ? [`${readUnits} read units, not ${budget.reads}`] : []),
      ...(writeUnits > (budget.writes ?? 0) ? [`${writeUnits} write units, not ${budget.writes ?? 0}`] : []),
    ];
    if (process.env.SHOW_COSTS === '1') console.log(name, { waves, readUnits, writeUnits });
    expect(over).toEqual([]);
  });

  it('does not grow with the table: an inbox of 20 rows costs the same with 20 and with 120 cases behind it', async () => {
    const world = await makeWorld();
    const worker = world.actor('GRID_WORKER');
    const cost = async () => {
      world.meter.reset();
      await run(world, worker, operations.InboxDocument, { first: 20 });
      return { trips: world.meter.waves, reads: world.meter.readUnits };
    };
    await many(world, 21);
    const small = await cost();
    await many(world, 100);
    expect(await cost()).toEqual(small);
  });
});
