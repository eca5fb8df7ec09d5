import { DEPARTMENTS, person } from '../../../local/seed/people';
import { publishSheet } from '../../../local/seed/sheets';
import { serviceItems } from '../../../local/seed/service-items';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { daysAfter } from '../../../src/shared/business-date';
import { newId } from '../../../src/shared/ids';
import {
  FindServiceDocument,
  type PublishServiceItemInput,
  PublishServiceItemDocument,
  ServiceDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeMemoryWorld } from '../../support/memory-world';
import { day } from '../../support/mediation';
import { serviceInput } from '../../support/services';
import { type World } from '../../support/world';

const DAY = 86_400_000;

describe('service items', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });

  const send = async (input: PublishServiceItemInput, actor = world.actor('DISTRICT_STAFF')) => {
    const { data, errors } = await run(world, actor, PublishServiceItemDocument, { input });
    expect(errors).toEqual([]);
    const { service, userErrors } = data.publishServiceItem;
    return { service, codes: userErrors.map(({ code }) => code) };
  };
  const names = async (query: string, actor = world.actor('RESIDENT'), page: object = {}) => {
    const { data, errors } = await run(world, actor, FindServiceDocument, { query, ...page });
    expect(errors).toEqual([]);
    return (data.serviceItems?.edges ?? []).map(({ node }) => node.name);
  };
  const shown = async (id: string, actor = world.actor('RESIDENT')) =>
    run(world, actor, ServiceDocument, { id });

  it('are found by everyone of the district, by name, former name and initials, and by nobody of another', async () => {
    const { service } = await send(serviceInput(world));
    for (const role of ['RESIDENT', 'GRID_WORKER', 'COMMUNITY_STAFF', 'STREET_STAFF'] as const)
      for (const query of ['登记', '准生', 'zsz', 'sydj', ''])
        expect(await names(query, world.actor(role))).toEqual(['生育登记']);
    expect(await names('护照')).toEqual([]);
    const stranger = {
      ...world.actor('RESIDENT'),
      appointments: [{ role: 'RESIDENT', area: '100001001001' }] as const,
    };
    expect(await names('zsz', stranger)).toEqual([]);
    expect((await shown(service?.id ?? '', stranger)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('say who may apply, what to bring and how long it takes', async () => {
    const { service } = await send(serviceInput(world));
    const { data } = await shown(service?.id ?? '');
    expect(data.serviceItem).toMatchObject({
      ...{ version: 1, until: '9999-12-31', fees: '不收费', aliases: ['准生证'] },
      materials: [
        { code: 'MARRIAGE', isRequired: true, issuer: '民政部门' },
        { code: 'HOUSEHOLD_BOOK', isRequired: true },
        { code: 'PHOTO', isRequired: false },
      ],
      steps: [
        { by: 'COMMUNITY', workingDays: 2 },
        { by: 'STREET', workingDays: 5 },
      ],
    });
  });

  it('go on in versions: the next one begins on its day, and till then the one before holds', async () => {
    const first = await send(serviceInput(world));
    const from = daysAfter(day(world), 3);
    const second = await send(serviceInput(world, { expectedVersion: 1, from, name: '生育登记服务' }));
    expect(second.codes).toEqual([]);
    expect(await names('zsz')).toEqual(['生育登记']);
    world.clock.advance(3 * DAY);
    expect(await names('zsz')).toEqual(['生育登记服务']);
    expect((await shown(first.service?.id ?? '')).data.serviceItem).toMatchObject({ version: 2, from });
  });

  it('are published once: the same request again gives the same answer, another under its id is a conflict', async () => {
    const [actor, input] = [world.actor('DISTRICT_STAFF'), serviceInput(world)];
    const first = await send(input, actor);
    await send(serviceInput(world, { expectedVersion: 1, from: day(world, 1), name: '另一版' }));
    expect(await send(input, actor)).toEqual({ ...first, service: { ...first.service, until: day(world) } });
    expect((await send({ ...input, name: '别的' }, actor)).codes).toEqual(['CONFLICT']);
    expect((await send(input)).codes).toEqual(['CONFLICT']);
  });

  it('are published by one of two at once', async () => {
    const both = await Promise.all([
      send(serviceInput(world, { name: '甲' })),
      send(serviceInput(world, { name: '乙' })),
    ]);
    expect(both.map(({ codes }) => codes.join()).sort()).toEqual(['', 'CONFLICT']);
    expect(await names('')).toHaveLength(1);
  });

  it.each([
    ['an id that is none', () => ({ id: 'x' }), 'ID_INVALID'],
    [
      'a day before the version before',
      (now: World) => ({ expectedVersion: 1, from: day(now) }),
      'SERVICE_PERIOD',
    ],
    [
      'an end before its beginning',
      (now: World) => ({ expectedVersion: 1, from: day(now, 2), until: day(now, 1) }),
      'SERVICE_PERIOD',
    ],
    ['a version that nobody saw', (now: World) => ({ expectedVersion: 2, from: day(now, 2) }), 'CONFLICT'],
    [
      'an empty name',
      (now: World) => ({ expectedVersion: 1, from: day(now, 2), name: '  ' }),
      'TEXT_REQUIRED',
    ],
  ] as const)('are not published with %s', async (_what, more, code) => {
    await send(serviceInput(world));
    expect((await send(serviceInput(world, more(world)))).codes).toEqual([code]);
  });

  it('are published by staff of the district alone, and of their own', async () => {
    const input = serviceInput(world, { service: '100001-SOMETHING' });
    const foreign = await run(world, world.actor('DISTRICT_STAFF'), PublishServiceItemDocument, { input });
    expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const street = await run(world, world.actor('STREET_STAFF'), PublishServiceItemDocument, {
      input: serviceInput(world),
    });
    expect(street.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('of the seed are all published, and left as they are by a second seeding', async () => {
    const by = person('tang-hua');
    await world.services.departments.importDepartments(DEPARTMENTS);
    await world.services.areaImports.importAreas([{ code: '510108', names: ['成华区'] }]);
    await publishSheet(world.services, () => createCollectionReader(world.foundation.table));
    for (let round = 0; round < 2; round += 1)
      for (const input of serviceItems())
        await world.services.serviceItems.publish(by, createCollectionReader(world.foundation.table), input);
    const resident = person('peng-xiaoli');
    expect(await names('', resident, { first: 100 })).toHaveLength(serviceItems().length);
    expect(await names('zsz', resident)).toEqual(['生育登记']);
  });

  it('come in pages that neither lose nor repeat one', async () => {
    for (let made = 0; made < 7; made += 1)
      await send(
        serviceInput(world, { service: `${world.district}-S_${'ABCDEFG'.charAt(made)}X`, id: newId() }),
      );
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { data } = await run(world, world.actor('RESIDENT'), FindServiceDocument, { first: 3, after });
      seen.push(...(data.serviceItems?.edges ?? []).map(({ node }) => node.id));
      if (data.serviceItems?.pageInfo.hasNextPage !== true) break;
      after = data.serviceItems.pageInfo.endCursor ?? undefined;
    }
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength(7);
  });
});
