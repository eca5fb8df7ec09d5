import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  type ApplicationCorrectionInput,
  CorrectInApplicationDocument,
  CorrectionDocument,
  CorrectionsDocument,
  DecideCorrectionDocument,
  type DecideDataRequestInput,
  MyDataRequestsDocument,
} from '../generated/operations';
import { run } from './api';
import { applicationInput, open } from './applications';
import { asResident, somebody } from './privacy';
import { mobile } from './residents';
import { publish } from './services';
import { type World } from './world';

/** What a service of a test is filled in with. */
const FILLED_IN = ['NAME', 'SEX', 'BIRTH_DATE', 'IDENTITY_NUMBER', 'PHONE'] as const;

const published = new WeakMap<World, Promise<string>>();

/** A world's service that all is filled in of, published once. */
async function filledInService(world: World): Promise<string> {
  const known = published.get(world) ?? publish(world, { fromRegistry: [...FILLED_IN] });
  published.set(world, known);
  return known;
}

/** A resident with a draft of their own that the register filled in, version 1. */
export async function filledIn(
  world: World,
  id?: string,
): Promise<{ me: Actor; application: string; service: string }> {
  const me = asResident(world, id ?? (await somebody(world)));
  const service = await filledInService(world);
  const input = applicationInput(service);
  await open(world, me, input);
  return { me, application: input.id, service };
}

/** Says what is wrong of it; the request's id, and the refusals with their places. */
export async function say(
  world: World,
  actor: Actor,
  application: string,
  corrections: Omit<ApplicationCorrectionInput, 'reason'> & { reason?: string },
  { id = newId(), expectedVersion = 1 } = {},
) {
  const told = { reason: '登记的内容有误', ...corrections };
  const input = { id, application, expectedVersion, corrections: told };
  const { data, errors } = await run(world, actor, CorrectInApplicationDocument, { input });
  if (errors.length > 0) throw new Error(errors.map(({ extensions }) => extensions?.code).join());
  const { application: standing, userErrors } = data.amendApplication;
  return {
    ...{ id, version: standing?.version, corrections: standing?.corrections ?? [] },
    codes: userErrors.map(({ code }) => code),
    paths: userErrors.map(({ path }) => path.join('.')),
  };
}

/** A resident whose application says that their phone is another one now. */
export async function corrected(world: World, id?: string) {
  const { me, application } = await filledIn(world, id);
  const phone = mobile();
  const { id: request } = await say(world, me, application, { phone });
  return { me, resident: me.id, application, request, phone };
}

/** The correction as whoever decides it sees it; the code of the error where they do not. */
export async function seenBy(world: World, actor: Actor, resident: string, id: string) {
  const { data, errors } = await run(world, actor, CorrectionDocument, { resident, id });
  const page = (data as typeof data | undefined)?.dataRequest;
  return page ?? errors[0]?.extensions?.code ?? '?';
}

/** Ids of the corrections that wait in a grid. */
export async function waitingIn(world: World, actor: Actor, area = world.grid): Promise<readonly string[]> {
  const { data, errors } = await run(world, actor, CorrectionsDocument, { area, first: 100 });
  if (errors.length > 0) throw new Error(errors.map(({ extensions }) => extensions?.code).join());
  return (data.dataRequests?.edges ?? []).map(({ node }) => node.id);
}

/** Decides it: the state that came of it, or the refusals; the code of the error where it is not theirs. */
export async function decide(
  world: World,
  actor: Actor,
  [resident, request]: readonly [string, string],
  more: Partial<DecideDataRequestInput> = {},
): Promise<string> {
  const input = { id: newId(), resident, request, decision: 'ACCEPT', reason: '已核对原件' } as const;
  const { data, errors } = await run(world, actor, DecideCorrectionDocument, {
    input: { ...input, ...more },
  });
  const answer = (data as typeof data | undefined)?.decideDataRequest;
  if (answer === undefined) return errors[0]?.extensions?.code ?? '?';
  return answer.request?.state ?? answer.userErrors.map(({ code }) => code).join();
}

/** What somebody asked about their own data, with its state. */
export async function asked(world: World, me: Actor) {
  const { data } = await run(world, me, MyDataRequestsDocument, {});
  return data.myDataRequests ?? [];
}
