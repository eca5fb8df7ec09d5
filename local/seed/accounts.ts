import { type WholeApp } from '../../src/app/backstage';
import { type Actor } from '../../src/auth/actor';
import { type BindingRelation } from '../../src/modules/accounts/account.rules';
import { seedId } from './ids';
import { person } from './people';
import { CHILD } from './residents';

/** Whom the seeded account is bound to: one of the laptop's residents, and her child. */
const BINDINGS: readonly { readonly resident: string; readonly relation: BindingRelation }[] = [
  { resident: person(CHILD.parent).id, relation: 'SELF' },
  { resident: CHILD.row.id, relation: 'GUARDIAN' },
];

/** Binds the demonstration account by codes that the grid worker hands out; what is bound is left as it is. */
export async function seedAccounts({
  services,
  newReads,
}: Pick<WholeApp, 'services' | 'newReads'>): Promise<void> {
  const { id, name } = person('xiaoli-phone');
  const holder: Actor = { id, name, appointments: [], account: { id, family: [] } };
  for (const [index, { resident, relation }] of BINDINGS.entries()) {
    const { own, family } = await services.accounts.mine(holder);
    if ([own, ...family].some((each) => each?.resident === resident)) continue;
    const issue = { id: seedId('BINDING', 2 * index + 1), resident, relation };
    const { code } = await services.bindingCodes.issue(person('wang-fang'), newReads(), issue);
    await services.accountBindings.bind(holder, newReads(), {
      id: seedId('BINDING', 2 * index + 2),
      code: code.code,
    });
  }
}
