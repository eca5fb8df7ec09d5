import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  EndResidenceDocument,
  FillSheetDocument,
  type FillSheetInput,
  ResidentPageDocument,
  ReviewSheetDocument,
  type ReviewSheetInput,
  SheetFillPageDocument,
  SheetResultsDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { asResident } from '../../support/privacy';
import { home, mobile } from '../../support/residents';
import { answersOf, filledIn, fillOf, published, stranger } from '../../support/sheets';
import { makeWorld, type World } from '../../support/world';

let world: World;
let worker: Actor;
let staff: Actor;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
  staff = world.actor('COMMUNITY_STAFF');
});

type Filled = Awaited<ReturnType<typeof filledIn>>;
const reviewOf = ({ fill, resident }: Filled, more: Partial<ReviewSheetInput> = {}): ReviewSheetInput => ({
  ...{ id: newId(), fill, resident, expectedRevision: 1, verdict: 'ACCEPT', ...more },
});
const review = async (input: ReviewSheetInput, actor = staff) => {
  const { data, errors } = await run(world, actor, ReviewSheetDocument, { input });
  return { ...(data as typeof data | null)?.reviewSheet, errors };
};
const correct = async (filled: Filled, basedOn: number, answers: Record<string, unknown>, actor = worker) => {
  const input: FillSheetInput = { ...fillOf(filled.sheet, filled.resident, { answers }), basedOn };
  const { data } = await run(world, actor, FillSheetDocument, { input: { ...input, corrects: filled.fill } });
  return data.fillSheet;
};
const recordOf = async (id: string) => (await run(world, staff, ResidentPageDocument, { id })).data.resident;
const waiting = async (sheet: string, state: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED') => {
  const { data } = await run(world, staff, SheetResultsDocument, { sheet, area: world.community, state });
  return data.sheetResults?.edges.map(({ node }) => node.id) ?? [];
};

const codesOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors.map(({ code }) => code);

