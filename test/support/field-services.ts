import { ApplicationRepo } from '../../src/modules/applications/application.repo';
import { type FieldItemInput } from '../../src/modules/field/field-item.input';
import { MediationRepo } from '../../src/modules/mediation/mediation.repo';
import { madeIn } from '../../src/modules/mediation/mediation.rules';
import { newId } from '../../src/shared/ids';
import { ORIGINALS } from './applications';
import { type OwnKind, type Queued, type ServiceGround, type Step } from './field-steps';
import { expectSame } from './histories';
import { answersTo } from './inspections';
import { readsOf } from './logs';
import { followUpInput, sessionInput, without } from './mediation';
import { type World } from './world';

/** What makers of items need of whoever keeps the queues. */
export interface Hands {
  readonly pick: (kind: OwnKind, by: number, number: number) => string;
  /** Notes that a device has made something, which others do not know. */
  readonly own: (kind: OwnKind, by: number, id: string) => void;
  readonly makes: (id: string) => void;
  readonly queue: (by: number, item: Item, needs?: readonly string[]) => void;
  readonly claim: (by: number, claim: string, value: unknown, item: Item, needs?: readonly string[]) => void;
  /** What whoever would change this for that device has done to it so far. */
  readonly chain: (by: number, claim: string) => readonly Queued[];
}

type Item = Partial<FieldItemInput> & { id: string };
type Maker = (by: number, one: number, other: number, index: number) => void;
/** The kinds of steps that are about services and disputes. */
export type ServiceKind = Extract<
  Step['kind'],
  'INSPECT' | 'APPLY' | 'AMEND' | 'HAND_IN' | 'MEDIATE' | 'FOLLOW_UP'
>;

/** Originals that were seen, as a service takes them. */
const SEEN = ORIGINALS.map((each) => ({ ...each, evidence: [] }));

/** Makers of inspections, of applications and what is done to them, of mediations and the visits after them. */
export function serviceMakers(
  world: World,
  ground: ServiceGround,
  hands: Hands,
): Readonly<Record<ServiceKind, Maker>> {
  return {
    ...inspecting(world, ground, hands),
    ...applying(world, ground, hands),
    ...mediating(world, ground, hands),
  };
}

function inspecting(
  world: World,
  { premises }: ServiceGround,
  hands: Hands,
): Pick<Record<ServiceKind, Maker>, 'INSPECT'> {
  return {
    INSPECT: (by, one, other, index) => {
      const [id, caseId] = [newId(), newId()];
      const found = { item: 'ODOUR', result: 'FAIL' as const, caseId, evidence: [] };
      hands.makes(id);
      if (other < 5) hands.makes(caseId);
      const inspection = {
        ...{
          id,
          premises: premises[one % premises.length] ?? '',
          checklist: 'RIVERSIDE_RESTAURANT',
          version: 1,
        },
        at: new Date(world.clock.now().getTime() - index * 60_000),
        answers: answersTo('RIVERSIDE_RESTAURANT', other < 5 ? [found] : []),
      };
      hands.queue(by, { id, inspection: inspection as never });
    },
  };
}

function applying(
  world: World,
  { service, applicant }: ServiceGround,
  hands: Hands,
): Pick<Record<ServiceKind, Maker>, 'APPLY' | 'AMEND' | 'HAND_IN'> {
  const amend = (by: number, application: string) => {
    const id = newId();
    const applicationAmendment = { id, application, expectedVersion: 1, answers: [], materials: SEEN };
    hands.claim(by, `${application}:application`, 'DRAFT', { id, applicationAmendment }, [application]);
  };
  const isWith = (by: number, application: string, field: 'applicationAmendment' | 'applicationMove') =>
    hands.chain(by, `${application}:application`).some(({ item }) => item[field] != null);
  return {
    APPLY: (by, _one, other) => {
      const id = newId();
      const isWhole = other % 3 === 0;
      hands.makes(id);
      if (!isWhole) hands.own('application', by, id);
      const application = {
        ...{
          id,
          service,
          resident: applicant,
          contact: 'GRID_WORKER' as const,
          delivery: 'BROUGHT' as const,
        },
        consent: { way: 'SPOKEN' as const, at: world.clock.now() },
        answers: [{ code: 'SPOUSE', value: '欧阳建国' }],
        ...{ materials: isWhole ? SEEN : [], submitWhenComplete: isWhole },
      };
      hands.queue(by, { id, application });
    },
    AMEND: (by, one) => {
      const application = hands.pick('application', by, one);
      if (!isWith(by, application, 'applicationMove')) amend(by, application);
    },
    HAND_IN: (by, one) => {
      const application = hands.pick('application', by, one);
      if (isWith(by, application, 'applicationMove')) return;
      if (!isWith(by, application, 'applicationAmendment')) amend(by, application);
      const id = newId();
      const move = { id, application, expectedVersion: 1, move: 'SUBMIT' as const };
      const applicationMove = { ...move, materials: [], evidence: [] };
      hands.claim(by, `${application}:application`, 'SUBMITTED', { id, applicationMove }, [application]);
    },
  };
}

