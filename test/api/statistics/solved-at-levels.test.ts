import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { type TableChange } from '../../../src/data/table-change';
import {
  SolvedAtLevelsDocument,
  type SolvedAtLevelsQuery,
  type SolvedAtLevelsQueryVariables,
} from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove, moveCase, reportCase, slotInput } from '../../support/cases';
import { verifyAll } from '../../support/evidence';
import { type MemoryTable } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

let world: World;
let table: MemoryTable;
let changes: readonly TableChange[];

const LEVELS = ['COURTYARD', 'GRID', 'COMMUNITY', 'STREET', 'DISTRICT', 'DEPARTMENT'] as const;
type Level = (typeof LEVELS)[number];

const figures = async (actor: Actor, variables: SolvedAtLevelsQueryVariables) => {
  const { data, errors } = await run(world, actor, SolvedAtLevelsDocument, variables);
  return {
    solved: (data as SolvedAtLevelsQuery | undefined)?.solvedAtLevels,
    code: errors[0]?.extensions?.code,
  };
};
/** How many were solved at each level, as a list without what is 0. */
const counted = async (actor: Actor, variables: SolvedAtLevelsQueryVariables) => {
  const { solved } = await figures(actor, variables);
  const some = solved?.levels.filter(({ cases }) => cases > 0) ?? [];
  return Object.fromEntries(some.map(({ level, cases }) => [level, cases]));
};

/** A case that is solved at this level, by whoever has it there. */
async function solveAt(level: Level): Promise<string> {
  const worker = world.actor('GRID_WORKER');
  const place = { area: level === 'COURTYARD' ? world.courtyard : world.grid };
  const reporter = level === 'COURTYARD' ? world.actor('SECONDARY_WORKER') : worker;
  const { id } = await reportCase(world, reporter, { category: 'FIRE_HAZARD', place });
  const ladder = [worker, world.actor('COMMUNITY_STAFF'), world.actor('STREET_STAFF')];
  const hops = { COURTYARD: 0, GRID: 0, COMMUNITY: 1, STREET: 2, DISTRICT: 3, DEPARTMENT: 2 }[level];
  for (const actor of ladder.slice(0, hops)) await moveCase(world, actor, id, 'escalate');
  if (level !== 'DEPARTMENT') {
    const last = level === 'COURTYARD' ? reporter : (ladder[hops] ?? world.actor('DISTRICT_STAFF'));
    const { userErrors } = await makeMove(world, last, id, 'SOLVE');
    expect(userErrors).toEqual([]);
    return id;
  }
  const [street, office] = [world.actor('STREET_STAFF'), world.actor('DEPARTMENT_STAFF')];
  await moveCase(world, street, id, 'dispatch');
  await moveCase(world, office, id, 'accept');
  const picture = slotInput('AFTER');
  await moveCase(world, office, id, 'reportBack', { evidence: [picture] });
  await verifyAll(world, id, [picture.id]);
  expect((await moveCase(world, street, id, 'close')).userErrors).toEqual([]);
  return id;
}

beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  changes = table.record();
});

