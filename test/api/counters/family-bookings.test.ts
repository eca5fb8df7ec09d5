import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { BookingAtCounterDocument, BookingDocument, MyBookingsDocument } from '../../generated/operations';
import { born, bound, end, family, login, myAccount } from '../../support/accounts';
import { run } from '../../support/api';
import { applicationInput, offeredIn, open } from '../../support/applications';
import {
  board,
  book,
  bookingInput,
  cancel,
  counterIn,
  freeAt,
  moveBooking,
  take,
  todayAt,
  tomorrowAt,
} from '../../support/counters';
import { merge, twins } from '../../support/duplicates';
import { makeMemoryWorld } from '../../support/memory-world';
import { asResident } from '../../support/privacy';
import { makeWorld, type World } from '../../support/world';

const [NINE, TEN] = [tomorrowAt('09:00'), tomorrowAt('10:00')];

let world: World;
let counter: string;
beforeEach(async () => {
  world = (await makeMemoryWorld()).world;
  counter = await counterIn(world);
});

/** Books for somebody; the id of the booking and the refusals. */
const bookFor = async (me: Actor, resident: string | undefined, start = NINE) => {
  const input = await bookingInput(world, counter, { resident, start });
  return { id: input.id, codes: (await book(world, me, input)).codes };
};
/** What somebody's list shows: which, and for whom. */
const listed = async (me: Actor, variables: { first?: number; after?: string | null } = {}) => {
  const { data } = await run(world, me, MyBookingsDocument, variables);
  const { edges = [], pageInfo } = data.myBookings ?? {};
  return { rows: edges.map(({ node }) => [node.id, node.resident] as const), pageInfo };
};
const shown = async (me: Actor, id: string) => {
  const { data, errors } = await run(world, me, BookingDocument, { id });
  return data.booking ?? errors.map(({ extensions }) => extensions?.code);
};
/** An account whose holder is bound to an adult who agreed, and that adult. */
const sisters = async () => {
  const [own, other] = [await born(world, '1986-02-03'), await born(world, '1990-02-03')];
  const account = await bound(world, own);
  await bound(world, other, 'FAMILY', account);
  return { me: await login(world, account), account, own, other };
};

