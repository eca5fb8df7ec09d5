import { join } from 'node:path';
import { WebSocket } from 'ws';
import { createFoundation } from '../src/app/foundation';
import { createLiveApp } from '../src/app/live';
import { type CaseEventNote } from '../src/modules/feed/case-event.events';
import { TOPIC } from '../src/modules/feed/topic.rules';
import { createLiveRunner } from '../src/realtime/live-runner';
import { type ServerMessage } from '../src/realtime/protocol';
import { TellingService } from '../src/realtime/telling.service';
import { WatchRepo } from '../src/realtime/watch.repo';
import { readEnv } from '../src/shared/env';
import { newId } from '../src/shared/ids';
import { someAtOnce } from '../src/shared/some-at-once';
import { environmentOf } from '../local/environment';
import { openIssuerKey } from '../local/issuer-key';
import { portsFrom } from '../local/ports';
import { drawTable } from '../local/say';
import { pointIn } from '../local/seed/areas';
import { eventually } from '../test/support/eventually';
import { laptopOn } from '../test/support/laptop';
import { startLaptopProcess } from '../test/support/laptop-process';
import { Meter } from '../test/support/meter';
import { median } from './statistics';

const AREA = '510108008003';
const SIZES = [1, 10, 100, 1_000] as const;
/** Events told at each size, after one that is not counted. */
const EVENTS = 10;
/** What the screens ask for: what a list needs, what a board needs, what a map needs. */
const SELECTIONS = [
  'id step { at }',
  'id number from to step { kind at text by { id name role } } case { id version state urgency text area address }',
  'id step { at } case { id state point { latitude longitude } }',
].map((fields) => `subscription Told($area: ID!) { areaFeed(area: $area) { ${fields} } }`);

/** A message as it arrived: of which event, and when, in ms since 1970. */
interface Arrival {
  readonly event: string;
  readonly committed: number;
  readonly at: number;
}

/**
 * One event to many screens on a laptop of its own: how long after the move it arrives, and what telling it costs. Each screen is
 * another person with a token of their own.
 */
export async function fanOut(options: { folder: string; port: number }): Promise<string> {
  const state = join(options.folder, 'laptop');
  const running = startLaptopProcess({ port: options.port, state, args: ['--in-memory'] });
  try {
    await running.ready;
    const ports = portsFrom(options.port);
    Object.assign(process.env, environmentOf(ports, { dynamodb: undefined, s3: undefined }, state));
    const costs = meteredTelling();
    const screens = new Screens(options.port, state);
    const rows: string[][] = [];
    let one: number | undefined;
    for (const size of SIZES) {
      await screens.openUpTo(size, costs.watching);
      const { answered, committed, lost } = await measure(screens, options.port);
      const { runs, commands, trips } = await costs.of(screens.lastEvent);
      const middle = median(committed);
      one ??= middle;
      rows.push([
        String(size),
        ...[middle, share99(committed), median(answered), share99(answered)].map((ms) => ms.toFixed(0)),
        `${(middle / one).toFixed(1)}×`,
        ...[lost, runs, commands, trips].map(String),
      ]);
    }
    screens.close();
    const head = 'screens,median ms,p99 ms,after the answer,p99,to one screen,lost,runs,commands,trips';
    return drawTable([head.split(','), ...rows]);
  } finally {
    await running.stop();
  }
}

/** Sockets that watch the area, each of another person. */
class Screens {
  readonly arrivals: Arrival[] = [];
  readonly #sockets: WebSocket[] = [];

  constructor(
    private readonly port: number,
    private readonly state: string,
  ) {}

  get size(): number {
    return this.#sockets.length;
  }

  /** The event that arrived last; `<case>#<number>`. */
  get lastEvent(): string {
    return this.arrivals.at(-1)?.event ?? '';
  }

