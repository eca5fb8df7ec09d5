import { FieldError } from './field-error';
import { withSlots } from './file-owner.rules';
import { type FieldItemInput, type InspectionAnswerInput, type VisitPartInput } from './generated/operations';
import { idsIn, isId } from './ids';
import { isUnsent } from './queue.machine';
import { type FileRow, type ItemRow, type KindOfWork } from './rows';

/** What an app enters: an input of the API, without its files, and without ids that need not be known beforehand. */
type Entered<Input> = Omit<Input, 'id' | 'evidence' | 'parts'> & { readonly id?: string | undefined };

type KindOfPart = Exclude<keyof VisitPartInput, 'after'>;

/** A part of a visit as it is entered. */
export type EnteredPart = {
  readonly [Kind in KindOfPart]?: Entered<NonNullable<VisitPartInput[Kind]>>;
};

/** Something made in the field: `{ case: {...} }`, `{ visit: {..., parts: [...] } }`, `{ residentUpdate: {...} }`, … */
export type FieldWork = {
  [Kind in KindOfWork]: {
    readonly [Only in Kind]: Kind extends 'visit'
      ? Entered<NonNullable<FieldItemInput[Only]>> & { readonly parts?: readonly EnteredPart[] }
      : Entered<NonNullable<FieldItemInput[Only]>>;
  };
}[KindOfWork];

/** Any input, by the names of its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** How an item of the queue is found by its id. */
type Find = (id: string) => ItemRow | undefined;

/** What is known of an item by looking at it. */
export type Related = 'makes' | 'mentions' | 'edits' | 'chain';

/** Kinds without an id of their own: the item's id is beside them. */
const WITHOUT_ID: ReadonlySet<KindOfWork> = new Set<KindOfWork>([
  ...(['caseEvidence', 'roundEnd', 'courtyard', 'building', 'dwelling'] as const),
]);

/** Kinds whose id is that of the record they put, again with each change of it. */
const PUTS: ReadonlySet<KindOfWork> = new Set<KindOfWork>(['organisation', 'premises', 'facility']);

/** The records that an input of a kind changes. */
const EDITS: Readonly<Partial<Record<KindOfWork, (input: Fields) => (string | undefined)[]>>> = {
  visitTier: ({ household }) => [key('VISIT_TIER', household)],
  residentUpdate: ({ resident }) => [key('RESIDENT', resident)],
  residentMove: ({ resident }) => [key('RESIDENT', resident)],
  residenceEnd: ({ resident }) => [key('RESIDENT', resident)],
  caseSolve: ({ caseId }) => [key('CASE', caseId)],
  caseEscalate: ({ caseId }) => [key('CASE', caseId)],
  caseAccept: ({ caseId }) => [key('CASE', caseId)],
  caseReturn: ({ caseId }) => [key('CASE', caseId)],
  caseReportBack: ({ caseId }) => [key('CASE', caseId)],
  caseInspect: ({ caseId }) => [key('CASE', caseId)],
  caseEvidence: ({ caseId }) => [key('CASE', caseId)],
  applicationAmendment: ({ application }) => [key('APPLICATION', application)],
  applicationMove: ({ application }) => [key('APPLICATION', application)],
  mediation: ({ caseId }) => [key('MEDIATION', caseId)],
  mediationFollowUp: ({ caseId }) => [key('MEDIATION', caseId)],
  noteChange: ({ entry }) => [key('LOG_ENTRY', entry)],
  planSettlement: ({ plan }) => [key('WORK_PLAN', plan)],
  roundEnd: ({ round }) => [key('ROUND', round)],
  sheetFill: ({ corrects, resident, household }) => [
    key('FILL', corrects),
    key('RESIDENT', resident),
    key('HOUSEHOLD', household),
  ],
  courtyard: ({ courtyard }) => [key('COURTYARD', courtyard)],
  building: ({ courtyard, number }) => [key('BUILDING', courtyard, number)],
  dwelling: ({ courtyard, building, unit, room }) => [key('DWELLING', courtyard, building, unit, room)],
  organisation: ({ id }) => [key('ORGANISATION', id)],
  premises: ({ id }) => [key('PREMISES', id)],
  facility: ({ id }) => [key('FACILITY', id)],
};

/**
 * Kinds whose record remembers who changed it, so that one's own edits are no conflict with later ones. The server waits for
 * what is named and not remembered: what leaves no trace in that memory must never be named.
 */
