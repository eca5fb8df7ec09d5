import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt, isWithin } from '../../shared/area-code';
import { type DepartmentRepo } from './department.repo';
import { type Department } from './department.type';

/** Departments: to whom a case can be dispatched. */
export class DepartmentService {
  constructor(private readonly repo: DepartmentRepo) {}

  /** The departments that serve an area: its own and those of the areas it lies in. */
  async serving(actor: Actor, area: string): Promise<Department[]> {
    const district = ancestorAt(area, 'DISTRICT');
    if (district === undefined || grantFor(actor, 'department:read', { area }) === undefined) return [];
    const all = await this.repo.ofDistrict(district);
    return all.filter((department) => isWithin(area, department.area));
  }

  /** The department with this code, for a caller who has been authorised; undefined when there is none. */
  async lookUp(code: string): Promise<Department | undefined> {
    return this.repo.find(code);
  }

  /** All departments of a district, for a caller who has been authorised; one Query. */
  async ofDistrict(district: string): Promise<Department[]> {
    return this.repo.ofDistrict(district);
  }

  /** Takes in departments; may be repeated. For the seed and for imports, not exposed by the API. */
  async importDepartments(departments: readonly Department[]): Promise<void> {
    await this.repo.save(departments);
  }
}
