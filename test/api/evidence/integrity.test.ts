import { createHash } from 'node:crypto';
import { createFileRemovals } from '../../../src/app/file-terms';
import { type Bucket } from '../../../src/data/bucket';
import { EvidenceIntegrityService } from '../../../src/modules/evidence/evidence-integrity.service';
import { caseKey } from '../../../src/modules/cases/case-keys.rules';
import { EvidenceRepo } from '../../../src/modules/evidence/evidence.repo';
import { FileDueRepo } from '../../../src/modules/evidence/file-due.repo';
import { businessDate } from '../../../src/shared/business-date';
import { newId } from '../../../src/shared/ids';
import { VerifyEvidenceDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { makeMove, reportCase, slotInput } from '../../support/cases';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { makePhoto } from '../../support/photos';
import { makeWorld, type World } from '../../support/world';

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

describe('the evidence of a case', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  /** A case with so many verified photos, and one that never came. */
  const arrange = async (count: number) => {
    const photos = await Promise.all(Array.from({ length: count }, () => makePhoto({ caption: newId() })));
    const slots = photos.map((photo) => slotOf(photo));
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker, { evidence: [...slots, slotInput()] });
    for (const [index, slot] of slots.entries()) {
      world.clock.advance(1_000);
      await world.foundation.bucket.write(keyOf(id, slot.id), photos[index]!, 'image/jpeg');
      expect(await arrivalsOf(world).arrived(keyOf(id, slot.id))).toMatchObject({ arrival: 'VERIFIED' });
    }
    return { id, slots, worker };
  };
  const verify = async (caseId: string, who = world.actor('STREET_STAFF')) => {
    const { data, errors } = await run(world, who, VerifyEvidenceDocument, { input: { caseId } });
    expect(errors).toEqual([]);
    return data.verifyEvidence;
  };

  it('is read again: hashes announced and recomputed, and a chain that anybody can recompute', async () => {
    const { id, slots, worker } = await arrange(3);
    const { verification, userErrors } = await verify(id);
    expect([userErrors, verification?.intact, verification?.next]).toEqual([[], true, null]);
    expect(verification?.links.map((link) => [link.id, link.recomputed, link.finding])).toEqual(
      slots.map((slot) => [slot.id, slot.sha256, 'EQUAL']),
    );
    let before = id;
    for (const { sha256, id: file, checkedAt, by, link } of verification!.links) {
      const content = JSON.stringify([before, sha256, file, checkedAt, by]);
      before = createHash('sha256').update(content).digest('hex');
      expect([link, by]).toEqual([before, worker.id]);
    }
  });

  it('that somebody has changed or removed in the store is found, and told which', async () => {
    const { id, slots } = await arrange(3);
    const { bucket } = world.foundation;
    await bucket.write(keyOf(id, slots[1]!.id), Buffer.from('other bytes'), 'image/jpeg');
    const { verification } = await verify(id);
    expect(verification?.intact).toBe(false);
    expect(verification?.links.map(({ finding }) => finding)).toEqual(['EQUAL', 'DIFFERENT', 'EQUAL']);
    const gone: Bucket = { ...bucket, open: () => Promise.resolve(undefined) };
    const file = { ...(await verified(id, slots[0]!.id)), status: 'VERIFIED' as const };
    expect(await new EvidenceIntegrityService(gone).verify([file], id, undefined)).toMatchObject({
      intact: false,
      links: [{ finding: 'MISSING' }],
    });
  });

  it('that was removed when its term was over stays in the chain by its hash, and is missed by nobody', async () => {
    world = await makeWorld({ ownTable: true });
    const { id, slots, worker } = await arrange(2);
    const before = (await verify(id)).verification!;
    expect((await makeMove(world, worker, id, 'SOLVE')).userErrors).toEqual([]);
    world.clock.advance(3 * 366 * 24 * 3_600_000);
    const { table, bucket } = world.foundation;
    await new FileDueRepo(table).keep([{ owner: caseKey(id), day: businessDate(world.clock.now()) }]);
    const removals = createFileRemovals(world.foundation);
    expect(await removals.removeDue()).toEqual({ REMOVED: 2, KEPT_BY_STORE: 0, FAILED: 0 });
    for (const slot of slots) expect(await bucket.open(keyOf(id, slot.id))).toBeUndefined();
    const { verification } = await verify(id);
    expect(verification?.intact).toBe(true);
    expect(verification?.links.map(({ finding }) => finding)).toEqual(['REMOVED', 'REMOVED']);
    expect(verification?.links.map(({ link }) => link)).toEqual(before.links.map(({ link }) => link));
  });

  it('is read 200 MB at a time, one file at least, and the chain is whole in every answer', async () => {
    const { id, slots } = await arrange(1);
    const one = await verified(id, slots[0]!.id);
    const big = (index: number, size: number) => ({
      ...{ ...one, id: String(index), size },
      checkedAt: new Date(one.checkedAt.getTime() + index),
    });
    const files = [big(1, 500e6), big(2, 90e6), big(3, 90e6), big(4, 90e6)];
    const service = new EvidenceIntegrityService({
      ...world.foundation.bucket,
      open: () => world.foundation.bucket.open(keyOf(id, slots[0]!.id)),
    });
    const turns: string[] = [];
    let after: string | undefined;
    let head: string | undefined;
    do {
      const page = await service.verify(files, id, after);
      turns.push(page.links.map(({ finding }) => (finding === 'EQUAL' ? 'x' : '.')).join(''));
      head ??= page.links.at(-1)?.link;
      expect(page.links.at(-1)?.link).toBe(head);
      after = page.next;
    } while (after !== undefined);
    expect(turns).toEqual(['x...', '.xx.', '...x']);
  });

  it('is read for whoever may see the case, and for nobody else', async () => {
    const { id, worker } = await arrange(1);
    expect((await verify(id, worker)).verification?.intact).toBe(true);
    const stranger = await makeWorld();
    const other = await verify(id, stranger.actor('STREET_STAFF'));
    expect(other).toMatchObject({ verification: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  const verified = async (caseId: string, id: string) => {
    const found = await new EvidenceRepo(world.foundation.table).find({ owner: caseKey(caseId), id });
    return { ...found!, checkedAt: found!.checkedAt! };
  };
});
