import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { isWithin } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { type DepartmentService } from '../people/department.service';
import { type Department } from '../people/department.type';
import { type CaseMove, moveOf } from './case.machine';
import { caseKey, type CaseRepo } from './case.repo';
import { assertMove, type CaseStep, type Custodian, holderAfter } from './case.rules';
import { assertNeeds, conflictWith } from './case-move.rules';
import { actionOf, targetOf } from './case.service';
import { type Case } from './case.type';

/** A move as any of the mutations brings it. */
export interface MoveRequest {
  readonly id: string;
  readonly caseId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly text?: string | null | undefined;
  readonly department?: string | undefined;
  readonly evidence?: readonly EvidenceSlotInput[];
}

/** Moving a case along: one round trip to read, one conditional write. */
export class CaseMoveService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly evidence: EvidenceService,
    private readonly departments: DepartmentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a move. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, NOT_FOUND, CONFLICT (with what happened), MOVE_NOT_ALLOWED, NOT_HOLDER, and what the
   *   move needs
   */
  async move(
    actor: Actor,
    reads: CollectionReader,
    move: CaseMove,
    request: MoveRequest,
  ): Promise<{ case: Case }> {
    if (!isId(request.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const mark = fingerprint([actor.id, move, request]);
    const [found, present, department] = await this.#load(reads, request);
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, ['caseId']);
    }
    if (isRepeat(found, request.id, mark)) return { case: found };
    if (request.expectedVersion != null && request.expectedVersion !== found.version)
      throw conflictWith(found);

    const step = this.#step(actor, move, request, { found, present, department, mark });
    const moved = after(found, move, step);
    const owner = { key: caseKey(found.id), area: found.area };
    const slots = this.evidence.prepare(actor, owner, request.evidence ?? [], present.length);
    const result = await this.repo.replace(reads, moved, slots, actor.standing);
    if (result.done) return { case: moved };
    const standing = this.repo.fromItem(result.found[0]);
    if (standing === undefined) throw this.evidence.slotConflict(result.found.slice(1));
    if (isRepeat(standing, request.id, mark)) return { case: standing };
    throw conflictWith(standing);
  }

  /**
   * Opens slots for more evidence; the case itself does not move.
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
    if (grantFor(actor, 'evidence:add', targetOf(found)) === undefined) {
      throw new Refusal('NOT_HOLDER', { holder: found.holder?.name ?? '' });
    }
    await this.evidence.add(actor, reads, { key: caseKey(caseId), area: found.area }, evidence);
    return { case: found };
  }

  async #load(
    reads: CollectionReader,
    { caseId, department }: MoveRequest,
  ): Promise<[Case | undefined, Evidence[], Department | undefined]> {
    if (!isId(caseId)) return [undefined, [], undefined];
    // Strongly consistent, because the write depends on it; the department is read beside it, in the same wave.
    const wanted = department === undefined ? undefined : this.departments.lookUp(department);
    const found = await this.repo.find(reads, caseId, true);
    return [found, await this.evidence.ofOwner(reads, caseKey(caseId), true), await wanted];
  }

  #step(
    actor: Actor,
    move: CaseMove,
    request: MoveRequest,
    facts: { found: Case; present: readonly Evidence[]; department: Department | undefined; mark: string },
  ): CaseStep {
    const { found, present, mark } = facts;
    assertMove(move, found.state);
    const appointment = grantFor(actor, actionOf(move), targetOf(found));
    if (appointment === undefined) throw new Refusal('NOT_HOLDER', { holder: found.holder?.name ?? '' });
    const text = request.text?.trim() ?? undefined;
    assertNeeds(move, { text, present, coming: request.evidence ?? [] });
    const department = departmentOf(move, request, found, facts.department);
    return {
      id: request.id,
      move,
      at: this.clock.now().toISOString(),
      by: { id: actor.id, name: actor.name, role: appointment.role },
      text,
      holder: holderAfter(move, { steps: found.steps, names: found.areaNames, department }),
      fingerprint: mark,
    };
  }
}

function departmentOf(
  move: CaseMove,
  { department: code }: MoveRequest,
  found: Case,
  department: Department | undefined,
): Custodian | undefined {
  if (moveOf(move).holder !== 'DEPARTMENT') return undefined;
  if (department === undefined)
    throw new Refusal('DEPARTMENT_UNKNOWN', { department: code ?? '' }, ['department']);
  if (!isWithin(found.area, department.area)) {
    throw new Refusal('DEPARTMENT_OUT_OF_AREA', { department: department.name }, ['department']);
  }
  return { level: 'DEPARTMENT', code: department.code, name: department.name };
}

/** Whether the step with this id has been made already; CONFLICT when it was another request. */
function isRepeat(found: Case, id: string, mark: string): boolean {
  const step = found.steps.find((known) => known.id === id);
  if (step !== undefined && step.fingerprint !== mark) throw conflictWith(found, ['id']);
  return step !== undefined;
}

function after(found: Case, move: CaseMove, step: CaseStep): Case {
  return {
    ...found,
    version: found.version + 1,
    state: moveOf(move).to,
    updatedAt: new Date(step.at),
    holder: step.holder,
    steps: [...found.steps, step],
  };
}
