import { type Day } from '../../shared/business-date';
import { type ResidentState } from '../residents/resident.rules';
import {
  type AccountRecord,
  type Binding,
  type BindingEnd,
  type BindingRelation,
  dayOfAge,
  withoutBinding,
} from './account.rules';

/** What accounts keep of a resident. */
export interface Followed {
  readonly id: string;
  readonly name: string;
  readonly birthDate?: Day | undefined;
  readonly state: ResidentState;
  readonly residences: readonly { readonly courtyard: string }[];
  readonly absorbed?: readonly string[] | undefined;
}

/** What a binding keeps of a resident; for a guardian the day it ends by itself, the 18th birthday. */
export function keptOf(
  { id, name, birthDate, residences, absorbed = [] }: Followed,
  relation: BindingRelation,
): Pick<Binding, 'ids' | 'name' | 'area' | 'until'> {
  return {
    ...{ ids: [id, ...absorbed], name, area: residences[0]?.courtyard ?? '' },
    until: relation === 'GUARDIAN' && birthDate !== undefined ? dayOfAge(birthDate, 18) : undefined,
  };
}

/**
 * The account as it follows from the record of somebody it is or was bound to; undefined where nothing is to be changed. Who has
 * died or was erased ends what was bound to them, and nobody who was erased keeps a name there. Who has moved away stays bound:
 * what is on file is still about them.
 */
export function followed(
  account: AccountRecord,
  bound: string,
  resident: Followed,
  end: BindingEnd,
): AccountRecord | undefined {
  const isGone = resident.state === 'DECEASED' || resident.state === 'ERASED';
  const bindings = account.bindings.map((each): Binding => {
    if (each.resident !== bound) return each;
    const { ids, name, area, until } = keptOf(resident, each.relation);
    // The last place somebody lived in is what an ended record was about.
    return { ...each, ids, name, area: area === '' ? each.area : area, until: until ?? each.until };
  });
  const closed = isGone ? bindings.filter((each) => each.resident === bound && each.end === undefined) : [];
  const next = closed.reduce<AccountRecord>((before, { id }) => withoutBinding(before, id, end), {
    ...account,
    bindings,
  });
  if (JSON.stringify(next.bindings) === JSON.stringify(account.bindings)) return undefined;
  return { ...next, version: account.version + 1 };
}
