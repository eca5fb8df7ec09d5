import fc from 'fast-check';
import { momentOf } from '../../../src/shared/business-date';
import { caseKey } from '../../../src/modules/cases/case-keys.rules';
import { EvidenceHoldRepo } from '../../../src/modules/evidence/evidence-hold.repo';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import { documentSlot, drafted, amend, move } from '../../support/applications';
import { casePage, makeMove, reportCase, slotInput } from '../../support/cases';
import { killAt } from '../../support/kills';
import { retentionGround } from '../../support/retention';

jest.setTimeout(120_000);

const DAY = 24 * 3_600_000;

/** A case with so many photos that have come. */
async function makeGround(photos = 1) {
  const ground = await retentionGround();
  const { world } = ground;
  const worker = world.actor('GRID_WORKER');
  const slots = Array.from({ length: photos }, () => slotInput());
  const { id } = await reportCase(world, worker, { evidence: slots, urgency: 'NORMAL' });
  const owner = caseKey(id);
  for (const slot of slots) await ground.arrive(owner, slot);
  const holds = new EvidenceHoldRepo(ground.table);
  let version = 0;
  return {
    ...{ ...ground, worker, slots, id, owner },
    file: async () => ground.fileOf(owner, slots[0]!),
    page: async () => casePage(world, world.actor('STREET_STAFF'), id),
    make: async (name: 'SOLVE' | 'REOPEN') => {
      const { userErrors } = await makeMove(world, worker, id, name, { conditionMet: true });
      expect(userErrors).toEqual([]);
    },
    hold: async (on: boolean) => {
      version += 1;
      const step = { on, reason: '行政诉讼', by: newId(), name: '许伟', at: world.clock.now() };
      const reads = createCollectionReader(ground.table);
      await holds.replace(reads, { owner, on, version, steps: [step] }, undefined);
    },
    until: (day: string, time = '00:00:00') => {
      world.clock.advance(momentOf(day, time).getTime() - world.clock.now().getTime());
    },
  };
}

const NOTHING = { REMOVED: 0, KEPT_BY_STORE: 0, FAILED: 0 };