describe('a booking for family', () => {
  it('is made without a new consent for a child and for an adult who agreed, and says who comes and who booked', async () => {
    for (const [me, whom] of [
      await family(world).then(({ me, child }) => [me, child] as const),
      await sisters().then(({ me, other }) => [me, other] as const),
    ]) {
      const { id, codes } = await bookFor(me, whom);
      expect(codes).toEqual([]);
      const by = { name: '测**', role: 'RESIDENT' };
      expect(await shown(me, id)).toMatchObject({ resident: whom, maskedName: '测**', bookedBy: by });
      const { data } = await run(world, world.actor('COMMUNITY_STAFF'), BookingAtCounterDocument, { id });
      expect(data.booking).toMatchObject({ maskedName: '测**', bookedBy: by });
    }
  });

  it('needs no consent and takes none', async () => {
    const { me, child } = await family(world);
    const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
    const input = await bookingInput(world, counter, { resident: child, consent });
    expect((await book(world, me, input)).codes).toEqual(['CONSENT_INVALID']);
  });

  it('is about an application of whoever comes, and of nobody else', async () => {
    const { me, child } = await family(world);
    const input = applicationInput(await offeredIn(world), { resident: child });
    await open(world, me, input);
    const about = { service: null, application: input.id };
    const own = await book(world, me, await bookingInput(world, counter, about));
    expect(own.codes).toEqual(['BOOKING_SERVICE']);
    const theirs = await book(world, me, await bookingInput(world, counter, { ...about, resident: child }));
    expect(theirs.codes).toEqual([]);
  });

  it('is answered the same when it is sent again, also once the binding has ended, and takes no second place', async () => {
    const { me, account, child } = await family(world);
    const input = await bookingInput(world, counter, { resident: child });
    const first = await book(world, me, input);
    expect(first.codes).toEqual([]);
    expect(await Promise.all([book(world, me, input), book(world, me, input)])).toEqual([first, first]);
    expect((await book(world, me, { ...input, resident: null })).codes).toEqual(['CONFLICT']);
    const [tie] = (await myAccount(world, account)).family;
    await end(world, me, { resident: child, binding: tie!.id });
    expect(await book(world, await login(world, account), input)).toEqual(first);
    expect((await freeAt(world, counter, '2026-05-13')).free.get(NINE)).toBe(1);
  });

  it('counts for whoever comes: each has one place of a slot and three in all, whoever booked', async () => {
    const { me, account, child } = await family(world);
    const other = await born(world, '2016-05-17');
    await bound(world, other, 'GUARDIAN', account);
    const mother = await bound(world, await born(world, '1986-02-03'));
    await bound(world, child, 'GUARDIAN', mother);
    const both = await login(world, account);
    expect((await bookFor(me, child)).codes).toEqual([]);
    expect((await bookFor(await login(world, mother), child)).codes).toEqual(['BOOKING_OVERLAPS']);
    expect((await bookFor(both, other)).codes).toEqual([]);
    expect((await bookFor(both, undefined)).codes).toEqual(['SLOT_FULL']);
    for (const time of ['10:00', '11:00'])
      expect((await bookFor(both, child, tomorrowAt(time))).codes).toEqual([]);
    expect((await bookFor(both, child, tomorrowAt('14:00'))).codes).toEqual(['BOOKING_TOO_MANY']);
    expect((await bookFor(both, undefined, tomorrowAt('14:00'))).codes).toEqual([]);
  });

  it('takes one place of a slot for a child when both parents book at once', async () => {
    const { me, child } = await family(world);
    const mother = await bound(world, await born(world, '1986-02-03'));
    await bound(world, child, 'GUARDIAN', mother);
    const parents = [me, await login(world, mother)];
    const all = await Promise.all(parents.map((parent) => bookFor(parent, child)));
    expect(all.flatMap(({ codes }) => codes)).toEqual(['BOOKING_OVERLAPS']);
    expect((await freeAt(world, counter, '2026-05-13')).free.get(NINE)).toBe(1);
  });

  it('is in the list beside one’s own, the latest first and page after page, also what a worker booked for them', async () => {
    const { me, parent, child } = await family(world);
    const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
    const input = await bookingInput(world, counter, { resident: child, consent, start: TEN });
    expect((await book(world, world.actor('GRID_WORKER'), input)).codes).toEqual([]);
    const early = await bookFor(me, child);
    const mine = await bookFor(me, undefined, tomorrowAt('11:00'));
    const all = [
      [mine.id, parent],
      [input.id, child],
      [early.id, child],
    ];
    expect((await listed(me)).rows).toEqual(all);
    const first = await listed(me, { first: 2 });
    expect([first.rows, first.pageInfo?.hasNextPage]).toEqual([all.slice(0, 2), true]);
    const second = await listed(me, { first: 2, after: first.pageInfo?.endCursor });
    expect([second.rows, second.pageInfo?.hasNextPage]).toEqual([all.slice(2), false]);
  });

  it('is one of whoever was on file twice, and all of them are theirs under the id that the account knows', async () => {
    const pair = await twins(world);
    const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
    const input = await bookingInput(world, counter, { resident: pair.younger, consent });
    expect((await book(world, world.actor('GRID_WORKER'), input)).codes).toEqual([]);
    await merge(world, pair);
    const account = await bound(world, await born(world, '1986-02-03'));
    await bound(world, pair.older, 'FAMILY', account);
    const me = await login(world, account);
    const { id, codes } = await bookFor(me, pair.younger, TEN);
    expect(codes).toEqual([]);
    expect((await listed(me)).rows).toEqual([
      [id, pair.older],
      [input.id, pair.older],
    ]);
    expect((await cancel(world, me, [input.id, 1])).booking).toMatchObject({ state: 'CANCELLED' });
  });

  it('is moved, given back and checked in for by the account that acts for them', async () => {
    const { me, child } = await family(world);
    const { id } = await bookFor(me, child);
    expect((await moveBooking(world, me, [id, 1], TEN)).booking).toMatchObject({ version: 2, start: TEN });
    expect((await cancel(world, me, [id, 2])).booking).toMatchObject({ state: 'CANCELLED' });
    const soon = await bookFor(me, child, todayAt('11:00'));
    const { ticket, codes } = await take(world, me, counter, { booking: soon.id });
    expect([codes, ticket?.number]).toEqual([[], 1]);
    expect((await board(world, me, counter)).board?.mine).toMatchObject({ number: 1, before: 0 });
  });
});

