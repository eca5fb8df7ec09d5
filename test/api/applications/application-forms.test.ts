import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  ApplicationPageDocument,
  FillSheetDocument,
  PublishServiceItemDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { amend, move, onBehalf, open, ORIGINALS, shown } from '../../support/applications';
import { type MemoryTable } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { publish, serviceInput } from '../../support/services';
import { drafted, fillOf, published, stranger } from '../../support/sheets';
import { type World } from '../../support/world';

describe('a form that is filled in here', () => {
  let world: World;
  let table: MemoryTable;
  let worker: Actor;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    worker = world.actor('GRID_WORKER');
  });

  /** A service with a sheet as its form, and a draft of somebody for it with all else that it needs. */
  const ready = async (resident?: string) => {
    const sheet = await published(world);
    const service = await publish(world, { forms: [{ name: '信息采集表', sheet }, { name: '纸质表' }] });
    const id = resident ?? (await stranger(world));
    const input = onBehalf(world, service, id);
    await open(world, worker, input);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    return { sheet, resident: id, application: input.id };
  };
  const page = async (id: string, actor = worker) => {
    const found = await shown(world, actor, id);
    if (typeof found === 'string') throw new Error(found);
    return found;
  };
  const fill = async (sheet: string, resident: string) => {
    const { data } = await run(world, worker, FillSheetDocument, { input: fillOf(sheet, resident) });
    expect(data.fillSheet.userErrors).toEqual([]);
    return data.fillSheet.fill?.id;
  };

  it('is missing until it is filled in about the applicant, and is seen by whoever sees the application', async () => {
    const { sheet, resident, application } = await ready();
    expect(await page(application)).toMatchObject({
      forms: [{ name: '信息采集表', sheet, version: 1, fill: null, state: null }],
      missing: [{ code: 'APPLICATION_FORM_MISSING', path: ['forms', sheet] }],
    });
    expect(await move(world, worker, [application, 2], 'SUBMIT')).toMatchObject({
      ...{ codes: ['APPLICATION_FORM_MISSING'], paths: [`forms.${sheet}`] },
    });
    const filled = await fill(sheet, resident);
    expect(await page(application)).toMatchObject({
      forms: [{ fill: filled, state: 'SUBMITTED' }],
      missing: [],
    });
    const asked: string[] = [];
    table.goBy((_name, act, input) => {
      asked.push(JSON.stringify(input));
      return Promise.resolve().then(act);
    });
    await page(application);
    expect(asked.filter((command) => command.includes('FILLS_OF#'))).toHaveLength(1);
    expect((await move(world, worker, [application, 2], 'SUBMIT')).state).toBe('SUBMITTED');
    const counter = world.actor('COMMUNITY_STAFF');
    expect((await page(application, counter)).forms).toMatchObject([{ fill: filled }]);
    expect((await move(world, counter, [application, 3], 'ACCEPT')).state).toBe('ACCEPTED');
    const { data } = await run(world, counter, ApplicationPageDocument, { id: application });
    const [form] = data.application?.forms ?? [];
    expect(form?.answers).toMatchObject({ name: '陈小雨', employer: '示例物流有限公司' });
    expect(JSON.stringify(form)).not.toMatch(/\d{11}/);
  });

  it('shows nothing to whoever only brings the result', async () => {
    const { sheet, resident, application } = await ready();
    await fill(sheet, resident);
    await move(world, worker, [application, 2], 'SUBMIT');
    await move(world, world.actor('COMMUNITY_STAFF'), [application, 3], 'ACCEPT');
    await move(world, world.actor('STREET_STAFF'), [application, 4], 'APPROVE', { text: '准予。' });
    const { data } = await run(world, world.actor('GRID_WORKER'), ApplicationPageDocument, {
      id: application,
    });
    expect(data.application).toMatchObject({ state: 'READY', forms: [], answers: [] });
  });

  it('is not asked for again where it was filled in before, and about nobody else', async () => {
    const sheet = await published(world);
    const resident = await stranger(world);
    await fill(sheet, await stranger(world));
    const service = await publish(world, { forms: [{ name: '信息采集表', sheet }] });
    const input = onBehalf(world, service, resident);
    await open(world, worker, input);
    expect((await page(input.id)).missing).toHaveLength(3);
    const filled = await fill(sheet, resident);
    expect((await page(input.id)).forms).toMatchObject([{ fill: filled }]);
    const again = onBehalf(world, service, resident);
    await open(world, worker, { ...again, materials: ORIGINALS, submitWhenComplete: false });
    expect((await page(again.id)).missing).toEqual([]);
  });

  it('is a sheet that is published in the district, and nothing else', async () => {
    const staff = world.actor('DISTRICT_STAFF');
    const refused = async (sheet: string) => {
      const input = serviceInput(world, { forms: [{ name: '表', sheet }] });
      const { data } = await run(world, staff, PublishServiceItemDocument, { input });
      return data.publishServiceItem.userErrors.map(({ code, path }) => [code, path.join('.')]);
    };
    const wrong = [['SERVICE_SHEET', 'forms.0.sheet']];
    for (const sheet of [newId(), await drafted(world), '<script>', ''])
      expect(await refused(sheet)).toEqual(wrong);
    expect(await refused(await published(world))).toEqual([]);
  });
});
