import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor } from '../../src/auth/actor';
import { caseKey } from '../../src/modules/cases/case-keys.rules';
import { CHECKLISTS } from '../../src/modules/inspections/checklist.rules';
import { newId } from '../../src/shared/ids';
import {
  type InspectionAnswerInput,
  PremisesFileDocument,
  type PremisesFileQuery,
  SubmitInspectionDocument,
  type SubmitInspectionInput,
  type SubmitInspectionMutation,
} from '../generated/operations';
import { run } from './api';
import { makeMove, slotInput } from './cases';
import { verifyAll } from './evidence';
import { manyPremises } from './places';
import { routedWorld, routingInput } from './routing';
import { type World } from './world';

/** A slot for a picture of how something was found. */
export const beforeSlot = () => ({ ...slotInput('SCENE'), role: 'BEFORE' as const });

/** An answer by which an item fails, with a picture. */
export function failed(item: string, more: Partial<InspectionAnswerInput> = {}): InspectionAnswerInput {
  return { item, result: 'FAIL', caseId: newId(), evidence: [beforeSlot()], ...more };
}

/** Answers to a checklist by which all passes but what is given. */
export function answersTo(
  checklist: string,
  given: readonly InspectionAnswerInput[] = [],
): InspectionAnswerInput[] {
  const items = CHECKLISTS.find(({ code }) => code === checklist)?.items ?? [];
  return items.map(
    ({ code }) => given.find(({ item }) => item === code) ?? { item: code, result: 'PASS', evidence: [] },
  );
}

/** A riverside restaurant of the world's grid; its id. */
export async function restaurant(world: World): Promise<string> {
  return (await manyPremises(world, 1))[0] ?? '';
}

/** An inspection of a riverside restaurant, just now, at which some items failed. */
export function inspectionInput(
  world: World,
  premises: string,
  fails: readonly (string | InspectionAnswerInput)[] = [],
  more: Partial<SubmitInspectionInput> = {},
): SubmitInspectionInput {
  const checklist = more.checklist ?? 'RIVERSIDE_RESTAURANT';
  const answers = fails.map((each) => (typeof each === 'string' ? failed(each) : each));
  return {
    ...{ id: newId(), premises, checklist, version: 1, at: world.clock.now().toISOString() },
    ...{ answers: answersTo(checklist, answers), ...more },
  };
}

/** Hands in an inspection; the payload. */
export async function inspect(
  world: World,
  actor: Actor,
  input: SubmitInspectionInput,
): Promise<SubmitInspectionMutation['submitInspection']> {
  const { data, errors } = await run(world, actor, SubmitInspectionDocument, { input });
  if (errors.length > 0) throw new Error(`Nothing was taken in: ${JSON.stringify(errors)}`);
  return data.submitInspection;
}

/** The file of premises as somebody sees it. */
export async function premisesFile(
  world: World,
  actor: Actor,
  id: string,
  more: { first?: number; after?: string | null } = {},
): Promise<NonNullable<PremisesFileQuery['premisesFile']>> {
  const { data, errors } = await run(world, actor, PremisesFileDocument, { id, ...more });
  if (!data.premisesFile) throw new Error(`There is no file: ${JSON.stringify(errors)}`);
  return data.premisesFile;
}

/** The case of an item that failed. */
export const caseOf = (input: SubmitInspectionInput, item: string) =>
  input.answers.find((answer) => answer.item === item)?.caseId ?? '';

/** A world where pollution is the bureau's and fire safety the street office's to deal with, by rules that hold. */
export async function dividedWorld(world: World): Promise<void> {
  await routedWorld(
    world,
    routingInput(world, {
      rules: [
        { level: 'GRID', lead: world.bureau, coHandlers: [] },
        { category: 'FIRE_SAFETY', area: world.street, level: 'GRID', lead: world.office, coHandlers: [] },
      ],
    }),
  );
}

/** Somebody of the world's environment bureau. */
export const officer = ({ district, bureau }: World): Actor => ({
  ...{ id: newId(), name: '环保局执法员' },
  appointments: [{ role: 'DEPARTMENT_STAFF', area: district, department: bureau }],
});

/** Notes the cases of findings as they stand, as the table's stream would. */
export async function noteFindings(world: World, caseIds: readonly string[]): Promise<void> {
  const { client, name: TableName } = world.foundation.table;
  const items = await Promise.all(
    caseIds.map((id) => client.send(new GetCommand({ TableName, Key: { pk: caseKey(id), sk: 'CASE' } }))),
  );
  const changes = items.map(({ Item }) => ({ before: undefined, after: Item }));
  await world.services.findingNotes.observe(changes);
}

/** What was found is put right: reported back with a picture of the result, which was checked. */
export async function rectify(world: World, actor: Actor, caseId: string): Promise<void> {
  const picture = slotInput('AFTER');
  expect((await makeMove(world, actor, caseId, 'REPORT_BACK', { evidence: [picture] })).userErrors).toEqual(
    [],
  );
  await verifyAll(world, caseId, [picture.id]);
}
