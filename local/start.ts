import { join } from 'node:path';
import { readArguments } from './arguments';
import { type Laptop, startLaptop } from './laptop';
import { firstPort, portsFrom } from './ports';
import { LaptopProblem } from './problem';
import { drawTable, say } from './say';
import { PEOPLE } from './seed/people';

/** The laptop's state: stores, key, logs. `WANGGE_STATE` moves it. */
const state = process.env.WANGGE_STATE ?? join(__dirname, '..', '.local');

/** Starts the laptop, says where it is, and waits for Ctrl-C. */
export async function start(args: readonly string[]): Promise<void> {
  const end = onceAsked();
  try {
    const laptop = await startLaptop({
      ports: portsFrom(firstPort()),
      state,
      signal: end.signal,
      ...readArguments(args),
    });
    console.log(`\n${welcome(laptop)}\n`);
    const broken = await Promise.race([end.asked, laptop.broken]);
    console.log(say('\nStopping…', '\n正在停止……'));
    await laptop.stop();
    if (typeof broken === 'string') return fail(broken);
    process.exit(0);
  } catch (error) {
    // Ctrl-C reaches every part at once: a part that ended while it was to start has not failed then.
    if (end.signal.aborted) process.exit(0);
    fail(sentenceOf(error));
  }
}

/** Waits for whoever asks us to end. A second Ctrl-C does not cut the stopping short. */
function onceAsked(): { asked: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        controller.abort();
        resolve();
      });
  });
  return { asked, signal: controller.signal };
}

function welcome({ apiUrl, socketUrl, editorUrl, inMemory }: Laptop): string {
  const rows = PEOPLE.map(({ key, name, title }) => [key, name, title]);
  return [
    drawTable([
      [say('GraphQL API', 'GraphQL 接口'), apiUrl],
      [say('live', '实时推送'), socketUrl],
      [say('query editor', '查询编辑器'), editorUrl],
    ]),
    '',
    say('Act as one of these: choose in the editor, or', '可以扮演以下人员:在编辑器中选择,或运行') +
      ' npm run -s token -- <key>',
    '',
    drawTable(rows),
    '',
    inMemory
      ? say('Ctrl-C ends all of it; the data is gone then.', 'Ctrl-C 停止全部服务,数据随之消失。')
      : say('Ctrl-C ends all of it; the data stays.', 'Ctrl-C 停止全部服务,数据保留。'),
  ].join('\n');
}

function sentenceOf(error: unknown): string {
  if (error instanceof LaptopProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function fail(sentence: string): never {
  console.error(`\n✘ ${sentence}`);
  process.exit(1);
}
