import { newId } from '../../../src/shared/ids';
import { AddCaseEvidenceDocument, ReportCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, moveCase, reportCase, reportInput, slotInput } from '../../support/cases';
import { makeWorld, type World } from '../../support/world';

describe('a request whose answer was lost is answered the same after somebody else has changed the case', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  it('when it reported the case', async () => {
    const [worker, colleague] = [world.actor('GRID_WORKER'), world.actor('GRID_WORKER')];
    const input = reportInput(world, { evidence: [slotInput()] });
    await run(world, worker, ReportCaseDocument, { input });
    await moveCase(world, colleague, input.id, 'escalate');
    const { data } = await run(world, worker, ReportCaseDocument, { input });
    expect(data.reportCase).toMatchObject({ case: { version: 2 }, userErrors: [] });
    const other = await run(world, worker, ReportCaseDocument, { input: { ...input, text: '别的' } });
    expect(other.data.reportCase.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('when it moved the case, whichever move it was, with and without the version that was seen', async () => {
    const [worker, community] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const [street, office] = [world.actor('STREET_STAFF'), world.actor('DEPARTMENT_STAFF')];
    const { id } = await reportCase(world, worker);
    const course = [
      [worker, 'escalate', { id: newId() }],
      [community, 'escalate', { id: newId(), expectedVersion: 2 }],
      [street, 'dispatch', { id: newId() }],
      [office, 'accept', { id: newId(), expectedVersion: 4 }],
      [office, 'reportBack', { id: newId(), evidence: [slotInput('AFTER')] }],
    ] as const;
    for (const [actor, move, more] of course)
      expect(await moveCase(world, actor, id, move, more)).toMatchObject({ userErrors: [] });
    for (const [actor, move, more] of course) {
      const again = await moveCase(world, actor, id, move, more);
      expect(again).toMatchObject({ case: { version: 1 + course.length }, userErrors: [] });
    }
    expect((await casePage(world, street, id)).timeline).toHaveLength(1 + course.length);
  });

  it('when it announced files, and the case is with somebody else by now', async () => {
    const [worker, community] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const { id } = await reportCase(world, worker);
    await moveCase(world, worker, id, 'escalate');
    const input = { caseId: id, evidence: [slotInput(), slotInput()] };
    const add = async (more: object = {}) => {
      const { data } = await run(world, community, AddCaseEvidenceDocument, { input: { ...input, ...more } });
      return data.addCaseEvidence.userErrors.map(({ code }) => code);
    };
    expect(await add()).toEqual([]);
    await moveCase(world, world.actor('COMMUNITY_STAFF'), id, 'escalate');
    expect(await add()).toEqual([]);
    expect(await add({ evidence: [...input.evidence, slotInput()] })).toEqual(['NOT_HOLDER']);
    expect(await add({ evidence: [] })).toEqual(['NOT_HOLDER']);
    expect((await casePage(world, community, id)).evidence).toHaveLength(2);
  });

  it('when it came twice at once', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    const input = { caseId: id, evidence: [slotInput(), slotInput()] };
    const answers = await Promise.all(
      [1, 2, 3].map(() => run(world, worker, AddCaseEvidenceDocument, { input })),
    );
    expect(answers.flatMap(({ data, errors }) => [...data.addCaseEvidence.userErrors, ...errors])).toEqual(
      [],
    );
    expect((await casePage(world, worker, id)).evidence).toHaveLength(2);
  });
});
