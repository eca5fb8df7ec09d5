import fc from 'fast-check';
import { ApplicationRepo } from '../../../src/modules/applications/application.repo';
import { type ApplicationRecord } from '../../../src/modules/applications/application.rules';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { ApplicationsToHandleDocument, type Punctuality } from '../../generated/operations';
import { run } from '../../support/api';
import { amend, move, ORIGINALS, stepped, submitted } from '../../support/applications';
import { killedEverywhere, reminderGround } from '../../support/reminders';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const ASKED = { text: '请补充户口簿。', materials: ['HOUSEHOLD_BOOK'] };

/** An application that was submitted, of the usual service or of one with three steps, and those who must act. */
async function makeGround({ isStepped = false } = {}) {
  const ground = await reminderGround('application');
  const { world } = ground;
  const office = await ground.onDuty('COMMUNITY_STAFF', world.community);
  const street = await ground.onDuty('STREET_STAFF', world.street);
  const id = await submitted(world, undefined, isStepped ? await stepped(world) : undefined);
  await ground.told();
  const record = async (): Promise<ApplicationRecord> => {
    const repo = new ApplicationRepo(world.foundation.table);
    return (await repo.find(createCollectionReader(world.foundation.table), id))!;
  };
  const until = (moment: Date) => {
    world.clock.advance(moment.getTime() - world.clock.now().getTime());
  };
  const moved = async (name: 'ASK' | 'SUPPLY' | 'ACCEPT' | 'FINISH_STEP' | 'APPROVE' | 'REFUSE') => {
    const isOfStreet = ['FINISH_STEP', 'APPROVE', 'REFUSE'].includes(name);
    const by = name === 'SUPPLY' ? world.actor('GRID_WORKER') : isOfStreet ? street : office;
    const actor = { ...by, id: name === 'SUPPLY' ? (await record()).steps[0]!.by.id : by.id };
    if (name === 'SUPPLY') {
      const materials = ORIGINALS.filter(({ code }) => code === 'HOUSEHOLD_BOOK');
      const { version: expectedVersion } = await record();
      await amend(world, actor, { application: id, expectedVersion, materials });
    }
    const more = { ASK: ASKED, APPROVE: { text: '准予。' }, REFUSE: { text: '不符。' } };
    const { version } = await record();
    const { codes } = await move(
      world,
      actor,
      [id, version],
      name,
      name in more ? more[name as keyof typeof more] : {},
    );
    expect(codes).toEqual([]);
    await ground.told();
  };
  const told = async () => [
    await ground.kindsOf(office, 'APPLICATION_'),
    await ground.kindsOf(street, 'APPLICATION_'),
  ];
  return { ...ground, office, street, id, record, until, moved, told };
}

