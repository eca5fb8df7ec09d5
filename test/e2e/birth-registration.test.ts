import { createHash } from 'node:crypto';
import { newId } from '../../src/shared/ids';
import {
  AddMaterialDocument,
  type ApplicationFilesFragment,
  ApplicationDocument,
  ApplicationsToHandleDocument,
  ApplyDocument,
  DecideApplicationDocument,
  ErrandsDocument,
  FindServiceDocument,
  MoveApplicationDocument,
  type MoveApplicationInput,
  PortalHomeDocument,
  ServiceDocument,
  SubmitApplicationDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePdf } from '../support/pdf';
import { makePhoto } from '../support/photos';
import { uploadFile } from '../support/upload';

/** All files of an application, as far as they were asked for. */
const filesOf = (shown: ApplicationFilesFragment['application'] | undefined) => [
  ...(shown?.materials.flatMap((material) => material.files) ?? []),
  ...(shown?.result ?? []),
];

/** A resident applies in the portal, is asked for more, the counter decides, the worker brings the result; over HTTP. */
describe('a birth registration', () => {
  it('is found by its former name, applied for, asked about, granted, brought and rated', async () => {
    const [resident, counter, street, worker] = await Promise.all(
      ['peng-xiaoli', 'lin-yan', 'xu-wei', 'wang-fang'].map((person) => laptop().clientOf(person)),
    );
    const { serviceItems } = await resident!.request(FindServiceDocument, { query: 'zsz' });
    const service = serviceItems?.edges[0]?.node.id ?? '';
    const { serviceItem } = await resident!.request(ServiceDocument, { id: service });
    expect(serviceItem).toMatchObject({
      name: '生育登记',
      aliases: expect.arrayContaining(['准生证']) as unknown,
    });

    const application = newId();
    const page = async (as = resident!) =>
      (await as.request(ApplicationDocument, { id: application })).application;
    const doing = async (move: MoveApplicationInput['move'], more: Partial<MoveApplicationInput> = {}) => ({
      input: {
        ...{ id: newId(), application, move, expectedVersion: (await page())?.version ?? 0 },
        ...more,
      },
    });
    const { openApplication } = await resident!.request(ApplyDocument, {
      input: { id: application, service, contact: 'PORTAL', delivery: 'BROUGHT', answers: [] },
    });
    expect(openApplication.application?.state).toBe('DRAFT');
    expect((await page())?.applicant.known.map(({ fact }) => fact)).toContain('NAME');

    // All that is missing is told at once; then it is brought: answers, and a picture for each material.
    const early = await resident!.request(SubmitApplicationDocument, await doing('SUBMIT'));
    const missing = early.moveApplication.userErrors.map(({ path }) => path);
    const codesOf = (kind: string) => missing.flatMap(([of, code]) => (of === kind && code ? [code] : []));
    expect([codesOf('materials').length, codesOf('answers').length]).toEqual([2, 1]);
    const photos = new Map<string, Uint8Array>();
    const slotFor = (bytes: Uint8Array, contentType: string) => {
      const sha256 = createHash('sha256').update(bytes).digest('base64');
      const slot = { id: newId(), role: 'DOCUMENT' as const, contentType, size: bytes.length, sha256 };
      photos.set(slot.id, bytes);
      return slot;
    };
    const pictureOf = async (code: string) => {
      return { code, evidence: [slotFor(await makePhoto({ caption: code }), 'image/jpeg')] };
    };
    const bring = async (materials: readonly string[], answers: readonly string[]) => {
      const input = {
        ...{ id: newId(), application, expectedVersion: (await page())?.version ?? 0 },
        materials: await Promise.all(materials.map(pictureOf)),
        answers: answers.map((code) => ({ code, value: code === 'CHILD_ORDER' ? '第一个' : '2026 年 6 月' })),
      };
      const { amendApplication } = await resident!.request(AddMaterialDocument, { input });
      expect(amendApplication.userErrors).toEqual([]);
      await uploaded(amendApplication);
    };
    /** Uploads by the tickets of an answer, and waits until every picture was looked at. */
    const uploaded = async ({ application: told }: ApplicationFilesFragment) => {
      for (const { id, upload } of filesOf(told))
        if (upload !== null && photos.has(id)) await uploadFile(upload, photos.get(id)!);
      const isGood = ({ status }: { status: string }) => status === 'VERIFIED';
      await eventually(async () => filesOf(await page()).every(isGood) || undefined);
    };
    await bring(codesOf('materials'), codesOf('answers'));
    const submitted = await resident!.request(SubmitApplicationDocument, await doing('SUBMIT'));
    expect(submitted.moveApplication.application?.state).toBe('SUBMITTED');

    // The counter has it in its list without the name, and asks for another picture.
    const area = '510108008003';
    const { applicationsToHandle } = await counter!.request(ApplicationsToHandleDocument, {
      area,
      state: 'SUBMITTED',
    });
    const row = applicationsToHandle?.edges.find(({ node }) => node.id === application)?.node;
    expect(row).toMatchObject({ serviceName: '生育登记', maskedName: '彭**' });
    const ask = { text: '户口簿请拍本人页。', materials: ['HOUSEHOLD_BOOK'] };
    await counter!.request(DecideApplicationDocument, await doing('ASK', ask));
    expect(await page()).toMatchObject({
      state: 'SUPPLEMENT',
      missing: [{ path: ['materials', 'HOUSEHOLD_BOOK'] }],
    });
    await bring(['HOUSEHOLD_BOOK'], []);
    await resident!.request(SubmitApplicationDocument, await doing('SUPPLY'));

    // Accepted by the community, granted by the street with a PDF of the result, which the resident saves; brought by the worker.
    const accepted = await counter!.request(DecideApplicationDocument, await doing('ACCEPT'));
    expect(accepted.moveApplication.userErrors).toEqual([]);
    const permit = makePdf({ trailer: '/Info 6 0 R', more: ['<< /Author (Xu Wei) >>'] });
    const result = [slotFor(permit, 'application/pdf')];
    const granting = await doing('APPROVE', { text: '准予登记。', evidence: result });
    const granted = await street!.request(DecideApplicationDocument, granting);
    expect(granted.moveApplication).toMatchObject({ application: { state: 'READY' }, userErrors: [] });
    await uploaded(granted.moveApplication);
    const saved = await fetch((await page())?.result[0]?.copyUrl ?? '');
    expect(saved.headers.get('content-disposition')).toBe('attachment');
    const copy = Buffer.from(await saved.arrayBuffer()).toString('latin1');
    expect(copy).toContain('Permit 2026-0417');
    expect(copy).not.toContain('Xu Wei');
    const { errands } = await worker!.request(ErrandsDocument, {});
    expect(errands?.edges.map(({ node }) => node.id)).toContain(application);
    const brought = await worker!.request(MoveApplicationDocument, await doing('BRING'));
    expect(brought.moveApplication.userErrors).toEqual([]);
    await resident!.request(SubmitApplicationDocument, await doing('RATE', { score: 5 }));

    const { myApplications } = await resident!.request(PortalHomeDocument, {});
    expect(myApplications?.edges.find(({ node }) => node.id === application)?.node.state).toBe('COLLECTED');
    expect((await page())?.history.map(({ move }) => move)).toEqual(
      'OPEN AMEND SUBMIT ASK AMEND SUPPLY ACCEPT APPROVE BRING RATE'.split(' '),
    );
  }, 60_000);
});
