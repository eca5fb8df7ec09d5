import { type Actor } from '../../auth/actor';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { maskedName } from '../../shared/masking';
import { type PutOrganisationInput } from './organisation.input';
import { creditCodeOf } from './organisation.rules';
import { type Organisation, type OrganisationSummary } from './organisation.type';
import { addressOf, assertId, nameOf, workPhoneOf } from './register.rules';
import { type RegisterService } from './register.service';
import { type Draft, type ImportResult, type PutBasis } from './register.type';
import { type ThingsArgs } from './thing.input';
import { type ThingRepo } from './thing.repo';

/** Organisations (单位). */
export class OrganisationService {
  constructor(
    private readonly register: RegisterService,
    private readonly repo: ThingRepo<Organisation, OrganisationSummary>,
  ) {}

  /** The organisations of an area, by area; NOT_FOUND for an area whose places the actor may not see. */
  async inArea(actor: Actor, { area, closed, ...page }: ThingsArgs): Promise<Page<OrganisationSummary>> {
    return this.repo.inArea(this.register.readable(actor, area), closed, pageOf(page));
  }

  /** The organisation with this id; NOT_FOUND when there is none or the actor may not see it. */
  async get(actor: Actor, id: string): Promise<Organisation> {
    const found = await this.lookUp(id);
    if (found === undefined || !this.register.mayRead(actor, found.area))
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** Those of these organisations that the actor may see. */
  many(actor: Actor, ids: readonly string[]): Promise<Organisation[]> {
    return this.register.many(actor, this.repo, ids);
  }

  /** The organisation with this id, for a caller who has been authorised; undefined when there is none. */
  async lookUp(id: string): Promise<Organisation | undefined> {
    return isId(id) ? this.repo.find(id) : undefined;
  }

  /** Writes an organisation. @throws Refusal as {@link RegisterService.put}, CREDIT_CODE_INVALID and the rules of texts */
  async put(
    actor: Actor,
    input: PutOrganisationInput,
    basis?: PutBasis,
  ): Promise<{ organisation: Organisation }> {
    const making = { id: input.id, draft: this.#draft(input) };
    return { organisation: await this.register.put(actor, this.repo, making, input, basis) };
  }

  /** Takes in organisations, see {@link RegisterService.import}. */
  async importOrganisations(actor: Actor, rows: readonly PutOrganisationInput[]): Promise<ImportResult[]> {
    return this.register.import(actor, this.repo, rows, (row) => this.#draft(row));
  }

  async #draft(input: PutOrganisationInput): Promise<Draft<Organisation>> {
    return { ...contentFrom(input), ...(await this.register.locate(input)) };
  }
}

/** How organisations are kept and listed. */
export const ORGANISATION_KEEPING = {
  kind: 'ORGANISATION',
  isClosed: ({ closedAt }: Organisation) => closedAt !== undefined,
  summaryOf: ({ id, area, name, kind, creditCode, legalPerson }: Organisation): OrganisationSummary => ({
    ...{ id, area, name, kind, creditCode },
    legalPersonMasked: legalPerson && maskedName(legalPerson),
  }),
} as const;

function contentFrom(input: PutOrganisationInput): Omit<Draft<Organisation>, 'area'> {
  assertId(input.id);
  return {
    ...{ id: input.id, name: nameOf(input.name), kind: input.kind },
    creditCode: creditCodeOf(input.creditCode),
    legalPerson: input.legalPerson == null ? undefined : nameOf(input.legalPerson, ['legalPerson']),
    workPhone: workPhoneOf(input.workPhone, ['workPhone']),
    address: addressOf(input.address),
    closedAt: input.closedAt?.toISOString(),
  };
}
