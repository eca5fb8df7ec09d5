import sharp from 'sharp';
import { bareJp2, bareJpeg } from '../../../src/modules/evidence/evidence.bare';
import { makePhoto } from '../../support/photos';
import { box } from '../../support/video';

describe('a bare JPEG', () => {
  it.each([false, true])(
    'has the same pixels and nothing beside them (progressive: %s)',
    async (progressive) => {
      const photo = await sharp(await makePhoto({ caption: 'Somebody' }))
        .withMetadata()
        .jpeg({ progressive })
        .toBuffer();
      const bare = bareJpeg(Buffer.concat([photo, Buffer.from('behind')]));
      expect(bare!.length).toBeLessThan(photo.length);
      expect(await sharp(photo).metadata()).toHaveProperty('exif');
      expect(await sharp(bare).metadata()).not.toHaveProperty('exif');
      expect(await sharp(bare).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer());
    },
  );

  it('is none of what is cut off, or is no JPEG', async () => {
    const photo = await makePhoto({});
    expect(bareJpeg(photo.subarray(0, photo.length - 2))).toBeUndefined();
    expect(bareJpeg(photo.subarray(0, 21))).toBeUndefined();
    expect(bareJpeg(Buffer.from('no JPEG'))).toBeUndefined();
  });
});

describe('a bare JPEG 2000', () => {
  const signature = box('jP  ', Buffer.from([0x0d, 0x0a, 0x87, 0x0a]));
  const pixels = [box('ftyp', Buffer.from('jp2 ')), box('jp2h'), box('jp2c', Buffer.from('pixels'))];

  it('has the boxes of its pixels alone', () => {
    const told = [box('xml ', Buffer.from('Somebody')), box('uuid', Buffer.from('Exif'))];
    expect(bareJp2(Buffer.concat([signature, ...told, ...pixels]))).toEqual(
      Buffer.concat([signature, ...pixels]),
    );
  });

  it('is as it was where it is pixels alone, and none where it has none', () => {
    const stream = Buffer.from([0xff, 0x4f, 0xff, 0x51]);
    expect(bareJp2(stream)).toEqual(stream);
    expect(bareJp2(signature)).toBeUndefined();
  });
});
