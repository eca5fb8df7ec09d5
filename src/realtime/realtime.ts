import { type LiveApp } from '../app/live';
import { type Foundation } from '../app/foundation';
import { type Env } from '../shared/env';
import { ListeningService } from './listening.service';
import { createLiveRunner } from './live-runner';
import { createPoster } from './poster';
import { PROTOCOL } from './protocol';
import { TellingService } from './telling.service';
import { WatchRepo } from './watch.repo';

/** What the WebSocket door is made of. */
export function createListening(env: Env, { table, clock }: Foundation, app: LiveApp) {
  const run = createLiveRunner(app, env);
  return {
    listening: new ListeningService(new WatchRepo(table), run, app.readToken, app.standings, clock),
    poster: createPoster(env.socketEndpoint),
    accept,
  };
}

/** What the table's door tells by. */
export function createTelling(env: Env, { table, clock }: Foundation, app: LiveApp): TellingService {
  const run = createLiveRunner(app, env);
  return new TellingService(new WatchRepo(table), run, app, createPoster(env.socketEndpoint), clock);
}

/** The answer to a client that connects: only the one protocol is spoken here. */
function accept(headers: Readonly<Record<string, string | undefined>>) {
  const [, offered = ''] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol') ?? [];
  const speaks = offered.split(',').some((protocol) => protocol.trim() === PROTOCOL);
  return speaks
    ? { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': PROTOCOL } }
    : { statusCode: 400, body: `Speak ${PROTOCOL}.` };
}
