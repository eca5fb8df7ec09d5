import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { AssignHouseholdsDocument, PersonAppointmentsDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { appointed } from '../../support/staff';
import { makeWorld, type World } from '../../support/world';

describe('a worker’s own households', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
  });
  const assigning = async (
    input: {
      id: string;
      appointment: string;
      households: string[];
      expectedVersion: number;
    },
    actor = worker,
  ) => {
    const { data, errors } = await run(world, actor, AssignHouseholdsDocument, { input });
    expect(errors).toEqual([]);
    const { appointment, userErrors } = data.assignHouseholds;
    return userErrors[0]?.code ?? [appointment?.householdsVersion, appointment?.households];
  };

  it('are replaced as a whole, once for each request, and never over what somebody did not see', async () => {
    const { id: appointment, person } = await appointed(world, { role: 'GRID_WORKER', area: world.grid });
    const [first, second] = [[newId(), newId()], [newId()]];
    const request = { id: newId(), appointment, households: first, expectedVersion: 0 };
    expect(await assigning(request)).toEqual([1, first]);
    expect(await assigning(request)).toEqual([1, first]);
    expect(await assigning({ ...request, households: second })).toBe('CONFLICT');
    expect(await assigning({ ...request, id: newId() })).toBe('CONFLICT');
    const next = { ...request, id: newId(), households: second, expectedVersion: 1 };
    expect(await assigning(next)).toEqual([2, second]);
    expect(await assigning(request)).toBe('CONFLICT');
    const { data } = await run(world, world.actor('COMMUNITY_STAFF'), PersonAppointmentsDocument, { person });
    expect(data.appointmentsOf).toMatchObject([{ households: second, householdsVersion: 2 }]);
  });

  it('are of workers in one’s own grid', async () => {
    const foreign = await appointed(world, { role: 'GRID_WORKER', area: world.foreignGrid });
    const request = { id: newId(), appointment: foreign.id, households: [], expectedVersion: 0 };
    expect(await assigning(request)).toBe('NOT_FOUND');
    const clerk = await appointed(world, { role: 'COMMUNITY_STAFF', area: world.community });
    expect(await assigning({ ...request, appointment: clerk.id }, world.actor('COMMUNITY_STAFF'))).toBe(
      'HOUSEHOLDS_NOT_HERE',
    );
  });
});
