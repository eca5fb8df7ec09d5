import { type DepartmentService } from '../modules/people/department.service';
import { ServiceItemRepo } from '../modules/services/service-item.repo';
import { ServiceItemService } from '../modules/services/service-item.service';
import { type SheetService } from '../modules/sheets/sheet.service';
import { type Foundation } from './foundation';

/** One-stop services. */
export function createServiceItems(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  { departments, sheets }: { readonly departments: DepartmentService; readonly sheets: SheetService },
) {
  return { serviceItems: new ServiceItemService(new ServiceItemRepo(table), departments, sheets, clock) };
}
