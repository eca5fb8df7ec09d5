import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the packages of the lock file where they are missing or of another version; ends with a sentence if it cannot. */
export function installWhatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    end(`Wangge needs Node 20.19 or newer; this is ${process.versions.node}. 需要 Node 20.19 或更高版本。`);
  }
  if (isInstalled()) return;
  console.log('Installing packages, about a minute… 正在安装依赖,约需一分钟……');
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  } catch {
    end('npm could not install the packages; its message is above. 依赖安装失败,原因见上。');
  }
}

/** Whether what npm noted in `node_modules` is what the lock file asks of every machine. */
function isInstalled() {
  try {
    const wanted = packagesOf('package-lock.json');
    const present = packagesOf('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, { version, optional, peer }]) =>
        path === '' || optional || peer || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

function packagesOf(file) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
}

function end(sentence) {
  console.error(`✘ ${sentence}`);
  process.exit(1);
}
