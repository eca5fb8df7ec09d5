import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { type CaseState } from '../../../src/modules/cases/case.machine';
import { createCollectionReader } from '../../../src/data/collection-reader';
import {
  type CasesQueryVariables,
  CasesDocument,
  SupervisionDocument,
  type SupervisionQuery,
} from '../../generated/operations';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { makeMove, reportCase } from '../../support/cases';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { type World } from '../../support/world';

let world: World;
let table: MemoryTable;

/** The stream tells of every case as it stands. */
const told = () =>
  world.services.caseListNotes.observe(
    table
      .everything()
      .filter((item) => item.__edb_e__ === 'case')
      .map((after) => ({ before: undefined, after }) as never),
  );
const page = async (actor: Actor, variables: CasesQueryVariables) =>
  (await run(world, actor, CasesDocument, variables)).data.cases;
const found = async (actor: Actor, variables: CasesQueryVariables) =>
  (await page(actor, { first: 100, ...variables }))?.edges.map(({ node }) => node.id);

describe('looking for cases', () => {
  let [worker, street]: Actor[] = [];
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    [worker, street] = [world.actor('GRID_WORKER'), world.actor('STREET_STAFF')];
  });

  it('finds by day, state, category, kind and words, newest first, as the case stands after its last change', async () => {
    const one = await reportCase(world, worker!, { category: 'FIRE_HAZARD', text: '楼道里堆满纸箱' });
    world.clock.advance(36 * 3_600_000);
    const other = await reportCase(world, worker!, { category: 'POLLUTION_NOISE', text: 'KTV 深夜噪音' });
    await told();
    const area = world.community;
    expect(await found(street!, { area })).toEqual([other.id, one.id]);
    expect(await found(street!, { area, words: 'ktv' })).toEqual([other.id]);
    expect(await found(street!, { area, categories: ['FIRE_HAZARD'] })).toEqual([one.id]);
    expect(await found(street!, { area, kinds: ['HAZARD'] })).toEqual([one.id]);
    expect(await found(street!, { area, to: '2026-05-12' })).toEqual([one.id]);
    expect(await found(street!, { area, from: '2026-05-13' })).toEqual([other.id]);
    expect(await found(street!, { area, from: '2026-05-12', to: '2026-05-13' })).toEqual([other.id, one.id]);
    await makeMove(world, worker!, one.id, 'SOLVE');
    await told();
    expect(await found(street!, { area, states: ['CLOSED'] })).toEqual([one.id]);
    expect(await found(street!, { area, states: ['REPORTED'] })).toEqual([other.id]);
  });

  it('finds in the district, the street, the community, the grid and the courtyard where it happened, and in no other', async () => {
    const { courtyard, grid, foreignGrid, community, district } = world;
    const inYard = await reportCase(world, worker!, { place: { area: courtyard } });
    const inGrid = await reportCase(world, worker!, { place: { area: grid } });
    const neighbour = world.actor('GRID_WORKER', foreignGrid);
    const elsewhere = await reportCase(world, neighbour, { place: { area: foreignGrid } });
    await told();
    const centre = world.actor('DISTRICT_STAFF');
    const both = [inYard.id, inGrid.id].sort().reverse();
    expect(await found(worker!, { area: courtyard })).toEqual([inYard.id]);
    expect((await found(worker!, { area: grid }))?.sort().reverse()).toEqual(both);
    expect((await found(centre, { area: community }))?.sort().reverse()).toEqual(both);
    expect((await found(centre, { area: district }))?.length).toBe(3);
    expect(await found(neighbour, { area: foreignGrid })).toEqual([elsewhere.id]);
    expect(await found(neighbour, { area: grid })).toBeUndefined();
  });

  it('refuses words that are none or too many', async () => {
    for (const words of [' ', '长'.repeat(31)]) {
      const { errors } = await run(world, street, CasesDocument, { area: world.street, words });
      expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  it('goes on page by page through whatever there is, also where few of very many are wanted, and misses none', async () => {
    const categories = ['FIRE_HAZARD', 'POLLUTION_NOISE', 'FACILITY_STREET_LAMP', 'OTHER'];
    const all: { id: string; category: string; state: CaseState }[] = [];
    for (let made = 0; made < 2_600; made += 1) {
      world.clock.advance(1_000);
      const category = made % 500 === 7 ? 'POLLUTION_NOISE' : categories[made % 2 === 0 ? 0 : 3]!;
      const input = { text: '楼道', place: { area: world.grid }, evidence: [], urgency: 'NORMAL' as const };
      const reads = createCollectionReader(world.foundation.table);
      const report = { id: newId(), category, ...input };
      const { case: made1 } = await world.services.caseReports.report(worker!, reads, report);
      all.unshift({ id: made1.id, category, state: 'REPORTED' });
    }
    await told();
    const wishes: string[][] = [
      [],
      ['POLLUTION_NOISE'],
      ['FIRE_HAZARD'],
      ['FACILITY_STREET_LAMP'],
      ['POLLUTION_NOISE', 'OTHER'],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wishes), fc.constantFrom(1, 3, 99, 100), async (wanted, size) => {
        const first = wanted.length === 1 && wanted[0] === 'POLLUTION_NOISE' ? size : Math.max(size, 99);
        const got: string[] = [];
        let after: string | undefined;
        do {
          const answer = await page(street!, {
            ...{ area: world.street, first, after },
            ...(wanted.length === 0 ? {} : { categories: wanted }),
          });
          expect(answer?.edges.length).toBeLessThanOrEqual(first);
          got.push(...(answer?.edges.map(({ node }) => node.id) ?? []));
          after = answer?.pageInfo.hasNextPage === true ? (answer.pageInfo.endCursor ?? '') : undefined;
        } while (after !== undefined);
        const right = all.filter(({ category }) => wanted.length === 0 || wanted.includes(category));
        expect(got).toEqual(right.map(({ id }) => id));
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

describe('what a level supervises', () => {
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });
  const supervised = async (actor: Actor) =>
    (
      (await run(world, actor, SupervisionDocument, {})).data as SupervisionQuery | null
    )?.supervisedCases?.edges.map(({ node }) => node.id);

  it('is what it presses for, until that is ended, and nobody else’s', async () => {
    const [worker, street] = [world.actor('GRID_WORKER'), world.actor('STREET_STAFF')];
    const [one, other] = [await reportCase(world, worker), await reportCase(world, worker)];
    await makeMove(world, street, one.id, 'SUPERVISE');
    await told();
    expect(await supervised(street)).toEqual([one.id]);
    expect(await supervised(world.actor('COMMUNITY_STAFF'))).toEqual([]);
    await makeMove(world, worker, one.id, 'SOLVE');
    await makeMove(world, street, other.id, 'SUPERVISE');
    await told();
    await told();
    expect(await supervised(street)).toEqual([other.id]);
    expect(await supervised(worker)).toBeUndefined();
  });
});
