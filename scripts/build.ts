import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type OutputFile } from 'esbuild';
import { withoutDescriptions, withoutSentences } from './descriptions';
import { electrodbModules } from './electrodb-modules';
import { lean } from './lean';
import { lazyParts } from './lazy-parts';

const ROOT = resolve(__dirname, '..');

/** Packages that stay packages: native code and WebAssembly, loaded only where a file is decoded. */
const PACKAGES = ['sharp', 'libheif-js'];

/** A door as it is bundled. */
export interface BuiltDoor {
  /** Name of the door: of its file in `src/handlers`. */
  readonly name: string;
  /** Path of the bundle, `<outDir>/<name>/index.js`. */
  readonly file: string;
  /** Paths of what it loads later, beside the bundle. */
  readonly parts: readonly string[];
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Packages that the bundle loads when it runs. */
  readonly packages: readonly string[];
}

/** What may be asked of a build; paths are relative to the repository. */
export interface DoorOptions {
  /** Folder of the doors' sources; one file, one door. */
  readonly doorsDir?: string;
  readonly outDir?: string;
  readonly minify?: boolean;
  /** Whether the schema's descriptions come along; they need not where they are deployed. */
  readonly described?: boolean;
}

/**
 * Bundles every door: one CommonJS file each, and one more for each `*.lazy.ts` that it imports when it is needed; from
 * the ES modules of its libraries, minified, source maps apart in `<outDir>/maps`. A file that has not changed is not touched, and one that has is replaced at a stroke, so that a
 * server that runs on the folder never sees half a bundle.
 */
export async function buildDoors(options: DoorOptions = {}): Promise<BuiltDoor[]> {
  const { doorsDir = 'src/handlers', outDir = 'dist', minify = true, described = true } = options;
  const sources = readdirSync(resolve(ROOT, doorsDir)).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    sources.map((source) =>
      buildDoor(resolve(ROOT, doorsDir, source), resolve(ROOT, outDir), { minify, described }),
    ),
  );
}

type Manner = Required<Pick<DoorOptions, 'minify' | 'described'>>;

async function buildDoor(source: string, outDir: string, manner: Manner): Promise<BuiltDoor> {
  const name = basename(source, '.ts');
  const file = join(outDir, name, 'index.js');
  const later = new Set<string>();
  const door = await bundle({ source, file, map: join(outDir, 'maps', `${name}.js.map`), later, ...manner });
  // What it could load, and what of that is left now that unused code is gone.
  const loaded = new Set(door.imports.map(({ path }) => basename(path)));
  const parts = await Promise.all(
    [...later]
      .filter((part) => loaded.has(`${basename(part, '.ts')}.js`))
      .map(async (part) => {
        const to = join(outDir, name, `${basename(part, '.ts')}.js`);
        const map = join(outDir, 'maps', name, `${basename(to)}.map`);
        return { to, ...(await bundle({ source: part, file: to, map, ...manner })) };
      }),
  );
  const imports = [door, ...parts].flatMap((built) => built.imports);
  const packages = PACKAGES.filter((known) => imports.some(({ path }) => `${path}/`.startsWith(`${known}/`)));
  const { length: bytes } = door.contents;
  const paths = parts.map(({ to }) => to).sort();
  return { name, file, parts: paths, bytes, gzipBytes: gzipSync(door.contents).length, packages };
}

/** Bundles one file; what it loads later is added to `later`, and is not allowed where there is none. */
async function bundle(options: { source: string; file: string; map: string; later?: Set<string> } & Manner) {
  const { source, file, map, minify, described, later } = options;
  const { outputFiles, metafile } = await build({
    ...SETTINGS,
    entryPoints: [source],
    outfile: file,
    plugins: [
      lean,
      electrodbModules,
      ...(later === undefined ? [] : [lazyParts(later)]),
      ...(described ? [] : [withoutDescriptions]),
      ...(described || later === undefined ? [] : [withoutSentences]),
    ],
    minify,
    // Sentences are shorter as they are; of code, packed, what is escaped is.
    charset: later === undefined ? 'utf8' : 'ascii',
  });
  const [mapped, code] = [outputFiles.find(isMap), outputFiles.find((output) => !isMap(output))];
  if (!mapped || !code) throw new Error(`esbuild made no bundle of ${source}.`);
  replace(file, code.contents);
  replace(map, mapped.contents);
  return {
    contents: code.contents,
    imports: Object.values(metafile.outputs).flatMap(({ imports }) => imports),
  };
}

const SETTINGS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // ES modules first: of those only what is used comes along, of CommonJS all.
  mainFields: ['module', 'main'],
  conditions: ['module'],
  define: { 'process.env.NODE_ENV': '"production"' },
  external: PACKAGES.flatMap((name) => [name, `${name}/*`]),
  sourcemap: 'external',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

function isMap({ path }: OutputFile): boolean {
  return path.endsWith('.map');
}

function replace(file: string, contents: Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
}
