import { spawn } from 'node:child_process';
import { join } from 'node:path';

const BIN = join(__dirname, '..', 'node_modules', '.bin');

/** What `npm run check` holds, in the order in which it is told. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  'schema is fresh': ['tsx', 'scripts/emit-schema.ts', '--check'],
  'schema breaks nobody': ['tsx', 'scripts/compare-schema.ts'],
  types: ['tsc', '--noEmit'],
  'types of the client module': ['tsc', '--noEmit', '-p', 'client'],
  'types of the query editor': ['tsc', '--noEmit', '-p', 'local/editor/page'],
  lint: ['eslint', '--max-warnings', '0', '.'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  'house rules': [
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'client',
    'local',
    'scripts',
    'test',
    'bench',
  ],
  'dead code': ['knip'],
};

interface Outcome {
  readonly passed: boolean;
  readonly said: string;
}

/** Two at a time: that is what a small machine has. */
const AT_ONCE = 2;

async function check(): Promise<void> {
  // The tests' types come from the operations.
  const codegen = await run(['graphql-codegen', '--config', 'codegen.yml', '--silent']);
  if (!codegen.passed) {
    console.error(codegen.said);
    console.log('✘ operations fit the schema');
    conclude(0, 1);
    return;
  }
  const waiting = Object.entries(CHECKS);
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      const started = Date.now();
      const { passed, said } = await run(command);
      console.log(`${passed ? '✔' : '✘'} ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
      if (!passed) {
        failed += 1;
        console.error(said);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  conclude(Object.keys(CHECKS).length + 1 - failed, failed);
}

function conclude(passed: number, failed: number): void {
  console.log(`check: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function run([program = '', ...args]: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, program), args, { shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    child.once('error', (error) => {
      resolve({ passed: false, said: error.message });
    });
    child.once('close', (code) => {
      resolve({ passed: code === 0, said });
    });
  });
}

void check();
