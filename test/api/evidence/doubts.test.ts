import { newId } from '../../../src/shared/ids';
import { casePage, reportCase } from '../../support/cases';
import { arrivalsOf, keyOf, slotOf } from '../../support/evidence';
import { makePhoto } from '../../support/photos';
import { makeWorld, type World } from '../../support/world';

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

/** What a photo says of itself, beside what was reported. */
describe('a photo on a case', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  const seen = async (options: { north?: number; hoursAgo?: number }, place?: { area: string }) => {
    const { north, hoursAgo } = options;
    const photo = await makePhoto({
      ...(north !== undefined && {
        place: { ...world.point, latitude: world.point.latitude + north / 111_195 },
      }),
      ...(hoursAgo !== undefined && {
        takenAt: new Date(world.clock.now().getTime() - hoursAgo * 3_600_000),
      }),
      caption: newId(),
    });
    const worker = world.actor('GRID_WORKER');
    const slot = slotOf(photo);
    const { id } = await reportCase(world, worker, { evidence: [slot], ...(place && { place }) });
    await world.foundation.bucket.write(keyOf(id, slot.id), photo, 'image/jpeg');
    expect(await arrivalsOf(world).arrived(keyOf(id, slot.id))).toMatchObject({ arrival: 'VERIFIED' });
    return (await casePage(world, world.actor('STREET_STAFF'), id)).evidence[0];
  };

  it('taken on the spot an hour ago raises no doubt', async () => {
    const near = await seen({ north: 30, hoursAgo: 1 });
    expect(near).toMatchObject({ placeDiffers: false, timeDiffers: false });
    expect(near?.placeMetres).toBeLessThan(40);
  });

  it('taken two kilometres away is flagged with the distance, and stays verified', async () => {
    const far = await seen({ north: 2_000 });
    expect(far).toMatchObject({ status: 'VERIFIED', placeDiffers: true, timeDiffers: null });
    expect(Math.abs((far?.placeMetres ?? 0) - 2_000)).toBeLessThan(15);
  });

  it('taken the day before yesterday, or tomorrow, is flagged', async () => {
    expect(await seen({ hoursAgo: 49 })).toMatchObject({ timeDiffers: true, placeDiffers: null });
    expect(await seen({ hoursAgo: -24 })).toMatchObject({ timeDiffers: true });
  });

  it('of a case without a point is compared with nothing', async () => {
    const unplaced = await seen({ north: 9_000 }, { area: world.grid });
    expect(unplaced).toMatchObject({ placeMetres: null, placeDiffers: null });
  });
});
