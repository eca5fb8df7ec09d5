import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { arrive, documentSlot, move, ready, shown, submitted } from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

describe('the result of an application', () => {
  let world: World;
  let counter: Actor;
  let street: Actor;
  let worker: Actor;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
    [counter, street] = [world.actor('COMMUNITY_STAFF'), world.actor('STREET_STAFF')];
    worker = world.actor('GRID_WORKER');
  });

  /** An application that was granted, with pictures of its result announced, version 5. */
  const granted = async (...evidence: ReturnType<typeof documentSlot>[]) => {
    const id = await submitted(world);
    await move(world, counter, [id, 3], 'ACCEPT');
    await move(world, street, [id, 4], 'APPROVE', { text: '准予登记。', evidence });
    return id;
  };
  const code = async (doing: ReturnType<typeof move>) => (await doing).codes.join();

  it('is not handed over while a picture of it that was announced has not come, or was rejected', async () => {
    const slots = [documentSlot(), documentSlot()] as const;
    const id = await granted(...slots);
    const handOver = () => move(world, counter, [id, 5], 'HAND_OVER');
    expect(await code(handOver())).toBe('APPLICATION_RESULT_MISSING');
    await arrive(world, id, slots[0].id);
    await arrive(world, id, slots[1].id, 'REJECTED');
    expect(await code(handOver())).toBe('APPLICATION_RESULT_MISSING');
    expect(await shown(world, counter, id)).toMatchObject({ state: 'READY', version: 5 });
    await arrive(world, id, slots[1].id);
    expect((await handOver()).state).toBe('COLLECTED');
  });

  it('that was brought to a door has been, whatever picture has not come; the office mends that afterwards', async () => {
    const [bad, good] = [documentSlot(), documentSlot()];
    const id = await granted(bad);
    await arrive(world, id, bad.id, 'REJECTED');
    expect((await move(world, worker, [id, 5], 'BRING')).state).toBe('COLLECTED');
    const more = { text: '照片模糊，重新拍摄。', evidence: [good] };
    expect(await move(world, counter, [id, 6], 'REPLACE_RESULT', more)).toMatchObject({
      ...{ state: 'COLLECTED', version: 7, codes: [] },
    });
    expect(await shown(world, counter, id)).toMatchObject({ result: [{ id: good.id, status: 'AWAITED' }] });
  });

  it('that was rejected is replaced by the office with a reason, by other pictures or by paper alone, and then collected', async () => {
    const [bad, good] = [documentSlot(), documentSlot()];
    const id = await granted(bad);
    await arrive(world, id, bad.id, 'REJECTED');
    const replace = (more: object, actor = counter) => move(world, actor, [id, 5], 'REPLACE_RESULT', more);
    expect(await code(replace({ evidence: [good] }))).toBe('TEXT_REQUIRED');
    expect(await code(replace({ text: '我来换。', evidence: [good] }, worker))).toBe('APPLICATION_NOT_YOURS');
    const once = { id: newId(), text: '照片模糊，重新拍摄。', evidence: [good] };
    const first = await replace(once);
    expect(first).toMatchObject({ state: 'READY', version: 6, codes: [] });
    expect(await replace(once)).toEqual(first);
    expect(await shown(world, counter, id)).toMatchObject({ result: [{ id: good.id, status: 'AWAITED' }] });
    expect(await code(move(world, counter, [id, 6], 'HAND_OVER'))).toBe('APPLICATION_RESULT_MISSING');
    const paper = { text: '只发纸质证件。' };
    expect(await code(move(world, counter, [id, 6], 'REPLACE_RESULT', paper))).toBe('');
    expect((await move(world, counter, [id, 7], 'HAND_OVER')).state).toBe('COLLECTED');
  });

  it('is replaced so often and no more', async () => {
    const id = await granted(documentSlot());
    const { client, name } = world.foundation.table;
    const Key = { pk: `APPLICATION#${id}`, sk: 'APPLICATION' };
    const { Item } = await client.send(new GetCommand({ TableName: name, Key }));
    const { steps } = Item as { steps: object[] };
    const longer = async (length: number) => {
      const more = Array.from({ length: length - steps.length }, () => steps.at(-1));
      await client.send(new PutCommand({ TableName: name, Item: { ...Item, steps: [...steps, ...more] } }));
    };
    await longer(80);
    const paper = { text: '只发纸质证件。' };
    expect(await code(move(world, counter, [id, 5], 'REPLACE_RESULT', paper))).toBe('APPLICATION_TOO_LONG');
    await longer(79);
    expect(await code(move(world, counter, [id, 5], 'REPLACE_RESULT', paper))).toBe('');
  });

  it('is replaced by nobody who applied', async () => {
    const id = await submitted(world, street);
    await move(world, counter, [id, 3], 'ACCEPT');
    const slot = documentSlot();
    const grant = { text: '准予登记。', evidence: [slot] };
    await move(world, world.actor('STREET_STAFF'), [id, 4], 'APPROVE', grant);
    expect(await code(move(world, street, [id, 5], 'REPLACE_RESULT', { text: '换。' }))).toBe(
      'APPLICATION_OWN',
    );
  });

  it('is handed over on paper where no picture of it was announced', async () => {
    const id = await ready(world);
    expect((await move(world, counter, [id, 5], 'HAND_OVER')).state).toBe('COLLECTED');
  });
});
