import { type Actor } from '../../../src/auth/actor';
import {
  ApplicationsToHandleDocument,
  ErrandsDocument,
  MyApplicationsDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import {
  amend,
  applicationInput,
  arrive,
  documentSlot,
  drafted,
  move,
  onBehalf,
  open,
  ORIGINALS,
  resident,
  shown,
} from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

const DAY = 86_400_000;

describe('an application', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });

  const handled = async (
    actor: Actor,
    state: 'SUBMITTED' | 'SUPPLEMENT' | 'ACCEPTED' | 'READY',
    area = world.community,
  ) => {
    const { data, errors } = await run(world, actor, ApplicationsToHandleDocument, { area, state });
    expect(errors).toEqual([]);
    return (data.applicationsToHandle?.edges ?? []).map(({ node }) => node);
  };
  const errands = async (actor: Actor, area = world.grid) => {
    const { data, errors } = await run(world, actor, ErrandsDocument, { area });
    return data.errands?.edges.map(({ node }) => node.id) ?? errors[0]?.extensions?.code;
  };
  const mine = async (actor: Actor) => {
    const { data } = await run(world, actor, MyApplicationsDocument, {});
    return (data.myApplications?.edges ?? []).map(({ node }) => [node.id, node.state]);
  };

  it('for birth registration: applied for in the portal, lacks a material, is asked, supplied, granted, and brought by the worker', async () => {
    const { me, service } = await resident(world);
    const [counter, street, worker] = [
      world.actor('COMMUNITY_STAFF'),
      world.actor('STREET_STAFF'),
      world.actor('GRID_WORKER'),
    ];
    const input = applicationInput(service, { answers: [] });
    const id = input.id;
    expect((await open(world, me, input)).state).toBe('DRAFT');
    const draft = await shown(world, me, id);
    expect(draft).toMatchObject({
      applicant: {
        name: '测试者',
        known: [{ fact: 'NAME', value: '测试者' }, { fact: 'BIRTH_DATE' }, { fact: 'RESIDENCE' }],
      },
      channel: 'ONLINE',
      consent: null,
      availableMoves: ['SUBMIT', 'WITHDRAW'],
    });

    // The draft lacks two materials and an answer: it is told all at once, and nothing is changed.
    const early = await move(world, me, [id, 1], 'SUBMIT');
    expect(early.paths).toEqual(['materials.MARRIAGE', 'materials.HOUSEHOLD_BOOK', 'answers.SPOUSE']);
    const [marriage, book] = [documentSlot(), documentSlot()];
    const added = await amend(world, me, {
      ...{ application: id, expectedVersion: 1, answers: [{ code: 'SPOUSE', value: '欧阳建国' }] },
      materials: [
        { code: 'MARRIAGE', evidence: [marriage] },
        { code: 'HOUSEHOLD_BOOK', evidence: [book] },
      ],
    });
    expect(added).toMatchObject({ state: 'DRAFT', version: 2, codes: [] });
    expect(await handled(counter, 'SUBMITTED')).toEqual([]);
    expect((await move(world, me, [id, 2], 'SUBMIT')).state).toBe('SUBMITTED');

    // The counter sees it in its list, masked, due in two working days.
    expect(await handled(counter, 'SUBMITTED')).toMatchObject([
      { id, maskedName: '测**', serviceName: '生育登记', dueAt: '2026-05-14T09:30:00.000Z' },
    ]);
    await arrive(world, id, marriage.id);
    await arrive(world, id, book.id, 'REJECTED');
    const refused = await move(world, counter, [id, 3], 'ACCEPT');
    expect(refused.paths).toEqual(['materials.HOUSEHOLD_BOOK']);
    const ask = { text: '户口簿照片无法辨认，请重新拍摄。', materials: ['HOUSEHOLD_BOOK'] };
    expect((await move(world, counter, [id, 3], 'ASK', ask)).state).toBe('SUPPLEMENT');

    // The resident reads what is asked, and supplies it.
    expect(await shown(world, me, id)).toMatchObject({
      ...{ state: 'SUPPLEMENT', dueAt: null, availableMoves: ['WITHDRAW', 'SUPPLY'] },
      missing: [{ code: 'APPLICATION_MATERIAL_MISSING', path: ['materials', 'HOUSEHOLD_BOOK'] }],
    });
    expect((await move(world, me, [id, 4], 'SUPPLY')).codes).toEqual(['APPLICATION_MATERIAL_MISSING']);
    const again = documentSlot();
    const materials = [{ code: 'HOUSEHOLD_BOOK', evidence: [again] }];
    await amend(world, me, { application: id, expectedVersion: 4, materials });
    expect((await move(world, me, [id, 5], 'SUPPLY')).state).toBe('SUBMITTED');
    await arrive(world, id, again.id);

    // Accepted and granted, with a picture of the result.
    expect((await move(world, counter, [id, 6], 'ACCEPT')).state).toBe('ACCEPTED');
    expect(await errands(worker)).toEqual([]);
    const result = documentSlot();
    const grant = { text: '准予登记。', evidence: [result] };
    expect((await move(world, street, [id, 7], 'APPROVE', grant)).state).toBe('READY');
    await arrive(world, id, result.id);
    expect(await shown(world, me, id)).toMatchObject({ result: [{ id: result.id, status: 'VERIFIED' }] });

    // Brought by the worker of the grid, who sees whose it is and where, and nothing of what was answered or brought.
    expect(await errands(worker)).toEqual([id]);
    expect(await shown(world, worker, id)).toMatchObject({
      ...{ answers: [], materials: [], availableMoves: ['BRING'] },
      applicant: { name: '测试者', known: [{ fact: 'RESIDENCE' }] },
    });
    expect((await move(world, worker, [id, 8], 'BRING')).state).toBe('COLLECTED');
    expect(await errands(worker)).toEqual([]);
    expect(await shown(world, worker, id)).toBe('NOT_FOUND');
    expect((await move(world, me, [id, 9], 'RATE', { score: 5 })).codes).toEqual([]);
    expect((await move(world, me, [id, 10], 'RATE', { score: 4 })).codes).toEqual(['APPLICATION_RATED']);
    expect(await mine(me)).toEqual([[id, 'COLLECTED']]);
    const end = await shown(world, me, id);
    expect(typeof end === 'string' ? [] : end.history.map(({ move: done }) => done)).toEqual(
      'OPEN AMEND SUBMIT ASK AMEND SUPPLY ACCEPT APPROVE BRING RATE'.split(' '),
    );
  });

  it('is made for a resident who agreed, and both see the same', async () => {
    const { me, service } = await resident(world);
    const worker = world.actor('GRID_WORKER', undefined, '王芳');
    const input = onBehalf(world, service, me.id);
    expect((await open(world, worker, input)).state).toBe('DRAFT');
    const own = await shown(world, me, input.id);
    expect(own).toMatchObject({ channel: 'GRID_WORKER', consent: { way: 'SPOKEN', to: { name: '王芳' } } });
    expect(await shown(world, worker, input.id)).toEqual(own);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    expect((await move(world, me, [input.id, 2], 'SUBMIT')).state).toBe('SUBMITTED');
    expect(await shown(world, world.actor('COMMUNITY_STAFF'), input.id)).toMatchObject({
      materials: [
        { code: 'MARRIAGE', seenBy: { name: '王芳' } },
        { seenBy: { name: '王芳' } },
        { seenBy: null },
      ],
    });
    expect(await mine(me)).toEqual([[input.id, 'SUBMITTED']]);
  });

  it('is decided by nobody who applied for it', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const id = await drafted(world, staff);
    await amend(world, staff, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, staff, [id, 2], 'SUBMIT');
    await move(world, staff, [id, 3], 'ACCEPT');
    expect((await move(world, staff, [id, 4], 'APPROVE', { text: '准予。' })).codes).toEqual([
      'APPLICATION_OWN',
    ]);
    const other = world.actor('COMMUNITY_STAFF');
    expect((await move(world, other, [id, 4], 'APPROVE', { text: '准予。' })).state).toBe('READY');
  });

  it('that is refused can be appealed once, and the street decides', async () => {
    const { me, service } = await resident(world);
    const [counter, street] = [world.actor('COMMUNITY_STAFF'), world.actor('STREET_STAFF')];
    const input = onBehalf(world, service, me.id);
    const worker = world.actor('GRID_WORKER');
    await open(world, worker, input);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    const at = (version: number) => [input.id, version] as const;
    await move(world, me, at(2), 'SUBMIT');
    await move(world, counter, at(3), 'ACCEPT');
    expect((await move(world, counter, at(4), 'REFUSE', {})).codes).toEqual(['TEXT_REQUIRED']);
    await move(world, counter, at(4), 'REFUSE', { text: '不符合条件。' });
    await move(world, me, at(5), 'APPEAL', { text: '材料齐全，请复核。' });
    expect((await move(world, counter, at(6), 'OVERTURN', { text: '好。' })).codes).toEqual([
      'APPLICATION_NOT_YOURS',
    ]);
    expect((await move(world, street, at(6), 'UPHOLD', { text: '维持。' })).state).toBe('REFUSED');
    expect((await move(world, me, at(7), 'APPEAL', { text: '再次申诉。' })).codes).toEqual([
      'APPLICATION_APPEALED',
    ]);
  });

  it('is returned with reasons, put right and submitted again; and withdrawn for good', async () => {
    const { me, service } = await resident(world);
    const input = onBehalf(world, service, me.id);
    const worker = world.actor('GRID_WORKER');
    await open(world, worker, input);
    const at = (version: number) => [input.id, version] as const;
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, me, at(2), 'SUBMIT');
    await move(world, world.actor('COMMUNITY_STAFF'), at(3), 'RETURN', { text: '配偶姓名有误。' });
    const answers = [{ code: 'SPOUSE', value: '欧阳建军' }];
    await amend(world, me, { application: input.id, expectedVersion: 4, answers, materials: [] });
    expect((await move(world, me, at(5), 'SUBMIT')).state).toBe('SUBMITTED');
    expect(await shown(world, me, input.id)).toMatchObject({
      answers: [{ code: 'SPOUSE', value: '欧阳建军' }],
    });
    expect((await move(world, me, at(6), 'WITHDRAW')).state).toBe('WITHDRAWN');
    expect((await move(world, me, at(7), 'SUBMIT')).codes).toEqual(['APPLICATION_MOVE']);
    expect(await handled(world.actor('COMMUNITY_STAFF'), 'SUBMITTED')).toEqual([]);
  });

  it('keeps the terms it was opened under, and its clock stands still while more is asked for', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await drafted(world, worker);
    await amend(world, worker, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [id, 2], 'SUBMIT');
    const counter = world.actor('COMMUNITY_STAFF');
    await move(world, counter, [id, 3], 'ASK', { text: '请补照片。', materials: ['PHOTO'] });
    world.clock.advance(7 * DAY);
    await amend(world, worker, {
      application: id,
      expectedVersion: 4,
      materials: [{ code: 'PHOTO', seen: true }],
    });
    await move(world, worker, [id, 5], 'SUPPLY');
    expect(await shown(world, worker, id)).toMatchObject({
      state: 'SUBMITTED',
      dueAt: '2026-05-21T09:30:00.000Z',
    });
  });

  it('is listed for a part of its community, and for nobody else’s', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await drafted(world, worker);
    await amend(world, worker, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [id, 2], 'SUBMIT');
    const counter = world.actor('COMMUNITY_STAFF');
    expect((await handled(counter, 'SUBMITTED', world.courtyard)).map((each) => each.id)).toEqual([id]);
    expect(await handled(counter, 'SUBMITTED', world.nextGrid)).toEqual([]);
    const variables = { area: world.otherCommunity };
    const foreign = await run(world, counter, ApplicationsToHandleDocument, variables);
    expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(await errands(worker, world.nextGrid)).toBe('NOT_FOUND');
  });
});