  /** Opens more until there are so many, and waits until all their watches are kept. */
  async openUpTo(size: number, watching: () => Promise<number>): Promise<void> {
    const key = await openIssuerKey(join(this.state, 'issuer-key.json'));
    const terms = { issuer: laptopOn(this.port).issuerUrl, audience: 'wangge-api', seconds: 7_200 };
    const more = Array.from({ length: size - this.size }, (_none, index) => this.size + index);
    await someAtOnce(8, more, async (number) => {
      const appointments = [{ role: 'STREET_STAFF', area: '510108008' }] as const;
      const person = { key: '', id: newId(), name: '街道干部', title: '', appointments };
      await this.#open(await key.sign(person, terms), SELECTIONS[number % SELECTIONS.length] ?? '');
    });
    await eventually(async () => ((await watching()) === size ? true : undefined), 60);
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async #open(token: string, query: string): Promise<void> {
    const socket = new WebSocket(laptopOn(this.port).socketUrl, 'graphql-transport-ws');
    const say = (message: object) => {
      socket.send(JSON.stringify(message));
    };
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject).once('close', reject);
      socket.on('open', () => {
        say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      });
      socket.on('message', (data: Buffer) => {
        const at = Date.now();
        const message = JSON.parse(data.toString('utf8')) as ServerMessage;
        if (message.type === 'connection_ack') {
          say({ type: 'subscribe', id: '1', payload: { query, variables: { area: AREA } } });
          resolve();
        }
        if (message.type !== 'next') return;
        const told = message.payload.data as { areaFeed: { id: string; step: { at: string } } };
        this.arrivals.push({ event: told.areaFeed.id, committed: Date.parse(told.areaFeed.step.at), at });
      });
    });
    this.#sockets.push(socket);
  }
}

/**
 * Reports one case after another; how long after each answer, and each commit, it arrived at every screen, in ms; and how
 * often it did not within ten seconds.
 */
async function measure(screens: Screens, port: number) {
  const worker = await laptopOn(port).clientOf('wang-fang');
  const answered: number[] = [];
  const committed: number[] = [];
  let lost = 0;
  for (let event = 0; event <= EVENTS; event += 1) {
    const id = newId();
    const input = { id, category: 'OTHER', text: '扇出测量', place: { point: pointIn(1) }, evidence: [] };
    const { reportCase } = await worker.request<{ reportCase: { userErrors: unknown[] } }>(
      'mutation Report($input: ReportCaseInput!) { reportCase(input: $input) { userErrors { code } } }',
      { input },
    );
    if (reportCase.userErrors.length > 0) throw new Error(JSON.stringify(reportCase));
    const answer = Date.now();
    const arrived = () => screens.arrivals.filter((each) => each.event === `${id}#1`);
    const isWhole = () => Promise.resolve(arrived().length >= screens.size || undefined);
    // The first one may have to wait until the laptop has read what was seeded.
    await eventually(isWhole, event === 0 ? 60 : 10).catch(() => undefined);
    const own = arrived();
    if (event === 0) continue;
    lost += screens.size - own.length;
    answered.push(...own.map(({ at }) => at - answer));
    committed.push(...own.map((each) => each.at - each.committed));
  }
  return { answered, committed, lost };
}

/** Tells an event once more from this process, to nobody: the same services on the same table, with its commands counted. */
function meteredTelling() {
  const env = readEnv();
  const foundation = createFoundation(env);
  const { table, clock } = foundation;
  const app = createLiveApp(env, foundation);
  const repo = new WatchRepo(table);
  const meter = new Meter(table.client);
  const poster = { post: () => Promise.resolve('SENT' as const), close: () => Promise.resolve() };
  const telling = new TellingService(repo, createLiveRunner(app, env), app, poster, clock);
  return {
    /** How many watch the area. */
    watching: async () => (await repo.watching([TOPIC.area(AREA)])).length,
    of: async (id: string) => {
      const [caseId = '', number] = id.split('#');
      const event: CaseEventNote = {
        ...{ caseId, number: Number(number), from: undefined, to: 'REPORTED' },
        ...{ areas: ['510108', '510108008', AREA, `${AREA}001`], holders: [`${AREA}001`] },
        ...{ reporter: 'somebody', people: new Set<string>() },
      };
      meter.reset();
      const { runs } = await telling.tell(event);
      return { runs, commands: meter.commands.length, trips: meter.waves };
    },
  };
}

/** Below which 99 of 100 values lie. */
function share99(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? NaN;
}
