import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { accountsOf, bound } from '../accounts';
import { somebody } from '../privacy';
import { type MatrixRow } from './row';

/** Accounts of residents, for tokens that name a record or an appointment: what is one's own is nothing to them. */
export const ACCOUNTS_ROWS: readonly MatrixRow[] = [
  {
    field: 'myAccount',
    document: operations.MyAccountDocument,
    // Only of whoever came by an account.
    answer: 'NOT_FOUND',
    variables: () => ({}),
  },
  {
    field: 'accountsOfResident',
    document: operations.AccountsOfResidentDocument,
    variables: async (world) => ({ resident: await somebody(world) }),
  },
  {
    field: 'issueBindingCode',
    document: operations.IssueBindingCodeDocument,
    variables: async (world) => ({
      input: { id: newId(), resident: await somebody(world), relation: 'SELF' },
    }),
  },
  {
    field: 'bindAccount',
    document: operations.BindAccountDocument,
    answer: 'ACCOUNT_NEEDED',
    variables: () => ({ input: { id: newId(), code: 'ACDEFGHJ' } }),
  },
  {
    field: 'endBinding',
    document: operations.EndBindingDocument,
    variables: async (world) => {
      const resident = await somebody(world);
      await bound(world, resident);
      const [own] = await accountsOf(world, world.actor('GRID_WORKER'), resident);
      return { input: { id: newId(), resident, binding: typeof own === 'object' ? own.id : '' } };
    },
  },
];
