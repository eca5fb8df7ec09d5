import { type CollectionReader } from '../../data/collection-reader';
import { TechnicalError } from '../../shared/errors';
import { derivedId } from '../../shared/ids';
import { withStep } from './case-chain.rules';
import { type CaseRepo } from './case.repo';
import { areaCustodian, type CaseStep } from './case.rules';
import { type Case } from './case.type';

/** Where an adjustment of grids puts a case from now on. */
export interface NewPlace {
  /** Names from the district down to the area, by its code: the new grid, or the courtyard's new code. */
  readonly code: string;
  readonly names: readonly string[];
}

/** On what occasion cases are handed on. */
export interface Occasion {
  /** Id of the plan. */
  readonly plan: string;
  readonly at: Date;
}

/** Cases handed on at one time. */
const AT_ONCE = 8;

/** How often a case is tried again when somebody else moved it in between. */
const ATTEMPTS = 5;

/** By whom it is done. */
const SYSTEM = { id: 'adjustment', name: '网格调整', role: 'ADMINISTRATOR' } as const;

/** Open cases follow the grids: what an area held that has ended, or has lost the place, passes to whoever has it now. */
export class CaseHandoverService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly newReads: () => CollectionReader,
  ) {}

  /** What an area holds now, and where each of it happened or lies now; for a caller who has been authorised. */
  heldBy(area: string): Promise<readonly { id: string; area: string }[]> {
    return this.repo.allHeldBy(area);
  }

  /**
   * Hands on those of the cases for whose place there is another holder. The area they happened in stays as it is. May be
   * cut off and repeated: a case that was handed on in this plan is not handed on again.
   */
  async handOn(
    ids: readonly string[],
    occasion: Occasion,
    placeOf: (found: Case) => Promise<NewPlace | undefined>,
  ): Promise<void> {
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      await Promise.all(some.map((id) => this.#handOn(id, occasion, placeOf)));
    }
  }

  async #handOn(
    id: string,
    occasion: Occasion,
    placeOf: (found: Case) => Promise<NewPlace | undefined>,
  ): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const reads = this.newReads();
      const found = await this.repo.find(reads, id, true);
      const place = found?.holder && (await placeOf(found));
      const handed = found && place && handedOn(found, place, occasion);
      if (handed === undefined || (await this.repo.replace(reads, handed, [], undefined)).done) return;
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}

/**
 * The case at its new place: a step of custody where a grid or courtyard held it, else only today's grid; undefined where
 * nothing changes. The ladder above goes on from the new holder.
 */
function handedOn(found: Case, { code, names }: NewPlace, { plan, at }: Occasion): Case | undefined {
  const grid = code.slice(0, GRID_DIGITS);
  const isOfGrid = found.holder?.level === 'GRID' || found.holder?.level === 'COURTYARD';
  const to = found.holder?.level === 'GRID' ? grid : code;
  const passes = isOfGrid && found.holder?.code !== to;
  if (!passes && found.grid === grid) return undefined;
  const next = { ...found, version: found.version + 1, grid };
  if (!passes) return next;
  const holder = areaCustodian(to, names);
  const step: CaseStep = {
    id: derivedId(`${plan}|${found.id}|${to}`),
    move: 'ADJUST',
    at: at.toISOString(),
    by: SYSTEM,
    text: `网格调整 ${plan}`,
    holder,
    names,
    fingerprint: plan,
  };
  return { ...next, updatedAt: at, holder, ...withStep(found, step) };
}

/** Digits of a grid's code. */
const GRID_DIGITS = 15;
