import { print } from 'graphql';
import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { findingEventsBy } from '../../../src/modules/inspections/finding-alert.events';
import {
  FindingAlertsDocument,
  type FindingAlertsSubscription,
  FindingEventsDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeMove, moveCase, reportCase, slotInput } from '../../support/cases';
import {
  caseOf,
  dividedWorld,
  failed,
  inspect,
  inspectionInput,
  officer,
  rectify,
  restaurant,
} from '../../support/inspections';
import { makeLive } from '../../support/live';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeWorld, type World } from '../../support/world';

type Alert = NonNullable<FindingAlertsSubscription['findingAlerts']>;

/** A world in which people watch what is found, and what its stream tells: to whoever watches, after it is noted. */
async function watched() {
  const { world, table } = await makeMemoryWorld();
  await dividedWorld(world);
  const premises = await restaurant(world);
  const live = makeLive(world);
  const changes = table.record();
  let told = 0;
  const open = async (actor: Actor, area: string) => {
    const { connection } = await live.connect(actor);
    const payload = { query: print(FindingAlertsDocument), variables: { area } };
    const { messages } = await live.say(connection, { type: 'subscribe', id: '1', payload });
    const refused = messages.flatMap((message) => (message.type === 'error' ? message.payload : []));
    return { connection, codes: refused.map(({ extensions }) => extensions?.code) };
  };
  /** Takes what was written since, as the table's door does; what came of the telling of each event. */
  const tell = async () => {
    const events = changes.slice(told).flatMap(findingEventsBy);
    told = changes.length;
    const outcomes = [];
    for (const event of events) {
      await world.services.findingAlerts.note(event);
      outcomes.push(await live.telling.tellFinding(event));
    }
    return outcomes;
  };
  const toldOn = ({ connection }: { connection: string }): Alert[] =>
    live.posted
      .filter((post) => post.connection === connection)
      .flatMap(({ message }) => (message.type === 'next' ? [message.payload.data ?? {}] : []))
      .map((data) => (data as { findingAlerts: Alert }).findingAlerts);
  return { world, premises, live, open, tell, toldOn };
}

const found = async (world: World, premises: string, item = 'PURIFIER_RUNNING') => {
  const input = inspectionInput(world, premises, [failed(item, { note: '风机停转' })]);
  await inspect(world, world.actor('GRID_WORKER', undefined, '欧阳巡查'), input);
  return { input, id: caseOf(input, item) };
};
const toTheBureau = async (world: World, id: string) => {
  await moveCase(world, world.actor('GRID_WORKER'), id, 'escalate');
  await moveCase(world, world.actor('COMMUNITY_STAFF'), id, 'escalate');
  await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch', { department: world.bureau });
};
const since = async (world: World, actor: Actor, area: string, cursor?: string, first = 50) => {
  const variables = { area, cursor: cursor ?? null, first };
  const { data, errors } = await run(world, actor, FindingEventsDocument, variables);
  return {
    feed: (data as typeof data | undefined)?.findingEvents,
    codes: errors.map(({ extensions }) => extensions?.code),
  };
};

/** Some findings of a world, as its stream would tell of them. */
async function someEvents(world: World, premises: string, items: readonly string[]) {
  const areas = [world.district, world.street, world.grid];
  const events = [];
  for (const item of items) {
    const { input, id } = await found(world, premises, item);
    events.push({
      ...{ caseId: id, number: 1, to: 'OPEN' as const, inspection: input.id, premises, item },
      ...{ areas, people: new Set<string>() },
    });
  }
  return events;
}

