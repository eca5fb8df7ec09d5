import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { inspectContent } from './evidence.content';
import { packAnswer } from './evidence.answer';

/**
 * The process that looks into one file and ends: it gets the announced content type as its argument and the file on its
 * standard input, and answers on its fourth descriptor. It has no keys and no addresses, and is killed when it takes too
 * long; see `evidence.decoder.ts`.
 */
async function main(): Promise<void> {
  const bytes = await buffer(process.stdin);
  const answer = packAnswer(await inspectContent(bytes, process.argv[2] ?? ''));
  createWriteStream('', { fd: 3 }).end(answer, () => {
    process.exit(0);
  });
}

main().catch(() => process.exit(1));
