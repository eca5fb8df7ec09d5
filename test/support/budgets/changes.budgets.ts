import { type FollowedType } from '../../../src/modules/changes/presence.rules';
import * as operations from '../../generated/operations';
import { reportCase } from '../cases';
import { manyFacilities } from '../places';
import { listed } from '../visits';
import { type World } from '../world';
import { caseRow } from '../case-rows';
import { type Budget } from './budget';

/** What the table's stream would tell of each kind; budgets are measured in a table without one. */
const IMAGES: Partial<Record<FollowedType, (courtyard: string) => object>> = {
  HOUSEHOLD: (courtyard) => ({ __edb_e__: 'household', courtyard }),
  RESIDENT: (courtyard) => ({ __edb_e__: 'resident', residences: [{ courtyard }] }),
  CASE: (courtyard) => ({ __edb_e__: 'case', row: caseRow({ area: courtyard }) }),
  FACILITY: (courtyard) => ({ __edb_e__: 'facility', shelf: 'OPEN', area: courtyard }),
};

const note = (world: World, type: FollowedType, ids: readonly string[]) => {
  const images = ids.map((id) => ({ ...IMAGES[type]?.(world.courtyard), id, pk: `${type}#${id}` }));
  return world.services.changeNotes.observe(images.map((after) => ({ before: undefined, after })));
};

/** A hundred changes: fifteen doors with their plans, fifteen residents, ten cases, sixty facilities. */
const hundred = async (world: World) => {
  const doors: { household: string; resident: string }[] = [];
  for (let count = 0; count < 15; count += 1) doors.push(await listed(world));
  const cases: string[] = [];
  for (let count = 0; count < 10; count += 1)
    cases.push((await reportCase(world, world.actor('GRID_WORKER'))).id);
  await note(world, 'HOUSEHOLD', doors.map(({ household }) => household)); // prettier-ignore
  await note(world, 'RESIDENT', doors.map(({ resident }) => resident)); // prettier-ignore
  await note(world, 'CASE', cases);
  await note(world, 'FACILITY', await manyFacilities(world, 60));
};

/** What has changed. */
export const CHANGES_BUDGETS: Readonly<Record<string, Budget>> = {
  Changes: {
    // Half a unit a record, one for a door with its plan; the pointers come on top.
    ...{ trips: 2, reads: 61.5, as: 'GRID_WORKER', document: operations.ChangesDocument },
    arrange: async (world) => {
      await hundred(world);
      return { areas: [world.grid], first: 100 };
    },
  },
};