const REMEMBERED: Readonly<Partial<Record<KindOfWork, (input: Fields) => string | undefined>>> = {
  residentUpdate: ({ resident }) => key('RESIDENT', resident),
  caseSolve: ({ caseId }) => key('CASE', caseId),
  caseEscalate: ({ caseId }) => key('CASE', caseId),
  caseAccept: ({ caseId }) => key('CASE', caseId),
  caseReturn: ({ caseId }) => key('CASE', caseId),
  caseReportBack: ({ caseId }) => key('CASE', caseId),
  caseInspect: ({ caseId }) => key('CASE', caseId),
  applicationAmendment: ({ application }) => key('APPLICATION', application),
  applicationMove: ({ application }) => key('APPLICATION', application),
  mediation: ({ caseId }) => key('MEDIATION', caseId),
  mediationFollowUp: ({ caseId }) => key('MEDIATION', caseId),
  noteChange: ({ entry }) => key('LOG_ENTRY', entry),
  sheetFill: ({ corrects }) => key('FILL', corrects),
  courtyard: ({ courtyard }) => key('COURTYARD', courtyard),
  building: ({ courtyard, number }) => key('BUILDING', courtyard, number),
  dwelling: ({ courtyard, building, unit, room }) => key('DWELLING', courtyard, building, unit, room),
  organisation: ({ id }) => key('ORGANISATION', id),
  premises: ({ id }) => key('PREMISES', id),
  facility: ({ id }) => key('FACILITY', id),
};

function key(type: string, ...parts: readonly unknown[]): string | undefined {
  return parts.every((part) => typeof part === 'string') ? `${type}:${parts.join('/')}` : undefined;
}

/** A part of a visit, taken out of it. */
export interface Part {
  readonly kind: KindOfPart;
  readonly id: string;
  readonly input: Fields;
}

/** The parts of a visit; of anything else, none. */
export function partsOf(input: object | undefined): Part[] {
  const { parts } = (input ?? {}) as { readonly parts?: readonly Fields[] };
  return (parts ?? []).map((part) => {
    const [kind, inner] = kindOf(part);
    return { kind: kind as KindOfPart, id: (inner as { id: string }).id, input: inner };
  });
}

/** The one field of something entered that is filled in. */
function kindOf(work: object): [KindOfWork, Fields] {
  const filled = Object.entries(work).filter(([, value]) => value !== undefined && value !== null);
  const [first] = filled;
  if (first === undefined || filled.length > 1) throw new FieldError('ONE_KIND');
  return first as [KindOfWork, Fields];
}

/** What was entered as an item would carry it: with all ids that were left out, and nothing shared with the app's object. */
export function prepare(
  work: FieldWork,
  newId: () => string,
): Pick<ItemRow, 'id' | 'kind' | Related> & { readonly input: Fields } {
  const [kind, entered] = kindOf(structuredClone(work));
  const input = withIds(kind, entered, newId);
  const own = typeof input.id === 'string' && !PUTS.has(kind) ? input.id : newId();
  if (!isId(own)) throw new FieldError('ID_INVALID');
  return { id: own, kind, input, ...relationsOf(kind, own, input) };
}

/**
 * The same for what is to take an item's place: whatever had an id keeps it.
 * @throws FieldError ONE_KIND when it is of another kind
 */
export function prepareAgain(
  work: FieldWork,
  old: Pick<ItemRow, 'id' | 'kind' | 'input'>,
  newId: () => string,
): Pick<ItemRow, Related> & { readonly input: Fields } {
  const [kind, entered] = kindOf(structuredClone(work));
  if (kind !== old.kind) throw new FieldError('ONE_KIND');
  const { id } = (old.input ?? {}) as { readonly id?: string };
  const before = partsOf(old.input);
  const { parts } = entered as { readonly parts?: readonly object[] };
  const kept = parts?.map((part, index) => {
    const [inner, fields] = kindOf(part);
    const same = before[index]?.kind === inner ? { id: before[index].id } : {};
    return { [inner]: { ...same, ...fields } };
  });
  const known = {
    ...entered,
    ...(id === undefined ? {} : { id }),
    ...(kept === undefined ? {} : { parts: kept }),
    ...(kind === 'inspection' && { answers: withCasesOf(old.input as Fields, answersOf(entered)) }),
  };
  const input = withIds(kind, known, newId);
  return { input, ...relationsOf(kind, old.id, input) };
}

