import { ancestorAt } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';

/** What a service is about. */
export const SERVICE_KINDS = [
  'BIRTH',
  'ASSISTANCE',
  'MEDICAL_INSURANCE',
  'SOCIAL_INSURANCE',
  'RESIDENCE',
  'DISABILITY',
  'ELDERLY',
  'HOUSING',
  'OTHER',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** By which ways one can apply. */
export const SERVICE_CHANNELS = ['ONLINE', 'COUNTER', 'GRID_WORKER'] as const;
export type ServiceChannel = (typeof SERVICE_CHANNELS)[number];

/** Who does a step. */
export const SERVICE_HANDLERS = ['COMMUNITY', 'STREET', 'DISTRICT'] as const;
export type ServiceHandler = (typeof SERVICE_HANDLERS)[number];

/** What the register knows of an applicant, so that nobody is asked for it. */
export const REGISTRY_FACTS = ['NAME', 'SEX', 'BIRTH_DATE', 'IDENTITY_NUMBER', 'PHONE', 'RESIDENCE'] as const;
export type RegistryFact = (typeof REGISTRY_FACTS)[number];

/** Something an applicant brings. */
export interface ServiceMaterial {
  readonly code: string;
  readonly name: string;
  readonly isRequired: boolean;
  /** Which bureau it is from. */
  readonly issuer?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** Address of an example picture. */
  readonly example?: string | null | undefined;
}

/** Something an applicant is asked, because no register knows it. */
export interface ServiceQuestion {
  readonly code: string;
  readonly label: string;
  readonly isRequired: boolean;
}

/** One step, and how long it may take. */
export interface ServiceStep {
  readonly name: string;
  readonly by: ServiceHandler;
  /** The department of the district that does it here; where none is named, the street enters what the district did. */
  readonly department?: StepDepartment | null | undefined;
  /** Working days it may take. */
  readonly workingDays?: number | null | undefined;
}

/** A department that does a step. */
export interface StepDepartment {
  readonly code: string;
  readonly name: string;
}

/** Where one can go. */
export interface ServicePlace {
  readonly name: string;
  readonly address?: string | null | undefined;
  readonly hours?: string | null | undefined;
}

/** A form to be filled in. */
export interface ServiceForm {
  readonly name: string;
  readonly url?: string | null | undefined;
  /** Id of the sheet that it is, where it is filled in here. */
  readonly sheet?: string | null | undefined;
}

/** A form that is a sheet. */
export interface ServiceSheet {
  readonly name: string;
  readonly sheet: string;
}

/** Those of a service's forms that are filled in here. */
export function sheetsOf(forms: readonly ServiceForm[]): readonly ServiceSheet[] {
  return forms.flatMap(({ name, sheet }) => (sheet == null ? [] : [{ name, sheet }]));
}

/** What a version of a service says. */
export interface ServiceContent {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ServiceKind;
  readonly channels: readonly ServiceChannel[];
  readonly whoMayApply: string;
  readonly places: readonly ServicePlace[];
  readonly materials: readonly ServiceMaterial[];
  readonly questions: readonly ServiceQuestion[];
  readonly fromRegistry: readonly RegistryFact[];
  readonly steps: readonly ServiceStep[];
  readonly fees: string;
  readonly legalBasis: readonly string[];
  readonly forms: readonly ServiceForm[];
}

/** A service as a list shows it: the version that holds. */
export interface ServiceSummary {
  /** `<district>-<code>`, the same in all versions. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ServiceKind;
  readonly channels: readonly ServiceChannel[];
  readonly from: Day;
  readonly until: Day;
}

/** A version of a service, as it is kept; nothing of it changes but its last day, when the next one is published. */
export interface ServiceItem extends ServiceContent, ServiceSummary {
  /** Who published it and when: id of the request, its fingerprint, name and moment (RFC 3339 UTC). */
  readonly published: {
    readonly id: string;
    readonly mark: string;
    readonly by: string;
    readonly at: string;
  };
}

/** The last day of what has no end. */
export const NO_END: Day = '9999-12-31';

/** Most of everything. The figures are ours: an item is read as a whole, and its row in lists of a hundred. */
export const MOST_OF_SERVICE = {
  ...{ name: 20, aliases: 4, text: 500, short: 100, url: 300 },
  ...{ materials: 20, questions: 20, steps: 10, places: 10, legalBasis: 10, forms: 10, days: 250 },
} as const;

/** The district of a service; undefined where the id is none. */
export function districtOfService(id: string): string | undefined {
  return /^\d{6}-[A-Z][A-Z_]{2,29}$/.test(id) ? ancestorAt(id.slice(0, 6), 'DISTRICT') : undefined;
}

/** The version that holds on a day, among those of one service. */
export function holdingOn(versions: readonly ServiceItem[], day: Day): ServiceItem | undefined {
  return versions.find(({ from, until }) => from <= day && day <= until);
}

/** Everything for which a version is refused; empty where it is sound. */
export function flawsOfService(item: ServiceContent): readonly Refusal[] {
  const { name, aliases, whoMayApply, fees, channels, materials, questions, steps } = item;
  const texts: readonly (readonly [string | undefined, number, readonly string[]])[] = [
    [name, MOST_OF_SERVICE.name, ['name']],
    ...aliases.map((alias, at) => [alias, MOST_OF_SERVICE.name, ['aliases', String(at)]] as const),
    [whoMayApply, MOST_OF_SERVICE.text, ['whoMayApply']],
    [fees, MOST_OF_SERVICE.text, ['fees']],
    ...item.legalBasis.map((law, at) => [law, MOST_OF_SERVICE.short, ['legalBasis', String(at)]] as const),
    ...(['materials', 'places', 'steps', 'forms'] as const).flatMap((field) =>
      item[field].map((each, at) => [each.name, MOST_OF_SERVICE.short, [field, String(at), 'name']] as const),
    ),
    ...questions.map(
      ({ label }, at) => [label, MOST_OF_SERVICE.short, ['questions', String(at), 'label']] as const,
    ),
  ];
  return [
    ...flawsOfCounts(item),
    ...texts.flatMap(([text, max, path]) => flawsOfText(text ?? '', max, path)),
    ...materials.flatMap(({ issuer, note }, at) => [
      ...flawOfLength(issuer, ['materials', String(at), 'issuer']),
      ...flawOfLength(note, ['materials', String(at), 'note']),
    ]),
    ...item.places.flatMap(({ address, hours }, at) => [
      ...flawOfLength(address, ['places', String(at), 'address']),
      ...flawOfLength(hours, ['places', String(at), 'hours']),
    ]),
    ...materials.flatMap(({ example }, at) => flawOfUrl(example, ['materials', String(at), 'example'])),
    ...item.forms.flatMap(({ url }, at) => flawOfUrl(url, ['forms', String(at), 'url'])),
    ...(channels.length === 0 ? [new Refusal('SERVICE_CHANNEL_NEEDED', {}, ['channels'])] : []),
    ...codesTwice(materials, 'materials'),
    ...codesTwice(questions, 'questions'),
    ...steps.flatMap(({ workingDays }, at) => flawOfDays(workingDays, ['steps', String(at), 'workingDays'])),
  ];
}

function flawsOfCounts(item: ServiceContent): Refusal[] {
  return (['aliases', 'materials', 'questions', 'steps', 'places', 'legalBasis', 'forms'] as const)
    .filter((field) => item[field].length > MOST_OF_SERVICE[field])
    .map((field) => new Refusal('SERVICE_TOO_LARGE', { max: MOST_OF_SERVICE[field] }, [field]));
}

function flawsOfText(text: string, max: number, path: readonly string[]): Refusal[] {
  if (text.trim() === '') return [new Refusal('TEXT_REQUIRED', {}, path)];
  return text.length > max ? [new Refusal('TEXT_TOO_LONG', { max }, path)] : [];
}

function flawOfLength(text: string | null | undefined, path: readonly string[]): Refusal[] {
  const max = MOST_OF_SERVICE.short;
  return text != null && text.length > max ? [new Refusal('TEXT_TOO_LONG', { max }, path)] : [];
}

function flawOfUrl(url: string | null | undefined, path: readonly string[]): Refusal[] {
  const isSound = url == null || (url.length <= MOST_OF_SERVICE.url && /^https:\/\/[^\s<>"]+$/.test(url));
  return isSound ? [] : [new Refusal('SERVICE_URL', { max: MOST_OF_SERVICE.url }, path)];
}

function flawOfDays(days: number | null | undefined, path: readonly string[]): Refusal[] {
  const max = MOST_OF_SERVICE.days;
  const isSound = days == null || (Number.isInteger(days) && days >= 1 && days <= max);
  return isSound ? [] : [new Refusal('SERVICE_LIMIT', { max }, path)];
}

function codesTwice(items: readonly { readonly code: string }[], field: string): Refusal[] {
  const codes = items.map(({ code }) => code);
  return codes.flatMap((code, at) => {
    const path = [field, String(at), 'code'];
    if (!/^[A-Z][A-Z0-9_]{1,29}$/.test(code)) return [new Refusal('SERVICE_CODE', {}, path)];
    return codes.indexOf(code) === at ? [] : [new Refusal('SERVICE_CODE_TWICE', { code }, path)];
  });
}
