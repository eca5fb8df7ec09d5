import {
  CaseCategoriesDocument,
  CasePageDocument,
  ReportCategoriesDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { reportCase } from '../../support/cases';
import { makeWorld, type World } from '../../support/world';

describe('the categories of cases', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  it('come as a tree with all that is said of each, in one operation that reads nothing', async () => {
    world.meter.reset();
    const { data, errors, extensions } = await run(
      world,
      world.actor('GRID_WORKER'),
      CaseCategoriesDocument,
      {},
    );
    expect(errors).toEqual([]);
    expect(world.meter.commands).toEqual([]);
    expect(extensions.cost).toBeLessThan(2_500);
    const [first] = data.caseCategoryGroups;
    expect(first).toMatchObject({ code: 'CITY_APPEARANCE', name: 'City appearance' });
    expect(first?.categories).toContainEqual({
      ...{ code: 'SANITATION_RUBBISH', version: 1, name: 'Exposed rubbish', kind: 'EVENT' },
      ...{ unit: 'sanitation department', urgency: 'NORMAL' },
      handlingLimit: { count: 4, unit: 'WORKING_HOURS' },
      filingCondition: 'Rubbish lies in public outside a container',
      closingCondition: 'Cleared away, nothing left on the ground',
    });
    expect(data.caseCategoryGroups.flatMap(({ categories }) => categories).length).toBeGreaterThanOrEqual(60);
  });

  it('come to residents too, in the language they read', async () => {
    const { data } = await run(world, world.actor('RESIDENT'), ReportCategoriesDocument, {}, 'zh');
    expect(data.caseCategoryGroups[0]).toMatchObject({ name: '市容环境' });
    expect(data.caseCategoryGroups[0]?.categories[1]).toMatchObject({
      ...{ code: 'SANITATION_RUBBISH', name: '暴露垃圾', unit: '环卫主管部门' },
    });
  });

  it('come as a list as well, each with its group', async () => {
    const query = '{ caseCategories { code name group { code name categories { code } } } }';
    const { data, errors } = await run<
      { caseCategories: { code: string; group: { code: string; categories: { code: string }[] } }[] },
      Record<string, never>
    >(world, world.actor('GRID_WORKER'), query);
    expect(errors).toEqual([]);
    expect(data.caseCategories).toContainEqual(
      expect.objectContaining({ code: 'FIRE_HAZARD', name: 'Other fire hazard' }),
    );
    for (const { code, group } of data.caseCategories)
      expect(group.categories.map((each) => each.code)).toContain(code);
  });

  it('say of a case when it may be closed', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    const { data } = await run(world, worker, CasePageDocument, { id });
    expect(data.case?.category).toEqual({
      ...{ code: 'SECURITY_DANGEROUS_GOODS', name: 'Dangerous goods', kind: 'HAZARD', unit: 'police' },
      closingCondition: 'Dealt with by law, the place is safe',
    });
  });
});
