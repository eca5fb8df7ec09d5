import { newId } from '../../../src/shared/ids';
import { AssignHouseholdsDocument, PersonAppointmentsDocument } from '../../generated/operations';
import {
  approved,
  carryOut,
  DAY,
  dayComes,
  newGrids,
  round,
  splitInput,
  strip,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { killAt } from '../../support/kills';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { home } from '../../support/residents';
import { appointed } from '../../support/staff';
import { type World } from '../../support/world';

describe('the doors of a worker whose grid is renumbered', () => {
  let world: World;
  let table: MemoryTable;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });

  /** The grid gets another code on the day; a worker of it has these doors. */
  const workerWith = async (households: string[]): Promise<string> => {
    const { id: appointment, person } = await appointed(world, { role: 'GRID_WORKER', area: world.grid });
    const input = { id: newId(), appointment, households, expectedVersion: 0 };
    const { data } = await run(world, world.actor('COMMUNITY_STAFF'), AssignHouseholdsDocument, { input });
    expect(data.assignHouseholds.userErrors).toEqual([]);
    const { west } = newGrids(world);
    const boundary = strip(world, 0, 2);
    const grids = [{ code: west, name: '第一网格', kind: 'GENERAL', datum: 'WGS84', boundary } as const];
    const courtyards = [{ courtyard: world.courtyard, toGrid: west }];
    await approved(world, splitInput(world, { grids, courtyards }));
    dayComes(world);
    return person;
  };
  const appointmentsOf = async (person: string) => {
    const { data } = await run(world, world.actor('COMMUNITY_STAFF'), PersonAppointmentsDocument, { person });
    return data.appointmentsOf;
  };

  it('are theirs in the new grid too, and in what has ended as they were', async () => {
    const doors = [await home(world), await home(world)];
    const person = await workerWith(doors);
    await carryOut(world);
    const all = await appointmentsOf(person);
    expect(all.find(({ area }) => area === newGrids(world).west)).toMatchObject({
      ...{ from: DAY, households: doors, householdsVersion: 1 },
    });
    expect(all.find(({ area }) => area === world.grid)).toMatchObject({ households: doors });
  });

  it('are the same wherever the adjustment is killed', async () => {
    const doors = [await home(world)];
    const person = await workerWith(doors);
    const restore = table.keep();
    const commands: string[] = [];
    table.goBy((_name, act, input) => {
      commands.push(JSON.stringify(input));
      return Promise.resolve().then(act);
    });
    await round(world);
    // All that is asked about the worker; the rest is killed in the story of a grid that is split.
    const about = commands.flatMap((command, index) => (command.includes(person) ? [index + 1] : []));
    expect(about.length).toBeGreaterThan(4);
    for (const nth of about) {
      for (const moment of ['before', 'after'] as const) {
        restore();
        table.goBy(killAt(nth, moment).way);
        await round(world).catch(() => undefined);
        table.goBy((_name, act) => Promise.resolve().then(act));
        await carryOut(world);
        const all = await appointmentsOf(person);
        const now = all.filter(({ area }) => area === newGrids(world).west);
        expect([nth, now]).toMatchObject([nth, [{ households: doors, householdsVersion: 1 }]]);
      }
    }
  }, 60_000);
});
