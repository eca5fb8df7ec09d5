import { createHash } from 'node:crypto';
import { GraphQLClient } from 'graphql-request';
import { DEPARTMENTS } from '../../local/seed/people';
import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import {
  AcceptCaseDocument,
  CasePageDocument,
  CloseCaseDocument,
  DispatchCaseDocument,
  EscalateCaseDocument,
  InboxDocument,
  ReportBackCaseDocument,
  ReportCaseDocument,
  type ReportCaseInput,
  WorkerDayDocument,
} from '../generated/operations';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';
import { uploadFile } from '../support/upload';
import { eventually } from '../support/eventually';

/** The story of May 2016, from an underground garage to the street's office, over HTTP with an ordinary client. */
describe('fireworks', () => {
  const as = async (key: string) =>
    new GraphQLClient(laptop().apiUrl, {
      headers: { authorization: `Bearer ${await laptop().tokenFor(key)}` },
    });
  const slotFor = (photo: Uint8Array, role: 'SCENE' | 'AFTER') => ({
    id: newId(),
    role,
    contentType: 'image/jpeg',
    size: photo.length,
    sha256: createHash('sha256').update(photo).digest('base64'),
  });
  const office = DEPARTMENTS[0].code;
  const place = pointIn(1);
  const takenAt = new Date('2026-05-12T01:15:00Z');

  it('goes from the garage to the office and back until the hazard is removed and the case is closed', async () => {
    const worker = await as('wang-fang');
    const community = await as('lin-yan');
    const street = await as('xu-wei');
    const security = await as('luo-jun');
    const id = newId();

    // In the garage: no signal. The app makes the id, the hash and the slot, and keeps them until it can send.
    const scene = await makePhoto({ takenAt, place, caption: 'garage' });
    const sceneSlot = slotFor(scene, 'SCENE');
    const input: ReportCaseInput = {
      id,
      category: 'SECURITY_DANGEROUS_GOODS',
      urgency: 'EMERGENCY',
      text: '地下车库有人搬运成箱货物，询问时含糊其辞，疑似烟花爆竹。',
      place: { point: { ...place, datum: 'WGS84' }, address: '杉板桥路 88 号院地下车库 B2' },
      evidence: [sceneSlot],
    };

    // Upstairs again: the first try is sent twice, because the answer to it was lost.
    const [{ reportCase }] = await Promise.all([
      worker.request(ReportCaseDocument, { input }),
      worker.request(ReportCaseDocument, { input }),
    ]);
    expect(reportCase.userErrors).toEqual([]);
    expect(reportCase.case).toMatchObject({ id, holder: { level: 'GRID', code: '510108008003001' } });
    await uploadFile(reportCase.case?.evidence[0]?.upload, scene);

    const seen = await eventually(async () => {
      const { case: page } = await worker.request(CasePageDocument, { id });
      return page?.evidence[0]?.status === 'VERIFIED' ? page.evidence[0] : undefined;
    });
    expect(seen).toMatchObject({ takenAt: '2026-05-12T01:15:00.000Z', rejection: null });
    expect(seen.takenPlace?.latitude).toBeCloseTo(place.latitude, 4);
    const thumbnail = await fetch(seen.thumbnailUrl ?? '');
    expect(thumbnail.status).toBe(200);
    expect(Buffer.from(await thumbnail.arrayBuffer()).includes('Exif')).toBe(false);

    // Up the ladder, each hop with its reason.
    const why = (text: string) => ({ input: { id: newId(), caseId: id, text } });
    const up1 = await worker.request(EscalateCaseDocument, why('数量大，网格无法处置。'));
    expect(up1.escalateCase.case?.holder).toMatchObject({ level: 'COMMUNITY' });
    const up2 = await community.request(EscalateCaseDocument, why('涉及公共安全，请街道综治办处置。'));
    expect(up2.escalateCase.case?.holder).toMatchObject({ level: 'STREET', name: '跳蹬河街道' });

    const { inbox } = await street.request(InboxDocument, {});
    expect(inbox?.edges.map(({ node }) => node.id)).toContain(id);
    const down = await street.request(DispatchCaseDocument, {
      input: { id: newId(), caseId: id, department: office, text: '请立即派员。' },
    });
    expect(down.dispatchCase.case).toMatchObject({ state: 'DISPATCHED', holder: { code: office } });

    await security.request(AcceptCaseDocument, { input: { id: newId(), caseId: id } });
    const result = await makePhoto({ takenAt: new Date('2026-05-12T05:40:00Z'), place, caption: 'removed' });
    const back = await security.request(ReportBackCaseDocument, {
      input: {
        id: newId(),
        caseId: id,
        text: '查获烟花爆竹 288 箱，已全部清运。',
        evidence: [slotFor(result, 'AFTER')],
      },
    });
    const after = back.reportBackCase.case?.evidence.find(({ role }) => role === 'AFTER');

    // Without the picture the street cannot close; with it, it can.
    const close = { caseId: id, text: '现场核查，隐患已消除。', conditionMet: true };
    const early = await street.request(CloseCaseDocument, { input: { id: newId(), ...close } });
    expect(early.closeCase.userErrors).toMatchObject([{ code: 'EVIDENCE_NOT_VERIFIED' }]);
    await uploadFile(after?.upload, result);
    const closing = { input: { id: newId(), ...close } };
    const closed = await eventually(async () => {
      const { closeCase } = await street.request(CloseCaseDocument, closing);
      return closeCase.case ?? undefined;
    });
    expect(closed).toMatchObject({ state: 'CLOSED', holder: null });

    // Everybody who was concerned sees what became of it.
    for (const client of [worker, community, street, security]) {
      const { case: page } = await client.request(CasePageDocument, { id });
      expect(page?.timeline.map(({ kind }) => kind)).toEqual([
        ...['REPORT', 'ESCALATE', 'ESCALATE', 'DISPATCH', 'ACCEPT', 'REPORT_BACK', 'CLOSE'],
      ]);
      expect(page?.custody.map(({ holder }) => holder.level)).toEqual([
        ...['GRID', 'COMMUNITY', 'STREET', 'DEPARTMENT', 'STREET'],
      ]);
      expect(page?.solvedAtLevel).toBe('DEPARTMENT');
      expect(page?.evidence.map(({ status }) => status)).toEqual(['VERIFIED', 'VERIFIED']);
    }
    const own = await eventually(async () => {
      const { reportedCases } = await worker.request(WorkerDayDocument, {});
      const found = reportedCases.edges.find(({ node }) => node.id === id);
      return found?.node.state === 'CLOSED' ? found : undefined;
    });
    expect(own.node.id).toBe(id);
  });
});
