import { type ModuleAccess } from './module-access';

/** Accounts of residents, and who hands out the codes that bind them. */
export const ACCOUNTS_ACCESS: ModuleAccess = {
  Query: { myAccount: 'account:use', accountsOfResident: 'account:manage' },
  Mutation: {
    issueBindingCode: 'account:manage',
    bindAccount: 'account:use',
    endBinding: 'account:end',
  },
  // Whoever has ended their own binding may send that once more.
  unbound: ['myAccount', 'bindAccount', 'endBinding'],
};
