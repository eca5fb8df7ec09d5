import { type Actor } from '../../../src/auth/actor';
import { type TableChange } from '../../../src/data/table-change';
import { DeskApplicationsDocument, PublishServiceItemDocument } from '../../generated/operations';
import { run } from '../../support/api';
import {
  amend,
  documentSlot,
  handled,
  move,
  shown,
  stepped,
  stepsShown,
  submitted,
} from '../../support/applications';
import { officer } from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { serviceInput } from '../../support/services';
import { type World } from '../../support/world';

describe('a step that a department of the district does', () => {
  let world: World;
  let changes: readonly TableChange[];
  let told = 0;
  let [counter, street, bureau, other, office, worker]: Actor[] = [];
  beforeEach(async () => {
    const made = await makeMemoryWorld();
    [world, changes, told] = [made.world, made.table.record(), 0];
    counter = world.actor('COMMUNITY_STAFF');
    street = world.actor('STREET_STAFF');
    bureau = officer(world);
    other = { ...officer(world), name: '另一位' };
    office = world.actor('DEPARTMENT_STAFF');
    worker = world.actor('GRID_WORKER');
  });

  /** The stream tells of what has happened since. */
  const tell = async () => {
    await world.services.deskNotes.observe(changes.slice(told));
    told = changes.length;
  };
  const onDesk = async (actor = bureau!, variables: object = {}) => {
    const { data, errors } = await run(world, actor, DeskApplicationsDocument, { first: 20, ...variables });
    const rows = (data as typeof data | undefined)?.deskApplications?.edges.map(({ node }) => node);
    return rows ?? errors[0]?.extensions?.code;
  };
  const idsOnDesk = async (variables: object = {}) => {
    await tell();
    const rows = await onDesk(bureau, variables);
    return Array.isArray(rows) ? rows.map(({ id }) => id) : rows;
  };
  /** An application that the community took in, at the street's step, version 4. */
  const examined = async () => {
    const id = await submitted(world, worker, `${world.district}-SUBSIDY`);
    await move(world, counter!, [id, 3], 'ACCEPT');
    return id;
  };
  /** The same at the department's, version 5. */
  const atDepartment = async () => {
    const id = await examined();
    expect((await move(world, street!, [id, 4], 'FINISH_STEP', { text: '属实。' })).codes).toEqual([]);
    return id;
  };
  const code = async (doing: ReturnType<typeof move>) => (await doing).codes.join();
  const moves = async (actor: Actor | undefined, id: string) => {
    const page = await shown(world, actor!, id);
    return typeof page === 'string' ? page : page.availableMoves;
  };

  it('lies on its desk from when it begins, with name and limit, until the department has decided', async () => {
    await stepped(world, world.bureau);
    const id = await examined();
    expect(await idsOnDesk()).toEqual([]);
    expect(await shown(world, bureau!, id)).toBe('NOT_FOUND');
    await move(world, street!, [id, 4], 'FINISH_STEP');
    await tell();
    expect(await onDesk()).toMatchObject([
      {
        ...{ id, state: 'ACCEPTED', limitState: 'WITHIN' },
        step: { name: '决定', by: 'DISTRICT', department: { code: world.bureau }, limitState: 'WITHIN' },
      },
    ]);
    // Whoever took it in goes on seeing where it is.
    expect((await handled(world, counter!, 'ACCEPTED')).map((row) => row.id)).toEqual([id]);
    expect((await stepsShown(world, counter!, id)).at(-1)).toMatchObject({ state: 'CURRENT' });
    expect(await shown(world, bureau!, id)).toMatchObject({
      answers: [{ value: '欧阳建国' }],
      applicant: { known: [{ fact: 'NAME' }, { fact: 'BIRTH_DATE' }, { fact: 'RESIDENCE' }] },
    });
    expect([await moves(bureau, id), await moves(street, id), await moves(office, id)]).toEqual([
      ['ASK', 'APPROVE', 'REFUSE'],
      ['ASK'],
      'NOT_FOUND',
    ]);
    const evidence = [documentSlot()];
    expect((await move(world, bureau!, [id, 5], 'APPROVE', { text: '准予。', evidence })).state).toBe(
      'READY',
    );
    expect(await idsOnDesk()).toEqual([]);
    // What it decided it can still put right, and see; nothing else is its own.
    expect(await moves(bureau, id)).toEqual(['REPLACE_RESULT']);
    const again = { text: '扫描不清。', evidence: [documentSlot()] };
    expect(await code(move(world, bureau!, [id, 6], 'REPLACE_RESULT', again))).toBe('');
  });

  it('is finished by that department alone, and not by the street', async () => {
    await stepped(world, world.bureau);
    const id = await atDepartment();
    expect(await code(move(world, street!, [id, 5], 'APPROVE', { text: '准予。' }))).toBe(
      'APPLICATION_NOT_YOURS',
    );
    await expect(move(world, office!, [id, 5], 'APPROVE', { text: '准予。' })).rejects.toThrow('NOT_FOUND');
    expect(await onDesk(office, { department: world.bureau })).toBe('NOT_FOUND');
    expect(await onDesk(street)).toBe('FORBIDDEN');
    // Where no department is named the street enters what the district did, as before.
    await stepped(await makeMemoryWorld().then((made) => (world = made.world)));
    const unnamed = await submitted(world, undefined, `${world.district}-SUBSIDY`);
    await move(world, world.actor('COMMUNITY_STAFF'), [unnamed, 3], 'ACCEPT');
    await move(world, world.actor('STREET_STAFF'), [unnamed, 4], 'FINISH_STEP');
    expect(await moves(world.actor('STREET_STAFF'), unnamed)).toContain('APPROVE');
  });

  it('waits on its desk while the department has asked for more, and goes on there', async () => {
    await stepped(world, world.bureau);
    const id = await atDepartment();
    const asking = { text: '请补照片。', materials: ['PHOTO'] };
    expect((await move(world, bureau!, [id, 5], 'ASK', asking)).state).toBe('SUPPLEMENT');
    expect(await idsOnDesk({ state: 'SUPPLEMENT' })).toEqual([id]);
    expect(await idsOnDesk({ state: 'ACCEPTED' })).toEqual([]);
    const materials = [{ code: 'PHOTO', seen: true }];
    expect((await amend(world, worker!, { application: id, expectedVersion: 6, materials })).codes).toEqual(
      [],
    );
    expect((await move(world, worker!, [id, 7], 'SUPPLY')).state).toBe('ACCEPTED');
    expect(await idsOnDesk({ state: 'ACCEPTED' })).toEqual([id]);
    expect(await moves(bureau, id)).toContain('APPROVE');
  });

  it('brings an appeal back to the department, where another officer than refused it decides', async () => {
    await stepped(world, world.bureau);
    const id = await atDepartment();
    expect((await move(world, bureau!, [id, 5], 'REFUSE', { text: '收入超标。' })).state).toBe('REFUSED');
    expect(await idsOnDesk()).toEqual([]);
    expect((await move(world, worker!, [id, 6], 'APPEAL', { text: '计算有误。' })).state).toBe('APPEALED');
    expect(await idsOnDesk({ state: 'APPEALED' })).toEqual([id]);
    expect(await code(move(world, street!, [id, 7], 'UPHOLD', { text: '维持。' }))).toBe(
      'APPLICATION_NOT_YOURS',
    );
    expect(await code(move(world, bureau!, [id, 7], 'UPHOLD', { text: '维持。' }))).toBe(
      'APPLICATION_REFUSED_BY_YOU',
    );
    expect((await move(world, other!, [id, 7], 'OVERTURN', { text: '复核后准予。' })).state).toBe('READY');
    expect(await idsOnDesk()).toEqual([]);
  });

  it('is named for a department of the district alone, for a step of the district’s after the first', async () => {
    const staff = world.actor('DISTRICT_STAFF');
    const refused = async (steps: { by: 'STREET' | 'DISTRICT'; department: string }[]) => {
      const input = serviceInput(world, { steps: steps.map((step) => ({ name: '环节', ...step })) });
      const { data } = await run(world, staff, PublishServiceItemDocument, { input });
      return data.publishServiceItem.userErrors.map((error) => [error.code, error.path.join('.')]);
    };
    const ours = { by: 'DISTRICT', department: world.bureau } as const;
    const wrong = (at: number) => [['SERVICE_DEPARTMENT', `steps.${String(at)}.department`]];
    expect(await refused([ours, ours])).toEqual(wrong(0));
    const first = { by: 'STREET', department: undefined as never } as const;
    expect(await refused([first, { by: 'STREET', department: world.bureau }])).toEqual(wrong(1));
    expect(await refused([first, { by: 'DISTRICT', department: world.office }])).toEqual(wrong(1));
    expect(await refused([first, { by: 'DISTRICT', department: `${world.district}-NONE` }])).toEqual(
      wrong(1),
    );
    expect(await refused([first, { by: 'DISTRICT', department: '<script>' }])).toEqual(wrong(1));
    expect(await refused([first, ours])).toEqual([]);
  });

  it('is listed the most urgent first, page by page, each once, whatever the stream tells twice', async () => {
    await stepped(world, world.bureau);
    const ids: string[] = [];
    for (let made = 0; made < 5; made += 1) {
      world.clock.advance(26 * 3_600_000);
      ids.push(await atDepartment());
    }
    await tell();
    told = 0;
    await tell();
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await run(world, bureau, DeskApplicationsDocument, { first: 2, after });
      seen.push(...(data.deskApplications?.edges ?? []).map(({ node }) => node.id));
      const { hasNextPage, endCursor } = data.deskApplications!.pageInfo;
      after = hasNextPage ? endCursor : undefined;
    } while (after != null);
    expect(seen).toEqual(ids);
    expect(await idsOnDesk({ limitState: 'OVER' })).toEqual([]);
    world.clock.advance(30 * 86_400_000);
    expect(await idsOnDesk({ limitState: 'OVER' })).toEqual(ids);
  });
});
