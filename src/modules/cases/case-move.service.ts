import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { unseenBy } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { type DepartmentService } from '../people/department.service';
import { type Department } from '../people/department.type';
import { appointmentFor } from './case-action.service';
import { areaOf, checkerOf, holderAfter } from './case-ladder.rules';
import { type CaseMove, moveOf } from './case.machine';
import { type CaseBesideService } from './case-beside.service';
import { caseKey } from './case-keys.rules';
import { type CaseRepo } from './case.repo';
import { type CaseStep, type Custodian } from './case.rules';
import { assertNeeds, conflictWith, type MoveFacts } from './case-move.rules';
import { type CaseReturnService } from './case-return.service';
import { targetOf } from './case-target.rules';
import { MOST_PARTS, partsIn, type PartWanted } from './case-split.rules';
import { movedBy } from './case-step.rules';
import { type Case } from './case.type';

/** A part as a request names it. */
interface PartRequest {
  readonly id: string;
  readonly department: string;
  readonly text: string;
}

/** A move as any of the mutations brings it. */
export interface MoveRequest {
  readonly id: string;
  readonly caseId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly text?: string | null | undefined;
  readonly department?: string | null | undefined;
  /** Id of the case that this one is merged into. */
  readonly into?: string | null | undefined;
  /** The parts into which it is split: the id of each, the code of its department, and what is asked. */
  readonly parts?: readonly PartRequest[] | null | undefined;
  readonly evidence?: readonly EvidenceSlotInput[];
  /** Until when more time is asked for. */
  readonly until?: Date | null | undefined;
  /** From 1 to 5. */
  readonly score?: number | null | undefined;
  /** That the category's closing condition is met. */
  readonly conditionMet?: boolean | null | undefined;
}

/** The departments that a request names, by their codes, and what there is under each. */
type NamedDepartments = ReadonlyMap<string, Department | undefined>;

