import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  AccountsOfResidentDocument,
  type AccountsOfResidentQuery,
  type AccountShownFragment,
  BindAccountDocument,
  type BindingRelation,
  EndBindingDocument,
  type EndBindingInput,
  IssueBindingCodeDocument,
  type IssueBindingCodeInput,
  MyAccountDocument,
} from '../generated/operations';
import { run } from './api';
import { home, identityNumber, livingIn } from './residents';
import { secondsNow, type World } from './world';

const codesOf = (errors: readonly { extensions?: { code?: string } }[]) =>
  errors.map(({ extensions }) => extensions?.code ?? '?');

/** Who comes by the token of an account, as the door finds them out. */
export async function login(world: World, account: string): Promise<Actor> {
  const token = { id: account, name: '微信用户', appointments: [], issuedAt: secondsNow(world) };
  return world.standings.bearerOf(token);
}

/** Asks for a code; the code and the codes of refusals. */
export async function issue(
  world: World,
  actor: Actor,
  resident: string,
  relation: BindingRelation = 'SELF',
  more: Partial<IssueBindingCodeInput> = {},
): Promise<{ code: string | undefined; expiresAt: string | undefined; codes: readonly string[] }> {
  const consent =
    relation === 'FAMILY' ? ({ way: 'SPOKEN', at: world.clock.now().toISOString() } as const) : undefined;
  const input = { id: newId(), resident, relation, consent, ...more };
  const { data, errors } = await run(world, actor, IssueBindingCodeDocument, { input });
  const payload = (data as typeof data | null | undefined)?.issueBindingCode;
  const refused = (payload?.userErrors ?? []).map(({ code }) => code);
  return {
    ...{ code: payload?.code?.code, expiresAt: payload?.code?.expiresAt },
    codes: [...codesOf(errors), ...refused],
  };
}

/** Says a code; the account and the codes of refusals. */
export async function bind(
  world: World,
  account: string,
  code: string,
  id = newId(),
): Promise<{ account: AccountShownFragment | null | undefined; codes: readonly string[] }> {
  const { data, errors } = await run(world, await login(world, account), BindAccountDocument, {
    input: { id, code },
  });
  const payload = (data as typeof data | null | undefined)?.bindAccount;
  return {
    account: payload?.account,
    codes: [...codesOf(errors), ...(payload?.userErrors ?? []).map((each) => each.code)],
  };
}

/** Binds an account to a resident by a code of the world's grid worker; the id of the account. */
export async function bound(
  world: World,
  resident: string,
  relation: BindingRelation = 'SELF',
  account = `wx-${newId()}`,
): Promise<string> {
  const { code = '', codes } = await issue(world, world.actor('GRID_WORKER'), resident, relation);
  const outcome = [...codes, ...(await bind(world, account, code)).codes];
  if (outcome.length > 0) throw new Error(outcome.join());
  return account;
}

/** Ends a binding; the reason that is kept, and the codes of refusals. */
export async function end(
  world: World,
  actor: Actor,
  input: Omit<EndBindingInput, 'id'> & { id?: string },
): Promise<readonly string[]> {
  const { data, errors } = await run(world, actor, EndBindingDocument, { input: { id: newId(), ...input } });
  const payload = (data as typeof data | null | undefined)?.endBinding;
  const refused = (payload?.userErrors ?? []).map(({ code }) => code);
  return [...codesOf(errors), ...refused, ...(payload?.binding ? [payload.binding.why] : [])];
}

/** An account as its owner sees it; the code of the error where they do not. */
export async function myAccount(world: World, account: string): Promise<AccountShownFragment> {
  const { data, errors } = await run(world, await login(world, account), MyAccountDocument, {});
  const shown = (data as typeof data | null | undefined)?.myAccount;
  if (shown == null) throw new Error(codesOf(errors).join());
  return shown;
}

/** The accounts of a resident as a worker sees them. */
export async function accountsOf(
  world: World,
  actor: Actor,
  resident: string,
): Promise<NonNullable<AccountsOfResidentQuery['accountsOfResident']> | readonly string[]> {
  const { data, errors } = await run(world, actor, AccountsOfResidentDocument, { resident });
  return (data as typeof data | null | undefined)?.accountsOfResident ?? codesOf(errors);
}

/** Somebody on file who was born on a day; returns their id. */
export async function born(world: World, birthDate: string): Promise<string> {
  return livingIn(world, await home(world), { identityNumber: identityNumber(birthDate) });
}

/** An account with its own resident and a child of eight, whose guardian it is. */
export async function family(
  world: World,
): Promise<{ account: string; parent: string; child: string; me: Actor }> {
  const [parent, child] = [await born(world, '1986-02-03'), await born(world, '2018-05-17')];
  const account = await bound(world, parent);
  await bound(world, child, 'GUARDIAN', account);
  return { account, parent, child, me: await login(world, account) };
}
