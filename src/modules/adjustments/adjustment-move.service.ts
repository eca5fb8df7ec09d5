import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import {
  type DecideAdjustmentInput,
  type ProposeAdjustmentInput,
  type WithdrawAdjustmentInput,
} from './adjustment.input';
import { type AdjustmentMove, moveOf, roleFor } from './adjustment.machine';
import { type AdjustmentRepo } from './adjustment.repo';
import { type Adjustment, type AdjustmentStep } from './adjustment.type';
import { STATE_NAMES, MOVE_NAMES } from './adjustment.words';
import { type AdjustmentDraftService } from './adjustment-draft.service';
import { type AdjustmentService } from './adjustment.service';

/** Most characters of a reason. */
const MOST_REASON = 500;

/** A request about a plan that stands. */
interface MoveRequest {
  readonly id: string;
  readonly adjustment: string;
  readonly expectedVersion: number;
  readonly reason?: string | null | undefined;
}

/** What one gets: the plan as it stands now. */
interface Moved {
  readonly adjustment: Adjustment;
}

/** Proposing plans, deciding and withdrawing them. */
export class AdjustmentMoveService {
  constructor(
    private readonly repo: AdjustmentRepo,
    private readonly adjustments: AdjustmentService,
    private readonly drafts: AdjustmentDraftService,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes a plan. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, OUT_OF_AREA, those of a draft, GRID_IN_OTHER_PLAN, CONFLICT
   */
  async propose(actor: Actor, reads: CollectionReader, input: ProposeAdjustmentInput): Promise<Moved> {
    const { id, community } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = reasonOf(input.reason, true) ?? '';
    const grant = grantFor(actor, 'adjustment:propose', { area: community });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['community']);
    const mark = fingerprint([actor.id, input]);
    // What was proposed already may have changed the ground since, so the repeat is known before anything is checked.
    const known = await this.repo.find(reads, id, { consistent: true });
    if (known !== undefined) return repeated(known, id, mark);
    const { content, kinds, changes } = await this.drafts.draft(reads, input);
    const at = this.clock.now();
    const step = this.#step('PROPOSE', { id, mark, reason, actor, grant });
    const proposed: Adjustment = {
      ...{ id, version: 1, state: 'PROPOSED', community, effectiveOn: input.effectiveOn, proposedAt: at },
      ...{ kinds, changes, reason, content, steps: [step] },
      ...{ grids: content.grids, courtyards: content.courtyards, workers: content.workers },
    };
    const result = await this.repo.create(reads, proposed, actor.standing);
    if (result.done) return { adjustment: proposed };
    if (result.standing !== undefined) return repeated(result.standing, id, mark);
    throw new Refusal('GRID_IN_OTHER_PLAN', { grid: result.takenGrid ?? '' }, ['grids']);
  }

  /**
   * Approves or rejects a plan, one level above whoever proposed it.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, CONFLICT, ADJUSTMENT_MOVE_NOT_ALLOWED,
   *   NOT_DECIDER, OWN_PROPOSAL, EFFECTIVE_DATE_PAST
   */
  async decide(actor: Actor, reads: CollectionReader, input: DecideAdjustmentInput): Promise<Moved> {
    return this.#move(actor, reads, input.decision, input);
  }

  /**
   * Withdraws a plan before its day, by the level that proposed it.
   * @throws Refusal ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, CONFLICT, ADJUSTMENT_MOVE_NOT_ALLOWED,
   *   NOT_PROPOSERS_LEVEL
   */
  async withdraw(actor: Actor, reads: CollectionReader, input: WithdrawAdjustmentInput): Promise<Moved> {
    return this.#move(actor, reads, 'WITHDRAW', input);
  }

