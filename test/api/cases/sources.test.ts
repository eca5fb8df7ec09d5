import { type Role } from '../../../src/auth/actor';
import {
  AlarmDocument,
  CasePageDocument,
  CasesDocument,
  MyReportsDocument,
  type ReportCaseInput,
  TakeInTicketDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeMove, reportCase, reportInput } from '../../support/cases';
import { listed } from '../../support/lists';
import { makeWorld, type World } from '../../support/world';

describe('the source of a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  const report = async (role: Role, more: Partial<ReportCaseInput> = {}) => {
    const input = { ...reportInput(world), ...more };
    const { data } = await run(world, world.actor(role), TakeInTicketDocument, { input });
    const { case: made, userErrors } = data.reportCase;
    return { made, code: userErrors[0]?.code, input };
  };

  it.each<[Role, string]>([
    ['RESIDENT', 'RESIDENT'],
    ['SECONDARY_WORKER', 'SECONDARY_WORKER'],
    ['GRID_WORKER', 'PATROL'],
    ['COMMUNITY_STAFF', 'STAFF'],
    ['SENSOR', 'SENSOR'],
  ])('follows from who reports: of %s it is %s', async (role, source) => {
    const place = { area: world.courtyard };
    expect((await report(role, { place })).made).toMatchObject({ source, reference: null });
    expect((await report(role, { place, source: source as never })).code).toBeUndefined();
  });

  it('is the hotline or a level above where staff take in what others said, with its number, and stays so', async () => {
    const { made } = await report('STREET_STAFF', { source: 'HOTLINE', reference: 'CD20260512-1' });
    expect(made).toMatchObject({ source: 'HOTLINE', reference: 'CD20260512-1', holder: { level: 'STREET' } });
    const centre = world.actor('STREET_STAFF');
    await makeMove(world, centre, made!.id, 'FILE');
    const { data } = await run(world, centre, CasePageDocument, { id: made!.id });
    expect(data.case).toMatchObject({ source: 'HOTLINE', reference: 'CD20260512-1', historyIntact: true });
    expect((await report('DISTRICT_STAFF', { source: 'HANDED_DOWN' })).made?.source).toBe('HANDED_DOWN');
  });

  it.each<[string, Role, Partial<ReportCaseInput>, string]>([
    ['a worker names the hotline', 'GRID_WORKER', { source: 'HOTLINE', reference: 'A1' }, 'SOURCE_NOT_YOURS'],
    ['a resident says to be a machine', 'RESIDENT', { source: 'SENSOR' }, 'SOURCE_NOT_YOURS'],
    ['a ticket has no number', 'STREET_STAFF', { source: 'HOTLINE' }, 'REFERENCE_REQUIRED'],
    ['the number is a name', 'STREET_STAFF', { source: 'HOTLINE', reference: '张三' }, 'REFERENCE_INVALID'],
    ['there is a number without a source', 'STREET_STAFF', { reference: 'A1' }, 'REFERENCE_INVALID'],
  ])('is refused when %s', async (_what, role, more, code) => {
    const place = { area: world.courtyard };
    expect(await report(role, { place, ...more })).toMatchObject({ made: null, code });
  });

  it('takes a ticket in once: the same report again is the same case, another’s is refused and named the case', async () => {
    const ticket = { source: 'HOTLINE', reference: 'CD20260512-77' } as const;
    const clerk = world.actor('STREET_STAFF');
    const input = { ...reportInput(world), ...ticket };
    const take = async (sent: ReportCaseInput) =>
      (await run(world, clerk, TakeInTicketDocument, { input: sent })).data.reportCase;
    const { case: first } = await take(input);
    expect((await take(input)).case?.id).toBe(first?.id);
    const both = await Promise.all([report('STREET_STAFF', ticket), report('DISTRICT_STAFF', ticket)]);
    expect(both.map(({ code }) => code)).toEqual(['REFERENCE_TAKEN', 'REFERENCE_TAKEN']);
    const { userErrors } = await take({ ...reportInput(world), ...ticket });
    expect(userErrors[0]?.message).toContain(first?.id);
    // The same number handed down by a level above is another ticket.
    expect((await report('STREET_STAFF', { ...ticket, source: 'HANDED_DOWN' })).code).toBeUndefined();
  });

  it('is a machine with credentials of its own, which reports, sees that, and nothing else', async () => {
    const [panel, worker] = [world.actor('SENSOR'), world.actor('GRID_WORKER')];
    const input = reportInput(world);
    const { data } = await run(world, panel, AlarmDocument, { input });
    expect(data.reportCase.case).toMatchObject({ source: 'SENSOR', holder: { level: 'GRID' } });
    const other = await reportCase(world, worker);
    await listed(world, [input.id, other.id]);
    const own = await run(world, panel, MyReportsDocument, {});
    expect(own.data.reportedCases.edges.map(({ node }) => node.id)).toEqual([input.id]);
    const { errors } = await run(world, panel, CasePageDocument, { id: other.id });
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const list = await run(world, panel, CasesDocument, { area: world.community });
    expect(list.errors[0]?.extensions?.code).toBe('FORBIDDEN');
    // Outside of its community it reports nothing.
    const outside = { ...reportInput(world), place: { area: world.foreignGrid } };
    const { data: refused } = await run(world, panel, AlarmDocument, { input: outside });
    expect(refused.reportCase.userErrors[0]?.code).toBe('OUT_OF_AREA');
  });
});
