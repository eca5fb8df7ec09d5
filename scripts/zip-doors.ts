import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { type BuiltDoor } from './build';
import { filesIn, lambdaBinaries, packageFiles } from './lambda-packages';

const ROOT = resolve(__dirname, '..');

/** One date for all files, so that the same code always makes the same zip. */
const DATE = '1980-01-01T12:00:00';

/** Makes `<folder>/<door>.zip` for Lambda: the bundle and what it loads when it runs, nothing else. Returns its path. */
export function zipDoor(door: BuiltDoor, folder: string): string {
  const files: Zippable = {};
  for (const file of [door.file, ...door.parts])
    files[`dist/${door.name}/${basename(file)}`] = readFileSync(file);
  for (const path of packageFiles(door.packages)) files[path] = readFileSync(join(ROOT, path));
  for (const [name, from] of lambdaBinaries(door.packages)) {
    for (const path of filesIn(from).filter((file) => !/\.(md|h)$/.test(file))) {
      files[`node_modules/${name}/${path}`] = readFileSync(join(from, path));
    }
  }
  const zip = join(folder, `${door.name}.zip`);
  mkdirSync(folder, { recursive: true });
  // A file made on Unix that everybody may read: Lambda runs as somebody else.
  writeFileSync(zip, zipSync(files, { level: 9, mtime: DATE, os: 3, attrs: 0o644 << 16 }));
  return zip;
}
