import { HISTORY, linksAgain, type ToldCase } from '../../../local/case-history';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { CaseActionsDocument, type CaseMove, InspectCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove, reportCase, slotInput } from '../../support/cases';
import { type SentItem, submitItems } from '../../support/field';
import {
  caseOf,
  dividedWorld,
  inspect,
  inspectionInput,
  officer,
  premisesFile,
  rectify,
  restaurant,
} from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

const HOUR = 3_600_000;

let world: World;
let premises: string;
let [worker, community, street, bureau, other]: Actor[] = [];
beforeEach(async () => {
  ({ world } = await makeMemoryWorld());
  await dividedWorld(world);
  premises = await restaurant(world);
  worker = world.actor('GRID_WORKER');
  community = world.actor('COMMUNITY_STAFF');
  street = world.actor('STREET_STAFF');
  bureau = officer(world);
  other = world.actor('DEPARTMENT_STAFF');
});

const by = (actor: Actor | undefined) => actor!;
const found = async (item = 'RIVER_COLOUR', actor: Actor | undefined = worker) => {
  const input = inspectionInput(world, premises, [item]);
  expect((await inspect(world, by(actor), input)).userErrors).toEqual([]);
  return caseOf(input, item);
};
const codes = async (actor: Actor | undefined, id: string, move: CaseMove, more = {}) => {
  world.clock.advance(HOUR);
  const { userErrors } = await makeMove(world, by(actor), id, move, more);
  return userErrors.map(({ code }) => code);
};
const moved = async (...move: Parameters<typeof codes>) => {
  expect(await codes(...move)).toEqual([]);
};
const rectified = async (id: string, actor: Actor | undefined = bureau) => {
  world.clock.advance(HOUR);
  await rectify(world, by(actor), id);
};
const struckOff = { conditionMet: true };
const openTo = async (actor: Actor | undefined, id: string) => {
  const { data } = await run(world, by(actor), CaseActionsDocument, { id });
  return (data.case?.availableActions ?? []).filter(({ whyNot }) => !whyNot).map(({ move }) => move);
};
const state = async (id: string) => (await casePage(world, by(worker), id)).state;