/** Moving a case along: one round trip to read, one conditional write. */
export class CaseMoveService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly evidence: EvidenceService,
    private readonly departments: DepartmentService,
    private readonly beside: CaseBesideService,
    private readonly returns: CaseReturnService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a move. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, NOT_FOUND, CONFLICT (with what happened), MOVE_NOT_ALLOWED, NOT_HOLDER, MOVE_NOT_YOURS,
   *   and those of what the move wants and needs
   */
  async move(
    actor: Actor,
    reads: CollectionReader,
    move: CaseMove,
    request: MoveRequest,
    after?: readonly string[],
  ): Promise<{ case: Case }> {
    if (!isId(request.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const mark = fingerprint([actor.id, move, request]);
    const [found, present, named] = await this.#load(reads, request);
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, ['caseId']);
    }
    if (isRepeat(found, request.id, mark)) return { case: found };
    const unseen = unseenBy({ ...request, after }, found.version, found.steps);
    if (unseen === undefined || unseen.length > 0) throw conflictWith(found);

    const step = this.#step(actor, move, request, { found, present, named, mark });
    const made = { ...step, ...(await this.returns.held(found, step.holder)) };
    const other = await this.beside.other(actor, reads, move, { found, into: request.into ?? undefined });
    const moved = movedBy(found, move, { ...made, other: other?.id });
    const beside = this.beside.writes(move, [found, moved], other);
    const owner = { key: caseKey(found.id), area: found.area };
    const slots = this.evidence.prepare(actor, owner, request.evidence ?? [], present.length);
    const result = await this.repo.replace(reads, moved, [...beside, ...slots], actor.standing);
    if (result.done) return { case: moved };
    const [standsThere, ...rest] = result.found;
    const standing = this.repo.fromItem(standsThere);
    if (standing === undefined)
      throw (
        this.beside.reason(move, rest.slice(0, beside.length)) ??
        this.evidence.slotConflict(rest.slice(beside.length))
      );
    if (isRepeat(standing, request.id, mark)) return { case: standing };
    throw conflictWith(standing);
  }

  /**
   * Opens slots for more evidence; the case itself does not move. Who opened them and has handed the case on since gets
   * the same answer again.
   * @throws Refusal NOT_FOUND, NOT_HOLDER, CONFLICT, and those of evidence slots
   */
  async addEvidence(
    actor: Actor,
    reads: CollectionReader,
    { caseId, evidence }: { caseId: string; evidence: readonly EvidenceSlotInput[] },
  ): Promise<{ case: Case }> {
    const [found] = await this.#load(reads, { id: caseId, caseId });
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, ['caseId']);
    }
    const fresh = await this.evidence.unopened(actor, reads, caseKey(caseId), evidence);
    if (evidence.length > 0 && fresh.length === 0) return { case: found };
    if (grantFor(actor, 'evidence:add', targetOf(found)) === undefined) {
      throw new Refusal('NOT_HOLDER', { holder: found.holder?.name ?? '' });
    }
    await this.evidence.add(actor, reads, { key: caseKey(caseId), area: found.area }, evidence);
    return { case: found };
  }

  async #load(
    reads: CollectionReader,
    { caseId, department, parts, into }: MoveRequest,
  ): Promise<[Case | undefined, Evidence[], NamedDepartments]> {
    if (!isId(caseId)) return [undefined, [], new Map()];
    // Strongly consistent, because the write depends on it; the departments are read beside it, in the same wave.
    const codes = [
      ...(parts ?? []).slice(0, MOST_PARTS).map((part) => part.department),
      department ?? [],
    ].flat();
    // The other case of a merge too: whoever asks for it afterwards finds it read.
    const [found, named] = await Promise.all([
      this.repo.find(reads, caseId, true),
      Promise.all(
        [...new Set(codes)].map(async (code) => [code, await this.departments.lookUp(code)] as const),
      ),
      into != null && isId(into) ? this.repo.find(reads, into, true) : undefined,
    ]);
    return [found, await this.evidence.ofOwner(reads, caseKey(caseId), true), new Map(named)];
  }

  #step(
    actor: Actor,
    move: CaseMove,
    request: MoveRequest,
    facts: { found: Case; present: readonly Evidence[]; named: NamedDepartments; mark: string },
  ): CaseStep {
    const { found, present, mark } = facts;
    const now = this.clock.now();
    const appointment = appointmentFor(actor, move, found, now);
    const text = request.text?.trim() ?? undefined;
    const [until, score] = [request.until ?? undefined, request.score ?? undefined];
    const named = namedIn(request, found, facts.named);
    const parts = (request.parts ?? []).map(({ department: code, ...part }): PartWanted => ({
      ...{ ...part, code, department: facts.named.get(code) },
    }));
    assertNeeds(move, {
      ...{ text, present, until, score, coming: request.evidence ?? [], standing: found },
      ...{
        department: named,
        conditionMet: request.conditionMet ?? undefined,
        into: request.into ?? undefined,
        parts,
      },
    });
    const { areaNames: names, steps, storedRoute: route } = found;
    const ladder = {
      ...{ names, steps, by: appointment, lead: route && asHolder(route.lead) },
      department: named?.found && asHolder(named.found),
    };
    const needs = moveOf(move).needs;
    return {
      ...{ id: request.id, move, at: now.toISOString(), text, fingerprint: mark },
      by: { id: actor.id, name: actor.name, role: appointment.role },
      holder: holderAfter(move, ladder),
      until: needs.includes('UNTIL') ? until?.toISOString() : undefined,
      score: needs.includes('SCORE') ? score : undefined,
      parts: needs.includes('PARTS') ? partsIn(parts) : undefined,
      supervisor: move === 'SUPERVISE' ? areaOf(appointment.area, ladder) : undefined,
      sender: move === 'TAKE_ON' ? found.holder && checkerOf(found.holder, ladder) : undefined,
      met: move === 'INSPECT' ? (request.conditionMet ?? undefined) : undefined,
    };
  }
}

/** The department that a request names; where it names none, whoever leads by the case's route. */
function namedIn(
  { department: code }: MoveRequest,
  { area, storedRoute }: Case,
  named: NamedDepartments,
): MoveFacts['department'] {
  if (code != null) return { code, found: named.get(code) };
  return storedRoute && { code: storedRoute.lead.code, found: { ...storedRoute.lead, area } };
}

function asHolder({ code, name }: Pick<Department, 'code' | 'name'>): Custodian {
  return { level: 'DEPARTMENT', code, name };
}

/** Whether the step with this id has been made already; CONFLICT when it was another request. */
function isRepeat(found: Case, id: string, mark: string): boolean {
  const step = found.steps.find((known) => known.id === id);
  if (step !== undefined && step.fingerprint !== mark) throw conflictWith(found, ['id']);
  return step !== undefined;
}