describe('the files of a case', () => {
  it('go three years after its end, with all that was made of them; that they were there, and their hash, stay', async () => {
    const { make, until, look, page, file, store, slots, noted, world } = await makeGround();
    world.clock.advance(40 * DAY);
    await make('SOLVE');
    expect((await page()).evidence[0]).toMatchObject({ keptUntil: '2029-06-21T16:00:00.000Z' });
    until('2029-06-21', '23:59:59');
    expect([await look(), store.size, noted()]).toEqual([NOTHING, 3, 1]);
    until('2029-06-22');
    expect(await look()).toEqual({ ...NOTHING, REMOVED: 1 });
    expect([store.size, noted()]).toEqual([0, 0]);
    const is = { status: 'REMOVED', keptUntil: '2029-06-21T16:00:00.000Z' };
    const [shown] = (await page()).evidence;
    expect(shown).toMatchObject({ ...is, size: slots[0]!.size, removedAt: '2029-06-21T16:00:00.000Z' });
    expect(shown).toMatchObject({ thumbnailUrl: null, pictureUrl: null, originalUrl: null });
    expect(shown).toMatchObject({ takenAt: null, placeMetres: null });
    expect(await file()).toMatchObject({ sha256: slots[0]!.sha256, takenPlace: undefined });
    expect(await look()).toEqual(NOTHING);
  });

  it('stay while it goes on, and while it goes on again', async () => {
    const { make, live, page, store, noted } = await makeGround();
    expect(await live(3 * 366)).toEqual([]);
    expect((await page()).evidence[0]).toMatchObject({ status: 'VERIFIED', keptUntil: null });
    await make('SOLVE');
    await live(3);
    await make('REOPEN');
    expect([await live(3 * 366), store.size, noted()]).toEqual([[], 3, 1]);
    await make('SOLVE');
    const [gone] = await live(3 * 366);
    expect(gone).toBeGreaterThan(3 * 365);
    expect([store.size, noted()]).toEqual([0, 0]);
  });

  it('stay while they are held, and go within a month when they are no longer', async () => {
    const { make, live, hold, store } = await makeGround();
    await make('SOLVE');
    await hold(true);
    expect([await live(5 * 365), store.size]).toEqual([[], 3]);
    await hold(false);
    const gone = await live(31);
    expect([gone.length, store.size]).toEqual([1, 0]);
  });

  it('that the store keeps are not said to be removed, and are tried again a month later', async () => {
    const { make, until, look, locked, store, file, live } = await makeGround();
    await make('SOLVE');
    for (const key of store) if (key.includes('/original/')) locked.add(key);
    until('2029-05-13');
    expect(await look()).toEqual({ ...NOTHING, KEPT_BY_STORE: 1 });
    expect([store.size, (await file()).status]).toEqual([3, 'VERIFIED']);
    locked.clear();
    expect([await live(31), store.size, (await file()).status]).toEqual([[30], 0, 'REMOVED']);
  });

  it('are gone and said to be, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const { make, until, look, table, store, fileOf, owner, slots, noted } = await makeGround(3);
    await make('SOLVE');
    until('2029-05-13');
    const [restore, lying] = [table.keep(), [...store]];
    const killedAt = async (nth: number, moment: 'before' | 'after') => {
      restore();
      for (const key of lying) store.add(key);
      const { way, wasKilled } = killAt(nth, moment);
      table.goBy(way);
      await look().catch(() => undefined);
      table.goBy((_name, act) => Promise.resolve().then(act));
      expect((await look(2)).FAILED).toBe(0);
      const files = await Promise.all(slots.map((slot) => fileOf(owner, slot)));
      expect(files.map(({ status }) => status)).toEqual(['REMOVED', 'REMOVED', 'REMOVED']);
      expect([store.size, noted()]).toEqual([0, 0]);
      return wasKilled();
    };
    let kills = 0;
    for (let nth = 1; await killedAt(nth, 'before'); nth += 1) {
      await killedAt(nth, 'after');
      kills += 2;
    }
    expect(kills).toBeGreaterThanOrEqual(16);
  });

  it('go never before their time nor while they are held, and within a month of it, whatever happens when', async () => {
    const happening = fc.oneof(
      fc.record({ what: fc.constant('days' as const), days: fc.integer({ min: 1, max: 700 }) }),
      fc.record({ what: fc.constantFrom('hold' as const, 'lift' as const, 'look' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (happenings) => {
        const { make, look, hold, store, world } = await makeGround();
        await make('SOLVE');
        const over = momentOf('2029-05-13', '00:00:00');
        let [isHeld, mayBeThere] = [false, true];
        for (const each of happenings) {
          if (each.what === 'days') world.clock.advance(each.days * DAY);
          else if (each.what === 'look') await look();
          else if (isHeld !== (each.what === 'hold')) await hold((isHeld = !isHeld));
          const isOver = world.clock.now() >= over;
          if (!isOver || (isHeld && mayBeThere)) expect([0, mayBeThere ? 3 : 0]).toContain(store.size);
          if (!isOver) expect(store.size).toBe(3);
          if (isHeld && mayBeThere) expect(store.size).toBe(3);
          mayBeThere = store.size > 0;
        }
        if (isHeld) await hold(false);
        for (let month = 0; month < 40; month += 1) {
          world.clock.advance(31 * DAY);
          await look();
        }
        expect(store.size).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the files of an application', () => {
  it.each([
    ['picture', 'image/jpeg', 3],
    ['PDF', 'application/pdf', 2],
  ])(
    'go ten years after no office has had to do with it any more (%s)',
    async (_what, contentType, objects) => {
      const { world, arrive, live, look, store } = await retentionGround();
      const worker = world.actor('GRID_WORKER');
      const id = await drafted(world, worker);
      const slot = { ...documentSlot(), contentType };
      const materials = [{ code: 'MARRIAGE', evidence: [slot] }];
      expect((await amend(world, worker, { application: id, expectedVersion: 1, materials })).codes).toEqual(
        [],
      );
      await arrive(`APPLICATION#${id}`, slot);
      world.clock.advance(20 * DAY);
      expect((await move(world, worker, [id, 2], 'WITHDRAW', { text: '不办了' })).codes).toEqual([]);
      world.clock.advance(3_650 * DAY);
      expect([await look(), store.size]).toEqual([NOTHING, objects]);
      // Three days more in the leap years; the last one is part of the term.
      expect(await live(5)).toEqual([4]);
      expect(store.size).toBe(0);
    },
  );
});
