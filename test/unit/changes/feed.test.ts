import fc from 'fast-check';
import { type Appointment } from '../../../src/auth/actor';
import { levelOf } from '../../../src/shared/area-code';
import { type CaseState } from '../../../src/modules/cases/case.machine';
import { type CasePerson } from '../../../src/modules/cases/case.rules';
import { caseRow } from '../../support/case-rows';
import { actorWith, ChangesModel, Phone } from '../../support/changes-model';

const COMMUNITY = '510108001001';
const GRIDS = [`${COMMUNITY}001`, `${COMMUNITY}002`, `${COMMUNITY}003`] as const;
const COURTYARDS = GRIDS.flatMap((grid) => [`${grid}001`, `${grid}002`]);
const WORKER = 'worker';
const RUNS = 1_500;

const courtyard = fc.constantFrom(...COURTYARDS);
const place = fc.constantFrom(...COURTYARDS, ...GRIDS);
const number = fc.integer({ min: 1, max: 3 }).map(String);
const SECOND = 1_000;
const DAY = 86_400_000;

const appointments: fc.Arbitrary<readonly Appointment[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...GRIDS).map((area) => ({ role: 'GRID_WORKER' as const, area })),
    courtyard.map((area) => ({ role: 'SECONDARY_WORKER' as const, area })),
    fc.constant({ role: 'COMMUNITY_STAFF' as const, area: COMMUNITY }),
    // By what else somebody is nothing is told.
    fc.constant({ role: 'STREET_STAFF' as const, area: COMMUNITY.slice(0, 9) }),
  ),
  { minLength: 1, maxLength: 2, selector: ({ role, area }) => `${role}${area}` },
);

const residence = fc.record({
  courtyard,
  until: fc.option(fc.constant('2026-01-01'), { nil: undefined, freq: 2 }),
});
const content = fc.oneof(
  fc
    .tuple(courtyard, fc.constantFrom('NO', 'AFTER', 'AT_ONCE'))
    .map(([code, plan]) => ['household', { courtyard: code, plan }] as const),
  fc
    .array(residence, { maxLength: 2 })
    .map((all) => [...all].sort((a, b) => Number(a.until !== undefined) - Number(b.until !== undefined)))
    .map((residences) => ['resident', { residences }] as const),
  fc
    .record({
      area: place,
      grid: fc.option(fc.constantFrom(...GRIDS), { nil: undefined }),
      holder: fc.option(fc.constantFrom(...GRIDS, ...COURTYARDS, COMMUNITY), { nil: undefined }),
      reporter: fc.constantFrom(WORKER, 'somebody'),
    })
    .map(({ area, grid, holder, reporter }) => ['case', { area, grid, holder, reporter }] as const),
  fc
    .tuple(place, fc.constantFrom('OPEN', 'CLOSED'))
    .map(([area, shelf]) => ['facility', { area, shelf }] as const),
);

type Step = (world: {
  model: ChangesModel;
  phone: Phone;
  held: readonly Appointment[];
  appoint: (held: readonly Appointment[]) => void;
  page: (first: number) => Promise<boolean>;
}) => void | Promise<void>;

/** A step that says in a counterexample what it is. */
const named = (what: unknown, step: Step): Step =>
  Object.assign(step, { [fc.toStringMethod]: () => JSON.stringify(what) });

const writing = fc.tuple(number, content).map(([id, [entity, facts]]): Step =>
  named([entity, id, facts], ({ model }) => {
    if (entity === 'household') {
      const { courtyard: to, plan } = facts;
      const from = model.images.get(`HOUSEHOLD#${id}`)?.courtyard;
      model.write('household', id, { courtyard: to });
      // A visit that is taken in at the same time may still know the household where it was.
      if (plan !== 'NO') model.plan(id, plan === 'AT_ONCE' && typeof from === 'string' ? from : to);
      return;
    }
    if (entity !== 'case') {
      model.write(entity, id, facts);
      return;
    }
    const { area, grid, reporter } = facts;
    const known = model.images.get(`CASE#${id}`)?.facts as { area: string; reporter: CasePerson } | undefined;
    // Where a case happened and who reported it never changes; nobody holds it when it is closed.
    const first = {
      area: known?.area ?? area,
      reporter: known?.reporter ?? { id: reporter, name: '某人', role: 'GRID_WORKER' },
    };
    // It is held where it happened or above, or in the grid that an adjustment has put it in.
    const { holder: wanted } = facts;
    const isPossible =
      wanted === undefined || first.area.startsWith(wanted) || (grid && wanted.startsWith(grid));
    const holder = isPossible ? wanted : COMMUNITY;
    const state: CaseState = holder === undefined ? 'CLOSED' : 'REPORTED';
    const stands = {
      state,
      holder: holder === undefined ? undefined : { code: holder, name: '', level: levelOf(holder) ?? 'GRID' },
    };
    const now = new Date(model.now);
    const row = caseRow({ ...first, ...stands, updatedAt: now, reportedAt: now });
    model.write('case', id, { row, facts: { ...first, ...stands, updatedAt: now.toISOString() }, grid });
  }),
);
const telling = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.nat(4), fc.nat(9 * SECOND), fc.nat(9 * SECOND))
  .map(([picked, brokenAfter, clock, index]): Step =>
    named({ tell: picked, brokenAfter, clock, index }, async ({ model }) => {
      model.lag = { clock, index };
      await model.tell(
        (key) => (key.charCodeAt(key.length - 1) + key.length + picked) % 3 !== 0,
        brokenAfter,
      );
    }),
  );
