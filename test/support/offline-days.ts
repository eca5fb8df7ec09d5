import { type Actor } from '../../src/auth/actor';
import { type TableChange } from '../../src/data/table-change';
import {
  type FieldItemInput,
  GridLoadsDocument,
  InspectionCoverageDocument,
  SubmitFieldBatchDocument,
  VisitCoverageDocument,
} from '../generated/operations';
import { run } from './api';
import { randomFrom } from './faults';
import { serviceGroundOf } from './field-ground';
import { doingsOf, type Given, queueOf } from './field-queues';
import { assertAllDone, doneTo } from './field-services';
import { idOfItem } from './case-rows';
import { type Queued, type ServiceGround } from './field-steps';
import { deliver, type Told } from './histories';
import { readsOf } from './logs';
import { home, livingTogether } from './residents';
import { type World } from './world';

type Row = Readonly<Record<string, unknown>>;

/** A table behind an unreliable network, and what has come to it. */
export interface OfflineGround {
  readonly world: World;
  /** From now on things go wrong on the way to the table. */
  storm(): void;
  /** And from now on nothing. */
  calm(): void;
  /** How often what has gone wrong. */
  readonly happened: Readonly<Record<string, number>>;
  everything(): Promise<readonly Row[]>;
  /** All changes since the world was made, as the stream tells them. */
  changes(): Promise<readonly TableChange[]>;
  close(): Promise<void>;
}

const WORKERS = 6;
/** Each has two. */
const DEVICES = 2 * WORKERS;
/** What comes home together at most. */
const MOST = 100;
const HOMES = 90;

/** The share of batches whose answer is lost. */
const LOST_ANSWERS = 0.1;

