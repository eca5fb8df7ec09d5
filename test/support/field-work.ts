import { newId } from '../../src/shared/ids';
import { type FieldItemInput } from '../../src/modules/field/field-item.input';
import { serviceMakers } from './field-services';
import {
  DEVICES,
  type Ground,
  NEVER_SHARED,
  OF_WORKERS,
  type OwnKind,
  type Queued,
  type Step,
  SUPERVISOR,
  type Work,
} from './field-steps';
import { type World } from './world';

/** Makes the items of steps. `rivalry`: two may change the same; else whoever is second leaves it to the first. */
export function workOf(world: World, ground: Ground, steps: readonly Step[], rivalry: boolean): Work {
  const desk = new Desk(world, ground, rivalry);
  steps.forEach((step, index) => {
    desk.take(step, index);
  });
  return desk;
}

class Desk implements Work {
  readonly queues: Queued[][] = Array.from({ length: DEVICES }, () => []);
  readonly claims = new Map<string, Map<number, Queued[]>>();
  readonly made: string[] = [];
  readonly arrivals = new Map<string, number>();
  readonly visits = new Map<string, string[]>();
  readonly #own: { id: string; device: number; kind: OwnKind }[] = [];
  readonly #edits = new Map<string, string[]>();

  constructor(
    private readonly world: World,
    private readonly ground: Ground,
    private readonly rivalry: boolean,
  ) {}

  take({ device, kind, one: any, other }: Step, index: number): void {
    // Where there are to be rivals, all are about a few records.
    const one = this.rivalry ? any % 2 : any;
    const by = OF_WORKERS.some((own) => own === kind) && device === SUPERVISOR ? one % SUPERVISOR : device;
    this.#makers[kind](by, one, other, index);
  }

