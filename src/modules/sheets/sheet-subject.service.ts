import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { type Target } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Vault } from '../../data/vault';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { type HouseholdChangeService } from '../residents/household-change.service';
import { type HouseholdService } from '../residents/household.service';
import { type HouseholdFile } from '../residents/household.type';
import { idsOf } from '../residents/merge.rules';
import { type ResidentChangeService } from '../residents/resident-change.service';
import { type ResidentService } from '../residents/resident.service';
import { assertOpen } from '../residents/resident.rules';
import { type Resident } from '../residents/resident.type';
import { type Answers } from './answer.rules';
import { type SheetAttribute } from './sheet.rules';
import {
  householdUpdate,
  RECORD_FIELDS,
  residentUpdate,
  saysAlready,
  told,
  type Updates,
} from './update.rules';

/** Whom or what a sheet is filled in about: one of the two. */
export interface SubjectKey {
  readonly resident?: string | null | undefined;
  readonly household?: string | null | undefined;
}

/** The record that a sheet is about, and what permissions and lists must know of it. */
export interface SubjectFile {
  readonly id: string;
  /** Under which ids it was ever on file. */
  readonly ids: readonly string[];
  /** The courtyard it is in now. */
  readonly area: string;
  readonly of: string;
  readonly record:
    | { readonly kind: 'RESIDENT'; readonly resident: Resident }
    | { readonly kind: 'HOUSEHOLD'; readonly household: HouseholdFile };
}

/** What answers change in a record. */
export interface RecordPlan {
  readonly differing: readonly (readonly [SheetAttribute, string])[];
  readonly updates: Updates;
}

/** The residents and households that sheets are about: who may reach them, and how answers update their records. */
export class SheetSubjectService {
  constructor(
    private readonly residents: ResidentService,
    private readonly residentChanges: ResidentChangeService,
    private readonly households: HouseholdService,
    private readonly householdChanges: HouseholdChangeService,
    private readonly vault: Vault,
  ) {}

  /**
   * The record and what lets the actor at it; NOT_FOUND for all others.
   * @throws Refusal ONE_SUBJECT_NEEDED
   */
  async reach(
    actor: Actor,
    reads: CollectionReader,
    key: SubjectKey,
    action: Action,
    options: { consistent?: boolean } = {},
  ): Promise<{ subject: SubjectFile; grant: Appointment }> {
    const subject = await this.find(reads, key, options);
    const grant = subject && grantFor(actor, action, targetOf(actor, subject));
    if (subject === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    return { subject, grant };
  }

  /**
   * The record, for a caller who will be authorised: that which goes on where it was merged; undefined when there is none.
   * @throws Refusal ONE_SUBJECT_NEEDED
   */
  async find(
    reads: CollectionReader,
    { resident, household }: SubjectKey,
    options: { consistent?: boolean } = {},
  ): Promise<SubjectFile | undefined> {
    if ((resident == null) === (household == null)) throw new Refusal('ONE_SUBJECT_NEEDED');
    const id = resident ?? household ?? '';
    if (!isId(id)) return undefined;
    if (resident == null) return householdSubject(await this.households.lookUp(reads, id, options));
    return residentSubject(await this.residents.current(reads, id, options));
  }

  /** What answers would change in a record. */
  async plan({ record }: SubjectFile, updates: Updates, answers: Answers): Promise<RecordPlan> {
    const said = told(updates, answers);
    if (record.kind === 'HOUSEHOLD') {
      const kind = householdUpdate(record.household, said);
      return { updates, differing: kind === undefined ? [] : [['HOUSEHOLD_KIND', kind]] };
    }
    const { resident } = record;
    const [identityIndex, phoneIndex] = await Promise.all([
      this.#indexOf('IDENTITY', said, 'IDENTITY_NUMBER'),
      this.#indexOf('PHONE', said, 'PHONE'),
    ]);
    const known = new Set<SheetAttribute>([
      ...(identityIndex === resident.identityIndex ? (['IDENTITY_NUMBER'] as const) : []),
      ...(phoneIndex === resident.phoneIndex ? (['PHONE'] as const) : []),
    ]);
    const differing = said.filter(
      ([attribute, value]) => !known.has(attribute) && !saysAlready(resident, attribute, value),
    );
    return { updates, differing };
  }

  /**
   * Changes a record as planned, together with the write of what was filled in: all or nothing.
   * @throws Refusal of `checkedPerson` at the answer it is about, RECORD_CLOSED, CONFLICT
   */
  async carryOut(
    actor: Actor,
    grant: Appointment,
    reads: CollectionReader,
    { record }: SubjectFile,
    { differing, updates }: RecordPlan,
    request: { readonly id: string; readonly expectedVersion?: number | null | undefined },
    together: readonly PreparedPut[],
  ): Promise<void> {
    const { id, expectedVersion } = request;
    const args = [actor, grant, reads] as const;
    try {
      if (record.kind === 'HOUSEHOLD') {
        const { household } = record;
        const kind = householdUpdate(household, differing) ?? household.kind;
        const change = { id, kind, expectedVersion: expectedVersion ?? household.version };
        await this.householdChanges.change(...args, household, change, together);
        return;
      }
      const { resident } = record;
      const update = { id, resident: resident.id, expectedVersion: expectedVersion ?? resident.version };
      const change = { ...update, ...residentUpdate(differing) };
      await this.residentChanges.change(...args, resident, change, { together });
    } catch (error) {
      throw error instanceof Refusal ? atItsAnswer(error, updates) : error;
    }
  }

  async #indexOf(
    kind: 'IDENTITY' | 'PHONE',
    said: readonly (readonly [SheetAttribute, string])[],
    attribute: SheetAttribute,
  ): Promise<string | undefined> {
    const [, value] = said.find(([each]) => each === attribute) ?? [];
    return value === undefined ? undefined : this.vault.indexOf(kind, value);
  }
}

/**
 * Throws when a sheet about the record makes no sense any more.
 * @throws Refusal RECORD_CLOSED
 */
export function assertStands({ record }: SubjectFile): void {
  if (record.kind === 'RESIDENT') assertOpen(record.resident);
}

/** What the permissions must know of a record; somebody's own it is under any id they were on file with. */
export function targetOf(actor: Actor, { id, ids, area }: SubjectFile): Target {
  return { area, residentId: ids.includes(actor.id) ? actor.id : id };
}

function residentSubject(resident: Resident | undefined): SubjectFile | undefined {
  const area = resident?.residences[0]?.courtyard;
  if (resident === undefined || area === undefined) return undefined;
  const { id, name } = resident;
  const of = name === '' ? '' : maskedName(name);
  return { id, ids: idsOf(resident), area, of, record: { kind: 'RESIDENT', resident } };
}

function householdSubject(household: HouseholdFile | undefined): SubjectFile | undefined {
  if (household === undefined) return undefined;
  const { id, courtyard, address } = household;
  return { id, ids: [id], area: courtyard, of: address, record: { kind: 'HOUSEHOLD', household } };
}

/** A refusal about an attribute of the record as one about the answer that updates it. */
function atItsAnswer({ code, values, path }: Refusal, updates: Updates): Refusal {
  const entry = (Object.entries(updates) as [SheetAttribute, string][]).find(
    ([attribute]) => RECORD_FIELDS[attribute] === path[0],
  );
  return new Refusal(code, values, entry === undefined ? path : ['answers', entry[1]]);
}
