import { CHECKLIST_CODES } from '../../../src/modules/inspections/checklist.rules';
import { InspectionCountRepo } from '../../../src/modules/inspections/inspection-count.repo';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { inspectionPolicyInput, plannedPremises } from '../inspection-plans';
import { makeMove } from '../cases';
import {
  caseOf,
  dividedWorld,
  inspect,
  inspectionInput,
  noteFindings,
  officer,
  rectify,
  restaurant,
} from '../inspections';
import { type World } from '../world';
import { type Budget } from './budget';

/** Premises that were inspected so often, each time with two findings. */
async function inspected(world: World, times: number): Promise<{ id: string; last: string }> {
  const id = await restaurant(world);
  const worker = world.actor('GRID_WORKER');
  let last = '';
  for (let made = 0; made < times; made += 1) {
    world.clock.advance(60_000);
    const input = inspectionInput(world, id, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
    await inspect(world, worker, input);
    await noteFindings(
      world,
      input.answers.flatMap(({ caseId }) => caseId ?? []),
    );
    last = input.id;
  }
  return { id, last };
}

/** Two findings at premises, as they were noted. */
async function findingsNoted(world: World, premises: string): Promise<void> {
  const input = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
  await inspect(world, world.actor('GRID_WORKER'), input);
  for (const { item, caseId } of input.answers) {
    if (caseId == null) continue;
    const event = { caseId, number: 1, to: 'OPEN', inspection: input.id, premises, item } as const;
    const areas = [world.district, world.street, world.community, world.grid];
    await world.services.findingAlerts.note({ ...event, areas, people: new Set() });
  }
}

/** Something that was found and is the bureau's; the id of its case. */
async function aFinding(world: World): Promise<string> {
  await dividedWorld(world);
  const input = inspectionInput(world, await restaurant(world), ['RIVER_COLOUR']);
  await inspect(world, world.actor('GRID_WORKER'), input);
  return caseOf(input, 'RIVER_COLOUR');
}

/** The same, which the bureau took on and had put right. */
async function rectifiedFinding(world: World): Promise<string> {
  const id = await aFinding(world);
  await makeMove(world, officer(world), id, 'TAKE_ON');
  await rectify(world, officer(world), id);
  return id;
}

/** Inspections of premises. */
export const INSPECTIONS_BUDGETS: Readonly<Record<string, Budget>> = {
  Checklist: {
    ...{ trips: 0, reads: 0, as: 'GRID_WORKER', document: operations.ChecklistDocument },
    arrange: () => ({ kind: 'RIVERSIDE_RESTAURANT' }),
  },
  PremisesFile: {
    // The premises beside their inspections of a year and how the cases of what failed stand.
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.PremisesFileDocument },
    arrange: async (world) => ({ id: (await inspected(world, 24)).id, first: 24 }),
  },
  OurPremisesFile: {
    ...{ trips: 1, reads: 1.5, as: 'DEPARTMENT_STAFF', document: operations.OurPremisesFileDocument },
    arrange: async (world) => ({ id: (await inspected(world, 4)).id }),
  },
  Inspection: {
    // The inspection, then those before it beside its cases.
    ...{ trips: 2, reads: 2, as: 'GRID_WORKER', document: operations.InspectionDocument },
    arrange: async (world) => ({ id: (await inspected(world, 2)).last }),
  },
  TakeOnFinding: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'DEPARTMENT_STAFF', document: operations.TakeOnFindingDocument },
    caller: (world) => Promise.resolve(officer(world)),
    arrange: async (world) => ({ id: newId(), caseId: await aFinding(world) }),
  },
  InspectCase: {
    ...{ trips: 2, reads: 1, writes: 2, as: 'GRID_WORKER', document: operations.InspectCaseDocument },
    arrange: async (world) => {
      const caseId = await rectifiedFinding(world);
      return { input: { id: newId(), caseId, text: '河水清。', conditionMet: true } };
    },
  },
  StrikeOffFinding: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'DEPARTMENT_STAFF' },
    document: operations.StrikeOffFindingDocument,
    caller: (world) => Promise.resolve(officer(world)),
    arrange: async (world) => {
      const caseId = await rectifiedFinding(world);
      await makeMove(world, world.actor('GRID_WORKER'), caseId, 'INSPECT', { conditionMet: true });
      return { id: newId(), caseId };
    },
  },
  FindingEvents: {
    // The events strongly consistent; then half a unit for each of twenty cases and ten inspections, and the premises.
    ...{ trips: 2, reads: 17.5, as: 'STREET_STAFF', document: operations.FindingEventsDocument },
    arrange: async (world) => {
      const { id } = await inspected(world, 0);
      for (let made = 0; made < 10; made += 1) await findingsNoted(world, id);
      return { area: world.street };
    },
  },
  SubmitInspection: {
    // The premises beside their inspections; the inspection beside the grid; the two cases at once, each with its picture.
    ...{ trips: 3, reads: 3, writes: 30, as: 'GRID_WORKER', document: operations.SubmitInspectionDocument },
    arrange: async (world) => {
      const { id } = await inspected(world, 1);
      return { input: inspectionInput(world, id, ['PURIFIER_RUNNING', 'RIVER_COLOUR']) };
    },
  },
  DueInspections: {
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.DueInspectionsDocument },
    arrange: async (world) => {
      // Two checklists for each.
      await plannedPremises(world, 60);
      return { window: 'ALL', first: 100 };
    },
  },
  DueInspectionsOfArea: {
    // The lists of all checklists of a district, side by side: together a little more than the page.
    ...{ trips: 1, reads: 5, as: 'DISTRICT_STAFF', document: operations.DueInspectionsOfAreaDocument },
    arrange: async (world) => {
      await plannedPremises(world, 60);
      return { window: 'ALL', first: 100 };
    },
  },
  OurDueInspections: {
    // The rules of the district, kept for a minute, then the list.
    ...{ trips: 2, reads: 5, as: 'DEPARTMENT_STAFF', document: operations.OurDueInspectionsDocument },
    arrange: async (world) => {
      await dividedWorld(world);
      await plannedPremises(world, 60);
      return { window: 'ALL', first: 100 };
    },
  },
  InspectionCoverage: {
    // The figures of a hundred grids, by all checklists.
    ...{ trips: 1, reads: 5, as: 'STREET_STAFF', document: operations.InspectionCoverageDocument },
    arrange: async ({ foundation, street, clock }) => {
      const repo = new InspectionCountRepo(foundation.table);
      const figures = { planned: 120, due: 60, inspected: 40, overdue: 12, soon: 14, never: 10 };
      const counts = new Map(CHECKLIST_CODES.map((checklist) => [checklist, figures]));
      for (let number = 101; number <= 200; number += 1) {
        const grid = `${street}001${String(number)}`;
        await repo.save('NOW', { grid, at: clock.now(), counts });
      }
      return { area: street };
    },
  },
  OurInspectionCoverage: {
    ...{ trips: 1, reads: 1, as: 'DEPARTMENT_STAFF', document: operations.OurInspectionCoverageDocument },
    arrange: async (world) => {
      await plannedPremises(world, 1);
      await world.services.inspectionCounts.count(world.grid);
      return { area: world.street };
    },
  },
  InspectionPolicy: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.InspectionPolicyDocument },
  },
  SetInspectionPolicy: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'DISTRICT_STAFF' },
    document: operations.SetInspectionPolicyDocument,
    arrange: (world) => ({ input: inspectionPolicyInput(world) }),
  },
};
