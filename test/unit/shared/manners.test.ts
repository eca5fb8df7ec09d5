import fc from 'fast-check';
import { fingerprint } from '../../../src/shared/fingerprint';
import { toWgs84 } from '../../../src/shared/geo';
import { isId, newId } from '../../../src/shared/ids';
import { languageOf } from '../../../src/shared/language';
import { sentence, TECHNICAL_ERRORS } from '../../../src/shared/messages';
import { USER_ERRORS } from '../../../src/shared/messages/refusals';
import { readEnv } from '../../../src/shared/env';

describe('languages', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr-FR', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr, en;q=0.5, zh;q=0.4', 'en'],
    ['en;q=0, zh', 'zh'],
    ['zh;q=0.1,en;q=0.2', 'en'],
    ['*', 'zh'],
  ])('answers %j in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('messages', () => {
  it('have the same placeholders in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { zh, en } of Object.values({ ...USER_ERRORS, ...TECHNICAL_ERRORS })) {
      expect(names(zh)).toEqual(names(en));
    }
  });

  it('put values in, each in its own language', () => {
    const what = { zh: '甲', en: 'A' };
    expect(sentence({ zh: '见{what}', en: 'see {what}' }, 'zh', { what })).toBe('见甲');
    expect(sentence({ zh: '见{what}', en: 'see {what}' }, 'en', { what })).toBe('see A');
    expect(sentence({ zh: '{n}', en: '{n} {m}' }, 'en', { n: 3 })).toBe('3 {m}');
  });
});

describe('fingerprints', () => {
  it('do not depend on the order of keys, nor on keys that are missing or null', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(fingerprint({ ...turned, absent: undefined, none: null })).toBe(fingerprint(value));
      }),
    );
  });

  it('tell different contents apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(fingerprint({ text: a })).not.toBe(fingerprint({ text: b }));
      }),
    );
    expect(fingerprint(['1'])).not.toBe(fingerprint([1]));
    expect(fingerprint([['a'], []])).not.toBe(fingerprint([[], ['a']]));
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 in lower case, and nothing else is', () => {
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(isId(id.toUpperCase())).toBe(false);
    expect(isId(`{${id}}`)).toBe(false);
    expect(isId('0b9c2f7e-5d3a-4c7e-9c1a-2f7e5d3a4c7e')).toBe(false);
  });
});

describe('points', () => {
  it('come from GCJ-02 to WGS 84 by the known shift of some 300 to 600 m in Chengdu', () => {
    const wgs = toWgs84({ latitude: 30.6735, longitude: 104.1215 }, 'GCJ02');
    const north = (30.6735 - wgs.latitude) * 111_320;
    const east = (104.1215 - wgs.longitude) * 111_320 * Math.cos((30.67 * Math.PI) / 180);
    const shift = Math.hypot(north, east);
    expect(shift).toBeGreaterThan(200);
    expect(shift).toBeLessThan(700);
  });

  it('in WGS 84 stay what they are, to six decimals', () => {
    expect(toWgs84({ latitude: 30.12345678, longitude: 104.87654321 }, 'WGS84')).toEqual({
      latitude: 30.123457,
      longitude: 104.876543,
    });
  });

  it('that lie nowhere on earth are refused', () => {
    expect(() => toWgs84({ latitude: 91, longitude: 0 }, 'WGS84')).toThrow('BAD_USER_INPUT');
    expect(() => toWgs84({ latitude: 0, longitude: -181 }, 'GCJ02')).toThrow('BAD_USER_INPUT');
  });
});

describe('the environment', () => {
  it('names every variable that is missing, in one sentence', () => {
    expect(() => readEnv({ STAGE: 'x', OIDC_AUDIENCE: 'a' })).toThrow(
      'The environment lacks TABLE_NAME, BUCKET_NAME, TRANSFER_BUCKET_NAME, OIDC_ISSUER, OIDC_JWKS_URI, FIELD_KEY, EVIDENCE_LOCK_DAYS.',
    );
  });
});
