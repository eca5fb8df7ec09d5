import { newId } from '../../../src/shared/ids';
import {
  OurPremisesDocument,
  PremisesOfGridDocument,
  PremisesPageDocument,
  type PutPremisesInput,
  PutPremisesDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { manyPremises, premisesInput, putPremises } from '../../support/places';
import { makeWorld, type World } from '../../support/world';

describe('premises', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  const put = async (input: Partial<PutPremisesInput>, actor = world.actor('GRID_WORKER')) => {
    const answer = await run(world, actor, PutPremisesDocument, { input: premisesInput(world, input) });
    return answer.data.putPremises;
  };
  const names = async (at: World, area: string, closed = false) => {
    const answer = await run(at, at.actor('STREET_STAFF'), PremisesOfGridDocument, {
      area,
      closed,
      first: 100,
    });
    return answer.data.premisesInArea?.edges.map(({ node }) => node.name);
  };

  it('are shown as they were written, with their equipment and who wrote them', async () => {
    const worker = world.actor('GRID_WORKER', undefined, '杨兰');
    const written = await putPremises(world, worker, { workPhone: '028-00000105', contactName: '柳老板' });
    const { data } = await run(world, worker, PremisesPageDocument, { id: written.id });
    expect(data.premises).toEqual(written);
    expect(written).toMatchObject({
      ...{ version: 1, changedBy: '杨兰', changedAt: '2026-05-12T02:30:00.000Z', area: world.grid },
      ...{ control: 'DISTRICT', riverside: true, workPhone: '028-00000105', contactName: '柳老板' },
      equipment: [
        {
          kind: 'FUME_PURIFIER',
          state: 'NOT_WORKING',
          note: '风机不转',
          checkedAt: '2026-05-12T02:00:00.000Z',
        },
        { kind: 'GREASE_TRAP', state: 'WORKING', note: null, checkedAt: null },
      ],
    });
  });

  it('show in the list how many pieces of equipment are at fault', async () => {
    const own = await makeWorld();
    await putPremises(own, own.actor('GRID_WORKER'));
    const { data } = await run(own, own.actor('GRID_WORKER'), PremisesOfGridDocument, {});
    expect(data.premisesInArea?.edges.map(({ node }) => node.faults)).toEqual([1]);
  });

  it('are put into the grid of their point when no area is named', async () => {
    const point = { ...world.point, datum: 'WGS84' as const };
    expect((await put({ area: undefined, point })).premises?.area).toBe(world.grid);
    const nowhere = await put({ area: undefined, point: { latitude: 85, longitude: 1, datum: 'WGS84' } });
    expect(nowhere.userErrors).toMatchObject([{ code: 'PLACE_OUTSIDE_GRIDS', path: ['point'] }]);
  });

  it('keep their point in WGS 84, some hundred metres from what a phone in Chengdu gives', async () => {
    const [latitude, longitude] = [30.6725, 104.1121];
    const satellite = await put({ point: { latitude, longitude, datum: 'WGS84' } });
    expect(satellite.premises?.point).toEqual({ latitude, longitude });
    const phone = await put({ point: { latitude, longitude, datum: 'GCJ02' } });
    const shift = Math.abs((phone.premises?.point?.longitude ?? longitude) - longitude);
    expect(shift).toBeGreaterThan(0.001);
    expect(shift).toBeLessThan(0.01);
  });

  it('by a river are riverside restaurants even when nobody says so', async () => {
    expect((await put({ riverside: false })).premises?.riverside).toBe(true);
  });

  it('answer the same id and content again with the same premises', async () => {
    const worker = world.actor('GRID_WORKER');
    const input = premisesInput(world);
    const first = await run(world, worker, PutPremisesDocument, { input });
    world.clock.advance(60_000);
    const second = await run(world, worker, PutPremisesDocument, { input });
    expect(second.data).toEqual(first.data);
    expect(second.data.putPremises.premises?.version).toBe(1);
  });

  it('let one of two editors win, and tell the other who was first', async () => {
    const [yang, lin] = [
      world.actor('GRID_WORKER', undefined, '杨兰'),
      world.actor('COMMUNITY_STAFF', undefined, '林燕'),
    ];
    const { id } = await putPremises(world, yang);
    const edit = (name: string) => premisesInput(world, { id, name, expectedVersion: 1 });
    const first = await run(world, lin, PutPremisesDocument, { input: edit('沙河渔舍（新）') });
    expect(first.data.putPremises.premises).toMatchObject({ version: 2, name: '沙河渔舍（新）' });
    const second = await run(world, yang, PutPremisesDocument, { input: edit('沙河鱼舍') });
    expect(second.data.putPremises).toMatchObject({ premises: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(second.data.putPremises.userErrors[0]?.message).toContain('林燕');
    const { data } = await run(world, yang, PremisesPageDocument, { id });
    expect(data.premises).toMatchObject({ version: 2, name: '沙河渔舍（新）' });
  });

  it('refuse an id that is taken, and a version of premises that are not there', async () => {
    const { id } = await putPremises(world, world.actor('GRID_WORKER'));
    expect((await put({ id, name: '另一家' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await put({ id: newId(), expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  it('are closed and not deleted: they leave the list and the department’s, and are found among the closed', async () => {
    const own = await makeWorld();
    const worker = own.actor('GRID_WORKER');
    const { id } = await putPremises(own, worker, { name: '旧店' });
    await putPremises(own, worker, { name: '新店' });
    await putPremises(own, worker, { id, name: '旧店', status: 'CLOSED', expectedVersion: 1 });
    expect(await names(own, own.grid)).toEqual(['新店']);
    expect(await names(own, own.grid, true)).toEqual(['旧店']);
    const { data } = await run(own, own.actor('DEPARTMENT_STAFF'), OurPremisesDocument, {});
    expect(data.controlledPremises?.edges.map(({ node }) => node.name)).toEqual(['新店']);
    expect(await own.services.premises.countsOf(own.grid)).toEqual({ premises: 1 });
  });

  it('are counted for a grid by one Query that brings no rows', async () => {
    const own = await makeWorld();
    await manyPremises(own, 30);
    await manyPremises(own, 2, { area: own.nextGrid });
    own.meter.reset();
    expect(await own.services.premises.countsOf(own.grid)).toEqual({ premises: 30 });
    expect(own.meter.commands).toHaveLength(1);
  });

  it('of any level of area are listed, page by page, without a gap or a repeat', async () => {
    const own = await makeWorld();
    const ids = [
      ...(await manyPremises(own, 4)),
      ...(await manyPremises(own, 3, { area: own.courtyard })),
      ...(await manyPremises(own, 2, { area: own.nextGrid })),
    ];
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await run(own, own.actor('COMMUNITY_STAFF'), PremisesOfGridDocument, {
        first: 2,
        after,
      });
      seen.push(...(data.premisesInArea?.edges.map(({ node }) => node.id) ?? []));
      after = data.premisesInArea?.pageInfo.hasNextPage ? data.premisesInArea.pageInfo.endCursor : undefined;
    } while (after);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen).toHaveLength(ids.length);
    expect(await names(own, own.courtyard)).toHaveLength(3);
    expect(await names(own, own.grid)).toHaveLength(7);
  });

  it('refuse a cursor of another area as BAD_USER_INPUT', async () => {
    await manyPremises(world, 2);
    const worker = world.actor('STREET_STAFF');
    const { data } = await run(world, worker, PremisesOfGridDocument, { area: world.grid, first: 1 });
    const after = data.premisesInArea?.pageInfo.endCursor;
    const { errors } = await run(world, worker, PremisesOfGridDocument, { area: world.nextGrid, after });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('of another area are NOT_FOUND to read and OUT_OF_AREA to write', async () => {
    const foreign = await putPremises(world, world.actor('STREET_STAFF'), { area: world.foreignGrid });
    const worker = world.actor('GRID_WORKER');
    const page = await run(world, worker, PremisesPageDocument, { id: foreign.id });
    expect(page.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const list = await run(world, worker, PremisesOfGridDocument, { area: world.foreignGrid });
    expect(list.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await put({ area: world.foreignGrid })).userErrors).toMatchObject([{ code: 'OUT_OF_AREA' }]);
  });

  it('cannot be taken over from another area by naming one’s own', async () => {
    const foreign = await putPremises(world, world.actor('STREET_STAFF'), { area: world.foreignGrid });
    const stolen = await put({ id: foreign.id, expectedVersion: foreign.version });
    expect(stolen).toMatchObject({ premises: null, userErrors: [{ code: 'NOT_FOUND' }] });
    const { data } = await run(world, world.actor('STREET_STAFF'), PremisesPageDocument, { id: foreign.id });
    expect(data.premises).toEqual(foreign);
  });

  it('are nothing for residents', async () => {
    const { errors } = await run(world, world.actor('RESIDENT'), PremisesOfGridDocument, {
      area: world.courtyard,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each<[string, Partial<PutPremisesInput>, string, string[]]>([
    ['an id that is no UUID version 7', { id: 'abc' }, 'ID_INVALID', ['id']],
    ['no name', { name: ' ' }, 'TEXT_REQUIRED', ['name']],
    ['a name that is too long', { name: '长'.repeat(51) }, 'TEXT_TOO_LONG', ['name']],
    ['no place', { area: undefined }, 'PLACE_REQUIRED', ['area']],
    ['an area that does not exist', { area: '999999999999999' }, 'AREA_UNKNOWN', ['area']],
    ['a phone that is none', { workPhone: '老板' }, 'WORK_PHONE_INVALID', ['workPhone']],
    ['an operator nobody knows', { operator: newId() }, 'ORGANISATION_UNKNOWN', ['operator']],
    [
      'a kind of equipment twice',
      {
        equipment: [
          { kind: 'GREASE_TRAP', state: 'WORKING' },
          { kind: 'GREASE_TRAP', state: 'NOT_WORKING' },
        ],
      },
      'EQUIPMENT_TWICE',
      ['equipment', '1', 'kind'],
    ],
  ])('refuse %s with its own code and path', async (_what, input, code, path) => {
    expect(await put(input)).toMatchObject({ premises: null, userErrors: [{ code, path }] });
  });
});

describe('the premises of a department', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
    const more = [
      ['区控甲', 'DISTRICT', world.grid],
      ['国控', 'NATIONAL', world.nextGrid],
      ['不管控', 'NONE', world.grid],
      ['市控', 'MUNICIPAL', world.foreignGrid],
      ['区控乙', 'DISTRICT', world.foreignGrid],
    ] as const;
    for (const [name, control, area] of more) {
      await putPremises(world, world.actor('STREET_STAFF'), { name, control, area });
    }
  });

  const bureau = () => world.actor('DEPARTMENT_STAFF', world.district);
  const listed = async (variables: object, actor = bureau()) => {
    const { data } = await run(world, actor, OurPremisesDocument, variables as never);
    return data.controlledPremises?.edges.map(({ node }) => node.name);
  };
  const paged = async (area: string) => {
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await run(world, bureau(), OurPremisesDocument, { area, first: 1, after });
      seen.push(...(data.controlledPremises?.edges.map(({ node }) => node.name) ?? []));
      after = data.controlledPremises?.pageInfo.hasNextPage
        ? data.controlledPremises.pageInfo.endCursor
        : undefined;
    } while (after);
    return seen;
  };

  it('are those under control in its district, strictest first, by one Query', async () => {
    world.meter.reset();
    expect(await listed({})).toEqual(['国控', '市控', '区控甲', '区控乙']);
    expect(world.meter.waves).toBe(1);
  });

  it('are those of one level or of one area, when it asks for these', async () => {
    expect(await listed({ level: 'DISTRICT' })).toEqual(['区控甲', '区控乙']);
    expect(await listed({ level: 'DISTRICT', area: world.foreignGrid })).toEqual(['区控乙']);
    expect(await listed({ area: world.community })).toEqual(['国控', '区控甲']);
    expect(await listed({ level: 'NONE' })).toEqual([]);
  });

  it('are the same page by page, for the district and for a street', async () => {
    expect(await paged(world.district)).toEqual(['国控', '市控', '区控甲', '区控乙']);
    expect(await paged(world.street)).toEqual(['国控', '市控', '区控甲', '区控乙']);
  });

  it('lie in its own area: those of another district are NOT_FOUND', async () => {
    const other = await makeWorld();
    const { errors } = await run(world, bureau(), OurPremisesDocument, { area: other.district });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
