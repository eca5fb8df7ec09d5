import { type ChildProcess, spawn } from 'node:child_process';
import { environmentOfChildren } from '../../shared/env';
import { readAnswer } from './evidence.answer';
import { type Decode } from './evidence.inspection';
import { DECODER_LIMITS, type Inspection, rejected } from './evidence.rules';

/** Most bytes of an answer: two pictures, of which the larger has four million pixels, or the copy of the largest PDF. */
const MOST_ANSWER_BYTES = 24_000_000;

/** How the process of a decoder is made. */
export interface DecoderOptions {
  /** Path of the program; in a bundle it lies beside it. */
  readonly program?: string;
  readonly seconds?: number;
  readonly megabytes?: number;
  /** Told how each process ended, for whoever measures. */
  readonly onEnd?: (end: { readonly signal: string | null; readonly code: number | null }) => void;
}

/**
 * A decoder whose every file is looked into by a process of its own, which knows no keys, may use so much time and memory,
 * and is killed beyond: whatever a file does to its decoder, it does to nothing else.
 */
export function openDecoder(options: DecoderOptions = {}): Decode {
  return async (bytes, contentType) => {
    const { seconds = DECODER_LIMITS.seconds } = options;
    const child = start(options, contentType);
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    try {
      const [end, answer] = await Promise.all([ended(child), collect(child), feed(child, bytes)]);
      options.onEnd?.(end);
      return verdictOf(answer, child.killed);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Killed by us means too long; one that died without an answer was brought down by the file. */
function verdictOf(answer: Uint8Array, killed: boolean): Inspection {
  if (killed) return rejected('TOO_LONG_TO_DECODE');
  return readAnswer(answer) ?? rejected('NOT_DECODABLE');
}

function start(options: DecoderOptions, contentType: string): ChildProcess {
  const { program = require.resolve('./evidence-decoder.lazy'), megabytes = DECODER_LIMITS.megabytes } =
    options;
  const command = [process.execPath, '--max-old-space-size=512', program, contentType];
  const settings = { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], env: environmentOfChildren() } as const;
  if (process.platform !== 'linux') return spawn(process.execPath, command.slice(1), settings as never);
  // The kernel's limit of writable memory: it counts what libraries ask for themselves, too.
  const limited = `ulimit -c 0; ulimit -d ${megabytes * 1024}; exec "$0" "$@"`;
  return spawn('/bin/sh', ['-c', limited, ...command], settings as never);
}

function ended(child: ChildProcess): Promise<{ signal: string | null; code: number | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
}

/** What it says, so much of it as may be. */
async function collect(child: ChildProcess): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of child.stdio[3] as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) child.kill('SIGKILL');
    else parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Gives it the file; one that ends before it has read all is no mistake of ours. */
function feed(child: ChildProcess, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const { stdin } = child;
    for (const end of ['error', 'close'])
      stdin?.on(end, () => {
        resolve();
      });
    stdin?.end(bytes, () => {
      resolve();
    });
  });
}