/** What an item makes, mentions and changes. */
export function relationsOf(kind: KindOfWork, id: string, input: Fields): Pick<ItemRow, Related> {
  const inner = partsOf(input);
  const edits = [
    ...(EDITS[kind]?.(input) ?? []),
    ...inner.flatMap((part) => EDITS[part.kind]?.(part.input) ?? []),
  ].filter((edit) => edit !== undefined);
  const own = typeof input.id === 'string' ? [input.id] : [];
  const building = kind === 'building' ? edits : [];
  const cases = kind === 'inspection' ? answersOf(input).flatMap(({ caseId }) => caseId ?? []) : [];
  const makes = [...new Set([id, ...own, ...inner.map((part) => part.id), ...building, ...cases])];
  const within = kind === 'dwelling' ? [key('BUILDING', input.courtyard, input.building)] : [];
  const mentions = [...idsIn(input), ...within].filter(
    (mention) => mention !== undefined && !makes.includes(mention),
  ) as string[];
  const chain = [{ kind, id, input }, ...inner].flatMap((each) => chainOf(each.kind, each.id, each.input));
  return { makes, mentions, edits: [...new Set(edits)], chain };
}

/** The answers of an inspection; of anything else, none. */
function answersOf({ answers }: Fields): readonly InspectionAnswerInput[] {
  return (answers ?? []) as readonly InspectionAnswerInput[];
}

/** Answers with an id for the case that each failed one becomes. */
function withCases(
  answers: readonly InspectionAnswerInput[],
  newId: () => string,
): readonly InspectionAnswerInput[] {
  return answers.map((answer) =>
    answer.result === 'FAIL' ? { ...answer, caseId: answer.caseId ?? newId() } : answer,
  );
}

/** Answers with the ids of the cases that the same items had before. */
function withCasesOf(
  before: Fields,
  answers: readonly InspectionAnswerInput[],
): readonly InspectionAnswerInput[] {
  const cases = new Map(answersOf(before).map(({ item, caseId }) => [item, caseId]));
  return answers.map((answer) =>
    answer.result === 'FAIL'
      ? { ...answer, caseId: answer.caseId ?? cases.get(answer.item) ?? null }
      : answer,
  );
}

/** The record that remembers a change by this id, where there is one. */
function chainOf(kind: KindOfWork, id: string, input: Fields): ItemRow['chain'] {
  const record = REMEMBERED[kind]?.(input);
  return record === undefined ? [] : [{ record, id }];
}

function withIds(kind: KindOfWork, entered: Fields, newId: () => string): Fields {
  const own = WITHOUT_ID.has(kind) ? {} : { id: entered.id ?? newId() };
  if (kind === 'inspection') return { ...entered, ...own, answers: withCases(answersOf(entered), newId) };
  const { parts } = entered as { readonly parts?: readonly object[] };
  if (parts === undefined) return { ...entered, ...own };
  const filled = parts.map((part) => {
    const [inner, fields] = kindOf(part);
    return { [inner]: withIds(inner, fields, newId) };
  });
  return { ...entered, ...own, parts: filled };
}

/**
 * The ids under which the records that an item, or one part of it, changes remember the earlier edits it was made on top of:
 * of those that were taken, or are sent with it. What was refused, given up or became a conflict is not remembered.
 */
function namesOf(after: readonly string[], chain: ItemRow['chain'], find: Find): string[] {
  const own = new Set(chain.map(({ record }) => record));
  return after.flatMap((id) =>
    (find(id)?.chain ?? [])
      // A part that was not taken with its visit is an item of its own by now.
      .filter((link) => own.has(link.record) && isThere(find(link.id) ?? find(id)))
      .map((link) => link.id),
  );
}

/** Whether a record has the change that an item carried, or gets it when it is sent. */
function isThere(item: ItemRow | undefined): boolean {
  if (item === undefined) return false;
  return isUnsent(item) || (item.state === 'TAKEN' && item.answer?.conflict === undefined);
}

/** The item as the API takes it, with the slots of its files; undefined while one of them was not read yet. */
export function wireOf(item: ItemRow, files: readonly FileRow[], find: Find): FieldItemInput | undefined {
  const wanted = files.filter(({ state }) => state !== 'GIVEN_UP');
  if (item.input === undefined || wanted.some(({ sha256 }) => sha256 === undefined)) return undefined;
  const of = (part: string | undefined) => wanted.filter((file) => file.part === part);
  const input = withSlots(item.kind, item.input as Fields, of(undefined));
  const parts = partsOf(input).map(({ kind, id, input: inner }) => ({
    after: namesOf(item.after, chainOf(kind, id, inner), find),
    [kind]: withSlots(kind, inner, of(id)),
  }));
  const whole = parts.length === 0 ? input : { ...input, parts };
  const after = namesOf(item.after, chainOf(item.kind, item.id, input), find);
  return { id: item.id, after, [item.kind]: whole };
}