describe('at which levels cases are solved', () => {
  it('is what each case says, in its courtyard, grid, community, street and district, and adds up to 100 %', async () => {
    const street = world.actor('STREET_STAFF');
    for (const level of LEVELS) {
      const id = await solveAt(level);
      expect((await casePage(world, street, id)).solvedAtLevel).toBe(level);
    }
    await solveAt('GRID');
    await world.services.solved.observe([...changes]);
    const once = { COURTYARD: 1, COMMUNITY: 1, STREET: 1, DISTRICT: 1, DEPARTMENT: 1 };
    for (const area of [world.grid, world.community, world.street, world.district])
      expect(await counted(world.actor('DISTRICT_STAFF'), { area })).toEqual({ ...once, GRID: 2 });
    expect(await counted(street, { area: world.courtyard })).toEqual({ COURTYARD: 1 });
    expect(await counted(world.actor('DISTRICT_STAFF'), { area: world.foreignGrid })).toEqual({});
    const { solved } = await figures(street, { area: world.street });
    expect(solved?.total).toBe(7);
    expect(solved?.levels.map(({ level }) => level)).toEqual(LEVELS);
    expect(solved?.levels.map(({ percent }) => percent)).toEqual([14.3, 28.5, 14.3, 14.3, 14.3, 14.3]);
  });

  it('counts each on its day, so that a day that is over stays as it was, also when a case is opened again', async () => {
    const [worker, street] = [world.actor('GRID_WORKER'), world.actor('STREET_STAFF')];
    const id = await solveAt('GRID');
    world.clock.advance(48 * 3_600_000);
    expect((await makeMove(world, street, id, 'REOPEN')).userErrors).toEqual([]);
    await moveCase(world, worker, id, 'escalate');
    expect((await makeMove(world, world.actor('COMMUNITY_STAFF'), id, 'SOLVE')).userErrors).toEqual([]);
    await world.services.solved.observe([...changes]);
    const area = world.grid;
    const first = { area, from: '2026-05-12', to: '2026-05-12' };
    expect(await counted(street, first)).toEqual({ GRID: 1 });
    expect((await figures(street, first)).solved?.reopened).toBe(0);
    const third = { area, from: '2026-05-13', to: '2026-05-14' };
    expect(await counted(street, third)).toEqual({ COMMUNITY: 1 });
    expect((await figures(street, third)).solved?.reopened).toBe(1);
    expect((await figures(street, { area })).solved).toMatchObject({
      from: '2026-05-01',
      to: '2026-05-14',
      total: 2,
    });
  });

  it('counts neither what is cancelled nor what is merged into another', async () => {
    const [worker, community] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const gone = await reportCase(world, worker, { category: 'FIRE_HAZARD' });
    await makeMove(world, worker, gone.id, 'CANCEL');
    const [kept, twin] = [
      await reportCase(world, worker, { category: 'FIRE_HAZARD' }),
      await reportCase(world, worker, { category: 'FIRE_HAZARD' }),
    ];
    for (const { id } of [kept, twin]) await moveCase(world, worker, id, 'escalate');
    expect((await makeMove(world, community, twin.id, 'MERGE', { into: kept.id })).userErrors).toEqual([]);
    await makeMove(world, community, kept.id, 'SOLVE');
    await world.services.solved.observe([...changes]);
    expect(await counted(community, { area: world.community })).toEqual({ COMMUNITY: 1 });
  });

  it('is exact whatever comes twice, late, in any order, at once, and over a network that loses answers', async () => {
    for (const level of LEVELS) await solveAt(level);
    const id = await solveAt('GRID');
    await makeMove(world, world.actor('STREET_STAFF'), id, 'REOPEN');
    const told = [...changes];
    const back = table.keep();
    const order = fc.shuffledSubarray([...told, ...told, ...told], { minLength: told.length * 3 });
    await fc.assert(
      fc.asyncProperty(order, fc.infiniteStream(fc.nat(19)), async (events, luck) => {
        back();
        table.goBy((name, act) => {
          const lost = name.includes('Transact') ? luck.next().value : 9;
          if (lost === 0) return Promise.reject(new Error('It did not arrive.'));
          return Promise.resolve()
            .then(act)
            .then((answer) => {
              if (lost === 1) throw new Error('The answer was lost.');
              return answer;
            });
        });
        // Three consumers at once, each of which is brought again what it failed at.
        const parts = [0, 1, 2].map((part) => events.filter((_, index) => index % 3 === part));
        await Promise.all(
          parts.map(async (part) => {
            for (const event of part)
              for (let failed = true; failed;)
                failed = await world.services.solved.observe([event]).then(
                  () => false,
                  () => true,
                );
          }),
        );
        table.goBy((_name, act) => Promise.resolve().then(act));
        const centre = world.actor('DISTRICT_STAFF');
        const { solved } = await figures(centre, { area: world.district });
        expect(solved?.levels.map(({ cases }) => cases)).toEqual([1, 2, 1, 1, 1, 1]);
        expect(solved?.reopened).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('is told of one’s own area, for at most 366 days that are in order', async () => {
    const [worker, area] = [world.actor('GRID_WORKER'), world.grid];
    expect((await figures(worker, { area: world.foreignGrid })).code).toBe('NOT_FOUND');
    expect((await figures(worker, { area: world.community })).code).toBe('NOT_FOUND');
    expect((await figures(world.actor('RESIDENT'), { area })).code).toBe('FORBIDDEN');
    expect((await figures(world.actor('DEPARTMENT_STAFF'), { area })).code).toBe('FORBIDDEN');
    for (const [from, to] of [
      ['2026-05-02', '2026-05-01'],
      ['2025-01-01', '2026-01-02'],
    ])
      expect((await figures(worker, { area, from, to })).code).toBe('BAD_USER_INPUT');
    expect((await figures(worker, { area: '51010' })).code).toBe('BAD_USER_INPUT');
    expect((await figures(worker, { area, from: '2025-01-01', to: '2025-12-31' })).solved?.total).toBe(0);
  });
});
