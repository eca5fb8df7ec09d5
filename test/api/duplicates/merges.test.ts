import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  DecideDuplicateDocument,
  DuplicatesDocument,
  HouseholdPageDocument,
  MyFileDocument,
  PersonLookupDocument,
  ResidentPageDocument,
  RevealResidentDocument,
  UndoMergeDocument,
  UpdateResidentDocument,
  WhoLookedDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { twins } from '../../support/duplicates';
import { asResident, WHY } from '../../support/privacy';
import { home, identityNumber, livingIn, mobile } from '../../support/residents';
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
const resident = async (id: string, actor = staff) =>
  (await run(world, actor, ResidentPageDocument, { id })).data.resident;
const members = async (id: string) =>
  (await run(world, staff, HouseholdPageDocument, { id })).data.household?.members ?? [];
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
const undo = async (duplicate: string, id = newId()) =>
  (await run(world, staff, UndoMergeDocument, { input: { id, duplicate } })).data.undoMerge;
const compare = (...ids: string[]) => world.services.duplicateWatch.compare(ids);

describe('one person', () => {
  it('goes on in the older record, with where both lived; the other leads to it', async () => {
    const { id, older, younger, homes } = await twins(world);
    const { duplicate, userErrors } = await decide(id, 'SAME');
    expect(userErrors).toEqual([]);
    expect(duplicate?.records).toMatchObject([
      { id: older, state: 'LIVING_HERE', mergedInto: null },
      { id: younger, state: 'MERGED', mergedInto: older },
    ]);
    expect((await resident(older))?.residences.map(({ household }) => household).sort()).toEqual(
      [...homes].sort(),
    );
    expect(await members(homes[1])).toMatchObject([{ resident: older, from: '2023-02-01' }]);
    await compare(older, younger);
    expect(await isWaiting(id)).toBe(false);
  });

  it('is completed by what only the other record knew, and found by its number once', async () => {
    const household = await home(world);
    const person = { name: '孙立', sex: 'MALE', birthDate: '1981-06-07' } as const;
    // One of two that follow each other is a man's.
    const male = [identityNumber('1981-06-07'), identityNumber('1981-06-07')].find(
      (number) => Number(number.at(16)) % 2 === 1,
    );
    const phone = mobile();
    const bare = await livingIn(world, household, { ...person, identityNumber: undefined, phone: undefined });
    const full = await livingIn(world, household, {
      ...{ name: '孙立', identityNumber: male, phone, relation: 'HEAD' },
    });
    await compare(bare);
    expect((await decide(`${bare}.${full}`, 'SAME')).userErrors).toEqual([]);
    expect(await resident(bare)).toMatchObject({
      ...{ maskedPhone: `154****${phone.slice(-4)}`, residences: [{ relation: 'HEAD' }] },
    });
    expect(await members(household)).toMatchObject([{ resident: bare, relation: 'HEAD' }]);
    const reveal = { id: newId(), resident: bare, ...WHY };
    const revealed = await run(world, staff, RevealResidentDocument, { input: reveal });
    expect(revealed.data.revealResident.revealed).toMatchObject({ identityNumber: male, phone });
    const { data } = await run(world, staff, PersonLookupDocument, {
      input: { id: newId(), identityNumber: male, ...WHY },
    });
    expect(data.lookUpResident.residents?.map((found) => found.id)).toEqual([bare]);
  });

  it('may go on in the younger record, and a repeated decision gives the same answer', async () => {
    const { id, older, younger } = await twins(world);
    const decision = { id: newId(), keep: younger };
    const once = await decide(id, 'SAME', decision);
    expect(once.duplicate?.records).toMatchObject([
      { state: 'MERGED', mergedInto: younger },
      { state: 'LIVING_HERE' },
    ]);
    expect(await decide(id, 'SAME', decision)).toEqual(once);
    expect((await resident(older))?.state).toBe('MERGED');
  });

  it('is not made of records with two identity numbers', async () => {
    const household = await home(world);
    // Two of three that follow each other are of one sex.
    const all = [1, 2, 3].map(() => identityNumber('1990-01-01'));
    const [even, odd] = [0, 1].map((rest) => all.filter((number) => Number(number.at(16)) % 2 === rest));
    const [one, two] = (even!.length > 1 ? even! : odd!).map((number) => ({ identityNumber: number }));
    const ids = [await livingIn(world, household, one), await livingIn(world, household, two)];
    await compare(ids[0]!);
    const { userErrors } = await decide(ids.join('.'), 'SAME');
    expect(userErrors).toMatchObject([{ code: 'IDENTITY_NUMBERS_DIFFER' }]);
  });

  it('is not made of a record that is closed', async () => {
    const household = await home(world);
    const person = {
      name: '周同',
      sex: 'UNKNOWN',
      birthDate: '1990-01-01',
      identityNumber: undefined,
    } as const;
    const one = await livingIn(world, household, person);
    const two = await livingIn(world, household, person);
    const three = await livingIn(world, household, person);
    await compare(one, two, three);
    expect((await decide(`${one}.${two}`, 'SAME')).userErrors).toEqual([]);
    expect((await decide(`${two}.${three}`, 'SAME')).userErrors).toMatchObject([{ code: 'RECORD_CLOSED' }]);
    await compare(two);
    expect(await isWaiting(`${two}.${three}`)).toBe(false);
    expect(await isWaiting(`${one}.${three}`)).toBe(true);
  });

  it('sees the same file and who looked, whichever record the portal knows them by', async () => {
    const { id, older, younger } = await twins(world);
    const look = async (who: string) =>
      run(world, staff, RevealResidentDocument, { input: { id: newId(), resident: who, ...WHY } });
    await look(younger);
    await look(older);
    await decide(id, 'SAME');
    for (const who of [older, younger]) {
      const self = asResident(world, who);
      expect((await run(world, self, MyFileDocument, {})).data.myFile).toMatchObject({ id: older });
      const { data } = await run(world, self, WhoLookedDocument, { first: 100 });
      expect(data.whoLooked?.edges).toHaveLength(2);
    }
  });

  it('is written in the record that goes on only', async () => {
    const { id, younger } = await twins(world);
    await decide(id, 'SAME');
    const input = { id: newId(), resident: younger, expectedVersion: 2, name: '赵二' };
    const { data } = await run(world, staff, UpdateResidentDocument, { input });
    expect(data.updateResident.userErrors).toMatchObject([{ code: 'RECORD_CLOSED' }]);
  });

  it('is decided once when two decide at once, and when somebody is put on file in between', async () => {
    const { id, older, homes } = await twins(world);
    const both = await Promise.all([
      decide(id, 'SAME'),
      decide(id, 'SAME', {}, world.actor('STREET_STAFF')),
      livingIn(world, homes[1], { name: '新人' }),
    ]).then(([one, other]) => [one, other]);
    const codes = both.map(
      ({ userErrors, errors }) => userErrors?.[0]?.code ?? errors[0]?.extensions?.code ?? 'yes',
    );
    expect(codes.filter((code) => code === 'yes')).toHaveLength(1);
    expect((await members(homes[1])).map(({ name }) => name).sort()).toEqual(['新人', '赵一鸣']);
    expect(await resident(older)).toMatchObject({ version: 2 });
  });
});

