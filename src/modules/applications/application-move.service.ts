import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Vault } from '../../data/vault';
import { ancestorAt } from '../../shared/area-code';
import { unseenBy } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type OfficeHours, USUAL_HOURS } from '../../shared/working-time';
import { type AreaService } from '../areas/area.service';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { type EvidenceService } from '../evidence/evidence.service';
import { type ResidentService } from '../residents/resident.service';
import { hindranceOf } from './application-guard.rules';
import { type AmendApplicationInput, type MoveApplicationInput } from './application.input';
import { type ApplicationCorrectionService } from './application-correction.service';
import { AMENDABLE, applicationMove, isWithNobody, WITH_RESULT } from './application.machine';
import { applicationKey, type ApplicationRepo } from './application.repo';
import { limitAfter, stepAfter } from './application-limit.rules';
import { actionOf, dueOfStepEndedBy } from './application-step.rules';
import { askedIn, assertNotTooLong, assertThere } from './application-move.rules';
import {
  assertPapers,
  assertMaterials,
  broughtFrom,
  checkedAnswers,
  checkedOpinion,
  checkedScore,
} from './application-request.rules';
import {
  type ApplicationPerson,
  type ApplicationRecord,
  type ApplicationStep,
  conflictWith,
  stateAfter,
  takenIn,
  withBrought,
} from './application.rules';
import { type ApplicationService } from './application.service';
import { type SeenApplication } from './application.type';

/** What came of a request. */
export interface ApplicationAnswered {
  readonly application: SeenApplication;
}

/** When the offices of a district work at a moment. */
export type FindOffice = (district: string, at: Date) => Promise<OfficeHours>;

/** Who an application uses to be changed. */
export interface ApplicationSources {
  readonly applications: ApplicationService;
  readonly residents: ResidentService;
  readonly areas: Pick<AreaService, 'standingFor'>;
  readonly evidence: EvidenceService;
  readonly corrections: ApplicationCorrectionService;
  readonly vault: Vault;
  readonly office: FindOffice;
}

type Request = Pick<MoveApplicationInput, 'id' | 'application' | 'expectedVersion'>;

