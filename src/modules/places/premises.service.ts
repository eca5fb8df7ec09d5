import { type Actor } from '../../auth/actor';
import { levelOf } from '../../shared/area-code';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageFrom, type PageKey, pageOf } from '../../shared/page';
import { type OrganisationService } from './organisation.service';
import { type ControlledPremisesArgs, type PutPremisesInput } from './premises.input';
import { assertEquipment, faultsOf, rankOf, RANKS } from './premises.rules';
import { type Equipment, type Premises, type PremisesSummary } from './premises.type';
import { addressOf, assertId, nameOf, noteOf, workPhoneOf } from './register.rules';
import { type RegisterService } from './register.service';
import { type Draft, type ImportCheck, type ImportResult, type PutBasis } from './register.type';
import { type ThingsArgs } from './thing.input';
import { type ThingRepo } from './thing.repo';

/** Premises that are read whole at once where all are wanted. */
const AT_ONCE = 50;

/** Rows of a list that are read at once where all are wanted. */
const MOST_ROWS = 100;

/** Premises (场所) with their equipment. */
export class PremisesService {
  constructor(
    private readonly register: RegisterService,
    private readonly repo: ThingRepo<Premises, PremisesSummary>,
    private readonly organisations: OrganisationService,
  ) {}

  /** The premises of an area, by area; NOT_FOUND for an area whose places the actor may not see. */
  async inArea(actor: Actor, { area, closed, ...page }: ThingsArgs): Promise<Page<PremisesSummary>> {
    return this.repo.inArea(this.register.readable(actor, area), closed, pageOf(page));
  }

