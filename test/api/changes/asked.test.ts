import { encodeCursor } from '../../../src/modules/changes/change-cursor.rules';
import { newId } from '../../../src/shared/ids';
import { ChangesDocument, MoveResidentDocument } from '../../generated/operations';
import { secondCourtyard } from '../../support/adjustments';
import { run } from '../../support/api';
import { reportCase, reportInput } from '../../support/cases';
import { ask, Follower, minutePasses, TestPhone } from '../../support/changes';
import { manyFacilities } from '../../support/places';
import { home, livingIn } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

jest.setTimeout(120_000);

const DAY = 86_400_000;

async function followed() {
  const world = await makeWorld({ ownTable: true, stream: true });
  return { world, stream: new Follower(world) };
}

async function codeOf(
  world: World,
  actor: Parameters<typeof run>[1],
  variables: { areas: string[]; cursor?: string; first?: number },
): Promise<string | undefined> {
  const { errors } = await run(world, actor, ChangesDocument, variables);
  return errors[0]?.extensions?.code;
}

describe('whoever asks what has changed', () => {
  it('asks for grids or communities they are appointed to: all else is NOT_FOUND', async () => {
    const world = await makeWorld();
    const worker = world.actor('GRID_WORKER');
    const staff = world.actor('COMMUNITY_STAFF');
    expect(await codeOf(world, worker, { areas: [world.grid] })).toBeUndefined();
    expect(await codeOf(world, worker, { areas: [world.courtyard] })).toBeUndefined();
    expect(await codeOf(world, worker, { areas: [world.nextGrid] })).toBe('NOT_FOUND');
    expect(await codeOf(world, worker, { areas: [world.grid, world.foreignGrid] })).toBe('NOT_FOUND');
    expect(await codeOf(world, worker, { areas: [world.community] })).toBe('NOT_FOUND');
    expect(await codeOf(world, staff, { areas: [world.community] })).toBeUndefined();
    expect(await codeOf(world, staff, { areas: [world.otherCommunity] })).toBe('NOT_FOUND');
    expect(await codeOf(world, staff, { areas: [world.street] })).toBe('BAD_USER_INPUT');
    expect(await codeOf(world, staff, { areas: [] })).toBe('BAD_USER_INPUT');
    expect(await codeOf(world, staff, { areas: [world.grid], first: 101 })).toBe('BAD_USER_INPUT');
    const many = Array.from({ length: 21 }, (_none, index) => `${world.community}${String(index + 100)}`);
    expect(await codeOf(world, staff, { areas: many })).toBe('BAD_USER_INPUT');
    const street = { ...world.actor('STREET_STAFF') };
    expect(await codeOf(world, street, { areas: [world.grid] })).toBe('FORBIDDEN');
  });

  it('is told to forget a grid when the appointment moves, and told the new one', async () => {
    const { world, stream } = await followed();
    const beside = `${world.nextGrid}001`;
    await world.services.areaImports.importAreas([
      { code: beside, names: ['某区', '某街道', '某社区', '第二网格', '邻院'] },
    ]);
    const [here, there] = [await home(world), await home(world, beside)];
    await stream.follow();
    const worker = world.actor('GRID_WORKER');
    const phone = new TestPhone(world, worker, [world.grid]);
    await phone.sync();
    expect(phone.ids('HOUSEHOLD')).toEqual([here]);
    const old = phone.cursor;

    phone.actor = { ...worker, appointments: [{ role: 'GRID_WORKER', area: world.nextGrid }] };
    // Still asking for the old grid, which they no longer see.
    const { cursor } = phone;
    const lost = await ask(world, phone.actor, { areas: [world.grid], cursor });
    expect(lost).toMatchObject({ changes: [], forget: [world.grid], hasMore: false });
    expect(await codeOf(world, phone.actor, { areas: [world.grid], cursor: lost.cursor })).toBe('NOT_FOUND');
    phone.areas = [world.nextGrid];
    await phone.sync();
    expect(phone.ids('HOUSEHOLD')).toEqual([there]);
    expect(await ask(world, phone.actor, { areas: [world.nextGrid], cursor: old })).toMatchObject({
      forget: [world.grid],
    });
  });

  it('is told a grid anew when they see another part of it', async () => {
    const { world, stream } = await followed();
    const second = await secondCourtyard(world);
    const [one, two] = [await home(world), await home(world, second)];
    await stream.follow();
    const worker = world.actor('SECONDARY_WORKER');
    const phone = new TestPhone(world, worker, [world.grid]);
    await phone.sync();
    expect(phone.ids('HOUSEHOLD')).toEqual([one]);
    minutePasses(world);
    phone.actor = { ...worker, appointments: [{ role: 'SECONDARY_WORKER', area: second }] };
    await phone.sync();
    expect(phone.ids('HOUSEHOLD')).toEqual([two]);
    minutePasses(world);
    phone.actor = { ...worker, appointments: [{ role: 'GRID_WORKER', area: world.grid }] };
    await phone.sync();
    expect(phone.ids('HOUSEHOLD').sort()).toEqual([one, two].sort());
  });

  it('sees but one courtyard: what leaves it is removed, and of the rest of the grid nothing is told', async () => {
    const { world, stream } = await followed();
    const second = await secondCourtyard(world);
    const [mine, other] = [await home(world), await home(world, second)];
    const [leaver, neighbour] = [await livingIn(world, mine), await livingIn(world, other)];
    const secondary = world.actor('SECONDARY_WORKER');
    const own = await reportCase(world, secondary, { place: { area: second } });
    await reportCase(world, world.actor('GRID_WORKER'), reportInput(world, { place: { area: second } }));
    await stream.follow();
    const phone = new TestPhone(world, secondary, [world.grid]);
    await phone.sync();
    expect(phone.ids('RESIDENT')).toEqual([leaver]);
    expect(phone.ids('CASE')).toEqual([own.id]);
    minutePasses(world);
    const staff = world.actor('COMMUNITY_STAFF');
    for (const [resident, household, to] of [
      [leaver, mine, other],
      [neighbour, other, mine],
    ] as const)
      // prettier-ignore
      await run(world, staff, MoveResidentDocument, {
        input: { id: newId(), resident, household, to, relation: 'OTHER', on: '2026-05-11' },
      });
    const third = await livingIn(world, other);
    await stream.follow();
    await phone.sync();
    expect(phone.ids('RESIDENT')).toEqual([neighbour]);
    expect(phone.told).toContain(`- RESIDENT ${leaver}`);
    const told = phone.told.join();
    expect(told).not.toContain(third);
    expect(told).not.toContain(other);
  });

  it('has a cursor of their own: one of somebody else, broken or forged is refused', async () => {
    const { world, stream } = await followed();
    await home(world, world.courtyard);
    await stream.follow();
    const worker = world.actor('GRID_WORKER');
    const areas = [world.grid];
    const { cursor } = await ask(world, worker, { areas });
    expect(await codeOf(world, world.actor('GRID_WORKER'), { areas, cursor })).toBe('CURSOR_INVALID');
    const now = world.clock.now().getTime();
    const forged = (position: object, grid = world.grid) =>
      encodeCursor({ person: worker.id, positions: new Map([[grid, { scope: 'x', since: 1, from: 1, ...position }]]) }); // prettier-ignore
    const bad = [
      ...['', 'x', '!!!', Buffer.from('null').toString('base64url'), 'x'.repeat(20_000), `${cursor}x`],
      ...[forged({ from: now + DAY }), forged({ from: -1 }), forged({ from: 0 }), forged({}, '510108')],
      ...[forged({ until: now + DAY }), forged({ from: 9, until: 5 }), forged({ after: 'x', until: 5 })],
      ...[forged({ until: 5, after: '0000000000009#HOUSEHOLD#1#1' }), forged({ from: 1.5 })],
      Buffer.from(JSON.stringify([worker.id, [[1, 2, 3, 4]]])).toString('base64url'),
      Buffer.from(JSON.stringify([worker.id, 'x'])).toString('base64url'),
    ];
    for (const each of bad) expect([each, await codeOf(world, worker, { areas, cursor: each })]).toEqual([each, 'CURSOR_INVALID']); // prettier-ignore
    const { errors } = await run(world, worker, ChangesDocument, { areas, cursor: 'x' }, 'en');
    expect(errors[0]?.message).toBe('The cursor is none of ours, or not yours: begin again without one.');
    // One that is forged well names a grid of others: it is forgotten, and not told.
    const well = forged({ from: now, since: now }, world.nextGrid);
    const answer = await ask(world, worker, { areas: [world.grid, world.nextGrid], cursor: well });
    expect(answer.forget).toEqual([world.nextGrid]);
    expect(answer.changes.map(({ areas: where }) => where)).toEqual([[world.grid]]);
  });

  it('is told everything anew when the cursor is older than ninety days', async () => {
    const { world, stream } = await followed();
    const household = await home(world);
    const resident = await livingIn(world, household);
    await stream.follow();
    const phone = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    await phone.sync();
    const { cursor = '' } = phone;
    world.clock.advance(89 * DAY);
    const { actor, areas } = phone;
    expect(await ask(world, actor, { areas, cursor })).toMatchObject({ restart: false, forget: [] });
    world.clock.advance(2 * DAY);
    const again = await ask(world, actor, { areas, cursor });
    expect(again).toMatchObject({ restart: true, forget: [world.grid], hasMore: false });
    expect(again.changes.map(({ id, removed }) => [id, removed]).sort()).toEqual(
      [
        [household, false],
        [resident, false],
      ].sort(),
    );
  });

  it('takes 250 changes in pages, while others are written meanwhile', async () => {
    const { world, stream } = await followed();
    const ids = [...(await manyFacilities(world, 250))];
    await stream.follow();
    const phone = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    let answers = 0;
    for (let more = true; more; answers += 1) {
      const { cursor } = phone;
      const answer = await ask(world, phone.actor, { areas: phone.areas, cursor, first: 40 });
      expect(answer.changes.length).toBeLessThanOrEqual(40);
      phone.take(answer);
      more = answer.hasMore;
      world.clock.advance(2_000);
      if (answers < 5) {
        ids.push(...(await manyFacilities(world, 7)));
        await stream.follow();
      }
    }
    expect(answers).toBeLessThan(10);
    await phone.sync();
    expect(phone.ids('FACILITY').sort()).toEqual(ids.sort());
    expect(new Set(phone.ids('FACILITY')).size).toBe(285);
  });
});