  readonly #makers: Readonly<
    Record<Step['kind'], (by: number, one: number, other: number, index: number) => void>
  > = {
    NEWCOMER: (by, one) => {
      const home = this.#pick('home', by, one);
      const newResident = this.#newcomer(home);
      this.#own.push({ id: newResident.id, device: by, kind: 'resident' });
      this.#queue(by, { id: newResident.id, newResident }, [home]);
    },
    NAME: (by, one, other) => {
      this.#edit(by, one, 'name', `周${'甲乙丙丁戊己庚辛壬癸'.charAt(other)}`);
    },
    PHONE: (by, one, other) => {
      this.#edit(by, one, 'phone', `1540000000${String(other)}`);
    },
    KIND: (by, one, other) => {
      this.#edit(by, one, 'kind', other < 5 ? 'FLOATING' : 'REGISTERED');
    },
    MOVE: (by, one) => {
      const resident = this.ground.residents[one % this.ground.residents.length];
      if (resident === undefined || this.claims.has(`${resident.id}:home`)) return;
      const [from, to] = [resident.home, (resident.home + 1) % this.ground.homes.length].map(
        (home) => this.ground.homes[home] ?? '',
      );
      if (from === undefined || to === undefined) return;
      this.#arrive(from, -1);
      this.#arrive(to, 1);
      const id = newId();
      const move = {
        resident: resident.id,
        household: from,
        to,
        relation: 'TENANT' as const,
        on: '2026-05-01',
      };
      this.#claim(by, `${resident.id}:home`, to, { id, residentMove: { id, ...move } });
    },
    LEAVE: (by, one) => {
      const resident = this.ground.residents[one % this.ground.residents.length];
      if (resident === undefined || this.claims.has(`${resident.id}:home`)) return;
      const household = this.ground.homes[resident.home] ?? '';
      this.#arrive(household, -1);
      const id = newId();
      const end = { resident: resident.id, household, on: '2026-05-02', ending: 'MOVED_OUT' as const };
      this.#claim(by, `${resident.id}:home`, undefined, { id, residenceEnd: { id, ...end } });
    },
    VISIT: (by, one, other, index) => {
      const household = this.#pick('home', by, one);
      const id = newId();
      const at = new Date(this.world.clock.now().getTime() - (index + 1) * 60_000);
      const parts = [
        ...(other % 3 === 0 ? [{ newResident: this.#newcomer(household) }] : []),
        ...(other % 2 === 0 && by !== SUPERVISOR ? [{ note: this.#note(household) }] : []),
        ...(other % 5 === 0 ? [{ case: this.#case() }] : []),
      ];
      this.visits.set(household, [...(this.visits.get(household) ?? []), id]);
      const visit = {
        id,
        household,
        at,
        outcome: other < 7 ? 'MET' : 'NOT_HOME',
        met: [],
        evidence: [],
        parts,
      };
      this.#makes(id);
      this.#queue(by, { id, visit: visit as never }, [household]);
    },
    TIER: (by, one, other) => {
      const household = this.#pick('home', by, one);
      const id = newId();
      const tier = other < 5 ? ('KEY' as const) : ('CLOSE' as const);
      this.#claim(by, `${household}:tier`, tier, { id, visitTier: { id, household, tier } }, [household]);
    },
    CASE: (by) => {
      const report = this.#case();
      this.#own.push({ id: report.id, device: by, kind: 'case' });
      this.#queue(by, { id: report.id, case: report });
    },
    FACILITY: (by, one, other, index) => {
      const id = this.ground.facilities[one % this.ground.facilities.length] ?? '';
      // Who puts the same into a register as has just been put there has no rival.
      const name = `路灯 ${String(other)}-${String(index)}`;
      const facility = { ...facilityOf(this.world, id, name), expectedVersion: 1 };
      this.#claim(by, `${id}:facility`, name, { id: newId(), facility });
    },
    NEW_HOME: (by, one, _other, index) => {
      const id = newId();
      const door = `7-${String(index + 1)}-${String(one + 101)}`;
      this.#makes(id);
      this.#own.push({ id, device: by, kind: 'home' });
      const { courtyard } = this.world;
      this.#queue(by, { id, newHousehold: { id, courtyard, door, kind: 'FAMILY' } });
    },
    SOLVE: (by, one, other) => {
      const caseId = this.#pick('case', by, one);
      const movers = this.claims.get(`${caseId}:case`);
      if (movers !== undefined && (!this.rivalry || movers.has(by))) return;
      const id = newId();
      const move = { id, caseId, expectedVersion: 1, text: `已处理 ${String(other)}`, evidence: [] };
      const item = other < 5 ? { caseSolve: move } : { caseEscalate: move };
      this.#claim(by, `${caseId}:case`, id, { id, ...item }, [caseId]);
    },
    NOTE: (by, one) => {
      const note = this.#note(this.#pick('home', by, one));
      this.#own.push({ id: note.id, device: by, kind: 'note' });
      this.#queue(by, { id: note.id, note }, [note.household]);
    },
    NOTE_CHANGE: (by, one, other) => {
      const entry = this.#pick('note', by, one);
      const id = newId();
      const text = `要扶手 ${'一二三四五六七八九十'.charAt(other)}`;
      const noteChange = { id, entry, expectedVersion: 1, text };
      this.#claim(by, `${entry}:note`, text, { id, noteChange }, [entry]);
    },
    PLAN: (by, one) => {
      const id = newId();
      this.#makes(id);
      this.#own.push({ id, device: by, kind: 'plan' });
      const household = this.#pick('home', by, one);
      this.#queue(by, { id, plan: { id, kind: 'WORK', text: '复查', household } }, [household]);
    },
    SETTLE: (by, one) => {
      const plan = this.#pick('plan', by, one);
      if (this.claims.has(`${plan}:plan`)) return;
      const id = newId();
      const planSettlement = { id, plan, outcome: 'DONE' as const, text: '办好了' };
      this.#claim(by, `${plan}:plan`, 'DONE', { id, planSettlement }, [plan]);
    },
    ...serviceMakers(this.world, this.ground, {
      pick: (kind, by, number) => this.#pick(kind, by, number),
      own: (kind, device, id) => {
        this.#own.push({ id, device, kind });
      },
      makes: (id) => {
        this.#makes(id);
      },
      queue: (by, item, needs) => this.#queue(by, item, needs),
      claim: (by, claim, value, item, needs) => {
        this.#claim(by, claim, value, item, needs);
      },
      chain: (by, claim) => this.claims.get(claim)?.get(this.#deviceFor(by, claim)) ?? [],
    }),
  };

  #edit(by: number, one: number, field: 'name' | 'phone' | 'kind', value: string): void {
    const resident = this.#pick('resident', by, one);
    const id = newId();
    const residentUpdate = { id, resident, expectedVersion: 1, [field]: value };
    this.#claim(by, `${resident}:${field}`, value, { id, residentUpdate }, [resident]);
  }

  /** A record on file, or one that this device made: others do not know it. */
  #pick(kind: OwnKind, by: number, number: number): string {
    const { residents, homes, notes, cases, plans, applications } = this.ground;
    const known = {
      resident: residents.map(({ id }) => id),
      home: homes,
      note: notes,
      case: cases,
      plan: plans,
      application: applications,
    };
    const own = this.#own.filter((each) => each.kind === kind && each.device === by).map(({ id }) => id);
    const all = [...known[kind], ...own];
    return all[number % all.length] ?? '';
  }

  /** Queues what changes something that another may want to change as well. */
  #claim(
    by: number,
    claim: string,
    value: unknown,
    item: Partial<FieldItemInput> & { id: string },
    needs: readonly string[] = [],
  ): void {
    const standing = this.claims.get(claim);
    const device = this.#deviceFor(by, claim);
    const edits = `${String(device)} ${claim.split(':')[0] ?? ''}`;
    const after = this.#edits.get(edits) ?? [];
    this.#edits.set(edits, [...after, item.id]);
    const queued = this.#queue(device, item, [...needs, ...after], after, { claim, value });
    const rivals = standing ?? new Map<number, Queued[]>();
    this.claims.set(claim, rivals.set(device, [...(rivals.get(device) ?? []), queued]));
  }

  /** Who changes something that a device wants to change: where there are no rivals, whoever was first. */
  #deviceFor(by: number, claim: string): number {
    const [first] = this.claims.get(claim)?.keys() ?? [];
    const isShared = this.rivalry && !NEVER_SHARED.test(claim);
    return isShared || first === undefined ? by : first;
  }

  #queue(
    by: number,
    item: Partial<FieldItemInput> & { id: string },
    needs: readonly string[] = [],
    after: readonly string[] = [],
    more: Pick<Queued, 'claim' | 'value'> = {},
  ): Queued {
    const queued = { item: { after: [...after], ...item }, needs, ...more };
    this.queues[by]?.push(queued);
    return queued;
  }

  #newcomer(household: string) {
    const id = newId();
    this.#makes(id);
    this.#arrive(household, 1);
    const who = {
      name: '林晓',
      kind: 'REGISTERED' as const,
      relation: 'TENANT' as const,
      from: '2026-01-01',
    };
    return { id, household, ...who, beginning: 'RECORDED' as const };
  }

  #note(household: string) {
    const id = newId();
    this.#makes(id);
    return { id, kind: 'NEED' as const, text: '要扶手', household, evidence: [] };
  }

  #case() {
    const id = newId();
    this.#makes(id);
    const place = { area: this.world.courtyard };
    return { id, category: 'FIRE_HAZARD', text: '楼道堆物', place, urgency: 'NORMAL' as const, evidence: [] };
  }

  #makes(id: string): void {
    this.made.push(id);
  }

  #arrive(household: string, count: number): void {
    this.arrivals.set(household, (this.arrivals.get(household) ?? 0) + count);
  }
}

/** A facility as a device puts it. */
export function facilityOf({ courtyard }: World, id: string, name: string) {
  const kind = { category: 'PUBLIC_UTILITY' as const, subcategory: '路灯', state: 'INTACT' as const };
  return { id, name, ...kind, area: courtyard };
}