  /**
   * The premises under control in an area, strictest level first: one Query for a district or for one level, else one
   * Query a level, all at once. NOT_FOUND for an area whose places the actor may not see.
   */
  async controlled(actor: Actor, args: ControlledPremisesArgs): Promise<Page<PremisesSummary>> {
    const area = this.register.readable(actor, args.area);
    const page = pageOf(args);
    const lists = await Promise.all(ranksAsked(args, area).map((rank) => this.#ofRank(area, rank, page)));
    return pageFrom(lists.flat(), page.limit);
  }

  async #ofRank(area: string, rank: string | undefined, page: PageKey) {
    const { afterKey } = page;
    if (rank === undefined || afterKey === undefined || afterKey.startsWith(`${rank}#`)) {
      return this.repo.controlled(area, rank, page);
    }
    // The page before ended in another level: a stricter one is done, a laxer one has not begun.
    return rank < afterKey ? [] : this.repo.controlled(area, rank, { ...page, afterKey: undefined });
  }

  /** The premises with this id; NOT_FOUND when there are none or the actor may not see them. */
  async get(actor: Actor, id: string): Promise<Premises> {
    const found = await this.lookUp(id);
    if (found === undefined || !this.register.mayRead(actor, found.area))
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** Those of these premises that the actor may see. */
  many(actor: Actor, ids: readonly string[]): Promise<Premises[]> {
    return this.register.many(actor, this.repo, ids);
  }

  /** The premises with this id, for a caller who has been authorised, strongly consistent where asked; undefined when there are none. */
  async lookUp(id: string, { consistent = false } = {}): Promise<Premises | undefined> {
    if (!isId(id)) return undefined;
    return consistent ? this.repo.standing(id) : this.repo.find(id);
  }

  /** The open premises of an area as lists show them, for a caller who has been authorised; a Query for each hundred. */
  async summariesIn(area: string): Promise<PremisesSummary[]> {
    const all: PremisesSummary[] = [];
    let afterKey: string | undefined;
    do {
      const { rows, hasNextPage } = await this.repo.inArea(area, false, { limit: MOST_ROWS, afterKey });
      all.push(...rows.map(({ row }) => row));
      afterKey = hasNextPage ? rows.at(-1)?.key : undefined;
    } while (afterKey !== undefined);
    return all;
  }

  /** What counts towards the load of a grid: its premises that are not closed. For a caller who has been authorised. */
  async countsOf(grid: string): Promise<{ premises: number }> {
    return { premises: await this.repo.count(grid) };
  }

  /** Writes premises. @throws Refusal as {@link RegisterService.put}, ORGANISATION_UNKNOWN and the rules of equipment */
  async put(actor: Actor, input: PutPremisesInput, basis?: PutBasis): Promise<{ premises: Premises }> {
    const making = { id: input.id, draft: this.#draft(input) };
    return { premises: await this.register.put(actor, this.repo, making, input, basis) };
  }

  /** Takes in premises, see {@link RegisterService.import}. */
  async importPremises(actor: Actor, rows: readonly PutPremisesInput[]): Promise<ImportResult[]> {
    return this.register.import(actor, this.repo, rows, (row) => this.#draft(row));
  }

  /** What taking in premises would come to, see {@link RegisterService.check}. */
  async checkPremises(rows: readonly PutPremisesInput[]): Promise<ImportCheck[]> {
    return this.register.check(this.repo, rows, (row) => this.#draft(row));
  }

  /** The open premises of an area, for a caller who has been authorised; page by page as they are taken. */
  async *allIn(area: string): AsyncGenerator<Premises> {
    let afterKey: string | undefined;
    do {
      const { rows, hasNextPage } = await this.repo.inArea(area, false, { limit: AT_ONCE, afterKey });
      const found = await Promise.all(rows.map(({ row }) => this.repo.find(row.id)));
      for (const premises of found) if (premises !== undefined) yield premises;
      afterKey = hasNextPage ? rows.at(-1)?.key : undefined;
    } while (afterKey !== undefined);
  }

  /** What is to be written; area and operator are looked up side by side. */
  async #draft(input: PutPremisesInput): Promise<Draft<Premises>> {
    const content = contentFrom(input);
    const [place, operator] = await Promise.all([
      this.register.locate(input),
      input.operator == null ? undefined : this.organisations.lookUp(input.operator),
    ]);
    if (input.operator != null && operator === undefined) {
      throw new Refusal('ORGANISATION_UNKNOWN', { organisation: input.operator }, ['operator']);
    }
    return { ...content, ...place, operator: operator?.id };
  }
}

/** How premises are kept and listed. */
export const PREMISES_KEEPING = {
  kind: 'PREMISES',
  isClosed: ({ status }: Premises) => status === 'CLOSED',
  control: ({ control }: Premises) => rankOf(control),
  summaryOf: ({
    id,
    area,
    name,
    kind,
    control,
    status,
    riverside,
    equipment,
  }: Premises): PremisesSummary => ({
    ...{ id, area, name, kind, control, status, riverside },
    faults: faultsOf(equipment),
  }),
} as const;

/** The ranks to be asked for; undefined asks for all at once, which only the keys of a whole district allow. */
function ranksAsked({ level }: ControlledPremisesArgs, area: string): readonly (string | undefined)[] {
  if (level != null) return [rankOf(level)].filter((rank) => rank !== undefined);
  return levelOf(area) === 'DISTRICT' ? [undefined] : RANKS;
}

function contentFrom(input: PutPremisesInput): Omit<Draft<Premises>, 'area'> {
  assertId(input.id);
  assertEquipment(input.equipment);
  const { id, kind, control, pollutionSources, status } = input;
  return {
    ...{ id, name: nameOf(input.name), kind, control, status },
    pollutionSources: [...new Set(pollutionSources)],
    riverside: input.riverside || kind === 'RIVERSIDE_RESTAURANT',
    statusSince: input.statusSince?.toISOString(),
    contactName: input.contactName == null ? undefined : nameOf(input.contactName, ['contactName']),
    workPhone: workPhoneOf(input.workPhone, ['workPhone']),
    address: addressOf(input.address),
    equipment: input.equipment.map(equipmentFrom),
  };
}

function equipmentFrom(
  { kind, state, checkedAt, note }: PutPremisesInput['equipment'][number],
  index: number,
): Equipment {
  const path = ['equipment', String(index), 'note'];
  return { kind, state, checkedAt: checkedAt?.toISOString(), note: noteOf(note, path) };
}