/** Describes what becomes of so many things done offline, by six workers with two devices each, in 90 households. */
export function describeOfflineDays(title: string, count: number, open: () => Promise<OfflineGround>): void {
  let ground: OfflineGround;
  let world: World;
  let items: readonly Given[];
  let homes: readonly string[];
  let services: readonly ServiceGround[];
  /** What had been done at mediations before. */
  const begun = new Map<string, readonly string[]>();
  let changes: readonly TableChange[];
  let stored: ReadonlyMap<string, readonly Row[]>;
  const told = new Map<string, Set<string>>();
  const sent = { batches: 0, items: 0, refusedBatches: 0 };

  beforeAll(async () => {
    ground = await open();
    ({ world } = ground);
    homes = await Promise.all(Array.from({ length: HOMES }, () => home(world)));
    const people = await Promise.all(homes.map((household) => livingTogether(world, household, [{}, {}])));
    await world.services.visitPlans.follow(homes);
    const residents = people.flat();
    const workers = Array.from({ length: WORKERS }, () => world.actor('GRID_WORKER'));
    const workerOf = (device: number) => workers[device % WORKERS]!;
    services = await Promise.all(
      residents
        .slice(0, DEVICES)
        .map((applicant, device) => serviceGroundOf(world, workerOf(device), applicant)),
    );
    await world.services.inspectionPlans.follow(services.flatMap(({ premises }) => premises));
    for (const id of services.flatMap(({ agreed }) => agreed))
      begun.set(id, (await doneTo(world, 'mediation', id)).ids);
    const sites = { world, homes, residents, devices: DEVICES, services };
    const queues = Array.from({ length: DEVICES }, (_none, device) =>
      queueOf(sites, device, Math.ceil(count / DEVICES)),
    );
    items = queues.flat();
    ground.storm();
    const began = Date.now();
    await Promise.all(queues.map((queue, device) => bringHome(workerOf(device), queue, device)));
    ground.calm();
    const seconds = Math.round((Date.now() - began) / 1000);
    stored = await byKind();
    changes = await ground.changes();
    const figures = { items: items.length, devices: DEVICES, seconds, sent, statuses: statusCounts() };
    const more = { faults: ground.happened, kinds: kindCounts() };
    process.stdout.write(`${JSON.stringify({ ...figures, ...more })}\n`);
  }, 900_000);

  afterAll(() => ground.close());

  /** Sends a batch as a phone does, and hears what each item was answered; nothing where the whole was not taken. */
  async function send(actor: Actor, batch: readonly Queued[]): Promise<readonly Told[]> {
    sent.batches += 1;
    sent.items += batch.length;
    const input = { items: batch.map(({ item }) => item as unknown as FieldItemInput) };
    const { data, errors } = await run(world, actor, SubmitFieldBatchDocument, { input });
    const answers = (data as typeof data | null)?.submitFieldBatch.answers;
    if (!answers) {
      if (errors.some(({ extensions }) => extensions?.code !== 'TRY_AGAIN'))
        throw new Error(JSON.stringify(errors));
      sent.refusedBatches += 1;
      return [];
    }
    for (const { id, status } of answers) told.set(id, (told.get(id) ?? new Set<string>()).add(status));
    return answers;
  }

  /** Brings a device's queue home, a hundred at a time. */
  async function bringHome(actor: Actor, queue: readonly Given[], seed: number): Promise<void> {
    const random = randomFrom(seed);
    for (let start = 0; start < queue.length; start += MOST) {
      const some = queue
        .slice(start, start + MOST)
        .map((item): Queued => ({ item: { after: [], ...item } as never, needs: [] }));
      await deliver({
        ...{ queue: some, random, lostAnswers: LOST_ANSWERS, whole: true },
        send: (batch) => send(actor, batch),
      });
    }
  }

  /** Everything in the world's table, by what it is. */
  async function byKind(): Promise<Map<string, Row[]>> {
    const all = new Map<string, Row[]>();
    for (const item of await ground.everything()) {
      const kind = String(item.__edb_e__);
      all.set(kind, [...(all.get(kind) ?? []), item]);
    }
    return all;
  }

  const numberOf = (status: string) => items.filter(({ id }) => told.get(id)?.has(status)).length;
  function statusCounts() {
    const names = ['APPLIED', 'DUPLICATE', 'TRY_AGAIN', 'CONFLICT', 'REJECTED'];
    return Object.fromEntries(names.map((name) => [name, numberOf(name)]));
  }
  const partsOf = () => items.flatMap(({ visit }) => visit?.parts ?? []);
  /** Ids of everything of a kind that was made, by itself or as part of a visit. */
  const made = (field: 'case' | 'note' | 'visit' | 'plan' | 'newResident' | 'inspection' | 'application') => [
    ...items.flatMap((item) => item[field]?.id ?? []),
    ...(field === 'case' || field === 'note' ? partsOf().flatMap((part) => part[field]?.id ?? []) : []),
  ];
  /** Ids of all cases: those that were there, that somebody reported, and that came of inspections. */
  const cases = () => [
    ...[...onFile('disputes'), ...onFile('agreed'), ...made('case')],
    ...items.flatMap(({ inspection }) => inspection?.answers.flatMap(({ caseId }) => caseId ?? []) ?? []),
  ];
  function kindCounts() {
    const kinds = items.flatMap((item) => Object.keys(item).filter((key) => key !== 'id' && key !== 'after'));
    return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, countOf((item) => kind in item)]));
  }
  const onFile = (of: 'premises' | 'applications' | 'disputes' | 'agreed') =>
    services.flatMap(({ [of]: ids }) => ids);
  const countOf = (isMeant: (item: Given) => boolean | undefined) =>
    items.filter((item) => isMeant(item) === true).length;
  const storedIds = (kind: string) => (stored.get(kind) ?? []).map(idOfItem).sort();

  describe(title, () => {
    it('are all answered for good: none refused, none called a conflict', () => {
      expect(statusCounts()).toMatchObject({ CONFLICT: 0, REJECTED: 0 });
      const open = items.filter(
        ({ id }) => !['APPLIED', 'DUPLICATE'].some((status) => told.get(id)?.has(status)),
      );
      expect(open).toEqual([]);
      expect(stored.get('conflict') ?? []).toEqual([]);
    });

    it('are all on file, and each once', () => {
      expect(storedIds('case')).toEqual(cases().sort());
      expect(storedIds('inspection')).toEqual(made('inspection').sort());
      expect(storedIds('application')).toEqual([...onFile('applications'), ...made('application')].sort());
      expect(storedIds('log-entry')).toEqual(made('note').sort());
      expect(storedIds('visit')).toEqual(made('visit').sort());
      expect(storedIds('work-plan')).toEqual(made('plan').sort());
      const residents = new Set(storedIds('resident'));
      expect(made('newResident').filter((id) => !residents.has(id))).toEqual([]);
      expect(residents.size).toBe(2 * HOMES + made('newResident').length);
      const changes = (stored.get('resident') ?? []).flatMap(
        ({ changes: all }) => all as readonly { id: string }[],
      );
      const edits = items.flatMap(({ id, residentUpdate }) => (residentUpdate == null ? [] : id));
      const times = new Map(edits.map((id) => [id, changes.filter((change) => change.id === id).length]));
      expect([...times].filter(([, often]) => often !== 1)).toEqual([]);
    });

    it('have done to each application and at each mediation just what was sent, and once', async () => {
      const doings = doingsOf(items, services, begun);
      expect(doings.length).toBeGreaterThan(DEVICES * 2);
      for (const each of doings) await assertAllDone(world, each);
    });

    it('count those who live in a household as those who were put on file there', async () => {
      for (const id of homes) {
        const found = await world.services.households.lookUp(readsOf(world), id, { consistent: true });
        const right = 2 + items.filter(({ newResident }) => newResident?.household === id).length;
        expect([id, found?.memberCount, found?.everyone.length]).toEqual([id, right, right]);
      }
    });

    it('count into the load of the grid and into the coverage of visits and inspections exactly', async () => {
      const { loads, visitPlans, inspectionPlans } = world.services;
      await Promise.all([loads, visitPlans, inspectionPlans].map((watch) => watch.observe(changes)));
      await world.services.loads.recount(world.grid);
      const staff = world.actor('STREET_STAFF');
      const { data } = await run(world, staff, GridLoadsDocument, { area: world.grid });
      const [load] = data.gridLoad?.edges ?? [];
      expect(load?.node).toMatchObject({
        ...{
          households: HOMES,
          residents: 2 * HOMES + made('newResident').length,
          openCases: cases().length,
          premises: onFile('premises').length,
        },
      });
      const coverage = await run(world, staff, VisitCoverageDocument, { area: world.grid });
      const visited = new Set(items.flatMap(({ visit }) => visit?.household ?? [])).size;
      expect(coverage.data.visitCoverage).toMatchObject({ households: HOMES, visited });
      const inspections = await run(world, staff, InspectionCoverageDocument, { area: world.grid });
      const planned = onFile('premises').length;
      const inspected = new Set(items.flatMap(({ inspection }) => inspection?.premises ?? [])).size;
      expect(inspections.data.inspectionCoverage?.checklists).toContainEqual(
        expect.objectContaining({
          ...{ checklist: 'RIVERSIDE_RESTAURANT', planned, inspected, never: planned - inspected },
        }),
      );
    }, 300_000);

    it('write a line each into the log of the day, however often the stream tells of them', async () => {
      await world.services.logWatch.observe(changes);
      await world.services.logWatch.observe(changes.slice(0, 500));
      const all = await byKind();
      const lines = (all.get('log-line') ?? []).map(({ row }) => (row as { readonly k: string }).k);
      const mediated = (outcome: string) => countOf(({ mediation }) => mediation?.outcome === outcome);
      const whole = countOf(({ application }) => application?.submitWhenComplete ?? false);
      const right = {
        CASE_REPORTED: cases().length,
        VISIT_MET: made('visit').length,
        RESIDENT_REGISTERED: made('newResident').length,
        RESIDENT_CHANGED: countOf(({ residentUpdate }) => residentUpdate != null),
        INSPECTION_SUBMITTED: made('inspection').length,
        APPLICATION_OPENED: onFile('applications').length + made('application').length,
        APPLICATION_AMENDED: countOf(({ applicationAmendment }) => applicationAmendment != null),
        APPLICATION_SUBMITTED: whole + countOf(({ applicationMove }) => applicationMove != null),
        MEDIATION_AGREED: onFile('agreed').length + mediated('AGREED'),
        MEDIATION_NOT_AGREED: mediated('NOT_AGREED'),
        MEDIATION_ADJOURNED: mediated('ADJOURNED'),
        MEDIATION_FOLLOWED_UP: countOf(({ mediationFollowUp }) => mediationFollowUp != null),
      };
      const of = (kind: string) => lines.filter((each) => each === kind).length;
      expect(Object.fromEntries(Object.keys(right).map((kind) => [kind, of(kind)]))).toEqual(right);
    }, 300_000);
  });
}
