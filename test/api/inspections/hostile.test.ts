import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { SubmitInspectionDocument, type SubmitInspectionInput } from '../../generated/operations';
import { run } from '../../support/api';
import { reportCase } from '../../support/cases';
import {
  answersTo,
  beforeSlot,
  caseOf,
  failed,
  inspect,
  inspectionInput,
  premisesFile,
  restaurant,
} from '../../support/inspections';
import { type MemoryTable } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { manyPremises } from '../../support/places';
import { type World } from '../../support/world';

const DAY = 86_400_000;

let world: World;
let table: MemoryTable;
let premises: string;
let worker: Actor;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  premises = await restaurant(world);
  worker = world.actor('GRID_WORKER');
});

const input = (
  more: Partial<SubmitInspectionInput> = {},
  fails: Parameters<typeof inspectionInput>[2] = [],
) => inspectionInput(world, premises, fails, more);
const at = (days: number) => new Date(world.clock.now().getTime() + days * DAY).toISOString();
/** The refusals of an inspection, as code and path. */
const refused = async (what: SubmitInspectionInput) =>
  (await inspect(world, worker, what)).userErrors.map(({ code, path }) => [code, path.join('.')]);

describe('an inspection is refused, and nothing of it is kept', () => {
  const id = newId();
  const cases: [string, string, () => SubmitInspectionInput | Promise<SubmitInspectionInput>][] = [
    ['ID_INVALID', 'id', () => input({ id: 'x' })],
    ['ID_INVALID', 'id', () => input({ id: newId().toUpperCase() })],
    ['INSPECTION_TIME_INVALID', 'at', () => input({ at: at(1) })],
    ['INSPECTION_TIME_INVALID', 'at', () => input({ at: at(-31) })],
    ['CHECKLIST_UNKNOWN', 'checklist', () => input({ checklist: 'NONE' })],
    ['CHECKLIST_UNKNOWN', 'checklist', () => input({ version: 2 })],
    ['CHECKLIST_UNKNOWN', 'checklist', () => input({ version: -1 })],
    ['CHECKLIST_NOT_FOR_PREMISES', 'checklist', () => input({ checklist: 'CONSTRUCTION_DUST' })],
    ['CHECKLIST_NOT_ANSWERED', 'answers', () => input({ answers: [] })],
    [
      'CHECKLIST_NOT_ANSWERED',
      'answers',
      () => input({ answers: answersTo('RIVERSIDE_RESTAURANT').slice(1) }),
    ],
    [
      'CHECKLIST_ITEM_UNKNOWN',
      'answers.6.item',
      () => input({ answers: [...answersTo('RIVERSIDE_RESTAURANT'), { item: 'WIRING', result: 'PASS' }] }),
    ],
    [
      'CHECKLIST_ITEM_UNKNOWN',
      'answers.6.item',
      () => input({ answers: [...answersTo('RIVERSIDE_RESTAURANT'), { item: 'ODOUR', result: 'PASS' }] }),
    ],
    ['FINDING_INVALID', 'answers.5.caseId', () => input({}, [failed('ODOUR', { caseId: null })])],
    ['FINDING_INVALID', 'answers.5.caseId', () => input({}, [failed('ODOUR', { result: 'PASS' })])],
    [
      'FINDING_INVALID',
      'answers.5.evidence',
      () => input({}, [failed('ODOUR', { result: 'NOT_APPLICABLE', caseId: null })]),
    ],
    ['ID_INVALID', 'answers.5.caseId', () => input({}, [failed('ODOUR', { caseId: 'x' })])],
    [
      'ID_INVALID',
      'answers.4.caseId',
      () => input({}, [failed('GREASE_TRAP', { caseId: id }), failed('RIVER_COLOUR', { caseId: id })]),
    ],
    [
      'BEFORE_PICTURE_REQUIRED',
      'answers.2.evidence',
      () => input({}, [failed('GREASE_TRAP', { evidence: [] })]),
    ],
    [
      'BEFORE_PICTURE_REQUIRED',
      'answers.2.evidence',
      () => input({}, [failed('GREASE_TRAP', { evidence: [{ ...beforeSlot(), role: 'AFTER' }] })]),
    ],
    [
      'EVIDENCE_SIZE_INVALID',
      'answers.2.evidence.0.size',
      () => input({}, [failed('GREASE_TRAP', { evidence: [{ ...beforeSlot(), size: 0 }] })]),
    ],
    ['TEXT_TOO_LONG', 'answers.5.note', () => input({}, [failed('ODOUR', { note: '味'.repeat(201) })])],
    ['NUMBER_IN_TEXT', 'answers.5.note', () => input({}, [failed('ODOUR', { note: '电话 13800001234' })])],
    [
      'PREMISES_CLOSED',
      'premises',
      async () => input({ premises: (await manyPremises(world, 1, { status: 'CLOSED' }))[0] ?? '' }),
    ],
  ];
  it.each(cases)('with %s at %s', async (code, path, make) => {
    const what = await make();
    const before = table.everything();
    expect(await refused(what)).toEqual([[code, path]]);
    expect(table.everything()).toEqual(before);
  });

  it('for premises that are not there, or not in one’s own area', async () => {
    const [foreign = ''] = await manyPremises(world, 1, { area: world.nextGrid });
    for (const premisesId of [newId(), 'x', `${premises}#`, foreign]) {
      const { errors } = await run(world, worker, SubmitInspectionDocument, {
        input: input({ premises: premisesId }, ['ODOUR']),
      });
      expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    expect(table.everything().some(({ __edb_e__ }) => __edb_e__ === 'inspection')).toBe(false);
  });
});

/** An answer without its tickets of upload, which are signed by the second in which they are given. */
const signless = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'upload' ? undefined : value)));

