import { type Actor } from '../../auth/actor';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type PutFacilityInput, type ResponsibleUnitInput } from './facility.input';
import { assertUnit } from './facility.rules';
import { type Facility, type FacilitySummary, type ResponsibleUnit } from './facility.type';
import { addressOf, assertId, nameOf } from './register.rules';
import { type RegisterService } from './register.service';
import { type Draft, type ImportResult, type PutBasis } from './register.type';
import { type ThingsArgs } from './thing.input';
import { type ThingRepo } from './thing.repo';

/** Facilities (部件) and the three units that answer for each. */
export class FacilityService {
  constructor(
    private readonly register: RegisterService,
    private readonly repo: ThingRepo<Facility, FacilitySummary>,
  ) {}

  /** The facilities of an area, by area; NOT_FOUND for an area whose places the actor may not see. */
  async inArea(actor: Actor, { area, closed, ...page }: ThingsArgs): Promise<Page<FacilitySummary>> {
    return this.repo.inArea(this.register.readable(actor, area), closed, pageOf(page));
  }

  /** The facility with this id; NOT_FOUND when there is none or the actor may not see it. */
  async get(actor: Actor, id: string): Promise<Facility> {
    const found = isId(id) ? await this.repo.find(id) : undefined;
    if (found === undefined || !this.register.mayRead(actor, found.area))
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** Those of these facilities that the actor may see. */
  many(actor: Actor, ids: readonly string[]): Promise<Facility[]> {
    return this.register.many(actor, this.repo, ids);
  }

  /** Writes a facility. @throws Refusal as {@link RegisterService.put}, RESPONSIBLE_UNIT_TWICE and the rules of texts */
  async put(actor: Actor, input: PutFacilityInput, basis?: PutBasis): Promise<{ facility: Facility }> {
    const making = { id: input.id, draft: this.#draft(input) };
    return { facility: await this.register.put(actor, this.repo, making, input, basis) };
  }

  /** Takes in facilities, see {@link RegisterService.import}. */
  async importFacilities(actor: Actor, rows: readonly PutFacilityInput[]): Promise<ImportResult[]> {
    return this.register.import(actor, this.repo, rows, (row) => this.#draft(row));
  }

  async #draft(input: PutFacilityInput): Promise<Draft<Facility>> {
    return { ...contentFrom(input), ...(await this.register.locate(input)) };
  }
}

/** How facilities are kept and listed. */
export const FACILITY_KEEPING = {
  kind: 'FACILITY',
  isClosed: ({ state }: Facility) => state === 'REMOVED',
  summaryOf: ({ id, area, name, category, subcategory, state, point }: Facility): FacilitySummary => ({
    ...{ id, area, name, category, subcategory, state, point },
  }),
} as const;

function contentFrom(input: PutFacilityInput): Omit<Draft<Facility>, 'area'> {
  assertId(input.id);
  const { id, category, state } = input;
  return {
    ...{ id, name: nameOf(input.name), category, state },
    subcategory: nameOf(input.subcategory, ['subcategory']),
    stateSince: input.stateSince?.toISOString(),
    address: addressOf(input.address),
    owner: unitFrom(input.owner, 'owner'),
    maintainer: unitFrom(input.maintainer, 'maintainer'),
    custodian: unitFrom(input.custodian, 'custodian'),
  };
}

function unitFrom(unit: ResponsibleUnitInput | null | undefined, field: string): ResponsibleUnit | undefined {
  if (unit == null) return undefined;
  assertUnit(unit, [field]);
  return {
    name: nameOf(unit.name, [field, 'name']),
    department: unit.department ?? undefined,
    organisation: unit.organisation ?? undefined,
  };
}