describe('a merge that was wrong', () => {
  it('is taken back: both records and both households are as they were', async () => {
    const pair = await twins(world);
    const { older, younger, homes } = pair;
    const all = async () => ({
      records: [await resident(older), await resident(younger)].map((each) => ({ ...each, version: 0 })),
      homes: [await members(homes[0]), await members(homes[1])],
    });
    const before = await all();
    await decide(pair.id, 'SAME');
    const undoing = newId();
    const done = await undo(pair.id, undoing);
    expect(done).toMatchObject({ duplicate: { state: 'DIFFERENT' }, userErrors: [] });
    expect(await undo(pair.id, undoing)).toEqual(done);
    expect(await all()).toEqual(before);
    await compare(older, younger);
    expect(await isWaiting(pair.id)).toBe(false);
    const { data } = await run(world, staff, PersonLookupDocument, {
      input: { id: newId(), identityNumber: pair.number, ...WHY },
    });
    expect(data.lookUpResident.residents?.map(({ id }) => id).sort()).toEqual([older, younger].sort());
  });

  it('keeps what was changed since: a new phone stays with the record that went on', async () => {
    const { id, older, younger } = await twins(world);
    await decide(id, 'SAME');
    const phone = mobile();
    const input = { id: newId(), resident: older, expectedVersion: 2, phone };
    await run(world, staff, UpdateResidentDocument, { input });
    expect((await undo(id)).userErrors).toEqual([]);
    expect(await resident(older)).toMatchObject({ maskedPhone: `154****${phone.slice(-4)}` });
    expect((await resident(younger))?.maskedPhone).not.toBe(`154****${phone.slice(-4)}`);
    expect((await undo(id)).userErrors).toMatchObject([{ code: 'DUPLICATE_SETTLED' }]);
  });
});
