import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections, which come and go. */
const RANGE = { from: 20_000, to: 32_000 } as const;

/** The first of `count` neighbouring ports that nobody uses. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(RANGE.from, RANGE.to);
    const all = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (all.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(port, () => {
        server.close(() => {
          resolve(true);
        });
      });
  });
}
