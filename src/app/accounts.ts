import { AccountBindingService } from '../modules/accounts/account-binding.service';
import { AccountRepo } from '../modules/accounts/account.repo';
import { AccountService } from '../modules/accounts/account.service';
import { BindingCodeService } from '../modules/accounts/binding-code.service';
import { type AccessRecordService } from '../modules/privacy/access-record.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type Foundation } from './foundation';

/** Accounts of residents, and the codes that bind them. */
export function createAccounts(
  { table, vault, clock }: Pick<Foundation, 'table' | 'vault' | 'clock'>,
  { residents, accessRecords }: { residents: ResidentService; accessRecords: AccessRecordService },
) {
  const repo = new AccountRepo(table);
  const bindingCodes = new BindingCodeService(repo, residents, accessRecords, vault, clock);
  return {
    bindingCodes,
    accounts: new AccountService(repo, residents, vault, clock),
    accountBindings: new AccountBindingService(repo, bindingCodes, residents, vault, clock),
  };
}
