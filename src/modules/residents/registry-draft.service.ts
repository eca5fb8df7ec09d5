import { type Vault } from '../../data/vault';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { derivedId } from '../../shared/ids';
import { refused, type ResidentRow, type RowDraft } from './registry-rows.rules';
import { checkedPerson } from './resident.rules';
import { type ResidentService } from './resident.service';

/** Rows of residents, checked, with their numbers sealed: what imports and loads begin with. */
export class RegistryDraftService {
  constructor(
    private readonly residents: ResidentService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** A row of this household, checked only: nothing is sealed, which costs most. */
  async checked<Row extends ResidentRow>(household: string, row: Row): Promise<RowDraft<Row>> {
    try {
      return (await this.#checked(household, row)).draft;
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }

  /** A row of this household, ready to be taken in, or why it is not. */
  async draft<Row extends ResidentRow>(household: string, row: Row): Promise<RowDraft<Row>> {
    try {
      const { draft, numbers } = await this.#checked(household, row);
      return { ...draft, who: { ...draft.who, ...(await this.residents.store(draft.id, numbers)) } };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }

  async #checked<Row extends ResidentRow>(household: string, row: Row) {
    const { person, numbers } = checkedPerson(row, businessDate(this.clock.now()));
    const { name, birthDate, sex } = person;
    const natural = numbers.identityNumber ?? [household, name, birthDate, sex].join('|');
    const id = row.id ?? derivedId(await this.vault.indexOf('RESIDENT', natural));
    return { draft: { id, row, who: { id, ...person } }, numbers };
  }
}
