import { MemoryStore, openFieldClient } from '../../client';
import { seedId } from '../../local/seed/ids';
import {
  ApplicationDocument,
  CasePageDocument,
  ChecklistDocument,
  FindServiceDocument,
  ServiceDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';

const GRID = '510108008003001';
const SITE = { premises: seedId('PREMISES', 15), checklist: 'CONSTRUCTION_DUST' };

const pictureOf = async (about: string, role: 'BEFORE' | 'DOCUMENT') => {
  const bytes = await makePhoto({ caption: `${about} ${role}` });
  return { about, role, blob: new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }) };
};

/** With the running doors, as a worker app does it. */
describe('the client module', () => {
  it('brings the pictures of a failed check to its case, and those of an application to its materials', async () => {
    const { apiUrl, tokenFor, clientOf } = laptop();
    const worker = await clientOf('wang-fang');
    const phone = await openFieldClient({
      ...{ url: apiUrl, store: new MemoryStore(), token: () => tokenFor('wang-fang'), areas: [GRID] },
    });
    await phone.sync();
    const { checklists } = await worker.request(ChecklistDocument, { kind: 'CONSTRUCTION_SITE' });
    const list = checklists?.find(({ code }) => code === SITE.checklist);
    const shown = list?.items.find(({ evidence }) => evidence === 'BEFORE')?.code ?? '';
    const at = new Date().toISOString();
    await phone.record(
      {
        inspection: {
          ...{ ...SITE, version: list?.version ?? 0, at },
          answers: (list?.items ?? []).map(({ code: item }) =>
            item === shown ? { item, result: 'FAIL', note: '未覆盖' } : { item, result: 'PASS' },
          ),
        },
      },
      { files: [await pictureOf(shown, 'BEFORE')] },
    );

    const { serviceItems } = await worker.request(FindServiceDocument, { query: 'zsz' });
    const service = serviceItems?.edges[0]?.node.id ?? '';
    const material = (await worker.request(ServiceDocument, { id: service })).serviceItem?.materials[0];
    const living = (await phone.copy.list('RESIDENT')).find(
      ({ resident }) => resident?.state === 'LIVING_HERE',
    );
    const code = material?.code ?? '';
    const { id: application } = await phone.record(
      {
        application: {
          ...{ service, resident: living?.id ?? '', contact: 'PORTAL', delivery: 'BROUGHT' },
          ...{ consent: { way: 'SPOKEN', at }, materials: [{ code }] },
        },
      },
      { files: [await pictureOf(code, 'DOCUMENT')] },
    );

    await eventually(async () => ((await phone.sync()).done ? true : undefined), 60);
    const items = await phone.items();
    expect(items.map(({ state, troubles }) => [state, troubles])).toEqual([
      ['TAKEN', []],
      ['TAKEN', []],
    ]);
    expect(items.flatMap(({ files }) => files.map(({ state }) => state))).toEqual(['VERIFIED', 'VERIFIED']);
    const { id: caseId } = items[0]?.files[0]?.owner ?? { id: '' };
    const { case: found } = await worker.request(CasePageDocument, { id: caseId });
    expect(found?.evidence).toMatchObject([{ status: 'VERIFIED', role: 'BEFORE' }]);
    const { application: opened } = await worker.request(ApplicationDocument, { id: application });
    expect(opened?.materials.find((each) => each.code === code)?.files).toMatchObject([
      { status: 'VERIFIED' },
    ]);
  }, 120_000);
});
