import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type RecordLink } from '../../shared/record-link.type';
import { type EvidenceStatus, isSettled } from '../evidence/evidence.rules';
import {
  type RegistryFact,
  type ServiceChannel,
  sheetsOf,
  type ServiceItem,
  type ServiceSheet,
  type ServiceStep,
} from '../services/service-item.rules';
import { type CurrentStep } from './application-step.rules';
import {
  applicationMove,
  type ApplicationMove,
  type ApplicationState,
  isWithNobody,
} from './application.machine';

/** How the resident is told. Numbers are in the register: nobody types one. */
export const CONTACT_WAYS = ['PORTAL', 'PHONE_ON_FILE', 'GRID_WORKER'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** How the result comes to the resident. */
export const DELIVERIES = ['COUNTER', 'BROUGHT'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** How a resident agreed that somebody applies for them. */
export const CONSENT_WAYS = ['SIGNED', 'SPOKEN', 'BY_PHONE'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** Somebody in the history, as they were then; a resident's name is masked. */
export interface ApplicationPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Why somebody else may apply: how the resident agreed, and when (RFC 3339 UTC). */
export interface Consent {
  readonly way: ConsentWay;
  readonly at: string;
  readonly to: ApplicationPerson;
}

/** What was brought for one material: ids of files, or who saw the original and when. */
export interface BroughtMaterial {
  readonly code: string;
  readonly files: readonly string[];
  readonly seen?: { readonly at: string; readonly by: ApplicationPerson } | undefined;
}

/** One step of its history. */
export interface ApplicationStep {
  readonly id: string;
  readonly mark: string;
  readonly move: ApplicationMove | 'OPEN' | 'AMEND';
  /** The state that it led to. */
  readonly to: ApplicationState;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly by: ApplicationPerson;
  readonly text?: string | undefined;
  /** Codes of materials that were asked for, or brought. */
  readonly materials?: readonly string[] | undefined;
  readonly score?: number | undefined;
  /** By when the step of the service was to be done that this ended (RFC 3339 UTC). */
  readonly due?: string | undefined;
}

/** What of a service an application keeps: the terms it was opened under. */
export interface ApplicationTerms {
  readonly version: number;
  readonly materials: readonly {
    readonly code: string;
    readonly name: string;
    readonly isRequired: boolean;
  }[];
  readonly questions: readonly {
    readonly code: string;
    readonly label: string;
    readonly isRequired: boolean;
  }[];
  readonly fromRegistry: readonly RegistryFact[];
  /** Working days for taking it in, and for all the steps after that. */
  readonly days: { readonly acceptance: number; readonly handling: number };
  /** The sheets that are to be filled in about the applicant; absent where there are none. */
  readonly forms?: readonly ServiceSheet[] | undefined;
  /** The steps, in order, the first for taking it in; absent where it was opened before they were kept. */
  readonly steps?: readonly ServiceStep[] | undefined;
}

/** An application as lists show it. */
export interface ApplicationSummary {
  readonly id: string;
  readonly service: string;
  readonly serviceName: string;
  readonly maskedName: string;
  /** Code of the courtyard the resident lived in when it was opened; today's code of it while it is open. */
  readonly area: string;
  readonly state: ApplicationState;
  readonly delivery: Delivery;
  readonly openedAt: Date;
  /** When the limit of whoever has it ends; undefined while none runs. */
  readonly dueAt?: Date | undefined;
  /** When four fifths of that limit have passed; undefined while none runs, and of limits from before this was kept. */
  readonly nearAt?: Date | undefined;
  /** The step that it stands at once it is accepted; none of a service of one step, which is handled as a whole. */
  readonly step?: CurrentStep | undefined;
}

/** An application as it is kept. */
export interface ApplicationRecord extends ApplicationSummary {
  readonly version: number;
  readonly resident: string;
  readonly terms: ApplicationTerms;
  readonly channel: ServiceChannel;
  readonly contact: ContactWay;
  readonly consent?: Consent | undefined;
  /** What it came from: a visit, or a note of a work log. */
  readonly origin?: RecordLink | undefined;
  readonly brought: readonly BroughtMaterial[];
  /** Codes of materials that are asked for beside those that are required. */
  readonly asked: readonly string[];
  /** Codes of the questions that are answered; the answers are sealed. */
  readonly answered: readonly string[];
  readonly sealed?: Uint8Array | undefined;
  /** Ids of the files of the result. */
  readonly result: readonly string[];
  /** Working milliseconds that were left when the limit stood still. */
  readonly left?: number | undefined;
  /** Those that were left then until it was near its end; none where it was already. */
  readonly nearLeft?: number | undefined;
  readonly steps: readonly ApplicationStep[];
}

/** Most of everything. The figures are ours. */
export const MOST_OF_APPLICATION = {
  steps: 60,
  stepsOfResult: 80,
  text: 200,
  answer: 200,
  consentDays: 30,
} as const;

/** Working days where a service names none, and for an appeal. Ours. */
export const USUAL_DAYS = { acceptance: 5, handling: 20, appeal: 20 } as const;

/** The terms under which a service is applied for. */
export function termsOf({
  version,
  materials,
  questions,
  fromRegistry,
  steps,
  forms,
}: ServiceItem): ApplicationTerms {
  const sheets = sheetsOf(forms);
  const [first = 0, ...rest] = steps.map(({ workingDays }) => workingDays ?? 0);
  const after = rest.reduce((sum, days) => sum + days, 0);
  // A service of one step is handled within the same days.
  const handling = after > 0 ? after : first;
  return {
    version,
    materials: materials.map(({ code, name, isRequired }) => ({ code, name, isRequired })),
    questions,
    fromRegistry,
    ...(sheets.length > 0 && { forms: sheets }),
    days: {
      acceptance: first > 0 ? first : USUAL_DAYS.acceptance,
      handling: handling > 0 ? handling : USUAL_DAYS.handling,
    },
    steps: steps.map(({ name, by, department, workingDays }) => ({
      name,
      by,
      ...(department != null && { department }),
      ...(workingDays != null && { workingDays }),
    })),
  };
}

/** How the files of an application stand, by id. */
export type FileStanding = ReadonlyMap<string, EvidenceStatus>;

/** What is there for an application: how its files stand, and ids of the sheets that are filled in. */
export interface Standing {
  readonly files: FileStanding;
  readonly filled: ReadonlySet<string>;
}

/**
 * All that is still missing: materials that are required or were asked for and neither were seen nor have a file that is good
 * (where `isVerified`: that has come and was checked), sheets, and answers.
 */
export function missingOf(
  { terms, brought, asked, answered }: Pick<ApplicationRecord, 'terms' | 'brought' | 'asked' | 'answered'>,
  { files, filled }: Standing,
  isVerified = false,
): Refusal[] {
  const isGood = (file: string) => {
    const status = files.get(file);
    return status === 'VERIFIED' || (!isVerified && status === 'AWAITED');
  };
  const isThere = (code: string) =>
    brought.some((each) => each.code === code && (each.seen !== undefined || each.files.some(isGood)));
  return [
    ...terms.materials
      .filter(({ code, isRequired }) => (isRequired || asked.includes(code)) && !isThere(code))
      .map(({ code, name }) => new Refusal('APPLICATION_MATERIAL_MISSING', { name }, ['materials', code])),
    ...(terms.forms ?? [])
      .filter(({ sheet }) => !filled.has(sheet))
      .map(({ name, sheet }) => new Refusal('APPLICATION_FORM_MISSING', { name }, ['forms', sheet])),
    ...terms.questions
      .filter(({ code, isRequired }) => isRequired && !answered.includes(code))
      .map(({ code, label }) => new Refusal('APPLICATION_ANSWER_MISSING', { label }, ['answers', code])),
  ];
}

/** Whether all files of the result that were announced have come and were checked; also where none was, and it is on paper. */
export function isResultThere({ result }: Pick<ApplicationRecord, 'result'>, files: FileStanding): boolean {
  return result.every((id) => isSettled(files.get(id) ?? 'AWAITED'));
}

/** The state that a move leads to. */
export function stateAfter({ state, steps }: ApplicationRecord, move: ApplicationMove): ApplicationState {
  const { to } = applicationMove(move);
  if (to === 'SAME') return state;
  if (to !== 'BEFORE') return to;
  const asked = steps.map((step) => step.move).lastIndexOf('ASK');
  return steps[asked - 1]?.to ?? 'SUBMITTED';
}

/** Since when no office has had to do with an application; undefined while one has. */
export function endedAtOf({ state, steps }: Pick<ApplicationRecord, 'state' | 'steps'>): Date | undefined {
  const last = steps.at(-1);
  return last !== undefined && isWithNobody(state) ? new Date(last.at) : undefined;
}

/** The materials with those that were brought now. */
export function withBrought(
  before: readonly BroughtMaterial[],
  now: readonly BroughtMaterial[],
): readonly BroughtMaterial[] {
  const codes = [...new Set([...before, ...now].map(({ code }) => code))];
  return codes.map((code) => {
    const all = [...before, ...now].filter((each) => each.code === code);
    const seen = all.map((each) => each.seen).findLast((each) => each !== undefined);
    return { code, files: [...new Set(all.flatMap(({ files }) => files))], seen };
  });
}

/** The record as a repeated request finds it; undefined when it was not taken in yet. */
export function takenIn(
  record: ApplicationRecord | undefined,
  { id, mark }: { readonly id: string; readonly mark: string },
): ApplicationRecord | undefined {
  const step = record?.steps.find((each) => each.id === id);
  if (step === undefined) return undefined;
  if (step.mark !== mark) throw conflictWith(record, ['id']);
  return record;
}

/** The refusal that tells what was done last, and by whom. */
export function conflictWith(record: ApplicationRecord | undefined, path: readonly string[]): Refusal {
  const last = record?.steps.at(-1);
  const when: Day = last?.at.replace(/\.\d+Z$/, 'Z') ?? '';
  return new Refusal('CONFLICT', { what: `${last?.by.name ?? ''} ${when}`.trim() }, path);
}