describe('a finding is told', () => {
  it('to the bureau in the second it is found, with its words and premises and the case to take on, and without a person', async () => {
    const { world, premises, open, tell, toldOn } = await watched();
    const screen = await open(officer(world), world.district);
    const { input, id } = await found(world, premises);
    expect(await tell()).toEqual([{ watches: 1, runs: 1, sent: 1 }]);
    const [alert] = toldOn(screen);
    expect(alert).toMatchObject({
      ...{ id: `${id}#1`, number: 1, from: null, state: 'OPEN', inspection: input.id, foundAt: input.at },
      ...{ grid: world.grid, area: world.grid, premises, kind: 'RIVERSIDE_RESTAURANT', note: '风机停转' },
      ...{ checklist: 'RIVERSIDE_RESTAURANT', item: 'PURIFIER_RUNNING' },
      ...{ category: { code: 'POLLUTION_AIR' }, case: { id, version: 1, state: 'REPORTED' } },
    });
    expect(alert?.fails).not.toBe('');
    expect(alert?.control).toBeDefined();
    expect(JSON.stringify(alert)).not.toMatch(/欧阳/);
  });

  it('again whenever its state changes and not when its case is handed on', async () => {
    const { world, premises, open, tell, toldOn } = await watched();
    const [bureau, street] = [officer(world), world.actor('STREET_STAFF')];
    const screen = await open(bureau, world.district);
    const { id } = await found(world, premises);
    await tell();
    await toTheBureau(world, id);
    expect(await tell()).toEqual([]);
    await moveCase(world, bureau, id, 'accept');
    const rectified = async () => {
      await rectify(world, bureau, id);
      await tell();
    };
    await rectified();
    await makeMove(world, street, id, 'SEND_BACK');
    await tell();
    await rectified();
    await makeMove(world, street, id, 'CLOSE', { conditionMet: true });
    await tell();
    await makeMove(world, street, id, 'REOPEN');
    await tell();
    expect(toldOn(screen).map(({ from, state }) => [from, state])).toEqual([
      [null, 'OPEN'],
      ['OPEN', 'RECTIFIED'],
      ['RECTIFIED', 'ENFORCEMENT'],
      ['ENFORCEMENT', 'RECTIFIED'],
      ['RECTIFIED', 'STRUCK_OFF'],
      ['STRUCK_OFF', 'OPEN'],
    ]);
  });

  it('to each what the file shows them: the centres all, a department its own, another district nothing', async () => {
    const { world, premises, open, tell, toldOn } = await watched();
    const { world: there } = await makeMemoryWorld();
    const [bureau, office] = [officer(world), world.actor('DEPARTMENT_STAFF')];
    const elsewhere = officer(there);
    const screens = [
      await open(world.actor('DISTRICT_STAFF'), world.district),
      await open(world.actor('STREET_STAFF'), world.street),
      await open(world.actor('COMMUNITY_STAFF'), world.grid),
      await open(bureau, world.street),
      await open(office, world.street),
      await open(elsewhere, there.district),
    ];
    await found(world, premises);
    await reportCase(world, world.actor('GRID_WORKER'), { category: 'POLLUTION_AIR' });
    await tell();
    const input = inspectionInput(world, premises, ['EXITS_OPEN'], { checklist: 'FIRE_PASSAGES' });
    await inspect(world, world.actor('GRID_WORKER'), input);
    await tell();
    const [air, fire] = ['PURIFIER_RUNNING', 'EXITS_OPEN'];
    expect(screens.map((screen) => toldOn(screen).map(({ item }) => item))).toEqual([
      ...[
        [air, fire],
        [air, fire],
        [air, fire],
      ],
      ...[[air], [fire], []],
    ]);
  });

  it('by one run to all of the same posts and to nobody whose token has ended since', async () => {
    const { world, premises, open, tell, toldOn, live } = await watched();
    const screens = [];
    for (let count = 0; count < 10; count += 1) screens.push(await open(officer(world), world.district));
    await open(world.actor('STREET_STAFF'), world.street);
    await found(world, premises);
    expect(await tell()).toEqual([{ watches: 11, runs: 2, sent: 11 }]);
    const runs = live.runs();
    world.clock.advance(61 * 60_000);
    await found(world, premises);
    expect(await tell()).toEqual([{ watches: 0, runs: 0, sent: 0 }]);
    expect(live.runs()).toBe(runs);
    expect(screens.map((screen) => toldOn(screen).length)).toEqual(Array<number>(10).fill(1));
  });

  it('in two round trips, however many look on', async () => {
    const world = await makeWorld();
    const live = makeLive(world);
    const payload = { query: print(FindingAlertsDocument), variables: { area: world.street } };
    for (let count = 0; count < 5; count += 1) {
      const { connection } = await live.connect(world.actor('STREET_STAFF'));
      await live.say(connection, { type: 'subscribe', id: '1', payload });
    }
    const [event] = await someEvents(world, await restaurant(world), ['ODOUR']);
    world.meter.reset();
    expect(await live.telling.tellFinding(event!)).toEqual({ watches: 5, runs: 1, sent: 5 });
    expect(world.meter.waves).toBe(2);
  });

  it.each([
    ['a worker', 'GRID_WORKER', 'FORBIDDEN', ({ grid }: World) => grid],
    ['a resident', 'RESIDENT', 'FORBIDDEN', ({ grid }: World) => grid],
    ['whoever runs the system', 'ADMINISTRATOR', 'FORBIDDEN', ({ district }: World) => district],
    ['community staff of their street', 'COMMUNITY_STAFF', 'NOT_FOUND', ({ street }: World) => street],
    ['a department of another district', 'DEPARTMENT_STAFF', 'NOT_FOUND', () => '510109'],
  ] as const)('to no one else: %s is refused, live and afterwards', async (_who, role, code, area) => {
    const { world, open } = await watched();
    const actor = world.actor(role);
    expect((await open(actor, area(world))).codes).toEqual([code]);
    expect(await since(world, actor, area(world))).toMatchObject({ codes: [code] });
  });
});

