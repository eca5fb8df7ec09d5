import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { buildDoors, type BuiltDoor } from './build';
import { hashOf } from './sources';

const ROOT = resolve(__dirname, '..');

/** Beside the bundles: what they were made of, and what came of it. */
const NOTE = 'doors.json';

interface Note {
  readonly sources: string;
  readonly doors: readonly BuiltDoor[];
}

/** The doors as a laptop runs them, in `dist`, with the schema's descriptions. */
export function doorsInDist(): Promise<readonly BuiltDoor[]> {
  return doorsIn({ outDir: 'dist', described: true });
}

/** The doors as they are deployed, without them; not in `.serverless`, which every `serverless package` clears away. */
export function doorsToDeploy(): Promise<readonly BuiltDoor[]> {
  return doorsIn({ outDir: 'dist/deployed', described: false });
}

/** The doors in a folder; bundled there first, unless what is there was made of the same sources. */
async function doorsIn({ outDir, described }: { outDir: string; described: boolean }) {
  const note = resolve(ROOT, outDir, NOTE);
  const sources = hashOf('src', 'scripts', 'package-lock.json', 'tsconfig.json');
  const standing = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Note) : undefined;
  if (standing?.sources === sources && isWhole(standing)) return standing.doors;
  // Until it is done, nothing is known of what is there.
  rmSync(note, { force: true });
  const doors = await buildDoors({ outDir, described });
  writeFileSync(note, JSON.stringify({ sources, doors } satisfies Note));
  return doors;
}

/** Somebody may have removed a part, or moved the folder. */
function isWhole({ doors }: Note): boolean {
  return doors.every(({ file, parts }) => [file, ...parts].every((path) => existsSync(path)));
}

if (require.main === module) {
  void doorsToDeploy().then((doors) => {
    console.table(
      doors.map(({ name, bytes, gzipBytes, parts, packages }) => ({
        door: name,
        'minified kB': Math.round(bytes / 1000),
        'gzip kB': Math.round(gzipBytes / 1000),
        later: parts.map((part) => basename(part, '.lazy.js')).join(' '),
        packages: packages.join(' '),
      })),
    );
  });
}
