import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { buildDoors, type BuiltDoor } from './build';
import { hashOf } from './sources';

/** Beside the bundles: what they were made of, and what came of it. */
const NOTE = resolve(__dirname, '..', 'dist', 'doors.json');

interface Note {
  readonly sources: string;
  readonly doors: readonly BuiltDoor[];
}

/** The doors in `dist`; bundled there first, unless what is there was made of the same sources. */
export async function doorsInDist(): Promise<readonly BuiltDoor[]> {
  const sources = hashOf('src', 'scripts', 'package-lock.json', 'tsconfig.json');
  const standing = existsSync(NOTE) ? (JSON.parse(readFileSync(NOTE, 'utf8')) as Note) : undefined;
  if (standing?.sources === sources && isWhole(standing)) return standing.doors;
  // Until it is done, nothing is known of what is there.
  rmSync(NOTE, { force: true });
  const doors = await buildDoors();
  writeFileSync(NOTE, JSON.stringify({ sources, doors } satisfies Note));
  return doors;
}

/** Somebody may have removed a part, or moved the folder. */
function isWhole({ doors }: Note): boolean {
  return doors.every(({ file, parts }) => [file, ...parts].every((path) => existsSync(path)));
}

if (require.main === module) {
  void doorsInDist().then((doors) => {
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
