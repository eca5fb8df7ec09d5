import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { MissingFilesDocument, SubmitVisitDocument, WorkerDayDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { reportCase, slotInput } from '../../support/cases';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { note } from '../../support/logs';
import { makePhoto } from '../../support/photos';
import { uploadFile } from '../../support/upload';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

const HOUR = 3_600_000;

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

describe('the files that a worker still has to send', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
  });

  const missing = async (who = worker, variables: { first?: number; after?: string } = {}) => {
    const { data, errors } = await run(world, who, MissingFilesDocument, variables);
    expect(errors).toEqual([]);
    return { ...data, files: data.missingFiles.edges.map(({ node }) => node) };
  };

  it('are those that have not arrived, with their cases, newest first, and nobody else’s', async () => {
    const [first, second] = [slotInput(), slotInput()];
    const one = await reportCase(world, worker, { evidence: [first] });
    world.clock.advance(HOUR);
    const two = await reportCase(world, worker, { evidence: [second] });
    const { files } = await missing();
    expect(files.map(({ caseId, file }) => [caseId, file.id, file.status])).toEqual([
      [two.id, second.id, 'AWAITED'],
      [one.id, first.id, 'AWAITED'],
    ]);
    expect(files[1]?.file).toMatchObject({ openedAt: '2026-05-12T02:30:00.000Z', size: first.size });
    expect((await missing(world.actor('GRID_WORKER'))).files).toEqual([]);
  });

  it('are of visits and notes too, and say which', async () => {
    const [ofVisit, ofNote, ofCase] = [slotInput(), slotInput(), slotInput()];
    const { household } = await listed(world);
    const visit = visitOf(world, household, { evidence: [ofVisit] });
    await run(world, worker, SubmitVisitDocument, { input: visit });
    world.clock.advance(HOUR);
    const { id } = await note(world, worker, { evidence: [ofNote] });
    world.clock.advance(HOUR);
    const reported = await reportCase(world, worker, { evidence: [ofCase] });
    const { files } = await missing();
    expect(files.map(({ caseId, record, file }) => [caseId, record, file.id])).toEqual([
      [reported.id, { type: 'CASE', id: reported.id }, ofCase.id],
      [null, { type: 'LOG_ENTRY', id }, ofNote.id],
      [null, { type: 'VISIT', id: visit.id }, ofVisit.id],
    ]);
  });

  it('can be sent from the list; what is verified leaves it, what is refused stays with its reason', async () => {
    const [good, bad] = [await makePhoto({ caption: newId() }), Buffer.from('no photo')];
    const slots = [slotOf(good), slotOf(bad)];
    const { id } = await reportCase(world, worker, { evidence: slots });
    for (const { file } of (await missing()).files) {
      const bytes = file.id === slots[0]?.id ? good : bad;
      expect(await uploadFile(file.upload, bytes)).toBeLessThan(300);
      await arrivalsOf(world).arrived(keyOf(id, file.id));
    }
    const { files } = await missing();
    expect(files.map(({ file }) => [file.id, file.status, file.rejection])).toEqual([
      [slots[1]?.id, 'REJECTED', 'TYPE_NOT_ALLOWED'],
    ]);
  });

  it('older than a day are counted on the worker’s screen', async () => {
    const count = async () => (await run(world, worker, WorkerDayDocument, {})).data.missingFileCount;
    await reportCase(world, worker, { evidence: [slotInput(), slotInput()] });
    world.clock.advance(23 * HOUR);
    await reportCase(world, worker, { evidence: [slotInput()] });
    expect(await count()).toBe(0);
    world.clock.advance(HOUR);
    expect(await count()).toBe(2);
    expect((await missing()).missingFileCount).toBe(2);
  });

  it('are no longer shown after thirty days', async () => {
    await reportCase(world, worker, { evidence: [slotInput()] });
    world.clock.advance(30 * 24 * HOUR);
    expect((await missing()).files).toHaveLength(1);
    world.clock.advance(1);
    expect(await missing()).toMatchObject({ files: [], missingFileCount: 0 });
  });

  it('come in pages that neither lose nor repeat one', async () => {
    const slots = Array.from({ length: 7 }, () => slotInput());
    await reportCase(world, worker, { evidence: slots });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await missing(worker, { first: 3, ...(after !== undefined && { after }) });
      seen.push(...page.files.map(({ file }) => file.id));
      after = page.missingFiles.pageInfo.hasNextPage
        ? (page.missingFiles.pageInfo.endCursor ?? undefined)
        : undefined;
    } while (after !== undefined);
    expect(seen.sort()).toEqual(slots.map(({ id }) => id).sort());
  });
});
