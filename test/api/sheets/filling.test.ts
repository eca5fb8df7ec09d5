import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  FillSheetDocument,
  type FillSheetInput,
  ResidentPageDocument,
  SheetFillPageDocument,
  SheetFillsDocument,
  SheetResultsDocument,
  ExportMyFileDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { mergedTwins, twins } from '../../support/duplicates';
import { asResident } from '../../support/privacy';
import { home, mobile } from '../../support/residents';
import { answersOf, draftOf, fillOf, filledIn, published, stranger } from '../../support/sheets';
import { makeWorld, type World } from '../../support/world';

let world: World;
let worker: Actor;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
});

const fill = async (input: FillSheetInput, actor = worker) => {
  const { data, errors } = await run(world, actor, FillSheetDocument, { input });
  return { ...(data as typeof data | null)?.fillSheet, errors };
};
const recordOf = async (id: string) =>
  (await run(world, world.actor('COMMUNITY_STAFF'), ResidentPageDocument, { id })).data.resident;
const codes = (answer: Awaited<ReturnType<typeof fill>>) =>
  answer.userErrors?.map(({ code, path }) => [code, path.join('.')]) ??
  answer.errors.map(({ extensions }) => [extensions?.code ?? '?', '']);

describe('a sheet that needs no review', () => {
  it('updates the record in the same moment, once, however often it is sent', async () => {
    const sheet = await published(world, { review: false });
    const resident = await stranger(world);
    const input = fillOf(sheet, resident);
    const before = await recordOf(resident);
    const once = await fill(input);
    expect(once).toMatchObject({ errors: [], userErrors: [], fill: { state: 'ACCEPTED', revision: 1 } });
    expect(once.fill?.updated).toEqual(['SEX', 'IDENTITY_NUMBER', 'PHONE']);
    const after = await recordOf(resident);
    expect(after).toMatchObject({ version: (before?.version ?? 0) + 1, birthDate: '1992-04-05' });
    expect(after?.maskedPhone).toMatch(/^154\*{4}\d{4}$/);
    expect(await fill(input)).toEqual(once);
    expect(await recordOf(resident)).toEqual(after);
    // Filled in again by itself, nothing of the record differs.
    const again = await fill({ ...input, id: newId() });
    expect(again.fill).toMatchObject({ state: 'ACCEPTED', updated: [] });
    expect(await recordOf(resident)).toEqual(after);
    expect(codes(await fill({ ...input, answers: answersOf() }))).toEqual([['CONFLICT', 'id']]);
  });

  it('sent twice at once is filled in once', async () => {
    const sheet = await published(world, { review: false });
    const resident = await stranger(world);
    const input = fillOf(sheet, resident);
    const [one, other] = await Promise.all([fill(input), fill(input)]);
    expect([one.userErrors, other.userErrors]).toEqual([[], []]);
    expect(one.fill).toEqual(other.fill);
    expect(await recordOf(resident)).toMatchObject({ version: 2 });
  });

  it('says at the answer what the record refuses, and then nothing is written', async () => {
    const sheet = await published(world, { review: false });
    const resident = await stranger(world);
    const answers = answersOf();
    const input = fillOf(sheet, resident, {
      answers: { ...answers, sex: answers.sex === 'MALE' ? 'FEMALE' : 'MALE' },
    });
    expect(codes(await fill(input))).toEqual([['DIFFERS_FROM_IDENTITY_NUMBER', 'answers.sex']]);
    expect(await recordOf(resident)).toMatchObject({ version: 1, maskedPhone: null });
    const page = { id: input.id, sheet, version: 1 };
    const { errors } = await run(world, worker, SheetFillPageDocument, page);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const stale = fillOf(sheet, resident, { expectedVersion: 7 });
    expect(codes(await fill(stale))).toEqual([['CONFLICT', 'expectedVersion']]);
  });

  it('about a household changes its kind', async () => {
    const label = { zh: '类型', en: 'Kind' };
    const choices = [{ value: 'SHARED_RENT', label }];
    const sheet = await published(world, {
      ...{ subject: 'HOUSEHOLD', filledBy: 'WORKER', review: false },
      fields: [{ id: 'kind', label, type: 'CHOICE', required: true, choices, updates: 'HOUSEHOLD_KIND' }],
    });
    const household = await home(world);
    const input = { id: newId(), sheet, version: 1, household, answers: { kind: 'SHARED_RENT' } };
    expect(await fill(input)).toMatchObject({ userErrors: [], fill: { updated: ['HOUSEHOLD_KIND'] } });
    await fill(input);
    const reads = createCollectionReader(world.foundation.table);
    const file = await world.services.households.lookUp(reads, household);
    expect(file).toMatchObject({ kind: 'SHARED_RENT', version: 2 });
    const about = await run(world, worker, SheetFillsDocument, { household });
    expect(about.data.sheetFills?.edges).toMatchObject([{ node: { kind: 'HOUSEHOLD', of: file?.address } }]);
    expect(codes(await fill({ ...input, id: newId(), resident: household }))).toEqual([
      ['ONE_SUBJECT_NEEDED', ''],
    ]);
    const wrong = fillOf(sheet, await stranger(world));
    expect(codes(await fill(wrong))).toEqual([['SHEET_NOT_YOURS', 'sheet']]);
  });

  it('waits nevertheless where it would change a record that whoever fills it in may not write', async () => {
    const sheet = await published(world, { review: false });
    const resident = await stranger(world);
    for (const actor of [asResident(world, resident), world.actor('SECONDARY_WORKER')]) {
      const filled = await fill(fillOf(sheet, resident), actor);
      expect(filled.fill).toMatchObject({ state: 'SUBMITTED', reviewed: true, updated: [] });
    }
    expect(await recordOf(resident)).toMatchObject({ version: 1 });
  });
});

