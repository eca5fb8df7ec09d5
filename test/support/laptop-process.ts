import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Running } from '../../local/process';
import { eventually } from './eventually';

const ROOT = join(__dirname, '..', '..');

/** A laptop in a process of its own. */
export interface LaptopProcess extends Running {
  /** Resolves when it has said where it is; throws what it said instead. */
  readonly ready: Promise<void>;
  /** Resolves with its status when it has ended. */
  readonly ended: Promise<number | null>;
  /** Resolves when neither it nor any process that it started is there; fails after three seconds. */
  gone(): Promise<void>;
  /** All it has said so far. */
  said(): string;
}

/** Runs `npm start`'s script with the environment of a fresh shell, and more; `stop` is Ctrl-C. */
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
    // A process group of its own, as a shell makes one: Ctrl-C reaches all in it.
    detached: true,
  });
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-(child.pid ?? Number.NaN), name);
    } catch {
      return false;
    }
  };
  const endWithUs = () => signal('SIGTERM');
  process.once('exit', endWithUs);
  let said = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (status) => {
      process.off('exit', endWithUs);
      resolve(status);
    });
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
    ready,
    ended,
    gone: async () => {
      await eventually(() => Promise.resolve(signal(0) ? undefined : 'gone'), 3);
    },
    said: () => said,
    stop: async () => {
      signal('SIGINT');
      await ended;
    },
  };
}
