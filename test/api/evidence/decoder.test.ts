import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packAnswer, readAnswer } from '../../../src/modules/evidence/evidence.answer';
import { openDecoder } from '../../../src/modules/evidence/evidence.decoder';
import { type Inspection } from '../../../src/modules/evidence/evidence.rules';
import { decoder } from '../../support/decoder';
import { photo } from '../../support/hostile/parts';

const folder = mkdtempSync(join(tmpdir(), 'wangge-decoder-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a decoder would do that a file has taken over. */
async function taken(script: string, limits: { seconds?: number; megabytes?: number } = {}) {
  const program = join(folder, `${String(Math.random()).slice(2)}.js`);
  writeFileSync(program, script);
  let end: { signal: string | null; code: number | null } | undefined;
  const decode = openDecoder({ program, ...limits, onEnd: (ended) => (end = ended) });
  const found = await decode(Buffer.alloc(3_000_000, 7), 'image/jpeg');
  return { found, end };
}

const TOO_LONG = { verdict: 'REJECTED', reason: 'TOO_LONG_TO_DECODE' };
const BROKEN = { verdict: 'REJECTED', reason: 'NOT_DECODABLE' };
/** Elsewhere the kernel has no such limit. */
const onLinux = process.platform === 'linux' ? it : it.skip;

/** Each file has a process of its own; here is what becomes of one that a file gets the better of. */
describe('a decoder', () => {
  it('that never ends is killed, and the file refused', async () => {
    const begun = performance.now();
    const { found, end } = await taken('for (;;);', { seconds: 1 });
    expect(found).toEqual(TOO_LONG);
    expect(end?.signal).toBe('SIGKILL');
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('that hears no other signal is killed too', async () => {
    const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);";
    expect((await taken(deaf, { seconds: 1 })).found).toEqual(TOO_LONG);
  });

  onLinux('that asks for memory without end gets none, and dies alone', async () => {
    const greedy = 'const all = []; for (;;) all.push(Buffer.alloc(50e6, 1));';
    const { found, end } = await taken(greedy, { megabytes: 400, seconds: 20 });
    expect(found).toEqual(BROKEN);
    expect(end?.code === 0 && end.signal === null).toBe(false);
  });

  it.each([
    ['says nothing', ''],
    ['crashes', "process.kill(process.pid, 'SIGSEGV')"],
    ['fails', 'throw new Error()'],
    ['says no word', "require('fs').writeSync(3, Buffer.alloc(9000, 0xff))"],
    ['says half a word', "require('fs').writeSync(3, Buffer.from([0, 0, 0, 40, 123]))"],
    ['says what no decoder says', `require('fs').writeSync(3, Buffer.from('\\0\\0\\0\\x0f{"reason":"OK"}'))`],
  ])('that %s has the file refused', async (_what, script) => {
    expect((await taken(script)).found).toEqual(BROKEN);
  });

  it('that talks without end is killed before it fills anybody’s memory', async () => {
    const endless = "const fs = require('fs'); for (;;) fs.writeSync(3, Buffer.alloc(65536));";
    expect((await taken(endless)).found).toEqual(TOO_LONG);
  });

  it('is given no keys, no names and no addresses', async () => {
    const show = `
      const words = Buffer.from(JSON.stringify({ width: Object.keys(process.env).filter((name) => /AWS|TABLE|BUCKET|KEY|ENDPOINT|OIDC/.test(name)).length }));
      const head = Buffer.alloc(4);
      head.writeUInt32BE(words.length);
      require('fs').writeSync(3, Buffer.concat([head, words]));`;
    process.env.AWS_SECRET_ACCESS_KEY = 'not-for-the-decoder';
    expect((await taken(show)).found).toMatchObject({ verdict: 'VERIFIED', width: 0 });
  });

  it('costs a photo less than five seconds on a busy machine, and says how long', async () => {
    const [decode, bytes] = [decoder(), await photo()];
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const begun = performance.now();
      expect(await decode(bytes, 'image/jpeg')).toMatchObject({ verdict: 'VERIFIED' });
      times.push(Math.round(performance.now() - begun));
    }
    process.stdout.write(`a process for a small photo, ms: ${times.join(', ')}\n`);
    expect(Math.min(...times)).toBeLessThan(5_000);
  }, 60_000);
});

describe('the answer of a decoder', () => {
  const webp = (length: number) => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.alloc(length)]);
  const found: Inspection = {
    verdict: 'VERIFIED',
    ...{ width: 4, height: 3, seconds: undefined, takenAt: new Date('2026-05-12T01:15:00Z') },
    place: { latitude: 30.6, longitude: 104.1 },
    renditions: { thumbnail: webp(5), picture: webp(9) },
  };

  it('says what was found, to the byte', () => {
    expect(readAnswer(packAnswer(found))).toEqual(found);
    expect(readAnswer(packAnswer({ verdict: 'REJECTED', reason: 'EMPTY' }))).toEqual({
      verdict: 'REJECTED',
      reason: 'EMPTY',
    });
  });

  it('is none when its pictures are no pictures', () => {
    const lie = { ...found, renditions: { thumbnail: Buffer.from('<html>'), picture: webp(9) } };
    expect(readAnswer(packAnswer(lie))).toBeUndefined();
  });
});