function mediating(
  world: World,
  { disputes, agreed }: ServiceGround,
  hands: Hands,
): Pick<Record<ServiceKind, Maker>, 'MEDIATE' | 'FOLLOW_UP'> {
  const chainOf = (by: number, id: string) => hands.chain(by, `${id}:mediation`);
  const isAgreed = (by: number, id: string) =>
    chainOf(by, id).some(({ item }) => item.mediation?.outcome === 'AGREED');
  const claim = (by: number, caseId: string, item: Item) => {
    hands.claim(by, `${caseId}:mediation`, undefined, item);
  };
  return {
    MEDIATE: (by, one, other) => {
      const caseId = disputes[one % disputes.length] ?? '';
      if (isAgreed(by, caseId)) return;
      // The parties are on the record since the first session.
      const more = chainOf(by, caseId).length === 0 ? {} : { parties: [] };
      const input =
        other < 5
          ? sessionInput(world, caseId, more)
          : without(world, caseId, other < 8 ? 'ADJOURNED' : 'NOT_AGREED', more);
      claim(by, caseId, { id: input.id, mediation: input as never });
    },
    FOLLOW_UP: (by, one, other) => {
      const all = [...agreed, ...disputes.filter((id) => isAgreed(by, id))];
      const caseId = all[one % all.length] ?? '';
      const visits = chainOf(by, caseId).filter(({ item }) => item.mediationFollowUp != null);
      const on = sessionInput(world, caseId).agreement?.followUps[visits.length];
      if (on === undefined) return;
      const expectedVersion = agreed.includes(caseId) ? 1 : 0;
      const outcome = other < 5 ? ('HELD' as const) : ('NOT_REACHED' as const);
      const input = followUpInput(world, caseId, { on, expectedVersion, outcome });
      claim(by, caseId, { id: input.id, mediationFollowUp: input });
    },
  };
}

/** What was done to an application or at a mediation before, and by whom after that: nothing else may be on file of it. */
export interface Doings {
  readonly field: 'application' | 'mediation';
  readonly id: string;
  readonly begun: readonly string[];
  readonly sent: readonly string[];
  /** Of an application. */
  readonly state?: unknown;
}

/** To an application or at a mediation just that was done which was taken in: nothing more, nothing twice. */
export async function assertAllDone(world: World, doings: Doings): Promise<void> {
  const { field, id, begun, sent, state } = doings;
  const { ids, state: stands } = await doneTo(world, field, id);
  expectSame([id, ids], [id, [...begun, ...sent].sort()]);
  if (field === 'application') expectSame([id, stands], [id, state]);
}

/** Ids of all that was done to an application or at a mediation, in the order of ids, and the state it led to. */
export async function doneTo(
  world: World,
  field: 'application' | 'mediation',
  id: string,
): Promise<{ readonly ids: readonly string[]; readonly state: string | undefined }> {
  const [{ applications, mediations }, reads] = [reposOf(world), readsOf(world)];
  if (field === 'application') {
    const found = await applications.find(reads, id, { consistent: true });
    return { ids: (found?.steps ?? []).map((step) => step.id).sort(), state: found?.state };
  }
  const record = await mediations.of(reads, id, { consistent: true });
  return {
    ids: (record === undefined ? [] : madeIn(record)).map((made) => made.id).sort(),
    state: undefined,
  };
}

const repos = new WeakMap<World, ReturnType<typeof makeRepos>>();

/** Repos of a world, made once: each makes an entity, which takes longer than what it finds. */
function reposOf(world: World): ReturnType<typeof makeRepos> {
  const known = repos.get(world) ?? makeRepos(world);
  repos.set(world, known);
  return known;
}

function makeRepos({ foundation: { table } }: World) {
  return { applications: new ApplicationRepo(table), mediations: new MediationRepo(table) };
}
