import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type DecoderOptions, openDecoder } from '../../src/modules/evidence/evidence.decoder';
import { type Decode } from '../../src/modules/evidence/evidence.inspection';

const ROOT = join(__dirname, '..', '..');
/** Inside the repository, so that the program finds its packages as a door does. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'wangge');

let program: string | undefined;

/** The decoder as the doors have it: its program bundled, each file in a process of its own. */
export function decoder(options: DecoderOptions = {}): Decode {
  program ??= build();
  return openDecoder({ program, ...options });
}

function build(): string {
  mkdirSync(FOLDER, { recursive: true });
  const outfile = join(FOLDER, 'decoder.js');
  const draft = `${outfile}.${String(process.pid)}`;
  buildSync({
    entryPoints: [join(ROOT, 'src/modules/evidence/evidence-decoder.lazy.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['sharp', 'libheif-js', 'libheif-js/*'],
  });
  // Test files run side by side, and each builds the same.
  renameSync(draft, outfile);
  return outfile;
}
