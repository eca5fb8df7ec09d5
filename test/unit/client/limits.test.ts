import { FieldError } from '../../../client';
import { aCase, makeDevice, photo } from '../../support/client/device';

describe('what a phone keeps', () => {
  it('is wiped only when nothing is left to send', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    await client.record(aCase());
    await expect(client.wipe()).rejects.toThrow(new FieldError('NOT_SENT_YET'));
    await client.sync();
    await client.wipe();
    expect(await client.items()).toEqual([]);
  });

  it('forgets after a week what was settled', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    await client.record(aCase());
    await client.sync();
    phone.clock.time += 6 * 86_400_000;
    expect(await (await phone.open()).items()).toHaveLength(1);
    phone.clock.time += 2 * 86_400_000;
    expect(await (await phone.open()).items()).toHaveLength(0);
  });

  it('refuses what could never be sent, and keeps nothing of it', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    const blob = photo();
    await expect(client.record({} as never)).rejects.toThrow(new FieldError('ONE_KIND'));
    await expect(client.record({ roundStart: {} }, { files: [{ role: 'SCENE', blob }] })).rejects.toThrow(
      new FieldError('TAKES_NO_FILES'),
    );
    await expect(client.record(aCase(), { files: [{ role: 'SCENE', blob: new Blob([]) }] })).rejects.toThrow(
      new FieldError('FILE_EMPTY'),
    );
    await expect(
      client.record(aCase(), { files: Array.from({ length: 10 }, () => ({ role: 'SCENE', blob })) }),
    ).rejects.toThrow(new FieldError('TOO_MANY_FILES'));
    await expect(client.record({ case: { ...aCase().case, id: 'x' } })).rejects.toThrow(
      new FieldError('ID_INVALID'),
    );
    const { id } = await client.record(aCase());
    await expect(client.record({ case: { ...aCase().case, id } })).rejects.toThrow(new FieldError('ID_USED'));
    expect(await client.items()).toHaveLength(1);
  });
});
