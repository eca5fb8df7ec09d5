import { CaseRouteDocument, ExplainRoutingDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { moveCase, reportCase } from '../../support/cases';
import { approvedRouting, routedWorld, routingInput } from '../../support/routing';
import { makeWorld, type World } from '../../support/world';

const TIMEOUT = 60_000;
const codesOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors.map(({ code }) => code);
const explain = async (world: World, category: string, language: 'zh' | 'en' = 'en') => {
  const variables = { category, point: { ...world.point, datum: 'WGS84' as const } };
  const { data } = await run(
    world,
    world.actor('COMMUNITY_STAFF'),
    ExplainRoutingDocument,
    variables,
    language,
  );
  return data.explainRouting;
};

describe('where a case goes', () => {
  it(
    'is explained: the rule that decides, and those that do not, in both languages',
    async () => {
      const world = await makeWorld();
      const id = await routedWorld(world);
      const found = await explain(world, 'SECURITY_DANGEROUS_GOODS', 'zh');
      expect(found).toMatchObject({ routingSet: id, holder: { level: 'STREET', code: world.street } });
      expect(found?.rule).toMatchObject({ number: 2, lead: { code: world.office, name: '街道综治办' } });
      expect(found?.why).toContain('直达街道，主办街道综治办，协办生态环境局');
      expect(found?.tried.map(({ rule, outcome }) => [rule.number, outcome])).toEqual([
        [2, 'DECIDES'],
        [1, 'LESS_SPECIFIC'],
      ]);
      expect((await explain(world, 'SECURITY_DANGEROUS_GOODS'))?.tried[1]?.why).toBe(
        'It matches, but a more specific rule decides.',
      );
      expect(await explain(world, 'OTHER')).toMatchObject({
        rule: { number: 1 },
        holder: { code: world.grid },
      });
    },
    TIMEOUT,
  );

  it(
    'is said by the category’s own unit where a district has no rules',
    async () => {
      const found = await explain(await makeWorld(), 'OTHER');
      expect(found).toMatchObject({ routingSet: null, rule: null, tried: [], holder: { level: 'GRID' } });
      expect(found?.why).toContain('The district had no routing rules');
    },
    TIMEOUT,
  );

  it(
    'is where explainRouting says, and the case shows why, also when the rules have changed since',
    async () => {
      const world = await makeWorld();
      const id = await routedWorld(world);
      const { id: caseId, holder } = await reportCase(world, world.actor('GRID_WORKER'));
      expect(holder?.code).toBe(world.street);
      await approvedRouting(
        world,
        routingInput(world, {
          from: '2026-05-14',
          rules: [{ level: 'GRID', lead: world.bureau, coHandlers: [] }],
        }),
      );
      world.clock.advance(24 * 3_600_000);
      const { data } = await run(world, world.actor('STREET_STAFF'), CaseRouteDocument, { id: caseId });
      expect(data.case?.route).toMatchObject({
        routingSet: id,
        rule: { number: 2, coHandlers: [{ code: world.bureau }] },
      });
      expect((await reportCase(world, world.actor('GRID_WORKER'))).holder?.code).toBe(world.grid);
    },
    TIMEOUT,
  );

  it(
    'is to its lead when it is dispatched and no department is named; an explicit one stands',
    async () => {
      const world = await makeWorld();
      const staff = world.actor('STREET_STAFF');
      const unrouted = await reportCase(world, staff);
      expect(codesOf(await moveCase(world, staff, unrouted.id, 'dispatch', { department: null }))).toEqual([
        'DEPARTMENT_UNKNOWN',
      ]);
      await routedWorld(world);
      const [one, two] = [await reportCase(world, staff), await reportCase(world, staff)];
      expect(
        (await moveCase(world, staff, one.id, 'dispatch', { department: null })).case?.holder?.code,
      ).toBe(world.office);
      expect(
        (await moveCase(world, staff, two.id, 'dispatch', { department: world.bureau })).case?.holder?.code,
      ).toBe(world.bureau);
    },
    TIMEOUT,
  );

  it(
    'costs a report two write units and, once a minute, two reads beside that of its grid: of the routing and of the district’s own rules',
    async () => {
      const world = await makeWorld();
      await routedWorld(world);
      const worker = world.actor('GRID_WORKER');
      await reportCase(world, worker);
      world.meter.reset();
      await reportCase(world, worker);
      expect([world.meter.writeUnits, world.meter.waves]).toEqual([2, 2]);
      expect(world.meter.commands.filter(({ name }) => name.startsWith('Query'))).toHaveLength(1);
      world.clock.advance(61_000);
      world.meter.reset();
      await reportCase(world, worker);
      expect([world.meter.writeUnits, world.meter.waves]).toEqual([2, 2]);
      expect(world.meter.commands.filter(({ name }) => name.startsWith('Query'))).toHaveLength(3);
    },
    TIMEOUT,
  );
});
