import { type Actor } from '../../../src/auth/actor';
import { originalKey } from '../../../src/modules/evidence/evidence.keys';
import { PART_BYTES } from '../../../src/modules/evidence/evidence-upload.rules';
import {
  CompleteUploadDocument,
  MissingFilesDocument,
  OpenUploadDocument,
  type RecordType,
  SubmitVisitDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { reportCase } from '../../support/cases';
import { type Ceph, hasRealS3, makeCephWorld, startCeph } from '../../support/ceph-world';
import { arrivalsOf, slotOf } from '../../support/evidence';
import { note } from '../../support/logs';
import { cut, sendPart, sha256 } from '../../support/parts';
import { makeVideo } from '../../support/video';
import { listed, visitOf } from '../../support/visits';
import { type World } from '../../support/world';

const room = hasRealS3() ? describe : describe.skip;

/** A store on two cores that others use too. */
jest.setTimeout(300_000);

/** Against Ceph's gateway, as `multipart.test.ts`. */
room('a film sent in parts', () => {
  let ceph: Ceph;
  let world: World;
  let worker: Actor;
  const film = makeVideo({ mediaBytes: 3 * PART_BYTES + 1_000, seconds: 93 });
  const parts = cut(film);

  beforeAll(async () => {
    ceph = await startCeph();
  });
  afterAll(() => ceph.stop());
  beforeEach(async () => {
    world = await makeCephWorld(ceph, { ownTable: true });
    worker = world.actor('GRID_WORKER');
  });

  /** A film of a visit or a note: how it is announced, and how its record shows it. */
  const others = {
    VISIT: async (slot: ReturnType<typeof slotOf>) => {
      const { household } = await listed(world);
      const input = visitOf(world, household, { evidence: [slot] });
      const { data } = await run(world, worker, SubmitVisitDocument, { input });
      expect(data.submitVisit.userErrors).toEqual([]);
      return { id: input.id, key: originalKey({ owner: `VISIT#${input.id}`, id: slot.id }) };
    },
    LOG_ENTRY: async (slot: ReturnType<typeof slotOf>) => {
      const { id } = await note(world, worker, { evidence: [slot] });
      return { id, key: originalKey({ owner: `LOGENTRY#${id}`, id: slot.id }) };
    },
  };

  it.each(['VISIT', 'LOG_ENTRY'] as const)(
    'of a %s goes the same way, as the list of missing files names it',
    async (type) => {
      const slot = slotOf(film, 'video/mp4');
      const { id, key } = await others[type](slot);
      const { data } = await run(world, worker, MissingFilesDocument, {});
      const [missing] = data.missingFiles.edges.map(({ node }) => node);
      expect(missing).toMatchObject({ caseId: null, record: { type, id }, file: { id: slot.id } });
      const input = { record: { type, id }, evidenceId: slot.id };
      const openOther = async (who = worker) => {
        const told = { ...input, partHashes: parts.map(sha256) };
        return (await run(world, who, OpenUploadDocument, { input: told })).data.openUpload;
      };
      const completeOther = async (who = worker) =>
        (await run(world, who, CompleteUploadDocument, { input })).data.completeUpload;
      expect((await openOther(world.actor('GRID_WORKER'))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      for (const part of (await openOther()).upload!.parts.slice(0, 2))
        expect((await sendPart(part, parts[part.number - 1]!)).status).toBe(200);
      expect((await completeOther()).userErrors).toMatchObject([{ code: 'UPLOAD_INCOMPLETE' }]);
      const again = await openOther();
      expect(again.upload?.parts.map(({ etag }) => etag != null)).toEqual([true, true, false, false]);
      for (const part of again.upload!.parts.slice(2))
        expect((await sendPart(part, parts[part.number - 1]!)).status).toBe(200);
      expect((await completeOther(world.actor('GRID_WORKER'))).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
      expect(await completeOther()).toEqual({ case: null, userErrors: [] });
      expect(await arrivalsOf(world).arrived(key)).toMatchObject({ arrival: 'VERIFIED' });
      expect(await completeOther()).toEqual({ case: null, userErrors: [] });
      expect((await openOther()).userErrors).toMatchObject([{ code: 'EVIDENCE_VERIFIED_ALREADY' }]);
      const left = await run(world, worker, MissingFilesDocument, {});
      expect(left.data.missingFiles.edges).toEqual([]);
    },
  );

  it('of a case may be named as a record too, and nothing is sent to two records, to none or to one without files', async () => {
    const slot = slotOf(film, 'video/mp4');
    const { id: caseId } = await reportCase(world, worker, { evidence: [slot] });
    const evidenceId = slot.id;
    const codes = async (where: object) => {
      const input = { ...where, evidenceId, partHashes: parts.map(sha256) };
      const { data } = await run(world, worker, OpenUploadDocument, { input });
      return data.openUpload.userErrors.map(({ code }) => code);
    };
    const record = (type: RecordType) => ({ record: { type, id: caseId } });
    expect(await codes(record('CASE'))).toEqual([]);
    expect(await codes({})).toEqual(['UPLOAD_RECORD_NEEDED']);
    expect(await codes({ caseId, ...record('CASE') })).toEqual(['UPLOAD_RECORD_NEEDED']);
    for (const type of ['VISIT', 'LOG_ENTRY', 'HOUSEHOLD'] as const)
      expect(await codes(record(type))).toEqual(['NOT_FOUND']);
  });
});