  async #move(
    actor: Actor,
    reads: CollectionReader,
    move: 'APPROVE' | 'REJECT' | 'WITHDRAW',
    request: MoveRequest,
  ): Promise<Moved> {
    const { id, expectedVersion } = request;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = reasonOf(request.reason, move !== 'APPROVE');
    const found = await this.adjustments.find(actor, reads, request.adjustment, { consistent: true });
    if (found === undefined) throw new Refusal('NOT_FOUND', {}, ['adjustment']);
    const mark = fingerprint([actor.id, move, request]);
    if (found.steps.some((step) => step.id === id)) return repeated(found, id, mark);
    if (expectedVersion !== found.version) throw conflictWith(found, ['expectedVersion']);
    assertMove(move, found);
    const grant = assertMover(actor, move, found);
    if (move === 'APPROVE' && found.effectiveOn < businessDate(this.clock.now()))
      throw new Refusal('EFFECTIVE_DATE_PAST', { date: found.effectiveOn });

    const moved = after(found, move, this.#step(move, { id, mark, reason, actor, grant }));
    const result = await this.repo.replace(reads, moved, actor.standing);
    if (result.done) return { adjustment: moved };
    if (result.standing?.steps.some((step) => step.id === id) === true)
      return repeated(result.standing, id, mark);
    throw conflictWith(result.standing ?? found);
  }

  #step(
    move: AdjustmentStep['move'],
    facts: { id: string; mark: string; reason: string | undefined; actor: Actor; grant: Appointment },
  ): AdjustmentStep {
    const { id, mark, reason, actor, grant } = facts;
    const by = { id: actor.id, name: actor.name, role: grant.role };
    return { id, move, at: this.clock.now().toISOString(), by, reason, mark };
  }
}

/** The plan after a move. */
export function after(found: Adjustment, move: AdjustmentMove, step: AdjustmentStep): Adjustment {
  return {
    ...found,
    version: found.version + 1,
    state: moveOf(move).to,
    steps: [...found.steps, step],
  };
}

function assertMove(move: AdjustmentMove, { state }: Adjustment): void {
  if (!moveOf(move).from.includes(state))
    throw new Refusal('ADJUSTMENT_MOVE_NOT_ALLOWED', { state: STATE_NAMES[state], move: MOVE_NAMES[move] });
}

/** The appointment in which the actor may make the move. */
function assertMover(actor: Actor, move: AdjustmentMove, { community, steps }: Adjustment): Appointment {
  const proposer = steps[0]?.by;
  const role = proposer && roleFor(move, proposer.role);
  const appointments = actor.appointments.filter((own) => own.role === role);
  const action: Action = move === 'WITHDRAW' ? 'adjustment:propose' : 'adjustment:decide';
  const grant = grantFor({ ...actor, appointments }, action, { area: community });
  if (grant === undefined) throw new Refusal(move === 'WITHDRAW' ? 'NOT_PROPOSERS_LEVEL' : 'NOT_DECIDER');
  if (move !== 'WITHDRAW' && proposer?.id === actor.id) throw new Refusal('OWN_PROPOSAL');
  return grant;
}

function reasonOf(text: string | null | undefined, isNeeded: boolean): string | undefined {
  const reason = text?.trim() ?? '';
  if (reason === '' && isNeeded) throw new Refusal('TEXT_REQUIRED', {}, ['reason']);
  if (reason.length > MOST_REASON) throw new Refusal('TEXT_TOO_LONG', { max: MOST_REASON }, ['reason']);
  return reason === '' ? undefined : reason;
}

/** The answer to a request that was done before; CONFLICT when its id was used for another. */
function repeated(found: Adjustment, id: string, mark: string): Moved {
  if (found.steps.some((step) => step.id === id && step.mark === mark)) return { adjustment: found };
  throw conflictWith(found, ['id']);
}

function conflictWith({ steps }: Adjustment, path: readonly string[] = []): Refusal {
  const last = steps.at(-1);
  const move = MOVE_NAMES[last?.move ?? 'PROPOSE'];
  const who = last?.by?.name ?? '';
  const when = last?.at.replace(/\.\d+Z$/, 'Z') ?? '';
  const what = { zh: `${who}于 ${when} ${move.zh}`, en: `${who}, ${move.en}, ${when}` };
  return new Refusal('CONFLICT', { what }, path);
}
