import { newId } from '../../../src/shared/ids';
import {
  EndResidenceDocument,
  HouseholdPageDocument,
  HouseholdsDocument,
  MoveResidentDocument,
  RegisterHouseholdDocument,
  RegisterResidentDocument,
  type RegisterResidentInput,
  ResidentPageDocument,
  UpdateResidentDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { injectFaults } from '../../support/faults';
import { home, identityNumber, livingIn, mobile, newcomer } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';
import { type Actor } from '../../../src/auth/actor';

let world: World;
let worker: Actor;
beforeAll(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
});

const register = async (input: RegisterResidentInput, actor = worker) => {
  const { data, errors } = await run(world, actor, RegisterResidentDocument, { input });
  const refused = data as typeof data | null;
  return { ...refused?.registerResident, errors };
};
const page = async (id: string, actor = worker) =>
  (await run(world, actor, ResidentPageDocument, { id })).data.resident;
const doorOf = async (id: string) => (await run(world, worker, HouseholdPageDocument, { id })).data.household;

describe('a household', () => {
  it('is put on file, and the same request again gives the same household', async () => {
    const input = { id: newId(), courtyard: world.courtyard, door: '3-2-401', kind: 'FAMILY' } as const;
    const once = await run(world, worker, RegisterHouseholdDocument, { input });
    const again = await run(world, worker, RegisterHouseholdDocument, { input });
    expect(once.data.registerHousehold.household).toMatchObject({ id: input.id, address: '一号院 3-2-401' });
    expect(again.data).toEqual(once.data);
    const other = await run(world, worker, RegisterHouseholdDocument, {
      input: { ...input, door: '3-2-402' },
    });
    expect(other.data.registerHousehold.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
  });

  it.each([
    ['OUT_OF_AREA', (w: World) => ({ courtyard: `${w.nextGrid}001` })],
    ['AREA_UNKNOWN', (w: World) => ({ courtyard: `${w.grid}999` })],
    ['DOOR_INVALID', () => ({ door: ' # ' })],
    ['ID_INVALID', () => ({ id: 'door-1' })],
  ])('is refused with %s', async (code, wrong) => {
    const usual = { id: newId(), courtyard: world.courtyard, door: '1-1-1', kind: 'FAMILY' as const };
    const input = { ...usual, ...wrong(world) };
    const { data } = await run(world, worker, RegisterHouseholdDocument, { input });
    expect(data.registerHousehold.userErrors).toMatchObject([{ code }]);
  });
});

describe('somebody new', () => {
  it('is on their own page and behind their door, with masked numbers, and counted in the list', async () => {
    const household = await home(world);
    const number = identityNumber('1986-02-03');
    const input = newcomer(household, { kind: 'FLOATING', identityNumber: number, phone: '154 1234 1234' });
    const { resident, userErrors } = await register(input);
    expect(userErrors).toEqual([]);
    expect(resident).toMatchObject({ id: input.id, version: 1, state: 'LIVING_HERE' });
    const masked = {
      maskedIdentityNumber: `5****************${number.at(-1) ?? ''}`,
      maskedPhone: '154****1234',
    };
    expect(await page(input.id)).toMatchObject({ name: '彭晓丽', birthDate: '1986-02-03', ...masked });
    expect(await doorOf(household)).toMatchObject({
      ...{ memberCount: 1, floatingCount: 1, members: [{ resident: input.id, relation: 'HEAD', ...masked }] },
    });
    const { data } = await run(world, worker, HouseholdsDocument, { first: 100 });
    const row = data.households?.edges.find(({ node }) => node.id === household)?.node;
    expect(row).toMatchObject({ memberCount: 1 });
    expect(JSON.stringify(data)).not.toContain('晓丽');
  });

  it('may be sent again, and is on file once', async () => {
    const household = await home(world);
    const input = newcomer(household, { identityNumber: identityNumber() });
    const first = await register(input);
    const again = await register(input);
    expect(again).toEqual(first);
    expect((await doorOf(household))?.memberCount).toBe(1);
    const other = await register({ ...input, name: '另一人' });
    expect(other.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
  });

  it('all of a family that is sent at once is on file, each once', async () => {
    const household = await home(world);
    const family = Array.from({ length: 4 }, () => newcomer(household, { relation: 'OTHER' }));
    const answers = await Promise.all([...family, ...family].map((input) => register(input)));
    const lost = answers.filter(({ userErrors }) => userErrors?.length !== 0);
    // Whoever lost too often is told to send the same again.
    for (const { errors } of lost) expect(errors).toMatchObject([{ extensions: { code: 'TRY_AGAIN' } }]);
    for (const input of family) expect((await register(input)).userErrors).toEqual([]);
    expect((await doorOf(household))?.memberCount).toBe(4);
  });

  it.each<[string, Partial<RegisterResidentInput>]>([
    ['MASKED_VALUE', { identityNumber: '5****************4' }],
    ['MASKED_VALUE', { phone: '138****1234' }],
    ['IDENTITY_NUMBER_INVALID', { identityNumber: '510108199001011234' }],
    ['DATE_IN_FUTURE', { from: '2030-01-01' }],
  ])('is refused with %s, and nothing is written', async (code, wrong) => {
    const household = await home(world);
    world.meter.reset();
    const { userErrors } = await register(newcomer(household, wrong));
    expect(userErrors).toMatchObject([{ code }]);
    expect(world.meter.writeUnits).toBe(0);
  });

  it('cannot be a second head', async () => {
    const household = await home(world);
    await register(newcomer(household));
    const { userErrors } = await register(newcomer(household));
    expect(userErrors).toMatchObject([{ code: 'HEAD_TAKEN', path: ['relation'] }]);
  });

  it('is not taken behind a door of another grid, nor by a secondary worker', async () => {
    const household = await home(world, `${world.nextGrid}001`);
    expect((await register(newcomer(household))).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    const secondary = await register(newcomer(household), world.actor('SECONDARY_WORKER'));
    expect(secondary.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is on file once and whole when answers and requests are lost', async () => {
    const faulty = await makeWorld();
    const household = await home(faulty);
    const faults = injectFaults(faulty.foundation.table.client, 7);
    Object.assign(faults, { lostAnswers: 0.2, lostRequests: 0.2 });
    const inputs = Array.from({ length: 15 }, () =>
      newcomer(household, { relation: 'OTHER', phone: mobile() }),
    );
    const by = faulty.actor('GRID_WORKER');
    for (const input of inputs) {
      let done = false;
      for (let attempt = 0; !done && attempt < 20; attempt += 1) {
        const { data, errors } = await run(faulty, by, RegisterResidentDocument, { input });
        done = errors.length === 0 && data.registerResident.userErrors.length === 0;
      }
      expect(done).toBe(true);
    }
    Object.assign(faults, { lostAnswers: 0, lostRequests: 0 });
    expect(faults.happened.lostAnswers).toBeGreaterThan(0);
    const { data } = await run(faulty, by, HouseholdPageDocument, { id: household });
    expect(data.household).toMatchObject({ memberCount: 15, version: 16 });
  });
});

describe('a record', () => {
  it('is changed under the version that was seen; the door shows it too; the other number stays', async () => {
    const household = await home(world);
    const number = identityNumber();
    const resident = await livingIn(world, household, { relation: 'HEAD', identityNumber: number });
    const input = { id: newId(), resident, expectedVersion: 1, name: '彭小丽', phone: '15499990000' };
    const { data } = await run(world, worker, UpdateResidentDocument, { input });
    const told = {
      maskedPhone: '154****0000',
      maskedIdentityNumber: `5****************${number.at(-1) ?? ''}`,
    };
    expect(data.updateResident.resident).toMatchObject({ version: 2, name: '彭小丽', ...told });
    expect((await doorOf(household))?.members).toMatchObject([{ name: '彭小丽', ...told }]);
    const again = await run(world, worker, UpdateResidentDocument, { input });
    expect(again.data).toEqual(data);
    const late = await run(world, worker, UpdateResidentDocument, { input: { ...input, id: newId() } });
    expect(late.data.updateResident.userErrors).toMatchObject([
      { code: 'CONFLICT', path: ['expectedVersion'] },
    ]);
  });

  it('refuses a masked value that is sent back, and a birth date that its number denies', async () => {
    const resident = await livingIn(world, await home(world), {
      identityNumber: identityNumber('1970-01-02'),
    });
    const change = async (more: object) => {
      const input = { id: newId(), resident, expectedVersion: 1, ...more };
      return (await run(world, worker, UpdateResidentDocument, { input })).data.updateResident.userErrors;
    };
    expect(await change({ phone: '154****0000' })).toMatchObject([{ code: 'MASKED_VALUE' }]);
    expect(await change({ birthDate: '1971-01-02' })).toMatchObject([
      { code: 'DIFFERS_FROM_IDENTITY_NUMBER' },
    ]);
    expect(await page(resident)).toMatchObject({ version: 1 });
  });

  it('loses a number that is given as null, and keeps one that is left out', async () => {
    const resident = await livingIn(world, await home(world));
    const input = { id: newId(), resident, expectedVersion: 1, phone: null };
    await run(world, worker, UpdateResidentDocument, { input });
    expect(await page(resident)).toMatchObject({
      ...{ maskedPhone: null, maskedIdentityNumber: expect.stringMatching(/^5\*+/) as unknown },
    });
  });

  it('is seen by its resident, and by no other resident', async () => {
    const resident = await livingIn(world, await home(world));
    const self: Actor = { ...world.actor('RESIDENT'), id: resident };
    expect(await page(resident, self)).toMatchObject({ id: resident });
    const { errors } = await run(world, world.actor('RESIDENT'), ResidentPageDocument, { id: resident });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('a move', () => {
  it('ends one residence and begins another, in one stroke; each door tells who lived there on which day', async () => {
    const [from, to] = [await home(world), await home(world)];
    const resident = await livingIn(world, from, { relation: 'HEAD' });
    const input = {
      id: newId(),
      resident,
      household: from,
      to,
      relation: 'CHILD',
      on: '2026-05-01',
    } as const;
    const { data } = await run(world, worker, MoveResidentDocument, { input });
    expect(data.moveResident.household).toMatchObject({ id: to, memberCount: 1 });
    expect(await doorOf(from)).toMatchObject({ memberCount: 0, members: [] });
    const on = (id: string, day: string) =>
      run(
        world,
        worker,
        'query ($id: ID!, $day: LocalDate) { household(id: $id) { members(on: $day) { resident } } }',
        {
          ...{ id, day },
        },
      );
    expect((await on(from, '2026-04-30')).data).toMatchObject({ household: { members: [{ resident }] } });
    expect((await on(from, '2026-05-01')).data).toMatchObject({ household: { members: [] } });
    expect((await on(to, '2026-05-01')).data).toMatchObject({ household: { members: [{ resident }] } });
    expect((await on(to, '2026-04-30')).data).toMatchObject({ household: { members: [] } });
    const again = await run(world, worker, MoveResidentDocument, { input });
    expect(again.data).toEqual(data);
  });

  it('back, of somebody who had left, opens the same record again; a closed one stays closed', async () => {
    const [left, back] = [await home(world), await home(world)];
    const resident = await livingIn(world, left);
    const leave = { id: newId(), resident, household: left, on: '2026-03-01', ending: 'MOVED_OUT' } as const;
    await run(world, worker, EndResidenceDocument, { input: leave });
    const input = { id: newId(), resident, to: back, relation: 'HEAD', on: '2026-05-01' } as const;
    const { data } = await run(world, worker, MoveResidentDocument, { input });
    expect(data.moveResident.resident).toMatchObject({
      state: 'LIVING_HERE',
      residences: [{ until: null }, {}],
    });
    expect((await run(world, worker, MoveResidentDocument, { input })).data).toEqual(data);
    const died = { id: newId(), resident, household: back, on: '2026-05-02', ending: 'DECEASED' } as const;
    await run(world, worker, EndResidenceDocument, { input: died });
    const again = { ...input, id: newId(), to: left, on: '2026-05-03' };
    const refused = await run(world, worker, MoveResidentDocument, { input: again });
    expect(refused.data.moveResident.userErrors).toMatchObject([{ code: 'RECORD_CLOSED' }]);
  });

  it('to a door outside one’s area is NOT_FOUND, and nothing changes', async () => {
    const [from, to] = [await home(world), await home(world, `${world.nextGrid}001`)];
    const resident = await livingIn(world, from);
    const input = { id: newId(), resident, household: from, to, relation: 'HEAD', on: '2026-05-01' } as const;
    const { errors } = await run(world, worker, MoveResidentDocument, { input });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await page(resident)).toMatchObject({ version: 1 });
  });
});

describe('a departure', () => {
  it('ends the residence that is named', async () => {
    const household = await home(world);
    const resident = await livingIn(world, household);
    const input = { id: newId(), resident, household, on: '2026-05-02', ending: 'MOVED_OUT' } as const;
    const { data } = await run(world, worker, EndResidenceDocument, { input });
    expect(data.endResidence.resident).toMatchObject({
      state: 'MOVED_OUT',
      residences: [{ until: '2026-05-02' }],
    });
    const twice = await run(world, worker, EndResidenceDocument, { input: { ...input, id: newId() } });
    expect(twice.data.endResidence.userErrors).toMatchObject([{ code: 'DOES_NOT_LIVE_THERE' }]);
  });

  it('by death is one: the state says so', async () => {
    const household = await home(world);
    const resident = await livingIn(world, household, { relation: 'HEAD' });
    const input = { id: newId(), resident, household, on: '2026-05-02', ending: 'DECEASED' } as const;
    const { data } = await run(world, worker, EndResidenceDocument, { input });
    expect(data.endResidence.resident?.state).toBe('DECEASED');
    expect((await doorOf(household))?.memberCount).toBe(0);
  });
});
