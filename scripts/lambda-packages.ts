import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(__dirname, '..');
const CACHE = join(ROOT, 'node_modules/.cache/wangge');
/** Where npm notes what it has installed, with checksums. */
const INSTALLED = 'node_modules/.package-lock.json';

/** What sharp loads on Lambda's processor; npm installs only what fits the machine it runs on. */
const BINARIES: Readonly<Record<string, readonly string[]>> = {
  sharp: ['@img/sharp-linux-arm64', '@img/sharp-libvips-linux-arm64'],
};

/** What Node may load, and the licences that go with it. */
const LOADED = /\.(c?js|json)$|\/LICENSE$/;
/** The HEIC decoder comes in four builds; the one that holds its WebAssembly in itself is the one that is used. */
const UNUSED = /\/sharp\/install\/|libheif-js\/(libheif\/|libheif-wasm\/libheif\.js|index\.js|wasm\.js)/;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { version: string; integrity: string } | undefined>>;
}

/**
 * The folders with what Lambda loads of a package beyond its JavaScript, as `[name, folder]`. They come from the npm
 * registry once, in the version and with the checksum of `package-lock.json`; throws a sentence when they cannot.
 */
export function lambdaBinaries(packages: readonly string[]): [name: string, folder: string][] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const needed = packages.flatMap((name) => BINARIES[name] ?? []);
  return needed.map((name) => {
    const locked = lock.packages[`node_modules/${name}`];
    if (!locked) throw new Error(`package-lock.json lacks ${name}. Run: npm install`);
    return [name, fetchOnce(name, locked)];
  });
}

/** The JavaScript that comes with these packages and with all they depend on, as paths in the repository. */
export function packageFiles(packages: readonly string[]): string[] {
  const folders = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (folders.has(folder)) return;
    folders.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    for (const dependency of Object.keys(dependencies)) visit(dependency, folder);
  };
  for (const name of packages) visit(name, ROOT);
  return [...folders].flatMap(filesOf).filter((path) => LOADED.test(path) && !UNUSED.test(path));
}

/** The files in a folder, at any depth, as paths in it. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function filesOf(folder: string): string[] {
  const own = filesIn(folder).filter((path) => !path.includes('node_modules/'));
  return own.map((path) => `${relative(ROOT, folder).split(sep).join('/')}/${path}`);
}

function folderOf(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  if (from === dirname(from)) throw new Error(`${name} is not installed. Run: npm install`);
  return folderOf(name, dirname(from));
}

function fetchOnce(name: string, { version, integrity }: { version: string; integrity: string }): string {
  const folder = join(CACHE, `${name.replace('/', '+')}-${version}`);
  if (existsSync(folder)) return folder;
  console.error(`Fetching ${name}@${version} from the npm registry…`);
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  try {
    install(`${name}@${version}`, draft);
    const { packages } = JSON.parse(readFileSync(join(draft, INSTALLED), 'utf8')) as Lock;
    if (packages[`node_modules/${name}`]?.integrity !== integrity) {
      throw new Error(`${name}@${version} is not the file that package-lock.json names.`);
    }
    // Two may fetch at once.
    if (!existsSync(folder)) renameSync(join(draft, 'node_modules', name), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Has npm put a package into a folder. */
function install(wanted: string, folder: string): void {
  // npm looks for the project it works in from here upwards.
  writeFileSync(join(folder, 'package.json'), '{}');
  // Forced, because this machine may be another.
  const options = ['--force', '--no-package-lock', '--ignore-scripts', '--omit=optional'];
  try {
    execFileSync('npm', ['install', wanted, ...options, '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'pipe',
      shell: process.platform === 'win32',
    });
  } catch (error) {
    throw new Error(`${wanted} goes into the evidence door, and npm could not fetch it. Are you online?`, {
      cause: error,
    });
  }
}
