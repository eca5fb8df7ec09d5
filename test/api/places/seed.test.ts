import { divisions, grids } from '../../../local/seed/areas';
import { households } from '../../../local/seed/households';
import { person } from '../../../local/seed/people';
import { seedPlaces } from '../../../local/seed/places';
import {
  CourtyardsOfGridDocument,
  DwellingsDocument,
  OurPremisesDocument,
  PremisesOfGridDocument,
  PremisesPageDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

describe('the places of the demonstration community', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ ownTable: true });
    await world.services.areaImports.importAreas([...divisions(), ...grids()]);
    await seedPlaces(world.services);
  }, 120_000);

  it('tell the story of the river: a dozen restaurants in the fourth grid, one without a working fume purifier', async () => {
    const worker = person('yang-lan');
    const { data } = await run(world, worker, PremisesOfGridDocument, {});
    const restaurants = (data.premisesInArea?.edges ?? []).filter(({ node }) => node.riverside);
    expect(restaurants).toHaveLength(12);
    const pages = await Promise.all(
      restaurants.map(({ node: { id } }) => run(world, worker, PremisesPageDocument, { id })),
    );
    const silent = pages
      .map((page) => page.data.premises)
      .filter((each) =>
        each?.equipment.some(({ kind, state }) => kind === 'FUME_PURIFIER' && state !== 'WORKING'),
      );
    expect(silent.map((each) => each?.name)).toEqual(['沙河渔舍']);
  });

  it('are shown to the environment bureau, strictest control first', async () => {
    const { data } = await run(world, person('song-ke'), OurPremisesDocument, {});
    const levels = data.controlledPremises?.edges.map(({ node }) => node.control) ?? [];
    expect(levels).toHaveLength(12);
    expect(levels.slice(0, 2)).toEqual(['PROVINCIAL', 'MUNICIPAL']);
  });

  it('have a dwelling behind the door of every household of a courtyard', async () => {
    const courtyard = '510108008003004001';
    const { data } = await run(world, person('yang-lan'), DwellingsDocument, { courtyard });
    const doors = households().filter((household) => household.courtyard === courtyard);
    expect(data.dwellings?.edges.map(({ node }) => node.door)).toEqual(doors.map(({ door }) => door));
  });

  it('have residents’ committees headed by the secondary workers', async () => {
    const { data } = await run(world, person('wang-fang'), CourtyardsOfGridDocument, {});
    const headed = data.courtyards?.edges.filter(({ node }) => node.hasCommittee).map(({ node }) => node);
    expect(headed).toMatchObject([{ kind: 'THREE_WITHOUT', committeeHead: { name: '孙桂香' } }]);
  });

  it('may be seeded again', async () => {
    await expect(seedPlaces(world.services)).resolves.toBeUndefined();
  }, 120_000);
});
