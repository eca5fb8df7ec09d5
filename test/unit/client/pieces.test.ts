import { FieldError } from '../../../client';
import { makeDevice, photo } from '../../support/client/device';

const at = '2026-11-26T01:00:00.000Z';
const list = { checklist: 'RIVERSIDE_RESTAURANT', version: 1, at };
const picture = (about: string, size = 10) => ({ role: 'BEFORE' as const, blob: photo(size, 1), about });
/** The answers of an inspection as they are entered, by the item that failed. */
const failing = (...failed: readonly string[]) =>
  ['GREASE_TRAP', 'RIVER_COLOUR', 'ODOUR'].map((item) =>
    failed.includes(item)
      ? { item, result: 'FAIL' as const, note: '未清理' }
      : { item, result: 'PASS' as const },
  );

/** A phone that knows some premises and a service. */
async function ready() {
  const phone = makeDevice();
  const client = await phone.open();
  const [premises, service] = [await client.newId(), await client.newId()];
  for (const id of [premises, service]) phone.server.known.add(id);
  const inspection = (...failed: readonly string[]) => ({
    inspection: { ...list, premises, answers: failing(...failed) },
  });
  const materials = ['BIRTH_CERTIFICATE', 'HOUSEHOLD_BOOK'].map((code) => ({ code }));
  const applied = { service, contact: 'PORTAL', delivery: 'BROUGHT', materials } as const;
  return { phone, client, inspection, applied };
}

describe('the pictures of an inspection', () => {
  it('go with the case that each failed item becomes', async () => {
    const { phone, client, inspection } = await ready();
    const { id, files } = await client.record(inspection('GREASE_TRAP', 'RIVER_COLOUR'), {
      files: [picture('RIVER_COLOUR'), picture('GREASE_TRAP'), picture('RIVER_COLOUR', 12)],
    });
    const [item] = await client.items();
    const owners = item?.files.map(({ owner }) => owner) ?? [];
    expect(owners.map(({ type }) => type)).toEqual(['CASE', 'CASE', 'CASE']);
    expect(owners[0]).toEqual(owners[2]);
    expect(owners[0]).not.toEqual(owners[1]);
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, items: { taken: 1 }, files: { verified: 3 } });
    const sent = phone.server.requests.find(({ operation }) => operation === 'SubmitFieldBatch');
    const [wired] = (sent?.variables.input as { items: { inspection: { answers: object[] } }[] }).items;
    expect(wired?.inspection.answers).toMatchObject([
      { item: 'GREASE_TRAP', caseId: owners[1]?.id, evidence: [{ id: files[1] }] },
      { item: 'RIVER_COLOUR', caseId: owners[0]?.id, evidence: [{ id: files[0] }, { id: files[2] }] },
      { item: 'ODOUR' },
    ]);
    expect(phone.server.written).toEqual([id]);
  });

  it('say of which failed item they are, else nothing is kept', async () => {
    const { client, inspection } = await ready();
    const { about, ...nameless } = picture('GREASE_TRAP');
    for (const [file, code] of [
      [nameless, 'PIECE_UNKNOWN'],
      [picture('NO_SUCH_ITEM'), 'PIECE_UNKNOWN'],
      [picture('ODOUR'), 'TAKES_NO_FILES'],
    ] as const)
      await expect(client.record(inspection(about), { files: [file] })).rejects.toThrow(new FieldError(code));
    expect(await client.items()).toEqual([]);
  });

  it('stay with their case when the inspection is mended, and forbid that it passes after all', async () => {
    const { phone, client, inspection } = await ready();
    phone.setOnline(false);
    const { id } = await client.record(inspection('GREASE_TRAP'), { files: [picture('GREASE_TRAP')] });
    const owner = (await client.items())[0]?.files[0]?.owner.id;
    await expect(client.mend(id, inspection('ODOUR'))).rejects.toThrow(new FieldError('TAKES_NO_FILES'));
    expect(await client.mend(id, inspection('GREASE_TRAP', 'ODOUR'))).toBe(true);
    const { answers } = (await client.items())[0]?.input as { answers: { caseId?: string }[] };
    expect(answers.map(({ caseId }) => typeof caseId)).toEqual(['string', 'undefined', 'string']);
    expect(answers[0]?.caseId).toBe(owner);
  });

  it('let what is done to that case wait for the inspection that makes it', async () => {
    const { phone, client, inspection } = await ready();
    phone.setOnline(false);
    const first = await client.record(inspection('GREASE_TRAP'), { files: [picture('GREASE_TRAP')] });
    const caseId = (await client.items())[0]?.files[0]?.owner.id ?? '';
    const more = await client.record(
      { caseEvidence: { caseId } },
      { files: [{ role: 'SCENE', blob: photo(9, 2) }] },
    );
    phone.setOnline(true);
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, items: { taken: 2 }, files: { verified: 2 } });
    expect(phone.server.written).toEqual([first.id, more.id]);
  });
});

describe('the pictures of what was found of a result', () => {
  it('go with it, kept where there is no signal', async () => {
    const { phone, client } = await ready();
    const caseId = await client.newId();
    phone.server.known.add(caseId);
    phone.setOnline(false);
    await client.record(
      { caseInspect: { caseId, text: '现场看过', conditionMet: true } },
      { files: [{ role: 'SCENE', blob: photo(9, 3) }] },
    );
    expect((await client.items())[0]?.files[0]?.owner).toEqual({ type: 'CASE', id: caseId });
    phone.setOnline(true);
    for (let turn = 0; turn < 2; turn += 1) await client.sync();
    expect(await client.progress()).toMatchObject({ items: { taken: 1 }, files: { verified: 1 } });
  });
});

describe('the pictures and PDFs of an application', () => {
  it('go with its materials, opened at a door as part of a visit or amended later', async () => {
    const { phone, client, applied } = await ready();
    const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
    const household = await client.newId();
    phone.server.known.add(household);
    const { parts } = await client.record(
      { visit: { household, outcome: 'MET', at, parts: [{ application: applied }] } },
      { files: [{ ...picture('HOUSEHOLD_BOOK'), role: 'DOCUMENT', part: 0 }] },
    );
    const [application = ''] = parts;
    await client.record(
      {
        applicationAmendment: { application, expectedVersion: 1, materials: [{ code: 'BIRTH_CERTIFICATE' }] },
      },
      { files: [{ role: 'DOCUMENT', blob: pdf, about: 'BIRTH_CERTIFICATE' }] },
    );
    for (let turn = 0; turn < 3; turn += 1) await client.sync();
    expect(await client.progress()).toMatchObject({ items: { taken: 2 }, files: { verified: 2 } });
    const owners = (await client.items()).flatMap(({ files }) => files.map(({ owner }) => owner));
    expect(owners).toEqual([
      { type: 'APPLICATION', id: application },
      { type: 'APPLICATION', id: application },
    ]);
    const files = (await client.items()).flatMap((item) => item.files);
    expect(files.map(({ contentType }) => contentType)).toEqual(['image/jpeg', 'application/pdf']);
    const asked = phone.server.requests.filter(({ operation }) => operation === 'SentFiles');
    expect(asked.every(({ variables }) => variables.application === true)).toBe(true);
  });
});
