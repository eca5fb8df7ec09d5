import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf, type Target } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { ancestorAt, isWithin, levelOf } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { type Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf, pageOfAll } from '../../shared/page';
import { type Punctuality } from '../cases/case-clock.rules';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { keptUntilOf } from '../evidence/file-terms.rules';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { type RegistryFact } from '../services/service-item.rules';
import { type ApplicationFormService } from './application-form.service';
import { hindranceOf } from './application-guard.rules';
import { APPLICATION_MOVE_NAMES, type ApplicationMove, type ApplicationState } from './application.machine';
import { limitStateOf, urgencyOf } from './application-limit.rules';
import { actionOf, stepsTaken } from './application-step.rules';
import { targetOf } from './application-target.rules';
import { type ApplicationStepType } from './application-step.type';
import { applicationKey, type ApplicationRepo } from './application.repo';
import {
  type ApplicationRecord,
  type ApplicationSummary,
  endedAtOf,
  type FileStanding,
  missingOf,
  type Standing,
} from './application.rules';
import {
  type ApplicationAnswer,
  type ApplicationApplicant,
  type ApplicationMaterial,
  type SeenApplication,
} from './application.type';

/** Applications as they are read: one's own, the counter's, and the errands of a grid worker. */
export class ApplicationService {
  constructor(
    private readonly repo: ApplicationRepo,
    private readonly residents: ResidentService,
    private readonly evidence: EvidenceService,
    private readonly forms: ApplicationFormService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The application with this id, for whoever has to do with it; NOT_FOUND for all others. One Query. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<SeenApplication> {
    return (await this.reach(actor, reads, id)).application;
  }

  /**
   * The same with what the permissions must know of it, strongly consistent when asked. Whoever made the request `own` before
   * is answered again, also where they have nothing to do with it any more.
   * @throws TechnicalError NOT_FOUND
   */
  async reach(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    { consistent = false, own }: { consistent?: boolean; own?: string } = {},
  ): Promise<{ application: SeenApplication; target: Target }> {
    const found = isId(id) ? await this.repo.find(reads, id, { consistent }) : undefined;
    if (found === undefined) throw new TechnicalError('NOT_FOUND');
    const target = targetOf(found, (await this.#isOwn(actor, reads, found)) ? actor.id : found.resident);
    const grant = grantFor(actor, 'application:read', target);
    const isMade = found.steps.some((step) => step.id === own && step.by.id === actor.id);
    if (grant === undefined && !isMade) throw new TechnicalError('NOT_FOUND');
    const isErrand = grantFor(actor, 'application:read', { ...target, holder: undefined }) === undefined;
    return { application: { ...found, isErrand }, target };
  }

  /** What was applied for in the actor's name, or in a family member's, newest first, also by others; one Query, and one more for each merge. */
  async mine(
    actor: Actor,
    reads: CollectionReader,
    args: PageArgs,
    resident = actor.id,
  ): Promise<Page<ApplicationSummary>> {
    if (grantFor(actor, 'application:list-own', { residentId: resident }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const page = pageOf(args);
    const [first, own] = await Promise.all([
      this.repo.ofResident(resident, page),
      isId(resident) ? this.residents.current(reads, resident) : undefined,
    ]);
    const others = (own === undefined ? [] : idsOf(own)).filter((id) => id !== resident);
    if (others.length === 0) return first;
    const more = await Promise.all(others.map((id) => this.repo.ofResident(id, page)));
    return pageOfAll([first, ...more], page.limit);
  }

  /**
   * What a community, or a part of it, has in a state, the most urgent first, also only what stands so in its limit or in that of
   * its step; one Query, of what is over only of that.
   * @throws TechnicalError BAD_USER_INPUT for a larger area, NOT_FOUND for one that is not theirs
   */
  async toHandle(
    actor: Actor,
    {
      area: named,
      state,
      limitState,
    }: { area?: string | undefined; state: ApplicationState; limitState?: Punctuality | undefined },
    args: PageArgs,
  ): Promise<Page<ApplicationSummary>> {
    const area = named ?? ownArea(actor);
    const community = area && ancestorAt(area, 'COMMUNITY');
    if (area === undefined || community === undefined)
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 12 / 15 / 18' });
    if (grantFor(actor, 'application:handle', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const now = this.clock.now();
    const isWanted = (row: ApplicationSummary) =>
      isWithin(row.area, area) && (limitState === undefined || urgencyOf(row, now) === limitState);
    const within = { state, dueBefore: limitState === 'OVER' ? now : undefined };
    return this.repo.toHandle(community, within, pageOf(args), isWanted);
  }

  /** Where an application, or its step, stands in its limit at this moment; undefined while none runs. */
  limitStateOf(limit: Pick<ApplicationSummary, 'dueAt' | 'nearAt'>): Punctuality | undefined {
    return limitStateOf(limit, this.clock.now());
  }

  /** The steps of its service as it went through them; without what was said for whoever only brings the result. */
  stepsOf(application: SeenApplication): ApplicationStepType[] {
    const now = this.clock.now();
    return stepsTaken(application).map((step) => ({
      ...{ ...step, limitState: limitStateOf(step, step.endedAt ?? now) },
      text: application.isErrand ? undefined : step.text,
    }));
  }

  /** The results that are to be brought in a grid; one Query of those that are ready in its community. */
  async errands(actor: Actor, named: string | undefined, args: PageArgs): Promise<Page<ApplicationSummary>> {
    const grid = named ?? ownArea(actor);
    if (grid === undefined || levelOf(grid) !== 'GRID')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 15' });
    if (grantFor(actor, 'application:bring', { holder: grid }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const isWanted = ({ area, delivery }: ApplicationSummary) =>
      delivery === 'BROUGHT' && isWithin(area, grid);
    return this.repo.toHandle(
      ancestorAt(grid, 'COMMUNITY') ?? grid,
      { state: 'READY' },
      pageOf(args),
      isWanted,
    );
  }

  /** Whose it is, with what the register knows of them now; one Query. Whoever brings the result learns name and address. */
  async applicantOf(
    reads: CollectionReader,
    { resident, maskedName, terms, isErrand }: SeenApplication,
  ): Promise<ApplicationApplicant> {
    const found = await this.residents.current(reads, resident);
    const name = found === undefined || found.name === '' ? maskedName : found.name;
    const facts = isErrand ? (['RESIDENCE'] as const) : terms.fromRegistry;
    const known = facts.flatMap((fact) => {
      const value = found && FACTS[fact](found);
      return value === undefined || value === '' ? [] : [{ fact, value }];
    });
    return { resident, name, known };
  }

  /** What was answered; nothing for whoever only brings the result. */
  async answersOf(application: SeenApplication): Promise<ApplicationAnswer[]> {
    if (application.isErrand) return [];
    const answers = await this.openAnswers(application);
    return application.terms.questions.flatMap(({ code, label }) => {
      const value = answers[code];
      return value === undefined ? [] : [{ code, label, value }];
    });
  }

  /** The answers by their codes. */
  async openAnswers({ id, sealed }: ApplicationRecord): Promise<Readonly<Record<string, string>>> {
    return sealed === undefined ? {} : this.vault.open(id, sealed);
  }

  /** The materials of the service with what was brought; shares the Query of the application. */
  async materialsOf(
    actor: Actor,
    reads: CollectionReader,
    application: SeenApplication,
  ): Promise<ApplicationMaterial[]> {
    if (application.isErrand) return [];
    const files = await this.#files(actor, reads, application);
    const { terms, brought, asked } = application;
    return terms.materials.map(({ code, name, isRequired }) => {
      const here = brought.find((each) => each.code === code);
      return {
        ...{ code, name, isRequired, isAsked: asked.includes(code) },
        files: files.filter(({ id }) => here?.files.includes(id)),
        seenBy: here?.seen?.by,
        seenAt: here?.seen && new Date(here.seen.at),
      };
    });
  }

  /** Files of the result, which whoever brings it carries on paper; shares the Query of the application. */
  async resultOf(actor: Actor, reads: CollectionReader, application: SeenApplication): Promise<Evidence[]> {
    if (application.isErrand) return [];
    const files = await this.#files(actor, reads, application);
    return files.filter(({ id }) => application.result.includes(id));
  }

  /** What is missing before it can be submitted; shares the Query of the application, and reads its sheets where it has any. */
  async missingOf(reads: CollectionReader, application: SeenApplication): Promise<Refusal[]> {
    return application.isErrand ? [] : missingOf(application, await this.thereFor(reads, application));
  }

  /** What is there for it: files, and sheets that are filled in. */
  async thereFor(
    reads: CollectionReader,
    application: ApplicationRecord,
    consistent = false,
  ): Promise<Standing> {
    const [files, filled] = await Promise.all([
      this.standingOf(reads, application.id, consistent),
      this.forms.filled(reads, application),
    ]);
    return { files, filled };
  }

  /** How its files stand; shares the Query of the application. */
  async standingOf(reads: CollectionReader, id: string, consistent = false): Promise<FileStanding> {
    const files = await this.evidence.ofOwner(reads, applicationKey(id), consistent);
    return new Map(files.map((file) => [file.id, file.status]));
  }

  /** The moves that the actor can make now, as far as it is not about what is missing. */
  async movesOf(
    actor: Actor,
    reads: CollectionReader,
    application: SeenApplication,
  ): Promise<ApplicationMove[]> {
    const isOwn = await this.#isOwn(actor, reads, application);
    const target = targetOf(application, isOwn ? actor.id : application.resident);
    return APPLICATION_MOVE_NAMES.filter(
      (move) =>
        grantFor(actor, actionOf(application, move), target) !== undefined &&
        hindranceOf(application, move, actor.id) === undefined,
    );
  }

  async #files(actor: Actor, reads: CollectionReader, application: SeenApplication): Promise<Evidence[]> {
    const all = await this.evidence.ofOwner(reads, applicationKey(application.id));
    const finishedAt = endedAtOf(application);
    return all.map((each) => ({
      ...{ ...each, mayReadOriginal: true, mayUpload: each.by === actor.id },
      keptUntil: keptUntilOf(each, finishedAt),
    }));
  }

  /** Whether it is about the actor, under whatever record. */
  async #isOwn(
    actor: Actor,
    reads: CollectionReader,
    { resident }: Pick<ApplicationRecord, 'resident'>,
  ): Promise<boolean> {
    if (resident === actor.id) return true;
    if (!isId(actor.id) || !actor.appointments.some(({ role }) => role === 'RESIDENT')) return false;
    const own = await this.residents.current(reads, actor.id);
    return own !== undefined && idsOf(own).includes(resident);
  }
}

const FACTS: Readonly<Record<RegistryFact, (resident: Resident) => string | undefined>> = {
  NAME: ({ name }) => name,
  SEX: ({ sex }) => sex,
  BIRTH_DATE: ({ birthDate }) => birthDate,
  IDENTITY_NUMBER: ({ maskedIdentityNumber }) => maskedIdentityNumber,
  PHONE: ({ maskedPhone }) => maskedPhone,
  RESIDENCE: ({ residences }) => residences[0]?.address,
};

function ownArea(actor: Actor): string | undefined {
  return actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
}
