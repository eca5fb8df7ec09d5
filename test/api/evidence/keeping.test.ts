import { GetObjectRetentionCommand, S3Client } from '@aws-sdk/client-s3';
import { createEvidenceKeeping } from '../../../src/app/background';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { caseClosedBy } from '../../../src/modules/cases/case.events';
import { type CaseState } from '../../../src/modules/cases/case.machine';
import { newId } from '../../../src/shared/ids';
import { type Ceph, hasRealS3, makeCephWorld, startCeph } from '../../support/ceph-world';
import { caseRow } from '../../support/case-rows';
import { reportCase } from '../../support/cases';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { makePhoto } from '../../support/photos';
import { makeWorld } from '../../support/world';

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

const DAY = 24 * 3_600_000;
const at = '2026-05-12T05:00:00.000Z';
const image = (state: CaseState) => ({
  ...{ __edb_e__: 'case', pk: 'CASE#1', version: 2 },
  row: caseRow({ area: '510108008003001', state, updatedAt: new Date(at) }),
});

describe('a case that is closed', () => {
  it('is told by the change that closes it, and by no other', () => {
    const closed = { owner: 'CASE#1', at: new Date(at) };
    expect(caseClosedBy({ before: image('HANDLED'), after: image('CLOSED') })).toEqual(closed);
    expect(caseClosedBy({ before: undefined, after: image('CLOSED') })).toEqual(closed);
    expect(caseClosedBy({ before: image('CLOSED'), after: image('CLOSED') })).toBeUndefined();
    expect(caseClosedBy({ before: image('REPORTED'), after: image('HANDLED') })).toBeUndefined();
    expect(caseClosedBy({ before: image('CLOSED'), after: undefined })).toBeUndefined();
    const other = { ...image('CLOSED'), __edb_e__: 'evidence' };
    expect(caseClosedBy({ before: undefined, after: other })).toBeUndefined();
  });

  it('in a store without locks is closed all the same', async () => {
    const world = await makeWorld();
    const photo = await makePhoto({ caption: newId() });
    const slot = slotOf(photo);
    const { id } = await reportCase(world, world.actor('GRID_WORKER'), { evidence: [slot] });
    await world.foundation.bucket.write(keyOf(id, slot.id), photo, 'image/jpeg');
    await arrivalsOf(world).arrived(keyOf(id, slot.id));
    const keeping = createEvidenceKeeping({ evidenceLockDays: 1_095 }, world.foundation);
    const reads = createCollectionReader(world.foundation.table);
    expect(await keeping.keep(reads, `CASE#${id}`, new Date(at))).toBe(1);
  });
});

const room = hasRealS3() ? describe : describe.skip;

/** Against Ceph's gateway; the embedded server has no locks. */
room('the files of a closed case', () => {
  let ceph: Ceph;
  beforeAll(async () => {
    ceph = await startCeph();
  });
  afterAll(() => ceph.stop());

  it('are locked until three years after it was closed; a lock is made longer, never shorter', async () => {
    const world = await makeCephWorld(ceph);
    const client = new S3Client({ endpoint: ceph.endpoint, forcePathStyle: true });
    const photo = await makePhoto({ caption: newId() });
    const slot = slotOf(photo);
    const { id } = await reportCase(world, world.actor('GRID_WORKER'), { evidence: [slot] });
    const key = keyOf(id, slot.id);
    await world.foundation.bucket.write(key, photo, 'image/jpeg');
    await arrivalsOf(world).arrived(key);
    const lockedUntil = async () => {
      const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket: ceph.name, Key: key }));
      return Retention?.RetainUntilDate?.getTime();
    };
    const keep = (closedAt: number, evidenceLockDays: number) =>
      createEvidenceKeeping({ evidenceLockDays }, world.foundation).keep(
        createCollectionReader(world.foundation.table),
        `CASE#${id}`,
        new Date(closedAt),
      );
    const closedAt = Math.floor(Date.now() / 1000) * 1000 + 10 * DAY;
    for (const days of [1_095, 1_095, 30]) {
      expect(await keep(closedAt, days)).toBe(1);
      expect(await lockedUntil()).toBe(closedAt + 1_095 * DAY);
    }
  });
});
