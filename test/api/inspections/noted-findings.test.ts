import { type Actor } from '../../../src/auth/actor';
import { type CaseMove } from '../../../src/modules/cases/case.machine';
import { InspectionRepo } from '../../../src/modules/inspections/inspection.repo';
import { PremisesFileService } from '../../../src/modules/inspections/premises-file.service';
import { newId } from '../../../src/shared/ids';
import { makeMove, slotInput } from '../../support/cases';
import { verifyAll } from '../../support/evidence';
import {
  caseOf,
  dividedWorld,
  inspect,
  inspectionInput,
  officer,
  premisesFile,
  restaurant,
} from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { type World } from '../../support/world';

/** The same world, whose files read each case itself. */
function reading(world: World): World {
  const { cases, premises } = world.services;
  const nothing = { ofPremises: () => Promise.resolve(new Map()) } as never;
  const repo = new InspectionRepo(world.foundation.table);
  const premisesFiles = new PremisesFileService(repo, nothing, cases, premises, world.clock);
  return { ...world, services: { ...world.services, premisesFiles } };
}

describe('the file of premises, from what was noted of its findings', () => {
  let world: World;
  let table: MemoryTable;
  let premises: string;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    await dividedWorld(world);
    premises = await restaurant(world);
  });

  /** Notes all cases as they stand, as the stream does. */
  const note = async () => {
    const all = table.everything().filter(({ __edb_e__ }) => __edb_e__ === 'case');
    await world.services.findingNotes.observe(all.map((after) => ({ before: undefined, after })));
  };
  const noted = () => table.everything().filter(({ __edb_e__ }) => __edb_e__ === 'finding-case').length;

  it('is for everybody, after each step of the loop, what it is from the cases themselves', async () => {
    const [worker, street, bureau] = [
      world.actor('GRID_WORKER'),
      world.actor('STREET_STAFF'),
      officer(world),
    ];
    const stranger: Actor = {
      ...{ id: newId(), name: '市场局' },
      appointments: [{ role: 'DEPARTMENT_STAFF', area: world.district, department: `${world.district}-MSB` }],
    };
    const everybody = [worker, street, bureau, world.actor('DEPARTMENT_STAFF'), stranger];
    const input = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
    await inspect(world, worker, input);
    const id = caseOf(input, 'RIVER_COLOUR');
    const states = new Set<string>();
    const compare = async () => {
      await note();
      for (const actor of everybody) {
        const file = await premisesFile(world, actor, premises);
        expect(file).toEqual(await premisesFile(reading(world), actor, premises));
        for (const { node } of file.inspections.edges)
          node.findings.filter(({ caseId }) => caseId === id).forEach(({ state }) => states.add(state));
      }
    };
    const picture = slotInput('AFTER');
    const loop: (readonly [Actor, CaseMove, object?])[] = [
      [worker, 'ESCALATE'],
      [world.actor('COMMUNITY_STAFF'), 'ESCALATE'],
      [street, 'DISPATCH', { department: world.bureau }],
      [bureau, 'ACCEPT'],
      [bureau, 'REPORT_BACK', { evidence: [picture] }],
      [street, 'SEND_BACK'],
      [bureau, 'REPORT_BACK'],
      [street, 'CLOSE', { conditionMet: true }],
      [street, 'REOPEN'],
    ];
    await compare();
    expect(noted()).toBe(2);
    for (const [actor, move, more] of loop) {
      world.clock.advance(3_600_000);
      expect((await makeMove(world, actor, id, move, more)).userErrors).toEqual([]);
      if (more !== undefined && 'evidence' in more) await verifyAll(world, id, [picture.id]);
      await compare();
    }
    expect([...states].sort()).toEqual(['ENFORCEMENT', 'OPEN', 'RECTIFIED', 'STRUCK_OFF']);
  });

  it('has what was found just now as well, of which nothing was noted yet', async () => {
    const worker = world.actor('GRID_WORKER');
    await inspect(world, worker, inspectionInput(world, premises, ['PURIFIER_RUNNING']));
    await note();
    world.clock.advance(60_000);
    await inspect(world, worker, inspectionInput(world, premises, ['RIVER_COLOUR', 'PURIFIER_RUNNING']));
    const { openFindings } = await premisesFile(world, worker, premises);
    expect(openFindings.map(({ item, state }) => [item, state])).toEqual([
      ['PURIFIER_RUNNING', 'OPEN'],
      ['RIVER_COLOUR', 'OPEN'],
      ['PURIFIER_RUNNING', 'OPEN'],
    ]);
  });

  it('believes no case that somebody had made before with the id of a finding', async () => {
    const worker = world.actor('GRID_WORKER');
    const input = inspectionInput(world, premises, ['PURIFIER_RUNNING']);
    await inspect(world, worker, input);
    const other = await restaurant(world);
    const stolen = inspectionInput(world, other, ['PURIFIER_RUNNING']);
    stolen.answers = stolen.answers.map((answer) =>
      answer.item === 'PURIFIER_RUNNING' ? { ...answer, caseId: caseOf(input, 'PURIFIER_RUNNING') } : answer,
    );
    await inspect(world, worker, stolen);
    await note();
    const [mine, theirs] = [premises, other].map((each) => premisesFile(world, worker, each));
    expect((await mine)?.openFindings.map(({ state }) => state)).toEqual(['OPEN']);
    expect((await theirs)?.openFindings.map(({ state }) => state)).toEqual(['PENDING']);
  });
});
