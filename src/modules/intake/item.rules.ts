/** Everything that is made in the field and handed in, each with its field in the input of a batch. */
export const ITEM_FIELDS = {
  VISIT: 'visit',
  VISIT_TIER: 'visitTier',
  NEW_HOUSEHOLD: 'newHousehold',
  NEW_RESIDENT: 'newResident',
  RESIDENT_UPDATE: 'residentUpdate',
  RESIDENT_MOVE: 'residentMove',
  RESIDENCE_END: 'residenceEnd',
  CASE: 'case',
  CASE_SOLVE: 'caseSolve',
  CASE_ESCALATE: 'caseEscalate',
  CASE_ACCEPT: 'caseAccept',
  CASE_RETURN: 'caseReturn',
  CASE_REPORT_BACK: 'caseReportBack',
  CASE_INSPECT: 'caseInspect',
  CASE_EVIDENCE: 'caseEvidence',
  NOTE: 'note',
  NOTE_CHANGE: 'noteChange',
  PLAN: 'plan',
  PLAN_SETTLEMENT: 'planSettlement',
  ROUND_START: 'roundStart',
  ROUND_END: 'roundEnd',
  SHEET_FILL: 'sheetFill',
  COURTYARD: 'courtyard',
  BUILDING: 'building',
  DWELLING: 'dwelling',
  ORGANISATION: 'organisation',
  PREMISES: 'premises',
  FACILITY: 'facility',
  INSPECTION: 'inspection',
  APPLICATION: 'application',
  APPLICATION_AMENDMENT: 'applicationAmendment',
  APPLICATION_MOVE: 'applicationMove',
  MEDIATION: 'mediation',
  MEDIATION_FOLLOW_UP: 'mediationFollowUp',
} as const;
export type ItemKind = keyof typeof ITEM_FIELDS;
export const ITEM_KINDS = Object.keys(ITEM_FIELDS) as [ItemKind, ...ItemKind[]];

/** What became of an item. */
export const ITEM_STATUSES = ['APPLIED', 'DUPLICATE', 'CONFLICT', 'REJECTED', 'TRY_AGAIN'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** The one thing that an input is, where it is exactly one of these kinds. */
export function onlyOne<Kind extends ItemKind>(
  given: Readonly<Partial<Record<(typeof ITEM_FIELDS)[Kind], object | null>>>,
  kinds: readonly Kind[],
): { readonly kind: Kind; readonly input: object } | undefined {
  const all = kinds.flatMap((kind) => {
    const input: object | null | undefined = given[ITEM_FIELDS[kind]];
    return input == null ? [] : [{ kind, input }];
  });
  return all.length === 1 ? all[0] : undefined;
}