/** Everything that is done with an application once it was opened. */
export class ApplicationMoveService {
  constructor(
    private readonly repo: ApplicationRepo,
    private readonly sources: ApplicationSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds materials and answers, by who applied while it is theirs; originals that were seen also by the counter. The same id and
   * content gives the same answer again. `after`: ids of the actor's own requests that it was made on top of.
   * @throws Refusal ID_INVALID, CONFLICT, APPLICATION_NOT_YOURS, APPLICATION_NOT_OPEN, APPLICATION_TOO_LONG,
   *   APPLICATION_MATERIAL_UNKNOWN, those of answers, of evidence slots and of corrections
   */
  async amend(
    actor: Actor,
    reads: CollectionReader,
    input: AmendApplicationInput,
    after?: readonly string[],
  ): Promise<ApplicationAnswered> {
    const { before, target, mark, taken } = await this.#reach(actor, reads, input, { input, after });
    if (taken !== undefined) return { application: taken };
    const grant = this.#mayAmend(actor, target, before, input);
    assertMaterials(
      before.terms,
      input.materials.map(({ code }) => code),
    );
    const by = personOf(actor, grant);
    const at = this.clock.now().toISOString();
    const brought = broughtFrom(input.materials, { at, by });
    const saying = { application: before.id, terms: before.terms, id: input.id, mark, by: actor.id };
    const told = [reads, before.resident, input.corrections, saying] as const;
    const files = input.materials.flatMap((each) => each.evidence);
    const beside = [
      ...(await this.#slots(actor, reads, before, files)),
      ...(await this.sources.corrections.proposingFor(...told)),
    ];
    const given = checkedAnswers(before.terms, input.answers);
    const codes = [...new Set(brought.map(({ code }) => code))];
    const step = {
      ...{ id: input.id, mark, at, by, to: before.state },
      move: 'AMEND',
      materials: codes,
    } as const;
    const next: ApplicationRecord = {
      ...before,
      ...(await this.#withAnswers(before, given)),
      ...{ brought: withBrought(before.brought, brought), steps: [...before.steps, step] },
      version: before.version + 1,
    };
    return this.#save(actor, reads, next, beside);
  }

  /**
   * Makes a move of the machine; `after` and repeating as with {@link amend}.
   * @throws Refusal ID_INVALID, CONFLICT, APPLICATION_NOT_YOURS, those of `hindranceOf`, all that is missing at once, and those
   *   of texts, scores and evidence slots
   */
  async move(
    actor: Actor,
    reads: CollectionReader,
    input: MoveApplicationInput,
    after?: readonly string[],
  ): Promise<ApplicationAnswered> {
    const now = this.clock.now();
    const [{ before, target, mark, taken }, office] = await Promise.all([
      this.#reach(actor, reads, input, { input, after }),
      this.#office(actor, now),
    ]);
    if (taken !== undefined) return { application: taken };
    const { move } = input;
    const grant = grantFor(actor, actionOf(before, move), target);
    if (grant === undefined) throw new Refusal('APPLICATION_NOT_YOURS', {}, ['move']);
    const hindrance = hindranceOf(before, move, actor.id);
    if (hindrance !== undefined) throw hindrance;
    const { needs } = applicationMove(move);
    assertNotTooLong(before, move);
    const to = stateAfter(before, move);
    const [standing, area] = await Promise.all([
      this.sources.applications.thereFor(reads, before, true),
      isWithNobody(before.state) && !isWithNobody(to) ? this.#areaToday(before) : before.area,
    ]);
    assertThere(needs, before, standing);
    const asked = needs.includes('MATERIALS') ? askedIn(before, input.materials) : [];
    const result = WITH_RESULT.includes(move) ? input.evidence : [];
    const step: ApplicationStep = {
      ...{ id: input.id, mark, move, at: now.toISOString(), by: personOf(actor, grant) },
      to,
      text: checkedOpinion(input.text, needs.includes('TEXT')),
      ...(asked.length > 0 && { materials: asked }),
      ...(needs.includes('SCORE') && { score: checkedScore(input.score) }),
      due: dueOfStepEndedBy(before, move),
    };
    const next: ApplicationRecord = {
      ...before,
      ...{ area, state: to, version: before.version + 1, steps: [...before.steps, step] },
      ...{ ...limitAfter(before, move, office, now), step: stepAfter(before, move, office, now) },
      asked: [...new Set([...before.asked, ...asked])],
      // What was brought of it did not do.
      brought: before.brought.filter(({ code }) => !asked.includes(code)),
      result: WITH_RESULT.includes(move) ? result.map(({ id }) => id) : before.result,
    };
    return this.#save(actor, reads, next, await this.#slots(actor, reads, before, result));
  }

  async #reach(
    actor: Actor,
    reads: CollectionReader,
    { id, application: of, expectedVersion }: Request,
    { input, after }: { readonly input: object; readonly after: readonly string[] | undefined },
  ) {
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [{ application: before, target }, mark] = await Promise.all([
      this.sources.applications.reach(actor, reads, of, { consistent: true, own: id }),
      this.sources.residents.markOf(actor, input),
    ]);
    const taken = takenIn(before, { id, mark }) && before;
    if (taken === undefined) {
      const unseen = unseenBy({ expectedVersion, after }, before.version, before.steps);
      if (unseen === undefined || unseen.length > 0) throw conflictWith(before, ['expectedVersion']);
    }
    return { before, target, mark, taken };
  }

  #mayAmend(
    actor: Actor,
    target: Parameters<typeof grantFor>[2],
    before: SeenApplication,
    { materials, answers, corrections }: AmendApplicationInput,
  ): Appointment {
    const own = grantFor(actor, 'application:apply', target);
    const counter = grantFor(actor, 'application:handle', target);
    const isSeenOnly =
      answers.length === 0 &&
      corrections == null &&
      materials.every(({ seen, evidence }) => seen && evidence.length === 0);
    const grant = own ?? (isSeenOnly ? counter : undefined);
    if (grant === undefined || (grant.role === 'RESIDENT' && materials.some(({ seen }) => seen)))
      throw new Refusal('APPLICATION_NOT_YOURS', {}, ['materials']);
    const isAtCounter = counter !== undefined && isSeenOnly && before.state === 'SUBMITTED';
    if (!AMENDABLE.includes(before.state) && !isAtCounter) throw new Refusal('APPLICATION_NOT_OPEN');
    assertNotTooLong(before, 'AMEND');
    return grant;
  }

  /** The writes that open slots for files, beside those that there are. */
  async #slots(
    actor: Actor,
    reads: CollectionReader,
    { id, area }: ApplicationRecord,
    slots: readonly EvidenceSlotInput[],
  ): Promise<readonly PreparedPut[]> {
    if (slots.length === 0) return [];
    assertPapers(slots);
    const present = await this.sources.applications.standingOf(reads, id, true);
    return this.sources.evidence.prepare(actor, { key: applicationKey(id), area }, slots, present.size);
  }

