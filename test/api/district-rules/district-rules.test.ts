import { createOverdue } from '../../../src/app/background';
import {
  CaseCategoriesDocument,
  DistrictCategoriesDocument,
  DistrictRulesDocument,
  ExplainRoutingDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, moveCase, reportCase } from '../../support/cases';
import {
  approvedRules,
  decideRules,
  proposeRules,
  rulesInput,
  waitUntil,
} from '../../support/district-rules';
import { type MemoryTable } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { approvedRouting, routingInput } from '../../support/routing';
import { type World } from '../../support/world';

const TIMEOUT = 60_000;
const codesOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors.map(({ code }) => code);
const at = (moment: string) => new Date(`${moment}:00+08:00`).toISOString();

describe('a district’s own rules', () => {
  let world: World;
  let table: MemoryTable;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });

  /** A case of rubbish, at a moment, with a department that handles it. */
  const handled = async (moment: string) => {
    waitUntil(world, moment);
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker, { category: 'SANITATION_RUBBISH', urgency: null });
    return id;
  };
  const triageOf = async (moment: string) => {
    const id = await handled(moment);
    return (await casePage(world, world.actor('GRID_WORKER'), id)).clock?.dueAt;
  };

  it(
    'are decided by somebody else than who proposed them, once',
    async () => {
      const proposer = world.actor('DISTRICT_STAFF');
      const input = rulesInput(world);
      await proposeRules(world, proposer, input);
      expect((await proposeRules(world, proposer, input)).districtRules?.state).toBe('PROPOSED');
      expect(codesOf(await decideRules(world, proposer, input.id))).toEqual(['OWN_PROPOSAL']);
      const other = world.actor('DISTRICT_STAFF');
      expect((await decideRules(world, other, input.id)).districtRules).toMatchObject({
        state: 'APPROVED',
        categories: [{ code: 'SANITATION_RUBBISH', limits: [{ step: 'HANDLE', limit: { count: 2 } }] }],
      });
      expect(codesOf(await decideRules(world, other, input.id))).toEqual(['CONFLICT']);
    },
    TIMEOUT,
  );

  it(
    'are refused where they would say something meaningless',
    async () => {
      const refused = async (more: Parameters<typeof rulesInput>[1]) =>
        codesOf(await proposeRules(world, world.actor('DISTRICT_STAFF'), rulesInput(world, more)));
      const category = { code: 'OTHER', isOffered: true, limits: [] };
      const none = { step: 'HANDLE' as const, count: 0, unit: 'WORKING_DAYS' as const };
      expect(await refused({ categories: [{ ...category, limits: [none] }] })).toEqual(['RULES_LIMIT']);
      expect(await refused({ categories: [{ ...category, isOffered: false }] })).toEqual([
        'RULES_OTHER_NEEDED',
      ]);
      expect(await refused({ categories: [category, category] })).toEqual(['NAMED_TWICE']);
      expect(await refused({ categories: [{ ...category, code: 'NONE' }] })).toEqual(['CATEGORY_UNKNOWN']);
      expect(await refused({ categories: [{ ...category, name: { zh: '其他', en: ' ' } }] })).toEqual([
        'TEXT_REQUIRED',
      ]);
      expect(await refused({ hours: [{ from: '12:00', to: '09:00' }] })).toEqual(['RULES_HOURS']);
      expect(await refused({ free: ['2026-05-14'], worked: ['2026-05-14'] })).toEqual(['RULES_DAY_TWICE']);
      expect(await refused({ to: '2026-05-12' })).toEqual(['RULES_PERIOD']);
      expect(await refused({ from: '2026-05-12' })).toEqual(['ROUTING_DAY_TOO_EARLY']);
    },
    TIMEOUT,
  );

  it(
    'let a clock run on a Saturday that the district works: seven working hours from Friday afternoon end then',
    async () => {
      // 2026-05-15 is a Friday. Four hours are left of it at 13:30, three more follow.
      await approvedRules(world, rulesInput(world, { worked: ['2026-05-16'] }));
      expect(await triageOf('2026-05-15T13:30')).toBe(at('2026-05-16T12:00'));
    },
    TIMEOUT,
  );

  it(
    'let a clock stand on a holiday of the district’s own, and run by its own hours',
    async () => {
      const hours = [{ from: '08:00', to: '12:00' }];
      await approvedRules(world, rulesInput(world, { hours, free: ['2026-05-14'] }));
      // Four hours on Wednesday, none on Thursday, three on Friday.
      expect(await triageOf('2026-05-13T08:00')).toBe(at('2026-05-15T11:00'));
    },
    TIMEOUT,
  );

  it(
    'say when what is over goes up by itself: by a Saturday that the district works, and not before it',
    async () => {
      await approvedRules(world, rulesInput(world, { worked: ['2026-05-16'] }));
      const id = await handled('2026-05-15T13:30');
      const overdue = createOverdue(world.foundation);
      const cases = table.everything().filter((item) => item.__edb_e__ === 'case');
      await overdue.observe(cases.map((after) => ({ before: undefined, after }) as never));
      waitUntil(world, '2026-05-16T11:59');
      expect((await overdue.sendUp()).WENT_UP).toBe(0);
      waitUntil(world, '2026-05-16T12:01');
      expect((await overdue.sendUp()).WENT_UP).toBe(1);
      expect(await casePage(world, world.actor('GRID_WORKER'), id)).toMatchObject({
        holder: { level: 'COMMUNITY' },
        // Seven hours more: four are left of Saturday, Sunday has none, three follow on Monday.
        clock: { dueAt: at('2026-05-18T12:00') },
      });
    },
    TIMEOUT,
  );

  it(
    'say for routing when offices work: on a holiday of the district’s own a case goes where it goes at night',
    async () => {
      await approvedRules(world, rulesInput(world, { free: ['2026-05-14'] }));
      const rule = { lead: world.bureau, coHandlers: [] };
      const rules = [
        { ...rule, level: 'GRID' as const },
        { ...rule, category: 'SANITATION_RUBBISH', time: 'OUTSIDE' as const, level: 'STREET' as const },
      ];
      await approvedRouting(world, routingInput(world, { rules }));
      const levels = [];
      for (const moment of ['2026-05-13T10:00', '2026-05-14T10:00', '2026-05-15T10:00']) {
        const { holder } = await casePage(world, world.actor('STREET_STAFF'), await handled(moment));
        const asked = { category: 'SANITATION_RUBBISH', point: { ...world.point, datum: 'WGS84' as const } };
        const { data } = await run(world, world.actor('STREET_STAFF'), ExplainRoutingDocument, asked);
        levels.push([holder?.level, data.explainRouting?.holder.level]);
      }
      expect(levels).toEqual([
        ['GRID', 'GRID'],
        ['STREET', 'STREET'],
        ['GRID', 'GRID'],
      ]);
    },
    TIMEOUT,
  );

  it(
    'change limits at midnight: what was filed a minute before keeps its own for all its life',
    async () => {
      await approvedRules(world);
      const [before, after] = [await handled('2026-05-12T23:59'), await handled('2026-05-13T00:00')];
      waitUntil(world, '2026-05-13T09:00');
      const limits = [];
      for (const id of [before, after]) {
        const worker = world.actor('GRID_WORKER');
        await moveCase(world, worker, id, 'escalate');
        await moveCase(world, world.actor('COMMUNITY_STAFF'), id, 'escalate');
        await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
        await moveCase(world, world.actor('DEPARTMENT_STAFF'), id, 'accept');
        limits.push((await casePage(world, world.actor('DEPARTMENT_STAFF'), id)).clock?.dueAt);
      }
      // Four working hours as everywhere, and two as the district says.
      expect(limits).toEqual([at('2026-05-13T14:30'), at('2026-05-13T11:00')]);
    },
    TIMEOUT,
  );

  it(
    'move no clock of a case that is there when they come',
    async () => {
      const id = await handled('2026-05-12T10:30');
      const clockOf = async () => (await casePage(world, world.actor('GRID_WORKER'), id)).clock?.dueAt;
      const before = await clockOf();
      await approvedRules(world, rulesInput(world, { free: ['2026-05-13', '2026-05-14'] }));
      waitUntil(world, '2026-05-13T00:01');
      expect(await clockOf()).toBe(before);
    },
    TIMEOUT,
  );

  it(
    'show in its categories from their first day to their last, in both languages, and end what it does not offer',
    async () => {
      const own = { limits: [], isOffered: true };
      const name = { zh: '垃圾暴露', en: 'Rubbish lying about' };
      const categories = [
        { ...own, code: 'SANITATION_RUBBISH', name, urgency: 'URGENT' as const },
        { ...own, code: 'ORDER_BEGGING', isOffered: false },
      ];
      await approvedRules(world, rulesInput(world, { categories, to: '2026-05-20' }));
      const shown = async (moment: string, language: 'zh' | 'en') => {
        const variables = { area: world.grid, at: at(moment) };
        const worker = world.actor('GRID_WORKER');
        const { data } = await run(world, worker, DistrictCategoriesDocument, variables, language);
        const codes = data.caseCategories.map(({ code }) => code);
        const found = data.caseCategories.find(({ code }) => code === 'SANITATION_RUBBISH');
        return [found?.name, found?.urgency, codes.includes('ORDER_BEGGING')];
      };
      expect(await shown('2026-05-12T23:59', 'en')).toEqual(['Exposed rubbish', 'NORMAL', true]);
      expect(await shown('2026-05-13T00:00', 'zh')).toEqual(['垃圾暴露', 'URGENT', false]);
      expect(await shown('2026-05-20T23:59', 'en')).toEqual(['Rubbish lying about', 'URGENT', false]);
      expect(await shown('2026-05-21T00:00', 'en')).toEqual(['Exposed rubbish', 'NORMAL', true]);

      const id = await handled('2026-05-20T10:00');
      // So does the tree, as a worker's phone asks for it.
      const tree = await run(world, world.actor('GRID_WORKER'), CaseCategoriesDocument, { area: world.grid });
      const leaves = tree.data.caseCategoryGroups.flatMap((group) => group.categories);
      const names = leaves.map(({ code, name: leaf }) => (code === 'SANITATION_RUBBISH' ? leaf : code));
      expect(names).toContain('Rubbish lying about');
      expect(names).not.toContain('ORDER_BEGGING');
      await expect(
        reportCase(world, world.actor('GRID_WORKER'), { category: 'ORDER_BEGGING' }),
      ).rejects.toThrow('CATEGORY_NOT_OFFERED');
      // Long after they ended, the case says what it was filed under.
      waitUntil(world, '2026-06-20T10:00');
      const { data } = await run<{ case: object }, Record<string, never>>(
        world,
        world.actor('STREET_STAFF'),
        `{ case(id: "${id}") { urgency category { name urgency } } }`,
        {},
        'en',
      );
      expect(data.case).toEqual({
        urgency: 'URGENT',
        category: { name: 'Rubbish lying about', urgency: 'URGENT' },
      });
      const now = await run(world, world.actor('DISTRICT_STAFF'), DistrictRulesDocument, {});
      expect(now.data.districtRules).toBeNull();
    },
    TIMEOUT,
  );
});