describe('a finding that the bureau takes on itself', () => {
  it('goes from the worker’s grid to the bureau, which has it put right; the worker looks, and it is struck off', async () => {
    const id = await found();
    expect(await openTo(bureau, id)).toEqual(['TAKE_ON']);
    await moved(bureau, id, 'TAKE_ON');
    const page = await casePage(world, by(bureau), id);
    expect(page).toMatchObject({ state: 'HANDLING', holder: { code: world.bureau } });
    expect(page.custody.at(-1)).toMatchObject({ acceptedAt: page.custody.at(-1)?.since });
    expect(page.clock?.step).toBe('HANDLE');

    await rectified(id);
    expect(await casePage(world, by(street), id)).toMatchObject({ holder: { code: world.street } });
    expect(await codes(bureau, id, 'STRIKE_OFF', struckOff)).toEqual(['NOT_RECHECKED']);
    await moved(worker, id, 'INSPECT', { conditionMet: true });
    expect(await codes(bureau, id, 'STRIKE_OFF')).toEqual(['CONDITION_NOT_CONFIRMED']);
    await moved(bureau, id, 'STRIKE_OFF', struckOff);

    const file = await premisesFile(world, by(bureau), premises);
    expect([file.openFindings, file.inspections.edges[0]?.node.findings[0]?.state]).toEqual([
      [],
      'STRUCK_OFF',
    ]);
    const told = await run<{ case: ToldCase }, { id: string }>(world, by(worker), HISTORY, { id });
    const { timeline } = told.data.case;
    expect(timeline.map(({ kind, sender, conditionMet }) => [kind, sender?.code, conditionMet])).toEqual([
      ['REPORT', undefined, null],
      ['TAKE_ON', world.street, null],
      ['REPORT_BACK', undefined, null],
      ['INSPECT', undefined, true],
      ['STRIKE_OFF', undefined, null],
    ]);
    expect(linksAgain(told.data.case)).toEqual(timeline.map(({ link }) => link));
    expect((await casePage(world, by(worker), id)).solvedAtLevel).toBe('DEPARTMENT');
  });

  it('is not struck off on the word of whoever did it, nor by an older look, nor where the look was not content', async () => {
    const id = await found();
    await moved(bureau, id, 'TAKE_ON');
    await rectified(id);
    await moved(worker, id, 'INSPECT', { conditionMet: false });
    expect(await codes(bureau, id, 'STRIKE_OFF', struckOff)).toEqual(['NOT_RECHECKED']);
    await moved(worker, id, 'INSPECT', { conditionMet: true });
    await moved(street, id, 'SEND_BACK');
    await rectified(id);
    expect(await codes(bureau, id, 'STRIKE_OFF', struckOff)).toEqual(['NOT_RECHECKED']);
    // The same person in another post.
    const both = { ...by(bureau), appointments: [...by(bureau).appointments, ...by(worker).appointments] };
    await moved(street, id, 'SEND_BACK');
    await rectified(id, both);
    await moved(both, id, 'INSPECT', { conditionMet: true });
    expect(await codes(both, id, 'STRIKE_OFF', struckOff)).toEqual(['NOT_RECHECKED']);
    await moved(community, id, 'INSPECT', { conditionMet: true });
    await moved(bureau, id, 'STRIKE_OFF', struckOff);
  });

  it('is looked at where there is no signal: it comes home in a batch, with its pictures, and counts once', async () => {
    const id = await found();
    await moved(bureau, id, 'TAKE_ON');
    await rectified(id);
    const look = { id: newId(), caseId: id, text: '现场看过。', conditionMet: true, evidence: [slotInput()] };
    const item = { id: look.id, caseInspect: look };
    const statuses = async (...items: SentItem[]) =>
      (await submitItems(world, by(worker), items)).map(({ status }) => status);
    expect(await statuses(item)).toEqual(['APPLIED']);
    expect(await statuses(item)).toEqual(['DUPLICATE']);
    await moved(bureau, id, 'STRIKE_OFF', struckOff);
    // What comes after it is struck off finds it so.
    const late = { ...look, id: newId(), evidence: [] };
    expect(await statuses({ id: late.id, caseInspect: late })).toEqual(['REJECTED']);
    expect((await casePage(world, by(worker), id)).timeline.map(({ kind }) => kind)).toEqual([
      ...['REPORT', 'TAKE_ON', 'REPORT_BACK', 'INSPECT', 'STRIKE_OFF'],
    ]);
  });

  it('is checked by its street, whoever had it: that closes it, sends it back, and gives it more time', async () => {
    const id = await found();
    await moved(worker, id, 'ESCALATE');
    await moved(bureau, id, 'TAKE_ON');
    const until = new Date(world.clock.now().getTime() + 20 * 24 * HOUR).toISOString();
    await moved(bureau, id, 'ASK_EXTENSION', { until });
    expect(await codes(community, id, 'GRANT_EXTENSION')).toEqual(['MOVE_NOT_YOURS']);
    await moved(street, id, 'GRANT_EXTENSION');
    await rectified(id);
    await moved(street, id, 'SEND_BACK');
    expect(await casePage(world, by(bureau), id)).toMatchObject({ holder: { code: world.bureau } });
    await rectified(id);
    await moved(street, id, 'CLOSE', struckOff);
    await moved(street, id, 'REOPEN');
    // It is the street's again, which had it from the community.
    await moved(street, id, 'RETURN');
    expect(await casePage(world, by(community), id)).toMatchObject({ state: 'REPORTED' });
  });

  it('cannot be taken on by another department, twice, after somebody sent it, nor where it was not found at an inspection', async () => {
    const id = await found();
    expect(await codes(other, id, 'TAKE_ON')).toEqual(['NOT_FOUND']);
    expect(await codes(worker, id, 'TAKE_ON')).toEqual(['MOVE_NOT_YOURS']);
    // What else a request names is not heard.
    await moved(bureau, id, 'TAKE_ON', { department: world.office });
    expect(await casePage(world, by(bureau), id)).toMatchObject({ holder: { code: world.bureau } });
    expect(await codes(bureau, id, 'TAKE_ON')).toEqual(['MOVE_NOT_ALLOWED']);

    const sent = await found('ODOUR');
    await moved(worker, sent, 'ESCALATE');
    await moved(community, sent, 'ESCALATE');
    await moved(street, sent, 'DISPATCH');
    expect(await codes(bureau, sent, 'TAKE_ON')).toEqual(['MOVE_NOT_ALLOWED']);
    await moved(bureau, sent, 'ACCEPT');
    await rectified(sent);
    await moved(worker, sent, 'INSPECT', { conditionMet: true });
    expect(await codes(bureau, sent, 'STRIKE_OFF', struckOff)).toEqual(['NOT_TAKEN_ON']);

    const { id: told } = await reportCase(world, by(worker), { category: 'POLLUTION_WATER' });
    expect(await codes(bureau, told, 'TAKE_ON')).toEqual(['NOT_FOUND']);
  });

  it('is not moved by what is no text, no id, no case, or too much', async () => {
    const id = await found();
    await moved(bureau, id, 'TAKE_ON');
    await rectified(id);
    const looked = async (more: object) => {
      const input = { id: newId(), caseId: id, text: '看过。', conditionMet: true, evidence: [], ...more };
      const { data, errors } = await run(world, by(worker), InspectCaseDocument, { input });
      return errors.length > 0
        ? errors.map(({ extensions }) => extensions?.code)
        : data.inspectCase.userErrors.map(({ code }) => code);
    };
    expect(await looked({ text: '   ' })).toEqual(['TEXT_REQUIRED']);
    expect(await looked({ text: '长'.repeat(2_001) })).toEqual(['TEXT_TOO_LONG']);
    expect(await looked({ id: '../1' })).toEqual(['ID_INVALID']);
    for (const caseId of ['', 'CASE#1', newId(), '{"$ne":1}'])
      expect(await looked({ caseId })).toEqual(['NOT_FOUND']);
    expect(await looked({ conditionMet: 'yes' })).toEqual(['BAD_USER_INPUT']);
    expect(await looked({ conditionMet: null })).toEqual(['BAD_USER_INPUT']);
    expect(await looked({ evidence: Array.from({ length: 50 }, () => slotInput()) })).not.toEqual([]);
    expect(await looked({ expectedVersion: 1 })).toEqual(['CONFLICT']);
    expect((await casePage(world, by(worker), id)).timeline).toHaveLength(3);
  });

  it('is one move for who sends it twice, and one of two that meet gives way', async () => {
    const id = await found();
    const move = newId();
    await moved(bureau, id, 'TAKE_ON', { id: move });
    await moved(bureau, id, 'TAKE_ON', { id: move });
    const meeting = await found('ODOUR');
    const [taken, solved] = await Promise.all([
      makeMove(world, by(bureau), meeting, 'TAKE_ON'),
      makeMove(world, by(worker), meeting, 'SOLVE'),
    ]);
    const refused = [taken, solved].flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(refused).toHaveLength(1);
    expect(['CONFLICT', 'MOVE_NOT_ALLOWED']).toContain(refused[0]);
    expect(['HANDLING', 'CLOSED']).toContain(await state(meeting));
  });
});
