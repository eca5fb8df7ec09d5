import { createCollectionReader } from '../../../src/data/collection-reader';
import { uploadKey } from '../../../src/modules/jobs/job.keys';
import { LEASE_MS } from '../../../src/modules/jobs/job.rules';
import { newId } from '../../../src/shared/ids';
import { JobsDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { ENOUGH, fetched, importOf, jobOf, openWithFile, workDyingAt, workOf } from '../../support/jobs';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ ownTable: true });
  const names = ['某区', '某街道', '某社区', '第一网格', '院'];
  const courtyards = Array.from({ length: 80 }, (_none, number) => ({ code: courtyardOf(number), names }));
  await world.services.areaImports.importAreas(courtyards);
});

const courtyardOf = (number: number) => `${world.grid}${String(100 + number)}`;

/** Eight lines in three chunks, some of them bad, two of which stand already when it begins. */
const fileOf = (courtyard: string) =>
  ['院落编码,门牌,地址,人数', `${courtyard},1,甲,1`, `${courtyard},,乙,1`, `${courtyard},3,丙,1`]
    .concat([`${courtyard},4,丁,400`, `${courtyard},5,戊,1`, `${courtyard},1,甲,1`])
    .concat([`${courtyard},7,庚,1`, `${world.grid}999,8,辛,1`])
    .join('\n');

async function arrange(number: number) {
  const courtyard = courtyardOf(number);
  const reads = createCollectionReader(world.foundation.table);
  const standing = { id: newId(), courtyard, door: '3', address: '旧' };
  await world.services.registryImport.importHousehold(reads, standing);
  const staff = world.actor('COMMUNITY_STAFF');
  return { courtyard, staff, standing: standing.id, id: await openWithFile(world, staff, fileOf(courtyard)) };
}

/** What stands and what is reported in the end, without the ids that are made and the number of the courtyard. */
async function endOf({ courtyard, staff, id, standing }: Awaited<ReturnType<typeof arrange>>) {
  const job = await jobOf(world, staff, id);
  const all = await world.services.households.allIn(courtyard);
  const doors = all.map(({ door, address }) => [door, address]);
  const kept = all.some((household) => household.id === standing);
  const report = (await fetched(job.report?.url)).replaceAll(courtyard, 'C');
  const { state, progress, findings } = job;
  return { state, progress, findings, report, doors, kept };
}

const dyingAt = (step: number, when: 'BEFORE' | 'AFTER', onStep?: () => Promise<void>) =>
  workDyingAt(world, step, when, onStep);

describe('an import that is killed', () => {
  it('at any moment goes on to the same end with the same report, whoever finds it', async () => {
    const undisturbed = await arrange(0);
    const { work, calls } = dyingAt(Infinity, 'BEFORE');
    expect(await work.arrived(uploadKey(undisturbed.id), ENOUGH)).toMatchObject({ outcome: 'DONE' });
    const wanted = await endOf(undisturbed);
    expect(wanted).toMatchObject({
      ...{ state: 'DONE', kept: true },
      progress: { total: 8, rows: 8, good: 3, bad: 4, unchanged: 1 },
      doors: [
        ['1', '甲'],
        ['3', '旧'],
        ['5', '戊'],
        ['7', '庚'],
      ],
    });
    const steps = calls();
    expect(steps).toBeGreaterThan(15);
    let number = 1;
    for (const when of ['BEFORE', 'AFTER'] as const) {
      for (let step = 1; step <= steps; step += 1) {
        const arranged = await arrange(number++);
        await dyingAt(step, when)
          .work.arrived(uploadKey(arranged.id), ENOUGH)
          .catch(() => undefined);
        world.clock.advance(LEASE_MS + 1);
        // The same event again, or the look at what is due.
        if (step % 2 === 0) await workOf(world).arrived(uploadKey(arranged.id), ENOUGH);
        else {
          world.clock.advance(10 * 60_000);
          await workOf(world).workOnDue(ENOUGH);
        }
        expect({ step, when, ...(await endOf(arranged)) }).toEqual({ step, when, ...wanted });
      }
    }
  }, 240_000);

  it('again and again after each step still comes to the same end', async () => {
    const undisturbed = await arrange(77);
    await workOf(world).arrived(uploadKey(undisturbed.id), ENOUGH);
    const arranged = await arrange(78);
    for (let round = 0; round < 40; round += 1) {
      // Enough steps to read, begin, settle a chunk and write it; never enough to end.
      await dyingAt(9, 'AFTER')
        .work.arrived(uploadKey(arranged.id), ENOUGH)
        .catch(() => undefined);
      world.clock.advance(LEASE_MS + 1);
    }
    await workOf(world).arrived(uploadKey(arranged.id), ENOUGH);
    expect(await endOf(arranged)).toEqual(await endOf(undisturbed));
  }, 120_000);

  it('shows in the list how far it has got, as on its own page', async () => {
    const { id, staff } = await arrange(78);
    await dyingAt(12, 'AFTER')
      .work.arrived(uploadKey(id), ENOUGH)
      .catch(() => undefined);
    const { progress, state } = await jobOf(world, staff, id);
    expect({ state, isUnderWay: progress.rows > 0 }).toEqual({ state: 'RUNNING', isUnderWay: true });
    const { data } = await run(world, staff, JobsDocument, { first: 1 });
    const { rows, good, bad, unchanged } = progress;
    expect(data.jobs?.edges.map(({ node }) => node.progress)).toEqual([{ rows, good, bad, unchanged }]);
    world.clock.advance(LEASE_MS + 1);
    expect(await workOf(world).workOnDue(ENOUGH)).toMatchObject([{ outcome: 'DONE' }]);
  });

  it('without ever getting on is given up', async () => {
    const { id, staff } = await arrange(79);
    for (let round = 0; round < 7; round += 1) {
      await dyingAt(4, 'BEFORE')
        .work.arrived(uploadKey(id), ENOUGH)
        .catch(() => undefined);
      world.clock.advance(LEASE_MS + 1);
    }
    await workOf(world).arrived(uploadKey(id), ENOUGH);
    expect(await jobOf(world, staff, id)).toMatchObject({ state: 'FAILED', failure: { code: 'GIVEN_UP' } });
  });
});