describe('answers', () => {
  it('are refused one by one, each at its field', async () => {
    const sheet = await published(world);
    const resident = await stranger(world);
    const answers = answersOf({ housing: 'OWN', companions: 31, leaseUntil: null, phone: '138****5678' });
    const refused = await fill(fillOf(sheet, resident, { answers: { ...answers, reason: 'OTHER' } }));
    expect(codes(refused)).toEqual([
      ['MASKED_VALUE', 'answers.phone'],
      ['SHEET_ANSWER_NOT_ASKED', 'answers.landlord'],
      ['SHEET_ANSWER_NOT_ASKED', 'answers.landlordPhone'],
      ['SHEET_ANSWER_INVALID', 'answers.companions'],
      ['SHEET_ANSWER_MISSING', 'answers.otherReason'],
      ['SHEET_ANSWER_NOT_ASKED', 'answers.employer'],
      ['SHEET_ANSWER_NOT_ASKED', 'answers.insured'],
    ]);
  });

  it('are checked against the version that was filled in, also when a later one is out, until the grace is over', async () => {
    const content = draftOf(world);
    const sheet = await published(world, content, { until: '2026-05-20' });
    const resident = await stranger(world);
    const reads = () => createCollectionReader(world.foundation.table);
    const official = world.actor('DISTRICT_STAFF');
    const fields = [{ id: 'only', label: { zh: '一', en: 'One' }, type: 'YES_NO', required: true }] as const;
    const next = { ...content, id: newId(), sheet, version: 2, fields: [...fields] };
    await world.services.sheets.draft(official, reads(), next);
    const out = {
      id: newId(),
      sheet,
      version: 2,
      expectedRevision: 1,
      areas: [world.district],
      from: '2026-05-13',
    };
    await world.services.sheets.publish(official, reads(), out);
    world.clock.advance(2 * 86_400_000);
    expect((await fill(fillOf(sheet, resident))).userErrors).toEqual([]);
    expect((await fill(fillOf(sheet, resident, { version: 2, answers: { only: true } }))).userErrors).toEqual(
      [],
    );
    // The first version ended on the 12th, a day before the second began: fourteen days later is the last chance.
    world.clock.advance(12 * 86_400_000);
    const filledAt = '2026-05-12T03:00:00.000Z';
    expect((await fill(fillOf(sheet, resident, { filledAt }))).fill).toMatchObject({ version: 1 });
    world.clock.advance(86_400_000);
    expect(codes(await fill(fillOf(sheet, resident, { filledAt })))).toEqual([['SHEET_NOT_OUT', 'sheet']]);
  });

  it('are not taken for a sheet that is not out for the area, is a draft, or was filled in tomorrow', async () => {
    const resident = await stranger(world);
    const elsewhere = await published(world, {}, { areas: [world.otherCommunity] });
    expect(codes(await fill(fillOf(elsewhere, resident)))).toEqual([['SHEET_NOT_OUT', 'sheet']]);
    expect(codes(await fill(fillOf(newId(), resident)))).toEqual([['NOT_FOUND', '']]);
    const sheet = await published(world);
    expect(codes(await fill(fillOf(sheet, resident, { filledAt: '2026-05-13T03:00:00.000Z' })))).toEqual([
      ['DATE_IN_FUTURE', 'filledAt'],
    ]);
    expect(codes(await fill({ ...fillOf(sheet, resident), id: 'no id' }))).toEqual([['ID_INVALID', 'id']]);
    const byWorkers = await published(world, { filledBy: 'WORKER' });
    const own = await fill(fillOf(byWorkers, resident), asResident(world, resident));
    expect(codes(own)).toEqual([['SHEET_NOT_YOURS', 'sheet']]);
  });

  it('are shown masked, and read by whoever answers for the door', async () => {
    const { sheet, resident, fill: id } = await filledIn(world);
    const page = async (actor: Actor) => run(world, actor, SheetFillPageDocument, { id, sheet, version: 1 });
    const { data } = await page(world.actor('STREET_STAFF'));
    expect(data.sheetFill?.answers).toMatchObject({
      ...{ name: '陈小雨', phone: expect.stringMatching(/^154\*{4}\d{4}$/), housing: 'RENTED' },
      identityNumber: expect.stringMatching(/^5\*{16}.$/),
    });
    expect(data.sheetFill).toMatchObject({
      of: '陈**',
      area: world.courtyard,
      filledBy: { role: 'GRID_WORKER' },
    });
    expect((await page(asResident(world, resident))).data.sheetFill?.state).toBe('SUBMITTED');
    const foreign = world.actor('GRID_WORKER', world.foreignGrid);
    for (const stranger of [
      foreign,
      world.actor('RESIDENT'),
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
    ])
      expect((await page(stranger)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await page(world.actor('DISTRICT_STAFF'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const results = { sheet, area: world.street, state: 'SUBMITTED' } as const;
    const listed = await run(world, world.actor('STREET_STAFF'), SheetResultsDocument, results);
    expect(listed.data.sheetResults?.edges).toMatchObject([{ node: { id, of: '陈**', state: 'SUBMITTED' } }]);
    const others = await run(world, foreign, SheetResultsDocument, results);
    expect(others.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('of a resident are their own: nobody fills in for a neighbour in the portal', async () => {
    const sheet = await published(world);
    const [me, neighbour] = [await stranger(world), await stranger(world)];
    expect((await fill(fillOf(sheet, me), asResident(world, me))).userErrors).toEqual([]);
    expect(codes(await fill(fillOf(sheet, neighbour), asResident(world, me)))).toEqual([['NOT_FOUND', '']]);
    const mine = await run(world, asResident(world, me), SheetFillsDocument, { resident: me });
    expect(mine.data.sheetFills?.edges).toHaveLength(1);
    const theirs = await run(world, asResident(world, me), SheetFillsDocument, { resident: neighbour });
    expect(theirs.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const file = await run(world, asResident(world, me), ExportMyFileDocument, { input: { id: newId() } });
    const { sheets } = JSON.parse(file.data.exportMyFile.file ?? '{}') as {
      sheets: { answers: { phone: string } }[];
    };
    expect(sheets.map(({ answers }) => answers.phone)).toEqual([expect.stringMatching(/^154\d{8}$/)]);
  });

  it('go with the person when their records are merged', async () => {
    const sheet = await published(world);
    const pair = await twins(world);
    await filledIn(world, worker, { sheet, resident: pair.younger });
    await filledIn(world, worker, { sheet, resident: pair.older });
    const reads = createCollectionReader(world.foundation.table);
    const decision = { id: newId(), duplicate: pair.id, verdict: 'SAME' } as const;
    await world.services.duplicates.decide(world.actor('COMMUNITY_STAFF'), reads, decision);
    const { data } = await run(world, worker, SheetFillsDocument, { resident: pair.older });
    expect(data.sheetFills?.edges).toHaveLength(2);
    const merged = await mergedTwins(world);
    const me = asResident(world, merged.younger);
    expect((await fill(fillOf(sheet, merged.younger), me)).fill).toMatchObject({ subject: merged.older });
  });
});

describe('a correction', () => {
  it('keeps who changed which answer, when, and from what; the old number masked', async () => {
    const { sheet, resident, fill: corrects } = await filledIn(world);
    world.clock.advance(3_600_000);
    const phone = mobile();
    const answers = { phone, housing: 'OWN', education: 'COLLEGE' };
    const input = { ...fillOf(sheet, resident, { answers }), corrects, basedOn: 1 };
    const corrected = await fill(input);
    expect(corrected.userErrors).toEqual([]);
    expect(corrected.fill).toMatchObject({ id: corrects, revision: 2, state: 'SUBMITTED' });
    // What is asked no more went with what made it so.
    expect(Object.keys(corrected.fill?.answers ?? {})).not.toContain('landlord');
    expect(corrected.fill?.steps).toMatchObject([
      {
        ...{ revision: 2, move: 'CORRECT', at: '2026-05-12T03:30:00.000Z', by: { name: worker.name } },
        before: {
          ...{ phone: expect.stringMatching(/^154\*{4}\d{4}$/), housing: 'RENTED', landlord: '郑国强' },
          ...{ landlordPhone: expect.stringMatching(/^154\*{4}\d{4}$/), education: null },
        },
      },
    ]);
    expect(Object.keys(corrected.fill?.steps[0]?.before ?? {})).toHaveLength(5);
    expect(await fill(input)).toEqual(corrected);
    const stale = { ...input, id: newId() };
    expect(codes(await fill(stale))).toEqual([['CONFLICT', 'basedOn']]);
    expect(codes(await fill({ ...stale, basedOn: 2, answers: { name: null } }))).toEqual([
      ['SHEET_ANSWER_MISSING', 'answers.name'],
    ]);
  });

  it('updates the record of what needs no review, and is not bound to the period', async () => {
    const sheet = await published(world, { review: false }, { until: '2026-05-12' });
    const resident = await stranger(world);
    const first = await fill(fillOf(sheet, resident));
    world.clock.advance(30 * 86_400_000);
    const correction = {
      ...fillOf(sheet, resident, { answers: { phone: mobile() } }),
      corrects: first.fill?.id,
    };
    const { fill: corrected } = await fill({ ...correction, basedOn: 1 });
    expect(corrected).toMatchObject({ state: 'ACCEPTED', updated: ['SEX', 'IDENTITY_NUMBER', 'PHONE'] });
    expect(await recordOf(resident)).toMatchObject({ version: 3 });
  });

  it('is of the same resident and version, or of nothing', async () => {
    const { sheet, fill: corrects } = await filledIn(world);
    const other = { ...fillOf(sheet, await stranger(world)), corrects, basedOn: 1 };
    expect(codes(await fill(other))).toEqual([['NOT_FOUND', '']]);
  });
});
