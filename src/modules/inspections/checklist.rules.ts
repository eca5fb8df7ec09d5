import { categoryOf } from '../cases/category.rules';
import { PREMISES_KINDS, type PremisesKind } from '../places/premises.rules';

/** What an item asks to be shown when it fails: a picture of how it was found, or nothing. */
export const CHECKLIST_EVIDENCE = ['BEFORE', 'NONE'] as const;
export type ChecklistEvidence = (typeof CHECKLIST_EVIDENCE)[number];

/** An item of a checklist; its texts are in the `.words` file beside. */
export interface ChecklistItem {
  readonly code: string;
  readonly evidence: ChecklistEvidence;
  /** Code of the category of the case that a failed item becomes. */
  readonly category: string;
}

/** A checklist (检查表) in one version. */
export interface Checklist {
  readonly code: string;
  /** 1, and one more each time that a row of the code is added; the rows before it never change. */
  readonly version: number;
  /** The kinds of premises it is for, or all. */
  readonly kinds: readonly PremisesKind[] | 'ANY';
  readonly items: readonly ChecklistItem[];
}

const CODE = /^[A-Z]+(_[A-Z]+)*$/;

/** Most items of a checklist: an answer to each is kept, and a failed one is a case. */
export const MOST_ITEMS = 20;

const item = (code: string, category: string, evidence: ChecklistEvidence = 'BEFORE'): ChecklistItem => ({
  code,
  category,
  evidence,
});

/** Every version of every checklist; of one code the oldest first. To change one, add the next version below it. */
export const CHECKLISTS: readonly Checklist[] = sound([
  {
    ...{ code: 'RIVERSIDE_RESTAURANT', version: 1, kinds: ['RIVERSIDE_RESTAURANT', 'RESTAURANT'] },
    items: [
      item('PURIFIER_INSTALLED', 'POLLUTION_AIR'),
      item('PURIFIER_RUNNING', 'POLLUTION_AIR'),
      item('GREASE_TRAP', 'POLLUTION_WATER'),
      item('WASTE_WATER_TO_RIVER', 'POLLUTION_WATER'),
      item('RIVER_COLOUR', 'POLLUTION_WATER'),
      // No picture shows a smell.
      item('ODOUR', 'POLLUTION_AIR', 'NONE'),
    ],
  },
  {
    ...{ code: 'SMALL_WORKSHOP', version: 1, kinds: ['WORKSHOP', 'CAR_WASH'] },
    items: [
      item('EXHAUST_TREATED', 'POLLUTION_AIR'),
      item('WASTE_WATER_TREATED', 'POLLUTION_WATER'),
      item('NOISE', 'POLLUTION_NOISE', 'NONE'),
      item('FIRE_EXTINGUISHERS', 'FIRE_EQUIPMENT'),
      item('NOBODY_SLEEPS_THERE', 'FIRE_HAZARD', 'NONE'),
      item('WIRING', 'WORK_SAFETY_PREMISES'),
    ],
  },
  {
    ...{ code: 'CONSTRUCTION_DUST', version: 1, kinds: ['CONSTRUCTION_SITE'] },
    items: [
      item('SITE_FENCED', 'CONSTRUCTION_DUST'),
      item('SOIL_COVERED', 'CONSTRUCTION_DUST'),
      item('SPRAYING', 'CONSTRUCTION_DUST'),
      item('WHEELS_WASHED', 'SANITATION_DIRTY_ROAD'),
      item('LORRIES_COVERED', 'CONSTRUCTION_WASTE'),
    ],
  },
  {
    ...{ code: 'FIRE_PASSAGES', version: 1, kinds: 'ANY' },
    items: [
      item('PASSAGE_FREE', 'FIRE_BLOCKED_ESCAPE'),
      item('EXITS_OPEN', 'FIRE_BLOCKED_ESCAPE'),
      item('NO_EBIKES', 'FIRE_EBIKE'),
      item('FIRE_EXTINGUISHERS', 'FIRE_EQUIPMENT'),
      item('SIGNS_AND_LIGHTS', 'FIRE_EQUIPMENT'),
    ],
  },
  {
    ...{ code: 'UNDERGROUND_GARAGE', version: 1, kinds: 'ANY' },
    items: [
      item('NO_DANGEROUS_GOODS', 'SECURITY_DANGEROUS_GOODS'),
      item('NOTHING_STORED', 'FIRE_HAZARD'),
      item('EXITS_OPEN', 'FIRE_BLOCKED_ESCAPE'),
      item('NO_EBIKES', 'FIRE_EBIKE'),
      item('SPRINKLERS', 'FIRE_EQUIPMENT'),
      item('FLOOD_BARRIERS', 'WORK_SAFETY_PREMISES', 'NONE'),
    ],
  },
]);