describe('the limit of an application', () => {
  it('is told to the office when four fifths are over, to it and the street when all is, and never again', async () => {
    const { world, look, told, record, until, noted } = await makeGround();
    const { nearAt, dueAt } = await record();
    until(new Date(nearAt!.getTime() - 1));
    expect([await look(), await told()]).toEqual([0, [[], []]]);
    until(new Date(nearAt!.getTime() + 1));
    expect([await look(), await told()]).toEqual([1, [['APPLICATION_NEAR'], []]]);
    until(dueAt!);
    expect(await look()).toBe(0);
    world.clock.advance(1);
    expect(await look()).toBe(1);
    expect(await told()).toEqual([['APPLICATION_OVER', 'APPLICATION_NEAR'], ['APPLICATION_OVER']]);
    expect([noted(), await look()]).toEqual([0, 0]);
  });

  it('stands still while more is asked for, and goes on with what was left of it', async () => {
    const { world, look, told, record, until, moved } = await makeGround();
    const { dueAt } = await record();
    await moved('ASK');
    until(new Date(dueAt!.getTime() + 48 * HOUR));
    expect([await look(), await told()]).toEqual([0, [[], []]]);
    await moved('SUPPLY');
    const again = await record();
    expect(again.dueAt!.getTime()).toBeGreaterThan(world.clock.now().getTime());
    until(new Date(again.dueAt!.getTime() + 1));
    expect(await look()).toBe(1);
    expect(await told()).toEqual([['APPLICATION_OVER'], ['APPLICATION_OVER']]);
  });

  it('is none of what was decided, though its moments are still noted', async () => {
    const { look, told, record, until, moved, noted } = await makeGround();
    await moved('ACCEPT');
    const { dueAt } = await record();
    await moved('REFUSE');
    expect(noted()).toBe(4);
    until(new Date(dueAt!.getTime() + HOUR));
    expect([await look(), await told(), noted()]).toEqual([0, [[], []], 0]);
  });

  it('is told once, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const ground = await makeGround();
    const { dueAt } = await ground.record();
    ground.until(new Date(dueAt!.getTime() + 1));
    const kills = await killedEverywhere(ground, async () => {
      expect(await ground.told()).toEqual([['APPLICATION_OVER'], ['APPLICATION_OVER']]);
      expect(ground.noted()).toBe(0);
    });
    expect(kills).toBeGreaterThan(15);
  });

  it('is told at most once each of near and over of each limit, whenever two clocks look and whatever is done', async () => {
    const steps = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 6_000 }),
        act: fc.constantFrom('ASK', 'SUPPLY', 'ACCEPT', 'NOTHING', 'NOTHING'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (days) => {
        const { world, look, told, record, moved } = await makeGround();
        const ends = new Set<number>();
        const passed = { near: 0, over: 0, overBefore: 0 };
        for (const { minutes, act } of days) {
          const { dueAt, nearAt, state: before } = await record();
          const from = world.clock.now();
          world.clock.advance(minutes * 60_000);
          const now = world.clock.now();
          if (dueAt !== undefined) ends.add(dueAt.getTime());
          const isOver = dueAt && from <= dueAt && now > dueAt;
          if (isOver && before === 'SUBMITTED') passed.overBefore += 1;
          if (isOver) passed.over += 1;
          else if (nearAt && dueAt && from <= nearAt && now > nearAt) passed.near += 1;
          await look(2);
          const can = { SUBMITTED: ['ASK', 'ACCEPT'], ACCEPTED: ['ASK'], SUPPLEMENT: ['SUPPLY'] };
          const { state } = await record();
          const allowed = (can as Record<string, readonly string[]>)[state] ?? [];
          if (act !== 'NOTHING' && allowed.includes(act)) await moved(act);
        }
        const [office, street] = await told();
        const count = (whose: readonly string[] | undefined, kind: string) =>
          whose!.filter((each) => each === kind).length;
        // Until it is accepted the community has it, then the street, which is told also of what is over with the community.
        const near = count(office, 'APPLICATION_NEAR') + count(street, 'APPLICATION_NEAR');
        expect(near).toBeGreaterThanOrEqual(passed.near);
        expect(near).toBeLessThanOrEqual(ends.size);
        expect(count(street, 'APPLICATION_OVER')).toBe(passed.over);
        expect(count(office, 'APPLICATION_OVER')).toBe(passed.overBefore);
        // Its one step after that has the limit of the whole, and is not told as well.
        expect([...office!, ...street!].filter((kind) => kind.startsWith('APPLICATION_STEP_'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('of one step is told to the office of that step and the level above it, and once where the whole ends then too', async () => {
    const { world, look, told, record, until, moved, onDuty, kindsOf, noted } = await makeGround({
      isStepped: true,
    });
    const district = await onDuty('DISTRICT_STAFF', world.district);
    await moved('ACCEPT');
    const { step } = await record();
    until(new Date(step!.nearAt!.getTime() + 1));
    expect([await look(), await told()]).toEqual([1, [[], ['APPLICATION_STEP_NEAR']]]);
    until(new Date(step!.dueAt!.getTime() + 1));
    expect(await look()).toBe(1);
    expect(await told()).toEqual([[], ['APPLICATION_STEP_OVER', 'APPLICATION_STEP_NEAR']]);
    expect(await kindsOf(district, 'APPLICATION_')).toEqual(['APPLICATION_STEP_OVER']);

    // The last step ends when the whole does, which is told once, as that.
    await moved('FINISH_STEP');
    const { step: last, dueAt } = await record();
    expect(last!.dueAt).toEqual(dueAt);
    until(new Date(last!.dueAt!.getTime() + 1));
    await look();
    const [, ofStreet] = await told();
    expect(ofStreet).toEqual([...['APPLICATION_OVER', 'APPLICATION_STEP_OVER', 'APPLICATION_STEP_NEAR']]);
    expect([noted(), await look()]).toEqual([0, 0]);
  });

  it('of one step is told no more once that step is finished, and stands still with that of the whole', async () => {
    const { look, told, record, until, moved } = await makeGround({ isStepped: true });
    await moved('ACCEPT');
    const { step } = await record();
    await moved('ASK');
    until(new Date(step!.dueAt!.getTime() + HOUR));
    expect([await look(), await told()]).toEqual([0, [[], []]]);
    await moved('SUPPLY');
    await moved('FINISH_STEP');
    const { step: last } = await record();
    until(new Date(last!.nearAt!.getTime() - 1));
    expect([await look(), await told()]).toEqual([0, [[], []]]);
  });

  it('is shown with where it stands in it, and a list can be only of what is near or over', async () => {
    const { world, office, id, record, until } = await makeGround();
    const shown = async (limitState?: Punctuality) => {
      const { data } = await run(world, office, ApplicationsToHandleDocument, { limitState });
      return (data.applicationsToHandle?.edges ?? []).map(({ node }) => [node.id, node.limitState]);
    };
    const each = async () => Promise.all([shown(), shown('WITHIN'), shown('NEAR'), shown('OVER')]);
    const { nearAt, dueAt } = await record();
    const one = (state: string) => [[id, state]];
    expect(await each()).toEqual([one('WITHIN'), one('WITHIN'), [], []]);
    until(nearAt!);
    expect(await each()).toEqual([one('NEAR'), [], one('NEAR'), []]);
    until(new Date(dueAt!.getTime() + 1));
    expect(await each()).toEqual([one('OVER'), [], [], one('OVER')]);
  });
});
