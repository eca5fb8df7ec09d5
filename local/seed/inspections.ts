import { createHash } from 'node:crypto';
import { type WholeApp } from '../../src/app/backstage';
import { type EvidenceSlotInput } from '../../src/modules/evidence/evidence.input';
import { CHECKLISTS } from '../../src/modules/inspections/checklist.rules';
import {
  type InspectionAnswerInput,
  type SubmitInspectionInput,
} from '../../src/modules/inspections/inspection.input';
import { type Day, daysAfter } from '../../src/shared/business-date';
import { TechnicalError } from '../../src/shared/errors';
import { grids } from './areas';
import { seedId } from './ids';
import { person } from './people';

const DAY = 86_400_000;

/** What failed at an inspection: item, note, and whether the street has sent its case to the environment bureau. */
type Fail = readonly [item: string, note: string, isDispatched: boolean];

const ROWS: readonly {
  readonly by: string;
  readonly premises: number;
  readonly checklist: string;
  readonly daysAgo: number;
  readonly fails: readonly Fail[];
}[] = [
  // The restaurant of the river story: its fume purifier did not run three weeks ago, and does not now.
  {
    ...{ by: 'yang-lan', premises: 5, checklist: 'RIVERSIDE_RESTAURANT', daysAgo: 20 },
    fails: [['PURIFIER_RUNNING', '风机不转，已要求停用整改', true]],
  },
  {
    ...{ by: 'yang-lan', premises: 5, checklist: 'RIVERSIDE_RESTAURANT', daysAgo: 1 },
    fails: [
      ['PURIFIER_RUNNING', '风机仍不转，灶台照常使用', true],
      ['RIVER_COLOUR', '排口下游河水发白', true],
    ],
  },
  {
    ...{ by: 'yang-lan', premises: 4, checklist: 'RIVERSIDE_RESTAURANT', daysAgo: 1 },
    fails: [['GREASE_TRAP', '未见隔油池', false]],
  },
  { ...{ by: 'wang-fang', premises: 15, checklist: 'CONSTRUCTION_DUST', daysAgo: 3 }, fails: [] },
];

/** Number of the first case, picture and move of an inspection; those of the others of the seed are smaller. */
const FIRST = { CASE: 60, EVIDENCE: 10, MOVE: 900 } as const;
const MOST_FAILS = 5;
const MOVES = 3;

/** A picture that was announced and has not come. */
function picture(number: number): EvidenceSlotInput {
  const id = seedId('EVIDENCE', FIRST.EVIDENCE + number);
  const sha256 = createHash('sha256').update(id).digest('base64');
  return { id, role: 'BEFORE', contentType: 'image/jpeg', size: 240_000, sha256 };
}

function answers(index: number): InspectionAnswerInput[] {
  const { checklist, fails = [] } = ROWS[index] ?? {};
  const items = CHECKLISTS.find(({ code }) => code === checklist)?.items ?? [];
  return items.map(({ code: item }) => {
    const place = fails.findIndex(([failed]) => failed === item);
    const note = fails[place]?.[1];
    if (note === undefined) return { item, result: 'PASS', evidence: [] };
    const number = index * MOST_FAILS + place;
    return {
      item,
      result: 'FAIL',
      note,
      caseId: seedId('CASE', FIRST.CASE + number),
      evidence: [picture(number)],
    };
  });
}

function inspection(index: number, now: Date): SubmitInspectionInput {
  const { premises = 0, checklist = '', daysAgo = 0 } = ROWS[index] ?? {};
  return {
    ...{ id: seedId('INSPECTION', index + 1), premises: seedId('PREMISES', premises), checklist, version: 1 },
    ...{ at: new Date(now.getTime() - daysAgo * DAY), answers: answers(index) },
  };
}

type Ground = Pick<WholeApp, 'services' | 'newReads'>;

/** Inspects some premises of the demonstration district; what was seeded on an earlier day is left as it is. */
export async function seedInspections({ services, newReads }: Ground, now: Date): Promise<void> {
  for (const [index, { by, fails }] of ROWS.entries()) {
    const input = inspection(index, now);
    const reader = { actor: person(by), reads: newReads(), language: 'zh' as const };
    const isThere = await services.premisesFiles.get(reader, input.id).then(
      () => true,
      (error: unknown) => {
        if (error instanceof TechnicalError) return false;
        throw error;
      },
    );
    if (isThere) continue;
    const { cases } = await services.inspections.submit({ ...reader, reads: newReads() }, input);
    const refused = cases.find(({ userErrors }) => userErrors.length > 0);
    if (refused !== undefined) throw new Error(`The seed does not fit: ${JSON.stringify(refused)}`);
    for (const [place, [, , isDispatched]] of fails.entries())
      if (isDispatched) await dispatch({ services, newReads }, index * MOST_FAILS + place);
  }
}

/** Days ago of the last inspection of premises: some lie further back than a month, which is when many are due again. */
const DAYS_AGO = { least: 5, step: 11, range: 50 } as const;

/** One of so many premises was never inspected. */
const NEVER = 8;

/** When premises of the seed were inspected last: the same at each seeding on the same day. */
function inspectedOn(premises: string, _checklist: string, today: Day): Day | undefined {
  const number = Number.parseInt(premises.slice(-4), 16);
  if (number % NEVER === NEVER - 1) return undefined;
  return daysAfter(today, -DAYS_AGO.least - ((number * DAYS_AGO.step) % DAYS_AGO.range));
}

/**
 * Plans the inspections of the demonstration district: some premises are due, some overdue. The table's stream stands still while
 * the district is filled, so those that were inspected are looked at again.
 */
export async function seedInspectionPlans({ services }: Pick<Ground, 'services'>): Promise<void> {
  const all = grids().filter((area) => area.code.length === 15);
  for (const { code } of all) await services.inspectionPlans.load(code, inspectedOn);
  await services.inspectionPlans.follow(ROWS.map(({ premises }) => seedId('PREMISES', premises)));
  for (const { code } of all) await services.inspectionCounts.count(code);
}

/** Its community and street hand a case on to the environment bureau. */
async function dispatch({ services, newReads }: Ground, number: number): Promise<void> {
  const caseId = seedId('CASE', FIRST.CASE + number);
  const moves = [
    ['yang-lan', 'ESCALATE', '涉及排污，网格无法处置。', undefined],
    ['lin-yan', 'ESCALATE', '需街道协调生态环境局。', undefined],
    ['xu-wei', 'DISPATCH', '请到现场核查。', '510108-EEB'],
  ] as const;
  for (const [place, [by, move, text, department]] of moves.entries()) {
    const id = seedId('MOVE', FIRST.MOVE + number * MOVES + place);
    await services.caseMoves.move(person(by), newReads(), move, { id, caseId, text, department });
  }
}