/** A checklist in the version named; undefined when there is none. */
export function checklistOf(code: string, version: number): Checklist | undefined {
  return CHECKLISTS.find((each) => each.code === code && each.version === version);
}

/** The newest version of a checklist; undefined when there is none with this code. */
export function newestOf(code: string): Checklist | undefined {
  return CHECKLISTS.findLast((each) => each.code === code);
}

/** The codes of all checklists. */
export const CHECKLIST_CODES: readonly string[] = [...new Set(CHECKLISTS.map(({ code }) => code))];

/** Whether a checklist is for premises of a kind. */
export function isFor({ kinds }: Pick<Checklist, 'kinds'>, kind: PremisesKind): boolean {
  return kinds === 'ANY' || kinds.includes(kind);
}

/** The checklists for premises of a kind, each in its newest version; those made for the kind before those for all. */
export function checklistsFor(kind: PremisesKind): readonly Checklist[] {
  const newest = CHECKLISTS.filter((each) => checklistOf(each.code, each.version + 1) === undefined);
  const fitting = newest.filter((each) => isFor(each, kind));
  return [
    ...fitting.filter(({ kinds }) => kinds !== 'ANY'),
    ...fitting.filter(({ kinds }) => kinds === 'ANY'),
  ];
}

/** The kinds of premises a checklist is for. */
export function kindsOf({ kinds }: Pick<Checklist, 'kinds'>): readonly PremisesKind[] {
  return kinds === 'ANY' ? PREMISES_KINDS : kinds;
}

/** Under which key the texts of a checklist stand. */
export function checklistKey({ code, version }: Pick<Checklist, 'code' | 'version'>): string {
  return `${code}@${String(version)}`;
}

/** What is wrong with checklists; nothing with ours. */
export function flawsOfChecklists(all: readonly Checklist[]): string[] {
  const codes = [...new Set(all.map(({ code }) => code))];
  const versionsOf = (code: string) => all.filter((each) => each.code === code).map(({ version }) => version);
  return [
    ...codes
      .filter((code) => versionsOf(code).some((version, index) => version !== index + 1))
      .map((code) => `${code} has versions that do not count up`),
    ...all.flatMap((each) => flawsOf(each).map((flaw) => `${checklistKey(each)} ${flaw}`)),
  ];
}

function flawsOf({ code, kinds, items }: Checklist): string[] {
  const codes = items.map((each) => each.code);
  return [
    ...[code, ...codes].filter((each) => !CODE.test(each)).map((each) => `has ${each}, which is no code`),
    ...(kinds !== 'ANY' && (kinds.length === 0 || new Set(kinds).size < kinds.length)
      ? ['is for no kind of premises, or for one twice']
      : []),
    ...(items.length === 0 || items.length > MOST_ITEMS ? ['has no items, or too many'] : []),
    ...codes.filter((each, index) => codes.indexOf(each) < index).map((each) => `has ${each} twice`),
    ...items
      .filter(({ category }) => categoryOf(category) === undefined)
      .map(({ category }) => `has ${category}, which is no category`),
  ];
}

function sound(all: readonly Checklist[]): readonly Checklist[] {
  const flaws = flawsOfChecklists(all);
  if (flaws.length > 0) throw new Error(`The checklists are flawed: ${flaws.join('; ')}.`);
  return all;
}