describe('an id', () => {
  it('is taken by one inspection: the same again gives the same, another content or inspector a conflict, and no case', async () => {
    const first = input({}, ['PURIFIER_RUNNING', 'ODOUR']);
    const made = await inspect(world, worker, first);
    const before = table.everything();
    expect(signless(await inspect(world, worker, first))).toEqual(signless(made));
    expect(table.everything()).toEqual(before);
    const others: [Actor, SubmitInspectionInput][] = [
      [worker, { ...first, at: at(-1) }],
      [worker, { ...first, answers: input({}, ['GREASE_TRAP']).answers }],
      [world.actor('COMMUNITY_STAFF'), first],
      [worker, { ...first, premises: await restaurant(world), answers: input({}, ['GREASE_TRAP']).answers }],
    ];
    const then = table.everything();
    for (const [actor, other] of others) {
      const { userErrors } = await inspect(world, actor, other);
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
    }
    expect(table.everything()).toEqual(then);
  });

  it('of a case that is another’s is told at its answer: the inspection stands, and shows nothing of that case', async () => {
    const { id: taken } = await reportCase(world, worker);
    const what = input({}, [failed('PURIFIER_RUNNING', { caseId: taken }), 'ODOUR']);
    const { inspection, cases, userErrors } = await inspect(world, worker, what);
    expect(userErrors).toEqual([]);
    expect(cases).toMatchObject([
      { case: null, userErrors: [{ code: 'CONFLICT', path: ['answers', '1', 'caseId'] }] },
      { case: { id: caseOf(what, 'ODOUR') }, userErrors: [] },
    ]);
    const states = [
      ['PURIFIER_RUNNING', 'PENDING'],
      ['ODOUR', 'OPEN'],
    ];
    expect(inspection?.findings.map(({ item, state }) => [item, state])).toEqual(states);
    const { openFindings } = await premisesFile(world, worker, premises);
    expect(openFindings.map(({ item, state, holder }) => [item, state, holder?.code])).toEqual([
      ['PURIFIER_RUNNING', 'PENDING', undefined],
      ['ODOUR', 'OPEN', world.grid],
    ]);
  });

  it('is answered the same weeks later, when the premises are closed and called otherwise', async () => {
    const first = input({}, ['PURIFIER_RUNNING']);
    const made = await inspect(world, worker, first);
    await manyPremises(world, 1, { id: premises, name: '新店名', status: 'CLOSED' });
    expect((await premisesFile(world, worker, premises)).name).toBe('新店名');
    world.clock.advance(40 * DAY);
    const again = await inspect(world, worker, first);
    expect([again.userErrors, signless(again.cases)]).toEqual([[], signless(made.cases)]);
    expect((await inspect(world, worker, { ...first, id: newId() })).userErrors).toHaveLength(1);
  });

  it('is answered the same when the premises are called otherwise by now', async () => {
    const first = input({}, ['PURIFIER_RUNNING']);
    const made = await inspect(world, worker, first);
    await manyPremises(world, 1, { id: premises, name: '新店名' });
    expect(signless((await inspect(world, worker, first)).cases)).toEqual(signless(made.cases));
  });
});