describe('whoever is not family', () => {
  it.each([
    ['another’s child', async () => (await family(world)).child],
    ['a relative to whom the account is not bound', () => born(world, '1990-02-03')],
    ['nobody', () => Promise.resolve(newId())],
    ['what is no id', () => Promise.resolve('../ACCOUNT#wx')],
  ])('books nothing for %s', async (_who, whom) => {
    const { me } = await family(world);
    const resident = await whom();
    expect((await bookFor(me, resident)).codes).toEqual(['NOT_FOUND']);
    expect((await freeAt(world, counter, '2026-05-13')).free.get(NINE)).toBe(2);
  });

  it('books nothing at the own counter for family in another district', async () => {
    // Two districts on one table.
    const there = await makeWorld();
    world = await makeWorld();
    counter = await counterIn(world);
    const { account } = await family(world);
    const child = await born(there, '2018-05-17');
    await bound(there, child, 'GUARDIAN', account);
    const me = await login(world, account);
    expect((await bookFor(me, child)).codes).toEqual(['NOT_FOUND']);
    const input = await bookingInput(there, await counterIn(there), { resident: child });
    expect((await book(there, me, input)).codes).toEqual(['NOT_FOUND']);
  });

  it('does not see, move, give back or check in for a booking, and is not told that it exists', async () => {
    const { me, parent, child } = await family(world);
    const { id } = await bookFor(me, child, todayAt('11:00'));
    const { me: stranger } = await family(world);
    // A token of the parent's own record acts for nobody else.
    for (const actor of [stranger, asResident(world, parent)]) {
      expect(await shown(actor, id)).toEqual(['NOT_FOUND']);
      expect((await moveBooking(world, actor, [id, 1], TEN)).codes).toEqual(['NOT_FOUND']);
      expect((await cancel(world, actor, [id, 1])).codes).toEqual(['NOT_FOUND']);
      expect((await take(world, actor, counter, { booking: id })).codes).toEqual(['NOT_FOUND']);
      expect((await listed(actor)).rows).toEqual([]);
    }
    const again = { ...(await bookingInput(world, counter, { resident: child })), id };
    expect((await book(world, stranger, again)).codes).toEqual(['NOT_FOUND']);
    expect(await shown(me, id)).toMatchObject({ state: 'BOOKED', version: 1 });
  });

  it('is who was unbound: the bookings stay with whoever comes, and are theirs no more', async () => {
    const { me, account, own, other } = await sisters();
    const { id } = await bookFor(me, other);
    const moving = newId();
    const moved = await moveBooking(world, me, [id, 1], TEN, moving);
    const [tie] = (await myAccount(world, account)).family;
    await end(world, me, { resident: other, binding: tie!.id });
    const after = await login(world, account);
    expect([await shown(after, id), (await listed(after)).rows]).toEqual([['NOT_FOUND'], []]);
    expect((await bookFor(after, other)).codes).toEqual(['NOT_FOUND']);
    expect((await moveBooking(world, after, [id, 2], NINE)).codes).toEqual(['NOT_FOUND']);
    expect((await cancel(world, after, [id, 2])).codes).toEqual(['NOT_FOUND']);
    // What was done before is answered again.
    expect(await moveBooking(world, after, [id, 1], TEN, moving)).toEqual(moved);
    const hers = await login(world, await bound(world, other));
    expect((await listed(hers)).rows).toEqual([[id, other]]);
    expect((await cancel(world, hers, [id, 2])).codes).toEqual([]);
    expect((await bookFor(after, own)).codes).toEqual([]);
  });

  it('is a guardian from the 18th birthday on', async () => {
    const parent = await born(world, '1986-02-03');
    const child = await born(world, '2008-05-14');
    const account = await bound(world, parent);
    await bound(world, child, 'GUARDIAN', account);
    const { id, codes } = await bookFor(await login(world, account), child, '2026-05-15T01:00:00.000Z');
    expect(codes).toEqual([]);
    // The last minute of the day before, in Shanghai; then the birthday.
    world.clock.advance(Date.parse('2026-05-13T23:59:00+08:00') - world.clock.now().getTime());
    expect(await shown(await login(world, account), id)).toMatchObject({ state: 'BOOKED' });
    world.clock.advance(60_000);
    const after = await login(world, account);
    expect([await shown(after, id), (await listed(after)).rows]).toEqual([['NOT_FOUND'], []]);
    expect((await cancel(world, after, [id, 1])).codes).toEqual(['NOT_FOUND']);
    expect((await bookFor(after, child, '2026-05-15T02:00:00.000Z')).codes).toEqual(['NOT_FOUND']);
    expect(await shown(asResident(world, child), id)).toMatchObject({ state: 'BOOKED' });
  });
});
