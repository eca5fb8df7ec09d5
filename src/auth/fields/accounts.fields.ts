import { type ModuleFields } from './module-fields';

const BINDING = ['id', 'resident', 'relation', 'maskedName', 'since', 'until'] as const;

/** Who sees what of its types. */
export const ACCOUNTS_FIELDS: ModuleFields = {
  MyAccount: { guard: 'account:use', fields: ['own', 'family', 'ended'] },
  AccountBinding: { guard: 'account:use', fields: BINDING },
  EndedBinding: { guard: 'account:end', fields: [...BINDING, 'endedAt', 'why'] },
  // The account's own name for itself is shown to nobody: whose it is, masked, is enough to find a lost phone.
  ResidentAccount: { guard: 'account:manage', fields: [...BINDING, 'holder', 'issuedBy'] },
  BindingCode: { guard: 'account:manage', fields: ['code', 'resident', 'relation', 'expiresAt'] },
  BindingCodePayload: { guard: 'account:manage', fields: ['code', 'userErrors'] },
  BindAccountPayload: { guard: 'account:use', fields: ['account', 'userErrors'] },
  EndBindingPayload: { guard: 'account:end', fields: ['binding', 'userErrors'] },
};
