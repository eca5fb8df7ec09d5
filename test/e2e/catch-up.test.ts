import { type GraphQLClient } from 'graphql-request';
import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import { someAtOnce } from '../../src/shared/some-at-once';
import {
  AcceptCaseDocument,
  type CaseEventToldFragment,
  CasesDocument,
  DispatchCaseDocument,
  EscalateCaseDocument,
  ReportCaseDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { LiveScreen, untilNoted } from '../support/live-screen';
import { randomFrom } from '../support/faults';

/** A grid of the demonstration community where no other test reports anything. */
const GRID = '510108008003004';
const SEED = 20_261_127;
const CUTS = 22;
/** Most cases that each of three people report: on a slow machine the stream has to come after. */
const MOST_CASES = 20;

const HISTORY = 'query History($id: ID!) { case(id: $id) { timeline { kind at text by { id } } } }';

type Step = Pick<CaseEventToldFragment['step'], 'kind' | 'at' | 'text'> & {
  readonly id: string;
  readonly by: { readonly id: string };
};

/** Through the laptop's HTTP and WebSocket doors, with the table's stream behind them. */
describe('a screen whose connection is cut again and again', () => {
  const chance = randomFrom(SEED);
  const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, chance() * most));
  const people: Record<string, GraphQLClient> = {};
  const reported: string[] = [];
  const screens: LiveScreen[] = [];
  const as = (person: string): GraphQLClient => {
    const api = people[person];
    if (api === undefined) throw new Error(`${person} is not logged in.`);
    return api;
  };
  beforeAll(async () => {
    for (const person of ['yang-lan', 'lin-yan', 'xu-wei', 'luo-jun'])
      people[person] = await laptop().clientOf(person);
  });

  afterAll(async () => {
    for (const screen of screens) await screen.end();
  });

  it('has in the end the history of its area: no step is missing, none is unknown, each case in its order', async () => {
    const screen = newScreen();
    const witness = newScreen();
    await untilNoted(witness, await reportOne());
    const before = new Set((await historyOf(GRID)).map(({ id }) => id));
    await Promise.all([screen.begin(), witness.catchUp()]);
    const cutting = cutAgainAndAgain(screen, witness);
    await Promise.all([1, 2, 3].map(() => keepBusyUntil(cutting)));
    const history = (await historyOf(GRID)).filter(({ id }) => !before.has(id));
    // All of it is noted now; after one more gap, the screen has to know it.
    for (const { id } of history) if (!witness.known().has(id)) await untilNoted(witness, id);
    await cut(screen);
    await screen.end();

    const arrivals = screen.arrivals.filter(({ id }) => !before.has(id));
    const ids = history.map(({ id }) => id).sort();
    expect([...new Set(arrivals.map(({ id }) => id))].sort()).toEqual(ids);
    // What comes twice has the same id, and is the same.
    const steps = new Map(history.map((step) => [step.id, step]));
    for (const { id, step } of arrivals) expect({ ...step, id }).toMatchObject(steps.get(id) ?? {});
    expectOrder(arrivals);
    expect([...screen.failures, ...witness.failures]).toEqual([]);
    expect(screen.cuts).toBeGreaterThan(CUTS);
    expect(history.length).toBeGreaterThan(40);
    // Neither way was idle.
    const first = ids.map((id) => arrivals.find((each) => each.id === id)?.way ?? {});
    expect(first.filter((way) => 'feed' in way).length).toBeGreaterThan(5);
    expect(first.filter((way) => 'question' in way).length).toBeGreaterThan(5);
  }, 400_000);

  /** Reports a case; the id of its first event. */
  async function reportOne(): Promise<string> {
    const id = newId();
    reported.push(id);
    await as('yang-lan').request(ReportCaseDocument, { input: reportOf(id) });
    return `${id}#1`;
  }

  function newScreen(): LiveScreen {
    const token = () => laptop().tokenFor('xu-wei');
    const screen = new LiveScreen(as('xu-wei'), GRID, { token, msToRetry: () => chance() * 200 });
    screens.push(screen);
    return screen;
  }

  /** Cuts at random, sometimes before the next connection is acknowledged; what was noted before, it knows when it has asked. */
  async function cutAgainAndAgain(screen: LiveScreen, witness: LiveScreen): Promise<void> {
    for (let count = 1; screen.cuts < CUTS; count += 1) {
      await pause(300);
      if (chance() < 0.2) screen.cut();
      else if (count % 4 > 0) await cut(screen);
      else {
        await witness.catchUp();
        await cut(screen);
        const known = screen.known();
        expect([...witness.known()].filter((id) => !known.has(id))).toEqual([]);
      }
    }
  }

  /** Cuts, and waits until it is connected and has asked. */
  async function cut(screen: LiveScreen): Promise<void> {
    const { connections } = screen;
    screen.cut();
    await eventually(() => Promise.resolve(screen.connections > connections || undefined));
    await screen.rest();
  }

  /** Reports cases and has them handed up, dispatched and accepted, some of them only so far. */
  async function keepBusyUntil(ended: Promise<void>): Promise<void> {
    const isOver = { yes: false };
    ended.catch(() => undefined).finally(() => (isOver.yes = true));
    for (let made = 0; made < MOST_CASES && !isOver.yes; made += 1) {
      const caseId = newId();
      reported.push(caseId);
      const more = () => ({ id: newId(), caseId });
      const text = '请上级处理';
      const department = '510108008-PSO';
      const steps = [
        () => as('yang-lan').request(ReportCaseDocument, { input: reportOf(caseId) }),
        () => as('yang-lan').request(EscalateCaseDocument, { input: { ...more(), text } }),
        () => as('lin-yan').request(EscalateCaseDocument, { input: { ...more(), text } }),
        () => as('xu-wei').request(DispatchCaseDocument, { input: { ...more(), department } }),
        () => as('luo-jun').request(AcceptCaseDocument, { input: more() }),
      ];
      for (const step of steps.slice(0, 1 + Math.floor(chance() * steps.length))) {
        const [answer] = Object.values(await step()) as { userErrors: unknown[] }[];
        expect(answer?.userErrors).toEqual([]);
        await pause(600);
      }
    }
    await ended;
  }

  /** Every step of every case of an area, as the case pages tell it; the list may lack what was reported a moment ago. */
  async function historyOf(area: string): Promise<Step[]> {
    const ids = [...reported];
    for (let after: string | undefined, more = true; more;) {
      const { cases } = await as('xu-wei').request(CasesDocument, { area, first: 100, after });
      ids.push(...(cases?.edges.map(({ node }) => node.id) ?? []));
      after = cases?.pageInfo.endCursor ?? undefined;
      more = cases?.pageInfo.hasNextPage ?? false;
    }
    const pages = await someAtOnce(8, [...new Set(ids)], (id) =>
      as('xu-wei')
        .request<{ case: { timeline: Step[] } }>(HISTORY, { id })
        .then((page) => ({ id, ...page })),
    );
    return pages.flatMap(({ id, case: { timeline } }) =>
      timeline.map((step, index) => ({ ...step, id: `${id}#${String(index + 1)}` })),
    );
  }
});

function reportOf(id: string) {
  return { id, category: 'OTHER', text: '断线补发测试', place: { point: pointIn(4) }, evidence: [] };
}

/** On each connection, and in each answer, the steps of a case follow each other when they come for the first time. */
function expectOrder(arrivals: LiveScreen['arrivals']): void {
  const last = new Map<string, number>();
  for (const { way, number, case: of } of arrivals) {
    const key = `${JSON.stringify(way)} ${of.id}`;
    const before = last.get(key) ?? number - 1;
    expect({ key, number: Math.min(number, before + 1) }).toEqual({ key, number });
    last.set(key, Math.max(before, number));
  }
}
