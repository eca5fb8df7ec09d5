import {
  CourtyardPageDocument,
  CourtyardsOfGridDocument,
  DwellingsDocument,
  PutBuildingDocument,
  PutCourtyardDocument,
  type PutCourtyardInput,
  PutDwellingDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { courtyardInput, fillCourtyard } from '../../support/places';
import { makeWorld, type World } from '../../support/world';

describe('a courtyard', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  const put = async (input: Partial<PutCourtyardInput> = {}, actor = world.actor('GRID_WORKER')) => {
    const { data } = await run(world, actor, PutCourtyardDocument, { input: courtyardInput(world, input) });
    return data.putCourtyard;
  };

  it('is a page with its profile, its committee’s head and its buildings', async () => {
    await fillCourtyard(world, 0);
    const { data } = await run(world, world.actor('SECONDARY_WORKER'), CourtyardPageDocument, {
      code: world.courtyard,
    });
    expect(data.courtyard).toMatchObject({
      profile: {
        ...{ id: world.courtyard, name: '一号院', kind: 'THREE_WITHOUT', hasCommittee: true },
        committeeHead: { name: '钟秀兰', personId: null, workPhone: '028-00000011' },
      },
      buildings: [{ id: `${world.courtyard}-1`, number: '1', units: 1, floors: 7, hasLift: false }],
    });
  });

  it('without a profile yet is an empty page, so that one can be written', async () => {
    const { data, errors } = await run(world, world.actor('GRID_WORKER'), CourtyardPageDocument, {
      code: world.courtyard,
    });
    expect(errors).toEqual([]);
    expect(data.courtyard).toEqual({ profile: null, buildings: [] });
  });

  it('of another area is NOT_FOUND, and OUT_OF_AREA to write', async () => {
    const worker = world.actor('GRID_WORKER', world.nextGrid);
    const { errors } = await run(world, worker, CourtyardPageDocument, { code: world.courtyard });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await put({}, worker)).userErrors).toMatchObject([{ code: 'OUT_OF_AREA' }]);
  });

  it('is listed among those of its grid', async () => {
    await put();
    const { data } = await run(world, world.actor('GRID_WORKER'), CourtyardsOfGridDocument, {});
    expect(data.courtyards?.edges.map(({ node }) => node.name)).toEqual(['一号院']);
  });

  it('is written once when the request is repeated, and a second editor meets a CONFLICT', async () => {
    const worker = world.actor('GRID_WORKER');
    const first = await put({}, worker);
    expect(await put({}, worker)).toEqual(first);
    expect((await put({ householdsPlanned: 40 })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const next = await put({ householdsPlanned: 40, expectedVersion: 1 });
    expect(next.courtyard).toMatchObject({ version: 2, householdsPlanned: 40 });
  });

  it.each<[string, Partial<PutCourtyardInput>, string]>([
    ['a kind that does not agree with its gate', { hasGate: true }, 'COURTYARD_KIND_DISAGREES'],
    ['a head without a committee', { hasCommittee: false }, 'HEAD_WITHOUT_COMMITTEE'],
    ['a company without management', { propertyCompany: '某物业' }, 'COMPANY_WITHOUT_MANAGEMENT'],
    ['a number of households below 0', { householdsPlanned: -1 }, 'NUMBER_OUT_OF_RANGE'],
    ['a courtyard that is none', { courtyard: '999999999999999999' }, 'COURTYARD_UNKNOWN'],
  ])('refuses %s', async (_what, input, code) => {
    expect(await put(input)).toMatchObject({ courtyard: null, userErrors: [{ code }] });
  });

  it('takes a building and a dwelling, each known by its number or door, and refuses a second of the same', async () => {
    const worker = world.actor('GRID_WORKER');
    const { courtyard } = world;
    const building = { courtyard, number: '2', units: 2, floors: 7, hasLift: true };
    const built = await run(world, worker, PutBuildingDocument, { input: building });
    expect(built.data.putBuilding.building).toMatchObject({ id: `${courtyard}-2`, version: 1 });
    const dwelling = { courtyard, building: '2', unit: '1', room: '301', use: 'SHARED_RENT' as const };
    const taken = await run(world, worker, PutDwellingDocument, { input: dwelling });
    expect(taken.data.putDwelling.dwelling).toMatchObject({ door: '2-1-301', use: 'SHARED_RENT' });
    const second = await run(world, worker, PutDwellingDocument, { input: { ...dwelling, use: 'VACANT' } });
    expect(second.data.putDwelling.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const wrong = await run(world, worker, PutDwellingDocument, { input: { ...dwelling, room: '3-1' } });
    expect(wrong.data.putDwelling.userErrors).toMatchObject([{ code: 'DOOR_INVALID', path: ['room'] }]);
  });

  it('lists its dwellings by door, page by page, and those of one building', async () => {
    await fillCourtyard(world, 5);
    const dwelling = {
      courtyard: world.courtyard,
      building: '10',
      unit: '1',
      room: '101',
      use: 'VACANT' as const,
    };
    await run(world, world.actor('GRID_WORKER'), PutDwellingDocument, { input: dwelling });
    const page = async (variables: object) => {
      const { data } = await run(world, world.actor('GRID_WORKER'), DwellingsDocument, {
        courtyard: world.courtyard,
        ...variables,
      });
      return {
        doors: data.dwellings?.edges.map(({ node }) => node.door),
        after: data.dwellings?.pageInfo.endCursor,
      };
    };
    const first = await page({ first: 3 });
    expect(first.doors).toEqual(['1-1-101', '1-1-102', '1-1-103']);
    expect((await page({ first: 3, after: first.after })).doors).toEqual(['1-1-104', '1-1-105', '10-1-101']);
    expect((await page({ building: '1' })).doors).toHaveLength(5);
  });
});
