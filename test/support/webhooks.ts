import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Actor } from '../../src/auth/actor';
import { createWebhookWatch } from '../../src/app/webhook-watch';
import { type MadeNotification } from '../../src/modules/notifications/notification.events';
import { newId } from '../../src/shared/ids';
import {
  AddWebhookDocument,
  type AddWebhookInput,
  ChangeWebhookDocument,
  RemoveWebhookDocument,
  RollWebhookSecretDocument,
  WebhooksDocument,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** A webhook of a world's district that wants to be told of what is assigned and decided. */
export function webhookInput({ district }: World, more: Partial<AddWebhookInput> = {}): AddWebhookInput {
  const url = 'https://bridge.district.example.com/hook';
  return { id: newId(), district, url, kinds: ['ASSIGNED', 'DECIDED'], isOn: true, ...more };
}

/** What came of adding a webhook. */
export async function addWebhook(world: World, actor: Actor, input: AddWebhookInput = webhookInput(world)) {
  const { data, errors } = await run(world, actor, AddWebhookDocument, { input });
  if (errors.length > 0) throw new Error(`Adding failed: ${JSON.stringify(errors)}`);
  return data.addWebhook;
}

/** What came of changing, removing or rolling one. */
export async function changeWebhook(
  world: World,
  actor: Actor,
  webhook: string,
  change: { id?: string; url?: string; kinds?: AddWebhookInput['kinds']; isOn?: boolean },
) {
  const input = { id: newId(), district: world.district, webhook, ...change };
  const { data, errors } = await run(world, actor, ChangeWebhookDocument, { input });
  if (errors.length > 0) throw new Error(`Changing failed: ${JSON.stringify(errors)}`);
  return data.changeWebhook;
}

/** What came of taking one away. */
export async function removeWebhook(world: World, actor: Actor, webhook: string, id = newId()) {
  const input = { id, district: world.district, webhook };
  return (await run(world, actor, RemoveWebhookDocument, { input })).data.removeWebhook;
}

/** What came of making a new secret. */
export async function rollSecret(world: World, actor: Actor, webhook: string, id = newId()) {
  const input = { id, district: world.district, webhook };
  return (await run(world, actor, RollWebhookSecretDocument, { input })).data.rollWebhookSecret;
}

/** The webhooks of a world's district, with what was sent to them last. */
export async function webhooksOf(world: World, actor: Actor) {
  const { data, errors } = await run(world, actor, WebhooksDocument, { district: world.district });
  if (errors.length > 0) throw new Error(`Asking failed: ${JSON.stringify(errors)}`);
  return data.webhooks ?? [];
}

/** That somebody was notified now: of a case with this number. */
export function madeOf(world: World, number: number, more: Partial<MadeNotification> = {}): MadeNotification {
  const recordId = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const [at, kind] = [world.clock.now(), more.kind ?? 'ASSIGNED'];
  const turn = `${String(at.getTime())}#${recordId}#1#${kind}`;
  return { person: 'p-1', turn, recordId, kind, area: world.grid, at, ...more };
}

/** Notes that notifications were made. */
export async function noteMade(world: World, made: readonly MadeNotification[]): Promise<number> {
  return createWebhookWatch(world.foundation).note(made);
}

/** What a receiver was sent. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine: answers as it is told to. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  readonly answerBy: (answer: (response: ServerResponse, received: Received) => void) => void;
  /** How often it was connected to. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Opens a receiver that takes everything. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answer: (response: ServerResponse, one: Received) => void = (response) => response.writeHead(204).end();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      received.push(one);
      answer(response, one);
    });
  });
  let connections = 0;
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${String(port)}/hook`, received },
    answerBy: (next) => (answer = next),
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
