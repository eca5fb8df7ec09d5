import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Running } from '../../local/process';

const ROOT = join(__dirname, '..', '..');

/** A laptop in a process of its own. */
export interface LaptopProcess extends Running {
  readonly pid: number;
  /** Resolves when it has said where it is; throws what it said instead. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended. */
  readonly ended: Promise<number | null>;
  /** All it has said so far. */
  said(): string;
}

/** Runs `npm start`'s script with the environment of a fresh shell, and more. */
export function startLaptopProcess(options: {
  port: number;
  state: string;
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
}): LaptopProcess {
  const { PATH, HOME, JAVA_HOME, SYSTEMROOT } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'local', 'start.mjs'), ...(options.args ?? [])], {
    cwd: ROOT,
    env: {
      ...{ PATH, HOME, JAVA_HOME, SYSTEMROOT },
      ...{ LANG: 'C', WANGGE_PORT: String(options.port), WANGGE_STATE: options.state },
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  let said = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (text: string): void => {
      said += text;
      if (said.includes('Ctrl-C ends all of it')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    void ended.then((code) => {
      reject(new Error(`npm start ended with ${String(code)}:\n${said}`));
    });
  });
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    said: () => said,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
