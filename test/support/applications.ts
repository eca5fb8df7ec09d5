import { createHash } from 'node:crypto';
import { type Actor } from '../../src/auth/actor';
import { EvidenceRepo } from '../../src/modules/evidence/evidence.repo';
import { newId } from '../../src/shared/ids';
import {
  AddMaterialDocument,
  type AmendApplicationInput,
  ApplicationDocument,
  type ApplicationShownFragment,
  ApplyDocument,
  type ApplicationRowFragment,
  ApplicationsToHandleDocument,
  type ApplicationState,
  DecideApplicationDocument,
  ErrandsDocument,
  MyApplicationsDocument,
  type ApplicationMove,
  type MoveApplicationInput,
  type OpenApplicationInput,
} from '../generated/operations';
import { run } from './api';
import { asResident, somebody } from './privacy';
import { publish } from './services';
import { type World } from './world';

/** What came of a mutation: the application's state and version, and the refusals. */
export interface Answered {
  readonly state: string | undefined;
  readonly version: number | undefined;
  readonly codes: readonly string[];
  readonly paths: readonly string[];
}

interface Payload {
  readonly application?: { readonly state: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const answered = ({ application, userErrors }: Payload): Answered => ({
  ...{ state: application?.state, version: application?.version },
  codes: userErrors.map(({ code }) => code),
  paths: userErrors.map(({ path }) => path.join('.')),
});

/** The codes of technical errors, thrown so that a test sees them. */
function assertNone(errors: readonly { extensions?: { code?: string } }[]): void {
  if (errors.length > 0) throw new Error(errors.map(({ extensions }) => extensions?.code).join());
}

/** What somebody applies for: birth registration, with its answer. */
export function applicationInput(
  service: string,
  more: Partial<OpenApplicationInput> = {},
): OpenApplicationInput {
  return {
    ...{ id: newId(), service, contact: 'PORTAL', delivery: 'BROUGHT' },
    answers: [{ code: 'SPOUSE', value: '欧阳建国' }],
    ...more,
  };
}

/** Opens an application. */
export async function open(world: World, actor: Actor, input: OpenApplicationInput): Promise<Answered> {
  const { data, errors } = await run(world, actor, ApplyDocument, { input });
  assertNone(errors);
  return answered(data.openApplication);
}

/** Adds to an application. */
export async function amend(
  world: World,
  actor: Actor,
  input: Omit<AmendApplicationInput, 'id'> & { id?: string },
): Promise<Answered> {
  const { data, errors } = await run(world, actor, AddMaterialDocument, { input: { id: newId(), ...input } });
  assertNone(errors);
  return answered(data.amendApplication);
}

/** Makes a move; by default on the version that stands. */
export async function move(
  world: World,
  actor: Actor,
  [application, expectedVersion]: readonly [string, number],
  name: ApplicationMove,
  more: Partial<MoveApplicationInput> = {},
): Promise<Answered> {
  const input = { id: newId(), application, expectedVersion, move: name, ...more };
  const { data, errors } = await run(world, actor, DecideApplicationDocument, { input });
  assertNone(errors);
  return answered(data.moveApplication);
}

/** An application as somebody sees it; the code of the error where they do not. */
export async function shown(
  world: World,
  actor: Actor,
  id: string,
): Promise<ApplicationShownFragment | string> {
  const { data, errors } = await run(world, actor, ApplicationDocument, { id });
  // Whoever may never ask is answered before there is any data.
  const page = (data as typeof data | undefined)?.application;
  return page ?? errors[0]?.extensions?.code ?? '?';
}

/** What an office has to handle in a state. */
export async function handled(
  world: World,
  actor: Actor,
  state: ApplicationState,
  area = world.community,
): Promise<readonly ApplicationRowFragment[]> {
  const { data, errors } = await run(world, actor, ApplicationsToHandleDocument, { area, state });
  assertNone(errors);
  return (data.applicationsToHandle?.edges ?? []).map(({ node }) => node);
}

/** Ids of what somebody is asked to bring in a grid. */
export async function errands(world: World, actor: Actor, area = world.grid): Promise<readonly string[]> {
  const { data, errors } = await run(world, actor, ErrandsDocument, { area });
  assertNone(errors);
  return (data.errands?.edges ?? []).map(({ node }) => node.id);
}

/** Somebody's own applications, with their states. */
export async function mine(world: World, actor: Actor): Promise<readonly (readonly [string, string])[]> {
  const { data, errors } = await run(world, actor, MyApplicationsDocument, {});
  assertNone(errors);
  return (data.myApplications?.edges ?? []).map(({ node }) => [node.id, node.state]);
}

/** A slot for a picture of a document. */
export function documentSlot() {
  const sha256 = createHash('sha256').update(newId()).digest('base64');
  return { id: newId(), role: 'DOCUMENT', contentType: 'image/jpeg', size: 1000, sha256 } as const;
}

/** Marks a file of an application as if it had come and was checked. */
export async function arrive(
  { foundation }: World,
  application: string,
  id: string,
  status: 'VERIFIED' | 'REJECTED' = 'VERIFIED',
): Promise<void> {
  const repo = new EvidenceRepo(foundation.table);
  const evidence = await repo.find({ owner: `APPLICATION#${application}`, id });
  if (evidence === undefined) throw new Error('There is no such file.');
  await repo.replace({ ...evidence, status, checkedAt: foundation.clock.now() });
}

/** A resident of the world's courtyard with the token of their portal, and a service that they can apply for. */
export async function resident(world: World): Promise<{ me: Actor; service: string }> {
  const me = asResident(world, await somebody(world));
  return { me, service: await publish(world) };
}

/** What a worker sends for a resident who agreed just now. */
export function onBehalf(world: World, service: string, of: string): OpenApplicationInput {
  const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
  return applicationInput(service, { resident: of, consent, contact: 'GRID_WORKER' });
}

/** The originals that birth registration needs, as somebody saw them. */
export const ORIGINALS = ['MARRIAGE', 'HOUSEHOLD_BOOK'].map((code) => ({ code, seen: true }));

/** An application that a worker opened for somebody and submitted, version 3; its id. */
export async function submitted(
  world: World,
  worker = world.actor('GRID_WORKER'),
  service?: string,
): Promise<string> {
  const id = await drafted(world, worker, service);
  await amend(world, worker, { application: id, expectedVersion: 1, materials: ORIGINALS });
  await move(world, worker, [id, 2], 'SUBMIT');
  return id;
}

/** A draft that a worker opened for somebody; its id. */
export async function drafted(world: World, worker: Actor, service?: string): Promise<string> {
  const offered = service ?? (await offeredIn(world));
  const input = onBehalf(world, offered, await somebody(world));
  const { state } = await open(world, worker, input);
  if (state !== 'DRAFT') throw new Error('Nothing was opened.');
  return input.id;
}

/** An application whose result is to be brought, version 5; its id. */
export async function ready(world: World): Promise<string> {
  const id = await submitted(world);
  await move(world, world.actor('COMMUNITY_STAFF'), [id, 3], 'ACCEPT');
  await move(world, world.actor('STREET_STAFF'), [id, 4], 'APPROVE', { text: '准予登记。' });
  return id;
}

/**
 * Publishes a service of three steps: taken in by the community, examined by the street, decided by an office of the district, or
 * by the department that is named.
 */
export async function stepped(world: World, department?: string): Promise<string> {
  return publish(world, {
    service: `${world.district}-SUBSIDY`,
    steps: [
      { name: '受理', by: 'COMMUNITY', workingDays: 2 },
      { name: '审查', by: 'STREET', workingDays: 5 },
      { name: '决定', by: 'DISTRICT', workingDays: 3, department },
    ],
  });
}

/** The steps of an application as somebody sees it: name, state, limit and where it stands in that. */
export async function stepsShown(world: World, actor: Actor, id: string) {
  const page = await shown(world, actor, id);
  if (typeof page === 'string') throw new Error(page);
  return page.steps;
}

const offered = new WeakMap<World, Promise<string>>();

/** The service of a world, published once. */
export async function offeredIn(world: World): Promise<string> {
  const known = offered.get(world) ?? publish(world);
  offered.set(world, known);
  return known;
}
