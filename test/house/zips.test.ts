import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { doorsToDeploy } from '../../scripts/doors';
import { zipDoor } from '../../scripts/zip-doors';

const ROOT = resolve(__dirname, '../..');
const DOORS = readdirSync(join(ROOT, 'src/handlers')).map((file) => file.replace(/\.ts$/, ''));

/** Most kilobytes of a zip, by whether it carries the image library, and of what of it is read at the start, packed. */
const MOST_KILOBYTES = { plain: 800, withPictures: 10_200, atStart: 430, live: 350 };

/** Whether a door, or a part of it, decodes pictures. */
function decodes(files: Readonly<Record<string, Uint8Array>>): boolean {
  return Object.entries(files).some(
    ([path, bytes]) =>
      path.startsWith('dist/') && /(require|import)\("sharp"\)/.test(Buffer.from(bytes).toString()),
  );
}

/** What the doors read when they start. */
const ENVIRONMENT = {
  FIELD_KEY: 'arn:aws-cn:kms:cn-northwest-1:000000000000:key/none',
  ...{
    STAGE: 'test',
    TABLE_NAME: 'table',
    BUCKET_NAME: 'bucket',
    TRANSFER_BUCKET_NAME: 'transfers',
    OIDC_AUDIENCE: 'wangge-api',
    EVIDENCE_LOCK_DAYS: '1095',
  },
  ...{ OIDC_ISSUER: 'https://issuer.invalid', OIDC_JWKS_URI: 'https://issuer.invalid/jwks.json' },
  ...{ AWS_REGION: 'cn-northwest-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
};

const folder = mkdtempSync(join(tmpdir(), 'wangge-zips-'));
const zips = new Map<string, Record<string, Uint8Array>>();

beforeAll(async () => {
  for (const door of await doorsToDeploy()) {
    zips.set(door.name, unzipSync(readFileSync(zipDoor(door, folder))));
  }
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the zips of the doors', () => {
  test.each(DOORS)('%s holds only what runs, and stays small', (name) => {
    const files = zips.get(name) ?? {};
    const names = Object.keys(files);
    expect(names).toContain(`dist/${name}/index.js`);
    expect(
      names.filter((path) => !/^(dist\/[^/]+\/(index|[a-z0-9-]+\.lazy)\.js$|node_modules\/)/.test(path)),
    ).toEqual([]);
    expect(
      names.filter((path) => /\.(map|[cm]?ts|md)$|(^|\/)(test|tests|seed|local|bench)\//.test(path)),
    ).toEqual([]);
    const code = Buffer.from(files[`dist/${name}/index.js`]!).toString();
    expect(code.includes(ROOT)).toBe(false);
    expect(code.includes('sourceMappingURL')).toBe(false);
    const limit = decodes(files) ? MOST_KILOBYTES.withPictures : MOST_KILOBYTES.plain;
    const bytes = readFileSync(join(folder, `${name}.zip`)).length;
    expect(bytes / 1000).toBeLessThan(limit);
    const isLive = ['socket', 'table-stream'].includes(name);
    const { live, atStart } = MOST_KILOBYTES;
    expect(gzipSync(code).length / 1000).toBeLessThan(isLive ? live : atStart);
  });

  test('carry the image library, built for the processor of Lambda, where files are decoded and nowhere else', () => {
    for (const [name, files] of zips) {
      const binaries = Object.keys(files).filter((path) => /\.node$|\.so(\.|$)/.test(path));
      expect([name, binaries.length]).toEqual([name, decodes(files) ? 2 : 0]);
      // Bytes 18 and 19 of an ELF file are its processor; 0xb7 is AArch64.
      for (const path of binaries) expect([...files[path]!.slice(18, 20)]).toEqual([0xb7, 0]);
    }
    expect(Object.keys(zips.get('evidence-uploaded') ?? {}).join()).toMatch(/sharp-linux-arm64.*\.node/);
    for (const name of ['graphql', 'socket', 'table-stream']) {
      expect(Object.keys(zips.get(name) ?? {}).filter((path) => path.startsWith('node_modules'))).toEqual([]);
    }
  });

  test.each(DOORS)('%s starts from its zip alone', (name) => {
    const task = join(folder, 'task', name);
    for (const [path, bytes] of Object.entries(zips.get(name) ?? {})) {
      mkdirSync(dirname(join(task, path)), { recursive: true });
      writeFileSync(join(task, path), bytes);
    }
    // The processor of this machine is another; all else of the image library comes from the zip.
    if (existsSync(join(task, 'node_modules/sharp'))) {
      cpSync(join(ROOT, 'node_modules/@img'), join(task, 'node_modules/@img'), { recursive: true });
    }
    const script = `console.log(typeof require('./dist/${name}/index.js').handler)`;
    const said = execFileSync(process.execPath, ['-e', script], {
      cwd: task,
      env: ENVIRONMENT,
      stdio: 'pipe',
    });
    expect(said.toString()).toContain('function');
  });
});
