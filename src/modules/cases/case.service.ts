import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { type Page, pageOf } from '../../shared/page';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { doubtsOf } from '../evidence/evidence-doubt.rules';
import { type Evidence } from '../evidence/evidence.type';
import { type EvidenceService } from '../evidence/evidence.service';
import { keptUntilOf } from '../evidence/file-terms.rules';
import { type CaseClock, type Punctuality, punctualityOf } from './case-clock.rules';
import { endedAtOf } from './case-end.rules';
import { targetOf } from './case-target.rules';
import { caseKey } from './case-keys.rules';
import { type CaseRepo, type InboxFilter } from './case.repo';
import { type Case, type CaseSummary } from './case.type';
import { isEnded } from './case.machine';
import { endingOf, mergedInto } from './case-merge.rules';
import { type LeadCase } from './lead-case.type';

/** How a case stands, and whether whoever asks may read it. */
export interface CaseStandingFor {
  readonly found: Case;
  readonly isReadable: boolean;
}

/** Reading cases. */
export class CaseService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {}

  /** The case with this id; NOT_FOUND when there is none or the actor may not see it. */
  async get(actor: Actor, reads: CollectionReader, id: string, { consistent = false } = {}): Promise<Case> {
    const found = isId(id) ? await this.repo.find(reads, id, consistent) : undefined;
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new TechnicalError('NOT_FOUND');
    }
    return found;
  }

  /** Those of these cases that the actor may see. */
  async many(actor: Actor, ids: readonly string[]): Promise<Case[]> {
    const found = await this.repo.many(ids);
    return found.filter((each) => grantFor(actor, 'case:read', targetOf(each)));
  }

  /**
   * How this case stands, strongly consistent, and whether the actor may read it; for a caller as of {@link standings}. One Query,
   * shared with whoever else reads its collection in this request.
   */
  async standing(actor: Actor, reads: CollectionReader, id: string): Promise<CaseStandingFor | undefined> {
    const found = await this.repo.find(reads, id, true);
    return found && { found, isReadable: grantFor(actor, 'case:read', targetOf(found)) !== undefined };
  }

  /**
   * How these cases stand, by id, and whether the actor may read each: for a caller who has authorised them to see the record of
   * which the cases were made.
   */
  async standings(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, CaseStandingFor>> {
    const found = await this.repo.many(ids);
    const isReadable = (each: Case) => grantFor(actor, 'case:read', targetOf(each)) !== undefined;
    return new Map(found.map((each) => [each.id, { found: each, isReadable: isReadable(each) }]));
  }

  /**
   * How the case stands that goes on for a merged one, for whoever may see that; undefined for one that is not merged. One
   * Query.
   */
  async leadOf(reads: CollectionReader, found: Case): Promise<LeadCase | undefined> {
    const into = mergedInto(found);
    const lead = into === undefined ? undefined : await this.repo.find(reads, into);
    if (lead === undefined) return undefined;
    const { id, state, updatedAt, steps } = lead;
    const outcome = isEnded(state) ? endingOf(steps)?.text : undefined;
    return { id, state, updatedAt, outcome };
  }

  /** The write of a case with one more step, to be made together with another's; for a caller who has been authorised. */
  replacing(found: Case): PreparedPut {
    return this.repo.replacing(found);
  }

  /** What a holder has to deal with, most urgent and soonest due first; the actor's own duty when none is named. */
  async inbox(
    actor: Actor,
    holder: string | undefined,
    filter: Omit<InboxFilter, 'now'>,
    args: PageArgs,
  ): Promise<Page<CaseSummary>> {
    const code = holder ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    if (code === undefined || grantFor(actor, 'case:list-held', { holder: code }) === undefined) {
      throw new TechnicalError('NOT_FOUND');
    }
    return this.repo.heldBy(code, pageOf(args), { ...filter, now: this.clock.now() });
  }

  /** Where a case stands in its limit at this moment. */
  punctualityOf(clock: CaseClock): Punctuality {
    return punctualityOf(clock, this.clock.now());
  }

  /** The case's evidence, oldest first, with the links the actor may have. */
  async evidenceOf(actor: Actor, reads: CollectionReader, found: Case): Promise<Evidence[]> {
    const mayReadOriginal = grantFor(actor, 'evidence:read-original', targetOf(found)) !== undefined;
    const all = await this.evidence.ofOwner(reads, caseKey(found.id));
    return all.map((evidence) => ({
      ...evidence,
      ...doubtsOf(evidence, found.point),
      keptUntil: keptUntilOf(evidence, endedAtOf(found)),
      mayReadOriginal: mayReadOriginal || evidence.by === actor.id,
      mayUpload: evidence.by === actor.id,
    }));
  }
}
