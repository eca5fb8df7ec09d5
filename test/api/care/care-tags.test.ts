import * as operations from '../../generated/operations';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { caredFor, careTag } from '../../support/care';
import { twins } from '../../support/duplicates';
import { asResident, somebody, WHY } from '../../support/privacy';
import { makeWorld, type World } from '../../support/world';

let world: World;
let staff: Actor;
beforeEach(async () => {
  world = await makeWorld();
  staff = world.actor('COMMUNITY_STAFF');
});

const read = async (resident: string, actor = world.actor('GRID_WORKER')) => {
  const input = { id: newId(), resident, ...WHY };
  const { data } = await run(world, actor, operations.ReadCareTagsDocument, { input });
  return data.readCareTags.tags;
};
const set = async (input: ReturnType<typeof careTag>) =>
  (await run(world, staff, operations.SetCareTagDocument, { input })).data.setCareTag;

describe('a care tag', () => {
  it('is read by the worker of the grid, and the resident sees who read it', async () => {
    const { resident } = await caredFor(world);
    expect(await read(resident)).toMatchObject([{ kind: 'ELDERLY_ALONE', reason: '独居且行动不便' }]);
    const { data } = await run(world, asResident(world, resident), operations.WhoLookedDocument, {});
    expect(data.whoLooked?.edges).toMatchObject([{ node: { kind: 'CARE_TAGS_READ', fields: ['careTags'] } }]);
  });

  it('is in the file that the resident takes away', async () => {
    const { resident } = await caredFor(world, 'MENTAL_DISORDER');
    const me = asResident(world, resident);
    const { data } = await run(world, me, operations.ExportMyFileDocument, { input: { id: newId() } });
    const file = JSON.parse(data.exportMyFile.file ?? '{}') as { careTags: object[] };
    expect(file.careTags).toMatchObject([{ kind: 'MENTAL_DISORDER', reason: '独居且行动不便' }]);
  });

  it('of a restricted kind is to the worker as if there were none', async () => {
    const { resident } = await caredFor(world, 'MENTAL_DISORDER');
    expect(await read(resident)).toEqual([]);
    expect(await read(resident, staff)).toMatchObject([{ kind: 'MENTAL_DISORDER' }]);
  });

  it('is set twice with one id once, and once of a kind at a time', async () => {
    const input = careTag(await somebody(world));
    const once = await set(input);
    expect(once.userErrors).toEqual([]);
    expect(await set(input)).toEqual(once);
    expect((await set(careTag(input.resident))).userErrors).toMatchObject([{ code: 'CARE_TAG_STANDS' }]);
    expect((await set({ ...input, visits: 'KEY' as never })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
  });

  it('answers a request whose answer was lost the same after somebody else has reviewed and ended it', async () => {
    const input = careTag(await somebody(world));
    await set(input);
    const { resident, id: tag } = input;
    const review = async (more: object, actor = staff) => {
      const told = { id: newId(), resident, tag, visits: 'KEY', reviewOn: '2026-09-01', ...more } as never;
      const { data } = await run(world, actor, operations.ReviewCareTagDocument, { input: told });
      return data.reviewCareTag;
    };
    const [first, other] = [{ id: newId() }, world.actor('COMMUNITY_STAFF')];
    expect((await review(first)).tag).toMatchObject({ visits: 'KEY' });
    expect((await review({ visits: 'GENERAL' }, other)).tag).toMatchObject({ visits: 'GENERAL' });
    const stands = { tag: { visits: 'GENERAL' }, userErrors: [] };
    expect(await review(first)).toMatchObject(stands);
    expect(await set(input)).toMatchObject(stands);
    expect((await review({ ...first, visits: 'CLOSE' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const ending = { id: newId(), resident, tag };
    await run(world, other, operations.EndCareTagDocument, { input: ending });
    const over = { tag: { visits: 'GENERAL', endedOn: '2026-05-12' }, userErrors: [] };
    expect(await review(first)).toMatchObject(over);
    expect(await set(input)).toMatchObject(over);
    const { data } = await run(world, other, operations.EndCareTagDocument, { input: ending });
    expect(data.endCareTag).toMatchObject(over);
  });

  it.each([
    { reviewOn: '2026-05-12', expiresOn: '2026-06-01' },
    { reviewOn: '2026-07-01', expiresOn: '2026-06-01' },
    { reviewOn: '2026-07-01', expiresOn: '2027-05-13' },
  ])('needs dates within a year: %j is refused', async (dates) => {
    const { userErrors } = await set({ ...careTag(await somebody(world)), ...dates });
    expect(userErrors).toMatchObject([{ code: 'CARE_DATES_INVALID' }]);
  });

  it('is shown no more once it has expired or was ended, and cannot be reviewed then', async () => {
    const { resident, tag } = await caredFor(world);
    const ended = await run(world, staff, operations.EndCareTagDocument, {
      input: { id: newId(), resident, tag },
    });
    expect(ended.data.endCareTag.tag).toMatchObject({ endedOn: '2026-05-12', purpose: '', reason: '' });
    expect(await read(resident)).toEqual([]);
    const expiring = await caredFor(world);
    world.clock.advance(354 * 86_400_000);
    expect(await read(expiring.resident)).toEqual([]);
    const { data } = await run(world, staff, operations.ReviewCareTagDocument, {
      input: { id: newId(), ...expiring, visits: 'KEY', reviewOn: '2027-06-01' },
    });
    expect(data.reviewCareTag.userErrors).toMatchObject([{ code: 'CARE_TAG_OVER' }]);
  });

  it('goes with the person when their records are merged, and stays their own when that is taken back', async () => {
    const pair = await twins(world);
    expect((await set(careTag(pair.younger))).userErrors).toEqual([]);
    const merging = { id: newId(), duplicate: pair.id, verdict: 'SAME' } as const;
    await run(world, staff, operations.DecideDuplicateDocument, { input: merging });
    expect(await read(pair.older)).toMatchObject([{ kind: 'ELDERLY_ALONE' }]);
    expect((await set(careTag(pair.older))).userErrors).toMatchObject([{ code: 'CARE_TAG_STANDS' }]);
    expect((await set(careTag(pair.younger, 'DISABILITY'))).userErrors).toMatchObject([
      { code: 'RECORD_CLOSED' },
    ]);
    const me = asResident(world, pair.younger);
    const { data } = await run(world, me, operations.ExportMyFileDocument, { input: { id: newId() } });
    expect(data.exportMyFile.file).toContain('ELDERLY_ALONE');
    const input = { id: newId(), duplicate: pair.id };
    await run(world, staff, operations.UndoMergeDocument, { input });
    expect(await read(pair.older)).toEqual([]);
    expect(await read(pair.younger)).toHaveLength(1);
  });
});
