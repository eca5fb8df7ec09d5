import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { LogEntryPageDocument, TurnIntoCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, reportCase, slotInput } from '../../support/cases';
import { injectFaults } from '../../support/faults';
import { dayOf, note } from '../../support/logs';
import { makeWorld, type World } from '../../support/world';

describe('a need that is noted', () => {
  let world: World;
  let worker: Actor;
  let entry: string;
  beforeEach(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
    entry = (await note(world, worker, { area: world.courtyard })).id;
  });
  const input = (more: object = {}) => ({
    ...{ id: newId(), entry, category: 'REQUEST', urgency: 'NORMAL', evidence: [] },
    ...more,
  });
  const turn = async (variables: object, actor = worker) =>
    run(world, actor, TurnIntoCaseDocument, { input: variables as never });
  const refusal = async (variables: object, actor = worker) =>
    (await turn(variables, actor)).data.turnIntoCase.userErrors.map(({ code }) => code);

  it('becomes a case, and each names the other', async () => {
    const wanted = input({ address: '一号院 1 单元' });
    const { data } = await turn(wanted);
    expect(data.turnIntoCase).toMatchObject({
      entry: { id: entry, linked: { type: 'CASE', id: wanted.id }, version: 2 },
      case: { id: wanted.id, area: world.courtyard, origin: { type: 'LOG_ENTRY', id: entry } },
      userErrors: [],
    });
    expect(data.turnIntoCase.case?.text).toBe('院里三位老人希望楼道加装扶手。');
    expect(await casePage(world, worker, wanted.id)).toMatchObject({
      ...{ origin: { type: 'LOG_ENTRY', id: entry }, address: '一号院 1 单元' },
    });
    expect((await dayOf(world, worker)).items).toMatchObject([{ linked: { type: 'CASE', id: wanted.id } }]);
    const page = await run(world, worker, LogEntryPageDocument, { id: entry });
    expect(page.data.logEntry).toMatchObject({ linked: { id: wanted.id } });
  });

  it('becomes one case, however often it is asked, also after the note was changed', async () => {
    const wanted = input({ evidence: [slotInput()] });
    const [first, second] = [await turn(wanted), await turn(wanted)];
    expect(second.data).toEqual(first.data);
    expect(await refusal(input())).toEqual(['LOG_ENTRY_LINKED']);
    expect(await refusal({ ...wanted, category: 'DISPUTE' })).toEqual(['CONFLICT']);
  });

  it('of two who turn it into a case at once becomes one case, and no second is left behind', async () => {
    const [one, other] = [input(), input()];
    const answers = await Promise.all([turn(one), turn(other)]);
    const done = answers.filter(({ errors, data }) => errors.length === 0 && data.turnIntoCase.case != null);
    expect(done).toHaveLength(1);
    const held = await world.services.cases.inbox(worker, undefined, {}, { first: 10 });
    expect(held.rows).toHaveLength(1);
    // Whoever was slower is told to try again, and then what has become of it.
    const slower = done[0] === answers[0] ? other : one;
    expect(await refusal(slower)).toEqual(['LOG_ENTRY_LINKED']);
  });

  it('whose answer was lost after the write gives it again', async () => {
    const wanted = input();
    const faults = injectFaults(world.foundation.table.client, 1, (request) =>
      JSON.stringify(request).includes('TransactItems'),
    );
    faults.lostAnswers = 1;
    expect((await turn(wanted)).errors).toHaveLength(1);
    faults.lostAnswers = 0;
    const { data } = await turn(wanted);
    expect(data.turnIntoCase).toMatchObject({ case: { id: wanted.id }, userErrors: [] });
  });

  it('is turned into a case by its author, with an id that is free and a category there is', async () => {
    expect(await refusal(input(), world.actor('GRID_WORKER'))).toEqual(['NOT_FOUND']);
    expect(await refusal(input({ entry: newId() }))).toEqual(['NOT_FOUND']);
    expect(await refusal(input({ id: 'x' }))).toEqual(['ID_INVALID']);
    expect(await refusal(input({ category: 'NONE' }))).toEqual(['CATEGORY_UNKNOWN']);
    expect(await refusal(input({ text: '电话 13800001234' }))).toEqual(['NUMBER_IN_TEXT']);
    const { id } = await reportCase(world, worker);
    expect(await refusal(input({ id }))).toEqual(['CONFLICT']);
    const page = await run(world, worker, LogEntryPageDocument, { id: entry });
    expect(page.data.logEntry).toMatchObject({ linked: null, version: 1 });
  });
});