describe('two workers', () => {
  it('that are woken at once do not both work', async () => {
    const arranged = await arrange(70);
    const key = uploadKey(arranged.id);
    const reports = await Promise.all([1, 2, 3].map(() => workOf(world).arrived(key, ENOUGH)));
    const outcomes = reports.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'DONE')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== 'BUSY' && outcome !== 'OVER_BEFORE')).toHaveLength(1);
  });

  it('of whom one slept too long: the other ends it, and the sleeper stops without a trace', async () => {
    const undisturbed = await arrange(71);
    await workOf(world).arrived(uploadKey(undisturbed.id), ENOUGH);
    const arranged = await arrange(72);
    const key = uploadKey(arranged.id);
    const sleep = async () => {
      world.clock.advance(LEASE_MS + 1);
      expect(await workOf(world).arrived(key, ENOUGH)).toMatchObject({ outcome: 'DONE' });
    };
    expect(await dyingAt(9, 'BEFORE', sleep).work.arrived(key, ENOUGH)).toMatchObject({
      outcome: 'TURN_LOST',
    });
    expect(await endOf(arranged)).toEqual(await endOf(undisturbed));
  });

  it('hand over when the time of the first is up', async () => {
    const undisturbed = await arrange(73);
    await workOf(world).arrived(uploadKey(undisturbed.id), ENOUGH);
    const arranged = await arrange(74);
    let asked = 0;
    const soonUp = () => (++asked > 1 ? 1_000 : 900_000);
    expect(await workOf(world).arrived(uploadKey(arranged.id), soonUp)).toMatchObject({
      outcome: 'HANDED_OVER',
    });
    const half = await jobOf(world, arranged.staff, arranged.id);
    expect(half).toMatchObject({ state: 'QUEUED', progress: { total: 8, rows: 3 } });
    expect(await workOf(world).workOnDue(ENOUGH)).toMatchObject([{ outcome: 'DONE' }]);
    expect(await endOf(arranged)).toEqual(await endOf(undisturbed));
  });
});

describe('a job that waits', () => {
  it('for a file that was not announced is found; one that never comes is given up after seven days', async () => {
    const { id, staff } = await arrange(75);
    world.clock.advance(10 * 60_000);
    expect(await workOf(world).workOnDue(ENOUGH)).toMatchObject([{ jobId: id, outcome: 'DONE' }]);
    const { job } = await world.services.jobs.openImport(
      staff,
      importOf(Buffer.from('x'), 'AREAS', world.community),
    );
    for (let day = 0; day < 16; day += 1) {
      world.clock.advance(12 * 3_600_000);
      await workOf(world).workOnDue(ENOUGH);
    }
    expect(await jobOf(world, staff, job.id)).toMatchObject({ failure: { code: 'FILE_NEVER_CAME' } });
  });

  it('and is called off while it is worked on stops there', async () => {
    const { id, staff, courtyard } = await arrange(76);
    const cancel = async () => {
      await world.services.jobs.cancel(staff, { id });
    };
    expect(await dyingAt(5, 'BEFORE', cancel).work.arrived(uploadKey(id), ENOUGH)).toMatchObject({
      outcome: 'TURN_LOST',
    });
    expect(await jobOf(world, staff, id)).toMatchObject({ state: 'CANCELLED' });
    expect(await workOf(world).workOnDue(ENOUGH)).toEqual([]);
    const doors = (await world.services.households.allIn(courtyard)).map(({ door }) => door);
    expect(doors).toEqual(['3']);
  });
});
