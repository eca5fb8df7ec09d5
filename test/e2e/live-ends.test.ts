import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import { ReportCaseDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { LiveScreen, untilNoted } from '../support/live-screen';

/** A grid where no other test watches. */
const GRID = '510108008003005';
const SHORT = { seconds: 6 };
/** Until what was subscribed is kept, on a machine that is busy. */
const KEPT_MS = 2_500;
const FAREWELL = { close: { code: 4403, reason: 'Forbidden' } };

/** The ordinary client on the laptop's WebSocket door, while its token ends (docs/live.md). */
describe('a watch whose token ends', () => {
  const screens: LiveScreen[] = [];
  beforeAll(async () => {
    const token = () => laptop().tokenFor('lin-yan');
    const asking = new LiveScreen(await laptop().clientOf('lin-yan'), GRID, { token, msToRetry: () => 0 });
    await untilNoted(asking, await report());
  }, 90_000);
  afterAll(async () => {
    for (const screen of screens) await screen.end();
  });
  /** Watches by these tokens, one for each connection; the last one serves for all that follow. */
  const watch = async (tokens: readonly { seconds: number }[], keepAlive?: number) => {
    const left = [...tokens];
    const given: string[] = [];
    const token = async () => {
      const next = left.length > 1 ? left.shift() : left[0];
      given.push(await laptop().tokenFor('lin-yan', next));
      return given.at(-1) ?? '';
    };
    const api = await laptop().clientOf('lin-yan');
    const more = keepAlive === undefined ? {} : { keepAlive };
    const screen = new LiveScreen(api, GRID, { token, msToRetry: () => 100, ...more });
    screens.push(screen);
    await screen.begin();
    await eventually(() => Promise.resolve(screen.connections || undefined));
    return screen;
  };
  const report = async () => {
    const worker = await laptop().clientOf('huang-lei');
    const id = newId();
    await worker.request(ReportCaseDocument, {
      input: { id, category: 'OTHER', text: '令牌到期测试', place: { point: pointIn(5) }, evidence: [] },
    });
    return `${id}#1`;
  };
  const wayOf = (screen: LiveScreen, id: string) =>
    eventually(() => Promise.resolve(screen.arrivals.find((each) => each.id === id)?.way), 60);
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('is closed at the next ping where nothing happens, goes on by a new token, and is told the next event', async () => {
    const screen = await watch([SHORT, { seconds: 3600 }], 500);
    await eventually(() => Promise.resolve(screen.connections === 2 || undefined));
    expect(screen.pongs).toBeGreaterThan(0);
    expect(screen.farewells).toEqual([FAREWELL]);
    await pause(KEPT_MS);
    expect(await wayOf(screen, await report())).toEqual({ feed: 2 });
    expect(screen.failures).toEqual([]);
  }, 120_000);

  it('is closed by the next event where it never pings, asks for that one, and is told the next', async () => {
    const screen = await watch([SHORT, { seconds: 3600 }]);
    await pause(SHORT.seconds * 1_000 + 500);
    expect({ connections: screen.connections, farewells: screen.farewells }).toEqual({
      ...{ connections: 1, farewells: [] },
    });
    expect(await wayOf(screen, await report())).toMatchObject({ question: expect.any(Number) as number });
    expect(screen.farewells).toEqual([FAREWELL]);
    await pause(KEPT_MS);
    expect(await wayOf(screen, await report())).toEqual({ feed: 2 });
    expect({ connections: screen.connections, failures: screen.failures }).toEqual({
      ...{ connections: 2, failures: [] },
    });
  }, 120_000);

  it('ends, and is not begun again and again, where the next token is refused', async () => {
    const screen = await watch([SHORT, { seconds: -3600 }], 500);
    const [failure] = await eventually(() =>
      Promise.resolve(screen.failures.length > 0 ? screen.failures : undefined),
    );
    expect(String(failure)).toContain('First message cannot be of type error');
    await pause(1_500);
    expect({ connections: screen.connections, farewells: screen.farewells, ends: screen.cuts }).toEqual({
      ...{ connections: 1, farewells: [FAREWELL, FAREWELL], ends: 2 },
    });
  }, 120_000);
});
