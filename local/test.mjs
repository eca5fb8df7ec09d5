import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installWhatIsMissing, ROOT } from './install.mjs';

installWhatIsMissing();

const run = (program, ...args) =>
  spawnSync(join(ROOT, 'node_modules', '.bin', program), args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status ?? 1;

// The tests' types come from the operations.
process.exitCode =
  run('graphql-codegen', '--config', 'codegen.yml', '--silent') || run('jest', ...process.argv.slice(2));
