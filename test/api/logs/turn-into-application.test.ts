import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  HelpWithApplicationDocument,
  LogEntryPageDocument,
  TurnIntoApplicationDocument,
  type TurnIntoApplicationInput,
  TurnIntoCaseDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { offeredIn, onBehalf, ORIGINALS, shown } from '../../support/applications';
import { injectFaults } from '../../support/faults';
import { dayOf, note } from '../../support/logs';
import { makeMemoryWorld } from '../../support/memory-world';
import { somebody } from '../../support/privacy';
import { makeWorld, type World } from '../../support/world';

/** A worker's note about a need, and what makes an application of it. */
async function noted(world: World) {
  const worker = world.actor('GRID_WORKER');
  const entry = (await note(world, worker, { area: world.courtyard })).id;
  const [service, resident] = [await offeredIn(world), await somebody(world)];
  const input = (more: Partial<TurnIntoApplicationInput> = {}): TurnIntoApplicationInput => ({
    ...{ ...onBehalf(world, service, resident), entry },
    ...more,
  });
  const turn = (wanted: TurnIntoApplicationInput, actor: Actor = worker) =>
    run(world, actor, TurnIntoApplicationDocument, { input: wanted });
  /** Code of the refusal, or of the error where the answer is none. */
  const refusal = async (wanted: TurnIntoApplicationInput, actor: Actor = worker) => {
    const { data, errors } = await turn(wanted, actor);
    const answer = data as typeof data | null;
    return answer === null
      ? errors.map(({ extensions }) => extensions?.code)
      : answer.turnIntoApplication.userErrors.map(codeOf);
  };
  const page = async () => (await run(world, worker, LogEntryPageDocument, { id: entry })).data.logEntry;
  return { worker, entry, input, turn, refusal, page };
}

const codeOf = ({ code }: { code: string }) => code;

describe('a need that is noted', () => {
  let world: World;
  beforeEach(async () => {
    ({ world } = await makeMemoryWorld());
  });

  it('becomes an application, and each names the other', async () => {
    const { worker, entry, input, turn, page } = await noted(world);
    const wanted = input();
    const { data } = await turn(wanted);
    expect(data.turnIntoApplication).toMatchObject({
      entry: { id: entry, linked: { type: 'APPLICATION', id: wanted.id }, version: 2 },
      application: { id: wanted.id, state: 'DRAFT', origin: { type: 'LOG_ENTRY', id: entry } },
      userErrors: [],
    });
    expect(await shown(world, worker, wanted.id)).toMatchObject({ origin: { type: 'LOG_ENTRY', id: entry } });
    expect((await dayOf(world, worker)).items).toMatchObject([
      { linked: { type: 'APPLICATION', id: wanted.id } },
    ]);
    expect(await page()).toMatchObject({ linked: { type: 'APPLICATION', id: wanted.id } });
  });

  it('is submitted at once where nothing is missing', async () => {
    const { input, turn } = await noted(world);
    const { data } = await turn(input({ materials: ORIGINALS, submitWhenComplete: true }));
    expect(data.turnIntoApplication.application).toMatchObject({ state: 'SUBMITTED', missing: [] });
  });

  it('becomes one application, however often it is asked', async () => {
    const { input, turn, refusal } = await noted(world);
    const wanted = input();
    const [first, second] = [await turn(wanted), await turn(wanted)];
    expect(second.data).toEqual(first.data);
    expect(await refusal(input())).toEqual(['LOG_ENTRY_LINKED']);
    expect(await refusal({ ...wanted, delivery: 'COUNTER' })).toEqual(['CONFLICT']);
  });

  it('is made something of once: an application or a case', async () => {
    const { worker, entry, input, turn, refusal } = await noted(world);
    await turn(input());
    const { data } = await run(world, worker, TurnIntoCaseDocument, {
      input: { id: newId(), entry, category: 'REQUEST' },
    });
    expect(data.turnIntoCase.userErrors.map(codeOf)).toEqual(['LOG_ENTRY_LINKED']);
    const other = (await note(world, worker, { area: world.courtyard })).id;
    const plain = onBehalf(world, await offeredIn(world), await somebody(world));
    await run(world, worker, HelpWithApplicationDocument, { input: plain });
    // An application that is there already is nothing that came of the note.
    expect(await refusal({ ...plain, entry: other })).toEqual(['CONFLICT']);
  });

  it('is turned into one by its author alone, for somebody of their area who agreed', async () => {
    const { input, refusal, page } = await noted(world);
    expect(await refusal(input(), world.actor('GRID_WORKER'))).toEqual(['NOT_FOUND']);
    expect(await refusal(input({ entry: newId() }))).toEqual(['NOT_FOUND']);
    expect(await refusal(input({ resident: newId() }))).toEqual(['NOT_FOUND']);
    expect(await refusal(input({ id: 'x' }))).toEqual(['ID_INVALID']);
    expect(await refusal(input({ service: '999999-NONE' }))).toEqual(['SERVICE_UNKNOWN']);
    expect(await refusal(input({ consent: null }))).toEqual(['CONSENT_INVALID']);
    expect(await page()).toMatchObject({ linked: null, version: 1 });
  });
});

describe('on a real table a need that is noted', () => {
  it('becomes one application of two who ask at once, and gives a lost answer again', async () => {
    const world = await makeWorld();
    const { worker, input, turn, refusal } = await noted(world);
    const [one, other] = [input(), input()];
    const answers = await Promise.all([turn(one), turn(other)]);
    const done = answers.filter(
      ({ errors, data }) => errors.length === 0 && data.turnIntoApplication.application != null,
    );
    expect(done).toHaveLength(1);
    const slower = done[0] === answers[0] ? other : one;
    expect(await refusal(slower)).toEqual(['LOG_ENTRY_LINKED']);
    expect(await shown(world, worker, slower.id)).toBe('NOT_FOUND');

    const entry = (await note(world, worker, { area: world.courtyard })).id;
    const wanted = input({ entry });
    const faults = injectFaults(world.foundation.table.client, 1, (request) =>
      JSON.stringify(request).includes('TransactItems'),
    );
    faults.lostAnswers = 1;
    expect((await turn(wanted)).errors).toHaveLength(1);
    faults.lostAnswers = 0;
    expect((await turn(wanted)).data.turnIntoApplication).toMatchObject({
      ...{ entry: { id: entry, version: 2 }, application: { id: wanted.id }, userErrors: [] },
    });
  });
});
