import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Running } from '../../local/process';
import { pathOfProgram } from './programs';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'real-s3');
const PROGRAMS = ['radosgw', 'ceph-mon', 'ceph-osd', 'curl'];

/** Debian's packages with a real S3 store. */
export const REAL_S3_PACKAGES = 'radosgw ceph-mon ceph-osd curl';

/** The keys of the store that the tests start. */
export const REAL_S3_KEYS = {
  AWS_ACCESS_KEY_ID: 'S3TESTACCESSKEY',
  AWS_SECRET_ACCESS_KEY: 's3-test-secret-key',
};

/** The first program of the store that is not installed; undefined when all are. */
export function missingOfRealS3(): string | undefined {
  return PROGRAMS.find((program) => pathOfProgram(program) === undefined);
}

/** Starts Ceph's gateway on `port` and the nine ports after it; it takes about six seconds. */
export async function startRealS3(port: number, folder: string): Promise<Running & { endpoint: string }> {
  const script = spawn('bash', [SCRIPT, 'start', String(port), folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  script.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((resolve) => script.once('exit', resolve));
  if (code !== 0) throw new Error(`Ceph's gateway did not start: ${said}`);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      execFileSync('bash', [SCRIPT, 'stop', folder]);
      return Promise.resolve();
    },
  };
}
