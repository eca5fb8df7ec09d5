import { newId } from '../../../src/shared/ids';
import { CasePageDocument, ReportCaseDocument, TurnIntoCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { reportCase, reportInput } from '../../support/cases';
import { note } from '../../support/logs';
import { makeWorld, type World } from '../../support/world';

describe('a report that says nothing of its urgency', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  const report = async (input: object) => {
    const actor = world.actor('GRID_WORKER');
    const said = { ...reportInput(world), urgency: undefined, ...input };
    const answers = [];
    for (const more of [{}, { urgency: null }]) {
      const { data } = await run(world, actor, ReportCaseDocument, { input: { ...said, ...more } });
      answers.push(data.reportCase);
    }
    expect(answers[1]).toEqual(answers[0]);
    const page = await run(world, actor, CasePageDocument, { id: said.id });
    return { actor, said, urgency: page.data.case?.urgency };
  };

  it.each([
    ['SECURITY_DANGEROUS_GOODS', 'EMERGENCY'],
    ['FIRE_BLOCKED_ESCAPE', 'URGENT'],
    ['SANITATION_RUBBISH', 'NORMAL'],
  ])('of %s is %s, and may be sent again', async (category, urgency) => {
    expect((await report({ category })).urgency).toBe(urgency);
  });

  it('is another report than one that names an urgency', async () => {
    const { actor, said } = await report({ category: 'SECURITY_DANGEROUS_GOODS' });
    const { data } = await run(world, actor, ReportCaseDocument, { input: { ...said, urgency: 'NORMAL' } });
    expect(data.reportCase.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
  });

  it('is known again where it was taken in while NORMAL stood for what was not said', async () => {
    const actor = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, actor, { urgency: 'NORMAL' });
    const page = await run(world, actor, CasePageDocument, { id });
    expect(page.data.case?.urgency).toBe('NORMAL');
    const unsaid = reportInput(world, { id, urgency: undefined });
    const { data } = await run(world, actor, ReportCaseDocument, { input: unsaid });
    expect(data.reportCase).toMatchObject({ case: { id, version: 1 }, userErrors: [] });
  });

  it('is as urgent when it is made of a note', async () => {
    const actor = world.actor('GRID_WORKER');
    const entry = (await note(world, actor, { area: world.courtyard })).id;
    const input = { id: newId(), entry, category: 'SECURITY_DANGEROUS_GOODS' };
    const answers = [];
    for (let sent = 0; sent < 2; sent += 1)
      answers.push((await run(world, actor, TurnIntoCaseDocument, { input })).data.turnIntoCase);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.userErrors).toEqual([]);
    const page = await run(world, actor, CasePageDocument, { id: input.id });
    expect(page.data.case?.urgency).toBe('EMERGENCY');
    const named = await run(world, actor, TurnIntoCaseDocument, { input: { ...input, urgency: 'NORMAL' } });
    expect(named.data.turnIntoCase.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });
});
