import { createLiveRunner } from '../../src/realtime/live-runner';
import { ListeningService } from '../../src/realtime/listening.service';
import { type Poster } from '../../src/realtime/poster';
import { type ServerMessage } from '../../src/realtime/protocol';
import { TellingService } from '../../src/realtime/telling.service';
import { WatchRepo } from '../../src/realtime/watch.repo';
import { type Actor, type Bearer } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { TechnicalError } from '../../src/shared/errors';
import { newId } from '../../src/shared/ids';
import { SignJWT } from 'jose';
import { secondsNow, type World } from './world';

/** A socket door and a table's door of a world, with the network between them and clients in memory. */
export function makeLive(world: World) {
  const { table } = world.foundation;
  const bearers = new Map<string, Bearer>();
  const posted: { connection: string; message: ServerMessage }[] = [];
  const closed: string[] = [];
  const gone = new Set<string>();
  const poster: Poster = {
    post: (connection, message) => {
      if (gone.has(connection)) return Promise.resolve('GONE');
      posted.push({ connection, message });
      return Promise.resolve('SENT');
    },
    close: (connection) => {
      closed.push(connection);
      return Promise.resolve();
    },
  };
  const { services, standings } = world;
  const app = { services, standings, newReads: () => createCollectionReader(table) };
  const run = createLiveRunner(app, { stage: 'test' });
  const repo = new WatchRepo(table);
  const readToken = (token: string) => {
    const bearer = bearers.get(token);
    return bearer ? Promise.resolve(bearer) : Promise.reject(new TechnicalError('UNAUTHENTICATED'));
  };
  const listening = new ListeningService(repo, run, readToken, standings, world.clock);
  let runs = 0;
  const counted: typeof run = (...call) => {
    runs += 1;
    return run(...call);
  };
  const telling = new TellingService(repo, counted, app, poster, world.clock);
  const say = (connection: string, message: object) =>
    listening.received(connection, JSON.stringify(message));

  return {
    listening,
    telling,
    posted,
    closed,
    gone,
    say,
    repo,
    runs: () => runs,
    /** A connection on which `actor` is known; their token ends in `minutes`. */
    connect: async (actor: Actor, minutes = 60) => {
      const end = Math.floor(world.clock.now().getTime() / 1000) + minutes * 60;
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setJti(newId())
        .setExpirationTime(end)
        .sign(new Uint8Array(32));
      bearers.set(token, { issuedAt: secondsNow(world), ...actor });
      const connection = newId();
      const payload = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
      const reply = await say(connection, { type: 'connection_init', payload });
      return { connection, reply, payload };
    },
  };
}