describe('what was missed of findings', () => {
  it('is told in the order of noting, and only what one sees', async () => {
    const { world, premises, tell } = await watched();
    const [bureau, office] = [officer(world), world.actor('DEPARTMENT_STAFF')];
    const begin = (await since(world, bureau, world.district)).feed?.cursor;
    const begun = (await since(world, office, world.street)).feed?.cursor;
    const { id } = await found(world, premises);
    await tell();
    await toTheBureau(world, id);
    await moveCase(world, bureau, id, 'accept');
    const picture = slotInput('AFTER');
    await makeMove(world, bureau, id, 'REPORT_BACK', { evidence: [picture] });
    await tell();
    const { feed } = await since(world, bureau, world.district, begin);
    expect(feed?.alerts.map(({ id: each, state }) => [each, state])).toEqual([
      [`${id}#1`, 'OPEN'],
      [`${id}#6`, 'RECTIFIED'],
    ]);
    expect((await since(world, office, world.street, begun)).feed?.alerts).toEqual([]);
    expect((await since(world, bureau, world.street, begin)).codes).toEqual(['CURSOR_INVALID']);
  });

  it('makes the history whole, however the connection is cut and whatever is told twice', async () => {
    const { world, premises, open, live, toldOn } = await watched();
    const bureau = officer(world);
    const items = ['PURIFIER_RUNNING', 'RIVER_COLOUR', 'ODOUR', 'PURIFIER_RUNNING'];
    const noted = await someEvents(world, premises, items);
    const step = fc.oneof(
      fc.constant('happens' as const),
      fc.constant('happens twice' as const),
      fc.constant('noted, not told' as const),
      fc.constant('cut' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), fc.nat(3), async (steps, small) => {
        let cursor = (await since(world, bureau, world.district)).feed?.cursor;
        const [known, right] = [new Set<string>(), new Set<string>()];
        const screens: { connection: string }[] = [await open(bureau, world.district)];
        const catchUp = async () => {
          for (let more: boolean | undefined = true; more === true;) {
            const { feed } = await since(world, bureau, world.district, cursor, small + 1);
            for (const { id } of feed?.alerts ?? []) known.add(id);
            [cursor, more] = [feed?.cursor, feed?.hasMore];
          }
        };
        let next = 0;
        for (const each of steps) {
          world.clock.advance(1_000);
          if (each === 'cut') {
            await live.listening.ended(screens.at(-1)!.connection);
            screens.push(await open(bureau, world.district));
            await catchUp();
            continue;
          }
          const event = noted[next++ % noted.length]!;
          right.add(`${event.caseId}#${event.number}`);
          for (let times = each === 'happens twice' ? 2 : 1; times > 0; times -= 1) {
            await world.services.findingAlerts.note(event);
            if (each !== 'noted, not told') await live.telling.tellFinding(event);
          }
        }
        world.clock.advance(1_000);
        await catchUp();
        for (const screen of screens) for (const { id } of toldOn(screen)) known.add(id);
        expect([...known].sort()).toEqual([...right].sort());
        await live.listening.ended(screens.at(-1)!.connection);
        world.clock.advance(60_000);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