const waiting = fc
  .oneof(
    { weight: 8, arbitrary: fc.nat(40 * SECOND) },
    { weight: 1, arbitrary: fc.constantFrom(20 * DAY, 89 * DAY, 100 * DAY) },
  )
  .map((ms): Step =>
    named({ wait: ms }, ({ model }) => {
      model.now += ms;
    }),
  );
const appointing = appointments.map((held): Step =>
  named({ held }, ({ model, appoint }) => {
    appoint(held);
    // Whoever is appointed to something else gets another token, which takes a moment.
    model.now += 3 * SECOND;
  }),
);
const asking = fc.integer({ min: 1, max: 4 }).map((first): Step =>
  named({ page: first }, async ({ page }) => {
    await page(first);
  }),
);
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: writing },
    { weight: 4, arbitrary: telling },
    { weight: 3, arbitrary: waiting },
    { weight: 1, arbitrary: appointing },
    { weight: 5, arbitrary: asking },
  ),
  { minLength: 10, maxLength: 60 },
);

/** The grids that a phone asks for: those of the posts by which it is told anything. */
function gridsOf(held: readonly Appointment[]): readonly string[] {
  const told = held.filter(({ role }) => role !== 'STREET_STAFF');
  return GRIDS.filter((grid) => told.some(({ area }) => area.startsWith(grid) || grid.startsWith(area)));
}

function isSamePost(one: Appointment, other: Appointment): boolean {
  return one.role === other.role && one.area === other.area;
}

async function play(first: readonly Appointment[], all: readonly Step[]) {
  const [model, phone] = [new ChangesModel(), new Phone()];
  const everSeen = new Set<string>();
  let held = first;
  let terms = 0;
  const told = () => actorWith(WORKER, held.filter(({ role }) => role !== 'STREET_STAFF')); // prettier-ignore
  const seenNow = () => [...model.images.keys()].filter((key) => model.isSeen(told(), gridsOf(held), key));
  const note = () => {
    for (const key of seenNow()) everSeen.add(key);
  };
  const page = async (rows: number): Promise<boolean> => {
    const areas = gridsOf(held);
    if (areas.length === 0) return false;
    const { cursor } = phone;
    const answer = await model.service.since(actorWith(WORKER, held), { areas, cursor, first: rows });
    expect(answer.changes.length).toBeLessThanOrEqual(rows);
    for (const { type, id, removed } of answer.changes) {
      const key = `${type}#${id}`;
      if (removed) expect([...everSeen]).toContain(key);
      expect(model.isSeen(told(), areas, key)).toBe(!removed);
    }
    phone.take(answer);
    return answer.hasMore;
  };
  const world = {
    ...{ model, phone, page },
    get held() {
      return held;
    },
    // What somebody keeps is the same appointment; what they get, also what they had before, is another.
    appoint: (next: readonly Appointment[]) => {
      terms += 1;
      held = next.map((post) => held.find((old) => isSamePost(old, post)) ?? { ...post, id: String(terms) });
    },
  };
  for (const step of all) {
    note();
    await step(world);
  }
  note();
  return { model, phone, page, seenNow, held: () => held };
}

describe('a phone that asks what has changed', () => {
  it(`keeps exactly what its worker sees, through ${RUNS} random histories, and is told nothing else`, async () => {
    await fc.assert(
      fc.asyncProperty(appointments, steps, async (first, all) => {
        const { model, phone, page, seenNow, held } = await play(first, all);
        // The stream comes to its end; a minute later the phone asks once more.
        model.lag = { clock: 0, index: 0 };
        await model.tell(() => true, 0);
        model.now += 60 * SECOND;
        let pages = 0;
        while (await page(2)) {
          pages += 1;
          if (pages > 500) throw new Error('It does not end.');
        }
        if (gridsOf(held()).length === 0) return;
        // What was closed long ago a phone forgets by itself.
        const kept = [...phone.kept.keys()].filter((key) => model.isSeen(actorWith(WORKER, held()), gridsOf(held()), key) || !isClosed(model, key)); // prettier-ignore
        expect(kept.sort()).toEqual(seenNow().sort());
      }),
      { numRuns: RUNS },
    );
    console.log(`feed: ${RUNS} random histories`);
  }, 120_000);

  it('is told nothing of what came and went while its worker had no post there', async () => {
    const [home, other] = [GRIDS[0], GRIDS[1]].map((area) => [{ role: 'GRID_WORKER' as const, area }]);
    const later: Step = ({ model }) => {
      model.now += 60 * SECOND;
    };
    const tellAll: Step = ({ model }) => model.tell(() => true, 0);
    const ask: Step = async ({ page }) => {
      await page(4);
    };
    const put = (id: string, code: string): Step =>
      ({ model }) => { model.write('household', id, { courtyard: code }); }; // prettier-ignore
    const post = (held = home): Step =>
      ({ appoint }) => { appoint(held ?? []); }; // prettier-ignore
    const known = [put('1', `${GRIDS[0]}001`), tellAll, later, ask];
    const meanwhile = [post(other), put('2', `${GRIDS[0]}001`), tellAll, later, put('2', `${GRIDS[2]}001`)];
    const back = [tellAll, later, post(home), later, ask];
    const { phone } = await play(home ?? [], [...known, ...meanwhile, ...back]);
    expect([...phone.kept.keys()]).toEqual(['HOUSEHOLD#1']);
  });
});

function isClosed(model: ChangesModel, key: string): boolean {
  const { state } = (model.images.get(key)?.facts ?? {}) as { state?: string };
  return state === 'CLOSED';
}
