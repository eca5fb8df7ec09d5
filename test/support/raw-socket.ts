import { WebSocket } from 'ws';
import { eventually } from './eventually';
import { laptop } from './laptop';

/** What a raw client does: says something, waits so many ms, waits for so many answers, or repeats until it is closed. */
export type Act =
  | { readonly say: object | string }
  | { readonly wait: number }
  | { readonly answers: number }
  | { readonly repeat: object };

/** What came of it. */
export interface Heard {
  readonly messages: readonly unknown[];
  /** The code with which the connection was closed by the other side; undefined while it is open. */
  readonly closed: number | undefined;
}

/**
 * Acts on a connection of its own, then waits for so many answers, and for the close where one is expected; where none is, asks
 * by a ping whether the connection is open still. Answers in the order in which they came.
 */
export async function talk(acts: readonly Act[], answers: number, closes: boolean): Promise<Heard> {
  const socket = new WebSocket(laptop().socketUrl, 'graphql-transport-ws');
  const messages: unknown[] = [];
  let closed: number | undefined;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as { type?: string };
    // What happens meanwhile in the district, told to whoever watches, is no answer.
    if (message.type !== 'next') messages.push(message);
  });
  socket.on('close', (code) => (closed = code));
  const say = (message: object | string) => {
    const isOpen = socket.readyState === WebSocket.OPEN;
    if (isOpen) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  };
  const heard = (count: number) =>
    eventually(() => Promise.resolve(messages.length >= count ? true : undefined));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  try {
    for (const act of acts) await perform(act);
    await heard(answers);
    if (closes) await eventually(() => Promise.resolve(closed));
    else {
      const before = messages.length;
      say({ type: 'ping' });
      await heard(before + 1);
      messages.pop();
    }
    return { messages: [...messages], closed };
  } finally {
    socket.terminate();
  }

  async function perform(act: Act): Promise<void> {
    if ('say' in act) say(act.say);
    else if ('answers' in act) await heard(act.answers);
    else if ('wait' in act) await new Promise((resolve) => setTimeout(resolve, act.wait));
    else
      for (let turn = 0; turn < 20 && closed === undefined; turn += 1) {
        say(act.repeat);
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
  }
}

/** How the door answers the handshake for these sub-protocols: an HTTP status, or the sub-protocol that it speaks. */
export async function shakeHands(...protocols: string[]): Promise<number | string> {
  const socket = new WebSocket(laptop().socketUrl, protocols);
  socket.on('error', () => undefined);
  const answer = await new Promise<number | string>((resolve) => {
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
      resolve(statusCode);
    });
    socket.once('open', () => {
      resolve(socket.protocol);
    });
  });
  socket.terminate();
  return answer;
}

/** The results of works of which only so many run at a time, each to be waited for by itself. */
export function fewAtOnce<Result>(
  works: readonly (() => Promise<Result>)[],
  most: number,
): readonly Promise<Result>[] {
  const lanes: Promise<unknown>[] = Array.from({ length: most }, () => Promise.resolve());
  return works.map((work, index) => {
    const result = (lanes[index % most] ?? Promise.resolve()).then(work);
    // A failure is seen by whoever waits for it, and holds up nobody else.
    lanes[index % most] = result.catch(() => undefined);
    return result;
  });
}
