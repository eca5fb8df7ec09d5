import { aCase, makeDevice, photo } from '../../support/client/device';

const day = '2026-11-26';
const update = (resident: string, expectedVersion: number, name: string) => ({
  residentUpdate: { resident, expectedVersion, name },
});

describe('the parts of a visit', () => {
  it('become entries of their own where they were not taken, with their pictures', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const household = await client.newId();
    phone.server.known.add(household);
    const { id, parts } = await client.record(
      {
        visit: {
          ...{ household, outcome: 'MET', at: day },
          parts: [aCase('楼道堆物'), { note: { kind: 'NEED', text: '拒绝这一条' } }],
        },
      },
      {
        files: [
          { role: 'SCENE', blob: photo(10, 1) },
          { role: 'SCENE', blob: photo(10, 2), part: 1 },
        ],
      },
    );
    await client.sync();
    expect(await client.sync()).toMatchObject({
      items: { taken: 1, refused: 1 },
      files: { verified: 1, waiting: 1 },
    });
    const [, note] = parts;
    expect(await client.items()).toMatchObject([
      { id, state: 'TAKEN', files: [{ state: 'VERIFIED' }] },
      {
        id: note,
        kind: 'note',
        state: 'REFUSED',
        files: [{ state: 'HELD', owner: { type: 'LOG_ENTRY', id: note } }],
      },
    ]);
    expect(await client.mend(note ?? '', { note: { kind: 'NEED', text: '需要代办医保' } })).toBe(true);
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, items: { taken: 2 }, files: { verified: 2 } });
    expect(phone.server.written).toEqual([id, parts[0], note]);
  });

  it('say each on top of which own edits it was made; no edit waits for a part that was refused', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const [household, resident, other] = [await client.newId(), await client.newId(), await client.newId()];
    for (const id of [household, resident, other]) phone.server.known.add(id);
    for (const id of [resident, other]) phone.server.versions.set(id, [{ version: 3, by: 'somebody' }]);
    const first = await client.record(update(resident, 3, '王一'));
    const { parts } = await client.record({
      visit: {
        ...{ household, outcome: 'MET', at: day },
        parts: [update(resident, 3, '拒绝'), update(other, 3, '李一'), aCase('楼道堆物')],
      },
    });
    const last = await client.record(update(resident, 3, '王三'));
    await client.sync();
    const { items } = phone.server.requests[0]?.variables.input as {
      items: { after: string[]; visit?: { parts: { after: string[] }[] } }[];
    };
    const named = items.map(({ after, visit }) => visit?.parts.map((part) => part.after) ?? after);
    expect(named).toEqual([[], [[first.id], [], []], [first.id, parts[0]]]);
    expect((await client.sync()).items).toMatchObject({ taken: 3, refused: 1, waiting: 0, conflicts: 0 });
    expect(phone.server.written.at(-1)).toBe(last.id);
  });
});
