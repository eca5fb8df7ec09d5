import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  DecideDuplicateDocument,
  DuplicatePageDocument,
  DuplicatesDocument,
  UpdateResidentDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { twins } from '../../support/duplicates';
import { home, identityNumber, livingIn } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

let world: World;
let staff: Actor;
beforeAll(async () => {
  world = await makeWorld();
  staff = world.actor('COMMUNITY_STAFF');
});

const waiting = async (actor = staff, area = world.community) =>
  (await run(world, actor, DuplicatesDocument, { area, first: 100 })).data.duplicates?.edges.map(
    ({ node }) => node,
  );
const isWaiting = async (id: string, area = world.community, actor = staff) =>
  (await waiting(actor, area))?.some((each) => each.id === id);
const page = async (id: string, actor = staff) =>
  (await run(world, actor, DuplicatePageDocument, { id })).data.duplicate;
const decide = async (
  duplicate: string,
  verdict: 'SAME' | 'DIFFERENT',
  more: { id?: string; keep?: string } = {},
  actor = staff,
) => {
  const input = { id: newId(), duplicate, verdict, ...more };
  const { data, errors } = await run(world, actor, DecideDuplicateDocument, { input });
  const refused = data as typeof data | null;
  return { ...refused?.decideDuplicate, errors };
};
const compare = (...ids: string[]) => world.services.duplicateWatch.compare(ids);

describe('records that may be of one person', () => {
  it('are found by the same identity number, and shown with masked names only', async () => {
    const { id } = await twins(world);
    const row = (await waiting())?.find((each) => each.id === id);
    expect(row).toMatchObject({ reasons: ['SAME_IDENTITY_NUMBER'], maskedNames: ['赵**', '赵**'] });
    expect(await page(id)).toMatchObject({
      state: 'OPEN',
      records: [{ name: '赵一鸣' }, { name: '赵一鸣' }],
    });
  });

  it('are found by the same name, sex and birth date in one household', async () => {
    const household = await home(world);
    const person = {
      name: '钱小双',
      sex: 'FEMALE',
      birthDate: '1970-02-03',
      identityNumber: undefined,
    } as const;
    const older = await livingIn(world, household, person);
    const younger = await livingIn(world, household, person);
    const sister = await livingIn(world, household, { ...person, birthDate: '1971-02-03' });
    await compare(sister, younger);
    expect(await page(`${older}.${younger}`)).toMatchObject({ reasons: ['SAME_PERSON_AND_ADDRESS'] });
    expect((await waiting())?.filter((each) => each.id.includes(sister))).toEqual([]);
  });

  it('are one pair, whoever is looked at, however often and in whichever order', async () => {
    const { id, older, younger } = await twins(world);
    await Promise.all([compare(older, younger), compare(younger)].map((done) => done.catch(() => undefined)));
    await compare(younger, older);
    expect((await waiting())?.filter((each) => each.id === id)).toHaveLength(1);
    expect((await page(id))?.version).toBe(1);
  });

  it('are suspected no more when the number of one is corrected, and again when that was the mistake', async () => {
    const { id, younger, number } = await twins(world);
    const correct = async (identityNumber: string, expectedVersion: number) => {
      const input = { id: newId(), resident: younger, expectedVersion, identityNumber };
      const { data } = await run(world, staff, UpdateResidentDocument, { input });
      expect(data.updateResident.userErrors).toEqual([]);
      await compare(younger);
    };
    await correct(identityNumber('1988-04-09'), 1);
    expect(await isWaiting(id)).toBe(false);
    expect((await decide(id, 'SAME')).userErrors).toMatchObject([{ code: 'DUPLICATE_SETTLED' }]);
    await correct(number, 2);
    expect(await isWaiting(id)).toBe(true);
  });

  it('wait for the smallest area that both lie in: a street for two communities of it', async () => {
    const { id } = await twins(world, [world.courtyard, `${world.foreignGrid}001`]);
    const street = world.actor('STREET_STAFF');
    expect(await isWaiting(id)).toBe(false);
    expect(await isWaiting(id, world.street, street)).toBe(true);
    expect(await page(id)).toBeNull();
    expect((await decide(id, 'SAME')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await decide(id, 'SAME', {}, street)).userErrors).toEqual([]);
  });

  it('are shown to the district only where no street can decide', async () => {
    const { id } = await twins(world);
    const district = world.actor('DISTRICT_STAFF');
    expect(await page(id, district)).toBeNull();
    expect(await waiting(district)).toBeUndefined();
    expect(await waiting(district, world.district)).toEqual([]);
  });
});

describe('two people', () => {
  it('are never asked about again, and may still turn out to be one', async () => {
    const { id, younger } = await twins(world);
    const decision = { id: newId() };
    const { duplicate } = await decide(id, 'DIFFERENT', decision);
    expect(duplicate).toMatchObject({
      state: 'DIFFERENT',
      decisions: [{ state: 'DIFFERENT', by: staff.name }],
    });
    await compare(younger);
    expect(await isWaiting(id)).toBe(false);
    expect((await decide(id, 'DIFFERENT', decision)).duplicate).toEqual(duplicate);
    expect((await decide(id, 'DIFFERENT')).userErrors).toMatchObject([{ code: 'DUPLICATE_SETTLED' }]);
    expect((await decide(id, 'SAME', decision)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await decide(id, 'SAME')).duplicate).toMatchObject({ state: 'SAME' });
  });
});

describe('the table’s stream', () => {
  const imageOf = async (id: string) => {
    const reads = createCollectionReader(world.foundation.table);
    const items = await reads.read(`RESIDENT#${id}`, { consistent: true });
    return items.find(({ sk }) => sk === 'RESIDENT');
  };

  it('brings each who is new, and costs nothing for changes that say nothing about who somebody is', async () => {
    const { number } = await twins(world);
    const household = await home(world);
    const third = await livingIn(world, household, { name: '赵一鸣', identityNumber: number });
    const after = await imageOf(third);
    world.meter.reset();
    await world.services.duplicateWatch.observe([
      { before: after, after: { ...after, version: 2, phoneIndex: 'another' } },
      { before: after, after: undefined },
      { before: undefined, after: { __edb_e__: 'household' } },
    ]);
    expect(world.meter.commands).toEqual([]);
    await world.services.duplicateWatch.observe([{ before: undefined, after }]);
    expect((await waiting())?.filter(({ id }) => id.endsWith(third))).toHaveLength(2);
  });
});
