import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Runs `serverless package` into a folder, without any AWS credentials; throws what it said when it fails. */
export function packageInto(folder: string, ...more: string[]): void {
  const cli = join(ROOT, 'node_modules/serverless/bin/serverless.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'package', '--package', folder, ...more],
    { cwd: ROOT, env: { ...wayToNpm(), HOME: dirname(folder) }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`serverless package ended with ${String(status)}: ${stdout}${stderr}`);
}

/** No credentials and no home, only where programs and the npm registry are. */
function wayToNpm(): Record<string, string | undefined> {
  const kept = /^(path|npm_config_.*|https?_proxy|no_proxy|systemroot)$/i;
  const settings = { npm_config_userconfig: join(homedir(), '.npmrc') };
  return {
    ...settings,
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name))),
  };
}
