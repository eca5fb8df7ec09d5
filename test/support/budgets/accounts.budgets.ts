import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { accountsOf, bound, issue, login } from '../accounts';
import { somebody } from '../privacy';
import { type World } from '../world';
import { type Budget } from './budget';

/** Who comes by an account that is bound to nobody. */
const newcomer = (world: World) => login(world, `wx-${newId()}`);

/** The request that ends the binding of somebody's account. */
const ending = async (world: World) => {
  const resident = await somebody(world);
  await bound(world, resident);
  const [own] = await accountsOf(world, world.actor('GRID_WORKER'), resident);
  return { input: { id: newId(), resident, binding: typeof own === 'object' ? own.id : '' } };
};

/** Accounts of residents. Who comes by an account is looked up before, in one more round trip of one unit. */
export const ACCOUNTS_BUDGETS: Readonly<Record<string, Budget>> = {
  MyAccount: {
    ...{ trips: 1, reads: 1, as: 'RESIDENT', caller: newcomer, document: operations.MyAccountDocument },
  },
  BindAccount: {
    // Whose the code is; the resident with what is kept beside; account, code and place in a transaction.
    ...{ trips: 3, reads: 5, writes: 6, as: 'RESIDENT', document: operations.BindAccountDocument },
    caller: newcomer,
    arrange: async (world) => {
      const { code } = await issue(world, world.actor('GRID_WORKER'), await somebody(world));
      return { input: { id: newId(), code } };
    },
  },
  UnbindAccount: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'RESIDENT', document: operations.UnbindAccountDocument },
    caller: newcomer,
    arrange: async (world, caller) => {
      const resident = await somebody(world);
      await bound(world, resident, 'SELF', caller.account?.id);
      const [own] = await accountsOf(world, world.actor('GRID_WORKER'), resident);
      return { input: { id: newId(), resident, binding: typeof own === 'object' ? own.id : '' } };
    },
  },
  EndBinding: {
    ...{ trips: 3, reads: 3, writes: 1, as: 'GRID_WORKER', document: operations.EndBindingDocument },
    arrange: ending,
  },
  IssueBindingCode: {
    // The code, its index, and that somebody handed it out, in a transaction.
    ...{ trips: 2, reads: 1, writes: 6, as: 'GRID_WORKER', document: operations.IssueBindingCodeDocument },
    arrange: async (world) => ({
      input: { id: newId(), resident: await somebody(world), relation: 'SELF' },
    }),
  },
  AccountsOfResident: {
    ...{ trips: 2, reads: 3, as: 'GRID_WORKER', document: operations.AccountsOfResidentDocument },
    arrange: async (world) => {
      const resident = await somebody(world);
      await bound(world, resident);
      return { resident };
    },
  },
};
