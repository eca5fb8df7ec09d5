import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PAGE = join(__dirname, 'page');

/** Bundles the query editor's page and Monaco's workers into a folder, unless what is there is of the same sources. */
export async function buildEditor(outDir: string): Promise<void> {
  const stamp = join(outDir, 'sources.sha256');
  const sources = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      editor: join(PAGE, 'editor.tsx'),
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    loader: { '.ttf': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  copyFileSync(join(PAGE, 'index.html'), join(outDir, 'index.html'));
  writeFileSync(stamp, sources);
}

function hashSources(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(PAGE).map((file) => join(PAGE, file));
  for (const file of [join(ROOT, 'package-lock.json'), __filename, ...sources])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}
