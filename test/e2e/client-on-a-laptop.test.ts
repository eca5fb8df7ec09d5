import { type FieldClientOptions, MemoryStore, openFieldClient } from '../../client';
import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import { CasePageDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';
import { makeVideo } from '../support/video';

jest.setTimeout(120_000);

const GRID = '510108008003001';
const MEGABYTES = 1024 * 1024;
const place = { point: pointIn(1) };

/** The client module with the running doors: what the fake server of its unit tests only claims. */
describe('the client module', () => {
  const open = (
    person: string,
    store: MemoryStore,
    more: Partial<FieldClientOptions> = {},
    files?: 'real S3',
  ) => {
    const { apiUrl, tokenFor } = laptop(files);
    return openFieldClient({ url: apiUrl, store, token: () => tokenFor(person), ...more });
  };

  it('copies a grid, brings home a day’s work in one batch, and sees it in the copy', async () => {
    const client = await open('wang-fang', new MemoryStore(), { areas: [GRID] });
    await client.sync();
    const [household] = await client.copy.list('HOUSEHOLD');
    const resident = (await client.copy.list('RESIDENT')).find(
      ({ resident: found }) =>
        found?.state === 'LIVING_HERE' && found.residences.some((each) => each.household === household?.id),
    );
    const { id: caseId } = await client.record({ case: { category: 'OTHER', text: '楼道堆物', place } });
    await client.record({ caseSolve: { caseId, text: '已清理' } }, { files: [await aPhoto('AFTER')] });
    const edit = { resident: resident?.id ?? '', expectedVersion: resident?.version ?? 0 };
    await client.record({
      residentUpdate: { ...edit, name: resident?.resident?.name ?? '', phone: '13800001111' },
    });
    await client.record({
      residentUpdate: { ...edit, name: resident?.resident?.name ?? '', phone: '13800002222' },
    });
    await client.record(
      {
        visit: {
          ...{ household: household?.id ?? '', outcome: 'MET', at: new Date().toISOString() },
          parts: [{ note: { kind: 'NEED', text: '代办医保' } }],
        },
      },
      { files: [await aPhoto('SCENE'), { ...(await aPhoto('DOCUMENT')), part: 0 }] },
    );
    const sent = await client.sync();
    expect((await client.items()).map(({ state, troubles }) => [state, troubles])).toEqual(
      Array.from({ length: 5 }, () => ['TAKEN', []]),
    );
    expect(sent.items).toMatchObject({ taken: 5, waiting: 0, conflicts: 0 });
    await eventually(async () => ((await client.sync()).done ? true : undefined), 60);
    expect(await client.progress()).toMatchObject({ files: { verified: 3 }, items: { taken: 5 } });
    await eventually(async () => {
      await client.sync();
      const found = await client.copy.get('RESIDENT', edit.resident);
      const isThere = (await client.copy.get('CASE', caseId))?.case?.state === 'CLOSED';
      return isThere && found?.version === edit.expectedVersion + 2 ? true : undefined;
    }, 60);
  });

  it('keeps what collides with another device for a person, who decides', async () => {
    const [here, there] = [
      await open('wang-fang', new MemoryStore(), { areas: [GRID] }),
      await open('wang-fang', new MemoryStore()),
    ];
    await here.sync();
    const found = (await here.copy.list('RESIDENT')).find(
      ({ resident }) => resident?.state === 'LIVING_HERE',
    );
    const [resident, expectedVersion] = [found?.id ?? '', found?.version ?? 0];
    const name = found?.resident?.name ?? '';
    await there.record({ residentUpdate: { resident, expectedVersion, name: `${name}甲` } });
    expect((await there.sync()).items).toMatchObject({ taken: 1 });
    const { id } = await here.record({ residentUpdate: { resident, expectedVersion, name: `${name}乙` } });
    expect((await here.sync()).items).toMatchObject({ conflicts: 1, taken: 0 });
    expect((await here.conflicts()).map((conflict) => conflict.id)).toContain(id);
    const sides = await here.conflict(id);
    expect(sides?.sides.differences).toEqual([{ field: 'name', sent: `${name}乙`, standing: `${name}甲` }]);
    expect(await here.resolve(id, 'MINE', { seenVersion: sides?.sides.version ?? 0 })).toEqual([]);
    expect(await here.progress()).toMatchObject({ done: true, items: { taken: 1, conflicts: 0 } });
    expect((await here.conflicts()).map((conflict) => conflict.id)).not.toContain(id);
  });

  (process.env.WANGGE_TEST_REAL_S3 === undefined ? it.skip : it)(
    'sends a film in parts to a real S3 store, and on where it was broken off',
    async () => {
      const film = makeVideo({ mediaBytes: 20 * MEGABYTES, seconds: 93 });
      const store = new MemoryStore();
      let puts = 0;
      const fetch: typeof globalThis.fetch = (input, init) => {
        if (init?.method === 'PUT') puts += 1;
        if (init?.method === 'PUT' && puts === 2) return Promise.reject(new TypeError('Failed to fetch'));
        return globalThis.fetch(input, init);
      };
      const first = await open('wang-fang', store, { surroundings: { fetch } }, 'real S3');
      const caseId = await first.newId();
      await first.record(
        { case: { id: caseId, category: 'OTHER', text: `夜间倾倒 ${newId()}`, place } },
        { files: [{ role: 'SCENE', blob: new Blob([Uint8Array.from(film)], { type: 'video/mp4' }) }] },
      );
      expect(await first.sync()).toMatchObject({ doing: 'OFFLINE', bytes: { sent: 8 * MEGABYTES } });

      const second = await open('wang-fang', store, { surroundings: { fetch } }, 'real S3');
      await eventually(async () => ((await second.sync()).done ? true : undefined), 60);
      // One part before, one in vain, the two others after it.
      expect(puts).toBe(4);
      const street = await laptop('real S3').clientOf('xu-wei');
      const { case: seen } = await street.request(CasePageDocument, { id: caseId });
      expect(seen?.evidence).toMatchObject([{ status: 'VERIFIED', kind: 'VIDEO', seconds: 93 }]);
    },
  );

  const aPhoto = async (role: 'AFTER' | 'SCENE' | 'DOCUMENT') => {
    const bytes = await makePhoto({ caption: `${role} ${newId()}`, place: pointIn(1) });
    return { role, blob: new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }) };
  };
});
