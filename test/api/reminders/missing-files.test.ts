import { createCollectionReader } from '../../../src/data/collection-reader';
import { EvidenceRepo } from '../../../src/modules/evidence/evidence.repo';
import { HOURS_FOR_FILES } from '../../../src/modules/reminders/reminder.rules';
import { newId } from '../../../src/shared/ids';
import { slotOf } from '../../support/evidence';
import { amend, documentSlot, drafted } from '../../support/applications';
import { published } from '../../support/notices';
import { inboxOf } from '../../support/notifications';
import { killedEverywhere, reminderGround } from '../../support/reminders';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

async function makeGround() {
  const ground = await reminderGround('evidence');
  const { world } = ground;
  const author = await ground.onDuty('GRID_WORKER', world.grid);
  const colleague = await ground.onDuty('GRID_WORKER', world.grid);
  const reads = () => createCollectionReader(world.foundation.table);
  /** Reports a case with so many pictures; ids of the case and of the files. */
  const report = async (count: number) => {
    const evidence = Array.from({ length: count }, () => slotOf(Buffer.from(newId())));
    const input = { category: 'FIRE_HAZARD', text: '楼道堆物', place: { area: world.grid }, evidence };
    const { case: found } = await world.services.caseReports.report(author, reads(), {
      ...{ id: newId(), ...input, urgency: 'NORMAL' },
    } as never);
    await ground.told();
    return { id: found.id, files: evidence.map(({ id }) => id) };
  };
  const settle = async (caseId: string, id: string, status: 'VERIFIED' | 'REJECTED') => {
    const repo = new EvidenceRepo(world.foundation.table);
    const evidence = await repo.find({ owner: `CASE#${caseId}`, id });
    await repo.replace({ ...evidence!, status });
    await ground.told();
  };
  const heard = async () =>
    Promise.all([author, colleague].map((each) => ground.kindsOf(each, 'CASE_FILES')));
  return { ...ground, author, report, settle, heard };
}

describe('files that were announced and did not come', () => {
  it('are told once to whoever announced them, a day later, however many they are, and not before', async () => {
    const { world, look, heard, report, author, noted } = await makeGround();
    const { id } = await report(3);
    expect(noted()).toBe(1);
    world.clock.advance(HOURS_FOR_FILES * HOUR);
    expect(await look()).toBe(0);
    world.clock.advance(1);
    expect([await look(2), await heard()]).toEqual([expect.any(Number), [['CASE_FILES'], []]]);
    const { rows } = await inboxOf(world, author, { first: 1 });
    expect(rows[0]).toMatchObject({ kind: 'CASE_FILES', about: { type: 'CASE', id } });
    expect([await look(), noted()]).toEqual([0, 0]);
  });

  it('are none where all have come; one that was refused is missing too', async () => {
    const { world, look, heard, report, settle } = await makeGround();
    const all = await report(2);
    for (const file of all.files) await settle(all.id, file, 'VERIFIED');
    world.clock.advance(25 * HOUR);
    expect([await look(), await heard()]).toEqual([0, [[], []]]);
    const { id, files } = await report(2);
    await settle(id, files[0]!, 'VERIFIED');
    await settle(id, files[1]!, 'REJECTED');
    world.clock.advance(25 * HOUR);
    expect([await look(), await heard()]).toEqual([1, [['CASE_FILES'], []]]);
  });

  it('are told of an application to whoever brought its materials', async () => {
    const ground = await makeGround();
    const { world, author } = ground;
    const application = await drafted(world, author);
    const materials = [{ code: 'MARRIAGE', evidence: [documentSlot()] }];
    const { codes } = await amend(world, author, { application, expectedVersion: 1, materials });
    expect(codes).toEqual([]);
    await ground.told();
    world.clock.advance(25 * HOUR);
    expect(await ground.look()).toBe(1);
    const { rows } = await inboxOf(world, author, { first: 1 });
    expect(rows[0]).toMatchObject({
      ...{ kind: 'APPLICATION_FILES', about: { type: 'APPLICATION', id: application } },
    });
  });

  it('are told of a notice to whoever published it', async () => {
    const ground = await makeGround();
    const { world } = ground;
    const publisher = await ground.onDuty('COMMUNITY_STAFF', world.community);
    const notice = await published(world, { evidence: [documentSlot()] }, publisher);
    await ground.told();
    world.clock.advance(25 * HOUR);
    expect(await ground.look()).toBe(1);
    const { rows } = await inboxOf(world, publisher, { first: 1 });
    expect(rows[0]).toMatchObject({ kind: 'NOTICE_FILES', about: { type: 'NOTICE', id: notice } });
  });

  it('are told once, wherever the clock’s door is killed, before or after any of its commands', async () => {
    const ground = await makeGround();
    await ground.report(2);
    ground.world.clock.advance(25 * HOUR);
    const kills = await killedEverywhere(ground, async () => {
      expect(await ground.heard()).toEqual([['CASE_FILES'], []]);
    });
    expect(kills).toBeGreaterThan(10);
  });
});