describe('a review', () => {
  it('that accepts updates the record in the same moment, once, however often it is sent', async () => {
    const filled = await filledIn(world, worker);
    expect(await recordOf(filled.resident)).toMatchObject({ version: 1, maskedPhone: null });
    const input = reviewOf(filled);
    const accepted = await review(input);
    expect(accepted).toMatchObject({ userErrors: [], fill: { state: 'ACCEPTED', revision: 2 } });
    expect(accepted.fill?.updated).toEqual(['SEX', 'IDENTITY_NUMBER', 'PHONE']);
    expect(await recordOf(filled.resident)).toMatchObject({ version: 2, birthDate: '1992-04-05' });
    expect(await review(input)).toEqual(accepted);
    expect(await recordOf(filled.resident)).toMatchObject({ version: 2 });
    const again = await review(reviewOf(filled, { expectedRevision: 2 }));
    expect(again.userErrors).toMatchObject([{ code: 'SHEET_NOT_WAITING' }]);
  });

  it('or a filled sheet whose answer was lost is answered the same after somebody else has changed it', async () => {
    const sheet = await published(world);
    const input = fillOf(sheet, await stranger(world));
    const fill = async (more: object = {}) =>
      (await run(world, worker, FillSheetDocument, { input: { ...input, ...more } })).data.fillSheet;
    await fill();
    const filled = { sheet, resident: input.resident ?? '', fill: input.id };
    const returned = reviewOf(filled, { verdict: 'RETURN', reason: '联系电话打不通，请核实' });
    await review(returned);
    const colleague = world.actor('GRID_WORKER');
    await correct(filled, 2, { phone: mobile() }, colleague);
    const accepted = reviewOf(filled, { expectedRevision: 3 });
    expect((await review(accepted, world.actor('COMMUNITY_STAFF'))).fill).toMatchObject({ revision: 4 });
    const stands = { fill: { revision: 4, state: 'ACCEPTED' }, userErrors: [] };
    expect(await fill()).toMatchObject(stands);
    expect(await review(returned)).toMatchObject(stands);
    expect(codesOf(await fill({ answers: answersOf() }))).toEqual(['CONFLICT']);
  });

  it('that comes twice at once is made once, and answered the same', async () => {
    for (const verdict of ['ACCEPT', 'RETURN'] as const) {
      const input = reviewOf(await filledIn(world, worker), { verdict, reason: '已核对过资料' });
      const answers = await Promise.all([review(input), review(input), review(input)]);
      expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
      expect(answers.map(({ fill }) => fill?.revision)).toEqual([2, 2, 2]);
    }
  });

  it('that returns says why; corrected, it waits again and is accepted', async () => {
    const filled = await filledIn(world, worker);
    const bare = await review(reviewOf(filled, { verdict: 'RETURN' }));
    expect(bare.userErrors).toMatchObject([{ code: 'REASON_INVALID' }]);
    const numbered = await review(reviewOf(filled, { verdict: 'RETURN', reason: '电话 13800138000 不通' }));
    expect(numbered.userErrors).toMatchObject([{ code: 'NUMBER_IN_TEXT' }]);
    const returned = await review(reviewOf(filled, { verdict: 'RETURN', reason: '联系电话打不通，请核实' }));
    expect(returned.fill).toMatchObject({ state: 'RETURNED', updated: [] });
    expect(await waiting(filled.sheet, 'RETURNED')).toEqual([filled.fill]);
    expect(await waiting(filled.sheet, 'SUBMITTED')).toEqual([]);
    const phone = mobile();
    const corrected = await correct(filled, 2, { phone });
    expect(corrected).toMatchObject({ userErrors: [], fill: { state: 'SUBMITTED', revision: 3 } });
    const accepted = await review(reviewOf(filled, { expectedRevision: 3 }));
    expect(accepted.fill?.steps.map(({ move, reason }) => [move, reason])).toEqual([
      ['RETURN', '联系电话打不通，请核实'],
      ['CORRECT', null],
      ['ACCEPT', null],
    ]);
    expect(await waiting(filled.sheet, 'ACCEPTED')).toEqual([filled.fill]);
    expect((await recordOf(filled.resident))?.maskedPhone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    // What was accepted and is corrected waits again: the record stays as it is until then.
    const late = await correct(filled, 4, { phone: mobile() });
    expect(late.fill).toMatchObject({ state: 'SUBMITTED' });
    expect(await recordOf(filled.resident)).toMatchObject({ version: 2 });
  });

  it('is refused with what the record refuses, at the answer, and nothing is written', async () => {
    const sheet = await published(world);
    const resident = await stranger(world);
    const filled = await filledIn(world, worker, { sheet, resident });
    const before = await recordOf(resident);
    const answers = answersOf();
    await correct(filled, 1, {
      sex: answers.sex === 'MALE' ? 'FEMALE' : 'MALE',
      identityNumber: answers.identityNumber,
    });
    const refused = await review(reviewOf(filled, { expectedRevision: 2 }));
    expect(refused.userErrors).toMatchObject([
      { code: 'DIFFERS_FROM_IDENTITY_NUMBER', path: ['answers', 'sex'] },
    ]);
    expect(await recordOf(resident)).toEqual(before);
    expect(await waiting(sheet, 'SUBMITTED')).toEqual([filled.fill]);
  });

  it('is not for whoever filled it in or corrected it, nor for another community', async () => {
    const own = await filledIn(world, staff);
    expect((await review(reviewOf(own))).userErrors).toMatchObject([{ code: 'SHEET_OWN_FILL' }]);
    expect((await review(reviewOf(own), world.actor('STREET_STAFF'))).userErrors).toEqual([]);
    const filled = await filledIn(world, worker, { sheet: own.sheet });
    const neighbour = world.actor('COMMUNITY_STAFF', world.otherCommunity);
    expect((await review(reviewOf(filled), neighbour)).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    const stale = await review(reviewOf(filled, { expectedRevision: 4 }));
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['expectedRevision'] }]);
    const other = await review(reviewOf({ ...filled, resident: await stranger(world) }));
    expect(other.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('does not update the record of somebody who has moved out of the area meanwhile, but may return what was said', async () => {
    const sheet = await published(world);
    const filled = await filledIn(world, worker, { sheet, resident: await stranger(world) });
    const there = await home(world, `${world.foreignGrid}001`).catch(() => undefined);
    expect(there).toBeDefined();
    const reads = createCollectionReader(world.foundation.table);
    const resident = await world.services.residents.lookUp(reads, filled.resident);
    const mover = { ...staff, appointments: world.actor('COMMUNITY_STAFF', world.street).appointments };
    const moved = await world.services.residences.move(mover, reads, {
      ...{ id: newId(), resident: filled.resident, household: resident?.residences[0]?.household },
      ...{ to: there ?? '', relation: 'HEAD', on: '2026-05-12' },
    });
    expect(moved.resident.residences[0]?.courtyard).toBe(`${world.foreignGrid}001`);
    const refused = await review(reviewOf(filled));
    expect(refused.userErrors).toMatchObject([{ code: 'SHEET_SUBJECT_MOVED' }]);
    const returned = await review(
      reviewOf(filled, { verdict: 'RETURN', reason: '已迁往邻社区，请重新采集' }),
    );
    expect(returned.fill).toMatchObject({ state: 'RETURNED', subject: filled.resident });
    // It stays with the area of the time, and is read where the person lives now.
    expect(await waiting(sheet, 'RETURNED')).toEqual([filled.fill]);
    const page = { id: filled.fill, sheet, version: 1 };
    const now = await run(world, world.actor('GRID_WORKER', world.foreignGrid), SheetFillPageDocument, page);
    expect(now.data.sheetFill?.area).toBe(world.courtyard);
  });
});

describe('what a resident fills in', () => {
  it('is reviewed before it changes the record, and corrected by themselves', async () => {
    const sheet = await published(world, { filledBy: 'RESIDENT' });
    const resident = await stranger(world);
    const filled = await filledIn(world, asResident(world, resident), { sheet, resident });
    await review(reviewOf(filled, { verdict: 'RETURN', reason: '请填写现在的单位' }));
    const corrected = await correct(filled, 2, { employer: '示例餐饮店' }, asResident(world, resident));
    expect(corrected.fill).toMatchObject({
      state: 'SUBMITTED',
      steps: [{ move: 'RETURN' }, { by: { role: 'RESIDENT' } }],
    });
    expect((await review(reviewOf(filled, { expectedRevision: 3 }))).fill).toMatchObject({
      state: 'ACCEPTED',
    });
  });

  it('goes with them when they are erased: nothing is left but that there was something', async () => {
    const filled = await filledIn(world, worker);
    const phone = mobile();
    await correct(filled, 1, { phone, registeredAt: '贵州省遵义市' });
    const reads = createCollectionReader(world.foundation.table);
    const resident = await world.services.residents.lookUp(reads, filled.resident);
    const household = resident?.residences[0]?.household ?? '';
    const left = {
      id: newId(),
      resident: filled.resident,
      household,
      on: '2026-05-12',
      ending: 'MOVED_OUT',
    } as const;
    const ended = await run(world, worker, EndResidenceDocument, { input: left });
    expect(ended.data.endResidence.userErrors).toEqual([]);
    const before = await world.services.residents.lookUp(
      createCollectionReader(world.foundation.table),
      filled.resident,
    );
    const by = { id: 'retention', name: '', role: 'ADMINISTRATOR' };
    const change = { id: newId(), mark: '', at: world.clock.now().toISOString(), by, what: ['ERASED'] };
    const fresh = createCollectionReader(world.foundation.table);
    await world.services.erasures.erase(fresh, before!, change, undefined);
    const items = await createCollectionReader(world.foundation.table).read(`FILL#${filled.fill}`);
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toMatch(/陈|宜宾|遵义|154\*|sealed/);
    const results = await run(world, staff, SheetResultsDocument, {
      ...{ sheet: filled.sheet, area: world.community, state: 'SUBMITTED' },
    });
    expect(results.data.sheetResults?.edges).toMatchObject([{ node: { of: '' } }]);
  });
});
