import { newId } from '../../../src/shared/ids';
import {
  ApplicationDocument,
  ExportMyFileDocument,
  MyApplicationsDocument,
  MyFileDocument,
  RequestDeletionDocument,
  ResidentPageDocument,
  WhoLookedDocument,
} from '../../generated/operations';
import { born, bound, end, family, login, myAccount } from '../../support/accounts';
import { run } from '../../support/api';
import {
  amend,
  applicationInput,
  move,
  offeredIn,
  onBehalf,
  open,
  ORIGINALS,
  shown,
} from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { asResident } from '../../support/privacy';
import { type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await makeMemoryWorld());
});

const codes = (errors: readonly { extensions?: { code?: string } }[]) =>
  errors.map(({ extensions }) => extensions?.code);
const listed = async (actor: Awaited<ReturnType<typeof login>>, resident: string) => {
  const { data, errors } = await run(world, actor, MyApplicationsDocument, { resident });
  return data.myApplications?.edges.map(({ node }) => node.id) ?? codes(errors);
};
const file = async (actor: Awaited<ReturnType<typeof login>>, resident: string) => {
  const { data, errors } = await run(world, actor, MyFileDocument, { resident });
  return data.myFile?.id ?? codes(errors);
};

/** A grown-up with an account, and an adult who agreed that it applies for them. */
async function sisters() {
  const [own, other] = [await born(world, '1986-02-03'), await born(world, '1990-02-03')];
  const account = await bound(world, own);
  await bound(world, other, 'FAMILY', account);
  return { me: await login(world, account), account, other };
}

it('a guardian applies for the child without a new consent, follows it and finds it in the child’s list alone', async () => {
  const { me, parent, child } = await family(world);
  const input = applicationInput(await offeredIn(world), { resident: child });
  expect(await open(world, me, input)).toMatchObject({ state: 'DRAFT', codes: [] });
  expect(await shown(world, me, input.id)).toMatchObject({ channel: 'ONLINE', consent: null });
  expect(
    (await amend(world, me, { application: input.id, expectedVersion: 1, materials: ORIGINALS })).codes,
  ).toEqual(['APPLICATION_NOT_YOURS']);
  expect(await listed(me, child)).toEqual([input.id]);
  expect(await listed(me, parent)).toEqual([]);
  expect(await move(world, me, [input.id, 1], 'WITHDRAW')).toMatchObject({ state: 'WITHDRAWN', codes: [] });
});

it('family sees and applies for whoever agreed, also what a worker opened for them', async () => {
  const { me, other } = await sisters();
  const input = onBehalf(world, await offeredIn(world), other);
  await open(world, world.actor('GRID_WORKER'), input);
  expect(await listed(me, other)).toEqual([input.id]);
  expect(await shown(world, me, input.id)).toMatchObject({ id: input.id, state: 'DRAFT' });
});

it('nobody sees or applies for somebody to whom the account is not bound, and not after it has ended', async () => {
  const { me, account, child } = await family(world);
  const stranger = await born(world, '1990-02-03');
  const input = applicationInput(await offeredIn(world), { resident: stranger });
  await expect(open(world, me, input)).rejects.toThrow('NOT_FOUND');
  expect([await listed(me, stranger), await file(me, stranger)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  const own = applicationInput(await offeredIn(world), { resident: child });
  await open(world, me, own);
  const [tie] = (await myAccount(world, account)).family;
  await end(world, me, { resident: child, binding: tie!.id });
  const after = await login(world, account);
  expect([await listed(after, child), await file(after, child)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  expect(codes((await run(world, after, ApplicationDocument, { id: own.id })).errors)).toEqual(['NOT_FOUND']);
});

it('a guardian sees the child’s file, and family nobody’s', async () => {
  const { me, child } = await family(world);
  expect(await file(me, child)).toBe(child);
  const { me: sister, other } = await sisters();
  expect(await file(sister, other)).toEqual(['NOT_FOUND']);
});

it('a token of the resident’s own record acts for nobody else', async () => {
  const { parent, child } = await family(world);
  const me = asResident(world, parent);
  expect([await listed(me, child), await file(me, child)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
});

it('neither guardian nor family rates for them, or reaches them by any other way', async () => {
  const [guardian, kin] = [await family(world), await sisters()];
  for (const [me, whom] of [
    [guardian.me, guardian.child],
    [kin.me, kin.other],
  ] as const) {
    const input = onBehalf(world, await offeredIn(world), whom);
    const worker = world.actor('GRID_WORKER');
    await open(world, worker, input);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [input.id, 2], 'SUBMIT');
    await move(world, world.actor('COMMUNITY_STAFF'), [input.id, 3], 'ACCEPT');
    await move(world, world.actor('STREET_STAFF'), [input.id, 4], 'REFUSE', { text: '不符合条件。' });
    const rated = await move(world, me, [input.id, 5], 'RATE', { score: 5 });
    expect(rated.codes).toEqual(['APPLICATION_NOT_YOURS']);
    expect(await shown(world, me, input.id)).toMatchObject({ availableMoves: ['APPEAL'] });
    // The page where care tags and all else stand, and who looked, are of the resident and of the workers.
    expect(codes((await run(world, me, ResidentPageDocument, { id: whom })).errors)).toContain('NOT_FOUND');
    const { data } = await run(world, me, WhoLookedDocument, {});
    expect(JSON.stringify(data)).not.toContain(input.id);
    const exported = await run(world, me, ExportMyFileDocument, { input: { id: newId() } });
    expect(JSON.stringify(exported)).not.toContain(whom);
    const asked = await run(world, me, RequestDeletionDocument, {
      input: { id: newId(), reason: '不再需要保留' },
    });
    expect(JSON.stringify(asked)).not.toContain(whom);
  }
});