  /** Today's code of where it lies: nobody looks after the code of what comes to an office only now. */
  async #areaToday({ area }: ApplicationRecord): Promise<string> {
    return (await this.sources.areas.standingFor(area))?.code ?? area;
  }

  async #withAnswers(
    before: ApplicationRecord,
    given: Readonly<Record<string, string>>,
  ): Promise<Pick<ApplicationRecord, 'answered' | 'sealed'>> {
    if (Object.keys(given).length === 0) return before;
    const answers = { ...(await this.sources.applications.openAnswers(before)), ...given };
    return { answered: Object.keys(answers), sealed: await this.sources.vault.seal(before.id, answers) };
  }

  async #save(
    actor: Actor,
    reads: CollectionReader,
    next: ApplicationRecord & { readonly isErrand?: boolean },
    beside: readonly PreparedPut[],
  ): Promise<ApplicationAnswered> {
    const { isErrand = false, ...record } = next;
    const last = record.steps.at(-1);
    const result = await this.repo.save(reads, record, beside, actor.standing);
    if (result.done) return { application: { ...record, isErrand } };
    const [found, ...others] = result.found;
    const standing = this.repo.fromItem(found);
    const taken = last && takenIn(standing, last);
    if (taken !== undefined) return { application: { ...taken, isErrand } };
    if (standing === undefined) assertIdFree(others);
    if (standing === undefined && others.some((item) => item !== undefined))
      throw this.sources.evidence.slotConflict(others);
    throw conflictWith(standing, ['expectedVersion']);
  }

  /** When the offices of the actor's district work: it is the application's too. Kept for a minute. */
  async #office(actor: Actor, now: Date): Promise<OfficeHours> {
    const district = ancestorAt(actor.appointments[0]?.area ?? '', 'DISTRICT');
    return district === undefined ? USUAL_HOURS : this.sources.office(district, now);
  }
}

/** Who acts, as the history keeps it: a resident's name masked. */
export function personOf({ id, name }: Actor, { role }: Appointment): ApplicationPerson {
  return { id, name: role === 'RESIDENT' ? maskedName(name) : name, role };
}

/**
 * Throws where a request of the resident's about their record has this id.
 * @throws Refusal CONFLICT
 */
export function assertIdFree(found: readonly (Record<string, unknown> | undefined)[]): void {
  const taken = found.find((item) => item?.__edb_e__ === 'data-request');
  if (taken !== undefined) throw new Refusal('CONFLICT', { what: String(taken.id) }, ['id']);
}
