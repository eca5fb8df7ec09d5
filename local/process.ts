import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Something that was started and can be stopped; stopping twice does no harm. */
export interface Running {
  stop(): Promise<void>;
}

/** A program that was started. */
export interface Program extends Running {
  /** Resolves when the program ends without being asked to, with the last lines it wrote. */
  readonly ended: Promise<string>;
}

/**
 * Starts a program whose output goes to a file. It gets SIGTERM when it is to stop, and SIGKILL when it has not
 * within `patience` milliseconds.
 */
export function startProgram(options: {
  command: string;
  args: readonly string[];
  cwd: string;
  log: string;
  env?: NodeJS.ProcessEnv;
  onLine?: (line: string) => void;
  patience?: number;
}): Program {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = createWriteStream(options.log);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    // The channel tells the program when we are gone, even if we were killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log.write(text);
      for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
        last.push(line);
        if (last.length > 12) last.shift();
        options.onLine?.(line);
      }
    });
  }
  const exit = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', (error) => {
      last.push(error.message);
      resolve();
    });
  });
  // Whatever ends us, it does not stay behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void exit.then(() => process.off('exit', endWithUs));
  let stopping: Promise<void> | undefined;
  return {
    ended: exit.then(() => (stopping ? new Promise<string>(() => undefined) : last.join('\n'))),
    stop: () => (stopping ??= stop(child, exit, options.patience ?? 4_000)),
  };
}

async function stop(child: ChildProcess, exit: Promise<void>, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  await exit;
  clearTimeout(force);
}
