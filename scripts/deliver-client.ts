import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleClient } from './client';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'dist', 'client');

/** Puts what the app teams get into `dist/client`: one ES module, its types, what it needs to be a package. */
async function deliver(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const text = await bundleClient();
  writeFileSync(join(FOLDER, 'index.js'), text);
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  const emit = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--outDir', FOLDER];
  const { status } = spawnSync(tsc, ['-p', 'client', ...emit], {
    ...{ cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' },
  });
  const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
    devDependencies: Record<string, string>;
  };
  const types = '@graphql-typed-document-node/core';
  const about = {
    ...{ name: 'wangge-client', version, private: true, type: 'module', sideEffects: false },
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    dependencies: { [types]: devDependencies[types] },
  };
  writeFileSync(join(FOLDER, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const [plain, packed] = [Buffer.byteLength(text), gzipSync(text).length].map(kilobytes);
  console.log(`dist/client: index.js ${plain ?? ''} kB, ${packed ?? ''} kB gzip`);
  process.exitCode = status ?? 1;
}

void deliver();
