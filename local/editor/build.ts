import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../scripts/sources';

const ROOT = join(__dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'wangge');
const PAGE = join(__dirname, 'page');

/**
 * Bundles the query editor's page and Monaco's workers, unless that was done of the same sources before; returns the
 * folder they are in.
 */
export async function buildEditor(): Promise<string> {
  const sources = hashOf('local/editor/page', 'local/editor/build.ts', 'package-lock.json');
  const folder = join(CACHE, `editor-${sources.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  await bundleInto(draft);
  copyFileSync(join(PAGE, 'index.html'), join(draft, 'index.html'));
  // Two may bundle at once.
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
  return folder;
}

async function bundleInto(outDir: string): Promise<void> {
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
}
