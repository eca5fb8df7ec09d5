import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { createDepartmentEntity } from './department.entity';
import { type Department } from './department.type';

/** Most departments a district is listed with. */
const MOST_DEPARTMENTS = 100;

/** Reads and writes departments. */
export class DepartmentRepo {
  readonly #departments;

  constructor(table: Table) {
    this.#departments = lazily(() => createDepartmentEntity(table));
  }

  /** One department by code; one GetItem. */
  async find(code: string): Promise<Department | undefined> {
    const { data } = await this.#departments.get({ district: districtOf(code), code }).go();
    return data ?? undefined;
  }

  /** All departments of a district and its streets, by code; one Query. */
  async ofDistrict(district: string): Promise<Department[]> {
    const { data } = await this.#departments.query.primary({ district }).go({ limit: MOST_DEPARTMENTS });
    return data;
  }

  /** Writes departments; each is replaced, so it may be repeated. */
  async save(departments: readonly Department[]): Promise<void> {
    const rows = departments.map(({ code, name, area }) => ({
      district: districtOf(code),
      code,
      name,
      area,
    }));
    const { unprocessed } = await this.#departments.put(rows).go();
    if (unprocessed.length > 0)
      throw new Error(`${unprocessed.length} departments were not written; repeat.`);
  }
}

function districtOf(code: string): string {
  const area = code.split('-')[0] ?? '';
  return ancestorAt(area, 'DISTRICT') ?? area;
}
